"""Files of descriptions for tests."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

PREFIXES = """@prefix gc: <https://w3id.org/guidecheck/ontology#> . @prefix ex: <https://example.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix dcterms: <http://purl.org/dc/terms/> .
"""


def programme(name: str) -> str:
    """A programme with a committee, in Turtle."""
    return f"""ex:{name} a gc:ProgrammeDraft ;
    rdfs:label "Programme {name}"@en ;
    gc:states ex:{name}-committee .
ex:{name}-committee a gc:SteeringCommittee ;
    gc:involvesActor ex:{name}-ministry .
ex:{name}-ministry a gc:NationalAuthority .
"""


def write(folder: Path, names: Iterable[str]) -> list[Path]:
    """A file for each programme."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"{name}.ttl" for name in names]
    for file in files:
        file.write_text(PREFIXES + programme(file.stem), encoding="utf-8")
    return files
