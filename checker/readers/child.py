"""The process that parses one file: ``python -m checker.readers.child PATH BYTES``, the result on standard output."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from checker.errors import InputError
from checker.readers.blocks import assemble
from checker.readers.document import Document
from checker.readers.formats import BY_ID
from checker.readers.sniff import sniff
from checker.readers.unplugged import bound, unplug
from checker.readers.wire import pack

MAX_CHARACTERS = 20_000_000
_MOST_CARRIED = 3 * MAX_CHARACTERS
"""With the headings above each passage and the sentence that leads to it, which a long one of them makes many of."""


def parse(path: Path) -> Document:
    """Read here, in this process, without bounds on time and memory. Raises InputError."""
    data = path.read_bytes()
    format = sniff(data, path.name)
    reading = BY_ID[format].reader()(data, path.name)
    document = assemble(reading, path=str(path), sha256=hashlib.sha256(data).hexdigest(), format=format)
    if not document.passages and not document.scanned:
        raise InputError(
            "the document holds no text",
            where=path.name,
            remedy="check that it is the right file",
            text="error-no-text",
        )
    carried = sum(len(part) for p in document.passages for part in (*p.heading, p.lead))
    if len(document.text) > MAX_CHARACTERS or carried + len(document.text) > _MOST_CARRIED:
        raise InputError(
            f"the document holds more than {MAX_CHARACTERS // 10**6} million characters", where=path.name,
            remedy="split it", text="error-too-long", n=MAX_CHARACTERS // 10**6,
        )  # fmt: skip
    return document


def outcome(path: Path) -> Document | InputError:
    try:
        return parse(path)
    except InputError as error:
        return error
    except MemoryError:
        return InputError(
            "reading it needs too much memory",
            where=path.name,
            remedy="split the file or simplify it",
            text="error-memory",
        )
    except RecursionError:
        return InputError(
            "its content is nested too deeply", where=path.name, remedy="save the document anew", text="error-nested"
        )
    except OSError as error:
        return InputError(
            f"it cannot be opened ({error.strerror})",
            where=path.name,
            remedy="check the file",
            text="error-unreadable",
            why=error.strerror or "?",
        )
    except Exception as error:  # whatever a malformed file provokes in a parser: the person learns which file
        return InputError(
            f"its content could not be read ({type(error).__name__})", where=path.name,
            remedy="open and save the document anew, or send it as PDF or DOCX", text="error-not-understood",
        )  # fmt: skip


def confine(memory: int, *, files: int = 0, outside: bool = False) -> None:
    """At most ``memory`` bytes of address space and ``files`` in a file that is written, no program started, and no
    connection to anywhere; ``outside`` allows those that compiled code makes."""
    if not outside:
        unplug()
    bound(memory, files=files)
    sys.addaudithook(_refuse_network)


def _refuse_network(event: str, _: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system"):
        raise PermissionError(f"{event} while reading a document")


def main() -> None:
    answer_with(lambda path: pack(outcome(path)))


def answer_with(parser: Callable[[Path], bytes], *, files: int = 0) -> None:
    """Runs a parser within bounds on the file that the arguments name, writes its answer and ends the process."""
    answer = os.dup(1)
    os.dup2(2, 1)  # what a parser prints must not mix with the answer
    confine(int(sys.argv[2]), files=files)
    result = parser(Path(sys.argv[1]))
    with os.fdopen(answer, "wb") as stream:
        stream.write(result)
    os._exit(0)  # native parsers may fail while they clean up


if __name__ == "__main__":
    main()
