"""Many files at once: one table of results, whatever their syntax."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyoxigraph as ox
import pytest

from checker.engine.sets import validate_files, validate_in_parts
from checker.errors import CallError, InputError, ToolError
from tests.engine.test_shapes import turtle

SHAPES = turtle("ex:s sh:targetClass ex:Draft ; sh:property ex:named . ex:named sh:path ex:name ; sh:minCount 1 .")
ONE = '@prefix ex: <http://example.org/> . ex:a a ex:Draft . _:b a ex:Draft ; ex:name "b" .'
A = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
TWO = f"<http://example.org/c> {A} <http://example.org/Special> .\n_:b {A} <http://example.org/Draft> .\n"
BESIDE = turtle("ex:Special <http://www.w3.org/2000/01/rdf-schema#subClassOf> ex:Draft .")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    for name, text in (("one.ttl", ONE), ("two.nt", TWO)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [tmp_path / "one.ttl", tmp_path / "two.nt"]


def test_files_of_several_syntaxes_make_one_table(files: list[Path]) -> None:
    found = validate_files(SHAPES, files, beside=BESIDE)
    assert len(found) == 3
    assert [str(r.focus) for r in found if isinstance(r.focus, ox.NamedNode)] == [
        "<http://example.org/a>",
        "<http://example.org/c>",
    ]
    assert sum(isinstance(r.focus, ox.BlankNode) for r in found) == 1
    assert list(found.counts().values()) == [3]


def test_table_is_written_as_parquet(files: list[Path], tmp_path: Path) -> None:
    target = tmp_path / "it's results.parquet"
    validate_files(SHAPES, files, beside=BESIDE, memory="200MB").write_parquet(target)
    rows = duckdb.read_parquet(str(target)).fetchall()
    assert [row[:3] for row in rows if row[1].startswith("http")] == [
        (1, "http://example.org/a", "http://example.org/named"),
        (2, "http://example.org/c", "http://example.org/named"),
    ]


WALKS_BACK = turtle(
    """ex:s sh:targetClass ex:Draft ; sh:property ex:shared .
    ex:shared sh:path ( ex:sector [ sh:inversePath ex:sector ] ) ; sh:qualifiedMinCount 1 ;
        sh:qualifiedValueShape [ sh:class ex:Plan ] ."""
)


def test_what_one_file_says_of_a_shared_name_is_not_said_in_another(tmp_path: Path) -> None:
    prefix = "@prefix ex: <http://example.org/> . "
    texts = ("ex:draft a ex:Draft ; ex:sector ex:labour .", "ex:draft a ex:Draft, ex:Plan ; ex:sector ex:labour .")
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.ttl").write_text(prefix + text, encoding="utf-8")
    found = validate_files(WALKS_BACK, sorted(tmp_path.glob("*.ttl")))
    assert [str(r.focus) for r in found] == ["<http://example.org/draft>"]
    found.write_parquet(tmp_path / "results.parquet")
    assert duckdb.read_parquet(str(tmp_path / "results.parquet")).fetchall()[0][:2] == (1, "http://example.org/draft")


def test_each_file_may_say_how_its_classes_stand(tmp_path: Path) -> None:
    shapes = turtle(
        "ex:s sh:targetClass ex:Draft ; sh:property [ sh:path ex:has ; sh:class ex:Part ] ;"
        " sh:property [ sh:path ex:name ; sh:minCount 1 ] ."
    )
    below = "<http://www.w3.org/2000/01/rdf-schema#subClassOf>"
    head, step = "@prefix ex: <http://example.org/> . ", "ex:x a ex:Step ."
    texts = {
        "a": f"ex:Policy {below} ex:Draft . ex:Step {below} ex:Part . ex:a a ex:Policy ; ex:has ex:x . {step}",
        "b": f"ex:Policy {below} ex:Draft . ex:Step {below} ex:Plan . ex:b a ex:Policy ; ex:has ex:x . {step}",
        "c": "ex:c a ex:Policy ; ex:has ex:x . ex:x a ex:Step .",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.ttl").write_text(head + text, encoding="utf-8")
    files = sorted(tmp_path.glob("*.ttl"))
    alone = [(str(r.focus), r.component) for file in files for r in validate_files(shapes, [file])]
    assert len(alone) == 3
    assert sorted((str(r.focus), r.component) for r in validate_files(shapes, files)) == sorted(alone)


def test_named_target_is_looked_at_in_each_file(tmp_path: Path) -> None:
    shapes = turtle("ex:s sh:targetNode ex:a ; sh:property [ sh:path ex:name ; sh:minCount 1 ] .")
    for number, text in enumerate(('ex:a ex:name "a" .', "ex:a ex:has 1 .", "ex:a ex:has 2 .")):
        (tmp_path / f"{number}.ttl").write_text(f"@prefix ex: <http://example.org/> . {text}", encoding="utf-8")
    assert len(validate_files(shapes, sorted(tmp_path.glob("*.ttl")))) == 2


def test_parts_hold_all_files_in_their_order(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}.nt").write_text(TWO + f"# {'x' * 1_500_000}\n", encoding="utf-8")
    files = sorted(tmp_path.glob("*.nt"))
    parts = list(validate_in_parts(SHAPES, files, beside=BESIDE, memory="300MB"))
    assert len(parts) > 2
    assert [file for part in parts for file in part.files] == files
    assert sum(len(part.results) for part in parts) == 60


@pytest.mark.parametrize("memory", ["much", "0GB", "5", "1 parsec"])
def test_parts_refuse_what_is_no_size(files: list[Path], memory: str) -> None:
    with pytest.raises(CallError, match="no size of memory"):
        next(validate_in_parts(SHAPES, files, memory=memory))


def test_file_that_is_no_turtle_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text("this is no Turtle", encoding="utf-8")
    with pytest.raises(InputError, match=r"bad\.ttl: is not Turtle"):
        validate_files(SHAPES, [tmp_path / "bad.ttl"])


def test_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.ttl: cannot be read"):
        validate_files(SHAPES, [tmp_path / "gone.ttl"])


def test_memory_that_is_no_size_is_refused(files: list[Path]) -> None:
    with pytest.raises(CallError, match="much"):
        validate_files(SHAPES, files, memory="much")


def test_too_little_memory_is_said_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "many.nt"
    lines = (f"<http://example.org/d{n}> {A} <http://example.org/Draft> .\n" for n in range(60_000))
    file.write_text("".join(lines), encoding="utf-8")
    with pytest.raises(ToolError, match="give it more memory or fewer files") as failed:
        validate_files(SHAPES, [file], memory="1KB")
    assert "\n" not in str(failed.value)
