"""TOML files that people write, with the line on which each value stands."""

from checker.toml.reading import LocatedToml, read_toml

__all__ = ["LocatedToml", "read_toml"]
