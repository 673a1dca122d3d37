"""Rehearse: the voicemail and the conversation as a teleprompter, spoken by the browser, recorded and timed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

from drafter.models import Draft, PartName
from drafter.ui import desk as desks
from drafter.ui import gathering, navigation, recording, session, theme

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_PARTS: dict[PartName, str] = {"voicemail": "Voicemail", "conversation": "Conversation"}
_KEPT = 20


def page() -> None:
    """Show the Rehearse page."""
    desk = desks.current()
    st.title("Rehearse", anchor=False)
    gathering.show_complaints()
    text, part, language = _script(desk.work.draft, desk.work.name)
    if not text:
        return
    pace = st.slider("Words a minute", 90, 200, _pace(), 5, help="Unhurried speech on the phone is 130 to 150")
    from drafter.language.speech import seconds

    target = seconds(text, language, pace)
    left, right = st.columns([3, 2], gap="large")
    with left:
        data = {"text": text, "seconds": target, "pace": pace, "language": language}
        _prompter()(key=f"prompter-{desk.item_id}-{part}", data=data)
    with right:
        navigation.guard(lambda: _takes(text, part, target, pace, desk.item_id or ""))


@cache
def _prompter() -> ComponentRenderer:
    return st.components.v2.component(
        "drafter_prompter",
        html='<div class="root"></div>',
        css=theme.asset("prompter.css"),
        js=theme.asset("prompter.js"),
    )


def _pace() -> int:
    from drafter.language.speech import RATE

    return int(session.settings().rules.thresholds.get("voicemail.words_per_minute", RATE)) // 5 * 5


def _script(draft: Draft | None, name: str) -> tuple[str, str, str]:
    parts = [part for part in _PARTS if draft and draft.part(part)]
    if draft and parts:
        part: PartName = parts[0]
        if len(parts) > 1:
            part = st.segmented_control(
                "What to rehearse",
                parts,
                default=part,
                format_func=_PARTS.__getitem__,
                required=True,
                label_visibility="collapsed",
            )
        st.caption(theme.plain(f"{_PARTS[part]} to {name or 'your contact'}; change the text on the Write page."))
        return draft.part(part) or "", part, draft.language or "en"
    st.markdown(
        "Here you read your voicemail aloud at the right pace and hear how long it takes, take after take. "
        "Draft one on the Write page first, or paste a text to practise with."
    )
    kept = session.preference("practice") or ""
    text = st.text_area("Text to practise", value=kept, height=140)
    if text != kept:
        session.prefer("practice", text)
    return text.strip(), "practice", "en"


def _takes(text: str, part: str, target: float, pace: int, item_id: str) -> None:
    st.metric("Target", f"{target:.0f} s", help=f"At {pace} words a minute, with pauses in numbers")
    count = st.session_state.setdefault("take", 0)
    sound = st.audio_input("Record a take", key=f"take-{count}")
    takes = [found for found in session.preference("takes") or [] if found.get("work") == item_id]
    if sound is not None and st.session_state.get("measured") != sound.file_id:
        found = recording.take(part, text, recording.spoken_seconds(sound.getvalue()), target=target, pace=pace)
        takes = [*takes, {**found, "work": item_id}][-_KEPT:]
        others = [old for old in session.preference("takes") or [] if old.get("work") != item_id]
        session.prefer("takes", [*others, *takes][-200:])
        st.session_state["measured"] = sound.file_id
    mine = [found for found in takes if found["part"] == part]
    if not mine:
        st.caption("Record yourself reading the text. The sound stays in this window and is not kept; the time is.")
        return
    last = mine[-1]
    one, two = st.columns(2)
    one.metric("You", f"{last['seconds']:.0f} s", f"{last['seconds'] - target:+.0f} s", delta_color="off")
    if recording.whole(last):
        two.metric("Pace", f"{last['pace']} / min", f"{last['pace'] - pace:+d}", delta_color="off")
    st.markdown(recording.judged(last, target))
    if st.button("Another take", icon=":material/replay:"):
        st.session_state["take"] = count + 1
        st.rerun()
    if len(mine) > 1:
        st.dataframe(
            [{"Take": place, "Seconds": f["seconds"], "Words a minute": f["pace"]} for place, f in enumerate(mine, 1)],
            hide_index=True,
        )
