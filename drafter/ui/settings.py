"""Settings: who writes, which model, which rules, where the data is and how to take or erase it."""

from __future__ import annotations

from collections import defaultdict

import streamlit as st

from drafter.ui import navigation, own_data, sender_form, session, theme, words

_LOCAL = "http://127.0.0.1:11434/v1"


def page() -> None:
    """Show the Settings page."""
    st.title("Settings", anchor=False)
    you, model, rules, data = st.tabs(["You", "Language model", "Rules", "Data"])
    with you:
        navigation.guard(_you)
    with model:
        navigation.guard(_model)
    with rules:
        navigation.guard(_rules)
    with data:
        navigation.guard(own_data.show)


def _you() -> None:
    form, preview = st.columns([3, 2], gap="large")
    with form:
        sender = sender_form.live(session.sender())
    with preview:
        st.header("As messages will know you", anchor=False)
        if not sender.name:
            st.caption("Write your name and a few facts, and you see here what a message can say about you.")
            return
        about = " · ".join(part for part in (sender.role, sender.organization, sender.location) if part)
        st.markdown(f"**{theme.plain(sender.name)}**  \n{theme.plain(about)}")
        st.markdown("\n".join(f"- {theme.plain(fact)}" for fact in sender.facts))
        if not sender.facts:
            st.caption("No facts yet. One or two things you did, with a year or a number, make you worth answering.")
        if sender.goals:
            st.caption(theme.plain(f"You are after: {'; '.join(sender.goals)}."))
        if not sender.phone:
            st.caption("No phone number yet: a voicemail ends with one, said twice.")


def _model() -> None:
    settings = session.settings()
    st.markdown(
        "Without a model everything works on this machine and nothing leaves it. With one, drafts read better. Any "
        "server that speaks the OpenAI protocol will do, also one on your own machine."
    )
    with st.form("model", border=False):
        name = st.text_input(
            "Model",
            value="" if settings.model_name == "offline" else settings.model_name,
            placeholder="leave empty to draft offline",
        )
        address = st.text_input("Server", value=settings.base_url or "", placeholder=f"the vendor's own, or {_LOCAL}")
        key = st.text_input(
            "Key",
            type="password",
            placeholder="kept until this window is closed",
            help="To keep it, set OPENAI_API_KEY before the start; the page writes it nowhere",
        )
        if st.form_submit_button("Save", type="primary"):
            session.choose(model=name.strip() or "offline", base_url=address.strip() or None)
            if key.strip():
                session.use_key(key)
            st.rerun()
    offline = settings.model_name == "offline"
    if st.button("Test the connection", icon=":material/cable:", disabled=offline):
        with st.spinner("Asking the model for one short answer …"):
            navigation.guard(_test)
    if offline:
        st.caption("Now: offline. Nothing is sent anywhere.")
    else:
        st.caption(
            theme.plain(f"Now: {settings.model_name}. Notes are sent to it without phone numbers and addresses.")
        )


def _test() -> None:
    import time

    from pydantic import BaseModel

    from drafter.llm import Request, open_model

    class Answer(BaseModel):
        word: str

    model = open_model(session.settings())
    assert model is not None
    began = time.monotonic()
    model.complete(
        Request(
            system="You test a connection.",
            user="Answer with the word ready.",
            schema=Answer,
            purpose="test",
            max_tokens=50,
        ),
        deadline=began + 20,
    )
    st.success(f"{theme.plain(model.name)} answered in {time.monotonic() - began:.1f} seconds.")


def _rules() -> None:
    from drafter.checks import RULES

    st.markdown("Each rule says why it exists. What you switch off is neither found nor used to improve a draft.")
    families = defaultdict(list)
    for rule in RULES:
        families[rule.id.partition(".")[0]].append(rule)
    off = set((session.preference("settings") or {}).get("rules_off", ()))
    for family, rules in families.items():
        active = sum(rule.id not in off for rule in rules)
        with st.expander(f"{family.capitalize()} · {active} of {len(rules)} on"):
            for rule in rules:
                _rule(rule.id, rule.summary, rule.section("Why"), rule.severity, on=rule.id not in off)


def _rule(rule_id: str, summary: str, why: str, severity: str, *, on: bool) -> None:
    key = f"rule-{rule_id}"

    def switched() -> None:
        off = set((session.preference("settings") or {}).get("rules_off", ()))
        off = off - {rule_id} if st.session_state[key] else off | {rule_id}
        navigation.attempt(lambda: session.choose(rules_off=sorted(off)))

    st.toggle(theme.plain(f"{summary} ({severity})"), value=on, key=key, on_change=switched)
    st.caption(theme.plain(f"{words.sentence(why)} Rule {rule_id}."))
