"""The reviewed list goes out: as the file it was with drafts added, as mails, as a page to send from, as a booklet."""

from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from drafter.storage import Batch
from drafter.ui import session, theme

if TYPE_CHECKING:
    from drafter.batch.export import Format, Only

_FORMS: dict[Format, tuple[str, str, str]] = {
    "csv": ("CSV, your columns with the drafts added", ".csv", "text/csv"),
    "xlsx": ("Excel", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "eml": ("Unsent mails (.eml)", ".zip", "application/zip"),
    "mailto": ("A page to send from, one by one", ".html", "text/html"),
    "booklet": ("A booklet to read", ".md", "text/markdown"),
}
_WHICH: dict[Only, str] = {"approved": "Approved only", "all": "All rows"}


def show(batch: Batch) -> None:
    """Show the choices and the download."""
    form: Format = st.radio("As", list(_FORMS), format_func=lambda key: _FORMS[key][0])
    only: Only = st.radio("Which rows", list(_WHICH), format_func=_WHICH.__getitem__, horizontal=True)
    approved = session.storage().batches.status(batch.id).decisions.get("approved", 0)
    if only == "approved" and not approved:
        st.info("Nothing is approved yet. Decide in Review first, or take all rows.")
        return
    name = f"{Path(batch.name).stem}-reviewed{_FORMS[form][1]}"
    st.download_button(
        f"Download {theme.plain(name)}",
        lambda: exported(batch, form, only),
        file_name=name,
        mime=_FORMS[form][2],
        type="primary",
        icon=":material/download:",
        on_click="ignore",
    )


def exported(batch: Batch, form: Format, only: Only) -> bytes:
    """The batch in that form; mails come together in one archive."""
    from drafter.batch.export import export

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / ("mails" if form == "eml" else f"list{_FORMS[form][1]}")
        export(session.storage(), batch, path, only=only, form=form)
        if form != "eml":
            return path.read_bytes()
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for mail in sorted(path.iterdir()):
                archive.write(mail, mail.name)
        return packed.getvalue()
