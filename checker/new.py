"""Something to start from: the questions of a kind of draft, as a form or as a Turtle skeleton."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from checker.descriptions.forms.questions import sections
from checker.descriptions.forms.skeleton import skeleton
from checker.descriptions.forms.workbook import workbook
from checker.errors import CallError
from checker.knowledge import Knowledge
from checker.profiles import profile_of
from checker.selection import one_of, requirements_for

ENDINGS = (".xlsx", ".ttl")


@dataclass(frozen=True, slots=True)
class Start:
    """What was written, and how much it asks."""

    file: Path
    requirements: int
    questions: int


def write_start(
    output: Path,
    kind: str,
    knowledge: Knowledge,
    *,
    language: str = "en",
    profile: str = "everything",
    themes: Collection[str] = (),
) -> Start:
    """Writes a form (.xlsx) or a skeleton (.ttl) and never over a file that is there.

    Raises CallError where the kind, language, profile, theme or file cannot be had.
    """
    asked = knowledge.kinds[one_of("kind", kind, knowledge.kinds)]
    one_of("language", language, knowledge.languages)
    wanted = {one_of("theme", t, knowledge.themes) for t in themes}
    if output.suffix.lower() not in ENDINGS:
        raise CallError(f"no form ends in '{output.suffix}'", where=output.name, remedy="name it .xlsx or .ttl")
    found = requirements_for(knowledge, profile_of(profile, knowledge), (kind,))
    parts = sections([r for r in found if not wanted or r.theme in wanted], language)
    if not parts:
        raise CallError("nothing is asked of this kind here", remedy="take another profile or theme")
    if output.suffix.lower() == ".xlsx":
        content = workbook(asked, parts, knowledge, language)
    else:
        content = skeleton(asked, parts, knowledge, language).encode()
    try:
        with output.open("xb") as stream:
            stream.write(content)
    except FileExistsError:
        raise CallError("the file is there already", where=str(output), remedy="name another one") from None
    except OSError as error:
        raise CallError(
            f"cannot be written ({error.strerror})", where=str(output), remedy="name another file"
        ) from error
    return Start(output, len(parts), sum(len(p.questions) for p in parts))
