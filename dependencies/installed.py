"""What an installed guidecheck brings along, from the metadata of the packages themselves."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
_LICENCE = "License :: OSI Approved :: "


@dataclass(frozen=True, slots=True)
class Package:
    """``licence`` is an SPDX expression where the package gives one, else its own words. ``needs`` are names."""

    name: str
    version: str
    licence: str
    summary: str
    needs: tuple[str, ...]


def needed() -> dict[str, Package]:
    """What guidecheck needs at run time, with all extras, directly or not, by name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project.get("optional-dependencies", {}).values()
    return reached(Requirement(said) for said in (*project["dependencies"], *(r for extra in extras for r in extra)))


def reached(asked: Iterable[Requirement]) -> dict[str, Package]:
    """Packages that requirements lead to. Raises LookupError where one is not installed."""
    found: dict[str, Package] = {}
    todo, done = list(asked), set[tuple[str, tuple[str, ...]]]()
    while todo:
        requirement = todo.pop()
        key = plain(requirement.name), tuple(sorted(requirement.extras))
        if key in done:
            continue
        done.add(key)
        try:
            held = distribution(requirement.name)
        except PackageNotFoundError:
            raise LookupError(f"{requirement.name} is not installed") from None
        needs = tuple(_needs(held, key[1]))
        before = found[key[0]].needs if key[0] in found else ()
        names = tuple(sorted({*before, *(plain(n.name) for n in needs)}))
        said = held.metadata
        found[key[0]] = Package(key[0], held.version, licence_of(held), said.get("Summary") or "", names)
        todo += needs
    return dict(sorted(found.items()))


def licence_of(held: Distribution) -> str:
    """In this order: the expression, a short text, the classifiers, the file of the licence."""
    said = held.metadata
    text = (said.get("License") or "").strip()
    classed = [c.removeprefix(_LICENCE) for c in said.get_all("Classifier") or [] if c.startswith(_LICENCE)]
    return said.get("License-Expression") or ("" if "\n" in text else text) or ", ".join(classed) or text or "unknown"


def plain(name: str) -> str:
    """The name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _needs(held: Distribution, extras: tuple[str, ...]) -> Iterator[Requirement]:
    for said in held.requires or ():
        needed = Requirement(said)
        if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield needed
