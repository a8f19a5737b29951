"""What guidecheck brings along may be brought along, and its bill of materials is whole."""

from __future__ import annotations

import re

import pytest

from dependencies.installed import ROOT, Package, needed, plain
from dependencies.licences import binds_us, table
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
