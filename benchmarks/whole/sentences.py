"""Varied sentences of the kind that drafts on reintegration are made of; the same seed gives the same text."""

from __future__ import annotations

import random
from collections.abc import Iterator

WHO = (
    "the ministry of labour", "the national reintegration committee", "each district office", "the case manager",
    "the municipal council", "the referral desk", "the training centre", "the public employment service",
    "the health directorate", "the steering group", "the association of returned women", "the partner organisation",
    "the consulate", "the reception centre", "the child protection service", "the chamber of commerce",
    "the diaspora office", "the statistical institute", "the legal aid clinic", "the savings cooperative",
)  # fmt: skip
DOES = (
    "shall register", "reviews", "is responsible for", "coordinates", "will publish", "may refer", "has to document",
    "supports", "pays for", "should consider", "monitors", "did not reach", "must assess", "agrees to share",
    "explains in a language they understand", "follows up on", "hands over", "budgets for", "trains", "evaluates",
)  # fmt: skip
WHAT = (
    "the needs of returning families", "individual reintegration plans", "a complaint that a returnee brings",
    "vocational courses of six months", "grants for small businesses", "temporary housing", "psychosocial care",
    "school enrolment of children who came back", "data on returns", "the costs of travel to the place of origin",
    "referrals to other services", "community projects chosen together with residents", "victims of trafficking",
    "recognition of diplomas earned abroad", "the annual report on indicators", "family tracing",
    "debts that people took on before they left", "medical follow-up of chronic illness", "identity documents",
    "markets for local products", "land disputes", "consent to the storage of personal data",
)  # fmt: skip
HOW = (
    "within {n} days", "before the end of quarter {q}", "at least {q} times a year", "in {n} municipalities",
    "with a budget of {k},000 a year", "together with {who}", "unless the person objects", "as far as funds allow",
    "according to annex {q}", "on the basis of an interview held in private", "without regard to how they returned",
    "and reports on it to {who}", "for up to {q} years after arrival", "after a vulnerability screening",
    "in line with the principle of doing no harm", "with separate figures for women, men and children",
)  # fmt: skip
OPENINGS = (
    "", "", "", "In the first phase, ", "Where a return was forced, ", "From year {q} on, ", "For this purpose, ",
    "In rural districts, ", "During pre-departure counselling, ", "If resources are scarce, ", "By contrast, ",
)  # fmt: skip
SYLLABLES = ("ba", "ro", "mi", "ten", "sul", "ka", "vor", "nel", "di", "pra", "go", "lis", "tam", "eru", "zo")


def sentences(seed: int) -> Iterator[str]:
    """Without end. One in four names a place that hardly comes again, as real texts do."""
    chance = random.Random(seed)  # noqa: S311 - a test text, nothing secret

    def filled(text: str) -> str:
        return text.format(
            n=chance.randint(3, 90), q=chance.randint(1, 9), k=chance.randint(10, 900), who=chance.choice(WHO)
        )

    while True:
        place = "".join(chance.sample(SYLLABLES, 3)).title()
        parts = (chance.choice(OPENINGS), chance.choice(WHO), " ", chance.choice(DOES), " ", chance.choice(WHAT), " ")
        end = f" in {place}." if chance.random() < 0.25 else "."
        sentence = filled("".join(parts) + chance.choice(HOW)) + end
        yield sentence[0].upper() + sentence[1:]


def paragraph(source: Iterator[str], length: int) -> str:
    return " ".join(next(source) for _ in range(length))
