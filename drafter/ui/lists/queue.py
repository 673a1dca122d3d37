"""The review queue: one draft at a time, with keys to decide."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import streamlit as st

from drafter.models import Draft, PartName, Report
from drafter.storage import Batch, Row
from drafter.ui import gathering, navigation, session, theme, words
from drafter.ui.lists import together
from drafter.ui.sheet import sheet, summary
from drafter.ui.spans import carry

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from drafter.batch.review import Review
    from drafter.storage.rows import View

_PAGE = 50
_MARKS = {"fail": "errors", "warn": "warnings", "pass": "clean", None: "–"}
_SHOWN: dict[str, dict[str, Any]] = {
    "To decide": {"states": ("drafted",), "decision": "undecided"},
    "Approved": {"decision": "approved"},
    "Rejected": {"decision": "rejected"},
    "Needs work": {"decision": "needs_work"},
    "Not drafted": {"states": ("needs", "failed", "new")},
    "All": {},
}


def show(batch: Batch) -> None:
    """Show the list of rows and the row at hand."""
    one, two = st.columns([3, 2], vertical_alignment="bottom")
    with one:
        wanted = st.segmented_control(
            "Show", list(_SHOWN), default="To decide", required=True, key=f"show-{batch.id}", on_change=_to_first
        )
    with two:
        text = st.text_input(
            "Find", key=f"find-{batch.id}", placeholder="name or organisation", type="search", on_change=_to_first
        )
    place = st.container()
    view = {**_SHOWN[wanted], "order": "attention", "text": text.strip() or None}
    total = session.storage().batches.count(batch.id, _view(view))
    if not total:
        st.info(_nothing(wanted, text.strip()))
        return
    st.session_state["at"] = at = min(st.session_state.get("at", 0), total - 1)
    left, right = st.columns([4, 9], gap="medium")
    with left:
        _rows(batch, view, at, total)
    with right:
        _at_hand(batch, view, at, total)
    if wanted == "To decide":
        # Filled last, for the draft at hand counts as read.
        with place:
            together.show(batch, _review(), text.strip())


def _nothing(wanted: str, text: str) -> str:
    """Why no row is shown, and what to do."""
    if text:
        return theme.plain(f"No row under “{wanted}” has “{text}” in its name or organisation. Clear the search.")
    if wanted == "To decide":
        return "Nothing is left to decide in this list."
    return "Nothing here. Choose another filter, or run the list first."


def _view(wanted: dict[str, Any], *, offset: int = 0, limit: int = 1) -> View:
    from drafter.storage.rows import View

    return View(**wanted, offset=offset, limit=limit)


def _to_first() -> None:
    st.session_state["at"] = 0


def _rows(batch: Batch, view: dict[str, Any], at: int, total: int) -> None:
    start = at // _PAGE * _PAGE
    rows = session.storage().batches.rows(batch.id, _view(view, offset=start, limit=_PAGE))
    table = [
        {"": "▶" if start + place == at else "", "Check": _MARKS[row.verdict], "Row": row.number, "Name": row.name}
        for place, row in enumerate(rows)
    ]
    key = f"rows-{batch.id}-{start}-{at}"

    def chosen() -> None:
        found = st.session_state[key].selection.rows
        if found:
            st.session_state["at"] = start + found[0]

    st.dataframe(
        table,
        hide_index=True,
        height=min(36 * len(table) + 40, 620),
        key=key,
        on_select=chosen,
        selection_mode="single-row",
        column_config=dict.fromkeys(("", "Check", "Row"), st.column_config.Column(width="small")),
    )
    st.caption(f"{at + 1} of {total}")


def _review() -> Review:
    from drafter.batch.review import Review

    sender = session.sender()
    return Review(session.storage(), session.drafter(offline=True), who=sender.name if sender else session.owner())


def _at_hand(batch: Batch, view: dict[str, Any], at: int, total: int) -> None:
    from drafter.batch.across import quoted

    rows = session.storage().batches.rows(batch.id, _view(view, offset=at))
    if not rows:
        st.rerun()
    row = rows[0]
    # What may be there or not has a place of its own: buttons that change theirs are made anew by the browser, and a
    # key pressed meanwhile would be lost.
    with st.container():
        gathering.show_complaints()
    st.header(theme.plain(f"{row.name}{', ' + row.organization if row.organization else ''}"), anchor=False)
    if row.state != "drafted":
        st.caption(theme.plain(f"Row {row.number} · not drafted"))
        with st.container():
            st.info(theme.plain(words.sentence(row.reason or f"This row is {row.state}")))
        st.container()
        _steps(st.container(horizontal=True), at, total)
        return
    review = _review()
    saved = review.draft_of(row)
    draft, report = _edited(review, row) or (saved.result.draft, saved.result.report)
    assert draft is not None
    together.seen(batch, row)
    st.caption(theme.plain(_about(row, report)))
    with st.container():
        for finding in row.across:
            told = f"{quoted(finding, draft)}{words.sentence(finding.message)} {words.sentence(finding.advice)}"
            st.warning(theme.plain(told), icon=":material/content_copy:")
    _buttons(review, row, report, at, total)

    name = f"{row.id}-{saved.id}"

    def edited(of: str, part: PartName, text: str) -> None:
        if of != name:
            return
        kept = session.preference(_unsaved(row))
        now = Draft.model_validate(kept) if kept else draft
        if (now.part(part) or "") != text:
            changed = carry(now, part, text)
            navigation.attempt(lambda: session.prefer(_unsaved(row), changed.model_dump(mode="json")))

    sheet(
        draft,
        report,
        profile=saved.result.profile,
        channel=saved.result.brief.channel,
        kind=saved.result.brief.kind,
        key=f"sheet-{batch.id}",
        name=name,
        on_edit=edited,
    )
    _ask_again(review, row)


def _about(row: Row, report: Report) -> str:
    decided = f"{row.decision.replace('_', ' ')} by {row.decided_by}" if row.decision else "not decided"
    return f"Row {row.number} · {decided} · {summary(report)}"


def _unsaved(row: Row) -> str:
    return f"edit-{row.id}-{row.draft_id}"


def _edited(review: Review, row: Row) -> tuple[Draft, Report] | None:
    kept = session.preference(_unsaved(row))
    if not kept:
        return None
    draft = Draft.model_validate(kept)
    return draft, review.check(row, draft)


def _settled(review: Review, row: Row) -> Row:
    """The row with what was typed into it made its draft."""
    kept = session.preference(_unsaved(row))
    if not kept:
        return row
    session.prefer(_unsaved(row), None)
    return review.edit(row, Draft.model_validate(kept))


def _buttons(review: Review, row: Row, report: Report, at: int, total: int) -> None:
    reason = ""
    with st.container():
        if report.verdict == "fail":
            reason = st.text_input(
                "Why approve it with errors?", key=f"why-{row.id}", placeholder="needed only to approve it as it is"
            )
    bar = st.container(horizontal=True)
    approve = bar.button("Approve", shortcut="A", type="primary", icon=":material/check:", key="approve")
    reject = bar.button("Reject", shortcut="X", icon=":material/close:", key="reject")
    work = bar.button("Needs work", shortcut="W", icon=":material/build:", key="needs-work")
    undo = bar.button("Undo", shortcut="U", icon=":material/undo:", key="undo")
    _steps(bar, at, total)
    if approve and report.verdict == "fail" and not reason.strip():
        st.warning("This draft has errors. Mend them below, or say above why to approve it all the same.")
    elif approve:
        _decide(review, row, lambda found: review.approve(found, override=reason.strip() or None))
    elif reject:
        _decide(review, row, lambda found: review.decide(found, "rejected"))
    elif work:
        _decide(review, row, lambda found: review.decide(found, "needs_work"))
    elif undo and navigation.guard(lambda: _undo(review, row)):
        st.rerun()


def _decide(review: Review, row: Row, action: Callable[[Row], Row]) -> None:
    if navigation.guard(lambda: (action(_settled(review, row)), None)[1]):
        _decided(row).append((row.number, st.session_state["at"]))
        st.rerun()


def _decided(row: Row) -> list[tuple[int, int]]:
    """The rows that were decided in this window, and where they stood: most of them are out of sight since."""
    found: list[tuple[int, int]] = st.session_state.setdefault(f"decided-{row.batch_id}", [])
    return found


def _undo(review: Review, row: Row) -> None:
    """Take back the latest decision of this window, else what was last done with the row at hand."""
    if not _decided(row):
        review.undo(row)
        return
    number, at = _decided(row).pop()
    back = review.undo(session.storage().batches.row(row.batch_id, number))
    st.session_state["at"] = at
    st.toast(theme.plain(f"Row {back.number}, {back.name}: taken back."))


def _steps(bar: DeltaGenerator, at: int, total: int) -> None:
    back = bar.button("Previous", shortcut="K", icon=":material/arrow_upward:", disabled=at == 0, key="previous")
    on = bar.button("Next", shortcut="J", icon=":material/arrow_downward:", disabled=at + 1 >= total, key="next")
    if back or on:
        st.session_state["at"] = at + (1 if on else -1)
        st.rerun()


def _ask_again(review: Review, row: Row) -> None:
    with st.form(f"again-{row.id}", border=False, clear_on_submit=True):
        line = st.container(horizontal=True, vertical_alignment="bottom")
        text = line.text_input("Have it written again", placeholder="shorter; begin with the talk")
        if line.form_submit_button("Ask again", icon=":material/refresh:") and text.strip():
            navigation.guard(lambda: (review.ask_again(row, instruction=text.strip()), None)[1])
            st.toast("Run the list to have it written again.")
            st.rerun()
