"""The commands that the documentation shows, read from its pages."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass

from tests.shared_material import ROOT

PAGES = [
    ROOT / "README.md",
    *sorted(p for p in (ROOT / "docs").rglob("*.md") if p.name != "command-line.md"),
]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
INLINE = re.compile(r"(?<!`)`guidecheck( [^`]+)`(?!`)")
PROGRAM = re.compile(r"(?:\S*/)?guidecheck")
WRAPPERS = {"podman", "docker"}
"""Programs that name a container guidecheck as well; of their lines, what follows the last name counts."""


@dataclass(frozen=True, slots=True)
class Shown:
    page: str
    words: tuple[str, ...]
    """After the name of the program."""
    block: bool
    """In a block to copy, not within a sentence."""

    @property
    def text(self) -> str:
        return shlex.join(self.words)


def _commands(script: str) -> list[tuple[str, ...]]:
    """Of a shell script: assignments, wrappers and what follows an && are seen through."""
    found = []
    for line in script.replace("\\\n", " ").splitlines():
        for part in re.split(r"&&", line):
            words = shlex.split(part, comments=True)
            named = [at for at, word in enumerate(words) if PROGRAM.fullmatch(word)]
            if not named:
                continue
            program = next(at for at, word in enumerate(words) if not re.match(r"[A-Z_]+=", word))
            if words[program] in WRAPPERS:
                if len(named) > 1 and words[named[-1] - 1] == "guidecheck":
                    found.append(tuple(words[named[-1] + 1 :]))
            elif program in named:
                call = words[program + 1 :]
                found.append(tuple(call[: call.index(">")] if ">" in call else call))
    return found


def shown() -> list[Shown]:
    found = []
    for path in PAGES:
        page, text = str(path.relative_to(ROOT)), path.read_text("utf-8")
        for language, script in FENCE.findall(text):
            if language in {"sh", "bash", "console"}:
                found += [Shown(page, words, True) for words in _commands(script)]
        for call in INLINE.findall(FENCE.sub("", text)):
            found.append(Shown(page, tuple(shlex.split(call)), False))
    return found
