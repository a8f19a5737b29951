"""Markdown files."""

from __future__ import annotations


def test_blocks(reading):
    document = reading(
        "a.md",
        "---\ntitle: x\n---\n# Aims\n\nThe *plan*[^1] covers:\n\n- housing\n- work\n  1. training\n\n## Tasks\n\n"
        "| Body | Task |\n|---|---|\n| IOM | trains |\n\n[^1]: Of 2024.\n",
    )
    assert [(x.kind, x.text, x.lead) for x in document.passages] == [
        ("heading", "Aims", ""),
        ("paragraph", "The plan covers:", ""),
        ("list-item", "housing", "The plan covers:"),
        ("list-item", "work", "The plan covers:"),
        ("list-item", "1. training", "work"),
        ("heading", "Tasks", ""),
        ("table-row", "Body | Task", ""),
        ("table-row", "IOM | trains", "Body | Task"),
        ("footnote", "Of 2024.", ""),
    ]


def test_html_inside_is_read_as_html(reading):
    assert reading("a.md", "<table><tr><td>IOM</td><td>trains</td></tr></table>\n").text == "IOM | trains"
