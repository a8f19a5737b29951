"""In which language a document is to be read, and what a person should know of the languages in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from checker.errors import InputError
from checker.knowledge import Knowledge
from checker.readers import Document
from checker.readers.foreign import UNKNOWN, Listener, Tongue, shares
from checker.readers.language import detect

MUCH = 0.15
"""Share of the text from which a second language is searched too."""
_NAMED = 0.03
_MOST = 0.5
_SURE = 0.2
"""Lead over the runner-up from which a language that was found out needs no word."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """``second`` is a language that is read too, ``in_second`` the numbers of the passages in it."""

    language: str
    sure: bool
    second: str | None = None
    in_second: frozenset[int] = frozenset()
    notes: tuple[str, ...] = ()


def spoken(document: Document, knowledge: Knowledge, wanted: str | None) -> Spoken:
    """Raises InputError where most of the text is in a language that is not read, unless one is ``wanted``."""
    tongues = _tongues(knowledge)
    read = {code: tongues[code] for code in knowledge.languages}
    language, lead = (wanted, 1.0) if wanted else detect(document.text, read)
    texts = [passage.text for passage in document.passages]
    listener = Listener(tongues)
    by_passage = listener.heard(texts, language)
    share = shares(texts, by_passage)
    most = next(iter(share), language)
    foreign = most if most not in knowledge.languages and share[most] > _MOST else None
    if foreign is None and listener.strange(texts):
        foreign = UNKNOWN
    if foreign is not None:
        if wanted is None:
            raise _not_read(document, _name(knowledge, foreign, "en"), knowledge)
        return Spoken(language, True, notes=(_foreign_note(knowledge, language, foreign),))
    beside = [(other, part) for other, part in share.items() if other != language and part >= _NAMED]
    second = next((other for other, part in beside if other in knowledge.languages and part >= MUCH), None)
    numbers = frozenset(p.block for p, heard in zip(document.passages, by_passage, strict=True) if heard == second)
    notes = tuple(_share_note(knowledge, language, other, part, searched=other == second) for other, part in beside)
    return Spoken(language, lead >= _SURE, second, numbers, notes)


def _tongues(knowledge: Knowledge) -> dict[str, Tongue]:
    read = {code: Tongue(frozenset(x.little_words), x.own_letters) for code, x in knowledge.languages.items()}
    others = knowledge.other_languages.values()
    return {**read, **{x.id: Tongue(x.little_words, x.own_letters, x.script) for x in others}}


def _name(knowledge: Knowledge, code: str, language: str) -> str:
    """As it stands within a sentence: only English writes languages with a capital."""
    if code == UNKNOWN:
        return knowledge.interface_texts(language)["unknown-language"]
    named = knowledge.languages.get(code) or knowledge.other_languages[code]
    label = named.label.in_(language)
    return label if language == "en" else label.lower()


def _not_read(document: Document, name: str, knowledge: Knowledge) -> InputError:
    *first, last = (x.label.in_("en") for x in knowledge.languages.values())
    return InputError(
        f"the text seems to be in {name}, which is not read",
        where=Path(document.path).name,
        remedy=f"give it in {', '.join(first)} or {last}, or say with --language which of these it is",
        text="error-language",
        name=name,
    )


def _foreign_note(knowledge: Knowledge, language: str, foreign: str) -> str:
    said = knowledge.interface_texts(language)["note-other-language"]
    return said.format(other=_name(knowledge, foreign, language), language=_name(knowledge, language, language))


def _share_note(knowledge: Knowledge, language: str, other: str, share: float, *, searched: bool) -> str:
    key = "note-second-language" if searched else "note-second-language-not-searched"
    said = knowledge.interface_texts(language)[key]
    return said.format(share=round(100 * share), other=_name(knowledge, other, language))
