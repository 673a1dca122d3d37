"""Facts as cards: the statement, the words that prove it, how old it is and where it stands."""

from __future__ import annotations

import datetime
import re
import textwrap
from collections.abc import Callable, Collection, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

import streamlit as st

from drafter.models import Fact, Note, Profile
from drafter.ui import theme
from drafter.ui.work import ADDED_BY_HAND, mark_of

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

FIRST = 12
_SHORT = 44
_YEAR = re.compile(r"(?:19|20)\d\d")
_SENSITIVE = "sensitive: used only if you tick it"


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component(
        "drafter_facts", html='<div class="root"></div>', css=theme.asset("facts.css"), js=theme.asset("facts.js")
    )


def fact_cards(
    profile: Profile,
    marks: Mapping[str, str],
    *,
    cited: Collection[str],
    today: datetime.date,
    key: str,
    on_mark: Callable[[str, str], None],
) -> None:
    """Show the facts; ``on_mark(fact, mark)`` is called when one is ticked or struck."""
    notes = {note.id: note for note in profile.notes}
    facts = [_card(fact, notes.get(fact.note), marks, cited, today) for fact in profile.facts]

    def marked() -> None:
        sent = (st.session_state.get(key) or {}).get("marks") or {}
        for fact, mark in sent.items():
            on_mark(str(fact), str(mark))

    _component()(key=key, data={"facts": facts, "first": FIRST}, on_marks_change=marked)


def _card(
    fact: Fact, note: Note | None, marks: Mapping[str, str], cited: Collection[str], today: datetime.date
) -> dict[str, Any]:
    key = mark_of(fact)
    flags = [
        _SENSITIVE if fact.sensitive else "",
        "in the past" if fact.outdated else "",
        f"you share: {fact.shared}" if fact.shared else "",
        f"about {fact.subject}" if fact.subject else "",
    ]
    return {
        "id": fact.id,
        "key": key,
        "mark": marks.get(key, ""),
        "cited": fact.id in cited,
        "statement": fact.statement,
        "quote": "" if _same(fact.statement, fact.quote) else fact.quote,
        "age": age(fact.date, today),
        "source": source(note),
        "flags": [flag for flag in flags if flag],
    }


def source(note: Note | None) -> str:
    """Where a fact stands, in a few words."""
    if note is None:
        return "source unknown"
    if note.kind == "typed" and note.origin != ADDED_BY_HAND:
        return f"note {note.id.removeprefix('n')}"
    return note.title if note.kind == "web_page" and note.title else note.origin


def title(note: Note) -> str:
    """What tells one note from another in a list: its title or file, or for pasted text the longest line's beginning.

    The longest, for a pasted page begins with its menu and its cookie notice.
    """
    if note.title or note.kind != "typed":
        return note.title or note.origin
    line = " ".join(max(note.text.splitlines(), key=len, default="").split())
    return f"{note.id.removeprefix('n')}: {textwrap.shorten(line, _SHORT, placeholder=' …') or line[:_SHORT]}"


def age(date: str | None, today: datetime.date) -> str:
    """A fact's date and how long ago that is."""
    if not date:
        return ""
    years = _YEAR.findall(date)
    if not years:
        return date
    gone = today.year - int(years[-1])
    if date.endswith(("–", "-")):
        return f"since {date[:-1]}"
    if gone <= 0:
        return f"{date} (this year)" if gone == 0 else date
    return f"{date} ({gone} year{'s' if gone > 1 else ''} ago)"


def _same(one: str, other: str) -> bool:
    def bare(text: str) -> str:
        return re.sub(r"\W+", " ", text).strip().casefold()

    return bare(one) == bare(other)
