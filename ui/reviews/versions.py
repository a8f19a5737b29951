"""Two versions of one draft: what got lost, what got better, with the passages of both."""

from __future__ import annotations

import streamlit as st

from checker.reviews.desk import Desk
from checker.reviews.model import Header
from checker.reviews.versions import DIRECTIONS, compare_versions, earlier
from checker.reviews.versions import lines as lines_of_versions
from ui import markup
from ui.acting import acting
from ui.choices import one_of, some_of
from ui.context import Context
from ui.reviews.told import told

AT_ONCE = 40
"""Requirements shown before the person asks for more."""


def show_versions(header: Header, desk: Desk, context: Context) -> None:
    """Draws the choice of the two, and what changed between them."""
    t = context.t
    headers: tuple[Header, ...] = desk.headers()
    if len(headers) < 2:
        st.html(markup.html("no-versions", t))
        return
    old, new = _choose(header, headers, context)
    if old.id == new.id:
        st.info(markup.plain(t("versions-same")))
        return
    if old.kind != new.kind:
        st.warning(markup.plain(t("versions-kinds")))
    if old.profile != new.profile:
        st.warning(markup.plain(t("versions-profiles")))
    found = compare_versions(told(context, desk, old), told(context, desk, new))
    acting(markup.html("versions-sum", t, found=found), key="versions-sum")
    names: dict[str, str] = {
        name: f"{t(f'versions-{name}')} {len(found.of(name))}" for name in DIRECTIONS if found.of(name)
    }
    wanted = some_of(t("versions-show"), names, key="versions-show", language=context.language)
    chosen = [c for c in found.changes if (c.direction in wanted if wanted else c.direction != "unchanged")]
    if not chosen:
        st.info(markup.plain(t("versions-none")))
        return
    key = f"versions {old.id} {new.id}"
    limit = st.session_state.get(key, AT_ONCE)
    said = markup.html("versions", t, changes=chosen[:limit], left=len(chosen) - limit, old=old, new=new)
    if acting(said, key="reviews-versions") is not None:
        st.session_state[key] = limit + AT_ONCE
        st.rerun()


def pair(header: Header, headers: tuple[Header, ...], asked: str = "") -> tuple[Header, Header]:
    """The two versions to set side by side at first, the earlier one first.

    The version before this one, else the one after it, else another review of the same kind of draft, else any.
    """
    known = {other.id: other for other in headers if other.id != header.id}
    before = known.get(asked) or earlier(header, headers)
    if before is not None:
        return before, header
    after = next((other for other in known.values() if other.version_of == header.id), None)
    if after is not None:
        return header, after
    line = next((line for line in lines_of_versions(headers) if header in line), ())
    alike = [o for o in line if o.id != header.id] or [o for o in known.values() if o.kind == header.kind]
    other = (alike or list(known.values()))[0]
    first, second = sorted((header, other), key=lambda h: (h.created, h.id))
    return first, second


def _choose(header: Header, headers: tuple[Header, ...], context: Context) -> tuple[Header, Header]:
    t, by_id = context.t, {h.id: h for h in headers}
    labels = {h.id: t("versions-label", name=h.name, when=t.date(h.created), kind=_kind(h, context)) for h in headers}
    first, second = pair(header, headers, st.query_params.get("before", ""))
    left, right = st.columns(2)
    with left:
        old = one_of(
            t("versions-before"), labels, key=f"versions-old-{header.id}", language=context.language, default=first.id
        )
    with right:
        new = one_of(
            t("versions-after"), labels, key=f"versions-new-{header.id}", language=context.language, default=second.id
        )
    return by_id[old], by_id[new]


def _kind(header: Header, context: Context) -> str:
    kind = context.knowledge.kinds.get(header.kind)
    return kind.label.in_(context.language) if kind else header.kind
