"""The scripts of the desk as one: each module in a scope of its own, those it imports before it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./(\w+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?:function|const) (\w+)", re.MULTILINE)


@cache
def script(entry: str) -> str:
    """``ui/desk/js/ENTRY.js`` with everything it imports. Streamlit takes one module, without a folder around it."""
    order: list[str] = []
    _collect(entry, order)
    return "\n".join(_scoped(name) if name != entry else _bound(_source(name)) for name in order)


@cache
def style() -> str:
    return (HERE / "desk.css").read_text("utf-8")


def _collect(name: str, order: list[str]) -> None:
    for _, imported in _IMPORT.findall(_source(name)):
        if imported not in order:
            _collect(imported, order)
    order.append(name)


def _source(name: str) -> str:
    return (HERE / "js" / f"{name}.js").read_text("utf-8")


def _bound(source: str) -> str:
    return _IMPORT.sub(r"const {\1} = in_\2;\n", source)


def _scoped(name: str) -> str:
    source = _source(name)
    exported = ", ".join(_EXPORT.findall(source))
    body = re.sub(r"^export ", "", _bound(source), flags=re.MULTILINE)
    return f"const in_{name} = (() => {{\n{body}\nreturn {{ {exported} }};\n}})();"
