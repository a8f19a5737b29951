"""No RDF makes its reader fetch or open anything, or fall."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.check import Options
from checker.check_job import CheckJob
from checker.descriptions.apart import parse_apart
from checker.descriptions.rdf import read_rdf
from checker.errors import InputError
from checker.knowledge import load
from checker.profiles.opening import opened
from tests.attacks.canary import Canary
from tests.attacks.rdf import DRAFT, READ, REFUSED


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_a_reason(name: str, canary: Canary, tmp_path: Path) -> None:
    attack, reason = REFUSED[name]
    file = written(tmp_path / name, attack(canary))
    with pytest.raises(InputError, match=reason) as refused:
        read_rdf(file, load())
    assert refused.value.where.startswith(name)
    with pytest.raises(InputError):
        opened(file, load())
    canary.unharmed(refused.value.line)


@pytest.mark.parametrize("name", READ)
def test_read_as_it_stands(name: str, canary: Canary, tmp_path: Path) -> None:
    file = written(tmp_path / name, READ[name](canary))
    found = read_rdf(file, load())
    canary.unharmed(*(str(t) for t in found.triples[:10]))


def test_all_at_once_as_the_screens_check_them(canary: Canary, tmp_path: Path) -> None:
    """One line for each that is refused; none of them stops the others."""
    bad = [written(tmp_path / name, attack(canary)) for name, (attack, _) in REFUSED.items()]
    good = written(tmp_path / "good.ttl", DRAFT + "." + "#" * 100_000)
    job = CheckJob([*bad, good], Options(), lambda _: None, lines=True, seconds=120)
    job.wait(120)
    assert job.ended is not None and job.ended.outcome is not None
    assert len(job.ended.outcome.report.inputs) == 1
    assert len(job.ended.errors) == len(bad)
    assert not any("\n" in error.line for error in job.ended.errors)
    canary.unharmed(*(error.line for error in job.ended.errors))


def test_apart_it_is_the_same(tmp_path: Path) -> None:
    file = written(tmp_path / "d.ttl", DRAFT + "; <http://e/p> [ <http://e/q> 'é\u202e'@fr , 1.0 ] .")
    assert read_rdf(file, load(), parser=parse_apart) == read_rdf(file, load())


def test_apart_an_error_is_the_same(tmp_path: Path) -> None:
    file = written(tmp_path / "d.ttl", "<http://e/d> a\n ;;")
    told = []
    for parser in ({}, {"parser": parse_apart}):
        with pytest.raises(InputError) as refused:
            read_rdf(file, load(), **parser)
        told.append((refused.value.line, refused.value.text, dict(refused.value.fields)))
    assert told[0] == told[1]


def test_apart_time_and_memory_run_out(tmp_path: Path) -> None:
    file = written(tmp_path / "d.nt", "".join(f"<http://e/{n}> <http://e/p> <http://e/q> .\n" for n in range(200_000)))
    with pytest.raises(InputError, match=r"d\.nt: reading it took longer than 0\.1 seconds"):
        parse_apart(file, seconds=0.1)
    with pytest.raises(InputError, match=r"d\.nt: .*memory"):
        parse_apart(file, memory=100 * 2**20)


def written(file: Path, content: str) -> Path:
    file.write_text(content, "utf-8")
    return file
