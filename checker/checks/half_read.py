"""A file that could be read in part: reports of what is whole, errors of what is not."""

from __future__ import annotations

from collections.abc import Sequence

from checker.errors import GuidecheckError, InputError
from checker.report import InputReport


class HalfReadError(InputError):
    """``reports`` stand although ``errors``, of which this is the first, say what could not be read."""

    def __init__(self, reports: tuple[InputReport, ...], errors: Sequence[GuidecheckError]) -> None:
        first = errors[0]
        super().__init__(first.what, where=first.where, remedy=first.remedy, text=first.text, **first.fields)
        self.reports, self.errors = reports, tuple(errors)
