"""Questions about a node alone, answered by a condition on its row in the dictionary."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.engine.running.tables import Tables


def answer_by(condition: str) -> Callable[[Tables, str], None]:
    """An answer for questions that list where they are false. ``t`` is the term, ``q`` the question."""

    def answer(tables: Tables, kind: str) -> None:
        tables.run(
            f"INSERT INTO members SELECT q.question, c.node FROM asked_{kind} q"
            " JOIN candidates c ON c.question = q.question JOIN terms t ON t.id = c.node"
            f" WHERE ({condition}) IS NOT TRUE"
        )

    return answer
