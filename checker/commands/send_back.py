"""``guidecheck send-back``: a draft, or a review that is kept, as the files that go back to its authors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.commands.complaints import tell
from checker.errors import CallError, spare, writing
from checker.knowledge import Knowledge, load

if TYPE_CHECKING:
    from checker.sent_back import Material, Writer

_BY_ENDING = {".pdf": "annotated", ".xlsx": "xlsx", ".html": "html", ".htm": "html", ".json": "json", ".ttl": "turtle"}


@click.command(name="send-back", short_help="Write comments, a memo or a table for the authors.")
@click.argument("draft", required=False, type=click.Path(path_type=Path))
@click.option("--review", "review_id", metavar="ID", help="A review that is kept, with what people decided on it.")
@click.option(
    "--as",
    "as_",
    metavar="WHAT",
    help="commented, annotated, memo, xlsx, html, json or turtle; follows --output's ending.",
)
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="DRAFT-WHAT, in this folder, unless given."
)
@click.option("--kind", metavar="KIND", help="Kind of draft; found out unless given.")
@click.option("--language", metavar="LANG", help="Language of the draft: en, es or fr; found out unless given.")
@click.option(
    "--profile",
    default="everything",
    show_default=True,
    metavar="PROFILE",
    help="What to check against: a name, or a file.",
)
def send_back_command(
    draft: Path | None,
    review_id: str | None,
    as_: str | None,
    output: Path | None,
    kind: str | None,
    language: str | None,
    profile: str,
) -> int:
    """Write what goes back to the authors of a draft: the draft with comments, a memo, a table of requirements.

    \b
    guidecheck send-back sop.docx --as commented               sop-commented.docx
    guidecheck send-back proposal.pdf --as annotated
    guidecheck send-back sop.docx --as memo --output memo.docx
    guidecheck send-back --review urn:uuid:… --as xlsx         with the verdicts that people decided
    """
    from checker.sent_back import file_name, write

    if (draft is None) == (review_id is None):
        raise CallError("one draft is sent back, or one review", remedy="name a file, or give --review ID")
    chosen = _writer(as_, output)
    if draft and output:
        spare(output, [draft])
    knowledge = load()
    material = (
        _kept(review_id, knowledge) if review_id else _checked(draft or Path(), knowledge, kind, language, profile)
    )
    content = write(chosen.id, material)
    file = output or Path(file_name(material, chosen))
    with writing("the file", file):
        file.write_bytes(content)
    tell(f"wrote {file}")
    return 0


def _writer(as_: str | None, output: Path | None) -> Writer:
    from checker.sent_back import WRITERS, writer

    if as_ is not None:
        return writer(as_)
    if output is None:
        raise CallError("what to send back is left open", remedy=f"give --as {', '.join(w.id for w in WRITERS)}")
    if output.suffix.lower() not in _BY_ENDING:
        raise CallError(
            f"what to write does not follow from '{output.name}'", remedy="give --as commented or --as memo"
        )
    return writer(_BY_ENDING[output.suffix.lower()])


def _checked(draft: Path, knowledge: Knowledge, kind: str | None, language: str | None, profile: str) -> Material:
    from checker.check import Options, check
    from checker.readers import read
    from checker.selection import is_form, is_rdf
    from checker.sent_back import Material

    outcome = check([draft], knowledge, Options(profile, kind, language))
    if not outcome.report.inputs:
        raise outcome.errors[0]
    found, report = outcome.report.inputs[0], outcome.report
    document = None if is_rdf(draft) or is_form(draft) else read(draft)
    return Material(report, found, draft.read_bytes(), knowledge.interface_texts(report.language), document)


def _kept(review_id: str, knowledge: Knowledge) -> Material:
    from checker.reviews.opening import open_store
    from checker.sent_back import material_of

    store = open_store()
    review = store.review(review_id)
    return material_of(review, store.blob(review.header.draft), store.document(review.header), knowledge)
