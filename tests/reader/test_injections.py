"""Drafts that try to talk the reader into something change nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.knowledge import load
from checker.reader.injection import ToReader
from tests.reader.checking import HERE, checked, document, options
from tests.reader.serving import Asked, Said, answer, nothing, serving
from tests.shared_material import ROOT

DRAFTS = sorted((HERE / "injections").glob("*.md"))
FABRICATED = "The case officer asks every returning person for consent in writing before any transfer."
TO_READER = ToReader(load())


def language(draft: Path) -> str:
    return draft.stem.rsplit("-", 1)[1]


def attacks(draft: Path) -> list[str]:
    return [p.text for p in document(draft).passages if TO_READER.speaks(p.text)]


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda d: d.stem)
def test_the_passage_that_speaks_to_the_reader_is_found_and_no_other(draft: Path) -> None:
    assert 1 <= len(attacks(draft)) <= 2
    innocent = [p.text for p in document(draft).passages if p.text not in attacks(draft)]
    assert any("volunt" in text or "volontaire" in text for text in innocent)


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda d: d.stem)
def test_a_model_that_obeys_and_makes_quotes_up_changes_no_verdict(draft: Path) -> None:
    def gullible(asked: Asked) -> Said:
        return answer(asked, [FABRICATED])

    with serving(gullible) as server:
        found = checked(draft, options(server.url), language(draft))
    assert server.asked
    assert found.verdicts() == found.verdicts(of="unread")
    assert all(o.read_by is None for o in found.read.values())


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda d: d.stem)
def test_a_model_that_obeys_and_quotes_the_instruction_changes_no_verdict(draft: Path) -> None:
    said = max(attacks(draft), key=len)

    def gullible(asked: Asked) -> Said:
        return answer(asked, [said])

    with serving(gullible) as server:
        found = checked(draft, options(server.url), language(draft))
    assert server.asked
    assert found.verdicts() == found.verdicts(of="unread")
    assert all(o.read_by is None for o in found.read.values())
    passages = load().interface_texts(language(draft))["note-reader-addressed"].format(n=len(attacks(draft)))
    assert passages in found.notes


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda d: d.stem)
def test_an_honest_model_never_sees_the_instruction(draft: Path) -> None:
    with serving(nothing) as server:
        found = checked(draft, options(server.url), language(draft))
    for asked in server.asked:
        assert not any(" ".join(text.split()) in asked.text for text in attacks(draft))
    assert set(found.verdicts().values()) == {"not-stated"}
    assert all(o.read_by is not None and o.needs_review for o in found.read.values())


def test_a_draft_cannot_close_its_fence() -> None:
    with serving(nothing) as server:
        checked(HERE / "injections" / "closing-fence-en.md", options(server.url))
    assert server.asked
    for asked in server.asked:
        begins, ends = (asked.text.count(f"=== {what} ") for what in ("passages of the draft", "end of the passages"))
        assert (begins, ends) == (1, 1)


def test_ordinary_drafts_are_left_alone() -> None:
    for draft in sorted((ROOT / "examples" / "drafts").iterdir()):
        if draft.suffix in (".docx", ".pdf"):
            assert not attacks(draft), draft.name
