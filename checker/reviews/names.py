"""Names in the graphs of reviews: PROV, EARL, Web Annotation and Dublin Core, and a few of our own beside them."""

from __future__ import annotations

from urllib.parse import quote, unquote
from uuid import NAMESPACE_URL, uuid5

from pyoxigraph import NamedNode

from checker.knowledge.names import DCTERMS, GCR, OA, RDF, RDFS, XSD, local

STORE = "https://w3id.org/guidecheck/store#"
_PROV = "http://www.w3.org/ns/prov#"
_EARL = "http://www.w3.org/ns/earl#"

FORMAT = NamedNode(STORE + "format")
"""Graph that says the version of the format, on a node of the same name."""
TRAIL = NamedNode(STORE + "trail")
"""Graph of what was added, imported, exported and deleted."""
VERSION = NamedNode(STORE + "version")

TYPE = NamedNode(RDF + "type")
VALUE = NamedNode(RDF + "value")
JSON = NamedNode(RDF + "JSON")
LABEL = NamedNode(RDFS + "label")
COMMENT = NamedNode(RDFS + "comment")
DATE_TIME = NamedNode(XSD + "dateTime")
HEX = NamedNode(XSD + "hexBinary")

REVIEW = NamedNode(STORE + "Review")
TITLE = NamedNode(DCTERMS + "title")
LANGUAGE = NamedNode(DCTERMS + "language")
KIND = NamedNode(DCTERMS + "type")
CREATED = NamedNode(DCTERMS + "created")
CREATOR = NamedNode(DCTERMS + "creator")
MODIFIED = NamedNode(DCTERMS + "modified")
REPLACES = NamedNode(DCTERMS + "replaces")
PROFILE = NamedNode(STORE + "profile")
DRAFT = NamedNode(STORE + "draft")
DOCUMENT = NamedNode(STORE + "document")
REPORT = NamedNode(STORE + "report")
ASKED = NamedNode(STORE + "asked")
"""How many requirements applied when the draft was checked."""
DECIDED = NamedNode(STORE + "decided")
"""From a review to each requirement that a person has decided."""
DECIDED_BESIDES = NamedNode(STORE + "decidedBesides")
"""The same, for those among them that had not applied."""

ACTIVITY = NamedNode(_PROV + "Activity")
AGENT = NamedNode(_PROV + "Agent")
ENTITY = NamedNode(_PROV + "Entity")
USED = NamedNode(_PROV + "used")
ASSOCIATED = NamedNode(_PROV + "wasAssociatedWith")
ENDED = NamedNode(_PROV + "endedAtTime")
INFORMED_BY = NamedNode(_PROV + "wasInformedBy")
GENERATED_BY = NamedNode(_PROV + "wasGeneratedBy")

ACT = NamedNode(STORE + "act")
ABOUT = NamedNode(DCTERMS + "subject")
"""From a decision to its requirement."""
REASON = NamedNode(DCTERMS + "description")
PASSAGES = NamedNode(STORE + "passages")
"""How many passages a person chose; absent where those found stand."""
HEADING = NamedNode(STORE + "heading")
CLAIMS = NamedNode(STORE + "claims")
SCORE = NamedNode(STORE + "score")

ASSERTION = NamedNode(_EARL + "Assertion")
ASSERTED_BY = NamedNode(_EARL + "assertedBy")
SUBJECT = NamedNode(_EARL + "subject")
TEST = NamedNode(_EARL + "test")
MODE = NamedNode(_EARL + "mode")
MANUAL = NamedNode(_EARL + "manual")
RESULT = NamedNode(_EARL + "result")
TEST_RESULT = NamedNode(_EARL + "TestResult")
OUTCOME = NamedNode(_EARL + "outcome")

ANNOTATION = NamedNode(OA + "Annotation")
MOTIVATED_BY = NamedNode(OA + "motivatedBy")
IDENTIFYING = NamedNode(OA + "identifying")
BODY = NamedNode(OA + "hasBody")
TARGET = NamedNode(OA + "hasTarget")
SOURCE = NamedNode(OA + "hasSource")
SELECTOR = NamedNode(OA + "hasSelector")
QUOTE_SELECTOR = NamedNode(OA + "TextQuoteSelector")
EXACT = NamedNode(OA + "exact")
POSITION_SELECTOR = NamedNode(OA + "TextPositionSelector")
START = NamedNode(OA + "start")
END = NamedNode(OA + "end")
FRAGMENT_SELECTOR = NamedNode(OA + "FragmentSelector")


def requirement_node(requirement: str) -> NamedNode:
    """A requirement by its id, whatever characters it has."""
    return NamedNode(GCR + quote(requirement, safe=""))


def requirement_of(node: NamedNode) -> str:
    return unquote(local(node.value))


def agent_node(name: str) -> NamedNode:
    """A person by name: the same name is the same person."""
    return NamedNode(f"urn:uuid:{uuid5(NAMESPACE_URL, STORE + 'agent/' + name)}")


def part(node: NamedNode, name: str) -> NamedNode:
    """A node that belongs to another one."""
    return NamedNode(f"{node.value}#{name}")


def term(name: str) -> NamedNode:
    """A word of ours: an act, a verdict."""
    return NamedNode(STORE + name)
