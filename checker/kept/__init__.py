"""What a check found, kept between runs: a file that has not changed is not checked again."""

from checker.kept.results import Kept

__all__ = ["Kept"]
