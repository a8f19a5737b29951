"""The ontology, the guidance and the shapes, loaded once as immutable objects."""

from checker.knowledge.knowledge import Knowledge
from checker.knowledge.load import load

__all__ = ["Knowledge", "load"]
