"""A list comes in: upload, what each column means, what a run would do and cost."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

from drafter.errors import InputError
from drafter.models import Sender
from drafter.settings import Settings, data_folder
from drafter.ui import navigation, session, theme, words

if TYPE_CHECKING:
    from drafter.batch.preview import Preview

EXAMPLE = (
    "name,organization,role,notes,purpose\n"
    "Ines Okafor,Ghent Water,Head of hydrology data,"
    '"Moved 140 river gauges to open telemetry in 2019; spoke on alarm fatigue at the Delta Forum",'
    "Her telemetry move is where we are stuck\n"
)
_UNMAPPED = "(kept as it is)"
_CHOSEN = "list-chosen"
_TYPES = ("csv", "tsv", "txt", "xlsx")


def show(*, first: bool) -> None:
    """Show the upload, then the preview of what was uploaded."""
    if first:
        st.markdown(
            "**A list in, a reviewed list out.** Upload a CSV or Excel file with one person a row; you see what each "
            "column was taken for and what a run would cost before anything is written. "
            "Then you read each draft and decide."
        )
    upload = st.file_uploader("List of contacts (CSV or Excel)", type=_TYPES, key="list-upload")
    if upload is not None:
        _remember(path=str(keep(upload.getvalue(), upload.name)))
    path = _chosen()
    if path is None:
        st.download_button("An example to start from", EXAMPLE, "contacts.csv", "text/csv", on_click="ignore")
        st.caption(
            "Columns that help: name, organization, role, notes (what you know), sources (links), purpose (why this "
            "person), channel. Others are kept and come back unchanged."
        )
        return
    if upload is None:
        row = st.container(horizontal=True, vertical_alignment="center")
        row.markdown(theme.plain(f"{path.name}, as you chose it before."))
        row.button("Another list", type="tertiary", icon=":material/close:", on_click=forget)
    navigation.guard(lambda: _preview(path))


def _intake() -> dict[str, Any]:
    """The list that was chosen and not taken in yet, and what was said about it."""
    return dict(session.preference(_CHOSEN) or {})


def _remember(**said: Any) -> None:
    before = _intake()
    if "path" in said and said["path"] != before.get("path"):
        # What the columns mean is another matter in another file; why these people may be the same.
        before.pop("by_hand", None)
    if {**before, **said} != before:
        session.prefer(_CHOSEN, {**before, **said})


def forget() -> None:
    """Forget the list that was chosen, and keep no copy of it: what was taken in is in the ledger."""
    path = _chosen()
    if path and path.is_relative_to(data_folder() / "lists"):
        path.unlink()
        with contextlib.suppress(OSError):
            path.parent.rmdir()
    session.prefer(_CHOSEN, None)


def _chosen() -> Path | None:
    path = Path(_intake().get("path") or "")
    return path if path.is_file() else None


def keep(data: bytes, name: str) -> Path:
    """The uploaded file in the data folder, under its digest, until it is taken in; so a reload does not lose it."""
    folder = data_folder() / "lists" / hashlib.sha256(data).hexdigest()[:16]
    # Only the last part of the name is used, whichever system it comes from.
    path = folder / (name.replace("\\", "/").rpartition("/")[2].lstrip(".") or "list.csv")
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return path


def _preview(path: Path) -> None:
    by_hand: dict[str, str] = _intake().get("by_hand") or {}
    columns, purpose = st.container(), _purpose()
    with st.spinner("Reading the list …"):
        found = _seen(str(path), by_hand, purpose, session.sender(), session.settings(), datetime.date.today())
    with columns:
        for warning in found.warnings:
            st.warning(theme.plain(warning), icon=":material/warning:")
        _columns(path, found, by_hand)
    _outlook(found)
    _begin(path, by_hand, purpose)


# A long list takes a second or two, and the page is drawn again at each click. The path names the very bytes.
@st.cache_data(show_spinner=False, max_entries=8, hash_funcs={Sender: repr, Settings: repr})
def _seen(
    path: str, by_hand: dict[str, str], purpose: str, sender: Sender | None, settings: Settings, today: datetime.date
) -> Preview:
    from drafter.batch.ledger import Options
    from drafter.batch.preview import preview

    options = Options(by_hand=by_hand, defaults=_defaults(purpose), folder=None)
    return preview(Path(path), settings=settings, sender=sender, options=options, today=today)


def _columns(path: Path, found: Preview, by_hand: dict[str, str]) -> None:
    """What each column was taken for, to be corrected."""
    from drafter.batch._headers import FIELDS

    st.header("What each column means", anchor=False)
    meanings = ["", *FIELDS]
    row = st.container(horizontal=True)
    for place, column in enumerate(found.columns):
        meaning = found.mapping.get(column, "")
        # Named by what it shows, for one choice may change what the others were taken for.
        key = f"means-{path.parent.name}-{place}-{meaning}"

        def changed(column: str = column, key: str = key) -> None:
            _remember(by_hand={**by_hand, column: st.session_state[key]})

        row.selectbox(
            theme.plain(column),
            meanings,
            index=meanings.index(meaning),
            format_func=lambda meaning: meaning or _UNMAPPED,
            key=key,
            on_change=changed,
            width=220,
        )


def _purpose() -> str:
    kept = str(_intake().get("purpose") or "")
    purpose = st.text_area("Why these people? (for rows that do not say)", value=kept, height=80)
    _remember(purpose=purpose)
    return purpose


def _defaults(purpose: str) -> dict[str, str]:
    return {"purpose": purpose.strip()} if purpose.strip() else {}


def _outlook(found: Preview) -> None:
    estimate = found.estimate
    st.header("What a run would do", anchor=False)
    cost = (
        "nothing, offline"
        if not estimate.calls
        else (f"about {estimate.cost_usd:.2f} USD" if estimate.cost_usd is not None else "price unknown")
    )
    row = st.container(horizontal=True, gap="large")
    row.metric("Rows", found.rows)
    row.metric("Enough is known", found.usable - found.thin_rows)
    row.metric("Too thin", found.thin_rows)
    row.metric("Model calls", estimate.calls)
    row.metric("Cost", cost)
    _list(
        "Too little is known", [f"row {t.row}, {t.name}: {' '.join(map(words.sentence, t.needs))}" for t in found.thin]
    )
    _list("Cannot be drafted", [f"row {u.row}: {u.reason}" for u in found.unusable])
    _list(
        "Perhaps the same person",
        [f"rows {p.rows[0]} and {p.rows[1]}: {p.names[0]}, {p.names[1]} ({p.why})" for p in found.duplicates],
    )


def _list(title: str, lines: list[str]) -> None:
    if lines:
        with st.expander(f"{title} ({len(lines)})"):
            st.markdown("\n".join(f"- {theme.plain(line)}" for line in lines[:200]))


def _begin(path: Path, by_hand: dict[str, str], purpose: str) -> None:
    if not st.button("Take in this list", type="primary", icon=":material/playlist_add:"):
        return
    if session.sender() is None:
        raise InputError("Say first who you are: Settings, “You”.")
    with st.spinner("Taking in the list …"):
        st.session_state["batch"] = take_in(path, by_hand, purpose)
    forget()
    st.session_state["adding"] = False
    st.rerun()


def take_in(path: Path, by_hand: dict[str, str], purpose: str) -> int:
    """Put the list into the ledger; rows of a list that came over the page may not name files of this machine."""
    from drafter.batch.ledger import Options, open_batch

    options = Options(by_hand=by_hand, defaults=_defaults(purpose), folder=None)
    return open_batch(session.storage(), path, options=options, name=path.name).batch.id
