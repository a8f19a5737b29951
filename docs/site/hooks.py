"""Files outside docs/ that its pages link to go into the site, so that it opens without the repository."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

LINK = re.compile(r"(?<=\]\()(\.\./[^)#\s]+)")
REPOSITORY = Path(__file__).resolve().parents[2]


def _outside(link: str, page: str) -> str | None:
    """The path in the repository where a link of a page leads out of docs/ to a file that is there."""
    path = posixpath.normpath(posixpath.join("docs", posixpath.dirname(page), link))
    return path if not path.startswith(("docs/", "..")) and (REPOSITORY / path).is_file() else None


def _kept_as(path: str) -> str:
    """Shown as plain text: browsers offer to save what they do not know."""
    return f"files/{path}.txt"


def on_files(files: Files, config: Any) -> Files:
    """Adds the files linked to."""
    found: set[str] = set()
    for page in files.documentation_pages():
        linked = (_outside(link, page.src_uri) for link in LINK.findall(page.content_string))
        found.update(path for path in linked if path)
    for path in sorted(found):
        files.append(File.generated(config, _kept_as(path), abs_src_path=str(REPOSITORY / path)))
    return files


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Turns links out of docs/ to the copies."""
    here = page.file.src_uri

    def turned(link: re.Match[str]) -> str:
        path = _outside(link[1], here)
        return posixpath.relpath(_kept_as(path), posixpath.dirname(here) or ".") if path else link[1]

    return LINK.sub(turned, markdown)
