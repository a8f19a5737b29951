"""TOML with the lines of its keys, and what is wrong with it on which line."""

from __future__ import annotations

import tomllib
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import InputError
from checker.toml import read_toml
from checker.toml.lines import lines_of

TEXT = '''# a comment
profile = "x"

paths = [
  "a",  # [not.a.table]
  "b",
]
text = """
fail-on = "must"
"""
[tool.one]
a.b = 1
c = { d = 1, e = 2 }
[[waiver]]
who = "A"
[[waiver]]
who = "B"
[waiver.more]
x = 1
'''


def test_every_key_has_the_line_on_which_its_statement_begins() -> None:
    found = lines_of(TEXT)
    assert dict(found) == {
        ("profile",): 2, ("paths",): 4, ("text",): 8, ("tool",): 11, ("tool", "one"): 11, ("tool", "one", "a"): 12,
        ("tool", "one", "a", "b"): 12, ("tool", "one", "c"): 13,
        ("waiver",): 14, ("waiver", 0): 14, ("waiver", 0, "who"): 15,
        ("waiver", 1): 16, ("waiver", 1, "who"): 17, ("waiver", 1, "more"): 18, ("waiver", 1, "more", "x"): 19,
    }  # fmt: skip


key = st.text("abcde-", min_size=1, max_size=6)


@given(st.dictionaries(key, st.sampled_from(["1", '"x"', "[\n1,\n2\n]", '"""\n[x]\n"""', "{ a = 1 }"]), max_size=8))
def test_lines_are_those_of_the_text(values: dict[str, str]) -> None:
    text = "\n\n".join(f"{name} = {value}" for name, value in values.items())
    found = lines_of(text)
    for name in tomllib.loads(text):
        assert text.split("\n")[found[(name,)] - 1].startswith(f"{name} =")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a = 1\nb = \n", "w.toml:2: not valid TOML"),
        (b"a = 1\na = 2\n", "w.toml:2: not valid TOML"),
        (b'a = """\nnever closed', "w.toml:2: not valid TOML"),
        (b"a = 1\nb = '\xff'\n", "w.toml:2: is not UTF-8"),
        (b"a = " + b"[" * 5000, "w.toml: is nested too deeply"),
        (b"a = [\n" + b"1,\n" * 2000 + b"]", "w.toml:1: a value takes more than 1000 lines"),
        (b"a = [\n" + (b"1," * 500 + b" # ]\n") * 990 + b"]", "w.toml:1: a value takes more than 1000 lines, or very"),
        (b"b = 1\na" + b".a" * 100_000 + b" = 1", "w.toml:2: a key has more than 64 parts"),
        (b"a = {" + b"'a' . \"b\" ." * 40_000 + b"c = 1}", "w.toml:1: a key has more than 64 parts"),
        (b"[" + b"a." * 300_000 + b"a]", "w.toml:1: a key has more than 64 parts"),
        (b"#" * 1024 * 1025, "w.toml: the file is larger than 1 MB"),
        (b"a = 1" + b"0" * 5000, "w.toml: not valid TOML"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, data: bytes, said: str) -> None:
    file = tmp_path / "w.toml"
    file.write_bytes(data)
    started = process_time()
    with pytest.raises(InputError) as raised:
        read_toml(file)
    assert raised.value.line.startswith(said)
    assert process_time() - started < 5


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.mktemp("toml") / "any.toml"
    file.write_bytes(data)
    try:
        read_toml(file)
    except InputError as error:
        assert "any.toml" in error.line


def test_the_mark_that_some_editors_put_first_is_none_of_the_text(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(b"\xef\xbb\xbfkey = 1\r\n")
    read = read_toml(file)
    assert (read.values, read.where("key")) == ({"key": 1}, "a.toml:1")
