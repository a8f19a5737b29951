"""An error that has words of its own for a screen gives every field that they ask for, in each language."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from string import Formatter

import pytest

from checker.errors import GuidecheckError, InputError
from checker.reports.texts import Wording
from tests.reports.sample import LANGUAGES, texts
from tests.shared_material import ROOT
from ui.error_words import in_words

OF_THE_ERROR = {"where", "remedy", "text"}


def raised() -> Iterator[tuple[str, str, set[str]]]:
    """Where, the id of the text, and the fields given, for every call that names both."""
    for source in (*(ROOT / "checker").rglob("*.py"), *(ROOT / "ui").rglob("*.py")):
        for call in ast.walk(ast.parse(source.read_text("utf-8"))):
            if isinstance(call, ast.Call):
                given = {k.arg: k.value for k in call.keywords if k.arg}
                text = given.get("text")
                if isinstance(text, ast.Constant) and isinstance(text.value, str) and text.value.startswith("error-"):
                    yield f"{source.name}:{call.lineno}", text.value, given.keys() - OF_THE_ERROR


def asked(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_fields_are_those_of_the_text(language: str) -> None:
    found = list(raised())
    assert len(found) > 40
    for where, text, fields in found:
        assert asked(texts(language)[text]) == fields, where


@pytest.mark.parametrize("trouble", ["full", "rights", "read-only", "disk", "damaged"])
def test_what_the_system_says_is_told(trouble: str) -> None:
    for language in LANGUAGES:
        assert asked(texts(language)[f"error-store-{trouble}"]) == {"why"}


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (InputError("it is empty", where="a.ttl", remedy="send it"), "a.ttl: it is empty; send it"),
        (
            InputError("is of it", where="a.ttl:3", remedy="-", text="error-syntax", format="Turtle", why="{x}"),
            "a.ttl:3: esto no es Turtle válido; corrija esa línea. El lector del formato dice: {x}",
        ),
    ],
)
def test_a_person_reads_it_in_the_language_of_the_page(error: GuidecheckError, said: str) -> None:
    assert in_words(error, Wording(texts("es"))) == said
