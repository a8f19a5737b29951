"""Reviews as people left them, in the language of the page; kept while nothing is decided on them."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from checker.knowledge import Knowledge
from checker.report import InputReport, Report
from checker.reviews.decided import decided_report
from checker.reviews.desk import Desk
from checker.reviews.model import Header, Review
from checker.verdicts.reworded import reworded
from ui.context import Context

Mark = tuple[str, str, int, str, str]
MOST = 120
"""Reports that are kept for everybody together: each takes about a megabyte, and every role reads the same."""
_kept: OrderedDict[Mark, InputReport] = OrderedDict()
_lock = Lock()


def told(context: Context, desk: Desk, header: Header) -> InputReport:
    """The review's report with what people decided. Raises UnknownReviewError where it is gone."""
    mark = (header.id, header.changed, header.decided, context.language, context.knowledge.digest)
    with _lock:
        found = _kept.get(mark)
        if found is not None:
            _kept.move_to_end(mark)
            return found
    made = in_words(desk.review(header.id), context.knowledge, context.language)
    with _lock:
        _kept[mark] = made
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return made


def in_words(review: Review, knowledge: Knowledge, language: str) -> InputReport:
    report = Report("", "", review.header.profile, "", language, (decided_report(review),))
    return reworded(report, knowledge, language).inputs[0]
