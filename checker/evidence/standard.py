"""Scores of different makes made comparable: how many spreads they lie above the mean of the document."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FAR = 3.0


def standard(scores: NDArray[Any]) -> NDArray[Any]:
    """Mean 0 and spread 1; all 0 where nothing differs.

    Among a few passages none can lie far from the mean (at most the root of their number), so there the scale is
    stretched to reach as far as in a longer document; a passage that stands alone stands out by anything it says.
    """
    if len(scores) < 2:
        return (scores > 0) * _FAR
    spread = scores.std()
    if spread == 0:
        return scores * 0.0
    stretched = max(1.0, _FAR / math.sqrt(len(scores) - 1))
    made: NDArray[Any] = (scores - scores.mean()) / spread * stretched
    return made
