"""Whatever a draft, a name or a comment says, no file that is handed out acts on it."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from selectolax.lexbor import LexborHTMLParser

from checker.report import Evidence, Report, RequirementOutcome
from checker.reports import FORMATS, render
from checker.sent_back import Material, write
from checker.sent_back.registry import WRITERS, writers_for
from tests.attacks.canary import Canary
from tests.reports.sample import sample, texts
from tests.sent_back.materials import by, word

FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", '=HYPERLINK("URL")', "=cmd|'/c calc'!A0", "＝1+1")
MARKUP = (
    "<script>fetch('URL')</script>", "<img src=URL onerror=x>", "</td></table><iframe src=URL>", "<!--", "]]>",
    "![x](URL)", "[x](javascript:alert(1))", "::error file=a::b", "{{7*7}}", "\u202egpj", "\x1b[31m", "\x00",
)  # fmt: skip
ACTING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def attacked(report: Report, said: str) -> Report:
    """The report with the text in every string that a draft, a person or own knowledge could bring."""

    def row_with(row: RequirementOutcome) -> RequirementOutcome:
        passage = Evidence(said, 1, (said,), 0, 9, 0.9, (said,))
        return replace(
            row, title=said, statement=said, remedy=said, comment=said, theme_label=said, missing=(said,),
            evidence=(passage,), decided_by=by(said, "not-met", said),
        )  # fmt: skip

    inputs = tuple(
        replace(i, path=f"{said}.docx", name=said, notes=(said,), requirements=tuple(map(row_with, i.requirements)))
        for i in report.inputs
    )
    return replace(report, inputs=inputs, profile_label=said)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("said", [*FORMULAS, *MARKUP])
def test_reports(format: str, said: str, canary: Canary) -> None:
    made = render(attacked(sample(), said.replace("URL", canary.url)), format, texts("en"))
    harmless(made, format)


def harmless(made: str, format: str) -> None:
    """The checks that the kind of a report allows."""
    if format == "html":
        tree = LexborHTMLParser(made)
        assert not tree.css("img, iframe, object, embed, base, [onerror], [onload]")
        assert "fetch('http" not in "".join(s.text() for s in tree.css("script:not([type='application/json'])"))
    elif format == "csv":
        for line in csv.reader(io.StringIO(made)):
            assert not [cell for cell in line if cell[:1] in tuple("=+-@\t\r") and not is_number(cell)]
    elif format in ("json", "sarif", "gitlab"):
        json.loads(made)
    elif format == "github":
        assert all(line.startswith(("::error", "::warning", "::notice")) for line in made.splitlines() if "::" in line)
    elif format == "markdown":
        assert "<script" not in made and "<img" not in made and "![x](" not in made and "<iframe" not in made
    if format in ("text", "markdown", "github", "csv"):
        assert not ACTING.search(made)


def is_number(cell: str) -> bool:
    return re.fullmatch(r"[+-]?[\d.]+", cell) is not None


@pytest.fixture(scope="module")
def original() -> Material:
    return word("We meet once a month.")


@pytest.mark.parametrize("kind", [w.id for w in WRITERS if w in writers_for("docx")])
def test_files_sent_back(kind: str, original: Material, canary: Canary) -> None:
    said = " ".join((*FORMULAS, *MARKUP)).replace("URL", canary.url)
    report = attacked(original.report, "=" + said)
    made = write(kind, replace(original, report=report, draft=report.inputs[0]))
    if kind == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(made))
        cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
        assert not [c for c in cells if c.data_type == "f" and not str(c.value).startswith("=IFERROR(SUMPRODUCT(")]
        assert not [c for c in cells if c.hyperlink]
    if made.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(made)) as package:
            links = [package.read(n).decode() for n in package.namelist() if n.endswith(".rels")]
        assert not [part for part in links if canary.url in part]
    if kind == "html":
        harmless(made.decode(), "html")
    canary.unharmed()
