"""The ontology, the guidance and the shapes, loaded once as immutable objects."""

from checker.knowledge.load import Knowledge, load

__all__ = ["Knowledge", "load"]
