"""The process that draws one page of a PDF as a grey picture (PGM): ``python -m … PATH BYTES PAGE``."""

from __future__ import annotations

import sys
from pathlib import Path

DOTS_PER_INCH = 200
MOST_DOTS = 6_000
"""Along one side: a poster is drawn coarser."""


def main() -> None:
    from checker.readers.child import answer_with

    answer_with(lambda path: _drawn(path, int(sys.argv[3])))


def _drawn(path: Path, number: int) -> bytes:
    """Empty where the page cannot be drawn."""
    import pypdfium2 as pdfium

    try:
        page = pdfium.PdfDocument(path.read_bytes())[number - 1]
        scale = min(DOTS_PER_INCH / 72, MOST_DOTS / max(*page.get_size(), 1.0))
        bitmap = page.render(scale=scale, grayscale=True)
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        grey = bytes(bitmap.buffer)
    except (pdfium.PdfiumError, MemoryError, OSError):
        return b""
    rows = b"".join(grey[y * stride : y * stride + width] for y in range(height))
    return b"P5 %d %d 255\n" % (width, height) + rows


if __name__ == "__main__":
    main()
