"""``guidecheck query``: arguments only."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from checker.commands.complaints import tell
from checker.errors import CallError, InputError, writing

_MB = re.compile(r"(\d+(?:\.\d+)?)\s*(MB|GB)", re.IGNORECASE)
_MANY = 2**20


@click.command(name="query")
@click.argument("question", required=False)
@click.option("--examples", is_flag=True, help="List the queries that come with guidecheck.")
@click.option("--show", is_flag=True, help="Print the query instead of asking it, to write your own from it.")
@click.option("--data", "files", multiple=True, type=click.Path(path_type=Path), help="RDF, or a report in JSON.")
@click.option("--portfolio", type=click.Path(path_type=Path), help="A folder that 'portfolio check' wrote.")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Of the portfolio, only these kinds.")
@click.option("--theme", "themes", multiple=True, metavar="THEME", help="Of the portfolio, only these themes.")
@click.option("--requirement", "requirements", multiple=True, metavar="ID", help="Of the portfolio, only these ones.")
@click.option("--first", type=click.IntRange(1), metavar="N", help="Of the portfolio, only N descriptions.")
@click.option("--reviews", is_flag=True, help="Ask the reviews of this machine, too; GUIDECHECK_STORE says where.")
@click.option("--texts", is_flag=True, help="Ask also what is only known for reading texts: cues, signs, passages.")
@click.option("--endpoint", metavar="URL", help="Ask this SPARQL 1.1 server, and nothing here.")
@click.option("--outside", is_flag=True, help="Allow SERVICE (and FROM on a server): data then leaves and comes in.")
@click.option("--format", "form", default="table", show_default=True, help="table, csv, json, turtle or ntriples.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the answer to this file.")
@click.option("--most", default=10_000, show_default=True, type=click.IntRange(1, 1_000_000), help="Rows or triples.")
@click.option(
    "--seconds",
    default=60.0,
    show_default=True,
    type=click.FloatRange(0.1, 86_400),
    help="The longest that a query may take.",
)
@click.option("--memory", default="4GB", show_default=True, help="The most that the engine may reserve.")
@click.option("--language", default="en", show_default=True, metavar="LANG", help="en, es or fr.")
def query_command(
    question: str | None,
    examples: bool,
    show: bool,
    files: tuple[Path, ...],
    portfolio: Path | None,
    kinds: tuple[str, ...],
    themes: tuple[str, ...],
    requirements: tuple[str, ...],
    first: int | None,
    reviews: bool,
    texts: bool,
    endpoint: str | None,
    outside: bool,
    form: str,
    output: Path | None,
    most: int,
    seconds: float,
    memory: str,
    language: str,
) -> int:
    """Ask the guidance and results in SPARQL. QUESTION is a saved query, a file, the query itself, or - for standard
    input. Nothing is changed, and nothing leaves this machine unless --endpoint or --outside say so.

    \b
    guidecheck query --examples
    guidecheck query most-missed --portfolio results --theme coordination
    guidecheck query who-misses --portfolio results --requirement REF-01
    guidecheck query question.rq --data report.json --format csv
    guidecheck query 'SELECT * { ?r gc:inTheme gc:referral-theme ; sh:name ?name }'
    guidecheck query decisions --endpoint http://127.0.0.1:7878/query
    """
    from checker.knowledge import load
    from checker.query.answers import FORMATS, written
    from checker.query.asked import ask
    from checker.query.endpoint import ask_server
    from checker.query.places import Asked, Sources
    from checker.query.saved_queries import listed
    from checker.selection import one_of

    knowledge = load()
    language = one_of("language", language, tuple(knowledge.languages))
    form = one_of("format", form, FORMATS)
    if examples:
        click.echo(listed(knowledge, language))
        return 0
    requirements = tuple(one_of("requirement", id_, knowledge.requirements) for id_ in requirements)
    text, where = _text(question, language, requirements)
    if show:
        click.echo(text.rstrip())
        return 0
    if endpoint:
        if files or portfolio or reviews:
            raise CallError("a server and data of this machine are not asked together", remedy="leave one out")
        said = ask_server(endpoint, text, where, most=most, seconds=seconds, outside=outside)
    else:
        sources = Sources(
            knowledge=tuple(str(f.absolute()) for f in (*knowledge.files, *(knowledge.for_texts if texts else ()))),
            files=tuple(str(file) for file in files),
            portfolio=str(portfolio or ""),
            kinds=tuple(one_of("kind", kind, knowledge.kinds) for kind in kinds),
            themes=tuple(one_of("theme", theme, knowledge.themes) for theme in themes),
            requirements=requirements,
            first=first or 0,
            reviews=_store() if reviews else "",
        )
        said = ask(Asked(text, where, sources, most, _bytes(memory), outside), seconds)
    answer = written(said, form)
    if output is None:
        click.echo(answer, nl=False)
    else:
        with writing("the answer", output), output.open("w", encoding="utf-8", newline="") as stream:
            stream.write(answer)
        tell(f"wrote {output}")
    if said.cut:
        click.echo(f"guidecheck: there is more than {most}; ask for more with --most", err=True)
    return 0


def _text(question: str | None, language: str, requirements: tuple[str, ...]) -> tuple[str, str]:
    """The query and what to call it in error lines."""
    from checker.query.saved_queries import saved_queries
    from checker.selection import one_of

    if question is None:
        raise CallError("there is no question", remedy="name a saved query (--examples lists them), a file, or - ")
    if question == "-":
        return sys.stdin.read(_MANY), "standard input"
    saved = saved_queries()
    if question in saved:
        return saved[question].in_(language, requirements), question
    if "{" in question or re.search(r"\s", question.strip()):
        return question, "the query"
    if not Path(question).suffix:
        one_of("saved query", question, saved)
    try:
        with Path(question).open(encoding="utf-8") as stream:
            return stream.read(_MANY), question
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", where=question, remedy="check the path") from error
    except UnicodeDecodeError as error:
        raise InputError("it is not text in UTF-8", where=question, remedy="save it as UTF-8") from error


def _store() -> str:
    from checker.reviews.opening import place_of

    place = place_of()
    if place.startswith(("http://", "https://")):
        raise CallError("the reviews lie on a server", remedy="ask it with --endpoint ADDRESS/query")
    return place


def _bytes(memory: str) -> int:
    found = _MB.fullmatch(memory.strip())
    if not found:
        raise CallError(f"'{memory}' is no size of memory", remedy="write it as in 800MB or 2GB")
    return int(float(found[1]) * (2**30 if found[2].upper() == "GB" else 2**20))
