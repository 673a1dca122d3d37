"""What to do in the next days, and with whom; the earliest first."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from drafter.ui import theme, words
from drafter.ui.network import person

if TYPE_CHECKING:
    from drafter.relationships.agenda import Task
    from drafter.relationships.followups import FollowUp
    from drafter.relationships.network import Network
    from drafter.relationships.sent_rows import Prepared

_MOST = 15
_HEADS = {"overdue": "Overdue", "today": "Today", "this_week": "This week"}


def show(people: Network) -> None:
    """Show what is to be done, the approved messages that wait, and the calendar."""
    _timing(people)
    waiting(people)
    tasks, steps = people.agenda(), people.follow_ups()
    if not tasks:
        _nothing(people)
    most = people.settings.most_a_day or _MOST
    for when, head in _HEADS.items():
        group = [task for task in tasks[:most] if task.when(people.today) == when]
        if group:
            st.header(head, anchor=False)
        for task in group:
            _card(people, task, steps.get(task.row.person.id))
    if len(tasks) > most:
        st.caption(f"And {len(tasks) - most} more after these; a few a day is plenty.")
    _without_rhythm(people)
    st.download_button(
        "Calendar file",
        lambda: calendar(people),
        "staying-in-touch.ics",
        "text/calendar",
        icon=":material/calendar_month:",
        on_click="ignore",
        help="One entry a person, with a reminder; import it into any calendar",
    )


def _nothing(people: Network) -> None:
    later = next((row for row in people.schedule() if row.next_due), None)
    following = f" Next: {later.person.name}, {later.next_due:%A %d %B %Y}." if later and later.next_due else ""
    st.success(theme.plain(f"Nothing to do this week.{following}"))


def _without_rhythm(people: Network) -> None:
    """Who never becomes due, and what to do about it."""
    names = [row.person.name for row in people.schedule() if row.cadence_days is None]
    if names:
        more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
        told = f"Never due, for neither they nor their kind have a rhythm: {', '.join(names[:_MOST])}{more}."
        st.caption(theme.plain(f"{told} On Everyone, “Change” gives them another kind or days of their own."))


def _timing(people: Network) -> None:
    """Whether a message should arrive now."""
    from drafter.relationships.cadence import QuietHours
    from drafter.relationships.standing import day_off

    quiet, now = QuietHours.of(people.settings), datetime.datetime.now().astimezone().time()
    if free := day_off(people.today, people.calendar):
        st.caption(theme.plain(words.sentence(f"{free}: prepare now, send on a working day")))
    elif quiet.covers(now):
        st.caption(f"It is {now:%H:%M}: prepare now, let it arrive after {quiet.end:%H:%M}.")


def _card(people: Network, task: Task, step: FollowUp | None) -> None:
    row = task.row
    with st.container(border=True):
        one, two = st.columns([3, 2])
        since = "since " if task.on < people.today else ""
        day = "" if task.on == people.today else f" · {since}{task.on:%a %d %b}"
        one.markdown(f"**{theme.plain(row.person.name)}** · {theme.plain(words.sentence(task.why).rstrip('.'))}{day}")
        about = (row.person.organization, words.name_of(row.person.category) if row.cadence_days else None)
        one.caption(theme.plain(" · ".join(part for part in about if part)))
        with two.container(horizontal=True, horizontal_alignment="right"):
            if task.promise:
                person.kept(people, task.promise, st.container(), place="due")
            else:
                person.actions(people, row.person, step, place="due")
        if not task.promise:
            opened = one.expander(
                "Before you write", key=f"before-{row.person.id}", icon=":material/lightbulb:", on_change="rerun"
            )
            if opened.open:
                with opened:
                    person.before(people, row.person, place="due-before")


def waiting(people: Network) -> None:
    """Approved messages that nobody has said were sent: to people of the network, and to others."""
    prepared = people.prepared(strangers=True)
    known = [one for one in prepared if one.person]
    strangers = [one for one in prepared if not one.person]
    if not prepared:
        return
    with st.container(border=True):
        st.markdown("**Approved, not sent yet as far as this page knows**")
        if known:
            st.caption(_named(known))
            if st.button("I sent them", icon=":material/done_all:", key="sent-prepared"):
                _log_sent(people, known, add=False)
        if strangers:
            count = f"{len(strangers)} {'person' if len(strangers) == 1 else 'people'}"
            st.caption(f"To {count} not in your network yet: {_named(strangers)}")
            label = "I sent all of these; add the new people" if known else f"I sent them; add {count}"
            if st.button(label, icon=":material/group_add:", key="sent-strangers"):
                _log_sent(people, prepared, add=True)


def _named(prepared: Sequence[Prepared]) -> str:
    named = [f"{one.row.name} ({words.name_of(one.kind)}, {words.name_of(one.channel)})" for one in prepared[:_MOST]]
    more = f" and {len(prepared) - _MOST} more" if len(prepared) > _MOST else ""
    return theme.plain(", ".join(named) + more)


def _log_sent(people: Network, prepared: Sequence[Prepared], *, add: bool) -> None:
    batches = dict.fromkeys(one.batch.id for one in prepared)
    logged = [people.log_batch(str(batch_id), add=add).logged for batch_id in batches]
    st.toast(f"{sum(not one.again for found in logged for one in found)} noted as sent.")
    st.rerun()


def calendar(people: Network) -> bytes:
    """The calendar of everybody with a date."""
    from drafter.relationships.calendar import calendar_of

    stamp = datetime.datetime.now(datetime.UTC)
    return calendar_of(people.schedule(), stamp=stamp, follow_ups=people.follow_ups())
