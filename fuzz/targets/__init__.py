"""What is fed: each reader of something that a person, a program or a language model hands in."""

from __future__ import annotations

from checker.readers.sheets_child import parse as parse_sheets
from checker.readers.sniff import sniff
from checker.reviews.imported import Import
from fuzz.packing import repacked
from fuzz.targets import activities, answers, descriptions, documents, editor, queries, settings, uploads
from fuzz.targets.files import Target, written

__all__ = ["TARGETS", "Target"]

TARGETS: dict[str, Target] = {
    "sniff": lambda data: sniff(data, "draft"),
    "docx": lambda data: documents.reader("docx", "draft.docx")(repacked(data)),
    "odt": lambda data: documents.reader("odt", "draft.odt")(repacked(data)),
    "xlsx": lambda data: parse_sheets(written(repacked(data), "form.xlsx")),
    "zip": documents.reader("docx", "draft.docx"),
    "pdf": documents.reader("pdf", "draft.pdf"),
    "html": documents.reader("html", "draft.html"),
    "markdown": documents.reader("markdown", "draft.md"),
    "text": documents.reader("text", "draft.txt"),
    "language": documents.language,
    "form": documents.form,
    "turtle": descriptions.rdf(".ttl"),
    "trig": descriptions.rdf(".trig"),
    "ntriples": descriptions.rdf(".nt"),
    "jsonld": descriptions.rdf(".jsonld"),
    "rdfxml": descriptions.rdf(".rdf"),
    "at-turtle": descriptions.positions(".ttl"),
    "at-trig": descriptions.positions(".trig"),
    "at-nquads": descriptions.positions(".nq"),
    "at-jsonld": descriptions.positions(".jsonld"),
    "at-rdfxml": descriptions.positions(".rdf"),
    "tables": descriptions.tables,
    "literals": descriptions.literals,
    "editor": editor.editor,
    "iati": activities.iati,
    "profile": settings.profile,
    "waivers": settings.waivers,
    "config": settings.config,
    "baseline": settings.baseline,
    "reviews": lambda data: list(Import(repacked(data)).reviews()),
    "answers": answers.answers,
    "server": answers.server,
    "report": answers.report,
    "upload": uploads.upload,
    "query": queries.query,
    "pattern": queries.pattern,
    "shapes": queries.shapes,
}
