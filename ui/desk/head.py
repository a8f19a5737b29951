"""The line above the desk: which draft this is, and what can be sent back of it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from checker.profiles.naming import known_name
from checker.reviews.desk import Desk
from checker.reviews.model import Review
from checker.sent_back import Writer, file_name, material_of, write, writers_for
from ui import markup
from ui.context import Context


def show_head(review: Review, desk: Desk, context: Context) -> None:
    t, header = context.t, review.header
    kind = context.knowledge.kinds.get(header.kind)
    facts = (
        kind.label.in_(context.language) if kind else review.report.kind_label,
        t.language(header.language),
        known_name(header.profile, context.knowledge, context.language),
    )
    document = desk.document(header)
    named = material_of(review, b"", document, context.knowledge)
    with st.container(key="desk-head", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(markup.html("desk_head", t, name=header.name, facts=facts))
        with st.popover(t("desk-send-back"), icon=":material/download:"):
            for writer in writers_for(document.format if document else ""):
                st.download_button(
                    t(writer.name),
                    _written(header.id, writer, desk, context),
                    file_name=file_name(named, writer),
                    mime=writer.media_type,
                    on_click="ignore",
                    width="stretch",
                    key=f"desk-download-{writer.id}",
                )


def _written(review_id: str, writer: Writer, desk: Desk, context: Context) -> Callable[[], bytes]:
    """Written when it is asked for, with what is decided by then, in the language of the draft."""

    def made() -> bytes:
        review = desk.review(review_id)
        original, document = desk.blob(review.header.draft), desk.document(review.header)
        return write(writer.id, material_of(review, original, document, context.knowledge))

    return made
