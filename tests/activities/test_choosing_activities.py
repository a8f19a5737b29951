"""Activities about return and reintegration are told from others by code and by text, and each with its reason."""

from __future__ import annotations

import csv
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from lxml import etree

from checker.activities import ActivityFile, Reason
from checker.activities.notes import in_words
from checker.knowledge import load
from tests.descriptions.iati.making import activity, written
from tests.shared_material import shared

TITLES = list(csv.DictReader(Path(__file__).with_name("titles.csv").open(encoding="utf-8")))
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def narrative(of: str, text: str, language: str = "", attributes: str = "") -> str:
    named = f' xml:lang="{language}"' if language else ""
    return f"<{of} {attributes}><narrative{named}>{escape(text)}</narrative></{of}>"


def reason(folder: Path, *inside: str, language: str = "en") -> Reason | None:
    file = written(folder, activity("".join(inside), attributes=f'xml:lang="{language}"' if language else ""))
    return next((taken.reason for taken in ActivityFile(file, load())), None)


@pytest.mark.parametrize("row", TITLES, ids=lambda r: f"{r['taken']}-{r['title']}")
def test_title_and_description_decide(row: dict[str, str], tmp_path: Path) -> None:
    said = narrative("title", row["title"]), narrative("description", row["description"])
    assert (reason(tmp_path, *said, language=row["language"]) is not None) == (row["taken"] == "yes")


CODES = [
    ("that of repatriation alone", "93015", "Grants", "code"),
    ("migration, and a hint", "15190", "Reintegration", "code-and-text"),
    ("migration, and no hint", "15190", "Fair recruitment", None),
    ("asylum seekers, and a hint", "93010", "Help before they return home", "code-and-text"),
    ("asylum seekers, and no hint", "93010", "Shelter", None),
    ("something else, and a title with a hint", "16020", "Reintegration through work", "hints"),
    ("former soldiers, whatever is hinted", "15240", "Reintegration through work", None),
    ("former soldiers, where it is said outright", "15240", "Assisted voluntary return", "text"),
]


@pytest.mark.parametrize(("code", "title", "by"), [c[1:] for c in CODES], ids=[c[0] for c in CODES])
def test_codes_of_sectors_decide(code: str, title: str, by: str | None, tmp_path: Path) -> None:
    found = reason(tmp_path, narrative("title", title), f'<sector vocabulary="1" code="{code}"/>')
    assert (found.by if found else None) == by


def test_a_code_of_somebody_elses_list_says_nothing(tmp_path: Path) -> None:
    assert reason(tmp_path, narrative("title", "Grants"), '<sector vocabulary="99" code="93015"/>') is None


def test_where_no_text_can_be_read_the_code_decides(tmp_path: Path) -> None:
    found = reason(tmp_path, narrative("title", "مشروع", "ar"), '<sector code="15190"/>', language="ar")
    assert found is not None
    assert (found.by, found.code) == ("code", "15190")


@pytest.mark.parametrize(("share", "taken"), [("4.9", False), ("5", True), ("78.15", True), ("", True), ("x", True)])
def test_a_sector_with_hardly_any_money_is_a_mention(share: str, taken: bool, tmp_path: Path) -> None:
    sector = narrative("sector", "Voluntary repatriation", attributes=f'vocabulary="99" code="1" percentage="{share}"')
    assert (reason(tmp_path, narrative("title", "Operation"), sector) is not None) is taken


def test_results_need_to_say_it_twice(tmp_path: Path) -> None:
    once = f"<result>{narrative('title', 'Voluntary return counselling')}</result>"
    assert reason(tmp_path, once) is None
    twice = reason(tmp_path, once, f"<result>{narrative('title', 'Reintegration of returned migrants')}</result>")
    assert twice is not None
    assert twice.by == "text"


def test_a_translation_does_not_say_it_a_second_time(tmp_path: Path) -> None:
    both = (
        f"<description>{''.join(f'<narrative{n}</narrative>' for n in ('>Food for returnees', RETOUR))}</description>"
    )
    assert reason(tmp_path, both) is None


RETOUR = ' xml:lang="fr">Vivres pour les rapatriés'


def test_a_text_of_no_language_is_heard_in_every_one(tmp_path: Path) -> None:
    found = reason(tmp_path, narrative("title", "Réintégration des migrants de retour"), language="")
    assert found is not None


def test_the_reason_has_its_line_and_is_told_in_three_languages(tmp_path: Path) -> None:
    sector = narrative("sector", "Voluntary repatriation", attributes='percentage="12.5"')
    found = reason(tmp_path, "\n\n", narrative("title", "Operation"), "\n", sector)
    assert found is not None
    assert (found.line, found.share) == (8, 12.5)
    told = [in_words(found, load(), language) for language in ("en", "es", "fr")]
    assert all("8" in t and "Voluntary repatriation" in t and "12.5" in t for t in told)
    assert len(set(told)) == 3


@pytest.mark.parametrize("by", ["code", "code-and-text", "text", "hints", "asked"])
def test_every_sort_of_reason_has_words(by: str) -> None:
    for language in ("en", "es", "fr"):
        told = in_words(Reason(by, 3, "15190", "Text", "cue"), load(), language)  # type: ignore[arg-type]
        assert told
        assert "{" not in told


def test_what_the_code_lists_say_of_everything_else_is_not_ours(tmp_path: Path) -> None:
    """Some 950 real texts on all fields of aid, in English and French; two codes are about return."""
    ours, texts = {"15190", "93015"}, list[tuple[str, str, str]]()
    for name in ("Sector", "UNSDG-Targets", "AidType"):
        root = etree.parse(shared("data", "iati", "codelists", f"{name}.xml")).getroot()
        for item in root.iter("codelist-item"):
            names = {n.get(_LANG, "en"): n.text or "" for n in item.findall("name/narrative")}
            for n in item.findall("description/narrative") or item.findall("name/narrative"):
                language = n.get(_LANG, "en")
                said = narrative("title", names.get(language, "")) + narrative("description", n.text or "")
                texts.append((item.findtext("code") or "", language, said))
    found = ActivityFile(
        written(
            tmp_path,
            *(activity(said, f"{code}-{n}", f'xml:lang="{lang}"') for n, (code, lang, said) in enumerate(texts)),
        ),
        load(),
    )
    assert {taken.activity.identifier.partition("-")[0] for taken in found} == ours
    assert found.read > 900
