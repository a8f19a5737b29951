"""A team's app in a real browser: signing in at a provider, what each role finds, and signing out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from checker.reviews.people import FILE
from tests.ui.kept import add, close, desk_at
from tests.ui.provider import CLIENT, Provider, provider
from tests.ui.serving import PATIENCE, served

TEAM = """
ask = "Ana Pérez"
[people]
"ana@example.org" = "administrator"
"eve@example.org" = "reader"
"""


@pytest.fixture
def team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, Provider]]:
    """The address of a team's app with one review in its store, and the provider at which people sign in."""
    add(desk_at(tmp_path / "reviews"), "plan.docx", "SOP-01? SOP-02+")
    close(tmp_path / "reviews")
    (tmp_path / "people.toml").write_text(TEAM, "utf-8")
    monkeypatch.setenv(FILE, str(tmp_path / "people.toml"))
    with provider() as signs:
        (tmp_path / ".streamlit").mkdir()
        (tmp_path / ".streamlit" / "secrets.toml").write_text(
            f'[auth]\nredirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"\ncookie_secret = "{"s" * 40}"\n'
            f'client_id = "{CLIENT}"\nclient_secret = "t"\nserver_metadata_url = "{signs.metadata}"\n',
            "utf-8",
        )
        with served(tmp_path) as address:
            yield address, signs


@contextmanager
def at_the_door(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1360, "height": 900}, locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    yield page
    context.close()


def sign_in(page: Page) -> None:
    page.get_by_role("button", name="Sign in", exact=True).click()


def test_each_finds_what_their_role_allows(browser: Browser, team: tuple[str, Provider]) -> None:
    address, signs = team
    reviews = f"{address}/reviews"
    with at_the_door(browser, reviews) as page:
        expect(page.get_by_text("Sign in to read reviews")).to_be_visible()
        expect(page.get_by_text("plan.docx")).to_have_count(0)
        signs.email = "who@example.org"
        sign_in(page)
        expect(page.get_by_text("Ask Ana Pérez for access.")).to_be_visible()
        expect(page.get_by_text("plan.docx")).to_have_count(0)

    with at_the_door(browser, address) as page:
        signs.email = "Eve@example.org"
        sign_in(page)
        expect(page.get_by_role("button", name="A Name")).to_be_visible()
        page.goto(reviews)
        page.get_by_role("button", name="Details of plan.docx").click()
        expect(page.get_by_role("button", name="Resume")).to_be_visible()
        expect(page.get_by_text("History (0)")).to_be_visible()
        expect(page.get_by_text("Delete", exact=True)).to_have_count(0)
        expect(page.get_by_role("button", name="Export")).to_have_count(0)

    with at_the_door(browser, address) as page:
        signs.email = "ana@example.org"
        sign_in(page)
        expect(page.get_by_role("button", name="A Name")).to_be_visible()
        page.goto(reviews)
        page.get_by_role("button", name="Details of plan.docx").click()
        expect(page.get_by_text("Delete", exact=True)).to_be_visible()
        page.get_by_role("button", name="A Name").click()
        with page.expect_navigation(url=f"{address}/"):  # which takes the cookie away; the text is there before
            page.get_by_role("button", name="Sign out").click()
        expect(page.get_by_text("Sign in to read reviews")).to_be_visible()
        page.goto(reviews)
        expect(page.get_by_text("Sign in to read reviews")).to_be_visible()


def test_an_address_that_the_provider_does_not_vouch_for(browser: Browser, team: tuple[str, Provider]) -> None:
    address, signs = team
    signs.email, signs.claims = "ana@example.org", {"email_verified": False}
    with at_the_door(browser, address) as page:
        sign_in(page)
        expect(page.get_by_text("does not vouch for your e-mail address")).to_be_visible()
