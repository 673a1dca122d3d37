"""How many people of each kind, how often to be in touch: the plan of the network, changed in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from drafter.storage import Person
from drafter.ui import navigation, session, words

if TYPE_CHECKING:
    from drafter.relationships.network import Network

_NAME, _MOST, _DAYS, _WHY = "Kind of people", "At most", "Days between", "What for"


def plan(people: Network) -> None:
    """Show the plan as a small table to edit."""
    st.caption("A network one can look after is small. 0 days means no rhythm: such people never become due.")
    table: list[dict[str, Any]] = [
        {_NAME: words.name_of(one.name), _MOST: one.capacity, _DAYS: one.cadence_days or 0, _WHY: one.purpose}
        for one in people.plans.values()
    ]
    edited = st.data_editor(
        table,
        hide_index=True,
        disabled=[_NAME],
        key="people-plan",
        column_config={
            name: st.column_config.NumberColumn(min_value=0, max_value=most, step=1, required=True)
            for name, most in ((_MOST, 1000), (_DAYS, 3650))
        },
    )
    changed = {
        name: {"purpose": row[_WHY] or "", "capacity": int(row[_MOST]), "cadence_days": int(row[_DAYS])}
        for name, row, old in zip(people.plans, edited, table, strict=True)
        if row != old
    }
    if changed and navigation.guard(lambda: session.choose(categories={**_chosen(), **changed})):
        st.session_state.pop("people-plan", None)
        st.rerun()


def _chosen() -> dict[str, Any]:
    return dict((session.preference("settings") or {}).get("categories", {}))


def of_person(people: Network, person: Person) -> None:
    """What this person is, why, and a rhythm of their own."""
    usual = people.plans[person.category].cadence_days if person.category in people.plans else None
    names = list(people.plans)
    with st.form(f"change-{person.id}", border=False):
        place = names.index(person.category) if person.category in names else names.index("other")
        category = st.selectbox("They are a", names, index=place, format_func=words.name_of)
        reason = st.text_input("Why you want to stay in touch", value=person.reason or "")
        days = st.number_input(
            f"Days between contacts (empty: as for their kind, {usual or 'no rhythm'})",
            value=person.cadence_days,
            min_value=0,
            max_value=3650,
            step=1,
        )
        fields: dict[str, Any] = {"category": category, "reason": reason.strip() or None, "cadence_days": days}
        if st.form_submit_button("Save", type="primary") and navigation.guard(lambda: _save(people, person, fields)):
            st.rerun()


def _save(people: Network, person: Person, fields: dict[str, Any]) -> None:
    people.storage.people.update(person.id, version=person.version, **fields)
