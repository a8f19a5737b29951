"""Without a named format the ``Accept`` header chooses; a named one stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import Headers

from checker.reports import FORMATS
from checker.serving.negotiated import FORMATS_BY_MEDIA, format_by
from checker.serving.reports import DOCUMENTED, MEDIA, PLAIN
from tests.serving.server import RDF, Server

FIREFOX = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "format"),
    [
        ("", "json"),
        ("*/*", "json"),
        ("application/json, text/plain, */*", "json"),
        (FIREFOX, "html"),
        ("text/turtle", "shacl"),
        ("application/json;q=0.1, text/csv", "csv"),
        ("text/html;q=0, */*", "json"),
        ("image/png", "json"),
        (";;q=,\u00ff", "json"),
    ],
)
def test_the_header_chooses(accept: str, format: str) -> None:
    assert format_by(Headers({"accept": accept})) == format


def test_every_media_type_stands_for_a_format_of_it() -> None:
    assert set(FORMATS_BY_MEDIA) == set(DOCUMENTED["content"])
    assert {media: MEDIA.get(format, PLAIN) for media, format in FORMATS_BY_MEDIA.items()} == {
        media: media for media in FORMATS_BY_MEDIA
    }


@given(st.lists(st.text(st.characters(max_codepoint=255)), max_size=3))
def test_any_header_gives_a_format(values: list[str]) -> None:
    raw = [(b"accept", value.encode("latin-1")) for value in values]
    assert format_by(Headers(raw=raw)) in FORMATS


def test_a_browser_gets_a_page_and_a_named_format_stays(server: Server) -> None:
    page = {"Accept": FIREFOX}
    place = server.post(RDF, wait=60).headers["location"]
    shown = server.http.get(f"{place}/report", headers=page)
    assert (shown.headers["content-type"], shown.headers["vary"]) == ("text/html; charset=utf-8", "Accept")
    assert server.http.get(f"{place}/report", headers=page, params={"format": "csv"}).text.startswith("file,line,")
    named = server.post(RDF, wait=60, format="markdown").headers["location"]
    assert server.http.get(f"{named}/report", headers=page).headers["content-type"] == "text/markdown; charset=utf-8"
