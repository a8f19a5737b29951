"""ZIP packages as plain bytes that a fuzzer can change without breaking the package: parts one after another."""

from __future__ import annotations

import io
import zipfile

_BETWEEN, _NAME_ENDS = b"\x00\xff--part--\xff\x00", b"\x00\xff:\xff\x00"


def unpacked(package: bytes) -> bytes:
    """The parts of a package with their names, as one run of bytes."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return _BETWEEN.join(name.encode() + _NAME_ENDS + archive.read(name) for name in archive.namelist())


def repacked(plain: bytes) -> bytes:
    """The package of such bytes, whatever became of them."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for part in dict.fromkeys(plain.split(_BETWEEN)):
            name, _, content = part.partition(_NAME_ENDS)
            shown = name.decode("utf-8", "replace").replace("\0", "") or "x"
            if shown not in archive.namelist():
                archive.writestr(zipfile.ZipInfo(shown[:200]), content)
    return stream.getvalue()
