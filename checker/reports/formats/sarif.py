"""SARIF 2.1.0: an issue is a result, a requirement its rule."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from checker.report import Failed, InputReport, Place, Report, RequirementOutcome
from checker.reports.display import one_line, visible
from checker.reports.issues import Issue, Level, issues, level, passage
from checker.reports.markup import plain
from checker.reports.notes import Remark, remarks
from checker.reports.paths import uri
from checker.reports.pretty import pretty
from checker.reports.requirement_page import address
from checker.reports.texts import InterfaceTexts, Wording

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LANGUAGE = re.compile(r"[a-z]{2}")
_GRAVEST: tuple[Level, ...] = ("error", "warning", "note")
MOST = 25_000
"""Results of one run: code scanning turns down what has more."""
Json = dict[str, object]


def render(report: Report, texts: InterfaceTexts) -> str:
    """One run. Lines and columns count from 1, columns in characters."""
    say, every = Wording(texts), list(issues(report))
    found = sorted(every, key=lambda issue: _GRAVEST.index(issue.level))[:MOST] if len(every) > MOST else every
    rules = {issue.row.id: issue.row for issue in found}
    order = {rule: number for number, rule in enumerate(rules)}
    run: Json = {
        "tool": {"driver": _driver(report, [_rule(row, say) for row in rules.values()])},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.failed,
                "toolExecutionNotifications": [
                    *(_failure(one) for one in report.failed),
                    *(_remark(one) for one in remarks(report, say)),
                    *([_left_out(len(every) - MOST, say)] if len(every) > MOST else []),
                ],
            }
        ],
        "artifacts": [_artifact(draft) for draft in {d.path: d for d in report.inputs}.values()],
        "results": [_result(issue, n, order[issue.row.id], say) for issue, n in _counted(found)],
        "properties": {"knowledge": report.knowledge, "profile": visible(report.profile)},
    }
    if _LANGUAGE.fullmatch(report.language):
        run["language"] = report.language
    return pretty({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(report: Report, rules: list[Json]) -> Json:
    return {
        "name": "guidecheck",
        "version": report.guidecheck,
        "informationUri": "https://w3id.org/guidecheck",
        "rules": rules,
    }


def _rule(row: RequirementOutcome, say: Wording) -> Json:
    help_ = [visible(row.statement)]
    if row.remedy:
        help_.append(f"{say('sent-remedy')} {visible(row.remedy)}")
    help_ += [f"{one_line(p.document)}, {one_line(p.locator)}" for p in row.provisions]
    return {
        "id": visible(row.id),
        "shortDescription": {"text": one_line(row.title)},
        "fullDescription": {"text": visible(row.statement)},
        "help": {"text": "\n\n".join(help_), "markdown": _in_markdown(row, say)},
        "helpUri": address(row.id),
        "defaultConfiguration": {"level": level(replace(row, verdict="not-stated"))},
        "properties": {"tags": [visible(row.theme), row.strength]},
    }


def _in_markdown(row: RequirementOutcome, say: Wording) -> str:
    parts = [plain(row.statement)]
    if row.remedy:
        parts.append(f"**{say('sent-remedy')}** {plain(row.remedy)}")
    parts.append("\n".join(f"- {plain(f'{p.document}, {p.locator}')}" for p in row.provisions))
    parts.append(f"[{plain(row.id)}]({address(row.id)})")
    return "\n\n".join(filter(None, parts))


def _counted(found: Iterable[Issue]) -> Iterator[tuple[Issue, int]]:
    """Each with how many of its fingerprint there have been: drafts without a name share theirs."""
    times = Counter[str]()
    for issue in found:
        times[issue.fingerprint] += 1
        yield issue, times[issue.fingerprint]


def _result(issue: Issue, time: int, rule: int, say: Wording) -> Json:
    row = issue.row
    result: Json = {
        "ruleId": visible(row.id),
        "ruleIndex": rule,
        "level": issue.level,
        "kind": "fail",
        "message": {"text": f"{issue.head(say)}. {issue.body(say)}"},
        "locations": [_location(issue, say)],
        "partialFingerprints": {
            "primaryLocationLineHash": f"{issue.fingerprint[:16]}:{time}",
            "guidecheckIssue/v1": issue.fingerprint,
        },
        "properties": {
            "verdict": row.verdict,
            "strength": row.strength,
            "confidence": round(row.confidence, 4),
            "needsReview": row.needs_review,
            "provisions": [visible(p.id) for p in row.provisions],
        },
    }
    if row.waived_by:
        justification = visible(f"{row.waived_by.who}, {row.waived_by.until}: {row.waived_by.reason}")
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": justification}]
    if row.known:
        result["baselineState"] = "unchanged"
    if related := _related(issue, say):
        result["relatedLocations"] = related
    return result


def _location(issue: Issue, say: Wording) -> Json:
    """In an RDF file the lines; in a document page and heading, with a first line that readers of SARIF ask for."""
    artifact = {"uri": uri(issue.draft.path)}
    if issue.place:
        location: Json = {"physicalLocation": {"artifactLocation": artifact, "region": _region(issue.place)}}
        location["logicalLocations"] = [{"fullyQualifiedName": visible(issue.place.node), "kind": "resource"}]
        return location
    location = {"physicalLocation": {"artifactLocation": artifact, "region": {"startLine": max(issue.line, 1)}}}
    if where := passage(issue, say):
        best = issue.row.evidence[0]
        names = [one_line(heading) for heading in best.heading]
        location["logicalLocations"] = [
            {"name": names[-1] if names else where, "fullyQualifiedName": where, "kind": "section"}
        ]
        if best.page:
            location["properties"] = {"page": best.page}
    return location


def _related(issue: Issue, say: Wording) -> list[Json]:
    artifact = {"uri": uri(issue.draft.path)}
    found: list[tuple[Json, str]] = []
    for number, place in enumerate(issue.row.places):
        if number:
            found.append((_region(place), say(f"data-{place.why}", first=place.line, last=place.end_line)))
        if place.stated:
            line, column = place.stated
            found.append(({"startLine": line, "startColumn": column}, say("ci-stated")))
    return [
        {"id": n, "physicalLocation": {"artifactLocation": artifact, "region": region}, "message": {"text": said}}
        for n, (region, said) in enumerate(found, 1)
    ]


def _region(place: Place) -> Json:
    """Of a draft that states nothing to the point its beginning, of all else the whole."""
    region: Json = {"startLine": place.line, "startColumn": place.column}
    if place.why == "draft":
        return region
    return region | {"endLine": place.end_line} | ({"endColumn": place.end_column} if place.end_column else {})


def _artifact(draft: InputReport) -> Json:
    return {"location": {"uri": uri(draft.path)}, "hashes": {"sha-256": visible(draft.sha256)}}


def _failure(failed: Failed) -> Json:
    said = one_line("; ".join(filter(None, (failed.what, failed.remedy))))
    return _notification("error", said, failed.path, failed.line, failed.column)


def _remark(remark: Remark) -> Json:
    return _notification(remark.level, remark.said, remark.of.path, remark.of.line)


def _left_out(n: int, say: Wording) -> Json:
    return _notification("warning", say("ci-left-out", n=n), "", 0)


def _notification(level: str, said: str, path: str, line: int, column: int = 0) -> Json:
    found: Json = {"level": level, "message": {"text": said}}
    if not path:
        return found
    region = {"region": {"startLine": line, **({"startColumn": column} if column else {})}} if line else {}
    return found | {"locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(path)}, **region}}]}
