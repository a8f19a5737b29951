"""The small family of errors that reach a person: what is wrong, where, what to do, on one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from checker.unseen import one_line


class GuidecheckError(Exception):
    """Something a person can act on.

    ``str()`` gives one line: ``where: what; remedy``. ``exit_code`` is what the command
    line ends with: 2 where the input or the call is wrong, 3 where the tool failed.
    ``text`` is the id of the interface text that says what and remedy on a screen, with the fields that fill it.
    """

    exit_code = 2

    def __init__(self, what: str, *, where: str = "", remedy: str = "", text: str = "", **fields: str | int) -> None:
        self.what = " ".join(what.split())
        self.where = where
        self.remedy = " ".join(remedy.split())
        self.text = text
        self.fields: Mapping[str, str | int] = fields
        super().__init__(self.line)

    @property
    def line(self) -> str:
        """Whatever a file is called, it stays one line and nothing in it acts, not even in the log of a runner."""
        head = f"{self.where}: {self.what}" if self.where else self.what
        return one_line(f"{head}; {self.remedy}" if self.remedy else head).replace("##[", "## [")


class InputError(GuidecheckError):
    """A file, or what stands in it, cannot be used as it is."""


class CallError(GuidecheckError):
    """The call itself is wrong: an unknown profile, kind, format or id."""


class ToolError(GuidecheckError):
    """The tool failed; the input may be fine."""

    exit_code = 3


class ReaderStoppedError(CallError):
    """A reader does not let us in: to ask on, about this or another draft, is of no use."""


def spare(place: Path, read: Iterable[Path]) -> None:
    """Raises CallError where a file that is to be written is one of those that are read."""
    if place.exists() and any(path.exists() and place.samefile(path) for path in read):
        raise CallError(
            "it is read, so nothing is written over it", where=str(place), remedy="name another file to write"
        )


@contextmanager
def writing(what: str, place: Path, remedy: str = "name another file") -> Iterator[None]:
    """Says of ``what`` that it cannot be written, where the system says so. Raises CallError."""
    try:
        yield
    except OSError as error:
        raise CallError(
            f"{what} cannot be written ({error.strerror or error})", where=str(place), remedy=remedy
        ) from error
