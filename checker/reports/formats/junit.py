"""JUnit XML: a draft is a test suite, a requirement a test case.

No attribute but those of the schema by which Jenkins turns files down: a case has no file or line of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from xml.etree import ElementTree as Xml

from checker.report import Failed, InputReport, Report, RequirementOutcome
from checker.reports.counts import ISSUES
from checker.reports.display import draft_name, one_line, visible
from checker.reports.issues import Issue
from checker.reports.notes import Remark, note_line, remarks
from checker.reports.paths import plain_path
from checker.reports.texts import InterfaceTexts, Wording

_COUNTED = {"failure": "failures", "skipped": "skipped", "error": "errors"}


def render(report: Report, texts: InterfaceTexts) -> str:
    """What must or should be there fails its case; what may be there, or does not apply, skips it."""
    say, root = Wording(texts), Xml.Element("testsuites", name="guidecheck")
    told, times = remarks(report, say), Counter(draft.path for draft in report.inputs)
    for draft in report.inputs:
        path = plain_path(draft.path)
        name = path if times[draft.path] == 1 else f"{path} {one_line(draft.node or draft.name)}"
        suite = _suite(root, name, draft, report)
        for row in draft.requirements:
            _case(suite, name, Issue(draft, row), say)
        _count(suite)
        _tell(suite, (one for one in told if one.of.path == draft.path))
    for failed in report.failed:
        path = plain_path(failed.path)
        suite = Xml.SubElement(root, "testsuite", name=path, file=path, time="0")
        _failed(suite, failed)
        _count(suite)
    drafts = {draft.path for draft in report.inputs}
    if of_run := [one for one in told if one.of.path not in drafts]:
        suite = Xml.SubElement(root, "testsuite", name="guidecheck", time="0")
        _count(suite)
        _tell(suite, of_run)
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    Xml.indent(root, " ")
    written = Xml.tostring(root, encoding="unicode").replace("##[", "##&#91;")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'


def _suite(root: Xml.Element, name: str, draft: InputReport, report: Report) -> Xml.Element:
    suite = Xml.SubElement(root, "testsuite", name=name, file=plain_path(draft.path), time="0")
    if re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", report.generated):
        suite.set("timestamp", report.generated[:19])
    properties = Xml.SubElement(suite, "properties")
    for key, value in (
        ("draft", draft_name(draft)),
        ("kind", draft.kind),
        ("profile", report.profile),
        ("sha256", draft.sha256),
        ("knowledge", report.knowledge),
    ):
        Xml.SubElement(properties, "property", name=key, value=one_line(value))
    return suite


def _case(suite: Xml.Element, of: str, issue: Issue, say: Wording) -> None:
    """``of`` tells the drafts of one file apart: build servers know a case by its class and name."""
    row = issue.row
    case = _test(suite, of, f"{one_line(row.id)} {one_line(row.title)}")
    if row.verdict == "not-applicable":
        Xml.SubElement(case, "skipped", message=say(f"verdict-{row.verdict}"))
    elif row.verdict in ISSUES:
        _issue(case, issue, row, say)


def _issue(case: Xml.Element, issue: Issue, row: RequirementOutcome, say: Wording) -> None:
    message = f"{issue.head(say)}. {issue.body(say)}"
    if issue.level == "note":
        Xml.SubElement(case, "skipped", message=message)
        return
    failure = Xml.SubElement(case, "failure", message=message, type=row.verdict)
    at = issue.place
    said = [_where(issue.draft.path, issue.line, at.column if at else 0), visible(row.statement)]
    if row.remedy:
        said.append(f"{say('sent-remedy')} {visible(row.remedy)}")
    failure.text = "\n".join(said)


def _failed(suite: Xml.Element, failed: Failed) -> None:
    case = _test(suite, plain_path(failed.path), plain_path(failed.path))
    said = (_where(failed.path, failed.line, failed.column), visible(failed.remedy))
    Xml.SubElement(case, "error", message=one_line(failed.what), type="input").text = "\n".join(filter(None, said))


def _test(suite: Xml.Element, of: str, name: str) -> Xml.Element:
    return Xml.SubElement(suite, "testcase", name=name, classname=of, time="0")


def _where(path: str, line: int, column: int) -> str:
    return ":".join([plain_path(path), *(str(n) for n in (line, column) if n)])


def _tell(suite: Xml.Element, told: Iterable[Remark]) -> None:
    """What is no test, a line each."""
    if said := "\n".join(f"{one.level}: {note_line(one.of)}" for one in told):
        Xml.SubElement(suite, "system-out").text = said


def _count(suite: Xml.Element) -> None:
    suite.set("tests", str(len(suite.findall("testcase"))))
    for element, name in _COUNTED.items():
        suite.set(name, str(len(suite.findall(f"testcase/{element}"))))
