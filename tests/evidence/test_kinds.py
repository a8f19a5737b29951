"""The kind of a draft, from how it calls itself."""

from __future__ import annotations

import csv

import pytest

from checker.evidence.kinds import detect_kind
from checker.evidence.words import Stemmer
from checker.knowledge import load
from checker.readers import read
from tests.evidence.documents import document
from tests.shared_material import ROOT, shared

TITLES = [
    ("en", "# Standard Operating Procedures for Returnee Support", "sop"),
    ("en", "# Terms of Reference of the Reintegration Committee", "coordination-mechanism"),
    ("en", "# Memorandum of Understanding between the Agency and the Fund", "agreement"),
    ("en", "# Full proposal: a community project for two districts", "community-initiative"),
    ("es", "# Política Nacional de Reintegración 2027-2032", "national-policy"),
    ("es", "# Propuesta de proyecto: marco lógico y presupuesto", "programme"),
    ("es", "# Diagnóstico: análisis de contexto del retorno", "context-analysis"),
    ("fr", "# Mécanisme national d'orientation des personnes de retour", "referral-mechanism"),
    ("fr", "# Stratégie de renforcement des capacités des communes", "capacity-building-strategy"),
    ("fr", "# Cadre de suivi et d'évaluation du programme", "monitoring-framework"),
]


@pytest.mark.parametrize(("language", "title", "kind"), TITLES, ids=[t for _, t, _ in TITLES])
def test_the_title_says_it(language: str, title: str, kind: str) -> None:
    draft = document(title, "The office opens at eight.")
    assert detect_kind(draft, load().kinds, Stemmer(load().languages[language]), language)[0] == kind


def test_without_a_sign_it_is_a_programme_and_not_sure() -> None:
    assert detect_kind(document("Hello."), load().kinds, Stemmer(load().languages["en"]), "en") == ("programme", 0.0)


@pytest.mark.parametrize(
    ("name", "language", "kind"),
    [
        ("sop-reintegration-en.docx", "en", "sop"),
        ("programme-proposal-en.pdf", "en", "programme"),
        ("politica-nacional-es.docx", "es", "national-policy"),
    ],
)
def test_examples_are_known(name: str, language: str, kind: str) -> None:
    draft = read(ROOT / "examples" / "drafts" / name)
    assert detect_kind(draft, load().kinds, Stemmer(load().languages[language]), language)[0] == kind


def test_development_drafts_are_known() -> None:
    folder = shared("drafts", "dev")
    for row in csv.DictReader((folder / "INDEX.csv").open(encoding="utf-8")):
        draft = read(folder / f"{row['name']}.{row['format']}")
        stemmer = Stemmer(load().languages[row["language"]])
        assert detect_kind(draft, load().kinds, stemmer, row["language"])[0] == row["kind"], row["name"]
