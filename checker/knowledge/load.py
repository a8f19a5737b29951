"""Loads ontology/ and shapes/ into one immutable value."""

from __future__ import annotations

import gc
from functools import cache
from pathlib import Path
from threading import Lock

from checker.errors import InputError, ToolError
from checker.knowledge.core import Core, KeptCore
from checker.knowledge.index import Index, checksum, parse
from checker.knowledge.knowledge import Knowledge
from checker.knowledge.shelf import Shelf
from checker.places import is_for_texts, knowledge_files, own_folders
from checker.unread import checksum_of

_ONE_BY_ONE = Lock()


def read(files: tuple[Path, ...]) -> Knowledge:
    for_texts = tuple(f for f in files if is_for_texts(f))
    others = tuple(f for f in files if not is_for_texts(f))
    digest = checksum_of(files, checksum)
    shelf = Shelf(digest)
    read_here: list[Index] = []

    @cache
    def anew() -> Core:
        from checker.knowledge.core_reading import read_core

        read_here.append(parse(others))
        return read_core(read_here[0])

    found: Core | KeptCore = shelf.take("core", KeptCore, anew)
    core = found.opened(anew) if isinstance(found, KeptCore) else found
    knowledge = Knowledge(others, for_texts, digest, shelf, core)
    if read_here:
        knowledge.__dict__["index"] = read_here[0]
    return knowledge


def _read_with_own() -> Knowledge:
    """Where somebody's own files are read as well, they are at fault."""
    try:
        return read(knowledge_files())
    except ToolError as error:
        if own_folders():
            raise InputError(error.what, where=error.where, remedy=error.remedy) from error
        raise


def load() -> Knowledge:
    """The knowledge that came with this copy, and one's own, read once however many threads ask for it at once.
    Raises ToolError, or InputError, where it is broken."""
    if not _loaded.cache_info().currsize:
        with _ONE_BY_ONE:
            return _loaded()
    return _loaded()


@cache
def _loaded() -> Knowledge:
    """It is made of many small objects that live as long as the process: collecting garbage meanwhile, and looking
    through them ever after, costs a quarter of the time and finds nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        knowledge = _read_with_own()
        gc.freeze()
        return knowledge
    finally:
        if was_on:
            gc.enable()
