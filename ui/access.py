"""Who is at the page, and what they may do. Everything here is decided on the server, anew with every action."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from ipaddress import ip_address
from typing import Literal

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from checker.reviews.desk import Person, Role
from checker.reviews.people import People, people
from checker.reviews.signature import local_name, tidy

ALONE = "GUIDECHECK_ALONE"
"""Environment variable: ``yes`` says that nobody else reaches the page although it does not listen on loopback."""
Refusal = Literal["open", "sign-in", "expired", "unverified", "no-access"]


@dataclass(frozen=True, slots=True)
class Admitted:
    """A person with a role. ``email`` is empty for one alone at their machine."""

    name: str
    role: Role
    email: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why someone is not let in. ``ask`` is whom to ask for access."""

    why: Refusal
    email: str = ""
    ask: str = ""


def at_the_page() -> Admitted | Refused:
    """Who is there, by the settings of the server and by the sign-in. Raises CallError where the file of people is
    wrong."""
    if signs_in():
        return admit(dict(st.user), people(), datetime.now(UTC))
    alone = on_loopback(st.get_option("server.address")) and names_this_computer(st.context.headers.get("Host"))
    if not alone and os.environ.get(ALONE) != "yes":
        return Refused("open")
    return Admitted(local_name(), "administrator")


def admit(claims: Mapping[str, object], known: People, now: datetime) -> Admitted | Refused:
    """What the claims of a sign-in come to. An address that is not verified, or a time that is missing, lets nobody
    in."""
    if claims.get("is_logged_in") is not True:
        return Refused("sign-in")
    email = tidy(str(claims.get("email") or "")).casefold()
    since = claims.get("iat")
    age = now.timestamp() - since if isinstance(since, int | float) else math.inf
    if not -_CLOCKS <= age <= known.hours * 3600:
        return Refused("expired", email)
    if not email or claims.get("email_verified") in (False, "false"):
        return Refused("unverified", email)
    role = known.role_of(email)
    if role is None:
        return Refused("no-access", email, known.ask)
    return Admitted(tidy(str(claims.get("name") or "")) or email, role, email)


_CLOCKS = 60
"""Seconds by which the clocks of two servers may differ."""


def signs_in() -> bool:
    """True where the server asks people to sign in: its secrets have a section [auth]."""
    try:
        return "auth" in st.secrets
    except StreamlitSecretNotFoundError:
        return False


def on_loopback(address: str | None) -> bool:
    """True where only this machine reaches a server that listens on the address; without one it listens on all."""
    if address == "localhost":
        return True
    try:
        return ip_address(address or "").is_loopback
    except ValueError:
        return False


def names_this_computer(host: str | None) -> bool:
    """False where the page was opened under another name: a web page elsewhere can have its own name lead here. Every
    browser says which it was; a test has none."""
    if host is None:
        return True
    name = host if host.endswith("]") else host.rpartition(":")[0] or host
    return on_loopback(name.strip("[]").lower())


def signing(admitted: Admitted) -> Person:
    """The person as decisions are signed: the name, with the address that no other person has."""
    plain = admitted.email in ("", admitted.name.casefold())
    return Person(admitted.name if plain else f"{admitted.name} <{admitted.email}>", admitted.role)
