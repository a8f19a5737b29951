"""Names of files that strangers chose, safe on a file system and in a header."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

_LONGEST_STEM, _LONGEST_SUFFIX, _MOST_BYTES = 100, 12, 180
"""Letters, and bytes of the stem: file systems count these, and many scripts take three for a letter."""
_UNSAFE = re.compile(r"[^\w .()\-–,'’&°«»]+")
"""Titles in three languages keep their apostrophes and quotation marks."""


def safe_name(name: str) -> str:
    """The name without folders and signs that mean something to a file system, its ending kept."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    plain = Path(_UNSAFE.sub("_", last).strip(" .") or "draft")
    stem = plain.stem[:_LONGEST_STEM].encode()[:_MOST_BYTES].decode(errors="ignore").rstrip(" .")
    return stem + plain.suffix[:_LONGEST_SUFFIX]
