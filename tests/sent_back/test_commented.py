"""Comments in the original: they stand where they belong, and nothing else has changed."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.comments import Comment
from docx.document import Document
from lxml import etree

from checker.readers import read
from checker.readers.docx.wml import W
from checker.report import Evidence
from checker.sent_back import Material, write
from checker.sent_back.docx.commented import write as commented
from checker.sent_back.front import MOST, front
from checker.sent_back.remarks import missing
from tests.readers.making import p, package, word
from tests.sent_back.materials import POLICY, PROPOSAL, SOP, checked, decided, of_document
from tests.shared_material import shared

TABLE = f"<w:tbl><w:tr><w:tc>{p('Body')}</w:tc><w:tc>{p('Task')}</w:tc></w:tr></w:tbl>"
BOX = (
    "<w:p><w:r><w:t>Beside the box.</w:t></w:r><w:r><w:pict><w:txbxContent>"
    f"{p('Inside the box.')}</w:txbxContent></w:pict></w:r></w:p>"
)
NESTED = f"<w:sdt><w:sdtContent><w:sdt><w:sdtContent>{p('Deep inside.')}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
TRACKED = (
    "<w:p><w:ins w:id='1' w:author='x'><w:r><w:t>We will </w:t></w:r></w:ins><w:del w:id='2' w:author='x'><w:r>"
    "<w:delText>not </w:delText></w:r></w:del><w:r><w:t>meet.</w:t></w:r></w:p>"
)
PROPERTIES = "<w:sectPr><w:pgSz w:w='11906' w:h='16838'/></w:sectPr>"


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def anchored(document: Document, comment: Comment) -> str:
    """The text between the marks of a comment."""
    body, number = document.element.body, str(comment.comment_id)
    inside, texts = False, []
    for element in body.iter():
        if element.get(f"{W}id") == number and element.tag in (W + "commentRangeStart", W + "commentRangeEnd"):
            inside = element.tag == W + "commentRangeStart"
        elif inside and element.tag == W + "t":
            texts.append(element.text or "")
    return "".join(texts)


def material_of_word(body: str, tmp_path: Path, **parts: str) -> Material:
    file = tmp_path / "draft.docx"
    file.write_bytes(real(body, **parts))
    document = read(file)
    return of_document(file.read_bytes(), document, document.passages)


def real(body: str, **parts: str) -> bytes:
    """A package that Word would open: with content types and relations for its parts."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    types = "".join(f'<Override PartName="/word/{n}.xml" ContentType="{kind}.{n}+xml"/>' for n in parts)
    relations = "".join(
        f'<Relationship Id="r{n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{n}" '
        f'Target="{n}.xml"/>'
        for n in parts
    )
    with zipfile.ZipFile(io.BytesIO(word(body + PROPERTIES, **parts))) as made:
        content = {name: made.read(name) for name in made.namelist()}
    content["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}'
        f'<Override PartName="/word/document.xml" ContentType="{kind}.document.main+xml"/></Types>'
    ).encode()
    head = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    content["_rels/.rels"] = content["_rels/.rels"].replace(b"<Relationships>", head.encode())
    content["word/_rels/document.xml.rels"] = f"{head}{relations}</Relationships>".encode()
    return package(content)


def without_ours(data: bytes) -> bytes:
    """The main part with our page and marks taken out, in canonical form."""
    parser = etree.XMLParser(remove_blank_text=True)
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        root = etree.fromstring(made.read("word/document.xml"), parser)
    for control in root.iter(W + "sdt"):
        tag = control.find(f"{W}sdtPr/{W}tag")
        if tag is not None and tag.get(W + "val") == "guidecheck":
            control.getparent().remove(control)
            break
    for reference in list(root.iter(W + "commentReference")):
        reference.getparent().getparent().remove(reference.getparent())
    for tag in ("commentRangeStart", "commentRangeEnd"):
        for mark in list(root.iter(W + tag)):
            mark.getparent().remove(mark)
    return etree.tostring(root, method="c14n")


@pytest.mark.parametrize("file", [SOP, POLICY], ids=lambda f: f.name)
def test_the_original_is_all_there(file: Path) -> None:
    made = write("commented", checked(file))
    assert without_ours(made) == without_ours(file.read_bytes())
    with zipfile.ZipFile(io.BytesIO(made)) as after, zipfile.ZipFile(file) as before:
        changed = {"[Content_Types].xml", "word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels"}
        for name in set(before.namelist()) - changed:
            one, other = after.read(name), before.read(name)
            assert one == other or canonical(one) == canonical(other), name


def canonical(part: bytes) -> list[bytes]:
    """The children of a part in canonical form, without white space between them; relations in any order."""
    root = etree.fromstring(part, etree.XMLParser(remove_blank_text=True))
    children = [etree.tostring(child, method="c14n") for child in root]
    return sorted(children) if root.tag.endswith("Relationships") else children


def test_each_comment_stands_at_its_passage() -> None:
    material = checked(SOP)
    document = opened(write("commented", material))
    rows = {row.id: row for row in material.draft.requirements}
    seen = 0
    for comment in list(document.comments)[1:]:
        ids = [word for word in comment.text.split() if word in rows]
        quote = rows[ids[0]].evidence[0].quote
        seen += 1
        assert "".join(anchored(document, comment).split())[:40] in "".join(quote.split())
    assert seen == sum(r.verdict in ("partly-met", "not-met") for r in material.draft.requirements)


def test_what_is_missing_stands_in_front_and_at_the_title() -> None:
    material = checked(POLICY)
    document = opened(write("commented", material))
    said = "".join(t.text or "" for t in next(document.element.body.iter(W + "sdt")).iter(W + "t"))
    assert "No se menciona en ninguna parte del borrador" in said
    found = missing(material)
    listed = {row.id for finding in found[:MOST] for row in (finding.lead, *finding.also)}
    for row in material.draft.requirements:
        assert (f"({row.id}" in said or f", {row.id}" in said) == (row.id in listed), row.id
    assert f"Sin mencionar tampoco y sin enumerar aquí: {len(found) - MOST} (" in said
    first = next(iter(document.comments))
    assert first.author == "guidecheck"
    assert anchored(document, first) == material.document.passages[0].text  # type: ignore[union-attr]


def test_what_a_person_said_of_something_missing_stands_in_front_wherever_it_comes() -> None:
    material = checked(POLICY)
    last = missing(material)[-1].lead
    rows = (replace(row, comment="Add it!") if row.id == last.id else row for row in material.draft.requirements)
    spoken = replace(material, draft=replace(material.draft, requirements=tuple(rows)))
    before, after = front(material), front(spoken)
    listed = [name for group in after.groups for name, _ in group.items]
    assert len(listed) == MOST + 1
    assert f"({last.id}" in listed[-1]
    assert before.rest != after.rest


def test_a_short_list_stands_whole() -> None:
    material = checked(POLICY)
    few = {row.id for finding in missing(material)[:MOST] for row in (finding.lead, *finding.also)}
    rows = tuple(row for row in material.draft.requirements if row.verdict != "not-stated" or row.id in few)
    page = front(replace(material, draft=replace(material.draft, requirements=rows)))
    assert sum(len(group.items) for group in page.groups) == MOST
    assert page.rest == ""


def test_what_came_back_is_read_as_the_draft_alone(tmp_path: Path) -> None:
    file = tmp_path / "sop.docx"
    file.write_bytes(write("commented", checked(SOP)))
    again = read(file)
    assert [x.text for x in again.passages] == [x.text for x in read(SOP).passages]
    assert "The pages that guidecheck put in front are left out." in again.notes


def test_people_are_named_with_their_time() -> None:
    comments = list(opened(write("commented", decided(SOP))).comments)
    ana = [c for c in comments if c.author == "Ana Pérez"]
    assert len(ana) == 2
    assert {c.initials for c in ana} == {"AP"}
    assert {c.timestamp.isoformat() for c in ana if c.timestamp} == {"2026-05-04T09:30:00+00:00"}


@pytest.mark.parametrize(
    ("body", "at"),
    [
        (p("One.") + p("Two."), ["One.", "Two."]),
        (p("One.") + NESTED, ["One.", "Deep inside."]),
        (p("One.") + TRACKED, ["One.", "We will meet."]),
        (p("One.") + TABLE, ["One.", "Body"]),
        (p("One.") + BOX, ["One.", "Beside the box.Inside the box.", "Beside the box.Inside the box."]),
        (p("Same.") + p("Same."), ["Same.", "Same."]),
    ],
    ids=["plain", "nested controls", "tracked", "table", "text box", "twice the same"],
)
def test_places(body: str, at: list[str], tmp_path: Path) -> None:
    made = commented(material_of_word(body, tmp_path))
    document = opened(made)
    assert [anchored(document, c) for c in list(document.comments)[1:]] == at
    assert without_ours(made) == without_ours(real(body))


def test_a_footnote_is_spoken_of_where_it_is_called(tmp_path: Path) -> None:
    call = "<w:p><w:r><w:t>We meet.</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    notes = "<w:footnote w:id='2'><w:p><w:r><w:t>Once a month.</w:t></w:r></w:p></w:footnote>"
    document = opened(commented(material_of_word(p("First.") + call, tmp_path, footnotes=notes)))
    assert [anchored(document, c) for c in list(document.comments)[1:]] == ["First.", "We meet.", "We meet."]


def test_a_passage_that_is_gone_is_spoken_of_at_its_heading(tmp_path: Path) -> None:
    heading = p("2 Data", "<w:outlineLvl w:val='0'/>")
    material = material_of_word(p("One.") + p("1 Aims", "<w:outlineLvl w:val='0'/>") + heading + p("Two."), tmp_path)
    row = material.draft.requirements[0]
    lost = replace(row, evidence=(Evidence("Nowhere to be found.", None, ("2 Data",), 5, 25, 0.9),))
    made = opened(commented(replace(material, draft=replace(material.draft, requirements=(lost,)))))
    comment = list(made.comments)[1]
    assert anchored(made, comment) == "2 Data"
    assert comment.text.startswith("The passage (2 Data) could not be found here")


def test_a_choice_of_several_passages_is_one_range(tmp_path: Path) -> None:
    material = material_of_word(p("One.") + p("Two.") + p("Three."), tmp_path)
    document = material.document
    assert document is not None
    chosen = Evidence("One.\nTwo.", None, (), 0, len("One.\nTwo."), 1.0)
    row = replace(material.draft.requirements[0], evidence=(chosen,))
    made = opened(commented(replace(material, draft=replace(material.draft, requirements=(row,)))))
    assert anchored(made, list(made.comments)[1]) == "One.Two."


def test_comments_that_were_there_stay(tmp_path: Path) -> None:
    before = docx.Document()
    paragraph = before.add_paragraph("We meet.")
    before.add_comment(paragraph.runs, "Really?", "Reviewer", "R")
    file = tmp_path / "draft.docx"
    before.save(str(file))
    document = read(file)
    made = opened(commented(of_document(file.read_bytes(), document, document.passages)))
    assert [c.author for c in made.comments] == ["Reviewer", "guidecheck", "guidecheck"]
    assert next(iter(made.comments)).text == "Really?"
    assert len({c.comment_id for c in made.comments}) == 3


def test_a_pdf_becomes_a_copy_of_its_text() -> None:
    material = checked(PROPOSAL)
    document = opened(write("commented", material))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert material.document is not None
    assert texts == [passage.text for passage in material.document.passages]
    assert "This copy holds the text of the draft alone" in document.element.body.xpath("string(.//w:sdt)")


def test_macros_do_not_go_back() -> None:
    file = shared("data", "nasty", "docx", "tika-macros.docm")
    document = read(file)
    made = commented(of_document(file.read_bytes(), document, document.passages[:1]))
    with zipfile.ZipFile(io.BytesIO(made)) as package_:
        assert not any("vba" in name.lower() for name in package_.namelist())
    assert next(x.text for x in opened(made).paragraphs if x.text.strip())


def test_a_broken_original_becomes_a_copy_of_its_text() -> None:
    material = checked(SOP)
    made = write("commented", replace(material, original=material.original[:2000]))
    assert "Comments could not be set in the original file" in opened(made).element.body.xpath("string(.//w:sdt)")


@pytest.mark.parametrize("number", range(8))
def test_nasty_documents(number: int) -> None:
    files = sorted(shared("data", "nasty", "docx").glob("*.docx"))
    for file in files[number::8]:
        try:
            document = read(file)
        except Exception:  # noqa: S112 - what cannot be read is sent back by nobody
            continue
        made = opened(write("commented", of_document(file.read_bytes(), document, document.passages)))
        assert len(list(made.comments)) > len(document.passages[:3])
