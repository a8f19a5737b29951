"""What is read word by word is what pyoxigraph reads, or is left to it."""

from __future__ import annotations

import csv
import os
from itertools import chain
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.engine.tables import plain
from checker.engine.tables.plain import read_plainly
from tests.engine.alike import assert_same
from tests.engine.random_shapes import graphs

EXAMPLES = int(os.environ.get("GUIDECHECK_EXAMPLES", "200"))
SETTINGS = {"deadline": None, "suppress_health_check": list(HealthCheck), "print_blob": True, "max_examples": EXAMPLES}
with (Path(__file__).parent / "plain.csv").open(encoding="utf-8", newline="") as stream:
    ROWS = list(csv.DictReader(stream))
ESCAPES = {"\\n": "\n", "\\r": "\r", "\\t": "\t", "\\f": "\f", "\\v": "\v", "\\\\": "\\"}


def unescaped(text: str) -> str:
    parts = text.replace("\\\\", "\0")
    for written, meant in ESCAPES.items():
        parts = parts.replace(written, meant)
    return parts.replace("\0", "\\")


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["what"].replace(" ", "-"))
@pytest.mark.parametrize("at_once", [2, 7, 1 << 21])
def test_plain_text_is_read_as_pyoxigraph_reads_it(
    row: dict[str, str], at_once: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / f"file{row['ending']}"
    file.write_bytes(unescaped(row["text"]).encode())
    whole = assert_same(file)
    assert whole == (row["plain"] == "yes")
    monkeypatch.setattr(plain, "_AT_ONCE", at_once)
    assert assert_same(file) <= whole


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["", '"', '\\"', "\\", "a\nb", "a\r\nb", " . ", " ; ", "\v", "\f", "\u2028", "x" * 5000]
)
LITERALS = st.one_of(
    st.builds(ox.Literal, TEXTS),
    st.builds(lambda t, tag: ox.Literal(t, language=tag), TEXTS, st.sampled_from(["en", "fr-CA", "zh-Hant"])),
    st.builds(
        lambda t, kind: ox.Literal(t, datatype=ox.NamedNode(kind)),
        TEXTS | st.sampled_from(["1", "1.5", "1e3", "true", "2020-02-30", "+1.", ".5"]),
        st.sampled_from(["http://www.w3.org/2001/XMLSchema#" + n for n in ("integer", "decimal", "double", "boolean")]),
    ),
)
NAMES = st.sampled_from(["http://e/", "urn:"]).flatmap(
    lambda base: st.sampled_from(["a", "b.c", "d-e", "f/g", "1", "é", "x'y", "a.", "_", "(h)", "i;j", "k,l"]).map(
        lambda n: ox.NamedNode(base + n)
    )
)
BLANKS = st.sampled_from("abc").map(ox.BlankNode)
TRIPLES = st.lists(st.builds(ox.Triple, NAMES | BLANKS, NAMES, NAMES | BLANKS | LITERALS), max_size=12)
SYNTAXES = st.sampled_from([ox.RdfFormat.TURTLE, ox.RdfFormat.N_TRIPLES])


@given(TRIPLES | graphs, SYNTAXES, st.sampled_from([b"\n", b"\r\n"]))
@settings(**SETTINGS)
def test_what_is_written_comes_back(
    tmp_path_factory: pytest.TempPathFactory, triples: list[ox.Triple], syntax: ox.RdfFormat, line_end: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / f"written.{syntax.file_extension}"
    prefixes = {"e": "http://e/"} if syntax == ox.RdfFormat.TURTLE else None
    written = ox.serialize(triples, format=syntax, prefixes=prefixes)
    file.write_bytes((written or b"").replace(b"\n", line_end))
    assert_same(file)


PIECES = (
    *("e:a", "<http://e/a>", "<s:>", "a", "_:b", "e:", ":", "e:a.", "1", "1.", "true", "x", "<", "[", "]", "(", ")"),
    *('"x"', '"x"@en', '"x"^^e:d', '"', '"""', "'", "\\", '"\\""', "#", "@", "^^", "{", "}", "\0", "\u00a0", "é"),
    *(" ", "\n", "\t", "\r", "\f", " . ", " ; ", " , ", ".", ";", ",", "@prefix e: <http://e/> .\n", "@base <b:> ."),
)
ORDINARY = '@prefix e: <http://e/> .\ne:a e:p e:b , "x"@en ;\n\te:q _:b .\n_:b a e:C .\n<s:> e:p 1 .\n'


@given(
    st.lists(st.tuples(st.integers(0, len(ORDINARY)), st.integers(0, 3), st.sampled_from(PIECES)), max_size=4),
    st.sampled_from([".ttl", ".nt"]),
)
@settings(**SETTINGS)
def test_spoilt_text_is_never_read_otherwise(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, int, str]], ending: str
) -> None:
    text = ORDINARY
    for place, gone, piece in changes:
        text = text[:place] + piece + text[place + gone :]
    file = tmp_path_factory.getbasetemp() / f"spoilt{ending}"
    file.write_bytes(text.encode())
    assert_same(file)


@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from([".ttl", ".nt"]))
@settings(**SETTINGS)
def test_any_words_are_read_alike(tmp_path_factory: pytest.TempPathFactory, pieces: list[str], ending: str) -> None:
    file = tmp_path_factory.getbasetemp() / f"words{ending}"
    file.write_bytes(" ".join(chain(["@prefix e: <http://e/> .\n"] * (ending == ".ttl"), pieces)).encode())
    assert_same(file)


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf<s:> <p:> <o:> .", b'<s:> <p:> "\xff" .', b"<s:> <p:> <o:\xff> ."])
def test_bytes_that_are_no_text_are_left_to_pyoxigraph(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "file.ttl"
    file.write_bytes(data)
    assert read_plainly(file) is None


def test_a_huge_literal_is_read(tmp_path: Path) -> None:
    for size in (1_000_000, 5_000_000):
        file = tmp_path / "file.nt"
        file.write_text(f'<s:> <p:> <o:> .\n<s:> <p:> "{"x" * size}" .\n<s:> <p:> <q:> .\n', encoding="utf-8")
        assert_same(file)


def test_file_that_is_not_there_is_left_to_pyoxigraph(tmp_path: Path) -> None:
    assert read_plainly(tmp_path / "gone.ttl") is None
