"""The door: people who may not come in are told why and what to do; the others see who they are."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from checker.reports.texts import Wording
from checker.reviews.desk import Person
from checker.reviews.signature import LONGEST, keep_name, kept_name
from ui import markup
from ui.access import Admitted, Refused, at_the_page, signing


def enter(t: Wording, head: DeltaGenerator) -> Person:
    """The person at the page, whose name stands in ``head``. Where nobody may come in the page ends here, with the
    reason on it. Raises CallError where the file of people is wrong."""
    found = at_the_page()
    if isinstance(found, Refused):
        _refuse(found, t)
        st.stop()
    with head:
        _account(found, t)
    return signing(found)


def _refuse(refused: Refused, t: Wording) -> None:
    said = [t(f"access-{refused.why}", email=refused.email)]
    if refused.why == "no-access":
        said.append(t("access-ask", whom=refused.ask) if refused.ask else t("access-ask-nobody"))
    st.html(markup.html("refused", t, said=said))
    if refused.why in ("sign-in", "expired"):
        st.button(t("access-sign-in-do"), type="primary", on_click=st.login, key="sign-in")
    elif refused.why in ("no-access", "unverified"):
        st.button(t("access-other"), on_click=st.logout, key="sign-out")


def _account(admitted: Admitted, t: Wording) -> None:
    icon = ":material/person:" if admitted.email or kept_name() else ":material/person_edit:"
    with st.popover(markup.plain(admitted.name), icon=icon, type="tertiary", key="account"):
        if admitted.email:
            st.text(admitted.email)
            st.caption(markup.plain(t(f"access-role-{admitted.role}")))
            st.button(t("access-sign-out"), on_click=st.logout, icon=":material/logout:", key="sign-out")
        else:
            _ask_name(admitted, t)


def _ask_name(admitted: Admitted, t: Wording) -> None:
    with st.form("account-name", border=False):
        name = st.text_input(t("access-name"), value=admitted.name, max_chars=LONGEST, key="account-name-said")
        st.caption(markup.plain(t("access-name-why")))
        if st.form_submit_button(t("access-name-keep"), type="primary"):
            keep_name(name)
            st.rerun()
