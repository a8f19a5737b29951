"""The profile that a call names: one that came with guidecheck, one that was saved here, or a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

import pyoxigraph as ox

from checker.descriptions.syntaxes import SYNTAXES, Parser, parse
from checker.errors import InputError
from checker.knowledge import Knowledge
from checker.knowledge.index import Index
from checker.knowledge.model import Profile
from checker.knowledge.names import GC, GCR, PROF, local
from checker.knowledge.profiles import PREDICATES, read_profiles
from checker.places import own_profiles_folder
from checker.selection import one_of

_BASE = PROF + "isProfileOf"
_NAMING = (GC + "drops", GC + "adds", GC + "ofRequirement")


def profile_of(named: str, knowledge: Knowledge, parser: Parser | None = None) -> Profile:
    """A profile by its id, those saved here after those of the product, or by the path of an RDF file, which is parsed
    in a fork unless a parser is given.

    Raises CallError where the id is unknown, and InputError with the line where the file is wrong.
    """
    if Path(named).suffix.lower() in SYNTAXES or "/" in named or "\\" in named:
        from checker.descriptions.apart import parse_forked

        return from_file(Path(named), knowledge, parser or parse_forked)[0]
    if named not in knowledge.profiles and (own := own_profiles_folder() / f"{named}.ttl").is_file():
        return from_file(own, knowledge)[0]
    return knowledge.profiles[one_of("profile", named, knowledge.profiles)]


def from_file(path: Path, knowledge: Knowledge, parser: Parser = parse) -> tuple[Profile, Sequence[ox.Quad]]:
    """The profile on top of the others in a file, with all that the file says. Raises InputError with the line."""
    if path.suffix.lower() not in SYNTAXES:
        raise InputError(
            "a profile is an RDF file",
            where=path.name,
            remedy="give a .ttl file, or a profile's id",
            text="error-profile-no-rdf",
        )
    data, quads = parser(path)
    index = Index(quads)
    own = index.of_type(PROF + "Profile")
    inherited = {p.iri: p for p in knowledge.profiles.values()}
    for term, problem in _problems(index, own, knowledge):
        raise InputError(problem, where=_where(path, data, term), remedy="see docs/how-to/write-a-profile.md")
    found = read_profiles(index, knowledge.requirements, knowledge.provisions, inherited)
    (top,) = _tops(index, own)
    profile = found[top]
    for term, problem in _without_effect(index, found, inherited):
        raise InputError(problem, where=_where(path, data, term), remedy="take it out, or inherit from another profile")
    if not profile.requirements:
        raise InputError(
            "the profile holds no requirement",
            where=path.name,
            remedy="drop less, or add some",
            text="error-profile-empty",
        )
    return profile, quads


def _problems(index: Index, own: tuple[str, ...], knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """What is wrong with a file, each with the term at fault."""
    if not own:
        yield "", "describes no profile (no node of type prof:Profile)"
        return
    known = {p.iri: p.id for p in knowledge.profiles.values()}
    tops = _tops(index, own)
    if len(tops) > 1:
        names = ", ".join(local(p) for p in tops)
        yield own[0], f"one profile is to be on top of the others, and here it is: {names}"
    for iri in own:
        bases = index.keys(iri, _BASE)
        if not bases:
            yield iri, f"'{local(iri)}' inherits from no profile (prof:isProfileOf, such as gc:everything-profile)"
        for base in bases:
            if iri in index.reach(base, _BASE):
                yield base, f"'{local(iri)}' inherits from itself"
            elif base not in known and base not in own:
                yield base, f"unknown profile '{local(base)}'{_near(local(base), [local(k) for k in known])}"
    yield from _wrong_predicates(index)
    yield from _wrong_names(index, knowledge)
    yield from _wrong_changes(index)


def _tops(index: Index, own: tuple[str, ...]) -> list[str]:
    """The profiles of a file from which no other of it inherits."""
    return [p for p in own if not any(p in index.keys(other, _BASE) for other in own)]


def _wrong_predicates(index: Index) -> Iterator[tuple[str, str]]:
    allowed = [local(p) for p in PREDICATES]
    for subject in index.subjects():
        for predicate, _ in index.predicates(subject):
            if predicate.startswith(GC) and predicate not in PREDICATES:
                yield (
                    predicate,
                    f"'{local(predicate)}' says nothing of a profile{_near(local(predicate), list(allowed))}",
                )


def _wrong_names(index: Index, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    themes = {f"{t}-theme" for t in knowledge.themes}
    for subject in index.subjects():
        for predicate in _NAMING:
            for named in index.keys(subject, predicate):
                space, known = (GCR, set(knowledge.requirements)) if named.startswith(GCR) else (GC, themes)
                if not named.startswith(space) or local(named) not in known:
                    yield named, f"unknown requirement or theme '{local(named)}'{_near(local(named), sorted(known))}"


def _wrong_changes(index: Index) -> Iterator[tuple[str, str]]:
    strengths = {GC + s for s in ("must", "should", "may")}
    changed = {c for s in index.subjects() for c in index.keys(s, GC + "changes")}
    for subject in sorted(changed):
        if not index.keys(subject, GC + "ofRequirement"):
            yield GC + "changes", "a change names no requirement (gc:ofRequirement)"
        if not index.has(subject, GC + "newStrength") and not index.has(subject, GC + "weight"):
            named = next(iter(index.keys(subject, GC + "ofRequirement")), "")
            yield named, f"the change of '{local(named)}' has neither gc:newStrength nor gc:weight"
        for strength in index.keys(subject, GC + "newStrength"):
            if strength not in strengths:
                yield strength, f"unknown strength '{local(strength)}' (gc:must, gc:should or gc:may)"
        for weight in index.literals(subject, GC + "weight"):
            if not _is_weight(weight.value):
                yield weight.value, f"the weight '{weight.value}' is not a number from 0 to 100, 0 left out"


def _is_weight(said: str) -> bool:
    return bool(re.fullmatch(r"\+?(\d+(\.\d*)?|\.\d+)", said)) and 0 < float(said) <= 100


def _without_effect(
    index: Index, found: dict[str, Profile], inherited: dict[str, Profile]
) -> Iterator[tuple[str, str]]:
    """Requirements that are dropped or changed though the profile does not hold them: most often a slip."""
    everyone = {**inherited, **found}
    for iri in found:
        held = {r for b in index.keys(iri, _BASE) for r in everyone[b].requirements}
        for dropped in index.keys(iri, GC + "drops"):
            if dropped.startswith(GCR) and local(dropped) not in held:
                yield dropped, f"drops '{local(dropped)}', which it does not inherit"
        for change in index.keys(iri, GC + "changes"):
            for named in index.keys(change, GC + "ofRequirement"):
                if named.startswith(GCR) and local(named) not in found[iri].requirements:
                    yield named, f"changes '{local(named)}', which is not in the profile"


def _near(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, 1, 0.7)
    return f", did you mean {near[0]}?" if near else ""


def _where(path: Path, data: bytes, term: str) -> str:
    """The file with the first line on which a term stands, as an IRI or by its local name."""
    name = local(term) if term and not term.startswith("_:") else ""
    if name:
        mark = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
            if mark.search(line):
                return f"{path.name}:{number}"
    return path.name
