"""PDF files."""

from __future__ import annotations

import io

import pypdfium2
import pytest

from checker.errors import InputError

from .making import lines, outline, pdf, texts

BODY = (
    "The ministry shall set up a committee that meets each month and brings\n"
    "together the services which returning persons need, and the committee\n"
    "reports to the council."
)


def test_lines_become_paragraphs(reading):
    def page(canvas):
        y = lines(canvas, 72, 780, BODY)
        lines(canvas, 72, y - 8, "A second paragraph stands apart.")

    document = reading("a.pdf", pdf(page))
    assert texts(document, "paragraph") == [" ".join(BODY.split()), "A second paragraph stands apart."]
    assert document.pages == 1


def test_headings_are_known_by_size_and_number(reading):
    def page(canvas):
        y = lines(canvas, 72, 780, "Return policy", font="Helvetica-Bold", size=20, step=30)
        for heading in ("1 Aims", "2 Means"):
            y = lines(canvas, 72, y - 6, heading, font="Helvetica-Bold", size=14, step=20)
            y = lines(canvas, 72, y, BODY)
            y = lines(canvas, 72, y - 6, f"{heading[0]}.1 Scope", font="Helvetica-Bold", size=11, step=16)
            y = lines(canvas, 72, y, BODY)

    expected = ["Return policy", "1 Aims", "1 Aims > 1.1 Scope", "2 Means", "2 Means > 2.1 Scope"]
    assert outline(reading("a.pdf", pdf(page))) == expected


def test_bookmarks_name_the_headings(reading):
    def page(canvas):
        for level, title in enumerate(("Aims", "Scope", "Limits")):
            canvas.bookmarkPage(title)
            canvas.addOutlineEntry(title, title, level)
            y = lines(canvas, 72, 780 - 90 * level, title, font="Helvetica-Bold", step=16)
            lines(canvas, 72, y, BODY)

    assert outline(reading("a.pdf", pdf(page))) == ["Aims", "Aims > Scope", "Aims > Scope > Limits"]


def test_two_columns_are_read_one_after_the_other(reading):
    left = "\n".join(f"left column line {i} runs on without any" for i in range(20))
    right = "\n".join(f"right column line {i} runs on without any" for i in range(20))

    def page(canvas):
        lines(canvas, 60, 780, left)
        lines(canvas, 320, 780, right)

    text = reading("a.pdf", pdf(page)).text
    assert text.index("left column line 19") < text.index("right column line 0")


def test_columns_drawn_line_by_line_are_put_in_order(reading):
    def page(canvas):
        for i in range(20):
            lines(canvas, 320, 780 - 12 * i, f"right {i} runs on without any end of it")
            lines(canvas, 60, 780 - 12 * i, f"left {i} runs on without any end of it")

    text = reading("a.pdf", pdf(page)).text
    assert text.index("left 19 ") < text.index("right 0 ")


def test_rows_of_an_aligned_table(reading):
    rows = [("Body", "Task", "Date"), ("Ministry", "Chairs the group", "May"), ("IOM", "Trains staff", "June")]

    def page(canvas):
        lines(canvas, 72, 700, BODY)
        for i, row in enumerate(rows):
            for j, cell in enumerate(row):
                lines(canvas, 72 + 120 * j, 640 - 16 * i, cell)
        lines(canvas, 72, 560, BODY)

    document = reading("a.pdf", pdf(page))
    found = [(x.text, x.lead) for x in document.passages if x.kind == "table-row"]
    assert found == [
        ("Body | Task | Date", ""),
        ("Ministry | Chairs the group | May", "Body | Task | Date"),
        ("IOM | Trains staff | June", "Body | Task | Date"),
    ]
    assert len(texts(document, "paragraph")) == 2


def test_rules_between_narrow_cells_part_them(reading):
    def page(canvas):
        for x in (70, 130, 190, 250):
            canvas.line(x, 700, x, 660)
        for y in (700, 680, 660):
            canvas.line(70, y, 250, y)
        for y, row in ((686, ("Name of body", "Seat", "Vote")), (666, ("Return board", "Capital", "yes"))):
            for x, cell in zip((72, 133, 193), row, strict=True):
                lines(canvas, x, y, cell, size=9)

    document = reading("a.pdf", pdf(page))
    assert texts(document, "table-row") == ["Name of body | Seat | Vote", "Return board | Capital | yes"]


def test_lists_have_their_lead(reading):
    def page(canvas):
        y = lines(canvas, 72, 780, "The plan has two aims. It covers:")
        y = lines(canvas, 84, y, "• housing for all persons who come back from abroad to their homes and\n  need it;")
        lines(canvas, 84, y, "• work.")

    document = reading("a.pdf", pdf(page))
    assert [(x.text, x.lead) for x in document.passages if x.kind == "list-item"] == [
        ("housing for all persons who come back from abroad to their homes and need it;", "It covers:"),
        ("work.", "It covers:"),
    ]


def test_running_headers_and_page_numbers_are_dropped(reading):
    def page(number):
        def draw(canvas):
            lines(canvas, 72, 810, "Ministry of Return - Draft")
            lines(canvas, 72, 740, f"Chapter text {'abcdefg'[number]} stands here on its own.")
            lines(canvas, 290, 40, f"Page {number + 1} of 6")

        return draw

    document = reading("a.pdf", pdf(*(page(i) for i in range(6))))
    assert len(document.passages) == 6
    assert "Ministry" not in document.text
    assert "Page" not in document.text
    assert [x.page for x in document.passages] == [1, 2, 3, 4, 5, 6]


def test_a_paragraph_goes_on_over_the_page_and_footnotes_stand_apart(reading):
    def first(canvas):
        last = "together the services which returning persons need, and the council"
        y = lines(canvas, 72, 160, "The ministry shall set up a committee that meets each month and brings")
        lines(canvas, 72, y, last)
        lines(canvas, 72 + canvas.stringWidth(last, "Helvetica", 10), y + 4, "1", size=6)
        canvas.line(72, 100, 172, 100)
        lines(canvas, 72, 90.5, "1", size=6)
        lines(canvas, 77, 88, "Act 12 of 2020, article 4.", size=8)

    def second(canvas):
        lines(canvas, 72, 780, "of returns hears its report twice a year.")

    document = reading("a.pdf", pdf(first, second))
    assert texts(document, "paragraph") == [
        "The ministry shall set up a committee that meets each month and brings together the services which "
        "returning persons need, and the council of returns hears its report twice a year."
    ]
    assert texts(document, "footnote") == ["Act 12 of 2020, article 4."]


def test_hyphens_at_line_ends_are_mended_where_the_word_is_known(reading):
    def page(canvas):
        lines(
            canvas, 72, 780,
            "A committee for reintegration and a well-being adviser are there, the commit-\n"
            "tee being chaired by the ministry and the adviser caring for the well-\n"
            "being of all who come.",
        )  # fmt: skip

    text = reading("a.pdf", pdf(page)).text
    assert "the committee being" in text
    assert "the well-being of" in text


def test_sideways_pages_are_read(reading):
    def page(canvas):
        canvas.translate(500, 100)
        canvas.rotate(90)
        lines(canvas, 0, 0, BODY)

    assert texts(reading("a.pdf", pdf(page)), "paragraph") == [" ".join(BODY.split())]


def test_a_password_is_named(reading):
    with pytest.raises(InputError, match="password"):
        reading("a.pdf", pdf(lambda canvas: lines(canvas, 72, 780, BODY), encrypt="secret"))


def test_a_cut_file_still_gives_text_or_a_clear_error(reading):
    whole = pdf(lambda canvas: lines(canvas, 72, 780, BODY))
    for share in (0.3, 0.6, 0.9):
        try:
            reading("a.pdf", whole[: int(share * len(whole))])
        except InputError as error:
            assert error.where == "a.pdf"


def test_two_hundred_pages_are_read_in_time(reading):
    page = pdf(lambda canvas: [lines(canvas, 72, 780 - 60 * i, BODY) for i in range(10)])
    whole = pypdfium2.PdfDocument.new()
    for _ in range(200):
        whole.import_pages(pypdfium2.PdfDocument(page))
    stream = io.BytesIO()
    whole.save(stream)
    assert reading("a.pdf", stream.getvalue()).pages == 200
