"""Shapes against a description, results out. Two engines behind one function."""

from checker.engine.results import Result
from checker.engine.validate import DEFAULT_ENGINE, ENGINES, validate

__all__ = ["DEFAULT_ENGINE", "ENGINES", "Result", "validate"]
