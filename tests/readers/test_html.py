"""HTML pages."""

from __future__ import annotations


def test_the_main_part_of_a_page(reading):
    document = reading(
        "a.html",
        """<html><head><title>x</title><style>p {}</style></head><body><nav>Home</nav>
        <main><h1>Return policy</h1><p>The centre offers <b>these</b> services:</p>
        <ul><li>housing<ol type="a"><li>rent</li></ol></li><li>work</li></ul>
        <script>alert(1)</script><p hidden>Unseen.</p><h2>Tasks</h2>
        <table><tr><th>Body</th><th>Task</th></tr><tr><td>IOM</td><td>trains<br>staff</td></tr></table>
        </main><footer>Imprint</footer></body></html>""",
    )
    assert [(x.kind, x.text, x.lead) for x in document.passages] == [
        ("heading", "Return policy", ""),
        ("paragraph", "The centre offers these services:", ""),
        ("list-item", "housing", "The centre offers these services:"),
        ("list-item", "a. rent", "housing"),
        ("list-item", "work", "The centre offers these services:"),
        ("heading", "Tasks", ""),
        ("table-row", "Body | Task", ""),
        ("table-row", "IOM | trains staff", "Body | Task"),
    ]
    assert document.passages[-1].heading == ("Return policy", "Tasks")


def test_footnotes_and_their_calls(reading):
    document = reading(
        "a.html", '<p>Counted<sup><a href="#fn1">1</a></sup> daily.</p><div id="fn1"><p>By the police.</p></div>'
    )
    assert [(x.kind, x.text) for x in document.passages] == [
        ("paragraph", "Counted daily."), ("footnote", "By the police."),
    ]  # fmt: skip


def test_deep_nesting_is_no_trouble(reading):
    assert reading("a.html", "<div>" * 10_000 + "Deep.").text == "Deep."


def test_the_declared_encoding_counts(reading):
    page = '<meta charset="iso-8859-2"><p>Reintegrácia občanov</p>'.encode("iso-8859-2")
    assert reading("a.html", page).text == "Reintegrácia občanov"
