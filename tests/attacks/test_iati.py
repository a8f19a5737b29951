"""No file of activities makes its reader fetch or open anything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.check import check
from checker.knowledge import load
from tests.attacks.canary import Canary

Attack = Callable[[Canary], str]
_XI = 'xmlns:xi="http://www.w3.org/2001/XInclude"'


def _file(inside: str = "", declared: str = "", attributes: str = "") -> str:
    return (
        f'<?xml version="1.0"?>{declared}\n<iati-activities version="2.03" {attributes}><iati-activity>'
        f"<iati-identifier>A-1</iati-identifier>{inside}</iati-activity></iati-activities>"
    )


ATTACKS: dict[str, tuple[Attack, str]] = {
    "entity.xml": (lambda c: _file("&x;", f'<!DOCTYPE i [<!ENTITY x SYSTEM "{c.file_url}">]>'), "document type"),
    "parameter.xml": (lambda c: _file("", f'<!DOCTYPE i [<!ENTITY % x SYSTEM "{c.url}/d"> %x;]>'), "document type"),
    "dtd.xml": (lambda c: _file("", f'<!DOCTYPE i SYSTEM "{c.url}/d.dtd">'), "document type"),
    "included.xml": (
        lambda c: _file(f'<title><xi:include href="{c.file_url}" parse="text"/></title>', attributes=_XI),
        "include other files",
    ),
    "hidden.xml": (
        lambda c: _file(f'<x:include {_XI.replace("xi", "x", 1)} href="{c.url}"/>'),
        "include other files|none of its",
    ),
    "located.xml": (
        lambda c: _file(
            "<title/>",
            f'<?xml-stylesheet href="{c.url}/x.xsl"?>',
            f'xmlns:s="http://www.w3.org/2001/XMLSchema-instance" s:noNamespaceSchemaLocation="{c.url}/i.xsd"',
        ),
        "none of its",
    ),
    "linked.xml": (lambda c: _file(f'<document-link url="{c.url}/d.pdf" format="x"/>'), "none of its"),
    "deep.xml": (lambda c: _file("<a>" * 20_000 + "</a>" * 20_000), "nested"),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_one_line_and_no_request(name: str, canary: Canary, tmp_path: Path) -> None:
    attack, reason = ATTACKS[name]
    file = tmp_path / name
    file.write_text(attack(canary), "utf-8")
    outcome = check([file], load())
    (error,) = outcome.errors
    assert any(one in error.line for one in reason.split("|")), error.line
    assert "\n" not in error.line
    canary.unharmed(error.line)
