"""No run of eight words from the guidance texts stands anywhere in the project."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from checker.knowledge import load
from tests.runs import runs, words
from tests.shared_material import ROOT, shared

_BINARY = {".png", ".docx", ".pdf", ".odt", ".onnx", ".ico"}
_LEGAL = {"LICENSE", "requirements.lock"}


def project_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    return [ROOT / f for f in listed if Path(f).suffix not in _BINARY and Path(f).name not in _LEGAL]


def test_no_run_of_eight_words_is_taken_from_the_guidance() -> None:
    sources = set().union(*(runs(f.read_text("utf-8")) for f in sorted(shared("guidance", "sources").iterdir())))
    titles = runs(". ".join(t for d in load().documents.values() for t in d.title.by_language.values()))
    codes = (name for of in load().iati.lists.values() for name in of.names.values())
    titles |= set().union(*(runs(said) for name in codes for said in name.by_language.values()))
    taken = {}
    for file in project_files():
        # strings apart from each other, so that two neighbours do not make a run
        pieces = re.split(r'["\n]', file.read_text("utf-8")) if file.suffix == ".ttl" else [file.read_text("utf-8")]
        found = set().union(*(runs(p) for p in pieces)) & sources - titles
        if found:
            taken[str(file.relative_to(ROOT))] = sorted(found)[:5]
    assert taken == {}


def test_a_copied_sentence_would_be_noticed() -> None:
    source = next(iter(sorted(shared("guidance", "sources").iterdir()))).read_text("utf-8")
    sentence = " ".join(words(source)[40:52])
    assert runs(f"The plan says: {sentence.upper()}!") & runs(source)
