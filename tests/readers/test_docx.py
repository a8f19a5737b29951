"""Word documents."""

from __future__ import annotations

import docx
import pytest

from checker.errors import InputError

from .making import outline, p, package, saved, texts, word


def test_blocks_come_in_order_under_their_headings(reading):
    draft = docx.Document()
    draft.add_heading("Return policy", 0)
    draft.add_heading("1 Scope", 1)
    draft.add_paragraph("The policy covers all returnees.")
    draft.add_heading("1.1 Services", 2)
    draft.add_paragraph("The centre offers the following.")
    draft.add_paragraph("Housing", style="List Bullet")
    draft.add_paragraph("Training", style="List Bullet")
    table = draft.add_table(rows=2, cols=3)
    for row, cells in zip(table.rows, (("Step", "Who", "When"), ("Intake", "Centre", "Day 1")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    draft.add_heading("2 Review", 1)
    document = reading("policy.docx", saved(draft))
    assert [(x.kind, x.text, x.heading, x.lead) for x in document.passages] == [
        ("heading", "Return policy", (), ""),
        ("heading", "1 Scope", (), ""),
        ("paragraph", "The policy covers all returnees.", ("1 Scope",), ""),
        ("heading", "1.1 Services", ("1 Scope",), ""),
        ("paragraph", "The centre offers the following.", ("1 Scope", "1.1 Services"), ""),
        ("list-item", "Housing", ("1 Scope", "1.1 Services"), "The centre offers the following."),
        ("list-item", "Training", ("1 Scope", "1.1 Services"), "The centre offers the following."),
        ("table-row", "Step | Who | When", ("1 Scope", "1.1 Services"), ""),
        ("table-row", "Intake | Centre | Day 1", ("1 Scope", "1.1 Services"), "Step | Who | When"),
        ("heading", "2 Review", (), ""),
    ]


@pytest.mark.parametrize("style", ["Heading 2", "heading 2", "Titre 2", "Título 2", "Titulo 2", "Encabezado 2"])
def test_heading_styles_are_known_by_their_local_names(reading, style):
    styles = f'<w:style w:type="paragraph" w:styleId="X2"><w:name w:val="{style}"/></w:style>'
    body = p("Cadre", '<w:pStyle w:val="X2"/>') + p("Le ministère est chargé du suivi.")
    document = reading("a.docx", word(body, styles=styles))
    assert document.passages[1].heading == ("Cadre",)


def test_an_outline_level_makes_a_heading(reading):
    body = p("Aims", '<w:outlineLvl w:val="0"/>') + p("Scope", '<w:outlineLvl w:val="1"/>')
    assert outline(reading("a.docx", word(body))) == ["Aims", "Aims > Scope"]


def test_without_styles_bold_numbered_lines_are_headings(reading):
    def bold(text: str) -> str:
        return f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p>"

    plain = p("The committee meets every month and reports to the ministry in charge of returns.")
    document = reading("a.docx", word(bold("1. Aims") + plain + bold("1.1 Scope") + plain + bold("2. Review") + plain))
    assert outline(document) == ["1. Aims", "1. Aims > 1.1 Scope", "2. Review"]


def test_numbers_that_word_counts_are_written_out(reading):
    def level(depth: int, format: str, text: str) -> str:
        return f'<w:lvl w:ilvl="{depth}"><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl>'

    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}{level(1, "decimal", "%1.%2")}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{level(0, "lowerLetter", "(%1)")}</w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num>'
    )

    def at(num: int, depth: int, more: str = "") -> str:
        return f'{more}<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{num}"/></w:numPr>'

    heading = '<w:outlineLvl w:val="0"/>'
    body = (
        p("Aims", at(5, 0, heading)) + p("The aims are:", at(5, 1)) + p("housing", at(6, 0)) + p("work", at(6, 0))
        + p("Review", at(5, 0, heading)) + p("A review is held.", at(5, 1))
    )  # fmt: skip
    document = reading("a.docx", word(body, numbering=numbering))
    assert [(x.kind, x.text) for x in document.passages] == [
        ("heading", "1. Aims"), ("paragraph", "1.1 The aims are:"), ("list-item", "(a) housing"),
        ("list-item", "(b) work"), ("heading", "2. Review"), ("paragraph", "2.1 A review is held."),
    ]  # fmt: skip


def test_footnotes_follow_the_paragraph_that_calls_them(reading):
    call = '<w:p><w:r><w:t>Returnees are counted.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    note = f'<w:footnote w:id="2">{p("By the border police.")}</w:footnote>'
    document = reading("a.docx", word(call + p("Next."), footnotes=note))
    assert [(x.kind, x.text) for x in document.passages] == [
        ("paragraph", "Returnees are counted."), ("footnote", "By the border police."), ("paragraph", "Next."),
    ]  # fmt: skip


def test_tracked_changes_are_read_as_accepted(reading):
    body = (
        "<w:p><w:r><w:t>The centre </w:t></w:r><w:del><w:r><w:delText>may</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>shall</w:t></w:r></w:ins><w:r><w:t> inform returnees.</w:t></w:r></w:p>"
    )
    document = reading("a.docx", word(body))
    assert document.text == "The centre shall inform returnees."
    assert document.notes == (
        "Tracked deletions are left out (1).",
        "Tracked insertions are read as accepted (1).",
    )


def test_hidden_text_is_left_out_with_a_note(reading):
    body = p("Seen.") + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>A budget is set aside.</w:t></w:r></w:p>"
    document = reading("a.docx", word(body))
    assert document.text == "Seen."
    assert document.notes == ("Hidden text is left out (places: 1).",)


def test_content_controls_and_text_boxes_are_read_once(reading):
    box = f"<w:txbxContent>{p('In a box.')}</w:txbxContent>"
    body = (
        f"<w:sdt><w:sdtContent><w:sdt><w:sdtContent>{p('In a control.')}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
        "<w:p><w:r><w:t>Before.</w:t><mc:AlternateContent>"
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert texts(reading("a.docx", word(body)), "paragraph") == ["In a control.", "Before.", "In a box."]


def test_a_table_in_a_table_follows_its_row(reading):
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"

    inner = f"<w:tbl>{row(p('a'), p('b'))}</w:tbl>"
    body = f"<w:tbl>{row(p('Outer'), p('left') + inner)}</w:tbl>"
    assert texts(reading("a.docx", word(body)), "table-row") == ["Outer | left", "a | b"]


def test_a_frame_of_one_cell_is_no_table(reading):
    body = f"<w:tbl><w:tr><w:tc>{p('Box 1: Consent', '')}{p('Consent is written.')}</w:tc></w:tr></w:tbl>"
    document = reading("a.docx", word(body))
    assert [(x.kind, x.text) for x in document.passages] == [
        ("caption", "Box 1: Consent"), ("paragraph", "Consent is written."),
    ]  # fmt: skip


def test_pages_are_those_that_word_noted(reading):
    broken = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Second.</w:t></w:r></w:p>"
    document = reading("a.docx", word(p("First.") + broken))
    assert [x.page for x in document.passages] == [1, 2]
    assert document.pages == 2


def test_the_table_of_contents_is_left_out(reading):
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    body = f"<w:sdt>{gallery}<w:sdtContent>{p('1 Aims ..... 3')}</w:sdtContent></w:sdt>" + p("Text.")
    document = reading("a.docx", word(body))
    assert document.text == "Text."
    assert document.notes == ("The table of contents is left out.",)


def test_headers_are_read_only_where_the_body_is_empty(reading):
    draft = docx.Document()
    draft.sections[0].header.paragraphs[0].text = "Ministry of Return"
    assert texts(reading("empty.docx", saved(draft)), "paragraph") == ["Ministry of Return"]
    draft.add_paragraph("Text.")
    assert reading("full.docx", saved(draft)).text == "Text."


def test_entities_are_refused(reading):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' + "<w:document/>"
    with pytest.raises(InputError, match="document type"):
        reading("a.docx", package({"[Content_Types].xml": "<Types/>", "word/document.xml": bomb}))
