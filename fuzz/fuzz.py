"""Feeds a reader with mutations of small files: ``python -m fuzz.fuzz TARGET [SECONDS]``; needs atheris.

A finding is anything that is not an answer or an error in a sentence: another exception, a hang, a crash, too much
memory. The input is written to fuzz/found; a test of it belongs into tests/attacks/test_found.py.
Without TARGET, the targets are listed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from random import Random

import atheris

with atheris.instrument_imports(include=["checker"]):
    from checker.errors import GuidecheckError
    from fuzz.corpus import pool, seeds
    from fuzz.mixing import mixed
    from fuzz.targets import TARGETS, Target

HERE = Path(__file__).parent
FOUND = HERE / "found"
SECONDS, LARGEST, SLOW = 120, 1 << 14, 20
"""Of a run; bytes of an input; seconds after which an input counts as a hang."""
BYTES = ("sniff", "docx", "odt", "xlsx", "zip", "pdf", "reviews", "pattern")
"""Targets whose inputs have no tokens."""


def one_input(name: str, target: Target) -> Callable[[bytes], None]:
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


def mutator(name: str) -> Callable[[bytes, int, int], bytes]:
    """Half of the mutations change bytes, half tokens and lines."""
    texts = pool(name)

    def changed(data: bytes, most: int, seed: int) -> bytes:
        random = Random(seed)
        if random.random() < 0.5:
            return atheris.Mutate(data, most)
        return mixed(data, most, random, texts)

    return changed


def main() -> None:
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"{__doc__}\nTARGET is one of {', '.join(TARGETS)}")
    name, seconds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else SECONDS
    corpus = HERE / "grown" / name
    corpus.mkdir(parents=True, exist_ok=True)
    FOUND.mkdir(exist_ok=True)
    with atheris.instrument_imports(include=["checker"]):  # what is imported only when it is needed
        for number, seed in enumerate(seeds(name)):
            (corpus / f"seed-{number}").write_bytes(seed)
            with suppress(GuidecheckError):
                TARGETS[name](seed)
    options = [
        f"-max_total_time={seconds}", f"-max_len={LARGEST}", f"-timeout={SLOW}", "-rss_limit_mb=2048",
        f"-artifact_prefix={FOUND}/{name}-", "-print_final_stats=1", "-verbosity=1",
    ]  # fmt: skip
    mutate = {} if name in BYTES else {"custom_mutator": mutator(name)}
    atheris.Setup([sys.argv[0], *options, str(corpus)], one_input(name, TARGETS[name]), **mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
