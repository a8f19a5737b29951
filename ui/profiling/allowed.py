"""Who may save and delete profiles; asked anew with every act."""

from __future__ import annotations

from checker.reviews.desk import ROLES, Role
from ui.access import Admitted, at_the_page
from ui.context import Context


def may(role: Role, context: Context) -> bool:
    """True where the person's role goes that far, also where the store of reviews does not open."""
    if context.desk is not None:
        return context.desk.may(role)
    found = at_the_page()
    return isinstance(found, Admitted) and ROLES.index(found.role) >= ROLES.index(role)
