"""Left: who it goes to, what is known, who writes, why."""

from __future__ import annotations

import textwrap
from typing import Any

import streamlit as st

from drafter.errors import DrafterError
from drafter.models import Kind, Note
from drafter.ui import gathering, navigation, theme, words
from drafter.ui.desk import Desk
from drafter.ui.evidence import title
from drafter.ui.work import Work, correspondence

FILES = ("txt", "md", "html", "htm", "pdf", "docx", "vcf", "eml", "json", "yaml", "yml", "csv")
_CONTINUING = ("follow_up", "check_in", "reconnect", "thank_you")
_EARLIER = "From: Ines Okafor\nDate: 2026-03-09\n\nThank you for your question …\n\n---\nFrom: me …"
_PURPOSE = "I read her talk on river gauges and we are stuck where she was in 2019"
# What a message says instead, where the person is known already.
_WHY: dict[Kind, tuple[str, str]] = {
    "invitation_reply": ("What you would like of it (optional)", "Compare notes on river gauges"),
    "check_in": ("What would they be glad to hear or get?", "I found the survey of river ice you looked for"),
    "thank_you": ("What do you thank them for?", "You told me how your team reads alarms at night"),
    "follow_up": ("What is it about?", "My question about your river gauges"),
}


def pane(desk: Desk) -> None:
    """Show the left pane, in the order in which one goes about it."""
    st.header("1 · Who", anchor=False)
    _text(desk, "name", "Name", placeholder="Ines Okafor", rereads=True)
    with st.container():
        _meant(desk)
    one, two = st.columns(2, gap="small")
    with one:
        _text(desk, "organization", "Organisation", rereads=True)
    with two:
        _text(desk, "role", "Role", rereads=True)
    st.header("2 · What you know", anchor=False)
    _sources(desk)
    # A place of its own, so that the fields below keep theirs while notes come and go.
    with st.container():
        for note in desk.work.notes:
            _note(desk, note)
    st.header("3 · Why you write", anchor=False)
    _reason(desk)


def _meant(desk: Desk) -> None:
    """Point out a mistyped name, and offer the one that the notes have."""
    from drafter.profile.misspelt import name_meant

    meant = name_meant(desk.work.name, desk.work.notes) if desk.work.name.strip() else None
    if not meant:
        return

    def taken() -> None:
        _settle(desk, "name", meant, rereads=True)
        desk.renew("name")

    st.warning(f"Nothing you gathered names {theme.plain(desk.work.name.strip())}.", icon=":material/spellcheck:")
    st.button(f"Make it “{theme.plain(meant)}”", on_click=taken)


def _reason(desk: Desk) -> None:
    label, example = _WHY.get(desk.work.kind, ("Why this person?", _PURPOSE))
    _area(desk, "purpose", label, placeholder=example, height=96)
    _choice(desk, "kind", "What kind of message", words.KINDS)
    _choice(desk, "channel", "Sent by", words.CHANNELS)
    kind = desk.work.kind
    with st.container():
        if kind == "invitation_reply":
            _area(desk, "received", "The invitation you received", height=96)
            _choice(desk, "reply", "Your answer", words.REPLIES)
        if kind == "introduction_request":
            _text(desk, "mutual", "Who could introduce you")
        if kind in _CONTINUING:
            _history(desk)
    _text(desk, "ask", "What you ask for (optional)", placeholder="20 minutes by phone in the next two weeks")
    with st.expander("More choices"):
        if kind not in _CONTINUING:
            _history(desk)
        _choice(desk, "category", "They are a", {None: "Not said", **words.CATEGORIES})
        wanted = st.checkbox(
            "Also prepare questions for a conversation", value=desk.work.conversation, key=desk.key("conversation")
        )
        _settle(desk, "conversation", wanted)


def _history(desk: Desk) -> None:
    _area(desk, "history", "Earlier messages between you (optional)", placeholder=_EARLIER, height=96)
    try:
        found = correspondence(desk.work.history)
    except DrafterError as error:
        st.caption(f":material/warning: {theme.plain(str(error))}")
        return
    if found:
        last = next((f", the latest of {one.date:%d %b %Y}" for one in reversed(found) if one.date), "")
        st.caption(f"{len(found)} earlier message{'s' if len(found) > 1 else ''}{last}.")


def _sources(desk: Desk) -> None:
    paste = desk.fresh_key("paste")
    if (left := st.session_state.pop("not-fetched", None)) is not None:
        st.session_state[paste] = left

    def pasted() -> None:
        text = st.session_state[paste]
        if addresses := gathering.links(text):
            st.session_state["fetching"] = {"to-do": addresses, "failed": ()}
        elif navigation.attempt(lambda: gathering.take_text(desk, text)):
            # Emptied here and not by a new key, for the button would lose the focus of who works with the keyboard.
            st.session_state[paste] = ""

    with st.form(f"form-{paste}", border=False):
        st.text_area(
            "Paste text, or links",
            height=112,
            placeholder="A page about them, a profile, an e-mail, a line of your own … or https://…, one a line",
            key=paste,
        )
        st.form_submit_button("Add", icon=":material/add:", on_click=pasted)
    with st.container():
        _fetch(desk)
        gathering.show_complaints("notes")
    files = desk.fresh_key("files")

    def uploaded() -> None:
        found = st.session_state[files]
        navigation.attempt(lambda: gathering.take_files(desk, found))
        desk.renew("files")

    st.file_uploader(
        "Or add files: saved pages, PDFs, Word, e-mails",
        type=FILES,
        accept_multiple_files=True,
        key=files,
        on_change=uploaded,
    )


def _fetch(desk: Desk) -> None:
    """Fetch what was asked for, one address a run; those that could not be had stay in the field, to be corrected."""
    # Kept until it is done: an interrupted run takes it up again.
    asked = st.session_state.get("fetching")
    if not asked:
        return
    address, *others = asked["to-do"]
    fetched: list[bool] = []
    with st.spinner(f"Fetching {theme.plain(address[:80])} …"):
        navigation.attempt(lambda: fetched.append(gathering.take_link(desk, address)))
    failed = asked["failed"] if any(fetched) else (*asked["failed"], address)
    if others:
        st.session_state["fetching"] = {"to-do": others, "failed": failed}
    else:
        del st.session_state["fetching"]
        st.session_state["not-fetched"] = "\n".join(failed)
    st.rerun()


def _note(desk: Desk, note: Note) -> None:
    facts = sum(fact.note == note.id for fact in desk.work.profile.facts) if desk.work.profile else 0
    label = f"{textwrap.shorten(title(note), 48, placeholder=' …')} · {facts} {'fact' if facts == 1 else 'facts'}"
    with st.expander(theme.plain(label)):
        about = [words.NOTE_KINDS[note.kind], note.origin, note.language or "", f"{len(note.text.split())} words"]
        st.caption(theme.plain(" · ".join(part for part in about if part)))
        for warning in note.warnings:
            st.caption(f":material/info: {theme.plain(warning)}")
        st.html(
            f'<div class="letter excerpt" tabindex="0" role="region" aria-label="Text of the note">'
            f"{theme.escaped(note.text[:6000])}</div>"
        )
        st.button("Remove", key=f"drop-{note.id}", on_click=gathering.drop_note, args=(desk, note.id))


def _text(desk: Desk, field: str, label: str, *, rereads: bool = False, **options: Any) -> None:
    key = desk.key(field)
    value = getattr(desk.work, field)

    def changed() -> None:
        _settle(desk, field, st.session_state[key], rereads)

    _settle(desk, field, st.text_input(label, value=value, key=key, on_change=changed, **options), rereads)


def _area(desk: Desk, field: str, label: str, **options: Any) -> None:
    key = desk.key(field)
    value = getattr(desk.work, field)

    def changed() -> None:
        _settle(desk, field, st.session_state[key])

    _settle(desk, field, st.text_area(label, value=value, key=key, on_change=changed, **options))


def _choice(desk: Desk, field: str, label: str, names: dict[Any, str]) -> None:
    values = list(names)
    place = values.index(getattr(desk.work, field))
    _settle(desk, field, st.selectbox(label, values, index=place, format_func=names.__getitem__, key=desk.key(field)))


def _settle(desk: Desk, field: str, value: Any, rereads: bool = False) -> None:
    """Make the work say what the field shows.

    Done in the callback, so that what is drawn first is right already, and again when the field is drawn: where two
    events come close together, Streamlit may drop the callback of one.
    """
    if value == getattr(desk.work, field):
        return

    def changed(work: Work) -> Work:
        work = work.model_copy(update={field: value})
        return gathering.read_offline(work) if rereads else work

    navigation.attempt(lambda: desk.update(changed))
