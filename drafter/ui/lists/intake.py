"""A list comes in: upload, what each column means, what a run would do and cost."""

from __future__ import annotations

import datetime
import hashlib
from pathlib import Path
from typing import Any

import streamlit as st

from drafter.errors import InputError
from drafter.settings import data_folder
from drafter.ui import navigation, session, theme

EXAMPLE = (
    "name,organization,role,notes,purpose\n"
    "Ines Okafor,Ghent Water,Head of hydrology data,"
    '"Moved 140 river gauges to open telemetry in 2019; spoke on alarm fatigue at the Delta Forum",'
    "Her telemetry move is where we are stuck\n"
)
_UNMAPPED = "(kept as it is)"
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
    if upload is None:
        st.download_button("An example to start from", EXAMPLE, "contacts.csv", "text/csv", on_click="ignore")
        st.caption(
            "Columns that help: name, organization, role, notes (what you know), sources (links), purpose (why this "
            "person), channel. Others are kept and come back unchanged."
        )
        return
    path = keep(upload.getvalue(), upload.name)
    navigation.guard(lambda: _preview(path))


def keep(data: bytes, name: str) -> Path:
    """The uploaded file in the data folder, under its digest, so that a batch can be continued after a restart."""
    folder = data_folder() / "lists" / hashlib.sha256(data).hexdigest()[:16]
    # Only the last part of the name is used, whichever system it comes from.
    path = folder / (name.replace("\\", "/").rpartition("/")[2].lstrip(".") or "list.csv")
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return path


def _preview(path: Path) -> None:
    from drafter.batch._headers import FIELDS
    from drafter.batch.ledger import Options
    from drafter.batch.preview import preview

    chosen = _mapping_so_far(path)
    with st.spinner("Reading the list …"):
        found = preview(
            path,
            settings=session.settings(),
            sender=session.sender(),
            options=Options(by_hand=chosen, folder=None),
            today=datetime.date.today(),
        )
    for warning in found.warnings:
        st.warning(theme.plain(warning), icon=":material/warning:")
    st.subheader("What each column means", anchor=False)
    columns = [*found.mapping, *found.passed_through]
    table = [{"Column": column, "Means": found.mapping.get(column, _UNMAPPED)} for column in columns]
    edited = st.data_editor(
        table,
        hide_index=True,
        disabled=["Column"],
        key=f"mapping-{path.parent.name}",
        column_config={"Means": st.column_config.SelectboxColumn(options=[_UNMAPPED, *FIELDS], required=True)},
    )
    wanted = {row["Column"]: "" if row["Means"] == _UNMAPPED else row["Means"] for row in edited}
    changed = {c: f for c, f in wanted.items() if f != found.mapping.get(c, "")}
    if changed:
        st.session_state[f"by-hand-{path.parent.name}"] = {**chosen, **changed}
        st.rerun()
    _outlook(found)
    _begin(path, chosen)


def _mapping_so_far(path: Path) -> dict[str, str]:
    found: dict[str, str] = st.session_state.get(f"by-hand-{path.parent.name}", {})
    return found


def _outlook(found: Any) -> None:
    estimate = found.estimate
    st.subheader("What a run would do", anchor=False)
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
    _list("Too little is known", [f"row {t.row}, {t.name}: {'; '.join(t.needs)}" for t in found.thin])
    _list("Cannot be drafted", [f"row {u.row}: {u.reason}" for u in found.unusable])
    _list(
        "Perhaps the same person",
        [f"rows {p.rows[0]} and {p.rows[1]}: {p.names[0]}, {p.names[1]} ({p.why})" for p in found.duplicates],
    )


def _list(title: str, lines: list[str]) -> None:
    if lines:
        with st.expander(f"{title} ({len(lines)})"):
            st.markdown("\n".join(f"- {theme.plain(line)}" for line in lines[:200]))


def _begin(path: Path, by_hand: dict[str, str]) -> None:
    purpose = st.text_area(
        "Why these people? (for rows that do not say)", height=80, key="list-purpose", persist_state="session"
    )
    if not st.button("Take in this list", type="primary", icon=":material/playlist_add:"):
        return
    if session.sender() is None:
        raise InputError("Say first who you are: Settings, “You”.")
    with st.spinner("Taking in the list …"):
        st.session_state["batch"] = take_in(path, by_hand, purpose)
    st.session_state["adding"] = False
    st.rerun()


def take_in(path: Path, by_hand: dict[str, str], purpose: str) -> int:
    """Put the list into the ledger; rows of a list that came over the page may not name files of this machine."""
    from drafter.batch.ledger import Options, open_batch

    defaults = {"purpose": purpose.strip()} if purpose.strip() else {}
    options = Options(by_hand=by_hand, defaults=defaults, folder=None)
    return open_batch(session.storage(), path, options=options, name=path.name).batch.id
