"""pySHACL, run by hand over the files as they lie, finds the same focus nodes and shapes as guidecheck.

rdflib reads every file of the ontology and the shapes on the way.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import rdflib
from rdflib.namespace import SH

from checker.descriptions.closure import closed
from checker.descriptions.rdf import read_rdf
from checker.engine import validate
from checker.knowledge import load
from checker.knowledge.shapes import shapes_graph
from checker.places import ONTOLOGY, SHAPES

EXAMPLES = Path(__file__).parent


TOGETHER = ("sop-and-data/SOP-07-fail.ttl", "coordination/COO-14-fail.ttl", "dimensions/DIM-01-fail.ttl")


def test_pyshacl_on_the_files_gives_the_same_focus_nodes_and_shapes(tmp_path: Path) -> None:
    shapes, ontology, drafts = tmp_path / "shapes.ttl", tmp_path / "ontology.ttl", tmp_path / "drafts.ttl"
    shapes.write_text("\n".join(f.read_text("utf-8") for f in sorted(SHAPES.glob("*.ttl"))), "utf-8")
    ontology.write_text("\n".join(f.read_text("utf-8") for f in sorted(ONTOLOGY.rglob("*.ttl"))), "utf-8")
    texts = [(EXAMPLES / name).read_text("utf-8") for name in TOGETHER]
    each = (re.sub(r"(@prefix ex: <).*?>", rf"\1https://example.org/{n}/>", t) for n, t in enumerate(texts))
    drafts.write_text("\n".join(each), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pyshacl", "-s", shapes, "-e", ontology, "-f", "nt", drafts],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    report = rdflib.Graph().parse(data=done.stdout, format="nt")
    by_hand = {
        (str(report.value(r, SH.focusNode)), str(shape))
        for r in report.objects(None, SH.result)
        if isinstance(shape := report.value(r, SH.sourceShape), rdflib.URIRef)
    }
    knowledge = load()
    shapes_of_all = shapes_graph(knowledge.index, knowledge.requirements.values())
    data = closed(read_rdf(drafts, knowledge).triples, knowledge)
    ours = {(r.focus, r.shape) for r in validate(shapes_of_all, data) if not r.shape.endswith("-applies")}
    for n in range(len(TOGETHER)):
        assert any(focus.startswith(f"https://example.org/{n}/") for focus, _ in by_hand)
    assert ours == by_hand
