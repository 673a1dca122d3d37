"""The visitor's data: where it is, all of it as one file, and erasing it."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import streamlit as st

from drafter.settings import config_folder, data_folder
from drafter.ui import session, theme
from drafter.ui.lists import handing, intake
from drafter.ui.network import access

_WORD = "erase"
_MOST_LISTS = 10_000


def show() -> None:
    """Show where the data is, a download, and what erases it."""
    if st.session_state.pop("erased", None):
        st.success("Everything of yours is erased.", icon=":material/check:")
    where = _place(session.storage().url)
    st.markdown(
        f"Everything is in **{theme.plain(where)}**; settings files are in {theme.plain(str(config_folder()))}."
    )
    st.caption("Audio you record is measured and forgotten. Usage statistics are off.")
    # Asked for here: the file is made by a request of its own, which has no cookie of the page's session at hand.
    owner = session.owner()
    st.download_button(
        "Download everything",
        lambda: _export(owner),
        file_name="drafter-export.zip",
        mime="application/zip",
        icon=":material/download:",
        on_click="ignore",
        help="Your work, your choices, all people, and each list with its drafts",
    )
    with st.form("erase", border=True):
        st.markdown("**Erase everything of mine**: saved work, drafts, notes and choices. This cannot be undone.")
        shared = st.checkbox("And all people and lists, which everybody who uses this ledger shares")
        word = st.text_input(f"Type “{_WORD}” to confirm")
        if st.form_submit_button("Erase", icon=":material/delete_forever:"):
            if word.strip().casefold() == _WORD:
                _erase(shared=shared)
                st.session_state["erased"] = True
                st.rerun()
            st.error(f"Nothing was erased: type the word {_WORD} first.")


def _place(url: str) -> str:
    """The ledger's place without any password in it."""
    scheme, _, rest = url.partition(":///")
    return rest if scheme.startswith("sqlite") else f"a database at {url.rpartition('@')[2]}"


def _export(owner: str) -> bytes:
    """One archive: work, choices and people as JSON, each list as the table that it was with its drafts."""
    items, choices = session.storage().desk.everything(owner=owner)
    documents = [item.model_dump(mode="json") for item in items]
    found = {"work": documents, "choices": choices, "people": _people()}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("drafter.json", json.dumps(found, ensure_ascii=False, indent=2))
        for batch in session.storage().batches.all(limit=_MOST_LISTS):
            archive.writestr(f"lists/{batch.id}-{Path(batch.name).stem}.csv", handing.exported(batch, "csv", "all"))
    return packed.getvalue()


def _people() -> list[object]:
    """All that is held on each person of the network."""
    from drafter.relationships.forgetting import held_on

    network = access.network()
    return [held_on(network, person) for person in network.storage.people.all(archived=None)]


def _erase_shared() -> None:
    """Erase people, lists and the files they came from; that somebody asked not to be written to stays on record."""
    from drafter.relationships.forgetting import LISTS, empty_caches

    storage = session.storage()
    while batches := storage.batches.all():
        for batch in batches:
            storage.batches.remove(batch.id)
    for person in storage.people.all(archived=None):
        storage.people.remove(person.id)
    for entry in storage.people.entries("invitation"):
        storage.people.drop(entry.id)
    empty_caches(data_folder(), (LISTS,))


def _erase(*, shared: bool) -> None:
    from drafter.llm import forget_replies
    from drafter.relationships.forgetting import empty_caches

    if shared:
        _erase_shared()
    intake.forget()
    session.storage().desk.erase(owner=session.owner())
    session.storage().erase_traces()
    # What only saves time may hold anybody's words.
    empty_caches(data_folder())
    forget_replies()
    for key in list(st.session_state.keys()):
        if key != "owner":
            del st.session_state[key]
    st.query_params.pop("work", None)
