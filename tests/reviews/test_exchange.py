"""Reviews as one file: what goes out comes in, once; what is not whole, or was made to harm, does not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from checker.errors import InputError
from checker.reviews import imported
from checker.reviews.decided import standing
from checker.reviews.desk import Desk
from checker.reviews.kept import KeptReviews
from checker.reviews.opening import open_store
from tests.reviews.desks import ANA, BEN, DOCUMENT, FOUND, REPORT, new


@pytest.fixture
def here(store: KeptReviews) -> Desk:
    return Desk(store, ANA)


@pytest.fixture
def there(tmp_path: Path) -> Desk:
    return Desk(open_store(tmp_path / "there"), BEN)


def worked_on(desk: Desk) -> str:
    review = desk.add(new()).id
    first = desk.correct(review, "SOP-01", None, "met", "Annex B")
    desk.choose_passages(review, "SOP-01", first.id, [FOUND])
    desk.accept(review, "SOP-03", None)
    return review


def test_what_goes_out_comes_in_as_it_was(here: Desk, there: Desk) -> None:
    review = worked_on(here)
    header = there.import_(here.export(review))
    assert header == here.headers()[0] == there.headers()[0]
    assert there.review(review) == here.review(review)
    assert there.document(header) == DOCUMENT
    assert there.blob(header.draft) == here.blob(header.draft)
    assert [(e.event, e.who) for e in there.trail(review)] == [("imported", "Ben")]
    assert [(e.event, e.who) for e in here.trail(review)] == [("added", "Ana"), ("exported", "Ana")]


def test_the_same_review_gives_the_same_bytes(here: Desk, there: Desk) -> None:
    review = worked_on(here)
    data = here.export(review)
    there.import_(data)
    assert here.export(review) == data == there.export(review)


def test_a_copy_of_thousands_of_reviews_comes_in(here: Desk, there: Desk) -> None:
    review = worked_on(here)
    data = io.BytesIO(here.export(review))
    with zipfile.ZipFile(data, "a") as package:
        for number in range(12_000):
            package.writestr(f"blobs/{sha256(b'%d' % number).hexdigest()}", b"%d" % number)
    there.import_(data.getvalue())
    assert there.review(review) == here.review(review)


def test_importing_twice_changes_nothing(here: Desk, there: Desk) -> None:
    data = here.export(worked_on(here))
    there.import_(data)
    before = there.headers(), there.trail()
    there.import_(data)
    assert (there.headers(), there.trail()) == before


def test_decisions_made_there_are_added_to_those_made_here(here: Desk, there: Desk) -> None:
    review = worked_on(here)
    there.import_(here.export(review))
    seen = standing(there.review(review).decisions)
    made = there.comment(review, "SOP-01", seen["SOP-01"].id, "See Annex B")
    there.undo(review, "SOP-03", seen["SOP-03"].id)
    mine = here.accept(review, "SOP-02", None)
    header = here.import_(there.export(review))
    merged = here.review(review)
    assert header == merged.header == here.headers()[0]
    assert {made, mine} < set(merged.decisions) and len(merged.decisions) == 6
    assert (header.decided, header.of) == (2, 2)
    assert here._store.verify() == ()


def test_an_older_file_takes_nothing_back(here: Desk) -> None:
    review = worked_on(here)
    data = here.export(review)
    here.accept(review, "SOP-02", None)
    before = here.review(review)
    here.import_(data)
    assert here.review(review) == before


def test_decisions_that_went_apart_are_named_and_nothing_is_written(here: Desk, there: Desk) -> None:
    review = worked_on(here)
    there.import_(here.export(review))
    here.correct(review, "SOP-02", None, "met")
    there.correct(review, "SOP-02", None, "not-met")
    there.comment(review, "SOP-03", standing(there.review(review).decisions)["SOP-03"].id, "New")
    before = here.review(review), here.trail()
    with pytest.raises(InputError, match=r"SOP-02 in 'sop\.txt' were decided differently"):
        here.import_(there.export(review))
    assert (here.review(review), here.trail()) == before


def test_a_deleted_review_comes_back_from_its_file(here: Desk) -> None:
    review = worked_on(here)
    data, before = here.export(review), here.review(review)
    here.delete(review)
    here.import_(data)
    assert here.review(review) == before


Parts = dict[str, bytes]


def opened(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def closed(parts: Parts) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return stream.getvalue()


def said(old: str, by: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        text = parts["reviews.trig"].decode()
        assert old in text, text
        parts["reviews.trig"] = text.replace(old, by).encode()

    return change


def exchanged(old: bytes, by: bytes) -> Callable[[Parts], None]:
    """Puts another blob, under its right name, in the place of one."""

    def change(parts: Parts) -> None:
        names = sha256(old).hexdigest(), sha256(by).hexdigest()
        del parts[f"blobs/{names[0]}"]
        parts[f"blobs/{names[1]}"] = by
        said(*names)(parts)

    return change


def first_blob(data: bytes | None) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        name = next(name for name in parts if name.startswith("blobs/"))
        parts.pop(name)
        if data is not None:
            parts[name] = data

    return change


PACKED = msgspec.json.encode(REPORT)
READ = msgspec.json.encode(DOCUMENT)
HARMS = {
    "a blob is missing": (first_blob(None), "is missing in it"),
    "a blob is another": (first_blob(b"other"), "not what its name says"),
    "a bomb": (first_blob(bytes(8 << 20)), "archive bomb"),
    "no graph": (lambda parts: parts.pop("reviews.trig"), "holds no reviews"),
    "no format": (said("store:version 1", "store:version 'one'"), "does not say its format"),
    "a format in small": (said("store:version 1", "store:version '\u00b2'"), "does not say its format"),
    "a newer format": (said("store:version 1", "store:version 2"), "update guidecheck"),
    "not TriG": (said("prov:Activity", "prov:Activity <<<"), "not TriG"),
    "outside": (lambda p: p.update({"reviews.trig": p["reviews.trig"] + b"<urn:a> <urn:b> 1 ."}), "outside of any"),
    "triples in triples": (
        lambda p: p.update({"reviews.trig": b"<urn:g> { <urn:a> <urn:b> " + b"<<( <urn:a> <urn:b> " * 20_000}),
        "nested too deeply",
    ),
    "a few letters a fact": (
        lambda p: p.update({"reviews.trig": b"<urn:g> { <urn:a> <urn:b> " + b",".join(b"%d" % n for n in range(3000))}),
        "more than 2,000 things",
    ),
    "another graph": (
        lambda p: p.update({"reviews.trig": p["reviews.trig"] + b"<urn:g> { <urn:a> <urn:b> 1 }"}),
        "no whole review",
    ),
    "no time": (said('"^^xsd:dateTime', 'x"^^xsd:dateTime'), "no whole review"),
    "time to come": (said('created "20', 'created "90'), "a time to come"),
    "an act of its own": (said("store:accept", "store:approve"), "is no decision"),
    "a verdict of its own": (said("earl:outcome store:met", "earl:outcome store:splendid"), "is no decision"),
    "a decision on nothing": (said("gcr:SOP-03", "gcr:SOP-99"), "which the report has not"),
    "no person": (said("rdfs:label", "rdfs:comment"), "no whole review"),
    "headings that are none": (said('"[\\"Data\\", \\"Consent\\"]"', '"{}"'), "no whole review"),
    "too long": (said('"Annex B"', f'"{"x" * 20_001}"'), "at most 20,000"),
    "a report that is none": (exchanged(PACKED, b"[]"), "cannot be read"),
    "a document that is none": (exchanged(READ, b"{"), "cannot be read"),
    "passages elsewhere": (
        exchanged(READ, msgspec.json.encode(replace(DOCUMENT, text="x" * 40))),
        "not where it says",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("harm", "line"), HARMS.values(), ids=HARMS)
def test_what_was_made_to_harm_is_refused(
    folder_store: KeptReviews,
    there: Desk,
    harm: Callable[[Parts], object],
    line: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(imported, "_BYTES_OF_FACT", imported.MOST_TOTAL // 2000)
    here = Desk(folder_store, ANA)
    parts = opened(here.export(worked_on(here)))
    harm(parts)
    with pytest.raises(InputError, match=line) as raised:
        there.import_(closed(parts))
    assert "\n" not in str(raised.value)
    assert (there.headers(), there.trail(), there._store.verify()) == ((), (), ())


@pytest.mark.parametrize("data", [b"", b"PK\x05\x06" + bytes(18), b"%PDF-1.7", bytes(1000)])
def test_what_is_no_such_file_is_refused(there: Desk, data: bytes) -> None:
    with pytest.raises(InputError):
        there.import_(data)


def test_words_of_ones_own_in_a_file_do_not_come_in(folder_store: KeptReviews, there: Desk) -> None:
    here = Desk(folder_store, ANA)
    review = worked_on(here)
    parts = opened(here.export(review))
    said("dcterms:created", "<urn:x> <urn:y> ; dcterms:created")(parts)
    there.import_(closed(parts))
    assert there.export(review) == here.export(review)
