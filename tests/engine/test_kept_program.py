"""Compiled shapes that are kept give what those compiled anew give."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest

from checker.engine.sets import compiled_file, compiled_once, validate_fully
from checker.errors import InputError
from tests.engine.test_shapes import turtle

SHAPES = """
ex:s sh:targetClass ex:Draft ; sh:targetNode "a"@en ; sh:property ex:named, [ sh:path [ sh:zeroOrMorePath ex:part ] ;
        sh:class ex:Draft ; sh:severity sh:Info ] .
ex:named sh:path ( ex:name [ sh:inversePath ex:name ] ) ; sh:maxCount 1 ; sh:message "One name."@en, "Un nom."@fr .
ex:asked sh:targetClass ex:Draft ; sh:sparql [ sh:select "SELECT $this WHERE { $this <http://example.org/p> ?x }" ;
        sh:message "No p." ] .
"""
DATA = turtle('ex:a a ex:Draft ; ex:name "a" ; ex:part ex:c ; ex:p 1 . ex:b a ex:Draft ; ex:name "a" .')


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GUIDECHECK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    ox.serialize(turtle(SHAPES), str(tmp_path / "shapes.nt"), format=ox.RdfFormat.N_TRIPLES)
    return tmp_path / "shapes.nt"


def never() -> Iterable[ox.Triple]:
    raise AssertionError("the program is kept")


def said(found: Iterable[object]) -> list[tuple[str, ...]]:
    """Results but for the labels of blank nodes, which differ from reading to reading."""
    fields = ("focus", "component", "severity", "value", "path", "messages")
    return [tuple(str(getattr(result, name)) for name in fields) for result in found]


def test_kept_program_gives_the_same_results(file: Path) -> None:
    anew = validate_fully(compiled_file(file), DATA)
    assert {r.component.rsplit("#", 1)[-1] for r in anew} == {
        "MaxCountConstraintComponent",
        "ClassConstraintComponent",
        "SPARQLConstraintComponent",
    }
    assert said(validate_fully(compiled_file(file), DATA)) == said(anew)


def test_shapes_are_not_asked_for_again() -> None:
    compiled_once("sha256:1", lambda: turtle(SHAPES))
    assert validate_fully(compiled_once("sha256:1", never), DATA)


def test_changed_file_is_compiled_anew(file: Path) -> None:
    compiled_file(file)
    file.write_text("", encoding="utf-8")
    assert not validate_fully(compiled_file(file), DATA)


@pytest.mark.parametrize("damage", [lambda b: b"", lambda b: b.replace(b"example.org", b"example org")])
def test_damaged_program_is_made_again(damage: object, file: Path, cache: Path) -> None:
    anew = validate_fully(compiled_file(file), DATA)
    (kept,) = cache.rglob("program.msgpack")
    kept.write_bytes(damage(kept.read_bytes()))  # type: ignore[operator]
    assert said(validate_fully(compiled_file(file), DATA)) == said(anew)


def test_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.ttl: cannot be read"):
        compiled_file(tmp_path / "gone.ttl")
