"""What machines answer: language models, and servers that hold graphs."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from unittest.mock import patch

from checker.errors import CallError, GuidecheckError
from checker.knowledge import load
from checker.query import endpoint
from checker.query.answers import FORMATS
from checker.query.answers import written as written_as
from checker.query.verdicts import of_json
from checker.reader.answer import UnusableError, read_answer
from checker.reader.batch import read_answers
from checker.reader.question import Point, Question
from checker.reader.quotes import QuoteFinder
from checker.readers.blocks import assemble
from checker.readers.formats import BY_ID
from fuzz.samples import ANSWERED
from fuzz.targets.files import written


@cache
def question() -> Question:
    points = (Point("P1", "said", "They meet.", None),)
    asked = next(iter(load().requirements.values()))
    return Question(asked, "", "", "", points, (), (), last=False)


def answers(data: bytes) -> None:
    """Lines that came back from a language model, and what each says of a question."""
    draft = assemble(BY_ID["text"].reader()(ANSWERED.encode(), "a.txt"), path="", sha256="", format="text")
    for reply in read_answers([written(data, "answers.jsonl")]).by_id.values():
        with suppress(UnusableError):
            read_answer(reply.content, question(), QuoteFinder(draft), ())


def server(data: bytes) -> None:
    """An answer to a query, as rows and as a graph, in every form in which it is shown."""
    with patch.object(endpoint, "_posted", lambda *_: data):
        for query in ("SELECT * { ?s ?p ?o }", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"):
            with suppress(GuidecheckError):
                said = endpoint.ask_server("http://localhost/query", query, "q", most=3, seconds=1)
                for form in FORMATS:
                    with suppress(CallError):
                        written_as(said, form)


def report(data: bytes) -> object:
    """A report in JSON that a query is asked of."""
    return list(of_json(written(data, "report.json"), load()))
