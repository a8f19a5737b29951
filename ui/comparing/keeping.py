"""The comparison under way, kept in a file as soon as a weight is changed, and found again after a reload."""

from __future__ import annotations

from functools import partial

from checker.profiles.naming import name_of
from checker.profiles.shelf import all_profiles
from ui.choices import choose
from ui.comparing.chosen import Chosen, choose_these, stand_in_address
from ui.comparing.kept import as_file, from_file
from ui.comparing.weights import every, give_all
from ui.context import Context
from ui.unsaved.listing import show_begun
from ui.unsaved.session import asked_for, keep_file


def begin(context: Context) -> None:
    """The weights that the page was left with."""
    if not every() and (left := asked_for("comparison")):
        _take(context, left)


def keep(chosen: Chosen, context: Context) -> None:
    reviews = [header.id for header in chosen.headers]
    stand_in_address(reviews)
    keep_file("comparison", as_file(reviews, chosen.profile.id, every()), context)


def show_left(context: Context) -> None:
    """Draws the list of comparisons that were left with weights of their own, where none is under way."""
    if not any(every().values()):
        show_begun("comparison", partial(_told, context), partial(_take, context), context)


def _told(context: Context, data: bytes) -> tuple[str, str] | None:
    found = from_file(data, context.knowledge)
    if found is None:
        return None
    known = all_profiles(context.knowledge)
    names = [name_of(known[id], context.language) for id in found.weights if id in known]
    n, changed = len(found.reviews), sum(map(len, found.weights.values()))
    return " · ".join(names), context.t("compare-left-holds", proposals=n, weights=changed)


def _take(context: Context, data: bytes) -> None:
    found = from_file(data, context.knowledge)
    if found is None:
        return
    give_all(found.weights)
    choose_these(found.reviews)
    choose("compare-profile", found.profile, context.language)
