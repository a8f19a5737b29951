"""What goes back to the authors of a draft: the draft with comments, a memo, tables, RDF; one kind of file a module.

``WRITERS`` names the kinds, ``write`` makes one from a ``Material``, ``comparison_xlsx`` sets proposals side by side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.report import InputReport
from checker.reports.texts import InterfaceTexts
from checker.sent_back.material import Material, material_of
from checker.sent_back.registry import WRITERS, Writer, file_name, write, writer, writers_for

__all__ = [
    "WRITERS", "Material", "Writer", "comparison_xlsx", "file_name", "material_of", "write", "writer", "writers_for",
]  # fmt: skip


def comparison_xlsx(
    drafts: Sequence[InputReport],
    texts: InterfaceTexts,
    *,
    weights: Mapping[str, float] | None = None,
    profile: str = "",
    generated: str = "",
) -> bytes:
    """Proposals side by side as a workbook, in the order given: see ``sheets.comparison``."""
    from checker.sent_back.sheets.comparison import comparison_xlsx as made

    return made(drafts, texts, weights=weights, profile=profile, generated=generated)
