"""Every word that the page asks for is in the ontology, and none is written into the page."""

from __future__ import annotations

import ast
import re

from tests.reports.sample import texts
from tests.shared_material import ROOT
from ui.desk.content import MORE_WORDS, WORDS

UI = ROOT / "ui"
MARKS = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<style>.*</style>|<[^>]*>", re.DOTALL)
KEYED = ("form", "get_option")
"""Their first word is a name that nobody sees."""
SCRIPTS = sorted((UI / "desk" / "js").glob("*.js"))
TEMPLATES = sorted((UI / "templates").glob("*.j2"))


def test_each_use_has_a_text() -> None:
    sources = [*UI.rglob("*.py"), *TEMPLATES, *SCRIPTS]
    used = {
        name
        for source in sources
        for name in re.findall(r'(?:\bt\(|interface_texts\(\w+\)\[)"([a-z0-9-]*[a-z0-9])"', source.read_text("utf-8"))
    }
    assert len(used) > 40
    assert used <= texts("en").keys()


def test_built_ids_have_a_text() -> None:
    built = {"start-drop", "start-options", "start-check", "download-html", "download-json"}
    assert built <= texts("en").keys()


def test_no_words_in_templates() -> None:
    assert TEMPLATES
    for template in TEMPLATES:
        text = re.sub(
            r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<(style|script)>.*?</\1>|<[^>]*>",
            " ",
            template.read_text("utf-8"),
            flags=re.S,
        )
        assert not re.search(r"[^\W\d_]{2,}", text), template.name


def test_widgets_get_no_literal_words() -> None:
    allowed = {"guidecheck"}
    for source in UI.rglob("*.py"):
        for call in ast.walk(ast.parse(source.read_text("utf-8"))):
            if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
                continue
            if call.func.attr in KEYED:
                continue
            if isinstance(call.func.value, ast.Name) and call.func.value.id == "st" and call.args:
                first = call.args[0]
                assert not (isinstance(first, ast.Constant) and isinstance(first.value, str)) or first.value in allowed


def test_the_desk_brings_the_words_that_its_scripts_ask_for() -> None:
    """Also those that a script chooses from several, such as t(selection ? "desk-a" : "desk-b")."""
    source = "\n".join(script.read_text("utf-8") for script in SCRIPTS)
    asked = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', source)) & texts("en").keys()
    assert len(asked) > 60
    brought = {name for name in texts("en") if name.startswith(WORDS) or name in MORE_WORDS}
    assert asked | set(re.findall(r'\bt\("([a-z-]+)"', source)) <= brought


def test_no_words_in_scripts() -> None:
    """What a script puts on the page comes by id: strings with a space are names of classes, selectors or ids."""
    assert SCRIPTS
    for script in SCRIPTS:
        code = re.sub(r"^\s*//.*$", "", script.read_text("utf-8"), flags=re.M)
        for found in re.findall(r'[,(] "([A-Z][a-z]+(?: [a-z]+)*)"', code):
            assert found in {"Enter", "Escape"}, (script.name, found)
