"""The JSON report, version 1, with what people decided."""

from __future__ import annotations

from dataclasses import replace

from checker.reports import render
from checker.sent_back.material import Material


def write(material: Material) -> bytes:
    report = replace(material.report, inputs=(material.draft,))
    return render(report, "json", material.texts).encode("utf-8", "replace")
