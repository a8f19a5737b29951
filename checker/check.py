"""The whole road: files in, a report out. The command line and the screens call this."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from checker import __version__
from checker.checks.half_read import HalfReadError
from checker.checks.options import Options, Plan
from checker.engine import ENGINES
from checker.errors import GuidecheckError, InputError, ReaderStoppedError
from checker.knowledge import Knowledge
from checker.past_results import PastResults
from checker.profiles import profile_of
from checker.profiles.naming import name_of
from checker.report import InputReport, Report
from checker.selection import is_form, is_rdf, one_of

if TYPE_CHECKING:
    from concurrent.futures import Future

    from checker.reader.reader import Reader
    from checker.readers import Document

__all__ = ["Options", "Outcome", "Step", "check"]

_READERS = 2


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
    if options.kind is not None:
        one_of("kind", options.kind, knowledge.kinds)
    if options.language is not None:
        one_of("language", options.language, knowledge.languages)
    one_of("engine", options.engine, ENGINES)
    for requirement in options.conditions:
        one_of("requirement", requirement, knowledge.requirements)
    kept = None if again or reader else PastResults(plan.follows_from)
    misnamed = {file: _misnamed(file) for file in files if not _is_unicode(file)}
    files = [file for file in files if file not in misnamed]
    before = {file: known for file in files if (known := kept.get(file) if kept else None)}
    inputs: list[InputReport] = []
    errors: list[tuple[GuidecheckError, Path]] = [(error, file) for file, error in misnamed.items()]
    for done, (file, found) in enumerate(_inputs(files, plan, keep, before, apart=apart)):
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
    languages = {i.language for i in inputs}
    language = options.language or (languages.pop() if len(languages) == 1 else "en")
    report = Report(
        guidecheck=__version__,
        knowledge=knowledge.digest,
        profile=plan.profile.id,
        generated=datetime.now(UTC).isoformat(timespec="seconds"),
        language=language,
        inputs=tuple(inputs),
        profile_label=name_of(plan.profile, language),
    )
    return Outcome(report, tuple(error for error, _ in errors), tuple(file for _, file in errors))


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


def _inputs(
    files: Sequence[Path],
    plan: Plan,
    keep: Callable[[Document], None],
    before: Mapping[Path, tuple[InputReport, ...]],
    *,
    apart: bool,
) -> Iterator[tuple[Path, Callable[[], tuple[InputReport, ...]]]]:
    """Each file with what checks it; documents are read ahead, two at a time."""

    def document(file: Path) -> Document:
        read_ = reading.pop(file).result()
        keep(read_)
        return read_

    data = [file for file in files if file not in before and is_rdf(file)]
    documents = [file for file in files if file not in before and not is_rdf(file) and not is_form(file)]
    in_turn: AbstractContextManager[Callable[[Path], tuple[InputReport, ...]]]
    in_turn = _apart(data, plan) if apart and data else nullcontext(lambda file: _data(file, plan))
    with in_turn as checked, _read_ahead(documents) as reading:
        for file in files:
            if file in before:
                yield file, lambda file=file: before[file]  # type: ignore[misc]
            elif is_rdf(file):
                yield file, lambda file=file: checked(file)  # type: ignore[misc]
            elif is_form(file):
                yield file, lambda file=file: _form(file, plan)  # type: ignore[misc]
            else:
                yield file, lambda file=file: _document(document(file), plan)  # type: ignore[misc]


@contextmanager
def _read_ahead(files: Sequence[Path]) -> Iterator[dict[Path, Future[Document]]]:
    if not files:
        yield {}
        return
    from concurrent.futures import ThreadPoolExecutor

    from checker.readers import read

    with ThreadPoolExecutor(_READERS) as pool:
        yield {f: pool.submit(read, f) for f in files}


# What checks a file is imported when the first of its sort comes: RDF alone starts in a third of the time.


@contextmanager
def _apart(files: Sequence[Path], plan: Plan) -> Iterator[Callable[[Path], tuple[InputReport, ...]]]:
    """What is to be called for each of the files in turn. The fork that checks them is made before there are threads,
    with what it needs, which others may need too."""
    import checker.checks.description  # noqa: F401
    from checker.readers.forked import Line, Work

    def work(file: Path) -> Work:
        return Work(file.name, lambda alive: msgspec.msgpack.encode(_data(file, replace(plan, watch=alive))))

    with Line([work(file) for file in files], plan.watch) as line:
        yield lambda _: msgspec.msgpack.decode(line.next(), type=tuple[InputReport, ...])


def _data(file: Path, plan: Plan) -> tuple[InputReport, ...]:
    if file.suffix.lower() == ".xml":
        from checker.activities import is_iati

        if is_iati(file):
            from checker.checks.activities import check_activities

            return check_activities(file, plan)
    from checker.checks.description import check_description

    return check_description(file, plan)


def _form(file: Path, plan: Plan) -> tuple[InputReport, ...]:
    from checker.checks.form import check_form

    return check_form(file, plan)


def _document(document: Document, plan: Plan) -> tuple[InputReport, ...]:
    from checker.checks.document import check_document

    return check_document(document, plan)
