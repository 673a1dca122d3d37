"""Who is due, the most urgent first, with what to do about each."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import streamlit as st

from drafter.ui import theme, words
from drafter.ui.network import person

if TYPE_CHECKING:
    from drafter.relationships.cadence import Due
    from drafter.relationships.network import Network

_MOST = 15
_WHEN = {"overdue": "overdue", "today": "today", "this_week": "this week", "later": "later"}


def show(people: Network) -> None:
    """Show the next few people to write to, and the calendar."""
    from drafter.relationships.cadence import due_now

    rows = people.schedule()
    soon = due_now(rows, people.today, within_days=7, most=_MOST)
    if not soon:
        later = next((row for row in rows if row.next_due), None)
        st.success("Nobody is due this week." + (f" Next: {_line(later, people.today)}." if later else ""))
    _waiting(people)
    follow_ups = people.follow_ups()
    for row in soon:
        follow = follow_ups.get(row.person.id)
        with st.container(border=True):
            one, two = st.columns([3, 2], vertical_alignment="center")
            one.markdown(theme.plain(_line(row, people.today)))
            about = [
                row.person.organization,
                row.person.category.replace("_", " "),
                follow.reason if follow and follow.state != "none" else None,
            ]
            one.caption(theme.plain(" · ".join(part for part in about if part)))
            with two.container(horizontal=True, horizontal_alignment="right"):
                person.actions(people, row.person)
    st.download_button(
        "Calendar file",
        lambda: calendar(people),
        "staying-in-touch.ics",
        "text/calendar",
        icon=":material/calendar_month:",
        on_click="ignore",
        help="One entry a person, with a reminder; import it into any calendar",
    )


def _waiting(people: Network) -> None:
    """Approved messages that nobody has said were sent."""
    prepared = people.prepared()
    if not prepared:
        return
    with st.container(border=True):
        st.markdown("**Approved, not sent yet as far as this page knows**")
        named = [f"{one.row.name} ({words.name_of(one.kind)}, {words.name_of(one.channel)})" for one in prepared]
        more = f" and {len(named) - _MOST} more" if len(named) > _MOST else ""
        st.caption(theme.plain(", ".join(named[:_MOST]) + more))
        if st.button("I sent them", icon=":material/done_all:", key="sent-prepared"):
            for batch_id in dict.fromkeys(one.batch.id for one in prepared):
                people.log_batch(str(batch_id))
            st.rerun()


def calendar(people: Network) -> bytes:
    """The calendar of everybody with a date."""
    from drafter.relationships.calendar import calendar_of

    stamp = datetime.datetime.now(datetime.UTC)
    return calendar_of(people.schedule(), stamp=stamp, follow_ups=people.follow_ups())


def _line(row: Due, today: datetime.date) -> str:
    when = _WHEN[row.when(today)]
    last = f"last contact {row.last_contact:%d %b %Y}" if row.last_contact else "no contact yet"
    year = "" if row.next_due and row.next_due.year == today.year else " %Y"
    date = f" ({row.next_due:%d %b{year}})" if row.next_due else ""
    return f"{row.person.name}: {when}{date}, {last}"
