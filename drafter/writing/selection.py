"""Chooses the facts a message may rest on, and says what is missing when they are too few."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from drafter.errors import InputError
from drafter.language.reaching import tells_how_to_reach
from drafter.models import Brief, Category, Contact, Draft, Fact, FactKind, Kind, Profile
from drafter.writing.grammar.english import to_you
from drafter.writing.grammar.thanking import wants
from drafter.writing.nearness import names_in, nearness, purpose_of

MOST = 8
# What the purpose names goes before what the kind of contact would have one lead with.
_NEAR = 3.0
_WORD = re.compile(r"[^\W\d_]{3,}")
_LOOSE_WORDS = "the and how she her his him they with from for who what why that this are was have has learn ask"
_LOOSE = frozenset(_LOOSE_WORDS.split())

# What a careful person leads with: fit for a recruiter, their problem for a hiring leader, their work for a peer.
_LEADING: Mapping[Category, tuple[FactKind, ...]] = {
    "recruiter": ("role", "work", "news", "opinion"),
    "hiring_leader": ("project", "news", "product", "opinion", "work"),
    "vendor": ("product", "project", "news"),
    "peer": ("project", "talk", "publication", "opinion", "work"),
    "alumni": ("shared_ground", "education", "work"),
    "other": (),
}
_ANGLES: Mapping[str, tuple[FactKind, ...]] = {
    "work": ("project", "work", "product"),
    "talk": ("talk", "publication", "opinion"),
    "shared": ("shared_ground", "education", "interest"),
    "news": ("news", "funding", "award"),
    "company": ("product", "news", "funding"),
}
# A role or a place is known of everybody: alone it makes no message specific.
_COMMON: frozenset[FactKind] = frozenset({"role", "place"})
_NEEDS_FACT: frozenset[Kind] = frozenset({"introduction", "advice_request"})
_NEEDS_NOTHING: frozenset[Kind] = frozenset({"invitation_reply"})


@dataclass(frozen=True, slots=True)
class Selection:
    """The facts to write from, best first; or, in ``needs``, what is missing and where to look for it."""

    facts: tuple[Fact, ...] = ()
    needs: tuple[str, ...] = ()


def select(brief: Brief, profile: Profile) -> Selection:
    """Choose facts by the brief and say what is missing; non-empty ``needs`` mean that nothing should be written.

    Sensitive facts are taken only when the brief names them; facts about somebody else, former roles and office hours
    likewise.

    Raises:
        InputError: when the brief names a fact that the profile does not have.
    """
    _known(brief, profile)
    usable = [fact for fact in profile.facts if _allowed(fact, brief)]
    names = names_in(profile)
    score = {fact.id: _score(fact, brief, names) for fact in usable}
    order = {fact.id: place for place, fact in enumerate(profile.facts)}
    facts = sorted(usable, key=lambda fact: (_chosen(fact, brief), -score[fact.id], order[fact.id]))[:MOST]
    return Selection(tuple(facts), tuple(_needs(brief, profile, facts)))


def _known(brief: Brief, profile: Profile) -> None:
    ids = {fact.id for fact in profile.facts}
    unknown = [fact for fact in (*brief.use, *brief.avoid) if fact not in ids]
    if unknown:
        have = f"facts are {profile.facts[0].id} to {profile.facts[-1].id}" if profile.facts else "it has no facts"
        raise InputError(f"the profile has no fact {', '.join(unknown)}: {have}; see `drafter profile`")


def _allowed(fact: Fact, brief: Brief) -> bool:
    if fact.id in brief.avoid:
        return False
    if fact.id in brief.use:
        return True
    if fact.sensitive or fact.subject or tells_how_to_reach(fact.statement):
        return False
    return not fact.outdated or bool(fact.shared) or fact.kind not in _COMMON


def _chosen(fact: Fact, brief: Brief) -> int:
    return brief.use.index(fact.id) if fact.id in brief.use else len(brief.use)


def _score(fact: Fact, brief: Brief, names: tuple[str | None, ...]) -> float:
    """Higher for what the brief points at; the profile's own order decides between equals."""
    score = _NEAR * nearness(fact.statement, purpose_of(brief), names)
    leading = _LEADING.get(brief.category or "other", ())
    score += 2.0 * (fact.kind in leading) + 2.0 * bool(fact.shared) - 2.0 * fact.outdated
    score -= 3.0 * (fact.kind in _COMMON and not _tells(fact, Contact(name="")))
    for word, kinds in _ANGLES.items():
        if brief.angle and word in brief.angle.lower():
            score += 6.0 * (fact.kind in kinds or (word == "shared" and bool(fact.shared)))
    return score


def _words(*texts: str) -> set[str]:
    return {word[:7] for text in texts for word in _WORD.findall(text.lower()) if word not in _LOOSE}


def _needs(brief: Brief, profile: Profile, facts: Iterable[Fact]) -> list[str]:
    if brief.kind in _NEEDS_NOTHING:
        return []
    contact = profile.contact
    missing = lacks_purpose(brief, contact.name)
    needs = [missing] if missing else []
    if brief.kind in _NEEDS_FACT and not any(is_specific(fact, contact) for fact in facts):
        needs += _where_to_look(contact, profile)
    return needs


def lacks_purpose(brief: Brief, name: str) -> str | None:
    """What to ask the sender for where the brief does not say why to write."""
    if brief.kind in _NEEDS_NOTHING:
        return None
    if brief.purpose.strip():
        wished = brief.kind == "thank_you" and wants(brief.purpose, Contact(name=name))
        return _WISHED.format(purpose=brief.purpose.strip(), name=name or "this person") if wished else None
    return _PURPOSE[brief.kind].format(name=name or "this person")


def is_specific(fact: Fact, contact: Contact) -> bool:
    """Whether the fact says something that would not be true of most people in the same job."""
    if fact.shared:
        return True
    return _says_enough(fact, contact) and (fact.kind not in _COMMON or _tells(fact, contact))


def _says_enough(fact: Fact, contact: Contact) -> bool:
    """Whether more is said than "works in Oslo": three words that carry meaning, or a figure."""
    names = _words(contact.name)
    carrying = _words(fact.statement) - names
    # Scripts without spaces make one long word of a sentence.
    return len(carrying) >= 3 or any(char.isdigit() for char in fact.statement) or _unspaced(fact.statement) >= 8


def _unspaced(text: str) -> int:
    return max((len(word) for word in text.split() if not word.isascii()), default=0)


def lacks_evidence(brief: Brief, draft: Draft) -> bool:
    """Whether a draft that has to be about its reader cites nothing about them: filler, however fluent."""
    if brief.kind not in _NEEDS_FACT:
        return False
    return not any(sentence.facts for sentence in draft.sentences if sentence.part == "message")


def unused(profile: Profile) -> str:
    """What to gather when the facts at hand could not be made into a sentence about the reader."""
    name = profile.contact.name or "the contact"
    return (
        f"Something about {name} that can be said to them in a sentence: what they did, made or said. "
        "None of the facts found could be used as they stand; add a line of notes in your own words."
    )


def _tells(fact: Fact, contact: Contact) -> bool:
    """Whether a statement about a role tells what is done there, and not only what it is called."""
    if re.search(r"[“„«「]|\b(?!(?:19|20)\d\d\b)\d+", fact.statement):
        return True
    turned = to_you(fact.statement, contact)
    return turned is not None and not re.match(
        r"(?:.* )?you (?:\w+ly )?(?:are|were|work|serve|served|worked)\b", turned
    )


def _where_to_look(contact: Contact, profile: Profile) -> list[str]:
    name = contact.name or "the contact"
    organization = profile.organization.name if profile.organization else None
    pages = f"a page about {name}: a talk, an article, an interview, their own site or profile saved as PDF"
    needs = [f"One thing {name} has done, said or built. Look for {pages}, and add it as a source."]
    if organization:
        needs.append(
            f"What {organization} is working on now. Look at its news, product or engineering pages, and add one."
        )
    else:
        needs.append(f"Where {name} works. Give --organization, or add a page that says so.")
    needs.append(f"What you know yourself: where you met {name}, what you share. Add it as a line of notes.")
    return needs


_WHY = (
    "Why {name}, of all people? Say it in one sentence with --purpose, for instance what you hope to learn from them."
)
_WISHED = (
    "“{purpose}” is something you want, and nothing to thank {name} for. Name what they did in one sentence with "
    "--purpose, or choose another --kind."
)
_PURPOSE: Mapping[Kind, str] = {
    "introduction": _WHY,
    "advice_request": _WHY,
    "introduction_request": "Whom should {name} introduce you to, and why? Say it in one sentence with --purpose.",
    "invitation_reply": _WHY,
    "follow_up": "What is new since you last wrote to {name}? Say it in one sentence with --purpose.",
    "check_in": "What would {name} be glad to hear or get from you? Say it in one sentence with --purpose.",
    "reconnect": "Why get back in touch with {name} now? Say it in one sentence with --purpose.",
    "thank_you": "What do you thank {name} for? Name the thing in one sentence with --purpose.",
}
