"""Files of activities are cut as they stream by: each with its line; what is broken or hostile is refused in a line."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from checker.descriptions.iati import encodings
from checker.descriptions.iati.element import parse
from checker.descriptions.iati.stream import read_pieces
from checker.errors import InputError
from tests.descriptions.iati.making import HEAD, TAIL, activity, written
from tests.shared_material import ROOT, shared

EXAMPLE = ROOT / "examples" / "iati" / "reintegration-activities.xml"


def test_activities_come_one_by_one_with_number_line_and_version() -> None:
    found = list(read_pieces(EXAMPLE))
    lines = EXAMPLE.read_text("utf-8").splitlines()
    assert [p.number for p in found] == [1, 2]
    assert all(lines[p.line - 1].lstrip().startswith("<iati-activity ") for p in found)
    assert {p.header.version for p in found} == {"2.03"}
    assert [parse(p, "x").identifier for p in found] == ["XX-EXAMPLE-0001-RIVER", "XX-EXAMPLE-0001-WELLS"]


def test_tags_in_comments_and_cdata_are_text(tmp_path: Path) -> None:
    inside = (
        "<!-- </iati-activity> --><title><narrative><![CDATA[</iati-activity><iati-activity>]]></narrative></title>"
    )
    (piece,) = read_pieces(written(tmp_path, activity(inside)))
    assert parse(piece, "x").element.findtext("title/narrative") == "</iati-activity><iati-activity>"


def test_an_empty_activity_may_close_itself(tmp_path: Path) -> None:
    found = list(read_pieces(written(tmp_path, '<iati-activity a="&gt;"/>', '<iati-activity a=">"/>', activity())))
    assert [p.line for p in found] == [3, 4, 5]
    assert [parse(p, "x").element.get("a") for p in found] == [">", ">", None]


NASTY = [
    ("a document type", '<!DOCTYPE iati-activities SYSTEM "http://x.example/x.dtd">\n' + HEAD[39:] + TAIL, 1, "type"),
    ("entities that multiply", '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>\n' + HEAD[39:] + TAIL, 1, "type"),
    ("an entity of nobody", HEAD + activity("<title>&nbsp;</title>") + TAIL, 5, "undefined entity"),
    (
        "a file to include",
        HEAD + activity('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>') + TAIL,
        5,
        "include",
    ),
    ("depth", HEAD + activity("<a>" * 1000 + "</a>" * 1000) + TAIL, 5, "deep"),
    ("a long attribute", HEAD + activity(f'<title x="{"y" * 3_000_000}"/>') + TAIL, 5, "more than 1 MB"),
    ("an attribute twice", HEAD + activity('<title a="1" a="2"/>') + TAIL, 5, "duplicate attribute"),
    ("a control character", HEAD + activity("<title>\x01</title>") + TAIL, 5, "not well-formed"),
    ("a prefix of nobody", HEAD + activity("<me:title/>") + TAIL, 5, "Namespace prefix"),
    ("no end", HEAD + "<iati-activity>\n<title>", 4, "ends before its end"),
    ("tags that do not match", HEAD + activity("<title></tilte>") + TAIL, 5, "mismatched tag"),
    ("no version", "<iati-activities>\n</iati-activities>", 1, "version"),
    ("an old version", '<iati-activities version="1.05">\n</iati-activities>', 1, "version 1.05"),
    ("organisations", '<iati-organisations version="2.03"/>', 1, "organisation file"),
    ("something else", "<rss/>", 1, "<rss>"),
    ("nothing", "", 1, "not XML"),
    ("no XML", "This is not XML", 1, "not XML"),
]


@pytest.mark.parametrize(("content", "line", "said"), [n[1:] for n in NASTY], ids=[n[0] for n in NASTY])
def test_refuses_in_one_line_with_the_line(content: str, line: int, said: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.xml"
    file.write_text(content, "utf-8")
    with pytest.raises(InputError) as refused:
        for piece in read_pieces(file):
            parse(piece, file.name)
    assert refused.value.where == f"bad.xml:{line}"
    assert said in refused.value.line
    assert "\n" not in refused.value.line
    assert len(refused.value.line) < 200


def test_an_activity_beyond_measure_is_refused(tmp_path: Path) -> None:
    file = written(tmp_path, activity("<title>" + "y" * 2**20 + "</title>"))
    with (
        patch("checker.descriptions.iati.stream.MOST_ACTIVITY", 2**18),
        pytest.raises(InputError, match="has an activity of more than"),
    ):
        list(read_pieces(file))


TEXT = HEAD + activity("<title><narrative>réintégration</narrative></title>") + TAIL
ENCODED = [
    ("utf-8", TEXT.encode()),
    ("utf-8 with a mark", b"\xef\xbb\xbf" + TEXT.encode()),
    ("utf-16", TEXT.replace("UTF-8", "UTF-16").encode("utf-16")),
    ("latin-1", TEXT.replace("UTF-8", "ISO-8859-1").encode("latin-1")),
    ("windows-1252", TEXT.replace("UTF-8", "windows-1252").encode("cp1252")),
    ("undeclared", TEXT[39:].encode()),
]


@pytest.mark.parametrize("content", [c for _, c in ENCODED], ids=[name for name, _ in ENCODED])
def test_reads_every_encoding_that_is_named(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "activities.xml"
    file.write_bytes(content)
    (piece,) = read_pieces(file)
    assert parse(piece, "x").element.findtext("title/narrative") == "réintégration"


WRONG = [
    ("bytes of another", TEXT.encode("latin-1"), "bad.xml:5: holds bytes that are not UTF-8"),
    ("not what it names", TEXT.replace("UTF-8", "UTF-16").encode(), "bad.xml:1: names the encoding utf-16"),
    ("unknown", TEXT.replace("UTF-8", "martian").encode(), "bad.xml:1: names the encoding martian"),
    ("no text encoding", TEXT.replace("UTF-8", "rot13").encode(), "bad.xml:1: names the encoding rot13"),
]


@pytest.mark.parametrize(("content", "said"), [w[1:] for w in WRONG], ids=[w[0] for w in WRONG])
def test_refuses_bytes_that_are_not_what_the_file_names(content: bytes, said: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.xml"
    file.write_bytes(content)
    with pytest.raises(InputError) as refused:
        list(read_pieces(file))
    assert refused.value.line.startswith(said)


def test_line_ends_of_every_sort_count_as_one() -> None:
    """The same file with three sorts of line ends: every element stands on the same line."""
    one, two, three = (
        parse(next(iter(read_pieces(shared("data", "iati", "defects", name)))), name)
        for name in (
            "iati-act-no-errors.xml",
            "iati-act-line-endings-cr.xml",
            "iati-act-line-endings-cr-and-crlf.xml",
        )
    )
    assert list(one.lines.values()) == list(two.lines.values()) == list(three.lines.values())


def test_a_line_is_where_the_tag_begins() -> None:
    file = shared("data", "iati", "activities", "unhcr-2023-return-subset-25.xml")
    lines = file.read_text("utf-8").split("\n")
    for piece in read_pieces(file):
        for element, line in parse(piece, file.name).lines.items():
            assert f"<{etree.QName(element).localname}" in lines[line - 1].replace("<ns0:", "<")


def test_lines_go_on_beyond_those_that_two_bytes_count(tmp_path: Path) -> None:
    file = written(tmp_path, activity("\n" * 70_000), activity("<title/>", "A-2"))
    *_, last = read_pieces(file)
    assert last.line == 70_007
    assert [*parse(last, "x").lines.values()] == [70_007, 70_008, 70_009]


PIECES = st.lists(
    st.sampled_from(
        [
            "<title>\n<narrative>é €\n𝄞</narrative></title>",
            "<!-- <iati-activity>\n</iati-activity> -->",
            '<sector\n  code="1"\n/>',
            "<![CDATA[\n</iati-activity>]]>",
            "<?pi </iati-activity> ?>",
            '<result a=">"><title/></result>',
            "\r\n",
            "&#10;&lt;",
        ]
    ),
    max_size=6,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=4), st.integers(min_value=1, max_value=40))
def test_where_the_file_is_cut_for_reading_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, inside: list[list[str]], size: int
) -> None:
    file = written(tmp_path_factory.mktemp("cut"), *(activity("".join(i), f"A-{n}") for n, i in enumerate(inside)))
    with patch.object(encodings, "PIECE", size), patch.object(encodings, "_HEAD", size + 100):
        found = [parse(p, "x") for p in read_pieces(file)]
    whole = etree.parse(file, etree.XMLParser(remove_comments=True, remove_pis=True)).getroot()
    assert [f.identifier for f in found] == [a.findtext("iati-identifier") for a in whole]
    assert [etree.tostring(f.element, method="c14n") for f in found] == [
        etree.tostring(a, method="c14n") for a in whole
    ]
    assert [f.line for f in found] == [a.sourceline for a in whole]
