"""JUnit XML: a draft is a test suite, a requirement a test case."""

from __future__ import annotations

import re
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
    told = remarks(report, say)
    for draft in report.inputs:
        suite = _suite(root, draft, report)
        for row in draft.requirements:
            _case(suite, Issue(draft, row), say)
        _count(suite)
        _tell(suite, (one for one in told if one.of.path == draft.path))
    for failed in report.failed:
        suite = Xml.SubElement(root, "testsuite", name=plain_path(failed.path), time="0")
        _failed(suite, failed)
        _count(suite)
    drafts = {draft.path for draft in report.inputs}
    if of_run := [one for one in told if one.of.path not in drafts]:
        suite = Xml.SubElement(root, "testsuite", name="guidecheck", time="0")
        _count(suite)
        _tell(suite, of_run)
    for name in ("tests", *_COUNTED.values()):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    Xml.indent(root, " ")
    written = Xml.tostring(root, encoding="unicode").replace("##[", "##&#91;")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'


def _suite(root: Xml.Element, draft: InputReport, report: Report) -> Xml.Element:
    suite = Xml.SubElement(root, "testsuite", name=plain_path(draft.path), time="0")
    if re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", report.generated):
        suite.set("timestamp", report.generated[:19])
    properties = Xml.SubElement(suite, "properties")
    for name, value in (
        ("draft", draft_name(draft)),
        ("kind", draft.kind),
        ("profile", report.profile),
        ("sha256", draft.sha256),
        ("knowledge", report.knowledge),
    ):
        Xml.SubElement(properties, "property", name=name, value=one_line(value))
    return suite


def _case(suite: Xml.Element, issue: Issue, say: Wording) -> None:
    row, path = issue.row, plain_path(issue.draft.path)
    case = _test(suite, f"{one_line(row.id)} {one_line(row.title)}", path, issue.line)
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
    where = f"{plain_path(issue.draft.path)}:{at.line}:{at.column}" if at else plain_path(issue.draft.path)
    said = [where, visible(row.statement)]
    if row.remedy:
        said.append(f"{say('sent-remedy')} {visible(row.remedy)}")
    failure.text = "\n".join(said)


def _failed(suite: Xml.Element, failed: Failed) -> None:
    case = _test(suite, plain_path(failed.path), plain_path(failed.path), failed.line)
    Xml.SubElement(case, "error", message=one_line(failed.what), type="input").text = visible(failed.remedy)


def _test(suite: Xml.Element, name: str, path: str, line: int) -> Xml.Element:
    case = Xml.SubElement(suite, "testcase", name=name, classname=path, file=path, time="0")
    if line:
        case.set("line", str(line))
    return case


def _tell(suite: Xml.Element, told: Iterable[Remark]) -> None:
    """What is no test, a line each."""
    if said := "\n".join(f"{one.level}: {note_line(one.of)}" for one in told):
        Xml.SubElement(suite, "system-out").text = said


def _count(suite: Xml.Element) -> None:
    suite.set("tests", str(len(suite.findall("testcase"))))
    for element, name in _COUNTED.items():
        suite.set(name, str(len(suite.findall(f"testcase/{element}"))))
