"""The process that reads somebody's portfolio: ``python -m checker.portfolio.seen.child PATH BYTES``.

PATH is the ``portfolio.json`` of a folder, a ZIP of such a folder, or a list of Parquet files, one a line. What comes
back is a Compact: the files themselves never reach the caller.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path, PurePosixPath

import duckdb
import msgspec

from checker.errors import GuidecheckError, InputError
from checker.knowledge import load
from checker.portfolio.seen.about import FILE
from checker.portfolio.seen.columns import DESCRIPTIONS, NEW, VERDICT_ROWS
from checker.portfolio.seen.compact import Asked, Compact, Described
from checker.portfolio.seen.folder import PARTS, Portfolio, open_portfolio
from checker.portfolio.seen.packed import MOST, cells, states
from checker.portfolio.seen.sums import sums
from checker.readers.archive import Archive
from checker.readers.child import confine

LISTED = ".files"
"""Ending of a file that lists Parquet files."""
MEMORY = "700MB"
MOST_UNPACKED = 500 * 2**20
"""Bytes of a ZIP when unpacked."""
MOST_VERDICTS = 5_000_000
_D = """SELECT coalesce(title, description), source, kind, coalesce(organisation, ''), coalesce(language, '') FROM d
WHERE n < ? ORDER BY n"""


class Answer(msgspec.Struct, frozen=True):
    """Either of them is there."""

    compact: Compact | None = None
    error: tuple[str, str, str] | None = None


def read(path: Path) -> Compact:
    """Raises InputError and CallError."""
    if path.name == FILE:
        return _compact(path.parent)
    with tempfile.TemporaryDirectory(prefix="guidecheck-") as folder:
        into = Path(folder)
        if path.name.endswith(LISTED):
            _placed([Path(line) for line in path.read_text("utf-8").splitlines()], into)
        else:
            _unpacked(path, into)
        try:
            return _compact(into)
        except InputError as error:  # where it lay for a moment says nothing to anybody
            raise InputError(error.what.replace(f"{into}/", ""), remedy=error.remedy) from error


def _compact(folder: Path) -> Compact:
    with open_portfolio(folder, MEMORY) as portfolio:
        ((count,),) = portfolio.rows("SELECT count(*) FROM v")
        if count > MOST_VERDICTS:
            raise InputError(f"it holds more than {MOST_VERDICTS:,} verdicts", remedy="see it with 'portfolio report'")
        return _read(portfolio)


def _read(portfolio: Portfolio) -> Compact:
    found = sums(portfolio)
    shown = min(found.descriptions, MOST)
    listed = states(portfolio)
    return Compact(
        descriptions=tuple(Described(*row) for row in portfolio.rows(_D, shown)),
        requirements=tuple(
            Asked(a.id, a.theme, ("must", "should", "may").index(a.strength),
                  tuple((verdict, bool(look), missing) for verdict, look, missing in listed[a.id]))
            for a in found.requirements
        ),
        cells=cells(portfolio, [a.id for a in found.requirements], shown),
        of=found.descriptions,
        profile=portfolio.about.profile,
    )  # fmt: skip


def _unpacked(path: Path, into: Path) -> None:
    """Only the files of a portfolio, under names of our own, whatever else the package holds."""
    with path.open("rb") as stream:
        package = Archive(stream, path.name, most_part=MOST_UNPACKED, most_total=MOST_UNPACKED)
        for number, name in enumerate(package.names):
            inside = PurePosixPath(name.replace("\\", "/"))
            if inside.name == FILE:
                (into / FILE).write_bytes(package.part(name.replace("\\", "/").lstrip("/")))
            elif inside.suffix == ".parquet" and inside.parent.name in PARTS:
                (into / inside.parent.name).mkdir(exist_ok=True)
                data = package.part(name.replace("\\", "/").lstrip("/"))
                (into / inside.parent.name / f"{number:06}.parquet").write_bytes(data)
    if not any((into / part).is_dir() for part in PARTS):
        raise InputError("it holds no portfolio", remedy="pack the folder that 'guidecheck portfolio check' wrote")
    if not (into / FILE).exists():
        (into / FILE).write_text("{}")


def _placed(files: list[Path], into: Path) -> None:
    """Parquet files, each by its columns into its part."""
    for number, file in enumerate(files):
        part = _part(file)
        (into / part).mkdir(exist_ok=True)
        shutil.copyfile(file, into / part / f"{number:06}.parquet")
    if len({path.name for path in into.iterdir()}) < len(PARTS):
        raise InputError("the files are of one table only", remedy="choose those of descriptions/ and of verdicts/")
    (into / FILE).write_text("{}")


def _part(file: Path) -> str:
    try:
        with duckdb.connect() as con:
            rows = con.execute("DESCRIBE SELECT * FROM read_parquet(?)", [str(file)]).fetchall()
    except duckdb.Error as error:
        raise InputError("it is no Parquet file", where=file.name, remedy="choose the files of a portfolio") from error
    columns = {row[0] for row in rows}
    for part, wanted in zip(PARTS, (DESCRIPTIONS, VERDICT_ROWS), strict=True):
        if wanted.keys() - NEW <= columns:
            return part
    raise InputError("it has other columns than a portfolio", where=file.name, remedy="choose the files of a portfolio")


def _answer(path: Path) -> Answer:
    try:
        return Answer(read(path))
    except GuidecheckError as error:
        return Answer(error=(error.what, error.where, error.remedy))
    except (OSError, zipfile.BadZipFile, json.JSONDecodeError, MemoryError) as error:
        return Answer(error=(f"it cannot be read ({type(error).__name__})", "", "check the portfolio again"))


def main() -> None:
    """Any failure but an error in words ends without an answer."""
    out = os.dup(1)
    os.dup2(2, 1)  # what a library prints must not mix with the answer
    load()
    confine(int(sys.argv[2]), files=2 * MOST_UNPACKED)
    said = msgspec.msgpack.encode(_answer(Path(sys.argv[1])))
    with os.fdopen(out, "wb") as stream:
        stream.write(said)
    os._exit(0)  # native libraries may fail while they clean up


if __name__ == "__main__":
    main()
