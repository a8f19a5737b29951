"""The tables of one run and how the steps reach them."""

from __future__ import annotations

import atexit
import gc
import secrets
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyoxigraph as ox

from checker.engine.families.solutions import SHAPES_GRAPH
from checker.engine.names import Term
from checker.engine.program.model import Program
from checker.engine.tables.dictionary import COLUMNS, Dictionary
from checker.engine.tables.plain import Encoded
from checker.errors import CallError

atexit.register(gc.unfreeze)  # DuckDB complains at the end of types that the collector was told to leave alone

_SETTINGS = {
    "autoinstall_known_extensions": "false",
    "temp_directory": str(Path(tempfile.gettempdir()) / f"guidecheck-{secrets.token_hex(16)}"),
}
"""Nothing is fetched, and what does not fit into memory goes to the system's folder for such files, under a name that
nobody can lay something under beforehand."""

_AT_ONCE = 500_000
"""Rows after which what was read goes to the tables: many small files make one statement."""

_SCHEMA = (
    f"CREATE TABLE terms ({COLUMNS})",
    "CREATE TABLE stated (s INTEGER, p INTEGER, o INTEGER, file INTEGER)",
    "CREATE TABLE members (question INTEGER, node INTEGER)",
    "CREATE TABLE found (question INTEGER, node INTEGER, value INTEGER, path INTEGER, messages VARCHAR)",
    "CREATE TABLE candidates (question INTEGER, node INTEGER)",
    "CREATE TABLE reached (path INTEGER, s INTEGER, o INTEGER)",
    "CREATE TABLE focus (focus INTEGER, node INTEGER, times BIGINT)",
    "CREATE TABLE instances (class INTEGER, node INTEGER)",
)


class Tables:
    """A database in memory. ``memory`` bounds it, as DuckDB writes it: '1GB'."""

    def __init__(self, program: Program, memory: str | None = None) -> None:
        self.program = program
        self.dictionary = Dictionary(program.terms)
        try:
            self._con = duckdb.connect(config={**_SETTINGS, **({"memory_limit": memory} if memory else {})})
        except duckdb.Error as error:
            raise CallError(f"'{memory}' is no size of memory", remedy="write it as in 800MB or 2GB") from error
        self._store: ox.Store | None = None
        for statement in _SCHEMA:
            self._con.execute(statement)

    def run(self, statement: str) -> None:
        self._con.execute(statement)

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        return self._con.execute(statement).fetchall()

    def columns(self, statement: str) -> dict[str, Any]:
        """Columns of integers as NumPy arrays."""
        return self._con.execute(statement).fetchnumpy()

    def insert(self, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """Appends rows by columns, from the first column of the table on."""
        if not rows:
            return
        import numpy as np

        kinds = [next((type(v) for v in column if v is not None), int) for column in zip(*rows, strict=True)]
        given = {}
        for place, kind in enumerate(kinds):
            column = [row[place] for row in rows]
            plain = kind is int and None not in column
            given[f"c{place}"] = np.array(column, dtype=np.int64) if plain else np.array(column, dtype=object)
        names = [r[0] for r in self.rows(f"SELECT column_name FROM (DESCRIBE {table})")][: len(kinds)]
        self.append(table, names, given)

    def append(self, table: str, names: Sequence[str], given: dict[str, Any]) -> None:
        self._con.execute(f"INSERT INTO {table} ({', '.join(names)}) SELECT * FROM given")

    def load(self, files: Iterable[Iterable[Any] | Encoded], first: int) -> None:
        """Adds files, triple by triple or already encoded, numbered from ``first`` on; 0 is what belongs to each."""
        import numpy as np

        held: list[tuple[Any, ...]] = []
        count = 0

        def append() -> None:
            given = {
                name: np.concatenate(columns) for name, columns in zip("spof", zip(*held, strict=True), strict=True)
            }
            self.append("stated", ("s", "p", "o", "file"), given)

        for number, file in enumerate(files, first):
            columns = self.dictionary.encode(file)
            held.append((*columns, np.full(len(columns[0]), number, dtype=np.int32)))
            count += len(columns[0])
            if count >= _AT_ONCE:
                append()
                held, count = [], 0
        if count:
            append()

    def write_terms(self) -> None:
        """Brings the table of terms up to the dictionary."""
        given = self.dictionary.new_rows()
        if given is not None:
            self.append("terms", tuple(given), given)

    def number(self, term: Term) -> int:
        return self.dictionary.number(term)

    def term(self, number: int) -> Any:
        return self.dictionary.term(number)

    def asked(self, kind: str) -> list[int]:
        """The numbers of the questions of a kind."""
        return [row[0] for row in self.rows(f"SELECT DISTINCT question FROM asked_{kind} ORDER BY question")]

    def candidates(self, question: int) -> list[int]:
        return [r[0] for r in self.rows(f"SELECT node FROM candidates WHERE question = {question} ORDER BY node")]

    def values_of(self, kind: str) -> str:
        """A query for the values of the candidates of a kind of question by the path of each: question, node, value."""
        asked = f"(SELECT DISTINCT question, path FROM asked_{kind})"
        return (
            f"SELECT c.question, c.node, r.o AS value FROM {asked} a JOIN candidates c USING (question)"
            " JOIN reached r ON r.path = a.path AND r.s = c.node WHERE a.path <> 0"
            f" UNION ALL SELECT c.question, c.node, c.node FROM {asked} a JOIN candidates c USING (question)"
            " WHERE a.path = 0"
        )

    @property
    def store(self) -> ox.Store:
        """The data for queries, with the shapes in a graph of their own; built when first asked for."""
        if self._store is None:
            term = self.term
            data = (
                ox.Quad(term(s), term(p), term(o), ox.DefaultGraph()) for s, p, o in self.rows("SELECT * FROM triples")
            )
            self._store = ox.Store()
            self._store.extend(data)
            self._store.extend(ox.Quad(t.subject, t.predicate, t.object, SHAPES_GRAPH) for t in self.program.triples)
        return self._store
