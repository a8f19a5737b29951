"""The whole road: files in, a report out. The command line and the screens call this."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from checker import __version__
from checker.descriptions.closure import closed
from checker.descriptions.contradictions import contradictions, in_words
from checker.descriptions.rdf import read_rdf
from checker.descriptions.statements import Wording
from checker.engine import DEFAULT_ENGINE, validate
from checker.errors import GuidecheckError, InputError
from checker.knowledge import Knowledge
from checker.knowledge.model import Requirement
from checker.knowledge.shapes import shapes_graph, unmatched
from checker.readers import Document, read
from checker.report import InputReport, Report
from checker.selection import is_rdf, one_of, requirements_for
from checker.verdicts import Findings, decide_description

_READERS = 2
_SURE = 0.2
"""Lead over the runner-up from which a language or kind that was found out needs no word."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to check. None for ``kind`` and ``language`` means: find out."""

    profile: str = "everything"
    kind: str | None = None
    language: str | None = None
    engine: str = DEFAULT_ENGINE


@dataclass(frozen=True, slots=True)
class Step:
    """Progress of a run: the file at work, how many files are done, and how many there are."""

    file: Path
    done: int
    of: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """A report on what could be checked, and the errors of what could not."""

    report: Report
    errors: tuple[GuidecheckError, ...]


def check(
    files: Sequence[Path],
    knowledge: Knowledge,
    options: Options | None = None,
    progress: Callable[[Step], None] = lambda step: None,
) -> Outcome:
    """Checks files one by one; an error in one does not stop the others.

    Raises CallError where the options name an unknown profile, kind or language.
    """
    options = options or Options()
    one_of("profile", options.profile, knowledge.profiles)
    if options.kind is not None:
        one_of("kind", options.kind, knowledge.kinds)
    if options.language is not None:
        one_of("language", options.language, knowledge.languages)
    inputs: list[InputReport] = []
    errors: list[GuidecheckError] = []
    for done, (file, found) in enumerate(_inputs(files, knowledge, options)):
        progress(Step(file, done, len(files)))
        try:
            checked = found()
            inputs.extend(checked)
            errors.extend(_contradiction(file, e) for e in checked[0].errors)
        except GuidecheckError as error:
            errors.append(error)
    languages = {i.language for i in inputs}
    report = Report(
        guidecheck=__version__,
        knowledge=knowledge.digest,
        profile=options.profile,
        generated=datetime.now(UTC).isoformat(timespec="seconds"),
        language=options.language or (languages.pop() if len(languages) == 1 else "en"),
        inputs=tuple(inputs),
    )
    return Outcome(report, tuple(errors))


def _contradiction(file: Path, said: str) -> InputError:
    return InputError(f"contradicts itself: {said}", where=file.name, remedy="take one of the two away")


def _inputs(
    files: Sequence[Path], knowledge: Knowledge, options: Options
) -> Iterator[tuple[Path, Callable[[], tuple[InputReport, ...]]]]:
    """Each file with what checks it; documents are read ahead, two at a time."""
    with ThreadPoolExecutor(_READERS) as pool:
        reading: dict[Path, Future[Document]] = {f: pool.submit(read, f) for f in files if not is_rdf(f)}
        for file in files:
            if is_rdf(file):
                yield file, lambda file=file: _check_rdf(file, knowledge, options)  # type: ignore[misc]
            else:
                yield file, lambda file=file: _check_document(reading.pop(file).result(), knowledge, options)  # type: ignore[misc]


def _check_document(document: Document, knowledge: Knowledge, options: Options) -> tuple[InputReport, ...]:
    from checker.evidence import kind_of, read_draft
    from checker.readers.language import Signs, detect
    from checker.verdicts.documents import decide_document

    signs = {code: Signs(frozenset(x.little_words), x.own_letters) for code, x in knowledge.languages.items()}
    language, language_lead = (options.language, 1.0) if options.language else detect(document.text, signs)
    kind, kind_lead = (options.kind, 1.0) if options.kind else kind_of(document, knowledge, language)
    notes = _unsure(knowledge, language, kind, language_sure=language_lead >= _SURE, kind_sure=kind_lead >= _SURE)
    requirements = requirements_for(knowledge, options.profile, (kind,))
    evidence = read_draft(document, knowledge, language=language, kind=kind, requirements=requirements)
    outcomes = decide_document(evidence, requirements, knowledge, language=language, engine=options.engine)
    return (
        InputReport(
            path=document.path,
            sha256=document.sha256,
            kind=kind,
            kind_label=knowledge.kinds[kind].label.in_(language),
            language=language,
            pages=document.pages,
            requirements=outcomes,
            name=Path(document.path).name,
            notes=(*notes, *document.notes),
        ),
    )


def _unsure(knowledge: Knowledge, language: str, kind: str, *, language_sure: bool, kind_sure: bool) -> tuple[str, ...]:
    """Says where language or kind were hard to tell."""
    texts = knowledge.interface_texts(language)
    label = {"language": knowledge.languages[language].label, "kind": knowledge.kinds[kind].label}
    return tuple(
        texts[f"note-{what}-unsure"].format(**{what: label[what].in_(language)})
        for what, sure in (("language", language_sure), ("kind", kind_sure))
        if not sure
    )


def _check_rdf(file: Path, knowledge: Knowledge, options: Options) -> tuple[InputReport, ...]:
    found = read_rdf(file, knowledge, kind=options.kind)
    kinds = {k for d in found.descriptions for _, k in d.nodes}
    requirements = tuple(r for r in requirements_for(knowledge, options.profile, kinds) if r.has_claims)
    data = closed(found.triples, knowledge)
    findings_of = Findings.by_focus(validate(shapes_graph(knowledge.index, requirements), data, options.engine))
    contradictory = contradictions(found.triples, knowledge)
    others = unmatched(_of_profile(knowledge, options), kinds)

    @cache
    def wording(language: str) -> Wording:
        return Wording(found.triples, knowledge, language)

    @cache
    def not_checked(kind: str, language: str) -> tuple[str, ...]:
        return _without_claims(knowledge, options.profile, kind, language)

    @cache
    def said(language: str) -> tuple[str, ...]:
        return tuple(in_words(c, found.triples, knowledge, language) for c in contradictory)

    reports = []
    for d in found.descriptions:
        language = options.language or (d.language if d.language in knowledge.languages else "en")
        reports.append(
            InputReport(
                path=str(file),
                sha256=found.sha256,
                kind=d.kind,
                kind_label=knowledge.kinds[d.kind].label.in_(language),
                language=language,
                pages=None,
                requirements=decide_description(
                    d, findings_of, requirements, knowledge, wording(language), language=language
                ),
                name=d.name,
                notes=(*found.notes, *said(language), *not_checked(d.kind, language)),
                errors=said("en"),
                unmatched_shapes=others,
            )
        )
    return tuple(reports)


def _of_profile(knowledge: Knowledge, options: Options) -> tuple[Requirement, ...]:
    held = knowledge.profiles[options.profile].requirements
    return tuple(r for r in knowledge.requirements.values() if r.id in held and r.has_claims)


def _without_claims(knowledge: Knowledge, profile: str, kind: str, language: str) -> tuple[str, ...]:
    """Says how many requirements of the kind cannot be checked on RDF yet."""
    count = sum(not r.has_claims for r in requirements_for(knowledge, profile, (kind,)))
    said = knowledge.interface_texts(language).get("note-without-claims", "")
    return (said.format(n=count),) if count and said else ()
