"""The straight lines that a page draws: borders, rules above footnotes, edges of shaded cells."""

from __future__ import annotations

import ctypes

import pypdfium2 as pdfium
import pypdfium2.raw as c

from checker.readers.pdf.layout import Rule

_MAX_OBJECTS = 20_000
_MAX_SEGMENTS = 400
_THIN = 3.0
"""Points up to which a filled area is a line."""
_LONG = 12.0
"""Points from which a line counts."""


def rules_of(page: pdfium.PdfPage) -> tuple[list[Rule], bool]:
    """The rules, and whether pictures cover more than half of the page."""
    rules: list[Rule] = []
    covered = 0.0
    left, bottom, right, top = page.get_cropbox()
    area = max((right - left) * (top - bottom), 1.0)
    wanted = (c.FPDF_PAGEOBJ_PATH, c.FPDF_PAGEOBJ_IMAGE, c.FPDF_PAGEOBJ_FORM)
    for count, found in enumerate(page.get_objects(filter=wanted, max_depth=2)):
        if count > _MAX_OBJECTS:
            break
        try:
            box = found.get_bounds()
        except pdfium.PdfiumError:
            continue
        width, height = box[2] - box[0], box[3] - box[1]
        if found.type == c.FPDF_PAGEOBJ_IMAGE:
            covered += width * height
        elif found.type == c.FPDF_PAGEOBJ_PATH and width * height < 0.8 * area:
            rules += _edges(found.raw, box)
    return [rule for rule in rules if max(rule.right - rule.left, rule.top - rule.bottom) >= _LONG], covered > area / 2


def _edges(path: c.FPDF_PAGEOBJECT, box: tuple[float, float, float, float]) -> list[Rule]:
    left, bottom, right, top = box
    if min(right - left, top - bottom) <= _THIN:
        return [Rule(left, bottom, right, top)]
    count = c.FPDFPath_CountSegments(path)
    if not 2 <= count <= _MAX_SEGMENTS:
        return []
    if count <= 5:
        return _frame(box)
    matrix = c.FS_MATRIX()
    c.FPDFPageObj_GetMatrix(path, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    rules: list[Rule] = []
    last = (0.0, 0.0)
    for index in range(count):
        segment = c.FPDFPath_GetPathSegment(path, index)
        c.FPDFPathSegment_GetPoint(segment, x, y)
        point = (matrix.a * x.value + matrix.c * y.value + matrix.e, matrix.b * x.value + matrix.d * y.value + matrix.f)
        if c.FPDFPathSegment_GetType(segment) == c.FPDF_SEGMENT_LINETO:
            rule = Rule(min(last[0], point[0]), min(last[1], point[1]), max(last[0], point[0]), max(last[1], point[1]))
            if min(rule.right - rule.left, rule.top - rule.bottom) <= 1:
                rules.append(rule)
        last = point
    return rules


def _frame(box: tuple[float, float, float, float]) -> list[Rule]:
    left, bottom, right, top = box
    return [
        Rule(left, bottom, right, bottom),
        Rule(left, top, right, top),
        Rule(left, bottom, left, top),
        Rule(right, bottom, right, top),
    ]
