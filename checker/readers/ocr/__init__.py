"""Scanned pages: drawn by a confined process, read by the Tesseract program, put among the others in page order."""

from checker.readers.ocr.reading import read_scanned

__all__ = ["read_scanned"]
