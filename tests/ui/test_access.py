"""Who is let in: by the claims of a sign-in, by the address that the server listens on, and with which name."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from checker.reviews.desk import Person
from checker.reviews.people import People
from ui.access import Admitted, Refused, admit, on_loopback, signing

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
KNOWN = People({"ana@example.org": "administrator"}, ask="Ana", hours=8)
OPEN = People({}, others="reader")


def at(**since_now: float) -> int:
    return int((NOW + timedelta(**since_now)).timestamp())


def claims(**more: object) -> dict[str, object]:
    """Of a sign-in an hour ago."""
    return {"is_logged_in": True, "email": "Ana@example.org", "name": "Ana Pérez", "iat": at(hours=-1), **more}


@pytest.mark.parametrize(
    ("said", "known", "expected"),
    [
        (claims(), KNOWN, Admitted("Ana Pérez", "administrator", "ana@example.org")),
        (claims(email_verified=True), KNOWN, Admitted("Ana Pérez", "administrator", "ana@example.org")),
        (claims(name=None), KNOWN, Admitted("ana@example.org", "administrator", "ana@example.org")),
        (claims(email="eve@example.org"), KNOWN, Refused("no-access", "eve@example.org", "Ana")),
        (claims(email="eve@example.org"), OPEN, Admitted("Ana Pérez", "reader", "eve@example.org")),
        ({}, OPEN, Refused("sign-in")),
        (claims(is_logged_in=False), OPEN, Refused("sign-in")),
        (claims(is_logged_in="true"), OPEN, Refused("sign-in")),
        (claims(email=None), OPEN, Refused("unverified")),
        (claims(email_verified=False), KNOWN, Refused("unverified", "ana@example.org")),
        (claims(email_verified="false"), KNOWN, Refused("unverified", "ana@example.org")),
        (claims(iat=None), KNOWN, Refused("expired", "ana@example.org")),
        (claims(iat="soon"), KNOWN, Refused("expired", "ana@example.org")),
        (claims(iat=at(hours=-9)), KNOWN, Refused("expired", "ana@example.org")),
        (claims(iat=at(hours=1)), KNOWN, Refused("expired", "ana@example.org")),
        (claims(iat=at(seconds=30)), KNOWN, Admitted("Ana Pérez", "administrator", "ana@example.org")),
    ],
)  # fmt: skip
def test_claims(said: dict[str, object], known: People, expected: Admitted | Refused) -> None:
    assert admit(said, known, NOW) == expected


@pytest.mark.parametrize(
    ("address", "loopback"),
    [
        ("127.0.0.1", True), ("127.9.9.9", True), ("localhost", True), ("::1", True),
        (None, False), ("", False), ("0.0.0.0", False), ("::", False), ("192.0.2.7", False),  # noqa: S104
        ("localhost.example.org", False),
    ],
)  # fmt: skip
def test_loopback(address: str | None, loopback: bool) -> None:
    assert on_loopback(address) is loopback


@pytest.mark.parametrize(
    ("admitted", "name"),
    [
        (Admitted("ana", "administrator"), "ana"),
        (Admitted("Ana Pérez", "reviewer", "ana@example.org"), "Ana Pérez <ana@example.org>"),
        (Admitted("ana@example.org", "reviewer", "ana@example.org"), "ana@example.org"),
        (Admitted("boss@example.org", "reader", "eve@example.org"), "boss@example.org <eve@example.org>"),
    ],
)  # fmt: skip
def test_a_signature_says_who_it_is_whatever_they_call_themselves(admitted: Admitted, name: str) -> None:
    assert signing(admitted) == Person(name, admitted.role)
