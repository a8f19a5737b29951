"""Plain text files, in the encodings that people send."""

from __future__ import annotations

import pytest

from .making import outline

DRAFT = """RETURN POLICY

1 Aims

The plan covers all persons
who return. It offers:
- housing
- work and
  training

1.1 Scope

All provinces."""


def test_paragraphs_lists_and_headings(reading):
    document = reading("a.txt", DRAFT)
    assert outline(document) == ["RETURN POLICY", "1 Aims", "1 Aims > 1.1 Scope"]
    assert [(x.kind, x.text, x.lead) for x in document.passages if x.kind != "heading"] == [
        ("paragraph", "The plan covers all persons who return. It offers:", ""),
        ("list-item", "housing", "It offers:"),
        ("list-item", "work and training", "It offers:"),
        ("paragraph", "All provinces.", ""),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1"])
def test_encodings(reading, encoding):
    text = "El año próximo habrá reintegración: 10 % más."
    content = text.encode(encoding)
    if encoding == "utf-16-le":
        content = b"\xff\xfe" + content
    assert reading("a.txt", content).text == text
