"""What guidecheck brings along may be brought along, and its bill of materials is whole."""

from __future__ import annotations

import re

import pytest
import yaml

from dependencies.installed import ROOT, Package, needed, plain
from dependencies.licences import binds_us, table
from dependencies.locked import entries
from dependencies.sbom import bill


def test_no_licence_binds_guidecheck_itself() -> None:
    packages = needed()
    assert len(packages) > 30
    assert not [p.name for p in packages.values() if binds_us(p)]
    assert not [p.name for p in packages.values() if p.licence == "unknown"]


@pytest.mark.parametrize(
    ("licence", "binds"),
    [
        ("MIT", False),
        ("AGPL-3.0-only", True),
        ("GNU General Public License v3 (GPLv3)", True),
        ("GNU Affero General Public License v3", True),
        ("Apache-2.0 OR GPL-2.0-or-later", False),
        ("GPL-3.0 or later", True),
        ("LGPL-2.1", False),
        ("GNU Lesser General Public License", False),
    ],
)
def test_which_licences_bind(licence: str, binds: bool) -> None:
    assert binds_us(Package("x", "1", licence, "", ())) is binds


LOCK = (ROOT / "requirements.lock").read_text("utf-8")


def test_the_lock_names_a_hash_for_each() -> None:
    """So pip takes nothing that it does not name."""
    named = re.findall(r"^[\w.-]+==.*$", LOCK, re.M)
    assert len(named) > 100
    assert all(line.endswith(" \\") for line in named)
    assert len(named) == len(re.findall(r"^[\w.-]+==.*\n    --hash=sha256:[0-9a-f]{64}", LOCK, re.M))
    assert not re.findall(r"^(?:-e|git\+|https?:|file:|--index-url|--extra-index-url|--trusted-host)", LOCK, re.M)


def test_the_bill_and_the_report_are_those_of_the_lock() -> None:
    """What is installed where they are made is what the lock names, so they say what a user gets."""
    locked = {plain(n): v for n, v in re.findall(r"^([\w.-]+)==(\S+)", LOCK, re.M)}
    assert {p.name: p.version for p in needed().values()} == {n: locked.get(n) for n in needed()}
    assert all(c["hashes"] for c in bill()["components"])


def test_advisories_are_asked_for_the_lock_as_it_is() -> None:
    """By a workflow: it needs a service that this gate does not reach."""
    audit = yaml.safe_load((ROOT / ".github/workflows/audit.yml").read_text("utf-8"))
    (run,) = [step["run"] for step in audit["jobs"]["audit"]["steps"] if "run" in step]
    assert {"--strict", "--require-hashes", "requirements.lock"} <= set(run.split())


def test_the_container_takes_what_the_lock_names_and_runs_as_nobody_special() -> None:
    said = (ROOT / "Containerfile").read_text("utf-8")
    building, running = re.split(r"^FROM \$\{BASE\}$", said, flags=re.M)
    installs = re.findall(r"pip (?:--python \S+ )?install (.*?)(?: \\)?$", building, re.M)
    assert [("--require-hashes" in one, "--no-index" in one) for one in installs] == [
        (True, False),
        (True, False),
        (False, True),
    ]
    assert "--no-build-isolation" in building
    assert "pip " not in running and "/opt/build" not in running, "nothing that it was built with"
    assert re.findall(r"^COPY --from=build (.*)$", running, re.M) == ["/opt/guidecheck /opt/guidecheck"]
    assert re.findall(r"^USER (.*)$", running, re.M) == ["10001:10001"]
    assert "HEALTHCHECK" in running
    assert re.findall(r"^ARG BASE=python:[\d.]+-slim-\w+$", said, re.M), "a release of the system, not whichever is new"


def test_what_is_needed_at_run_time_is_taken_from_the_lock_as_it_stands() -> None:
    taken = entries(LOCK, needed())
    named = {plain(n) for n in re.findall(r"^([\w.-]+)==", taken, re.M)}
    assert named == needed().keys()
    assert not named & {"pytest", "mypy", "ruff", "hypothesis", "playwright", "schemathesis", "mkdocs", "hatchling"}
    assert len(re.findall(r"^[\w.-]+==.*\n    --hash=sha256:", taken, re.M)) == len(named)


def test_every_package_is_in_the_lock() -> None:
    locked = {plain(n) for n in re.findall(r"^([\w.-]+)==", (ROOT / "requirements.lock").read_text("utf-8"), re.M)}
    assert needed().keys() <= locked


def test_the_table_has_a_line_for_each() -> None:
    assert table().count("\n") == len(needed()) + 1


def test_the_bill_is_whole_and_the_same_every_time() -> None:
    made = bill()
    refs = {c["bom-ref"] for c in made["components"]}
    assert len(refs) == len(made["components"]) == len(needed())
    assert {ref for d in made["dependencies"] for ref in (d["ref"], *d["dependsOn"])} == refs
    assert all(c["licenses"] for c in made["components"])
    assert bill() == made
