"""The door of the whole app: alone at the machine, in a team, and when nobody may come in."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from checker.reviews.people import FILE
from tests.reports.sample import LANGUAGES
from tests.shared_material import ROOT
from tests.ui.shown import said
from ui.access import ALONE

APP = ROOT / "ui" / "start" / "app.py"
AUTH = {"redirect_uri": "http://localhost:8501/oauth2callback", "cookie_secret": "x" * 32, "client_id": "a"}
TEAM = 'ask = "Ana Pérez"\nhours = 8\n[people]\n"ana@example.org" = "administrator"\n"eve@example.org" = "reader"\n'


@pytest.fixture(autouse=True)
def own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A store and a data folder that nobody else has."""
    monkeypatch.setenv("GUIDECHECK_STORE", str(tmp_path / "reviews"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOGNAME", "ana")
    monkeypatch.delenv(ALONE, raising=False)
    (tmp_path / "people.toml").write_text(TEAM, "utf-8")
    monkeypatch.setenv(FILE, str(tmp_path / "people.toml"))
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()
    st.config.set_option("server.address", None)


def app(*, address: str = "127.0.0.1", auth: bool = False, language: str = "en", **claims: object) -> AppTest:
    st.config.set_option("server.address", address)
    at = AppTest.from_file(str(APP), default_timeout=60)
    at.session_state["interface-language"] = language
    if auth:
        at.secrets["auth"] = AUTH
        at.user = {"is_logged_in": False, **claims}
    return at.run()


def signed_in(email: str, *, hours_ago: float = 0, **more: object) -> AppTest:
    return app(auth=True, is_logged_in=True, email=email, name="A Name", iat=time.time() - hours_ago * 3600, **more)


def buttons(at: AppTest) -> set[str]:
    return {str(button.key) for button in at.button}


def test_alone_one_is_administrator_under_the_systems_name() -> None:
    at = app()
    assert not at.exception
    assert at.text_input(key="account-name-said").value == "ana"
    assert "check" in buttons(at)


def test_a_name_is_asked_and_kept(tmp_path: Path) -> None:
    at = app()
    at.text_input(key="account-name-said").set_value("Ana Pérez")
    next(button for button in at.button if button.label == "Keep").click().run()
    assert not at.exception
    assert (tmp_path / "data" / "guidecheck" / "person.txt").read_text("utf-8") == "Ana Pérez\n"
    assert app().text_input(key="account-name-said").value == "Ana Pérez"


@pytest.mark.parametrize("language", LANGUAGES)
def test_open_to_others_without_a_sign_in_it_stays_shut(language: str) -> None:
    at = app(address="0.0.0.0", language=language)  # noqa: S104
    assert not at.exception
    assert "run-for-a-team" in said(at)
    assert not buttons(at)


def test_open_to_others_it_opens_where_somebody_vouches_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ALONE, "yes")
    assert "check" in buttons(app(address="0.0.0.0"))  # noqa: S104


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_a_team_one_signs_in_first(language: str) -> None:
    at = app(auth=True, language=language)
    assert not at.exception
    assert buttons(at) == {"sign-in"}
    assert not at.get("file_uploader")


def test_a_person_of_the_team_is_let_in() -> None:
    at = signed_in("ana@example.org")
    assert not at.exception
    assert {"check", "sign-out"} <= buttons(at)
    assert "ana@example.org" in said(at)


@pytest.mark.parametrize(
    ("email", "more", "told", "offered"),
    [
        ("who@example.org", {}, "Ask Ana Pérez for access.", "sign-out"),
        ("ana@example.org", {"hours_ago": 9}, "sign in again", "sign-in"),
        ("ana@example.org", {"email_verified": False}, "does not vouch", "sign-out"),
    ],
)  # fmt: skip
def test_others_are_told_why_not(email: str, more: dict[str, float], told: str, offered: str) -> None:
    at = signed_in(email, **more)
    assert not at.exception
    assert told in said(at)
    assert buttons(at) == {offered}


def test_a_role_taken_away_counts_with_the_next_click(tmp_path: Path) -> None:
    at = signed_in("ana@example.org")
    assert "check" in buttons(at)
    (tmp_path / "people.toml").write_text(TEAM.replace("ana@", "somebody@"), "utf-8")
    assert buttons(at.run()) == {"sign-out"}


def test_a_wrong_file_of_people_lets_nobody_in(tmp_path: Path) -> None:
    (tmp_path / "people.toml").write_text("[people]\n'ana@example.org' = 'admin'", "utf-8")
    at = signed_in("ana@example.org")
    assert not at.exception
    assert "Nobody can come in" in said(at)
    assert "admin'" not in said(at)
    assert not buttons(at)
