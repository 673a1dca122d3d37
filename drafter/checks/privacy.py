"""Privacy: what a stranger should not bring up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks._rule import EVERY_PART, Context, Hit, Rule, rule
from drafter.checks._said import said
from drafter.checks._text import Text

# "Shall I show you how it looks?" speaks of a thing.
_PLACES = frozenset({"hospital", "hospitals", "church", "churches", "clinic", "union", "court", "school", "ward"})
_THING = re.compile(r"\bhow (?:it|this|that|they|these) looks?$")
_SYMPATHY = re.compile(r"\b(?:sorry|condolences|sympathy|thinking of you|get well|hope (?:you|she|he|they)|so glad)\b")


@rule(
    "privacy.sensitive",
    severity="warning",
    slip=True,
    advice="Leave it out unless they brought it up with you.",
    bad="I was sorry to hear about your divorce.",
    good="I was glad to hear about your new map.",
    parts=EVERY_PART,
    languages=("en",),
)
def sensitive(text: Text, context: Context) -> Iterator[Hit]:
    """Health, faith, politics, family or money of the reader.

    Why: it frightens people to be known so.
    Source: the special categories of the GDPR, article 9 (health, faith, politics, origin, sexuality,
    union); family and money are a house rule.
    """
    # Between people who know each other, sympathy is no intrusion.
    known = context.kind in ("check_in", "reconnect", "thank_you")
    for hit in said(text, "privacy.sensitive", "a private matter of the reader"):
        # "You must be sick of it" is no illness.
        if text.lowered[hit.end :].startswith((" of ", " and tired")):
            continue
        if _is_theirs_in_public(text.lowered[hit.start : hit.end], context):
            continue
        kindly = known and _SYMPATHY.search(text.lowered)
        yield Hit(hit.start, hit.end, hit.message, severity="hint" if kindly else None)


def _is_theirs_in_public(words: str, context: Context) -> bool:
    """Whether it is their work: a hospital of which a fact tells that is not marked as sensitive."""
    if _THING.search(words):
        return True
    last = re.findall(r"\w+", words)[-1:]
    if not last or last[0] not in _PLACES or context.profile is None:
        return False
    told = (fact.statement for fact in context.profile.facts if not fact.sensitive)
    places = " ".join([*told, context.profile.organization.name if context.profile.organization else ""]).lower()
    return last[0] in re.findall(r"\w+", places)


@rule(
    "privacy.found_contact",
    severity="warning",
    advice="Leave out how you got it, or name the person who gave it.",
    bad="I found your personal number online.",
    good="Jon Vale gave me your address at the print shop.",
    parts=EVERY_PART,
    languages=("en",),
)
def found_contact(text: Text, context: Context) -> Iterator[Hit]:
    """The reader is told that their contact details were dug up.

    Why: it is the first question of someone who feels followed.
    Source: house rule; the GDPR, article 14, has organisations say where they got data.
    """
    yield from said(text, "privacy.found_contact", "private contact details were dug up")


@rule(
    "privacy.contact_details",
    severity="error",
    advice="Take their own details out of the text.",
    bad="I have your number as +49 30 555 0199.",
    good="My number is 030 555 0142.",
    parts=EVERY_PART,
    needs=("profile",),
    example=lambda: _example_profile(),
)
def contact_details(text: Text, context: Context) -> Iterator[Hit]:
    """The reader's own telephone number or address in the text.

    Why: a message gets forwarded; what is in it leaks.
    Source: promise of this program: contact details stay with the person who writes.
    """
    contact = context.profile.contact if context.profile else None
    if contact and contact.email and (at := text.text.lower().find(contact.email.lower())) >= 0:
        yield Hit(at, at + len(contact.email), "the reader's own e-mail address")
    digits = re.sub(r"\D", "", (contact.phone if contact else None) or "")[-7:]
    if len(digits) == 7 and (match := re.search(r"\D{0,3}".join(digits), text.text)):
        yield Hit(match.start(), match.end(), "the reader's own phone number")


def _example_profile() -> Context:
    from drafter.models import Contact, Profile

    return Context(profile=Profile(contact=Contact(name="Mira Holt", phone="+49 30 555 0199")))


_PAPERS = (
    r"social security(?: number)?|\bssn\b|date of birth|passport|\bid card|identity card|national id"
    r"|driver'?s licen[sc]e|bank (?:details|account)|account number|credit card|card number|\biban\b|visa copy"
    r"|copy of your visa|tax id|password|\bpin\b|one-time code|verification code"
)
_ASKED = r"send|share|provide|confirm|submit|forward|e-?mail|give|text|attach|reply with|need"
# Seen quickly, and absent from most messages.
_SIGNS = (
    *("social", "ssn", "birth", "passport", "card", "national id", "tax id", "licen", "account", "bank", "iban"),
    *("visa", "password", "pin", "code"),
)
_SECRET = re.compile(_PAPERS)
_IDENTITY = re.compile(rf"\b(?:{_ASKED})\b[^.!?\n]{{0,60}}?(?:{_PAPERS})", re.IGNORECASE)


@rule(
    "privacy.identity_request",
    severity="error",
    advice="Never ask for it by message; whoever needs it has a safe way to receive it.",
    bad="Please send me your date of birth and a copy of your passport so that I can submit you.",
    good="Please send me the title of the paper you passed around in Ghent.",
    parts=EVERY_PART,
    languages=("en",),
)
def identity_request(text: Text, context: Context) -> Iterator[Hit]:
    """Papers, birth date, bank details or passwords asked of the reader.

    Why: it is what fraud asks for, and honest writers are taken for it.
    Source: house rule; what consumer protection agencies warn of in job scams.
    """
    if not any(sign in text.lowered for sign in _SIGNS) or not _SECRET.search(text.lowered):
        return
    for match in _IDENTITY.finditer(text.text):
        yield Hit(match.start(), match.end(), "identity papers or bank details are asked for")


RULES: tuple[Rule, ...] = (sensitive, found_contact, contact_details, identity_request)
