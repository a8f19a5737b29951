"""The whole road: files in, a report out. The command line and the screens call this."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from checker import __version__
from checker.checks.half_read import HalfReadError
from checker.checks.in_turn import in_turn
from checker.checks.options import Options, Plan
from checker.engine import ENGINES
from checker.errors import GuidecheckError, InputError, ReaderStoppedError
from checker.knowledge import Knowledge
from checker.past_results import PastResults
from checker.profiles import profile_of
from checker.profiles.naming import name_of
from checker.report import InputReport, Report
from checker.selection import one_of

if TYPE_CHECKING:
    from checker.reader.reader import Reader
    from checker.readers import Document

__all__ = ["Options", "Outcome", "Step", "check"]


@dataclass(frozen=True, slots=True)
class Step:
    """Progress of a run: the file at work, how many files are done, and how many there are."""

    file: Path
    done: int
    of: int
    answered: int = 0
    questions: int = 0
    """How many questions on this file a reader is asked, and how many it has answered."""
    searched: int = 0
    requirements: int = 0
    """For how many requirements the file has been searched, and of how many; none while it is being read."""
    pointing: bool = False
    """True where all files are checked, and the lines of this one are looked up."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A report on what could be checked, and the errors of what could not."""

    report: Report
    errors: tuple[GuidecheckError, ...]
    of: tuple[Path, ...] = ()
    """The file of each error."""


def check(
    files: Sequence[Path],
    knowledge: Knowledge,
    options: Options | None = None,
    progress: Callable[[Step], None] = lambda step: None,
    tell: Callable[[str], None] = lambda line: None,
    keep: Callable[[Document], None] = lambda document: None,
    *,
    again: bool = True,
    apart: bool = False,
) -> Outcome:
    """Checks files one by one; an error in one does not stop the others.

    Unless ``again``, what was found in a file that has not changed since is taken from the cache folder. ``apart``
    checks data in a process of its own, for callers that are none made to check.

    ``tell`` is given lines on what leaves the machine for a reader, before and after; ``keep`` the documents read.
    Raises CallError where the options name an unknown profile, kind or language, or a reader that cannot be asked.
    """
    options = options or Options()
    step = Step(Path(), 0, len(files))

    def watch(answered: int, questions: int) -> None:
        progress(replace(step, answered=answered, questions=questions))

    def searching(searched: int, requirements: int) -> None:
        progress(replace(step, searched=searched, requirements=requirements))

    reader = _reader(options, knowledge, tell, watch)
    plan = Plan(knowledge, profile_of(options.profile, knowledge), options, reader, searching)
    _check_names(options, knowledge)
    kept = None if again or reader else PastResults(plan.follows_from)
    misnamed = {file: _misnamed(file) for file in files if not _is_unicode(file)}
    files = [file for file in files if file not in misnamed]
    before = {file: known for file in files if (known := kept.get(file) if kept else None)}
    inputs: list[InputReport] = []
    errors: list[tuple[GuidecheckError, Path]] = [(error, file) for file, error in misnamed.items()]
    for done, (file, found) in enumerate(in_turn(files, plan, keep, before, apart=apart)):
        step = Step(file, done, len(files))
        progress(step)
        try:
            checked = found()
            if kept and file not in before:
                kept.put(file, checked)
            inputs.extend(checked)
            errors.extend((_contradiction(file, e), file) for e in checked[0].errors)
        except ReaderStoppedError:
            raise
        except HalfReadError as error:
            inputs.extend(error.reports)
            errors.extend((one, file) for one in error.errors)
        except GuidecheckError as error:
            errors.append((error, file))
    if plan.reader is not None:
        plan.reader.finish()
    if kept:
        kept.prune()
    report = _report(tuple(inputs), plan)
    return Outcome(report, tuple(error for error, _ in errors), tuple(file for _, file in errors))


def _check_names(options: Options, knowledge: Knowledge) -> None:
    """Raises CallError where one of them is unknown."""
    if options.kind is not None:
        one_of("kind", options.kind, knowledge.kinds)
    if options.language is not None:
        one_of("language", options.language, knowledge.languages)
    one_of("engine", options.engine, ENGINES)
    for requirement in options.conditions:
        one_of("requirement", requirement, knowledge.requirements)


def _report(inputs: tuple[InputReport, ...], plan: Plan) -> Report:
    """In the language asked for, else in that of all drafts, else in English."""
    languages = {i.language for i in inputs}
    language = plan.options.language or (languages.pop() if len(languages) == 1 else "en")
    return Report(
        guidecheck=__version__,
        knowledge=plan.knowledge.digest,
        profile=plan.profile.id,
        generated=datetime.now(UTC).isoformat(timespec="seconds"),
        language=language,
        inputs=inputs,
        profile_label=name_of(plan.profile, language),
    )


def _reader(
    options: Options, knowledge: Knowledge, tell: Callable[[str], None], watch: Callable[[int, int], None]
) -> Reader | None:
    if options.reader is None:
        return None
    from checker.reader.reader import Reader

    return Reader(options.reader, knowledge, tell, watch)


def _is_unicode(file: Path) -> bool:
    """False where bytes of a name are none of the system's encoding: no report could hold it."""
    try:
        str(file).encode()
    except UnicodeEncodeError:
        return False
    return True


def _misnamed(file: Path) -> InputError:
    return InputError("the file's name is not in UTF-8", where=file.name, remedy="rename it")


def _contradiction(file: Path, said: str) -> InputError:
    return InputError(f"contradicts itself: {said}", where=file.name, remedy="take one of the two away")
