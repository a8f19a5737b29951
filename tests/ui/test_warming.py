"""What stays for good is not looked through after every act."""

from __future__ import annotations

import gc

from ui.warming import warm


def test_the_knowledge_is_set_apart() -> None:
    gc.unfreeze()
    looked_through = len(gc.get_objects())
    try:
        warm()
        assert len(gc.get_objects()) < looked_through / 10
    finally:
        gc.unfreeze()
