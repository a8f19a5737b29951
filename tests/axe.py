"""What axe-core says of a page in the browser. The wheel brings its own copy; nothing is fetched."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

SERIOUS = ("serious", "critical")


def findings(page: Page, known: dict[str, str] | None = None) -> list[str]:
    """Findings on contrast, names, labels, roles and the order of headings, a line each.

    Counted are those that are serious or critical, and ``heading-order``. ``known`` maps a finding's rule to a CSS
    selector: a finding of that rule on such an element is let be.
    """
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    found: list[dict[str, Any]] = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    counted = [rule for rule in found if rule["impact"] in SERIOUS or rule["id"] == "heading-order"]
    return [
        f"{rule['id']}: {node['html'][:120]} {node['failureSummary'][:300]}"
        for rule in counted
        for node in rule["nodes"]
        if not _known(page, node["target"][-1], (known or {}).get(rule["id"]))
    ]


def _known(page: Page, target: str, selector: str | None) -> bool:
    return selector is not None and bool(
        page.evaluate("([t, s]) => document.querySelector(t)?.matches(s)", [target, selector])
    )
