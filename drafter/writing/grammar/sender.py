"""What the sender says of themself, from the lines of ``sender.toml``."""

from __future__ import annotations

import re

from drafter.models import Brief, Contact, Sender
from drafter.writing.grammar.english import article, as_told_of, to_you
from drafter.writing.grammar.phrases import Chooser
from drafter.writing.grammar.purposes import language_of

_SOLE = re.compile(
    r"(?:head|chief|vice|vp|president|professor|director of|c[a-z]o\b|managing|co-?founder|founder)", re.I
)
_SCHOOLING = re.compile(r"(?:I )?(?:studied|graduated|hold|attended|degree|BA|BSc|MA|MSc|PhD)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")


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


def fitting_fact(brief: Brief, topic: str, key: str) -> str | None:
    """The sender's fact nearest to the topic, as it stands after "I ": "led the move of 40 pipelines …".

    Where none is nearer, ``key`` decides whether one is told and which, so that not every message tells the same.
    """
    facts = [fact for fact in brief.sender.facts if language_of(fact) in (None, "en")]
    wanted = _stems(f"{brief.purpose} {brief.ask or ''} {topic}")
    number = sum(key.encode())
    shift = number // 2 % len(facts) if facts else 0
    for fact in sorted(facts[shift:] + facts[:shift], key=lambda fact: -len(_stems(fact) & wanted)):
        near = bool(_stems(fact) & wanted)
        if brief.sender.role and key and not near and number % 2:
            return None
        if brief.sender.role and not near and _SCHOOLING.match(fact):
            continue
        text = first_person(fact)
        if text and len(text.split()) <= 20:
            return text
    return None


def _stems(text: str) -> set[str]:
    return {word.lower()[:6] for word in _WORD.findall(text)}


def first_person(fact: str) -> str | None:
    """A line about the sender as what follows "I", or ``None`` when it is no such line."""
    text = re.sub(r"\s+", " ", fact).strip().rstrip(".")
    if text.startswith("I "):
        return text[2:]
    turned = to_you(text, Contact(name="")) if text else None
    return turned.removeprefix("you ").replace("your ", "my ") if turned and not turned.startswith("you are") else None


def about_me(
    brief: Brief, language: str, chooser: Chooser, topic: str, key: str, *, short: bool = False, alone: bool = False
) -> str | None:
    """One sentence on who the sender is and, in English and unless ``short``, what they did that fits the topic.

    ``alone`` says that no purpose follows, so that a deed is due.
    By e-mail the signature says role and organisation too, so that the sentence may keep to the deed.
    """
    sender = brief.sender
    role, organization = office(sender, language), sender.organization
    if not language.startswith("en"):
        return _with_deed(brief, language, chooser, short=short)
    fact = (
        fitting_fact(brief, topic, "" if alone else key) if language.startswith("en") and not (short and role) else None
    )
    if role is None:
        return f"I {fact}." if fact else None
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
    who = chooser.one(slot, role=role, organization=sender.organization or "") if role else None
    deeds = [] if short else [deed for fact in sender.facts if (deed := _own_sentence(fact, language))]
    wanted = _stems(f"{brief.purpose} {brief.ask or ''}")
    best = max(deeds, key=lambda deed: len(_stems(deed) & wanted), default=None)
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
    """A line about the sender as a sentence, where it is one or, in German, lacks only "Ich habe"."""
    text = re.sub(r"\s+", " ", fact).strip().rstrip(".。")
    if language_of(text) not in (None, language) or len(text.split()) > 20:
        return None
    if re.match(_SELF.get(language, r"(?!)"), text):
        return text + ("。" if language == "ja" else ".")
    if language == "de" and re.search(r"(?:ge\w+(?:t|en)|\w+iert)$", text) and not text.endswith(_WITH_SEIN):
        first, _, rest = text.partition(" ")
        return f"Ich habe {first.lower() if first in ('Die', 'Das', 'Den', 'Eine', 'Ein', 'Einen') else first} {rest}."
    return None


def in_third_person(brief: Brief, language: str, chooser: Chooser, topic: str, key: str) -> str:
    """The same as a third person would say it, for a paragraph to forward."""
    sender = brief.sender
    role = office(sender, language)
    if language.startswith("en"):
        fact = fitting_fact(brief, topic, key)
        parts = [f"is {role}" + (f" at {sender.organization}" if sender.organization else "")] if role else []
        if fact:
            parts.append(as_told_of(re.sub(r"\bmy\b", "their", fact)))
        return f"{sender.name} {' and '.join(parts)}." if parts else ""
    if role and sender.organization:
        return chooser.one("blurb_me", sender=sender.name, role=role, organization=sender.organization) or ""
    return ""
