"""The head of the form: what it is about, files in and out, and saving it as a review."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from checker.descriptions.forms.answers import FilledForm
from checker.errors import GuidecheckError
from checker.knowledge.model import Profile
from checker.profiles.naming import name_of
from checker.profiles.shelf import all_profiles
from checker.reviews.store import NewReview
from ui import markup
from ui.choices import forget, one_of
from ui.context import Context
from ui.describing.form import as_draft, empty_form, file_name, opened, turtle_of, workbook_of
from ui.describing.keeping import form_now, keep, replace_by, turn
from ui.error_words import in_words
from ui.going import go
from ui.uploads import drafts_of


def ask_head(context: Context) -> Profile:
    """Name, kind, language and profile; gives the profile."""
    t, known, language = context.t, context.knowledge, context.language
    name, kind, spoken, profile = st.columns([3, 2, 1.4, 2])
    with name:
        key = f"form-name {turn()}"
        st.session_state.setdefault(key, form_now().name)
        st.text_input(t("form-name"), key=key, on_change=_keep_name, args=(key,))
    with kind:
        kinds = {k.id: k.label.in_(language) for k in known.kinds.values()}
        chosen = one_of(
            t("kind-of-draft"), kinds, key=f"form-kind {turn()}", language=language, default=form_now().kind
        )
        keep(replace(form_now(), kind=chosen))
    with spoken:
        tongues = {tag: t.language(tag) for tag in known.languages}
        said = one_of(
            t("language-of-draft"), tongues, key=f"form-language {turn()}", language=language,
            default=form_now().language,
        )  # fmt: skip
        keep(replace(form_now(), language=said))
    with profile:
        profiles = all_profiles(known)
        labels = {p.id: name_of(p, language) for p in profiles.values()}
        default = "everything"
        asked = one_of(t("profile"), labels, key="form-profile", language=language, default=default)
    return profiles[asked]


def files(profile: Profile, context: Context) -> None:
    """Downloads, a file to go on with, and an empty form."""
    t, known, form = context.t, context.knowledge, form_now()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            t("form-as-xlsx"), lambda: workbook_of(form, profile, known, form.language),
            file_name=file_name(form, ".xlsx"), icon=":material/download:", on_click="ignore", key="form-xlsx",
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        )  # fmt: skip
        st.download_button(
            t("form-as-turtle"), lambda: turtle_of(form, known), file_name=file_name(form, ".ttl"),
            icon=":material/download:", on_click="ignore", key="form-turtle", mime="text/turtle",
        )  # fmt: skip
        may_save = context.desk is not None and context.desk.may("reviewer") and bool(form.answers)
        if may_save and st.button(t("form-save-review"), icon=":material/save:", key="form-review"):
            _save_review(form, profile, context)
        with st.popover(t("form-open"), icon=":material/upload_file:"):
            _open(context)


def _open(context: Context) -> None:
    t = context.t
    st.caption(markup.plain(t("form-open-hint")))
    st.html(markup.html("uploader", t))
    uploads = st.file_uploader(t("form-open-label"), type=["xlsx", "ttl"], key=f"form-upload {turn()}")
    if uploads is not None:
        try:
            (draft,) = drafts_of([uploads], t)
            found = opened(draft, context.knowledge, t)
        except GuidecheckError as error:
            st.error(markup.plain(in_words(error, t)))
        else:
            st.session_state["form-before"] = form_now()
            _take(found)
            st.rerun()
    if st.button(t("form-empty"), key="form-empty", icon=":material/delete_sweep:"):
        st.session_state["form-before"] = form_now()
        _take(empty_form(form_now().kind, form_now().language))
        st.rerun()


def taken_back(context: Context) -> None:
    """After another form was opened, the one before can still be had again."""
    before: FilledForm | None = st.session_state.get("form-before")
    if before is not None and before.answers:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(markup.plain(context.t("form-replaced", n=len(before.answers))))
            if st.button(context.t("form-bring-back"), type="tertiary", key="form-bring-back"):
                del st.session_state["form-before"]
                _take(before)
                st.rerun()


def _take(form: FilledForm) -> None:
    replace_by(form)
    forget("form-theme")


def _save_review(form: FilledForm, profile: Profile, context: Context) -> None:
    assert context.desk is not None  # noqa: S101 - the button shows only with a desk
    name = file_name(form, ".ttl")
    data, report = as_draft(form, profile, context.knowledge, name)
    try:
        header = context.desk.add(NewReview(name, data, None, report, profile.id, ""))
    except GuidecheckError as error:
        st.error(markup.plain(in_words(error, context.t)))
    else:
        st.session_state["form-saved"] = header.id
        go("desk", review=header.id)


def _keep_name(key: str) -> None:
    keep(replace(form_now(), name=st.session_state[key]))
