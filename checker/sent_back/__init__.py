"""What goes back to the authors of a draft: the draft with comments, a memo, tables, RDF; one kind of file a module.

``WRITERS`` names the kinds, ``write`` makes one from a ``Material``. ``sheets.comparison`` sets proposals side by side.
"""

from checker.sent_back.material import Material, material_of
from checker.sent_back.registry import WRITERS, Writer, file_name, write, writer, writers_for

__all__ = ["WRITERS", "Material", "Writer", "file_name", "material_of", "write", "writer", "writers_for"]
