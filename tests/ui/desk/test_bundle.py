"""The scripts as one, and what the browser is given."""

from __future__ import annotations

import json
import re
from pathlib import Path

from checker.knowledge import load
from checker.reports.texts import Wording
from checker.reviews.opening import open_store
from tests.reports.sample import texts
from tests.shared_material import ROOT
from tests.ui.reviewed import review_of
from ui.desk.bundle import script
from ui.desk.content import content_of


def test_each_module_stands_before_those_that_use_it() -> None:
    whole = script("mount_desk")
    assert "import {" not in whole
    assert whole.count("export ") == 1
    made = re.findall(r"^const in_(\w+) = ", whole, re.M)
    assert len(made) == len(set(made)) > 8
    for name in made:
        assert whole.index(f"const in_{name} = ") < whole.index(f"}} = in_{name};")


def test_scripts_write_no_markup() -> None:
    scripts = list((ROOT / "ui" / "desk" / "js").glob("*.js"))
    assert scripts
    for file in scripts:
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", file.read_text("utf-8"))


def test_the_draft_is_sent_once_and_whole(tmp_path: Path) -> None:
    store = open_store(tmp_path / "x")
    store.close()  # type: ignore[attr-defined]
    id = review_of(tmp_path / "x", ROOT / "examples" / "drafts" / "sop-reintegration-en.docx")
    store = open_store(tmp_path / "x")
    review = store.review(id)
    document = store.document(review.header)
    assert document is not None
    content = content_of(review, document, load(), "es", Wording(texts("es")), allowed=True)
    assert json.dumps(content)
    assert [p["text"] for p in content["draft"]["passages"]] == [p.text for p in document.passages]
    for row in content["rows"]:
        assert row["title"] == load().requirements[row["id"]].title.in_("es")
        assert all(p["quote"] is None and p["start"] is not None for p in row["passages"])
    assert content == content_of(review, document, load(), "es", Wording(texts("es")), allowed=True)
