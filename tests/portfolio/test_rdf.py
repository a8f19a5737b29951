"""Files of RDF to their drafts, each with what belongs to it and the line on which it begins."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.descriptions.rdf import read_rdf
from checker.errors import InputError
from checker.knowledge import load
from checker.portfolio.drafted import Drafted, as_bytes, from_bytes
from checker.portfolio.rdf import read_drafts
from tests.portfolio.making import PREFIXES, programme

TWO = f"""{PREFIXES}
{programme("first")}
{programme("second")}
ex:first gc:involvesActor ex:partner .
ex:second gc:involvesActor ex:partner .
ex:partner rdfs:label "Partner" .
ex:review gc:isAbout ex:second .
ex:nobody rdfs:label "Nobody" .
gc:SteeringCommittee rdfs:subClassOf gc:CoordinationMechanism .
"""


def drafts(file: Path, beside: Path | None = None) -> list[Drafted]:
    return list(read_drafts(file, "source", "hash", load(), beside))


def subjects(drafted: Drafted) -> set[str]:
    return {t.subject.value.removeprefix("https://example.org/") for t in drafted.triples()}


def written(folder: Path, text: str, name: str = "file.ttl") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_each_draft_has_its_own_and_what_both_share(tmp_path: Path) -> None:
    first, second = drafts(written(tmp_path, TWO))
    assert subjects(first) == {"first", "first-committee", "first-ministry", "partner"}
    assert subjects(second) == {"second", "second-committee", "second-ministry", "partner", "review"}


def test_a_draft_that_is_alone_has_the_whole_file(tmp_path: Path) -> None:
    file = written(tmp_path, PREFIXES + programme("one") + 'ex:nobody rdfs:label "Nobody" .')
    (one,) = drafts(file)
    assert set(one.triples()) == set(read_rdf(file, load()).triples)


def test_lines_are_those_of_the_draft_and_of_its_parts(tmp_path: Path) -> None:
    text = f"{PREFIXES}\nex:part a gc:SopDraft .\n\nex:whole a gc:ProgrammeDraft ;\n    gc:hasPart ex:part .\n"
    (whole,) = drafts(written(tmp_path, text))
    place = text.splitlines().index
    assert whole.lines == {
        "https://example.org/whole": place("ex:whole a gc:ProgrammeDraft ;") + 1,
        "https://example.org/part": place("ex:part a gc:SopDraft .") + 1,
    }


@pytest.mark.parametrize(
    ("ending", "syntax"),
    [
        (".nt", ox.RdfFormat.N_TRIPLES),
        (".trig", ox.RdfFormat.TRIG),
        (".rdf", ox.RdfFormat.RDF_XML),
        (".jsonld", ox.RdfFormat.JSON_LD),
    ],
)
def test_every_syntax_gives_the_same_drafts(tmp_path: Path, ending: str, syntax: ox.RdfFormat) -> None:
    turtle = written(tmp_path, TWO)
    data = ox.serialize((q.triple for q in ox.parse(path=str(turtle))), format=syntax)
    other = tmp_path / f"file{ending}"
    other.write_bytes(data or b"")
    expected = [(d.draft, set(d.triples())) for d in drafts(turtle)]
    assert [(d.draft, set(d.triples())) for d in drafts(other)] == expected


BAD = [
    ("ex:a a gc:ProgrammeDraft", "not valid"),
    ('ex:a rdfs:label "nothing" .', "describes no draft"),
    ("ex:a a gc:ProgrammeDraft ; <http://www.w3.org/2002/07/owl#imports> ex:b .", "nothing is fetched"),
]


@pytest.mark.parametrize(("text", "said"), BAD)
def test_what_cannot_be_used_is_said(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        drafts(written(tmp_path, PREFIXES + text))


def test_a_line_longer_than_the_parser_asks_for_is_read(tmp_path: Path) -> None:
    (one,) = drafts(written(tmp_path, f"{PREFIXES}{programme('one')}ex:one rdfs:comment '{'a' * 300_000}' ."))
    assert len(one.stated) > 300_000


NODES = [ox.NamedNode(f"https://example.org/{n}") for n in range(8)]
LINK, LABEL = ox.NamedNode("https://example.org/p"), ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
A_DRAFT = (ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), "https://w3id.org/guidecheck/ontology#")
node = st.sampled_from(NODES)
statements = st.lists(
    st.one_of(
        st.builds(lambda s, o: ox.Triple(s, LINK, o), node, node),
        st.builds(lambda s, n: ox.Triple(s, LABEL, ox.Literal(f'line\n{n} \\ "')), node, st.integers(0, 3)),
        st.builds(lambda s: ox.Triple(s, A_DRAFT[0], ox.NamedNode(A_DRAFT[1] + "SopDraft")), node),
    ),
    max_size=25,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(statements)
def test_a_large_file_is_split_as_a_small_one(tmp_path: Path, found: list[ox.Triple]) -> None:
    first = ox.Triple(NODES[0], A_DRAFT[0], ox.NamedNode(A_DRAFT[1] + "ProgrammeDraft"))
    file = tmp_path / "file.nt"
    file.write_bytes(ox.serialize([first, *found], format=ox.RdfFormat.N_TRIPLES) or b"")
    small, large = drafts(file), drafts(file, tmp_path / "beside.nt")
    assert small == large == from_bytes(as_bytes(small))
    assert not (tmp_path / "beside.nt").exists()
    assert {t for d in small for t in d.triples()} <= {first, *found}
    assert [d.draft for d in small] == sorted(d.draft for d in read_rdf(file, load()).descriptions)
