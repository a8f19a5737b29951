"""A form in the making as a file, while it is saved nowhere else."""

from __future__ import annotations

import msgspec

from checker.descriptions.forms.answers import Answer, FilledForm, Said
from checker.knowledge import Knowledge


class _File(msgspec.Struct):
    name: str
    kind: str
    language: str
    answers: dict[str, tuple[Said, str, str]]


def as_file(form: FilledForm) -> bytes | None:
    """None where nothing is written in it."""
    if not form.answers and not form.name.strip():
        return None
    answers = {question: (a.said, a.wording, a.where) for question, a in form.answers.items()}
    return msgspec.json.encode(_File(form.name, form.kind, form.language, answers))


def from_file(data: bytes, knowledge: Knowledge) -> FilledForm | None:
    """None where the file is none."""
    try:
        found = msgspec.json.decode(data, type=_File)
    except msgspec.DecodeError:
        return None
    if found.kind not in knowledge.kinds or found.language not in knowledge.languages:
        return None
    answers = {question: Answer(*said) for question, said in found.answers.items()}
    return FilledForm("", "", found.name, found.kind, found.language, answers)
