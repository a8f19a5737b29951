"""What a paragraph's style says of it: heading level, contents entry, caption, list, hidden, bold, size."""

from __future__ import annotations

import re

from checker.readers.docx.wml import W, number, on, value
from checker.readers.safexml import Element

_HEADING = re.compile(
    r"^(?:heading|titre|t[ií]tulo|encabezado|überschrift|titolo|kop|cabe[cç]alho|nagłówek|rubrik|overskrift"
    r"|заголовок|標題|标题|見出し)\s*(\d)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^(?:title|subtitle|titre|sous-titre|t[ií]tulo|subt[ií]tulo|puesto|titel|untertitel)$", re.I)
_CONTENTS = re.compile(r"^(?:toc|tdm|tdc|tm|índice|table of figures|table des illustrations|tabla de)\b", re.I)
_CAPTION = re.compile(r"caption|l[ée]gende|leyenda|ep[íi]grafe|descripci[óo]n|beschriftung", re.I)
_BULLETED = re.compile(r"^(?:list bullet|liste à puces|lista con viñetas)", re.I)


class Styles:
    """Looks along the chain of based-on styles; a missing styles part or style says nothing."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default: str | None = None
        self._defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None
        for style in root.findall(W + "style") if root is not None else ():
            identity = style.get(W + "styleId")
            if identity:
                self._styles[identity] = style
                if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true"):
                    self._default = identity

    def chain(self, identity: str | None) -> list[Element]:
        """The style, then what it is based on, nearest first."""
        found: list[Element] = []
        identity = identity if identity in self._styles else self._default
        while identity in self._styles and len(found) < 20:
            found.append(self._styles[identity])
            identity = value(found[-1], "basedOn")
        return found

    def _names(self, identity: str | None) -> list[str]:
        names = [value(style, "name") or "" for style in self.chain(identity)]
        return [identity, *names] if identity and identity not in self._styles else names

    def level(self, identity: str | None) -> int | None:
        """1 to 9 for headings, 0 for the title, None for the rest."""
        for style in self.chain(identity):
            outline = number(style, "pPr", "outlineLvl")
            if outline is not None:
                return outline + 1 if 0 <= outline < 9 else None
            name = value(style, "name") or ""
            if match := _HEADING.match(name):
                return int(match[1]) or None
            if _TITLE.match(name):
                return 0
        match = _HEADING.match(identity or "")  # no styles part: the id is often the name
        return int(match[1]) or None if match else None

    def is_contents(self, identity: str | None) -> bool:
        return any(_CONTENTS.match(name) for name in self._names(identity)[:1])

    def is_caption(self, identity: str | None) -> bool:
        return any(_CAPTION.search(name) for name in self._names(identity)[:2])

    def is_bulleted(self, identity: str | None) -> bool:
        return any(_BULLETED.match(name) for name in self._names(identity)[:2])

    def numbering(self, identity: str | None) -> tuple[str | None, int | None]:
        """The id and level of the list that the style puts its paragraphs in."""
        for style in self.chain(identity):
            found = value(style, "pPr", "numPr", "numId")
            if found is not None:
                return found, number(style, "pPr", "numPr", "ilvl")
        return None, None

    def toggle(self, identity: str | None, name: str) -> bool:
        """A run property such as bold ("b") or hidden ("vanish"), as the style has it."""
        for style in self.chain(identity):
            state = on(style, "rPr", name)
            if state is not None:
                return state
        return bool(on(self._defaults, name))

    def hidden(self) -> frozenset[str]:
        """The ids of styles whose text is not shown."""
        return frozenset(identity for identity in self._styles if self.toggle(identity, "vanish"))

    def size(self, identity: str | None) -> int:
        """Font size in half points; 22 where nothing is said."""
        for style in self.chain(identity):
            size = number(style, "rPr", "sz")
            if size is not None:
                return size
        return number(self._defaults, "sz") or 22
