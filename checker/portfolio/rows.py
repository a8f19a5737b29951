"""The two tables of a portfolio, and how a part of them is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

_NEVER_NULL = {"nullable": False}


def _text(name: str) -> pa.Field:
    return pa.field(name, pa.string(), **_NEVER_NULL)


DESCRIPTIONS = pa.schema(
    [
        *(_text(name) for name in ("description", "source")),
        pa.field("line", pa.int64()),
        _text("kind"),
        *(pa.field(name, pa.string()) for name in ("title", "organisation", "country")),
        _text("language"),
        *(
            pa.field(name, pa.int32(), **_NEVER_NULL)
            for name in ("met", "partly_met", "not_met", "not_stated", "not_applicable")
        ),
        pa.field("coverage", pa.float64()),
        pa.field("taken", pa.string()),
    ]
)
VERDICTS = pa.schema(
    [
        *(_text(name) for name in ("description", "source", "requirement", "verdict", "strength", "theme")),
        pa.field("needs_review", pa.bool_(), **_NEVER_NULL),
        pa.field("line", pa.int64()),
        pa.field("missing", pa.string()),
    ]
)


@dataclass(slots=True)
class Rows:
    """Columns by name, of both tables."""

    descriptions: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name in DESCRIPTIONS.names})
    verdicts: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name in VERDICTS.names})

    def tables(self) -> tuple[pa.Table, pa.Table]:
        """Sorted, so that the same rows are the same bytes."""
        return (
            pa.table(_sorted(self.descriptions, "description", "source"), schema=DESCRIPTIONS),
            pa.table(_sorted(self.verdicts, "description", "requirement", "source"), schema=VERDICTS),
        )


def _sorted(columns: dict[str, list[Any]], *by: str) -> dict[str, list[Any]]:
    keys = list(zip(*(columns[name] for name in by), strict=True))
    order = sorted(range(len(keys)), key=keys.__getitem__)
    if all(place == number for number, place in enumerate(order)):
        return columns
    return {name: [column[place] for place in order] for name, column in columns.items()}


def as_parquet(table: pa.Table, said: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """A table as a file, with ``said`` about it."""
    stream = pa.BufferOutputStream()
    pq.write_table(table.replace_schema_metadata(dict(said)), stream, compression="zstd")
    return bytes(stream.getvalue())


def said_of(file: Path) -> tuple[int, dict[str, str]]:
    """How many rows a written part has, and what was said of it. Raises OSError or ValueError where it is none."""
    found = pq.read_metadata(file)
    return found.num_rows, {key.decode(): value.decode() for key, value in (found.metadata or {}).items()}
