"""What becomes of a profile: its Turtle to look at and take along, the commands that use it, and the pages that do."""

from __future__ import annotations

import streamlit as st

from checker.profiles.turtle import as_turtle
from ui import markup
from ui.choices import choose
from ui.context import Context
from ui.going import go
from ui.profiling.making import Making


def show_use(making: Making, context: Context) -> None:
    """Pages and commands; the Turtle only where it is asked for."""
    t = context.t
    st.subheader(markup.plain(t("profile-use")), anchor=False)
    if making.saved is not None:
        with st.container(horizontal=True):
            for page, key in (("check", "profile"), ("compare", "compare-profile"), ("data", "data-profile")):
                if st.button(t(f"profile-use-{page}"), key=f"profile-use-{page}"):
                    choose(key, making.token, context.language)
                    go(page)
    file = f"{making.short_name or 'profile'}.ttl"
    st.caption(markup.plain(t("profile-command" if making.token else "profile-command-file", file=file)))
    named = making.token or file
    st.code(f"guidecheck check draft.docx --profile {named}", language="sh")
    shown = st.toggle(t("profile-turtle"), key="profile-turtle-shown")
    st.download_button(
        t("profile-download"), lambda: as_turtle(making.chosen(context.knowledge), context.knowledge),
        file_name=file, mime="text/turtle", on_click="ignore", icon=":material/download:", key="profile-turtle",
        disabled=not making.ticked,
    )  # fmt: skip
    if shown:
        st.code(as_turtle(making.chosen(context.knowledge), context.knowledge), language="turtle", height=420)
