"""No file can hang, fill or kill the caller."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.readers import FORMATS, bounded, read

from .making import W, p, package, word

MB = 2**20


def bomb(part: str, megabytes: int) -> bytes:
    parts = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>", part: bytes(megabytes * MB)}
    return package(parts)


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/media/image.png"])
def test_an_archive_bomb_is_refused_quickly_and_with_little_memory(reading, part, tmp_path):
    content = bomb(part, 300)
    assert len(content) < MB / 2
    start = time.monotonic()
    with pytest.raises(InputError, match="archive bomb"):
        reading("bomb.docx", content)
    assert time.monotonic() - start < 5
    file = tmp_path / "bomb.docx"
    file.write_bytes(content)
    assert memory_of_reading(file) < 200 * 1024


def memory_of_reading(file: Path) -> int:
    """Kilobytes at the most, measured from a small process: a child starts as large as its parent."""
    script = (
        "import resource, sys; from pathlib import Path; from checker.readers import bounded;"
        "bounded.confined('checker.readers.child', Path(sys.argv[1]));"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(file)], capture_output=True, text=True, check=True)
    return int(done.stdout)


def test_a_part_that_lies_about_its_size_is_refused(reading):
    content = bytearray(bomb("word/document.xml", 60))
    central = content.rindex(b"PK\x01\x02")
    content[central + 24 : central + 28] = (1000).to_bytes(4, "little")
    with pytest.raises(InputError):
        reading("bomb.docx", bytes(content))


def test_too_many_parts_are_refused(reading, tmp_path):
    path = tmp_path / "many.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"word/{number}", "")
    with pytest.raises(InputError, match="archive bomb"):
        read(path)


def test_xml_nested_without_end_is_refused(reading):
    with pytest.raises(InputError):
        reading("deep.docx", word("<w:sdt>" * 5000 + "</w:sdt>" * 5000))


@pytest.mark.parametrize("head", ["# {}\n\n", "{}\n\n", "| {} | b |\n|---|---|\n"], ids=["heading", "lead", "header"])
def test_what_each_passage_carries_is_bounded(head: str, tmp_path: Path) -> None:
    """A heading is told with all that stands below it: 100 KB of it, with a thousand lines, would be 100 MB."""
    file, line = tmp_path / "d.md", "| We | meet |\n" if "|" in head else "- We meet.\n"
    file.write_text(head.format("a " * 50_000) + line * 1000)
    with pytest.raises(InputError, match="million characters"):
        read(file)


def test_time_runs_out(tmp_path):
    path = tmp_path / "slow.docx"
    path.write_bytes(word(p("Text.") * 50_000))
    with pytest.raises(InputError, match=r"slow\.docx: reading it took longer than 0\.2 seconds"):
        read_with(path, seconds=0.2)


def test_memory_runs_out(tmp_path):
    path = tmp_path / "fat.docx"
    path.write_bytes(word("".join(p(f"Person {number * number:x} came back.") for number in range(150_000))))
    with pytest.raises(InputError, match=r"fat\.docx: .*memory"):
        read_with(path, memory=120 * MB)


def test_a_crash_of_the_parser_is_an_error_that_names_the_file(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("Text.")
    monkeypatch.setattr(bounded.sys, "executable", "/bin/false")
    with pytest.raises(InputError, match=r"a\.txt: the parser stopped on it \(exit 1\)"):
        read(path)


def test_what_is_no_file(tmp_path):
    for path, what in ((tmp_path / "none.docx", "no such file"), (tmp_path, "not a file")):
        with pytest.raises(InputError, match=what):
            read(path)


def test_a_file_that_is_too_large(tmp_path):
    path = tmp_path / "huge.pdf"
    with path.open("wb") as stream:
        stream.truncate(101 * MB)
    with pytest.raises(InputError, match="larger than 100 MB"):
        read(path)


def test_reading_from_threads_and_from_another_folder(tmp_path, monkeypatch):
    (tmp_path / "json.py").write_text("raise RuntimeError('a module of the working folder was imported')")
    monkeypatch.chdir(tmp_path)
    paths = []
    for number in range(4):
        paths.append(Path(f"draft-{number}.txt"))
        paths[-1].write_text(f"Draft {number}.")
    with ThreadPoolExecutor(4) as pool:
        documents = list(pool.map(read, paths))
    assert [document.text for document in documents] == [f"Draft {number}." for number in range(4)]
    assert documents[0].path == "draft-0.txt"
    assert documents[0].sha256 == hashlib.sha256(b"Draft 0.").hexdigest()


def test_links_lead_nowhere(reading):
    body = f'<w:altChunk r:id="x" xmlns:r="y"/>{p("Text.")}'
    relations = (
        '<Relationships><Relationship Id="x" TargetMode="External" Target="http://127.0.0.1:9/a" Type="z/styles"/>'
        "</Relationships>"
    )
    content = package({
        "[Content_Types].xml": "<Types/>", "word/_rels/document.xml.rels": relations,
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
    })  # fmt: skip
    assert reading("a.docx", content).text == "Text."


def test_the_formats_for_a_walk_through_a_folder():
    assert {".docx", ".docm", ".pdf", ".odt", ".html", ".htm", ".md", ".txt"} <= set(FORMATS)


def read_with(path: Path, *, seconds: float = bounded.SECONDS, memory: int = bounded.MEMORY) -> object:
    return bounded.read(path, seconds=seconds, memory=memory)
