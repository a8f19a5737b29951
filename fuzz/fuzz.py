"""Feeds a reader with mutations of small files: ``python -m fuzz.fuzz TARGET [SECONDS]``; needs atheris.

A finding is anything that is not an answer or an error in a sentence: another exception, a hang, a crash, too much
memory. The input is written to fuzz/found; a test of it belongs into tests/attacks/test_found.py.
Without TARGET, the targets are listed.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["checker"]):
    from checker.activities import ActivityFile
    from checker.descriptions.rdf import read_rdf
    from checker.errors import GuidecheckError
    from checker.knowledge import load
    from checker.profiles.opening import opened
    from checker.readers.blocks import assemble
    from checker.readers.formats import BY_ID
    from checker.readers.sheets_child import parse as parse_sheets
    from checker.readers.sniff import sniff
    from checker.reviews.imported import Import
    from fuzz.corpus import seeds
    from fuzz.packing import repacked

HERE = Path(__file__).parent
FOUND = HERE / "found"
SECONDS, LARGEST, SLOW = 120, 1 << 14, 20
"""Of a run; bytes of an input; seconds after which an input counts as a hang."""


def reader(format: str, name: str) -> Callable[[bytes], object]:
    def one(data: bytes) -> object:
        return assemble(BY_ID[format].reader()(data, name), path=name, sha256="", format=format)

    return one


def rdf(ending: str) -> Callable[[bytes], object]:
    def one(data: bytes) -> object:
        return read_rdf(written(data, f"draft{ending}"), load())

    return one


def written(data: bytes, name: str) -> Path:
    file = Path(FOLDER, name)
    file.write_bytes(data)
    return file


TARGETS: dict[str, Callable[[bytes], object]] = {
    "sniff": lambda data: sniff(data, "draft"),
    "docx": lambda data: reader("docx", "draft.docx")(repacked(data)),
    "odt": lambda data: reader("odt", "draft.odt")(repacked(data)),
    "xlsx": lambda data: parse_sheets(written(repacked(data), "form.xlsx")),
    "zip": lambda data: reader("docx", "draft.docx")(data),
    "pdf": reader("pdf", "draft.pdf"),
    "html": reader("html", "draft.html"),
    "markdown": reader("markdown", "draft.md"),
    "text": reader("text", "draft.txt"),
    "turtle": rdf(".ttl"),
    "trig": rdf(".trig"),
    "ntriples": rdf(".nt"),
    "jsonld": rdf(".jsonld"),
    "rdfxml": rdf(".rdf"),
    "profile": lambda data: opened(written(data, "profile.ttl"), load()),
    "iati": lambda data: list(ActivityFile(written(data, "activities.xml"), load(), everything=True)),
    "reviews": lambda data: list(Import(repacked(data)).reviews()),
}
FOLDER = tempfile.mkdtemp(prefix="guidecheck-fuzz-")


def one_input(name: str, target: Callable[[bytes], object]) -> Callable[[bytes], None]:
    """What libFuzzer calls. Errors in a sentence are answers; all other exceptions are findings."""

    def run(data: bytes) -> None:
        try:
            target(data)
        except GuidecheckError as error:
            assert "\n" not in error.line
        except BaseException:
            kept = FOUND / f"{name}-{sha256(data).hexdigest()[:12]}"
            kept.write_bytes(data)
            print(f"FOUND {kept}", flush=True)
            raise

    return run


def main() -> None:
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"{__doc__}\nTARGET is one of {', '.join(TARGETS)}")
    name, seconds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else SECONDS
    corpus = HERE / "grown" / name
    corpus.mkdir(parents=True, exist_ok=True)
    FOUND.mkdir(exist_ok=True)
    for number, seed in enumerate(seeds(name)):
        (corpus / f"seed-{number}").write_bytes(seed)
    options = [
        f"-max_total_time={seconds}", f"-max_len={LARGEST}", f"-timeout={SLOW}", "-rss_limit_mb=2048",
        f"-artifact_prefix={FOUND}/{name}-", "-print_final_stats=1", "-verbosity=1",
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *options, str(corpus)], one_input(name, TARGETS[name]))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
