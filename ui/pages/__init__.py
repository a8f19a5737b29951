"""One page a file, each with ``show(context)``; a page whose file is missing is left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from ui.context import Context


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in the menu. Its title is the text ``page-NAME``, its address ``/NAME``."""

    name: str
    icon: str

    @property
    def there(self) -> bool:
        return find_spec(f"{__name__}.{self.name}") is not None

    @property
    def show(self) -> Callable[[Context], None]:
        found: Callable[[Context], None] = import_module(f"{__name__}.{self.name}").show
        return found


ENTRIES = (
    Entry("check", ":material/fact_check:"),
    Entry("desk", ":material/rate_review:"),
    Entry("reviews", ":material/folder_open:"),
    Entry("compare", ":material/table_chart:"),
    Entry("guidance", ":material/menu_book:"),
    Entry("describe", ":material/edit_note:"),
    Entry("data", ":material/database:"),
    Entry("profiles", ":material/tune:"),
)
"""In the order of the menu; the first opens."""


def entries() -> tuple[Entry, ...]:
    return tuple(entry for entry in ENTRIES if entry.there)
