"""Where the material beside the checkout lies, for tests that compare with it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def shared(*parts: str) -> Path:
    """A path beside the checkout. Skips the test where it is absent, and fails it there in CI."""
    base = Path(os.environ.get("GUIDECHECK_SHARED", ROOT.parent / "shared"))
    path = base.joinpath(*parts)
    if not path.exists():
        message = f"{'/'.join(('shared', *parts))} is not beside the checkout"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return path
