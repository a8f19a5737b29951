"""Structure as tables of what is written and what is read of it; near misses give nothing."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.evidence.nodes import DRAFT, Nodes
from checker.evidence.structure import StructureMaker
from checker.knowledge import load
from checker.knowledge.names import GC, OA
from checker.readers import read
from checker.readers.blocks import Block, Reading, assemble, row_text
from tests.evidence.documents import document
from tests.evidence.structures_read import Line, lines_of, structure_of

FOLDER = Path(__file__).parent / "structures"
TABLES = sorted((FOLDER / "tables").iterdir())


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


EXPECTED: dict[str, list[Line]] = defaultdict(list)
for row in rows("tables.csv"):
    EXPECTED[row["table"]].append((row["class"], row["row"], row["property"], row["value"]))


@pytest.mark.parametrize("file", TABLES, ids=lambda f: f.stem)
def test_a_table_is_read_as_rows(file: Path) -> None:
    language = file.stem.rsplit("-", 1)[1]
    assert lines_of(structure_of(read(file), language)) == EXPECTED[file.stem]


def test_what_only_looks_like_a_table_of_a_kind_says_nothing() -> None:
    assert [f.stem for f in TABLES if f.stem.startswith("not-") and EXPECTED[f.stem]] == []
    assert {f.stem for f in TABLES} >= set(EXPECTED)


@pytest.mark.parametrize("row", rows("relations.csv"), ids=lambda r: r["text"][:60])
def test_a_relation_is_read_from_a_sentence(row: dict[str, str]) -> None:
    said = lines_of(structure_of(document(row["text"]), row["language"]))
    relations = [f"{path} {value.split(' [')[0]}" for cls, _, path, value in said if cls and path != "hasName"]
    assert "; ".join(relations) == row["expected"]


@pytest.mark.parametrize("row", rows("sentences.csv"), ids=lambda r: r["text"][:60])
def test_a_sentence_is_a_statement_with_its_parts(row: dict[str, str]) -> None:
    said = lines_of(structure_of(document(*row["text"].split(" / ")), row["language"]))
    assert "; ".join(f"{cls} {path} {value.split(' [')[0]}" for cls, _, path, value in said) == row["expected"]


def test_what_is_said_of_one_body_in_two_places_is_said_of_one_node() -> None:
    told = document(
        "# Coordination",
        "The National Committee on Return is chaired by the Ministry of Labour.",
        "# Members",
        "The National Committee on Return is composed of the Ministry of Health and the Chamber of Commerce.",
        "The Technical Committee is chaired by the Ministry of Education.",
    )
    bodies = defaultdict(set)
    for _, name, path, value in lines_of(structure_of(told, "en")):
        bodies[name].add(f"{path} {value.split(' [')[0]}")
    assert bodies["National Committee on Return"] >= {"chairedBy Ministry of Labour", "hasMember Ministry of Health"}
    assert bodies["Technical Committee"] == {"hasName Technical Committee", "chairedBy Ministry of Education"}


def test_members_in_a_list_belong_to_the_body_that_introduces_it() -> None:
    lead = "The Steering Committee is composed of:"
    told = document(lead, ("- the Ministry of Labour;", lead), ("- the Chamber of Commerce.", lead), "Other matters.")
    members = [v.split(" [")[0] for _, _, path, v in lines_of(structure_of(told, "en")) if path == "hasMember"]
    assert members == ["Ministry of Labour", "Chamber of Commerce"]


def test_chapters_are_read_from_headings_with_something_under_them() -> None:
    told = document("# 1. Introduction", "Text.", "# 2. Objectives", "Text.", "# 3. Glossary", "# Annex 1", "Text.")
    sections = {v for _, _, path, v in lines_of(structure_of(told, "en")) if path == "hasSection"}
    assert sections == {"introduction-section", "objectives-section", "appendix-section"}


def test_clauses_of_procedures_say_which_stage_they_are_about() -> None:
    told = document("# 1. Registration", "Text.", "# 2. Needs assessment", "Text.", "# 3. Closing words", "Text.")
    clauses = [(name, v) for _, name, path, v in lines_of(structure_of(told, "en", "sop")) if path == "aboutStage"]
    assert clauses == [("2. Needs assessment", "assessment-stage"), ("1. Registration", "registration-stage")]
    assert not [path for _, _, path, _ in lines_of(structure_of(told, "en", "national-policy")) if path == "aboutStage"]


HEADERS = st.sampled_from(
    ["Indicator", "Baseline", "Target 2030", "Source", "Risk", "Mitigation", "Actor", "Role", "Objective", "Level", ""]
)
CELLS = st.text(max_size=24) | st.sampled_from(["", "–", "tbd", "Total", "Outcome 1: work", "Ministry of Labour", "|"])
GRIDS = st.lists(st.lists(CELLS, max_size=5), max_size=6)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(header=st.lists(HEADERS, min_size=1, max_size=5), grid=GRIDS)
def test_any_table_is_read_and_every_node_has_its_quote(header: list[str], grid: list[list[str]]) -> None:
    lead = row_text(header)
    blocks = [Block(lead, "table-row"), *(Block(row_text(r), "table-row", lead=lead) for r in grid)]
    table = assemble(Reading(blocks), path="t.md", sha256="0" * 64, format="markdown")
    structure = structure_of(table, "en")
    maker = StructureMaker(Nodes(load().lexicon_of("en"), table.sha256), "en")
    triples = maker.triples(structure.things)
    stated = {t.object for t in triples if t.subject.value == DRAFT}
    assert stated <= {t.subject for t in triples if t.predicate.value == GC + "hasEvidence"}
    quotes = [t.object.value for t in triples if t.predicate.value == OA + "exact"]
    assert [q for q in quotes if not q.strip() or q not in table.text] == []
