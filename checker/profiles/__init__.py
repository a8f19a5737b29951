"""Profiles that a check can be under: those of the product, those saved on this machine, and files."""

from checker.profiles.files import profile_of

__all__ = ["profile_of"]
