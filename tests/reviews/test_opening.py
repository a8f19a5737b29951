"""A store is opened once and shared; what cannot be opened is said on one line, with what to do."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from pyoxigraph import Store as Oxigraph

from checker.errors import GuidecheckError
from checker.reviews import names as n
from checker.reviews.desk import Desk
from checker.reviews.embedded import EmbeddedGraphs
from checker.reviews.format import made_ready
from checker.reviews.kept import KeptReviews
from checker.reviews.opening import PLACE, open_store
from checker.reviews.store import ReviewChangedError, StoreError
from tests.reviews.desks import ANA, BEN, new


def refused(folder: Path | str) -> str:
    with pytest.raises(GuidecheckError) as raised:
        open_store(folder)
    assert "\n" not in raised.value.line
    return raised.value.line


def test_one_process_shares_one_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PLACE, str(tmp_path / "reviews"))
    store = open_store()
    assert open_store(tmp_path / "x" / ".." / "reviews") is store
    store.close()
    with pytest.raises(StoreError, match="was closed"):
        store.headers()
    assert open_store() is not store


def test_without_a_place_it_is_the_users_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PLACE, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("checker.reviews.opening._data_folder", lambda: tmp_path / "guidecheck")
    open_store().close()
    assert (tmp_path / "guidecheck" / "reviews" / "graphs").is_dir()


def test_what_a_store_holds_in_memory_is_written_out_now_and_then(tmp_path: Path) -> None:
    """RocksDB holds there what its log holds."""
    graphs, held = EmbeddedGraphs(tmp_path / "reviews"), []
    for number in range(12):
        graphs.update(f'INSERT DATA {{ <urn:a> <urn:b> "{str(number) * 4_000_000}" }}')
        held.append(sum(log.stat().st_size for log in (tmp_path / "reviews" / "graphs").glob("*.log")))
    assert 8 << 20 < max(held) < 36 << 20
    assert len(graphs.rows("SELECT * { ?s ?p ?o }")) == 12
    graphs.close()


def test_a_reopened_store_holds_what_was_left(tmp_path: Path) -> None:
    desk = Desk(open_store(tmp_path), ANA)
    review = desk.add(new()).id
    desk.accept(review, "SOP-01", None)
    before = desk.review(review), desk.headers(), desk.trail()
    desk._store.close()
    desk = Desk(open_store(tmp_path), ANA)
    assert (desk.review(review), desk.headers(), desk.trail()) == before


def test_of_many_threads_that_decide_at_once_one_is_first(store: KeptReviews) -> None:
    review = Desk(store, ANA).add(new()).id

    def decide(number: int) -> bool:
        try:
            Desk(store, BEN).comment(review, "SOP-01", None, f"Comment {number}")
            return True
        except ReviewChangedError as changed:
            assert changed.standing.comment.startswith("Comment")
            return False

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(decide, range(24))) == 1
    assert len(store.review(review).decisions) == 1
    assert store.verify() == ()


def test_another_process_is_told_that_the_store_is_open(folder_store: KeptReviews) -> None:
    folder = folder_store._graphs.place
    call = "import sys; from checker.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", call, "store", "--store", folder, "verify"], capture_output=True, text=True
    )
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert f"{folder}: the store of reviews is open in another process; close the desk" in done.stderr


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("mine")
    assert "holds other things than reviews" in refused(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["thesis.docx"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "reviews").write_text("mine")
    assert str(tmp_path / "reviews") in refused(tmp_path / "reviews")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that nobody can write")
def test_a_folder_that_cannot_be_made_is_said() -> None:
    assert "cannot be used" in refused("/proc/reviews")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to the superuser")
def test_missing_rights_are_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert "give yourself the rights" in refused(tmp_path / "reviews")


@pytest.mark.parametrize("broken", ["CURRENT", "MANIFEST-*", "*.log", "*.sst"])
@pytest.mark.parametrize("how", ["cut", "zeros"])
def test_a_damaged_store_is_said_or_read(tmp_path: Path, broken: str, how: str) -> None:
    """RocksDB keeps what it can of a cut log. Whatever it does, only lines and whole reviews come out."""
    folder = tmp_path / "reviews"
    desk = Desk(open_store(folder), ANA)
    review = desk.add(new()).id
    if broken == "*.sst":
        desk._store._graphs._open.flush()
    desk._store.close()
    for file in (folder / "graphs").glob(broken):
        data = file.read_bytes()
        file.write_bytes(data[: len(data) // 2] if how == "cut" else bytes(len(data)))
    try:
        store = open_store(folder)
        troubles = store.verify()
        found = [header.id for header in store.headers()]
        assert troubles or found in ([], [review])
        store.close()
    except StoreError as error:
        assert str(folder) in error.line and "\n" not in error.line


def test_what_a_killed_process_wrote_and_never_named_is_swept(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    kept, left = Desk(store, ANA).add(new()), store._blobs.put(b"left over")
    store.close()
    store = open_store(tmp_path)
    assert not store._blobs.has(left)
    assert store._blobs.has(kept.draft)


FULL = """
import resource, signal, sys
from checker.reviews.desk import Desk, Person
from checker.reviews.opening import open_store
from checker.reviews.store import StoreError
from tests.reviews.desks import new
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
desk = Desk(open_store(sys.argv[1]), Person("Ana", "reviewer"))
review, seen = desk.add(new()).id, None
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, resource.RLIM_INFINITY))
try:
    desk.add(new(draft=bytes(100_000)))
except StoreError as error:
    print("line", error.line)
for turn in range(100):
    try:
        seen = desk.comment(review, "SOP-01", seen, "word " * 400).id
        print("decision", seen, flush=True)
    except StoreError as error:
        print("line", error.line)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        break
print("decision", desk.comment(review, "SOP-01", seen, "there is room again").id)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="files are bounded by the system")
def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", FULL, str(tmp_path / "r")], capture_output=True, text=True)
    said = [line.split(" ", 1) for line in done.stdout.splitlines()]
    assert [what for what, _ in said].count("line") == 2, done
    assert said[-1][0] == "decision", done
    store = open_store(tmp_path / "r")
    (header,) = store.headers()
    assert {text for what, text in said if what == "decision"} <= {d.id for d in store.review(header.id).decisions}
    assert store.verify() == ()


MARK = "https://w3id.org/guidecheck/store#format"


def marked(folder: Path, version: str) -> None:
    graphs = folder / "graphs"
    open_store(folder).close()
    oxigraph = Oxigraph(graphs)
    mark = NamedNode(MARK)
    for quad in list(oxigraph.quads_for_pattern(mark, n.VERSION, None)):
        oxigraph.remove(quad)
    oxigraph.add(Quad(mark, n.VERSION, Literal(version, datatype=n.INTEGER), mark))


@pytest.mark.parametrize(
    ("version", "line"),
    [("2", "newer guidecheck (format 2, and this one knows 1); update guidecheck"), ("0", "export its reviews with")],
)
def test_a_store_of_another_version_is_said(tmp_path: Path, version: str, line: str) -> None:
    marked(tmp_path, version)
    assert line in refused(tmp_path)


def test_a_store_of_an_older_version_is_brought_up_to_date(tmp_path: Path) -> None:
    marked(tmp_path, "0")
    graphs = EmbeddedGraphs(tmp_path)
    change = "INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> 1 } }"
    made_ready(graphs, version=1, migrations={0: change})
    assert len(graphs.rows("SELECT ?s { GRAPH <urn:g> { ?s ?p ?o } }")) == 1
    graphs.close()
    open_store(tmp_path).close()


def test_reviews_without_a_format_are_not_guessed_at(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.add(new())
    store._graphs.update(f"DROP GRAPH <{MARK}>")
    store.close()
    assert "does not say in which format" in refused(tmp_path)
