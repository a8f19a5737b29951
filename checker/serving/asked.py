"""Routes that say what can be checked."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from checker import __version__
from checker.knowledge import Knowledge
from checker.profiles.naming import names
from checker.selection import one_of
from checker.serving.problems import ProblemError, documented

Language = Annotated[str, Query(pattern="^[a-z]{2}$")]


class Health(BaseModel):
    status: str = "ok"


class Named(BaseModel):
    id: str
    name: str


class Kind(Named):
    definition: str
    requirements: int


class Provision(BaseModel):
    id: str
    document: str
    locator: str
    strength: str
    statement: str


class Requirement(BaseModel):
    id: str
    title: str
    statement: str
    remedy: str
    condition: str
    strength: str
    theme: str
    kinds: list[str]
    claims: list[str]
    provisions: list[Provision]


class About(BaseModel):
    guidecheck: str
    knowledge: str


def routes(knowledge: Knowledge) -> APIRouter:
    router = APIRouter(tags=["knowledge"])
    languages = list(knowledge.languages)

    @router.get("/about", responses=documented(400, 401, 403))
    def about() -> About:
        return About(guidecheck=__version__, knowledge=knowledge.digest)

    @router.get("/kinds", responses=documented(400, 401, 403, 422))
    def kinds(language: Language = "en") -> list[Kind]:
        """The kinds of draft, with the number of requirements for each."""
        one_of("language", language, languages)
        return [
            Kind(
                id=kind.id,
                name=kind.label.in_(language),
                definition=kind.definition.in_(language),
                requirements=sum(kind.id in r.kinds for r in knowledge.requirements.values()),
            )
            for kind in knowledge.kinds.values()
        ]

    @router.get("/profiles", responses=documented(400, 401, 403, 422))
    def profiles(language: Language = "en") -> list[Named]:
        one_of("language", language, languages)
        return [Named(id=id, name=name) for id, name in names(knowledge, language).items()]

    @router.get("/requirements/{id}", responses=documented(400, 401, 403, 404, 422))
    def requirement(id: str, language: Language = "en") -> Requirement:
        """What a requirement asks, and the guidance behind it."""
        one_of("language", language, languages)
        found = knowledge.requirements.get(id)
        if found is None:
            raise ProblemError(404, "there is no such requirement", where=id, remedy="see 'guidecheck requirements'")
        return Requirement(
            id=found.id,
            title=found.title.in_(language),
            statement=found.statement.in_(language),
            remedy=found.remedy.in_(language),
            condition=found.condition.in_(language),
            strength=found.strength,
            theme=found.theme,
            kinds=list(found.kinds),
            claims=[claim.sentence.in_(language) for claim in found.claims],
            provisions=[
                Provision(
                    id=p.id,
                    document=knowledge.documents[p.document].short,
                    locator=p.locator,
                    strength=p.strength,
                    statement=p.statement.in_(language),
                )
                for p in (knowledge.provisions[id] for id in found.provisions)
            ],
        )

    return router
