"""Profiles saved on this machine: a Turtle file each, in one folder, under their short names."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import NamedTemporaryFile

from checker.errors import CallError, GuidecheckError, InputError, writing
from checker.knowledge import Knowledge
from checker.knowledge.model import Profile
from checker.places import own_profiles_folder
from checker.profiles.chosen import MOST_WEIGHT, Chosen, token_of
from checker.profiles.files import profile_of
from checker.profiles.turtle import as_turtle


class TakenError(CallError):
    """Another saved profile has the short name, or this one was changed by someone else."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The saved profiles by id, and what is wrong with files that are none."""

    profiles: Mapping[str, Profile]
    errors: tuple[GuidecheckError, ...] = ()


def shelf(knowledge: Knowledge) -> Shelf:
    """What is saved now."""
    found: dict[str, Profile] = {}
    errors: list[GuidecheckError] = []
    for file in sorted(own_profiles_folder().glob("*.ttl")):
        try:
            state = file.stat()
            profile = _read(file, state.st_mtime_ns, state.st_size, knowledge)
            if profile.id in knowledge.profiles or profile.id != file.stem:
                raise InputError(
                    f"its short name '{profile.id}' does not fit",
                    where=file.name,
                    remedy="save it again",
                    text="error-profile-file-name",
                    name=profile.id,
                )
            found[profile.id] = profile
        except GuidecheckError as error:
            errors.append(error)
        except OSError:
            continue
    return Shelf(found, tuple(errors))


def all_profiles(knowledge: Knowledge) -> dict[str, Profile]:
    """Those of the product, and those saved here, by id."""
    return {**knowledge.profiles, **shelf(knowledge).profiles}


def file_of(token: str) -> Path:
    """Where a profile of this short name is saved."""
    return own_profiles_folder() / f"{token}.ttl"


def stamp_of(token: str) -> str:
    """Differs where a saved profile has changed; empty where none is saved under that name."""
    try:
        return hashlib.sha256(file_of(token).read_bytes()).hexdigest()
    except OSError:
        return ""


def save(chosen: Chosen, knowledge: Knowledge, *, replacing: str = "", seen: str = "") -> Path:
    """Writes a profile whole or not at all; ``replacing`` is the short name under which it was saved before, ``seen``
    its stamp when it was opened.

    Raises CallError where it has no name or holds nothing or cannot be written, and TakenError where something else is
    saved under its name by now.
    """
    token, file = chosen.token, file_of(chosen.token)
    if not token or token != token_of(token):
        raise CallError(
            "the profile has no short name", remedy="give it a name with letters or digits", text="error-profile-name"
        )
    if not chosen.asked:
        raise CallError(
            "the profile holds no requirement", where=token, remedy="tick at least one", text="error-profile-empty"
        )
    if not all(0 < asked.weight <= MOST_WEIGHT for asked in chosen.asked.values()):
        raise CallError(
            "a weight is not from 0 to 100, 0 left out",
            where=token,
            remedy="mend the weight",
            text="error-profile-weight",
        )
    if token in knowledge.profiles:
        raise CallError(
            f"there is a profile '{token}' already",
            remedy="give this one another name",
            text="error-profile-taken",
            name=token,
        )
    if file.exists() and (replacing != token or (seen and stamp_of(token) != seen)):
        raise TakenError(
            f"there is a profile '{token}' already",
            remedy="give this one another name, or replace it",
            text="error-profile-taken",
            name=token,
        )
    with writing("the profile", file, "check the folder GUIDECHECK_PROFILES"):
        file.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", dir=file.parent, suffix=".part", delete=False, encoding="utf-8") as stream:
            stream.write(as_turtle(chosen, knowledge))
            stream.flush()
            os.fsync(stream.fileno())
        Path(stream.name).replace(file)
        if replacing and replacing != token:
            file_of(replacing).unlink(missing_ok=True)
    return file


def delete(token: str) -> None:
    """Takes a saved profile away. Raises CallError where the system does not allow it."""
    if token == token_of(token):
        try:
            file_of(token).unlink(missing_ok=True)
        except OSError as error:
            raise CallError(f"the profile cannot be deleted ({error.strerror or error})", where=token) from error


@lru_cache(maxsize=64)
def _read(file: Path, changed: int, size: int, knowledge: Knowledge) -> Profile:
    return profile_of(str(file), knowledge)
