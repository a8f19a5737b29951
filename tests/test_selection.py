"""Which files of a folder are taken for drafts."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.selection import files_of


@pytest.mark.parametrize(
    ("name", "text", "taken"),
    [
        ("package.json", '{"name": "x", "dependencies": {"@babel/core": "1"}}', False),
        ("guidecheck-baseline.json", '{"guidecheck-baseline": 1, "issues": []}', False),
        ("draft.json", '{"@context": {"gc": "https://w3id.org/guidecheck/ontology#"}}', True),
        ("late.json", '{"x": "' + "a" * (2**20 - 12) + '", "@graph": []}', True),
        ("junit.xml", "<testsuites/>", False),
        ("data.xml", '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>', True),
        ("iati.xml", '<iati-activities version="2.03"/>', True),
        ("organisations.xml", "<iati-organisations/>", True),
        ("broken.jsonld", "{", True),
    ],
)
def test_json_and_xml_that_can_describe_nothing_are_passed_over(
    tmp_path: Path, name: str, text: str, *, taken: bool
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "draft.ttl").touch()
    assert (tmp_path / name in files_of([tmp_path])) == taken
    assert files_of([tmp_path / name]) == (tmp_path / name,)


def test_xml_in_utf_16_is_looked_into(tmp_path: Path) -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?><iati-activities version="2.03"/>'
    (tmp_path / "iati.xml").write_text(text, "utf-16")
    assert files_of([tmp_path]) == (tmp_path / "iati.xml",)
