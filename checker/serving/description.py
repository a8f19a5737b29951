"""The description of the calls as a page for people: of itself alone, without a script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

PATH = "/docs"
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'none'"
)
_MULTIPART = "multipart/form-data"


@dataclass(frozen=True, slots=True)
class Taken:
    name: str
    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Answered:
    status: str
    said: str
    media: str


@dataclass(frozen=True, slots=True)
class Call:
    method: str
    path: str
    said: str
    takes: tuple[Taken, ...]
    answers: tuple[Answered, ...]
    errors: tuple[Answered, ...]


def described(app: FastAPI, *, token: bool) -> Response:
    """``token`` says whether calls need one."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    schema = app.openapi()
    page = environment.get_template("description.html").render(info=schema["info"], calls=calls(schema), token=token)
    return Response(page, media_type="text/html", headers={"Content-Security-Policy": _POLICY})


def calls(schema: Mapping[str, Any]) -> tuple[Call, ...]:
    """The calls of an OpenAPI description."""
    return tuple(
        _call(method, path, said) for path, methods in schema["paths"].items() for method, said in methods.items()
    )


def _call(method: str, path: str, said: Mapping[str, Any]) -> Call:
    answers = [
        Answered(status, answer["description"], ", ".join(sorted(answer.get("content", ()))))
        for status, answer in sorted(said["responses"].items())
    ]
    return Call(
        method.upper(),
        path,
        str(said.get("description", "")).replace("``", ""),
        tuple(_taken(said)),
        tuple(one for one in answers if one.status < "400"),
        tuple(one for one in answers if one.status >= "400"),
    )


def _taken(said: Mapping[str, Any]) -> Iterator[Taken]:
    for one in said.get("parameters", ()):
        where = {"path": "in the path", "query": "in the address, after ?"}.get(one["in"], one["in"])
        yield Taken(one["name"], where, _what(one["schema"]))
    body = said.get("requestBody", {}).get("content", {}).get(_MULTIPART, {}).get("schema", {})
    for name, schema in body.get("properties", {}).items():
        needed = "" if name in body["required"] else ", may be left out"
        yield Taken(name, f"a field of the form{needed}", _what(schema))


def _what(schema: Mapping[str, Any]) -> str:
    parts = [
        str(schema.get("description", "")),
        "one of " + ", ".join(str(one) for one in schema["enum"] if one) if "enum" in schema else "",
        "a file" if schema.get("format") == "binary" else "",
        f"from {schema['minimum']} to {schema['maximum']}" if "minimum" in schema and "maximum" in schema else "",
        f"matching {schema['pattern']}" if "pattern" in schema else "",
        f"{schema['default']} unless given" if schema.get("default") is not None else "",
    ]
    return "; ".join(part for part in parts if part)
