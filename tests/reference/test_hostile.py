"""Knowledge of one's own that means harm, or is just unusual, does none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reference.books import Balance, links, pages, parsed, small_book, unbalanced

ATTACK = (
    "</script></title></code><script>window.hit=1</script><img src=x onerror=window.hit=1>'`{{7*7}}{% x %}\u202egpj"
)
TURTLE = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix gc: <https://w3id.org/guidecheck/ontology#> .
@prefix gcp: <https://w3id.org/guidecheck/provision/> .
@prefix gcr: <https://w3id.org/guidecheck/requirement/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix own: <https://example.org/own#> .
@prefix prof: <http://www.w3.org/ns/dx/prof/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

gc:doc a gc:GuidanceDocument ; dcterms:title "ATTACK"@en ; skos:altLabel "ATTACK"@en .
gcp:P-1 a gc:Provision ; dcterms:isPartOf gc:doc ; dcterms:description "ATTACK"@en ; gc:locator "ATTACK" ;
    gc:strength gc:must ; gc:inTheme gc:evil-theme .
gcp:P-2 a gc:Provision ; dcterms:description "of no document"@en ; gc:locator "x" ; gc:strength gc:may .
gc:evil-theme a gc:Theme ; skos:notation "evil theme/../../x" ; skos:prefLabel "ATTACK"@en ; skos:inScheme gc:themes .
gc:EvilDraft a owl:Class ; rdfs:subClassOf gc:Draft ; rdfs:label "ATTACK"@en ; skos:notation "<b>evil" .
gc:Evil a owl:Class ; rdfs:subClassOf gc:Statement , gc:Evil ; rdfs:label "ATTACK"@en ; skos:definition "ATTACK"@en ;
    skos:altLabel "ATTACK"@en ; gc:cue "ATTACK"@en ; dcterms:source "ATTACK" .
own:Evil a owl:Class ; rdfs:subClassOf own:Other ; rdfs:label "the same name"@en .
own:Other a owl:Class ; rdfs:subClassOf own:Evil ; rdfs:label "in a circle"@en .
<https://example.org/own#index> a owl:Class ; rdfs:label "a name that is taken"@en .
<https://example.org/own#%27onclick=alert(1)> a owl:ObjectProperty ; rdfs:label "ATTACK"@en .
gcr:%22evil a gc:Requirement , sh:NodeShape ; sh:targetClass gc:EvilDraft ; gc:inTheme gc:evil-theme ;
    gc:restsOn gcp:P-1 , gcp:P-2 , gcp:gone ; gc:strength gc:must ; gc:relatedRequirement gcr:gone , gcr:Evil ;
    sh:name "ATTACK"@en ; sh:description "ATTACK"@en ; gc:remedy "ATTACK"@en ; gc:nearMiss "ATTACK"@en ;
    gc:conditionText "ATTACK"@en ; sh:property gcr:%22evil-claim .
gcr:%22evil-claim a gc:Claim , sh:PropertyShape ; sh:path ( gc:states ) ; sh:qualifiedMinCount 1 ;
    sh:qualifiedValueShape [ sh:class gc:Evil ; sh:property [ sh:path gc:note ; sh:hasValue "ATTACK" ] ] ;
    sh:name "ATTACK"@en ; sh:description "ATTACK"@en ; sh:message "ATTACK"@en ; sh:severity sh:Violation .
gcr:Evil a gc:Requirement , sh:NodeShape ; sh:name "no theme, no claims"@en ; gc:strength gc:may .
gcr:evil a gc:Requirement , sh:NodeShape ; sh:name "the same but for its case"@es ; gc:strength gc:may .
gc:evil-profile a prof:Profile ; prof:hasToken "ATTACK" ; skos:prefLabel "ATTACK"@en .
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    own = folder / "own.ttl"
    own.write_text(TURTLE.replace("ATTACK", ATTACK), "utf-8")
    small_book(folder / "book", own)
    return folder / "book"


def test_every_text_is_escaped(hostile: Path) -> None:
    seen = 0
    for page in pages(hostile):
        tree = parsed(page)
        assert not tree.css("img, main script, body script, [onerror], [onclick]"), page
        assert all(node.attributes.get("src") for node in tree.css("script"))
        assert not unbalanced(page), page
        assert "\u202e" not in page.read_text("utf-8")
        seen += "window.hit=1" in page.read_text("utf-8")
    assert seen > 20
    for index in hostile.glob("assets/search-*.js"):
        assert "<" not in index.read_text("utf-8")


def test_every_file_stays_in_the_book_under_a_plain_name(hostile: Path) -> None:
    names = [p.relative_to(hostile).as_posix() for p in pages(hostile)]
    assert len({n.lower() for n in names}) == len(names)
    assert all(n.replace("/", "").replace("-", "").replace("_", "").replace(".", "").isalnum() for n in names)
    for page in pages(hostile):
        for _, target in links(page):
            path = target.partition("#")[0]
            assert not path or (page.parent / path).resolve().is_file(), (page, target)


def test_english_stands_in_and_says_so(hostile: Path) -> None:
    page = next(p for p in pages(hostile / "es" / "requirements") if "no theme, no claims" in p.read_text("utf-8"))
    assert parsed(page).css_first("h1 span[lang=en]") is not None


def test_the_balance_that_pages_are_held_to() -> None:
    balance = Balance()
    balance.feed("<p><b>x</p></b><br><i a=1 a=2></i>")
    assert balance.wrong == ["</p>", "</b>", "<i> with an attribute twice"]
