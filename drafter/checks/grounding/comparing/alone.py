"""One part of a claim by itself: a figure, name, title or role that stands nowhere, or with somebody else only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks._text import WORD
from drafter.checks.grounding.comparing import figures, periods, reckoning
from drafter.checks.grounding.comparing.listed import listed
from drafter.checks.grounding.reading.naming import plain_words
from drafter.checks.grounding.reading.tense import is_beginning
from drafter.checks.grounding.reading.wording import ASKED, NOW, OLD_SAYING, PAST
from drafter.checks.grounding.sender.own import meets
from drafter.language.derived import akin
from drafter.language.meaning import fold

if TYPE_CHECKING:
    from drafter.checks._rule import Context
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.claims import Claim
    from drafter.checks.grounding.reading.item import Item
    from drafter.checks.grounding.statements import Fault

    Told = tuple[Fault, int, int, str]


def fault(item: Item, claim: Claim, match: Match, context: Context) -> Told | None:
    """A part that stands nowhere at all."""
    if item.sort in ("number", "date"):
        if exempt(item, claim) or _borne_out(item, claim, match, context):
            return None
        sort: Fault = "date" if item.sort == "date" else "number"
        return (sort, item.start, item.end, f"no note has “{item.text}”")
    if item.sort == "name":
        return _name(item, match)
    if item.sort == "quote":
        known = match.scope.together(item, share=0.8)
        return None if known else ("quote", item.start, item.end, f"no note has the title “{item.text}”")
    if item.sort == "role":
        return _role(item, claim, match, context)
    return None


def _borne_out(item: Item, claim: Claim, match: Match, context: Context) -> bool:
    """Whether the sources have a figure or date, or give it to who reckons."""
    sentence, at, evidence = claim.sentence.text, item.start - claim.sentence.start, match.scope.evidence
    return (
        bool(figures.holders(item, evidence))
        or bool(OLD_SAYING.match(sentence[at:]))
        or figures.between(item, sentence, evidence)
        or listed(item, match)
        or reckoning.reckoned(item, sentence, match, context)
        or (figures.made(item, evidence, sentence) and not reckoning.told_already(item, sentence, match))
    )


def _name(item: Item, match: Match) -> Told | None:
    missing = match.scope.unknown_name(item)
    if missing:
        return ("name", item.start, item.end, f"no note names “{missing}”")
    foreign = None if fold(item.text) in match.scope.allowed else match.foreign_owner([item])
    return ("person", item.start, item.end, f"the notes say “{item.text}” of {foreign}") if foreign else None


def exempt(item: Item, claim: Claim) -> bool:
    """Figures that claim nothing: small counts in questions, "one of", days proposed for a meeting."""
    if item.date:
        return claim.soft and (item.date.day is not None or item.date.year is None)
    assert item.number is not None
    if claim.soft or ASKED.match(claim.sentence.text[item.end - claim.sentence.start :]):
        return True
    return item.number.unit in ("plain", "ordinal") and item.number.spelled and item.number.value in (1, 2)


def _role(item: Item, claim: Claim, match: Match, context: Context) -> Told | None:
    holders = match.scope.windows_with(item)
    holders = [window for window in holders if window.tight] or holders
    own = [window for window in holders if match.scope.is_about(window, item)]
    if not holders:
        if match.scope.language not in match.scope.evidence.languages or _made_of_a_sentence(item, match):
            return None
        return ("title", item.start, item.end, f"no note has the title “{item.text}”")
    if not own:
        owner = holders[0].owner or match.scope.other_holder(holders[0], item) or "somebody else"
        message = f"“{item.text}” is said of {owner}, not of {match.scope.subject or 'the contact'}"
        return ("person", item.start, item.end, message)
    said = claim.sentence.text
    names = [part for part in match.parts if part.sort == "name" and fold(part.text) not in match.scope.contact]
    told = [window for window in own if any(meets(part, window) for part in names)] or own
    over = periods.told_as_over(item, told, match, role=role_of(context))
    if over and NOW.search(said) and not PAST.search(said) and not is_beginning(said):
        return ("outdated", item.start, item.end, f"“{item.text}” is a former role")
    return None


def _made_of_a_sentence(item: Item, match: Match) -> bool:
    """Whether a title is made of the words of one sentence about the subject ("historian of art": "art history")."""
    words = [word for word in WORD.findall(item.text) if fold(word) not in plain_words()]
    windows = (one for one in match.scope.evidence.windows if one.tight and match.scope.is_about(one))
    return len(words) > 1 and any(
        all(any(akin(word, told) for told in WORD.findall(window.text)) for word in words) for window in windows
    )


def role_of(context: Context) -> str | None:
    """What the contact is now, as far as the profile knows."""
    return context.profile.contact.role if context.profile else None
