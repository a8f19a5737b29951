"""What a report says of an activity: why it was taken, where it departs from the schema, how many were left out."""

from __future__ import annotations

from collections.abc import Sequence

from checker.activities.choosing import Reason
from checker.activities.files import ActivityFile
from checker.descriptions.iati.activity import Activity
from checker.descriptions.iati.schema import Issue
from checker.digits import grouped
from checker.knowledge import Knowledge
from checker.knowledge.model import Text

_MOST = 5
"""Departures from the schema that are named."""
_LONGEST = 160
_SECTORS = "https://w3id.org/guidecheck/iati/Sector"


def own_notes(
    activity: Activity, reason: Reason, issues: Sequence[Issue], knowledge: Knowledge, language: str
) -> tuple[str, ...]:
    """Sentences on one activity, in one language."""
    texts = knowledge.interface_texts(language)
    notes = [
        texts["iati-activity"].format(id=activity.identifier or "?", line=activity.line),
        *([texts["iati-again"].format(n=activity.again + 1)] if activity.again else ()),
        in_words(reason, knowledge, language),
    ]
    notes += [texts["iati-schema"].format(line=i.line, what=i.what) for i in issues[:_MOST]]
    if len(issues) > _MOST:
        notes.append(texts["iati-schema-more"].format(n=len(issues) - _MOST))
    if activity.left:
        notes.append(texts["iati-long"].format(n=grouped(activity.left)))
    unread = sorted({n.language for n in activity.narratives if n.language} - set(knowledge.languages))
    if unread:
        named = (_name(code, knowledge, language) for code in unread)
        notes.append(texts["iati-unread"].format(languages=", ".join(named)))
    return tuple(notes)


def file_notes(file: ActivityFile, knowledge: Knowledge, language: str) -> tuple[str, ...]:
    """Sentences on the rest of the file, once it has been gone through."""
    texts = knowledge.interface_texts(language)
    notes = []
    if file.not_taken:
        notes.append(texts["iati-left-out"].format(n=file.not_taken, total=file.read))
    if file.issues_elsewhere:
        first = file.first_elsewhere[0]
        notes.append(texts["iati-schema-elsewhere"].format(n=file.issues_elsewhere, line=first.line, what=first.what))
    return tuple(notes)


def in_words(reason: Reason, knowledge: Knowledge, language: str) -> str:
    """Why an activity was taken, as a sentence."""
    texts = knowledge.interface_texts(language)
    name = knowledge.iati.lists[_SECTORS].names.get(reason.code, Text()).in_(language)
    said = texts[f"iati-taken-{reason.by}"].format(
        line=reason.line, code=reason.code, name=name, cue=reason.cue, text=_cut(reason.text)
    )
    share = texts["iati-share"].format(share=f"{reason.share:g}") if reason.share is not None else ""
    return f"{said} {share}".strip()


def _name(code: str, knowledge: Knowledge, language: str) -> str:
    known = knowledge.other_languages.get(code)
    return known.label.in_(language) if known else code


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
