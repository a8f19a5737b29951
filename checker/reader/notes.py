"""What the report says of the reader, in the language of the draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker.knowledge import Knowledge
from checker.reader.answer import WHYS, Why
from checker.readers.document import Passage
from checker.reports.texts import Wording

_PAGES = 12
TEXTS: dict[Why, str] = {why: f"reader-why-{why}" for why in WHYS}


def notes(
    knowledge: Knowledge, language: str, *, read: int, of: int, whys: Counter[Why], to_reader: Sequence[Passage],
    who: str, host: str, doubted: tuple[int, int] = (0, 0),
) -> tuple[str, ...]:  # fmt: skip
    """``read`` of so many requirements were read by ``who``; ``to_reader`` are the passages that were held back.
    ``doubted`` says how many fell when read against, and of how many.
    """
    t = Wording(knowledge.interface_texts(language))
    found = []
    if read:
        found.append(t("note-reader-read", n=read, of=of, model=who))
        if host:
            found.append(t("note-reader-sent", host=host))
    fell, of_met = doubted
    if of_met:
        found.append(t("note-reader-doubted", n=fell, of=of_met))
    if whys:
        reasons = "; ".join(f"{t(TEXTS[why])}: {whys[why]}" for why in WHYS if whys[why])
        found.append(t("note-reader-unused", n=sum(whys.values()), reasons=reasons))
    if to_reader:
        pages = sorted({p.page for p in to_reader if p.page is not None})
        where = ", ".join(map(str, pages[:_PAGES]))
        found.append(
            t("note-reader-addressed-pages", n=len(to_reader), pages=where)
            if where
            else t("note-reader-addressed", n=len(to_reader))
        )
    return tuple(found)
