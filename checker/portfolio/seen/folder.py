"""Opens a folder of results in DuckDB: tables ``d`` of descriptions and ``v`` of verdicts, numbered, in one order."""

from __future__ import annotations

import atexit
import gc
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from checker.errors import CallError, InputError
from checker.portfolio.seen.about import About, read_about
from checker.portfolio.seen.columns import DESCRIPTIONS, NEW, VERDICT_ROWS, selected

atexit.register(gc.unfreeze)  # DuckDB complains at the end of types that the collector was told to leave alone

MEMORY = "2GB"
PARTS = ("descriptions", "verdicts")
_D = f"""CREATE TABLE d AS SELECT row_number() OVER (ORDER BY source, description) - 1 AS n, *
FROM (SELECT {selected(DESCRIPTIONS)} FROM (SELECT {{}} FROM read_parquet(?, union_by_name = true)))"""  # noqa: S608
_V = f"""CREATE TABLE v AS SELECT d.n, d.kind, r.* EXCLUDE (description, source)
FROM (SELECT {selected(VERDICT_ROWS)} FROM read_parquet(?, union_by_name = true)) r
JOIN d USING (source, description) ORDER BY d.n, r.requirement"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Portfolio:
    """An open folder. ``d`` and ``v`` stay as they were read when the files change."""

    about: About
    name: str
    con: duckdb.DuckDBPyConnection

    def rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Raises CallError where it needs more memory than it may have."""
        with _told(self.name):
            return self.con.execute(statement, list(values)).fetchall()

    def run(self, statement: str, *values: object) -> None:
        with _told(self.name):
            self.con.execute(statement, list(values))

    def write(self, statement: str, file: Path) -> None:
        """The rows as Parquet or CSV, by the file's ending. Raises CallError where it cannot be written."""
        try:
            self.con.execute(f"COPY ({statement}) TO {_quoted(str(file))}")
        except duckdb.IOException as error:
            raise CallError(
                f"the table cannot be written ({str(error)[:120]})", where=str(file), remedy="name another folder"
            ) from error


@contextmanager
def open_portfolio(folder: Path, memory: str = MEMORY, writes_to: Path | None = None) -> Iterator[Portfolio]:
    """Reads the folder, never the inputs. Raises InputError where it is none, CallError where memory runs out.

    ``memory`` is written as in 800MB or 2GB. What does not fit goes to the system's folder for such files. Once it is
    read, only ``writes_to`` can be reached from SQL.
    """
    about = read_about(folder)
    with tempfile.TemporaryDirectory(prefix="guidecheck-") as spill:
        con = _connected(memory, spill)
        try:
            portfolio = Portfolio(about, str(folder), con)
            _read(portfolio, folder)
            _shut(portfolio, [spill, *([str(writes_to.absolute())] if writes_to else [])])
            yield portfolio
        finally:
            con.close()


def _connected(memory: str, spill: str) -> duckdb.DuckDBPyConnection:
    settings: dict[str, Any] = {
        "autoinstall_known_extensions": "false",
        "temp_directory": spill,
        "memory_limit": memory,
    }
    try:
        con = duckdb.connect(config=settings)
    except duckdb.Error as error:
        raise CallError(f"'{memory}' is no size of memory", remedy="write it as in 800MB or 2GB") from error
    con.execute("SET enable_progress_bar = false")
    return con


def _read(portfolio: Portfolio, folder: Path) -> None:
    descriptions, verdicts = (sorted(map(str, (folder / part).glob("*.parquet"))) for part in PARTS)
    new = NEW - _columns(portfolio, descriptions, DESCRIPTIONS)
    _columns(portfolio, verdicts, VERDICT_ROWS)
    older = ", ".join(["*", *(f"NULL AS {name}" for name in sorted(new))])
    _table(portfolio, _D.format(older) if descriptions else _D, descriptions, DESCRIPTIONS)
    _table(portfolio, _V, verdicts, VERDICT_ROWS)
    twice = portfolio.rows(
        "SELECT any_value(description), source FROM d GROUP BY source, description HAVING count(*) > 1 LIMIT 1"
    )
    if twice:
        raise InputError(
            f"'{str(twice[0][0])[:80]}' stands in it twice", where=portfolio.name, remedy="check the portfolio again"
        )


def _shut(portfolio: Portfolio, folders: Sequence[str]) -> None:
    named = ", ".join(map(_quoted, folders))
    for setting in (f"allowed_directories = [{named}]", "enable_external_access = false", "lock_configuration = true"):
        portfolio.run(f"SET {setting}")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _table(portfolio: Portfolio, statement: str, files: Sequence[str], columns: dict[str, str]) -> None:
    if files:
        portfolio.run(statement, list(files))
        return
    nothing = ", ".join(f'NULL AS "{name}"' for name in columns)
    portfolio.run(_EMPTY[statement].format(_typed(nothing, columns)))


def _typed(nothing: str, columns: dict[str, str]) -> str:
    return f"(SELECT {selected(columns)} FROM (SELECT {nothing}) LIMIT 0)"  # noqa: S608 - names of our own


_EMPTY = {
    _D: "CREATE TABLE d AS SELECT CAST(0 AS BIGINT) AS n, * FROM {}",
    _V: "CREATE TABLE v AS SELECT CAST(0 AS BIGINT) AS n, '' AS kind, * EXCLUDE (description, source) FROM {}",
}


def _columns(portfolio: Portfolio, files: Sequence[str], wanted: dict[str, str]) -> set[str]:
    """The columns that there are. Raises InputError where one is lacking."""
    found: set[str] = set()
    for file in files[:1]:
        found = {row[0] for row in portfolio.rows("DESCRIBE SELECT * FROM read_parquet(?)", file)}
        lacking = [name for name in wanted if name not in found | NEW]
        if lacking:
            raise InputError(f"there is no column {', '.join(lacking)}", where=file, remedy="check the portfolio again")
    return found


@contextmanager
def _told(name: str) -> Iterator[None]:
    try:
        yield
    except (duckdb.OutOfMemoryException, MemoryError) as error:
        raise CallError(
            "it needs more memory than it may have", where=name, remedy="give more with --memory"
        ) from error
    except duckdb.Error as error:
        said = str(error).partition("\n")[0][:200]
        raise InputError(f"it cannot be read ({said})", where=name, remedy="check the portfolio again") from error
