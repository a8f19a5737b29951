"""No document makes its reader fetch, open, run or unpack anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import InputError
from checker.readers import read
from tests.attacks.canary import Canary
from tests.attacks.documents import READ, REFUSED, TEXT


@pytest.mark.parametrize("name", READ)
def test_its_text_is_read_and_nothing_is_done(name: str, canary: Canary, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(READ[name](canary))
    before = sorted(tmp_path.rglob("*"))
    text = read(file).text
    assert TEXT in text
    canary.unharmed(text)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_a_reason(name: str, canary: Canary, tmp_path: Path) -> None:
    attack, reason = REFUSED[name]
    file = tmp_path / name
    file.write_bytes(attack(canary))
    with pytest.raises(InputError, match=reason) as refused:
        read(file)
    assert refused.value.where == name
    canary.unharmed(refused.value.line)


def test_the_canary_sings(canary: Canary) -> None:
    """It would be seen if something were fetched or opened."""
    from urllib.request import urlopen

    with pytest.raises(OSError, match=r".*"):
        urlopen(canary.url, timeout=2)  # noqa: S310 - our own server, which says nothing
    with pytest.raises(AssertionError):
        canary.unharmed()
    canary.asked.clear()
    canary.file.read_text()
    with pytest.raises(AssertionError, match="opened"):
        canary.unharmed()
