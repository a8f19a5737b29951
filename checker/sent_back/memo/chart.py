"""Verdicts by theme as bars: a table whose cells are the parts of the bars, with a mark and a number in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from checker.report import RequirementOutcome, Verdict
from checker.reports.counts import ISSUES, Tally, tally, themes
from checker.reports.display import shorten
from checker.reports.texts import Wording
from checker.sent_back.docx.paragraphs import element, paragraph, run
from checker.sent_back.looks import LOOKS, SOFT

SHOWN: tuple[Verdict, ...] = ("met", "partly-met", "not-met", "not-stated")
_UNITS = 60
_TWIPS = 567
"""A centimetre."""
_LABEL, _BAR, _NUMBER = 6.8, 8.6, 1.6
_GAP = 50
_HEIGHT = 235


def chart(rows: Iterable[RequirementOutcome]) -> BaseOxmlElement:
    """A w:tbl with a row a theme, to one scale."""
    counted = [(label, tally(group)) for label, group in themes(rows)]
    shown = [(label, counts) for label, counts in counted if counts.applicable]
    longest = max((counts.applicable for _, counts in shown), default=1)
    unit = round(_BAR * _TWIPS / _UNITS)
    columns = [round(_LABEL * _TWIPS), *[unit] * _UNITS, round(_NUMBER * _TWIPS)]
    look = element(
        "w:tblPr",
        element("w:tblW", w=str(sum(columns)), type="dxa"),
        element("w:tblLayout", type="fixed"),
        element("w:tblCellMar", element("w:left", w="0", type="dxa"), element("w:right", w="0", type="dxa")),
    )
    grid = element("w:tblGrid", *(element("w:gridCol", w=str(width)) for width in columns))
    parts = [row for label, counts in shown for row in (_row(label, counts, longest), _gap())]
    return element("w:tbl", look, grid, *parts)


def legend(say: Wording) -> BaseOxmlElement:
    """What the marks and shades mean."""
    runs: list[BaseOxmlElement] = []
    for verdict in SHOWN:
        look = LOOKS[verdict]
        mark = run(f" {look.mark} ", size=9, bold=True, colour=look.ink)
        mark.rPr.append(element("w:bdr", val="single", sz="4", space="0", color=SOFT))
        mark.rPr.append(element("w:shd", val="clear", color="auto", fill=look.fill))
        runs += [mark, run(f" {say(f'verdict-{verdict}')}     ", size=9)]
    return paragraph(*runs, above=2, below=6, together=True)


def parts(counts: Tally, longest: int) -> tuple[tuple[Verdict, int, int], ...]:
    """Verdict, number and width in units of each part that is there; every part can be seen, none is beyond the bar."""
    found = [(verdict, counts.of(verdict)) for verdict in SHOWN if counts.of(verdict)]
    room = max(round(_UNITS * counts.applicable / longest), 2 * len(found))
    ends: list[int] = []
    done = 0
    for at, (_, n) in enumerate(found):
        done += n
        left = 2 * (len(found) - at - 1)
        least = (ends[-1] if ends else 0) + 2
        ends.append(min(max(round(room * done / counts.applicable), least), room - left))
    starts = [0, *ends]
    return tuple((v, n, end - start) for (v, n), start, end in zip(found, starts, ends, strict=False))


def _row(label: str, counts: Tally, longest: int) -> BaseOxmlElement:
    bar = parts(counts, longest)
    used = sum(width for _, _, width in bar)
    cells = [_plain(shorten(label, 44), 1), *(_part(*one) for one in bar)]
    if used < _UNITS:
        cells.append(_plain("", _UNITS - used))
    cells.append(_plain(f"  {counts.of('met')} / {counts.applicable}", 1))
    return element("w:tr", _height(_HEIGHT, "exact"), *cells)


def _gap() -> BaseOxmlElement:
    return element("w:tr", _height(_GAP, "exact"), _cell(paragraph(run("", size=1), below=0), _UNITS + 2, []))


def _height(twips: int, rule: str) -> BaseOxmlElement:
    return element("w:trPr", element("w:cantSplit"), element("w:trHeight", val=str(twips), hRule=rule))


def _plain(text: str, span: int) -> BaseOxmlElement:
    return _cell(paragraph(run(text, size=8.5), below=0, together=True), span, [])


def _part(verdict: Verdict, n: int, width: int) -> BaseOxmlElement:
    look = LOOKS[verdict]
    said = f"{look.mark} {n}" if width > 4 else look.mark if width > 1 else ""
    inside = paragraph(run(said, size=8, bold=True, colour=look.ink), below=0, centred=True, together=True)
    edge = {"val": "single", "sz": "4", "space": "0", "color": SOFT}
    borders = element("w:tcBorders", *(element(f"w:{side}", **edge) for side in ("top", "left", "bottom", "right")))
    return _cell(inside, width, [borders, element("w:shd", val="clear", color="auto", fill=look.fill)])


def _cell(inside: BaseOxmlElement, span: int, looks: list[BaseOxmlElement]) -> BaseOxmlElement:
    properties = element("w:tcPr", element("w:gridSpan", val=str(span)), *looks, element("w:vAlign", val="center"))
    return element("w:tc", properties, inside)


def by_coverage(rows: Iterable[RequirementOutcome], least: int = 3) -> Iterator[tuple[float, str]]:
    """Coverage and label of the themes with at least so many requirements that apply, the best covered first."""
    found = [(tally(group), label) for label, group in themes(rows)]
    kept = [(counts.coverage, label) for counts, label in found if counts.applicable >= least]
    return iter(sorted(kept, key=lambda one: -one[0]))


def has_issues(row: RequirementOutcome) -> bool:
    return row.verdict in ISSUES
