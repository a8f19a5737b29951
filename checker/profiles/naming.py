"""What people call a profile."""

from __future__ import annotations

from checker.knowledge import Knowledge
from checker.knowledge.model import Profile


def name_of(profile: Profile, language: str) -> str:
    """Its name in the language, else in one that it has, else its short name."""
    label = profile.label
    return label.in_(language) or next(iter(label.by_language.values()), "") or profile.id


def names(knowledge: Knowledge, language: str) -> dict[str, str]:
    """The names of the product's profiles and of those saved here, by short name."""
    from checker.profiles.shelf import all_profiles

    return {p.id: name_of(p, language) for p in all_profiles(knowledge).values()}


def known_name(profile_id: str, knowledge: Knowledge, language: str, otherwise: str = "") -> str:
    """The name of a profile that a check was under; ``otherwise``, or its short name, where it is no longer there."""
    return names(knowledge, language).get(profile_id) or otherwise or profile_id
