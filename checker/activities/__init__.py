"""Which activities of an IATI file are about return and reintegration, and why; one after another.

``activities(path, knowledge)`` gives them lazily: an ``ActivityFile`` counts while it is gone through.
"""

from checker.activities.choosing import Reason
from checker.activities.files import ActivityFile, TakenActivity, is_iati, root_of

__all__ = ["ActivityFile", "Reason", "TakenActivity", "is_iati", "root_of"]
