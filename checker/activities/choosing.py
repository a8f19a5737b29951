"""Whether an activity is about return and reintegration: by the codes of its sectors and by what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from checker.activities.cues import NOTHING, CueFinder, Heard
from checker.descriptions.iati.element import ActivityElement, Element, words
from checker.descriptions.iati.statements import select
from checker.knowledge import Knowledge

By = Literal["code", "code-and-text", "text", "hints", "asked"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an activity was taken. ``line`` is where it says so; ``share`` the part of the money, in per cent."""

    by: By
    line: int
    code: str = ""
    text: str = ""
    cue: str = ""
    share: float | None = None


@dataclass(frozen=True, slots=True)
class _Said:
    element: Element
    heard: Heard
    share: float | None


class Chooser:
    """Chooses among the activities of any number of files."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._choosing = knowledge.iati.choosing
        self._known = knowledge.languages
        self._finder = CueFinder(knowledge)

    def reason(self, activity: ActivityElement) -> Reason | None:
        """Why an activity is about return and reintegration; None where nothing shows it."""
        of = self._choosing
        codes = self._codes(activity)
        alone = next((e for code, e in codes.items() if code in of.alone), None)
        if alone is not None:
            return self._because("code", activity, alone, code=str(alone.get("code")))
        deciding = list(self._said(activity, of.deciding))
        if (sure := next((s for s in deciding if s.heard.sure), None)) is not None:
            return self._because("text", activity, sure.element, cue=sure.heard.sure[0], share=sure.share)
        supporting = list(self._said(activity, of.supporting))
        named = [s for s in supporting if s.heard.sure]
        elsewhere = any(s.heard.other for s in deciding)
        hinted = [s for s in (*deciding, *supporting) if s.heard.hints and not (elsewhere or s.heard.other)]
        coded = next((code for code in codes if code in of.with_hint), None)
        if coded and (best := next(iter((*named, *hinted)), None)):
            cue = (best.heard.sure or best.heard.hints)[0]
            return self._because("code-and-text", activity, best.element, code=coded, cue=cue)
        if coded and not self._readable(activity):
            return self._because("code", activity, codes[coded], code=coded)
        if len(named) >= of.least_supporting:
            return self._because("text", activity, named[0].element, cue=named[0].heard.sure[0])
        if codes.keys() & of.against:
            return None
        first = next((s for s in deciding if s in hinted), None)
        if first is not None and self._enough([s for s in deciding if s in hinted], activity):
            return self._because("hints", activity, first.element, cue=first.heard.hints[0], share=first.share)
        return None

    def _enough(self, hinted: list[_Said], activity: ActivityElement) -> bool:
        """A title needs one hint. Elsewhere several are needed, in one language: a translation says nothing more."""
        count: dict[str, int] = {}
        for said in hinted:
            parent = said.element.getparent()
            if parent is not None and parent.tag == "title":
                return True
            language = activity.language(said.element)
            count[language] = count.get(language, 0) + len(said.heard.hints)
        return max(count.values(), default=0) >= self._choosing.least_hints

    def _said(self, activity: ActivityElement, path: str) -> Iterator[_Said]:
        """The narratives that say anything, but for names of sectors with hardly any money in them."""
        for element in select(path, activity.element):
            heard = self._finder.hear(words(element), activity.language(element))
            if heard is NOTHING or not (heard.sure or heard.hints):
                continue
            share = _share(element.getparent())
            if share is None or share >= self._choosing.least_share:
                yield _Said(element, heard, share)

    def _codes(self, activity: ActivityElement) -> Mapping[str, Element]:
        """Sectors of the common lists, those of transactions too."""
        found: dict[str, Element] = {}
        for sector in select("sector | transaction/sector", activity.element):
            if (sector.get("vocabulary") or "1") in self._choosing.vocabularies:
                found.setdefault(str(sector.get("code") or "").strip(), sector)
        return found

    def _readable(self, activity: ActivityElement) -> bool:
        spoken = {activity.language(e) for e in select(self._choosing.deciding, activity.element) if words(e)}
        return bool(spoken & self._known.keys()) or spoken == {""}

    @staticmethod
    def _because(
        by: By,
        activity: ActivityElement,
        element: Element,
        *,
        code: str = "",
        cue: str = "",
        share: float | None = None,
    ) -> Reason:
        text = words(element) if cue else ""
        return Reason(by, activity.lines[element], code, text, cue, share)


def _share(parent: Element | None) -> float | None:
    """The share of the money that a sector has; None for what is none, or says nothing of money."""
    if parent is None or parent.tag != "sector":
        return None
    try:
        return float(parent.get("percentage") or "")
    except ValueError:
        return None
