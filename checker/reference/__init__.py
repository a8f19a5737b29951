"""The reference book: requirements, guidance and vocabulary as a static site, written from the knowledge alone."""

from checker.reference.addresses import requirement_page
from checker.reference.writing import Written, write_book

__all__ = ["Written", "requirement_page", "write_book"]
