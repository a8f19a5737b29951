"""The process that answers one query: ``python -m checker.query.child``, an Asked as input, a Said as output."""

from __future__ import annotations

import json
import os
import re
import sys
from contextlib import suppress
from typing import Any

import msgspec
import pyoxigraph as ox

from checker.errors import CallError, GuidecheckError, ToolError
from checker.query.data import loaded
from checker.query.places import Asked, Said
from checker.query.prefixes import PREFIXES
from checker.readers.child import confine

MOST_BYTES = 64 * 2**20
"""Of an answer."""
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


def answer(asked: Asked) -> Said:
    try:
        store = loaded(asked.sources)
        if not asked.outside:
            _shut()
        return _answered(store, asked)
    except MemoryError:
        return _refused(CallError("it needs more memory than it may have", remedy="ask for less, or raise --memory"))
    except GuidecheckError as error:
        return _refused(error)


def syntax_error(error: SyntaxError, where: str, before: int = 0) -> CallError:
    """With line and column; ``before`` is how many lines were put before the query."""
    said = str(error)
    found = _PLACE.match(said)
    if found:
        where, said = f"{where}:{max(int(found[1]) - before, 1)}:{found[2]}", found[3]
    said = "this prefix is not declared" if "Prefix not found" in said else " ".join(said.split())
    if len(said) > 160:
        said = said[:159].rstrip(" ,") + "…"
    return CallError(f"this is not SPARQL ({said})", where=where, remedy="mend the query")


def _answered(store: ox.Store, asked: Asked) -> Said:
    try:
        found: Any = store.query(asked.query, prefixes=PREFIXES, use_default_graph_as_union=True)
        if isinstance(found, ox.QueryBoolean):
            return Said(rows=json.dumps({"head": {}, "boolean": bool(found)}).encode())
        if isinstance(found, ox.QueryTriples):
            return _graph(found, asked.most)
        return _rows(found, asked.most)
    except SyntaxError as error:
        raise syntax_error(error, asked.where) from error
    except (OSError, RuntimeError, ValueError) as error:
        said = " ".join(str(error).split())[:200]
        raise CallError(f"it could not be answered ({said})", where=asked.where, remedy="mend the query") from error


def _rows(found: Any, most: int) -> Said:
    names = [variable.value for variable in found.variables]
    head = json.dumps({"vars": names})
    parts, size, cut = [], 0, False
    for number, solution in enumerate(found):
        if number >= most or size > MOST_BYTES:
            cut = True
            break
        bound = {name: _term(value) for name, value in zip(names, solution, strict=True) if value is not None}
        parts.append(json.dumps(bound, ensure_ascii=False))
        size += len(parts[-1])
    return Said(rows=f'{{"head":{head},"results":{{"bindings":[{",".join(parts)}]}}}}'.encode(), cut=cut)


def _term(value: Any) -> dict[str, Any]:
    if isinstance(value, ox.NamedNode):
        return {"type": "uri", "value": value.value}
    if isinstance(value, ox.BlankNode):
        return {"type": "bnode", "value": value.value}
    if isinstance(value, ox.Triple):
        subject, predicate, object_ = map(_term, value)
        return {"type": "triple", "value": {"subject": subject, "predicate": predicate, "object": object_}}
    said = {"type": "literal", "value": value.value}
    if value.language:
        return {**said, "xml:lang": value.language}
    return said if value.datatype.value.endswith("#string") else {**said, "datatype": value.datatype.value}


def _graph(found: Any, most: int) -> Said:
    lines, size, cut = [], 0, False
    for number, triple in enumerate(found):
        if number >= most or size > MOST_BYTES:
            cut = True
            break
        lines.append(f"{triple} .\n")
        size += len(lines[-1])
    return Said(graph="".join(lines).encode(), cut=cut)


def _shut() -> None:
    """No file and no connection can be opened any more, whatever a query makes the engine do."""
    with suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def _refused(error: GuidecheckError) -> Said:
    return Said(error=(error.what, error.where, error.remedy), failed=isinstance(error, ToolError))


def main() -> None:
    """Any failure but an error in words ends without an answer."""
    out = os.dup(1)
    os.dup2(2, 1)  # what a library prints must not mix with the answer
    asked = msgspec.json.decode(sys.stdin.buffer.read(), type=Asked)
    confine(asked.memory)
    said = msgspec.msgpack.encode(answer(asked))
    with os.fdopen(out, "wb") as stream:
        stream.write(said)
    os._exit(0)  # native libraries may fail while they clean up


if __name__ == "__main__":
    main()
