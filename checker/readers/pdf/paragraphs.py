"""Lines to paragraphs: where one ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.readers.markers import is_contents_entry, is_item, section_depth, strip_bullet
from checker.readers.pdf.layout import Fragment

_ENDS = (".", "!", "?", ":", ";", "…", ".”", ".»", ".)", ";)", ".’", '."', "?”", "!”")
_CLOSERS = "\"'”’»)]"
_WINDOW = 10
"""Lines before and after that tell where the right edge of a column is."""


@dataclass(slots=True)
class Paragraph:
    lines: list[Fragment]
    page: int
    full: bool = False
    """Whether the last line reaches the right edge, so that the paragraph may go on in the next column."""

    @property
    def size(self) -> float:
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)


def merge_level(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Fragments that follow one another on one baseline become one line: a number and its heading, text with tabs."""
    lines: list[Fragment] = []
    for fragment in fragments:
        last = lines[-1] if lines else None
        if last and abs(last.base - fragment.base) < 0.4 * fragment.size and fragment.left >= last.right - 2:
            lines[-1] = Fragment([*last.words, *fragment.words])
        else:
            lines.append(fragment)
    return lines


def paragraphs(lines: Sequence[Fragment], page: int, pitch: float) -> list[Paragraph]:
    """``pitch`` is the usual step from line to line inside a paragraph, in font sizes."""
    edges = [_right_edge(lines, index) for index in range(len(lines))]
    found: list[Paragraph] = []
    for index, line in enumerate(lines):
        if index and _goes_on(found[-1], line, edges[index - 1], pitch):
            found[-1].lines.append(line)
        else:
            found.append(Paragraph([line], page))
        found[-1].full = not _fits(line, None, edges[index])
    return found


def join_broken(found: list[Paragraph]) -> list[Paragraph]:
    """Paragraphs that a page or column break cut in two, made whole again."""
    joined: list[Paragraph] = []
    for paragraph in found:
        last = joined[-1] if joined else None
        if last and _was_cut(last, paragraph):
            last.lines += paragraph.lines
            last.full = paragraph.full
        else:
            joined.append(paragraph)
    return joined


def _was_cut(last: Paragraph, paragraph: Paragraph) -> bool:
    before, after = last.lines[-1], paragraph.lines[0]
    jumped = paragraph.page != last.page or after.base > before.base
    if not jumped or abs(before.size - after.size) > 0.08 * before.size or (last.bold != paragraph.bold):
        return False
    if opens_item(after.text) or is_contents_entry(before.text):
        return False
    if before.text.rstrip(_CLOSERS).endswith((".", "!", "?", ":", ";")):
        return False
    letter = next((c for c in after.text if c.isalnum()), "")
    return letter.islower() or last.full


def opens_item(text: str) -> bool:
    return strip_bullet(text) is not None or is_item(text)


def ends_sentence(text: str) -> bool:
    return text.endswith(_ENDS)


def _goes_on(paragraph: Paragraph, line: Fragment, edge: float, pitch: float) -> bool:
    last = paragraph.lines[-1]
    size = max(last.size, line.size)
    step = last.base - line.base
    if step <= 0 or step > (pitch + 0.28) * size or abs(last.size - line.size) > 0.08 * size:
        return False
    if is_contents_entry(last.text):
        return False
    text = line.text
    full = not _fits(last, line, edge)
    ended = ends_sentence(last.text)
    if strip_bullet(text) is not None and line.words[0].text != "-":
        return False
    if (is_item(text) or strip_bullet(text) is not None or section_depth(text)) and (not full or ended):
        return False
    if last.bold != line.bold and not full:
        return False
    if _centred(last, line):
        return True
    first = paragraph.lines[0]
    item = opens_item(first.text) or section_depth(first.text) is not None
    if ended and line.left > last.left + 0.8 * size and not item:
        return False
    if len(paragraph.lines) > 1 and line.left < last.left - 0.8 * size:
        return False
    starts = next((c for c in text if c.isalnum()), "a")
    return full or not (ended or starts.isupper() or starts.isdigit()) or (starts.islower() and not ended)


def _fits(last: Fragment, line: Fragment | None, edge: float) -> bool:
    """Whether the first word of the next line would have had room in the last one."""
    room = edge - last.right
    if line is None:
        return room > 4 * last.size
    first = line.words[0]
    return room > first.right - first.left + 0.7 * last.size


def _centred(last: Fragment, line: Fragment) -> bool:
    middle = abs((last.left + last.right) - (line.left + line.right)) / 2
    return middle < 3 and abs(last.left - line.left) > 5


def _right_edge(lines: Sequence[Fragment], index: int) -> float:
    line = lines[index]
    near = lines[max(0, index - _WINDOW) : index + _WINDOW + 1]
    return max(other.right for other in near if abs(other.left - line.left) < 4 * line.size)
