"""Structure of a draft: rows of tables, relations in prose, chapters and quantities, as things with their places."""

from checker.evidence.structure.maker import StructureMaker
from checker.evidence.structure.model import Gap, Place, Structure, Thing
from checker.evidence.structure.read import read_structure

__all__ = ["Gap", "Place", "Structure", "StructureMaker", "Thing", "read_structure"]
