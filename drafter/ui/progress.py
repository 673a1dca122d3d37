"""Progress: what came of the messages, with honest ranges; the cadence kept; what was learnt from edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from drafter.ui import session, theme, words
from drafter.ui.network import access

if TYPE_CHECKING:
    from drafter.relationships.network import Network
    from drafter.relationships.outcomes import Funnel

_STAGES = ("Messages", "Replies", "Conversations", "Outcomes")
_GROUPS = {"kind": "By kind", "category": "By category", "channel": "By channel", "month": "By month"}


def page() -> None:
    """Show the Progress page."""
    from drafter.relationships.outcomes import expectation, funnel, plan

    st.title("Progress", anchor=False)
    people = access.network()
    found = people.approaches()
    if not found:
        st.markdown(
            "**Here you see what your messages lead to.** On Write, press “I sent it” when a message went out; on "
            "People, log what came back. After a handful this page tells what to expect of the next twenty, and how "
            "sure that is."
        )
    else:
        whole = funnel(found)
        left, right = st.columns([3, 2], gap="large")
        with left:
            _drawn(whole)
        with right:
            st.header("What to expect", anchor=False)
            st.markdown(theme.plain(expectation(whole)))
            st.markdown(theme.plain(plan(whole)))
            _kept(people)
        _groups(people)
    _lessons()


def _drawn(row: Funnel) -> None:
    bars = []
    for name, stage in zip(_STAGES, row.stages, strict=True):
        share = stage.share or 0.0
        first = stage is row.stages[0]
        span = "" if first else f"{stage.low:.0%}–{stage.high:.0%} likely"
        place = f"left:{stage.low * 100:.1f}%;width:{(stage.high - stage.low) * 100:.1f}%"
        band = "" if first else f'<b style="{place}"></b>'
        bars.append(
            '<div class="stage" role="listitem">'
            f'<span class="stage-name">{theme.escaped(name)}</span>'
            f'<span class="stage-bar"><i style="width:{share * 100:.1f}%"></i>'
            f"{band}</span>"
            f'<span class="stage-count">{stage.hits} <small>{theme.escaped(span)}</small></span></div>'
        )
    st.html(f'<div class="funnel" role="list" aria-label="From messages to outcomes">{"".join(bars)}</div>')
    st.caption("The band is where the true share lies in 95 of 100 cases; with few messages it is wide.")


def _groups(people: Network) -> None:
    from drafter.relationships.outcomes import comparable, funnels

    by = st.segmented_control("Compare", list(_GROUPS), default="kind", format_func=_GROUPS.__getitem__, required=True)
    rows = funnels(people.approaches(), by)
    table = [
        {
            "Group": words.name_of(row.group),
            "Messages": row.messages,
            "Replies": row.stages[1].hits,
            "Conversations": row.stages[2].hits,
            "Outcomes": row.stages[3].hits,
            "Conversations, likely": f"{row.stages[2].low:.0%}–{row.stages[2].high:.0%}",
        }
        for row in rows
    ]
    st.dataframe(table, hide_index=True)
    if not comparable(rows):
        st.caption("Too few messages to say that one group does better than another.")


def _kept(people: Network) -> None:
    rows = [row for row in people.schedule() if row.cadence_days]
    if rows:
        kept = sum(row.when(people.today) != "overdue" for row in rows)
        st.metric("Cadence kept", f"{kept} of {len(rows)}", help="People who are not overdue")


def _lessons() -> None:
    from drafter.batch.lessons import lessons

    found = lessons(session.storage().reviewing.edited_pairs())
    if not found.edited:
        return
    st.header("What your edits teach", anchor=False)
    shorter = f", {found.shorter_by:.0%} shorter on the whole" if found.shorter_by and found.shorter_by > 0 else ""
    st.caption(f"From {found.edited} edited draft{'' if found.edited == 1 else 's'}{shorter}.")
    for change in found.changes[:8]:
        after = f"became “{change.after}”" if change.after else "was taken out"
        before = f"“{change.before}” " if change.before else "something "
        st.markdown(theme.plain(f"{before}{after} · {change.count}×"))
