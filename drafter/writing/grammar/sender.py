"""What the sender says of themself, from the lines of ``sender.toml``."""

from __future__ import annotations

import re

from drafter.models import Brief, Contact, Sender
from drafter.writing.grammar.conjugation import forms
from drafter.writing.grammar.english import article, to_you
from drafter.writing.grammar.phrases import Chooser
from drafter.writing.grammar.purposes import language_of
from drafter.writing.grammar.verbs import as_told_of, is_past
from drafter.writing.kinds import OWN_SIDE
from drafter.writing.nearness import nearness, purpose_of

_OTHERS = re.compile(r"\b(?:they|their|them|theirs)\b")
_SOLE = re.compile(
    r"(?:head|chief|vice|vp|president|professor|director of|c[a-z]o\b|managing|co-?founder|founder)", re.I
)


def office(sender: Sender, language: str) -> str | None:
    """The sender's role as it stands after "I am": "a data engineer", "head of data"."""
    role = (sender.role or "").strip()
    if not role:
        return None
    if language.startswith(("de", "ja")):
        return role
    first, _, rest = role.partition(" ")
    if not (first.isupper() and len(first) > 1) and not re.search(r"[A-Z]", first[1:]):
        role = f"{first.lower()} {rest}".strip()
    if not language.startswith("en"):
        return role
    return role if _SOLE.match(role) else f"{article(role)} {role}"


def fitting_fact(brief: Brief, topic: str = "", *, far: bool = False) -> str | None:
    """The sender's fact nearest to the matter, as it stands after "I ": "led the move of 40 pipelines …".

    One that has nothing to do with it is told only where there is no role to say who writes, or where ``far`` allows.
    """
    facts = [fact for fact in brief.sender.facts if language_of(fact) in (None, "en")]
    matter = f"{purpose_of(brief)} {topic}"
    near = {fact: nearness(fact, matter) for fact in facts}
    for fact in sorted(facts, key=lambda fact: -near[fact]):
        # A recruiter has to judge a fit, so that what the sender can do is due whatever the matter.
        if brief.sender.role and not near[fact] and not far and brief.category != "recruiter":
            return None
        text = first_person(fact)
        if text and len(text.split()) <= 20:
            return text
    return None


def first_person(fact: str) -> str | None:
    """A line about the sender as what follows "I", or ``None`` when it is no such line."""
    text = re.sub(r"\s+", " ", fact).strip().rstrip(".")
    if text.startswith("I "):
        return text[2:]
    if _OTHERS.search(text):
        # In a line without a subject "they" are others, and stay so.
        verb, _, rest = text.partition(" ")
        return f"{verb.lower()} {rest}" if is_past(verb.lower()) else None
    turned = to_you(text, Contact(name="")) if text else None
    return turned.removeprefix("you ").replace("your ", "my ") if turned and not turned.startswith("you are") else None


def about_me(brief: Brief, language: str, chooser: Chooser, topic: str, *, short: bool = False) -> str | None:
    """One sentence on who the sender is and, in English and unless ``short``, what they did that fits the topic.

    By e-mail the signature says role and organisation too, so that the sentence keeps to the deed, if there is one.
    """
    sender = brief.sender
    role, organization = office(sender, language), sender.organization
    if not language.startswith("en"):
        return _with_deed(brief, language, chooser, short=short)
    fact = None if short and role else fitting_fact(brief, topic)
    if role is None:
        return f"I {fact}." if fact else None
    if not fact and brief.channel == "email" and brief.angle != OWN_SIDE:
        return None
    if fact and organization and f"you {fact}" in topic:
        return chooser.one("me_like", role=role, organization=organization, fact=fact)
    slot = ("me" if organization else "me_role") + ("_and" if fact else "")
    if fact and brief.channel == "email":
        slot = "me_fact"
    return chooser.one(slot, role=role, organization=organization or "", fact=fact or "")


def _with_deed(brief: Brief, language: str, chooser: Chooser, *, short: bool) -> str | None:
    """The sentence in another language than English, and a second one where a fact is a sentence already."""
    sender, role = brief.sender, office(brief.sender, language)
    slot = "me" if sender.organization else "me_role"
    # A Japanese letter begins with who writes, whatever stands under it.
    signed = brief.channel == "email" and language != "ja" and brief.angle != OWN_SIDE
    who = chooser.one(slot, role=role, organization=sender.organization or "") if role and not signed else None
    deeds = [] if short else [deed for fact in sender.facts if (deed := _own_sentence(fact, language))]
    near = {deed: nearness(deed, purpose_of(brief)) for deed in deeds}
    best = max((deed for deed in deeds if near[deed] or not role), key=lambda deed: near[deed], default=None)
    return ("" if language == "ja" else " ").join(text for text in (who, best) if text) or None


_SELF = {
    "de": r"(?:Ich|Wir)\b",
    "fr": r"(?:Je |J['’]|Nous )",
    "es": r"(?:Yo|He|Trabajo|Llevo|Tengo|Hice)\b",
    "ja": r".*(?:ました|ます)$",
}
_WITH_SEIN = (
    "gegangen",
    "gewesen",
    "geworden",
    "gekommen",
    "gereist",
    "geblieben",
    "gefahren",
    "gezogen",
    "gewechselt",
)


def _own_sentence(fact: str, language: str) -> str | None:
    """A line about the sender as a sentence, where it is one or, in German, lacks only its subject or "Ich habe"."""
    text = re.sub(r"\s+", " ", fact).strip().rstrip(".。")
    if language_of(text) not in (None, language) or len(text.split()) > 20:
        return None
    if re.match(_SELF.get(language, r"(?!)"), text):
        return text + ("。" if language == "ja" else ".")
    return _german_deed(text) if language == "de" else None


def _german_deed(text: str) -> str | None:
    """From "Hat 2022 …", "Betreut 30 Patienten …" or "Die Halle geplant" to a sentence with "ich"."""
    first, _, rest = text.partition(" ")
    mine = {"hat": "habe", "ist": "bin", "war": "war", "wurde": "wurde"}.get(first.lower()) or _mine(first.lower())
    if mine and rest:
        return f"Ich {mine} {rest}."
    if re.search(r"(?:ge\w+(?:t|en)|\w+iert)$", text) and not text.endswith(_WITH_SEIN):
        return f"Ich habe {first.lower() if first in ('Die', 'Das', 'Den', 'Eine', 'Ein', 'Einen') else first} {rest}."
    return None


def _mine(verb: str) -> str | None:
    """The form after "ich" of a verb in the third person: betreut → betreue."""
    plural = forms("de").third.get(verb)
    return next((mine for mine, other in forms("de").first.items() if other == plural), None) if plural else None


def in_third_person(brief: Brief, language: str, chooser: Chooser, topic: str) -> str:
    """The same as a third person would say it, for a paragraph to forward."""
    sender = brief.sender
    role = office(sender, language)
    if language.startswith("en"):
        fact = fitting_fact(brief, topic)
        parts = [f"is {role}" + (f" at {sender.organization}" if sender.organization else "")] if role else []
        if fact:
            parts.append(as_told_of(re.sub(r"\bmy\b", "their", fact)))
        return f"{sender.name} {' and '.join(parts)}." if parts else ""
    if role and sender.organization:
        return chooser.one("blurb_me", sender=sender.name, role=role, organization=sender.organization) or ""
    return ""
