"""What a check found, kept between runs: a file that has not changed is not checked again."""

from checker.past_results.results import PastResults

__all__ = ["PastResults"]
