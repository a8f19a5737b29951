"""Scans made of real pages: each drawn as a picture, as a scanner would give it."""

from __future__ import annotations

import io
import os
import random
import shutil
from collections.abc import Callable, Collection

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from .making import pdf


def need_tesseract() -> None:
    """Skips the test where the program is absent, and fails it there in CI."""
    if shutil.which("tesseract") is None:
        if os.environ.get("CI"):
            pytest.fail("Tesseract is not installed")
        pytest.skip("Tesseract is not installed")


def scan(whole: bytes, only: Collection[int] = (), *, specks: int = 0, dots: int = 150) -> bytes:
    """The document with its pages (or ``only`` those, from 1) turned into pictures; ``specks`` as on bad paper."""
    source = pypdfium2.PdfDocument(whole)
    result = pypdfium2.PdfDocument.new()
    for number in range(1, len(source) + 1):
        if only and number not in only:
            result.import_pages(source, [number - 1])
            continue
        picture = source[number - 1].render(scale=dots / 72).to_pil().convert("L")
        chance = random.Random(number)  # noqa: S311 - specks
        for _ in range(specks):
            picture.putpixel((chance.randrange(picture.width), chance.randrange(picture.height)), 0)
        result.import_pages(pypdfium2.PdfDocument(pdf(_pasted(picture))))
    stream = io.BytesIO()
    result.save(stream)
    return stream.getvalue()


def _pasted(picture: object) -> Callable[[Canvas], None]:
    return lambda canvas: canvas.drawImage(ImageReader(picture), 0, 0, *A4)
