"""What is slow to get the first time."""

from __future__ import annotations

import gc
from importlib import import_module

from checker.knowledge import load


def warm() -> None:
    """Gets it, and sets it apart for good: after every act Streamlit looks through all objects for what is free, which
    took thirty times as long as the act."""
    knowledge = load()
    _ = knowledge.passages, knowledge.index, knowledge.axioms
    import_module("pandas")
    gc.collect()
    gc.freeze()
