"""Files outside docs/ that its pages link to go into the site, so that it opens without the repository."""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path
from typing import Any

from lxml import html
from mkdocs.structure.files import File, Files

_texts: list[dict[str, str]] = []
"""Page, heading, address and text of each section, for the search."""
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
    _texts.clear()
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


def on_page_content(content: str, page: Any, **_: Any) -> str:
    """Notes what each section of the page says."""
    for block in html.fromstring(f"<div>{content}</div>").iterchildren("*"):
        if block.tag in {"h1", "h2"} or not _texts or not _texts[-1]["url"].startswith(page.url):
            anchor = f"#{block.get('id')}" if block.tag == "h2" else ""
            _texts.append({"title": page.title, "heading": "", "url": page.url + anchor, "text": ""})
            if block.tag in {"h1", "h2"}:
                _texts[-1]["heading"] = _said(block).removesuffix("#") if anchor else ""
                continue
        _texts[-1]["text"] += " " + _said(block)
    return content


def _said(block: Any) -> str:
    return " ".join(block.text_content().split())


def on_post_build(config: Any) -> None:
    """What the search looks through, as a script: a page opened from a folder may fetch nothing."""
    said = json.dumps(_texts, ensure_ascii=False).replace("</", "<\\/")
    (Path(config["site_dir"]) / "site" / "pages.js").write_text(f"window.guidecheckPages = {said};\n", "utf-8")
