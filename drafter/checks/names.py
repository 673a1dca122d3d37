"""Names: the reader, the organisation and the weekday are called what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache

from drafter.checks._example_profile import known
from drafter.checks._greeted import NAME_WORD, TITLES, accepted, greeted
from drafter.checks._rule import Context, Hit, Rule, rule
from drafter.checks._text import WORD, Text
from drafter.language.meaning import fold

_CLOSE = 0.72


@rule(
    "names.recipient",
    severity="error",
    advice="Write the reader's name exactly as they write it.",
    bad="Hi Inse,\n\nYour talk on drying wood stayed with me.",
    good="Hi Ines,\n\nYour talk on drying wood stayed with me.",
    parts=("message", "voicemail"),
    needs=("contact",),
    example=known,
)
def recipient(text: Text, context: Context) -> Iterator[Hit]:
    """The greeting misspells the reader's name or calls somebody else.

    Why: the name is the first word read; wrong, it is the last.
    Source: house rule; Carnegie, How to Win Friends and Influence People (1936), calls a person's name the
    most important sound there is to them.
    """
    from drafter.language.names import parse
    from drafter.language.scripts import latin_name

    found = greeted(text)
    if not found or not context.contact:
        return
    start, end, name = found
    titled = TITLES.match(name)
    bare = name[titled.end() :] if titled else name
    start += titled.end() if titled else 0
    people = [parse(context.contact)]
    if context.profile:
        own = context.profile.contact.name
        people.append(parse(own))
        latin = latin_name(own, (note.text for note in context.profile.notes)) if not own.isascii() else None
        people += [parse(latin)] if latin else []
    if not bare or any(accepted(bare, person) for person in people) or _is_organization(bare, context):
        return
    near = max(
        _closeness(bare, part) for person in people for part in (person.given, person.family, person.plain) if part
    )
    message = (
        f"“{bare}” is not how {context.contact} is written"
        if near >= _CLOSE
        else f"the message is for {context.contact}, not “{bare}”"
    )
    yield Hit(start, end, message)


def _closeness(one: str, other: str) -> float:
    from rapidfuzz.distance import OSA

    return float(OSA.normalized_similarity(fold(one), fold(other)))


def _is_organization(name: str, context: Context) -> bool:
    """Whether the greeting is to the organisation or its team."""
    organization = context.organization.name if context.organization else ""
    words = {fold(word) for word in WORD.findall(f"{organization} {context.contact}")} | {"team", "the", "at"}
    return all(fold(word) in words for word in WORD.findall(name))


# "You, Susan," and "As I said, Dr Falk, you …" speak to somebody; "my tutor, Dr Falk, said" speaks of them.
_SPOKEN_TO = re.compile(
    r"(?:\b(?:you|yourself|yours|above|again|say|said|hope|please|thanks|so|and|well|know|see|sure)|(?:^|[.!?]\s))"
    rf",?\s(?P<titled>(?i:mr|mrs|ms|miss|dr|prof|professor|herr|frau)\.?\s{NAME_WORD})\s?[,!?]"
    rf"|\b[Yy]ou,\s(?P<given>{NAME_WORD})[,!?.]"
)


@rule(
    "names.addressed",
    severity="error",
    advice="Read the whole message once for the name; this looks like a piece of another one.",
    bad="Dear Dr Falk,\n\nYour talk on drying wood stayed with me. As I said, Dr Brandt, we dry ours outdoors.",
    good="Dear Dr Falk,\n\nYour talk on drying wood stayed with me. My teacher, Dr Brandt, dries it outdoors.",
)
def addressed(text: Text, context: Context) -> Iterator[Hit]:
    """The message speaks to somebody else than it greets.

    Why: a name left over from another letter shows that this one was not written for its reader.
    Source: house rule; the commonest slip of a copied letter.
    """
    found = greeted(text)
    if not found:
        return
    titled = TITLES.match(found[2])
    known_as = {fold(word) for word in WORD.findall(f"{found[2]} {context.contact or ''}")}
    # A given name after "Dear Dr Falk" may well be Falk's own.
    comparable = "titled" if titled or " " in found[2] else "given"
    for match in _SPOKEN_TO.finditer(text.text, found[1]):
        if match.lastgroup != comparable and not context.contact:
            continue
        name = match.group(match.lastgroup or "given")
        if fold(name.split()[-1]) not in known_as and name.split()[-1][0].isupper():
            start = match.start(match.lastgroup or "given")
            yield Hit(start, start + len(name), f"the message greets “{found[2]}” and then speaks to “{name}”")


@rule(
    "names.family_first",
    severity="warning",
    advice="Use the given name, or a title with the family name.",
    bad="Hi Falk,\n\nYour talk on drying wood stayed with me.",
    good="Dear Ms Falk,\n\nYour talk on drying wood stayed with me.",
    parts=("message", "voicemail"),
    needs=("contact",),
    example=known,
)
def family_first(text: Text, context: Context) -> Iterator[Hit]:
    """The family name alone, as if it were the given name; or a title with the given name.

    Why: "Hi Smith" and "Dear Mr John" are what a mail merge writes with its columns swapped.
    Source: house rule.
    """
    from drafter.language.names import parse

    found = greeted(text)
    if not found or not context.contact:
        return
    start, end, name = found
    person = parse(context.contact)
    titled = TITLES.match(name)
    bare = name[titled.end() :] if titled else name
    if not person.family or not person.given or not person.given[0].isupper():
        return
    if not titled and fold(bare) == fold(person.family) != fold(person.given):
        yield Hit(start, end, f"“{bare}” is the family name of {context.contact}")
    elif (
        titled
        and fold(bare) == fold(person.given) != fold(person.family)
        and fold(titled["title"]).strip(". ") not in ("don", "dona")
    ):
        yield Hit(start, end, f"a title goes with the family name, and “{bare}” is the given name")


@rule(
    "names.title",
    severity="warning",
    advice="Use the title that the sources give, or none.",
    bad="Dear Professor Falk,\n\nYour talk on drying wood stayed with me.",
    good="Dear Ines Falk,\n\nYour talk on drying wood stayed with me.",
    parts=("message", "voicemail"),
    needs=("contact", "profile"),
    example=known,
)
def title(text: Text, context: Context) -> Iterator[Hit]:
    """A learned title in the greeting that no source gives.

    Why: a title that is not held embarrasses both sides.
    Source: house rule.
    """
    found = greeted(text)
    titled = TITLES.match(found[2]) if found else None
    if not found or not titled or not context.profile:
        return
    learned = re.search(r"\b(dr|doctor|prof|professor)\b", titled["title"], re.IGNORECASE)
    contact = context.profile.contact
    told = " ".join(
        filter(
            None,
            (
                contact.title,
                contact.suffix,
                contact.role,
                contact.name,
                context.contact,
                *(n.text for n in context.profile.notes),
            ),
        )
    )
    pattern = (
        r"\b(?:prof|chair of)"
        if learned and learned.group().lower().startswith("p")
        else r"\b(?:dr\b|doctor|ph\.?\s?d|dphil|prof|m\.?d\b|promov)|博士|教授"
    )
    if learned and not re.search(pattern, told, re.IGNORECASE):
        yield Hit(
            found[0], found[0] + len(titled["title"].rstrip()), f"no source gives the title “{titled['title'].strip()}”"
        )


@rule(
    "names.organization",
    severity="error",
    advice="Write the organisation's name exactly as it writes itself.",
    bad="Hi Ines,\n\nHow does Torvlad Timber plan its shifts?",
    good="Hi Ines,\n\nHow does Torvald Timber plan its shifts?",
    parts=("subject", "message", "voicemail", "conversation"),
    needs=("organization",),
    example=known,
)
def organization(text: Text, context: Context) -> Iterator[Hit]:
    """The organisation's name with a letter wrong, missing, doubled or swapped.

    Why: people forgive a misspelt word sooner than a misspelt employer.
    Source: house rule.
    """
    assert context.organization is not None
    own = [word for word in WORD.findall(context.organization.name) if len(word) >= 5]
    right = _folded(*_all_known(context))
    for word in text.words:
        if word.text.islower():
            continue
        said = fold(word.text.removesuffix("'s").removesuffix("’s"))
        if len(said) < 4 or said in right or not any(char.isupper() for char in word.text):
            continue
        for part in own:
            if fold(part)[0] == said[0] and _misspelt(said, fold(part)):
                yield Hit(word.start, word.start + len(said), f"“{part}” is misspelt")
                break


def _all_known(context: Context) -> Iterator[str]:
    yield context.organization.name if context.organization else ""
    yield context.contact or ""
    if context.profile:
        yield from (note.text for note in context.profile.notes)
    if context.sender:
        yield from (context.sender.name, context.sender.organization or "", *context.sender.facts)


# One profile holds for many messages, and for each letter that is typed.
@lru_cache(maxsize=16)
def _folded(*texts: str) -> frozenset[str]:
    return frozenset(fold(word) for text in texts for word in WORD.findall(text))


def _misspelt(said: str, right: str) -> bool:
    from rapidfuzz.distance import OSA

    inflected = said.startswith(right) or right.startswith(said)
    return not inflected and OSA.distance(said, right) <= (1 if len(right) < 8 else 2)


@rule(
    "names.weekday",
    severity="error",
    advice="Look the date up, and name the day and the date that belong together.",
    bad="Hi Ines,\n\nWould Tuesday, 5 March 2025 suit you?",
    good="Hi Ines,\n\nWould Wednesday, 5 March 2025 suit you?",
    parts=("subject", "message", "voicemail", "conversation"),
)
def weekday(text: Text, context: Context) -> Iterator[Hit]:
    """A weekday that does not go with its date, or a date that does not exist.

    Why: the reader cannot know which of the two was meant, and has to ask.
    Source: house rule.
    """
    # Here, not above: its expressions take a while to compile, and only some messages need them.
    from drafter.language import dates

    for date in dates.find(text.text):
        if not date.month or not date.day or (date.year is None and context.today is None):
            continue
        year = date.year or (context.today.year if context.today else 0)
        day = date.day_of(year)
        if not date.year and day and context.today and day < context.today - timedelta(days=60):
            day = date.day_of(year + 1)
        if day is None:
            yield Hit(date.start, date.end, f"there is no {date.text}")
        elif date.weekday is not None and day.weekday() != date.weekday:
            yield Hit(date.start, date.end, f"{day.isoformat()} is a {day:%A}")


NAMES_RULES: tuple[Rule, ...] = (recipient, addressed, family_first, title, organization, weekday)
