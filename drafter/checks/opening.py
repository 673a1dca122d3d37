"""Opening: the first words decide whether the rest is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from drafter.checks._particular import carries, cites_fact
from drafter.checks._phrases import phrases
from drafter.checks._rule import Context, Hit, Rule, rule
from drafter.checks._said import said
from drafter.checks._text import Text

_NAMELESS = re.compile(
    r"^\s*(?:hi|hello|hey|greetings|good (?:morning|day|afternoon|evening)|hallo|guten tag|bonjour|hola)\s*[,!.—–-]",
    re.I,
)
# A merged field that held a firm or an office: "Dear Norva Representative,".
_OFFICE = re.compile(
    r"^\s*(?:dear|hi|hello|hey|greetings|good (?:morning|day|afternoon|evening))\s[^,:!\n.]{0,60}"
    r"\b(?:representatives?|team|department|office|staff|management|manager|recruiter|customer|subscriber|member|owner|partner|committee"
    r"|support|company|employees?|leadership|founders|personnel|admin(?:istrator)?)\s*[,:!—–-]",
    re.IGNORECASE,
)
# "Hey, Mira –" names the reader; "Hey, my name's …" goes straight to the writer, as one does in a hurry.
_NAMED_AFTER = re.compile(
    r"[\s,]*(?:(?-i:[A-ZÀ-Þ])[\w'’-]+[\s]*(?:[,!:.—–-]|from\b|here\b|at\b)|(?:my name|i['’]m|i am)\b)", re.IGNORECASE
)
# "Estimada señora Ibarrola": what looks like nobody's greeting is the title before a name.
_TITLED = re.compile(r"(?<=or|ra|me|ur|er|au|am)\.?\s(?-i:(?:de\s|da\s|von\s)?[A-ZÀ-Þ][a-zà-ÿ]+)")
_REASON = re.compile(r"\b(?:because|since|about|regarding|after|weil|wegen|parce qu|car|au sujet|porque|por su|sobre)")
_GREETING = frozenset("hi hello hey dear good morning afternoon evening greetings".split())


@rule(
    "opening.stock",
    severity="warning",
    slip=True,
    advice="Begin with the reason you write to this person.",
    bad="Hi Mira, I hope this email finds you well. I came across your profile.",
    good="Hi Mira, your map of night buses got me home twice last week.",
    languages=("en", "de", "fr", "es", "pt", "ja", "zh"),
)
def stock(text: Text, context: Context) -> Iterator[Hit]:
    """A stock opener that every mass mailing has.

    Why: the preview line shows it instead of the reason.
    Source: house rule.
    """
    # "I'm writing to you because of your tests with frost" is stock words before a good reason.
    for hit in said(text, "opening.stock", "a stock opening"):
        proven = carries(text, context, hit.start) or cites_fact(text, context, hit.start)
        reasoned = proven and _REASON.search(text.lowered[hit.start : hit.end + 30])
        yield Hit(hit.start, hit.end, hit.message, severity="hint" if reasoned else None)


@rule(
    "opening.impersonal",
    severity="warning",
    advice="Greet the person by name.",
    bad="Dear Sir or Madam, your map of night buses got me home.",
    good="Dear Mira, your map of night buses got me home.",
    kinds=("introduction", "advice_request", "introduction_request", "reconnect", "follow_up", "thank_you"),
)
def impersonal(text: Text, context: Context) -> Iterator[Hit]:
    """A greeting that names nobody.

    Why: it says that the writer does not know who reads.
    Source: house rule.
    """
    found = [one for one in phrases(text, "opening.impersonal") if not _TITLED.match(text.text, one.end)]
    if found:
        yield Hit(found[0].start, found[0].end, f"an impersonal greeting: “{found[0].text}”")
    elif context.kind != "thank_you" and (match := _OFFICE.match(text.text)):
        yield Hit(match.start(), match.end(), f"the greeting names an office, not a person: “{match.group().strip()}”")
    elif (match := _NAMELESS.match(text.text)) and not _NAMED_AFTER.match(text.text[match.end() :]):
        yield Hit(match.start(), match.end(), "the greeting names nobody")


_AGAIN = re.compile(
    r"(?:(?<=[.!?…])[ \t]+|\n\s*)(?P<greeting>(?:hi|hello|hey|dear|hallo|liebe[rs]?|sehr geehrte[rs]?|bonjour|hola)\s"
    r"(?P<name>(?-i:(?:[A-ZÀ-Þ][\w'’.-]{0,30}\s){0,3}[A-ZÀ-Þ][\w'’-]{1,30})))[,!:]",
    re.IGNORECASE,
)
_LOOKED_AT = 3
# What follows is for somebody else to read.
_FORWARDED = re.compile(
    r"^\s*(?:-{2,}|_{3,}|>)|forward|pass (?:this|it|the note) on|weiterleit|transf[eé]r", re.IGNORECASE | re.MULTILINE
)


# "Congratulations on the prize, Ms Meyer!" in a letter to Ms Falk.
_CALLED = re.compile(
    r"\b(?:thank you|thanks|congratulations|congrats|well done|bravo|cheers)\b[^.!?\n]{0,60}?,\s"
    r"(?P<name>(?-i:(?:(?:Mr|Mrs|Ms|Dr|Prof|Professor)\.?\s)?[A-ZÀ-Þ][\w'’-]{1,30}))\s?[.!](?:\s|$)",
    re.IGNORECASE,
)
_TITLES = frozenset("mr mrs ms dr prof professor".split())


@rule(
    "opening.second",
    severity="warning",
    advice="Keep the greeting of the person who is to read it, and look at the rest: it may be another one's letter.",
    bad="Hi Mira,\n\nyour map of night buses got me home. Hi Jonas, could we talk on Friday?",
    good="Dear Mira, dear Jonas,\n\nyour map of night buses got me home. Could we talk on Friday?",
)
def second(text: Text, context: Context) -> Iterator[Hit]:
    """A second greeting, to somebody else, in the middle of the message.

    Why: it tells that the letter was put together from other people's letters.
    Source: house rule.
    """
    for match in islice(_AGAIN.finditer(text.text), _LOOKED_AT):
        before = text.text[: match.start()]
        told = set(re.findall(r"\w+", before.lower()))
        if before.strip() and told.isdisjoint(match["name"].lower().split()) and not _FORWARDED.search(before):
            greeting = match["greeting"]
            yield Hit(
                match.start("greeting"), match.end("greeting"), f"a second greeting, to somebody else: “{greeting}”"
            )
    called = _CALLED.search(text.text)
    greeted = re.match(r"\W*(?:hi|hello|hey|dear)\s([^,!:\n]{2,60})[,!:]", text.text, re.IGNORECASE)
    if called and greeted:
        named = set(re.findall(r"\w+", called["name"].lower())) - _TITLES
        if named.isdisjoint(re.findall(r"\w+", greeted[1].lower())) and called.start() > 0:
            yield Hit(called.start("name"), called.end("name"), f"it calls somebody else: “{called['name']}”")


@rule(
    "opening.self",
    severity="hint",
    advice="Turn the first sentence round so that it begins with them.",
    bad="Hi Mira,\n\nI am a product manager with ten years behind me. Your map of night buses is clear.",
    good="Hi Mira,\n\nYour map of night buses is clear. I am a product manager and use it daily.",
    kinds=("introduction", "advice_request", "reconnect"),
    languages=("en",),
)
def self_first(text: Text, context: Context) -> Iterator[Hit]:
    """The first sentence is about the writer.

    Why: a stranger's life story is no reason to read on.
    Source: house rule.
    """
    words = [token for token in text.tokens[:12] if token.word not in _GREETING]
    for token in words[:3]:
        if token.word in ("i", "my", "we", "our"):
            second = next((other.word for other in text.tokens if other.start > token.start), "")
            if token.word in ("my", "our") or second in (
                "am",
                "work",
                "run",
                "lead",
                "help",
                "are",
                "have",
                "represent",
                "name",
            ):
                yield Hit(token.start, token.end, "the message begins with its writer")
            return


RULES: tuple[Rule, ...] = (stock, impersonal, second, self_first)
