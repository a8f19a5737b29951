"""The desk in a real browser: decide by key, correct, comment, choose a passage, undo, come back to it later."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from checker.readers import Document, Passage
from checker.reviews.decided import standing
from checker.reviews.model import Decision
from checker.reviews.opening import open_store
from tests.shared_material import ROOT
from tests.ui import serving
from tests.ui.reviewed import review_of, review_of_text
from tests.ui.serving import PATIENCE

SOP = ROOT / "examples" / "drafts" / "sop-reintegration-en.docx"
POLICY = ROOT / "examples" / "drafts" / "politica-nacional-es.docx"
HOSTILE = (
    "Title",
    "A case manager <script>window.hit=1</script><img src=x onerror='window.hit=1'> \u202eevil\u202c asks consent.",
    "\U0001f600 Each returnee has an assessment of needs before support is given.",
)
expect.set_options(timeout=PATIENCE)


@pytest.fixture(autouse=True)
def _own_store() -> None:
    """The running app has the store."""


def decisions(folder: Path, review: str) -> dict[str, Decision]:
    """What stands, read when the app has let go of the store."""
    return dict(standing(open_store(folder / "reviews").review(review).decisions))


def saved(page: Page) -> None:
    expect(page.locator(".gd-done", has_text="…")).to_have_count(0)


def current(page: Page) -> str:
    return page.locator(".gd-guidance .gd-facts").inner_text().split(" · ")[0]


def at(address: str, review: str) -> str:
    return f"{address}/desk?review={review}"


@pytest.mark.parametrize(
    ("draft", "locale", "words"),
    [(SOP, "en-GB", ("3 of 50 decided", "Not stated")), (POLICY, "es-ES", ("3 de ", "No se menciona"))],
    ids=["English", "Spanish"],
)
def test_a_review_from_first_key_to_coming_back(
    browser: Browser, tmp_path: Path, draft: Path, locale: str, words: tuple[str, str]
) -> None:
    review = review_of(tmp_path / "reviews", draft)
    with serving.served(tmp_path) as address, serving.opened(browser, at(address, review), locale=locale) as page:
        expect(page.locator(".gd-row").first).to_be_visible()
        expect(page.locator(".gd-paper mark.gd-strong").first).to_be_in_viewport()
        accepted = current(page)
        page.keyboard.press("a")
        first = current(page)
        assert first != accepted
        page.keyboard.press("2" if "gd-v-partly-met gd-proposal" not in shown_classes(page) else "4")
        page.keyboard.type("The text says half of it")
        page.keyboard.press("Enter")
        second = current(page)
        page.keyboard.press("c")
        page.keyboard.type("Say who does this <b>by name</b>")
        page.keyboard.press("Escape")
        page.keyboard.press("3")
        page.keyboard.press("Enter")
        third = current(page)
        saved(page)
        choose = page.locator(".gd-passages button:has(kbd)")
        shown = choose.inner_text()
        chosen = select_words(page)
        expect(choose).not_to_have_text(shown)
        page.keyboard.press("s")
        expect(page.locator(".gd-chosen")).to_be_visible()
        expect(page.locator(".gd-paper mark.gd-strong")).to_have_text(chosen)
        saved(page)
        page.keyboard.press("4" if "gd-v-not-stated gd-proposal" not in shown_classes(page) else "1")
        page.keyboard.press("Escape")
        saved(page)
        page.keyboard.press("u")
        saved(page)
        expect(page.locator(".gd-progress-words")).to_contain_text(words[0])
        expect(page.locator(".gd-verdict").nth(3)).to_contain_text(words[1])
        page.reload()
        expect(page.locator(".gd-row.gd-current")).to_contain_text(third)
        expect(page.locator(".gd-progress-words")).to_contain_text(words[0])
        expect(page.locator(".gd-chosen")).to_be_visible()
    stands = decisions(tmp_path, review)
    assert (stands[accepted].act, stands[accepted].verdict is not None) == ("accept", True)
    assert (stands[first].act, stands[first].why) == ("correct", "The text says half of it")
    assert (stands[second].verdict, stands[second].comment) == ("not-met", "Say who does this <b>by name</b>")
    assert (stands[third].act, stands[third].verdict) == ("undo", None)
    passages = stands[third].passages
    assert passages is not None
    assert passages[0].quote == chosen
    document = open_store(tmp_path / "reviews").document(open_store(tmp_path / "reviews").review(review).header)
    assert document is not None
    assert document.text[passages[0].start : passages[0].end] == chosen


def test_words_typed_after_a_verdict_are_never_taken_for_keys(browser: Browser, tmp_path: Path) -> None:
    """Also where the verdict is the proposed one. Elsewhere, the desk opens at what is not decided yet."""
    review = review_of(tmp_path / "reviews", SOP)
    with serving.served(tmp_path) as address, serving.opened(browser, at(address, review)) as page:
        expect(page.locator(".gd-row").first).to_be_visible()
        first = current(page)
        classes = page.locator(".gd-verdict").evaluate_all("all => all.map((one) => one.className)")
        page.keyboard.press(str(1 + next(n for n, names in enumerate(classes) if "gd-proposal" in names)))
        page.keyboard.type("as asked, all said")
        expect(page.locator(".gd-why")).to_have_value("as asked, all said")
        page.keyboard.press("Enter")
        saved(page)
        second = current(page)
        assert second != first
        elsewhere = browser.new_page()
        elsewhere.goto(at(address, review))
        expect(elsewhere.locator(".gd-row.gd-current")).to_contain_text(second)
        elsewhere.close()
    stands = decisions(tmp_path, review)
    assert list(stands) == [first]
    assert stands[first].why == "as asked, all said"


@pytest.mark.parametrize(("locale", "kind"), [("es-ES", "Procedimientos operativos"), ("fr-FR", "Procédures")])
def test_the_head_is_in_the_language_of_the_page(browser: Browser, tmp_path: Path, locale: str, kind: str) -> None:
    review = review_of(tmp_path / "reviews", SOP)
    with serving.served(tmp_path) as address, serving.opened(browser, at(address, review), locale=locale) as page:
        expect(page.locator(".gc-desk-head")).to_contain_text(kind)


def shown_classes(page: Page) -> str:
    return " ".join(page.locator(".gd-verdict").evaluate_all("all => all.map((one) => one.className)"))


def select_words(page: Page) -> str:
    """Selects within a paragraph of the draft, and says what."""
    return str(
        page.evaluate(
            """() => {
      const made = [...document.querySelectorAll('.gd-paragraph')]
        .find((p) => p.textContent.length > 80 && !p.querySelector('mark'));
      made.scrollIntoView();
      const range = document.createRange();
      range.setStart(made.firstChild, 10); range.setEnd(made.firstChild, 60);
      document.getSelection().removeAllRanges(); document.getSelection().addRange(range);
      return String(document.getSelection()).trim();
    }"""
        )
    )


def test_two_sessions_on_one_review_lose_nothing(browser: Browser, tmp_path: Path) -> None:
    review = review_of(tmp_path / "reviews", SOP)
    with (
        serving.served(tmp_path) as address,
        serving.opened(browser, at(address, review)) as one,
        serving.opened(browser, at(address, review)) as two,
    ):
        for page in (one, two):
            expect(page.locator(".gd-row").first).to_be_visible()
        one.keyboard.press("c")
        one.keyboard.type("Mine")
        two.keyboard.press("3")
        two.keyboard.press("Enter")
        saved(two)
        one.keyboard.press("Escape")
        saved(one)
        if one.locator(".gd-told").inner_text():
            expect(one.locator(".gd-told")).to_contain_text("Not met")
            expect(one.locator(".gd-comment")).to_have_value("Mine")
            one.get_by_role("button", name="Save mine instead").click()
        saved(one)
        expect(one.locator(".gd-told")).to_be_empty()
        requirement = current(one)
    stands = decisions(tmp_path, review)[requirement]
    assert (stands.verdict, stands.comment) == ("not-met", "Mine")


def test_what_one_session_decides_shows_in_the_other(browser: Browser, tmp_path: Path) -> None:
    review = review_of(tmp_path / "reviews", SOP)
    with (
        serving.served(tmp_path) as address,
        serving.opened(browser, at(address, review)) as one,
        serving.opened(browser, at(address, review), locale="fr-FR") as two,
    ):
        for page in (one, two):
            expect(page.locator(".gd-row").first).to_be_visible()
        two.keyboard.press("c")
        two.keyboard.type("À moi")
        requirement = current(one)
        one.keyboard.press("3")
        one.keyboard.type("It says the opposite")
        one.keyboard.press("Enter")
        saved(one)
        expect(two.locator(".gd-progress-words")).to_have_text("1 sur 50 décidées")
        expect(two.locator(".gd-comment")).to_have_value("À moi")
        two.keyboard.press("Escape")
        saved(two)
        expect(one.locator(".gd-progress-words")).to_have_text("1 of 50 decided")
    stands = decisions(tmp_path, review)[requirement]
    assert (stands.verdict, stands.why, stands.comment) == ("not-met", "It says the opposite", "À moi")


def test_a_turned_condition_changes_its_verdict_and_is_saved(browser: Browser, tmp_path: Path) -> None:
    review = review_of(tmp_path / "reviews", SOP)
    with serving.served(tmp_path) as address, serving.opened(browser, at(address, review)) as page:
        row = page.locator(".gd-row.gd-current")
        expect(row).to_contain_text("Partly met")
        requirement, other = current(page), page.locator(".gd-row").nth(1).inner_text()
        page.get_by_role("button", name="The condition does not hold").click()
        expect(row).to_contain_text("Not applicable")
        expect(page.locator(".gd-proposed")).to_contain_text("Not applicable")
        saved(page)
        expect(page.get_by_role("button", name="The condition does not hold")).to_have_attribute("aria-pressed", "true")
        assert page.locator(".gd-row").nth(1).inner_text() == other
        page.reload()
        expect(row).to_contain_text("Not applicable")
        expect(page.get_by_role("button", name="The condition does not hold")).to_have_attribute("aria-pressed", "true")
        page.get_by_role("button", name="The condition holds").click()
        expect(row).to_contain_text("Partly met")
        saved(page)
        page.get_by_role("button", name="The condition does not hold").click()
        saved(page)
        expect(row).to_contain_text("Not applicable")
    (stands,) = decisions(tmp_path, review).values()
    assert (stands.requirement, stands.verdict) == (requirement, "not-applicable")
    assert stands.why


@pytest.fixture
def hostile(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    text = "\n".join(HOSTILE)
    starts = [text.index(part) for part in HOSTILE]
    passages = tuple(
        Passage(part, (), 1, n, start, start + len(part))
        for n, (part, start) in enumerate(zip(HOSTILE, starts, strict=True))
    )
    document = Document("hostile.txt", "0", "text", text, passages, 1)
    review = review_of_text(tmp_path / "reviews", document, kind="sop", language="en")
    with serving.served(tmp_path) as address, serving.opened(browser, at(address, review)) as page:
        expect(page.locator(".gd-row").first).to_be_visible()
        yield page


def test_what_a_draft_holds_stays_text(hostile: Page) -> None:
    paper = hostile.locator(".gd-paper")
    expect(paper).to_contain_text("<script>window.hit=1</script><img src=x")
    expect(paper).to_contain_text("[U+202E]evil[U+202C]")
    assert hostile.evaluate("() => window.hit") is None
    assert paper.locator("script, img").count() == 0


def test_every_control_has_a_name_and_help_opens(hostile: Page) -> None:
    nameless = hostile.evaluate(
        """() => [...document.querySelectorAll('.gd button, .gd input, .gd select, .gd textarea')].filter((one) =>
      !(one.getAttribute('aria-label') || one.textContent.trim() || one.closest('label')))
      .map((one) => one.outerHTML)"""
    )
    assert nameless == []
    hostile.keyboard.press("?")
    expect(hostile.get_by_role("heading", name="Keys")).to_be_visible()
