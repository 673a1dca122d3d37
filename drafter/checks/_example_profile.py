"""A small invented profile, so that each rule about facts and names can show its proof."""

from __future__ import annotations

from dataclasses import replace

from drafter.checks._rule import Context

_TEXT = """Ines Falk is head of operations at Torvald Timber in Umeå.
Torvald Timber employs 40 people and opened its third sawmill in 2021.
In 2022 she gave the talk "Drying wood with waste heat" at Nordic Wood Days.
Before that she was head of logistics at Brage Shipping until 2018.
Her colleague Tomas Ek, head of research, won the Spruce Prize in 2019.
"""


def known() -> Context:
    """Ines Falk of Torvald Timber, with one note about her."""
    from drafter.models import Contact, Note, Organization, Profile

    note = Note(id="n1", origin="note", kind="text", language="en", sha256="", text=_TEXT)
    organization = Organization(name="Torvald Timber")
    profile = Profile(contact=Contact(name="Ines Falk"), organization=organization, notes=(note,))
    return Context(contact="Ines Falk", organization=organization, profile=profile)


def cited() -> Context:
    """The same with a fact about her talk, which the sentence cites."""
    from drafter.models import Draft, Fact, Sentence

    context = known()
    assert context.profile is not None
    start = _TEXT.index("In 2022")
    quote = _TEXT[start : _TEXT.index("\n", start)]
    said = "gave a talk at Nordic Wood Days in 2022"
    fact = Fact(id="f1", statement=said, quote=quote, note="n1", start=start, end=start + len(quote))
    draft = Draft(message="", sentences=(Sentence(part="message", start=0, end=200, facts=("f1",)),))
    return replace(context, profile=context.profile.model_copy(update={"facts": (fact,)}), draft=draft)


def introduced() -> Context:
    """The same with a sender who has a profile."""
    from drafter.models import Sender

    facts = ("Moved 60 nightly jobs to a queue in 2029", "Studied geography in Tromsø")
    return replace(
        known(), sender=Sender(name="Mira Solberg", role="Data engineer", organization="Havn Data", facts=facts)
    )
