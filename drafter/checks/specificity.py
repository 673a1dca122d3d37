"""Specificity: would the message be just as true of somebody else?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.checks._particular import anchored, carries, cites_fact, evidence, masked, tells_plainly
from drafter.checks._phrases import phrases
from drafter.checks._rule import Context, Hit, Rule, rule
from drafter.checks._text import Text

_WORDS = 5


@rule(
    "specificity.generic",
    severity="warning",
    advice="Name one thing only this person did, said or made, and what it meant to you.",
    bad="Hi Rune, I came across your profile and your work is impressive. Would you be open to a call about "
    "opportunities?",
    good="Hi Rune, your paper on snow drift in alpine valleys saved our hut's roof. Could we talk for 15 minutes?",
    kinds=(
        "introduction",
        "advice_request",
        "introduction_request",
        "follow_up",
        "check_in",
        "reconnect",
        "thank_you",
    ),
    languages=("en", "de", "fr", "es", "it", "pt", "ja"),
)
def generic(text: Text, context: Context) -> Iterator[Hit]:
    """The swap test: with the names masked, every sentence would be true of somebody else.

    Why: people answer those who write to them, not to their like.
    Source: house rule: put another name in and see whether anything becomes untrue.
    """
    if text.language == "ja":
        yield from _generic_unspaced(text, context)
        return
    if text.language != "en":
        yield from _generic_abroad(text, context)
        return
    if len(text.words) < _WORDS or evidence(text, context) or cites_fact(text, context) or _takes_up(text, context):
        return
    if not anchored(text, context) and not (context.channel == "sms" and tells_plainly(text, context)):
        yield Hit(0, 0, "nothing specific: it could be sent to anybody, since no sentence is about this reader alone")


def _generic_abroad(text: Text, context: Context) -> Iterator[Hit]:
    """The swap test where the phrases are not known: only a first letter, and only one without anything told."""
    from drafter.checks._abroad import says_something

    first = context.kind in ("introduction", "advice_request", "introduction_request")
    first = first and not re.search(r"\byou(?:r|rs)?\b", text.lowered)
    if (
        first
        and len(text.words) >= _WORDS
        and not cites_fact(text, context)
        and not says_something(text, masked(context))
    ):
        yield Hit(0, 0, "nothing specific: it could be sent to anybody, since no sentence is about this reader alone")


def _generic_unspaced(text: Text, context: Context) -> Iterator[Hit]:
    """The swap test for a first letter in Japanese, where words are told by their signs."""
    from drafter.checks._abroad import says_something_unspaced

    first = context.kind in ("introduction", "advice_request", "introduction_request")
    if first and not cites_fact(text, context) and not says_something_unspaced(text.text):
        yield Hit(0, 0, "nothing specific: it could be sent to anybody, since no sentence is about this reader alone")


def _takes_up(text: Text, context: Context) -> bool:
    """Whether a follow-up goes on with the matter of an earlier message, which nobody else had."""
    if context.kind != "follow_up":
        return False
    earlier = " ".join(f"{one.subject or ''} {one.message}" for one in context.history).lower()
    known = {word[:6] for word in re.findall(r"[^\W\d_]{5,}", earlier)}
    return len({word.text.lower()[:6] for word in text.words if len(word.text) > 4} & known) >= 2


@rule(
    "specificity.no_fact",
    severity="warning",
    advice="Build it on one fact of the profile; if none fits, gather more first.",
    bad="Hi Rune, I should like to learn how your group works. Could we talk for 15 minutes on Friday?",
    good="Hi Rune, your group measured snow drift on forty alpine huts. Could we talk for 15 minutes on Friday?",
    needs=("profile",),
    example=lambda: _example_profile(),
)
def no_fact(text: Text, context: Context) -> Iterator[Hit]:
    """No sentence rests on a fact of the profile.

    Why: what was gathered is the reason to write; unused, the reader cannot know it.
    Source: promise of this program: no fluent filler.
    """
    profile = context.profile
    if (
        profile is None
        or not profile.facts
        or context.kind in ("check_in", "invitation_reply", "thank_you", "follow_up")
    ):
        return
    if cites_fact(text, context) or evidence(text, context) or len(text.words) < 2 * _WORDS:
        return
    told = {word.text.lower() for word in text.words if len(word.text) > 3}
    for fact in profile.facts:
        if (
            len((_words(fact.statement, fact.quote) & told) - {part.lower() for part in profile.contact.name.split()})
            >= 2
        ):
            return
    yield Hit(0, 0, "nothing specific: no sentence uses a fact of the profile")


@lru_cache(maxsize=1024)
def _words(statement: str, quote: str) -> frozenset[str]:
    return frozenset(word.lower().strip(".,;:") for word in f"{statement} {quote}".split() if len(word) > 3)


def _example_profile() -> Context:
    from drafter.models import Contact, Fact, Note, Profile

    quote = "measured snow drift on forty alpine huts"
    note = Note(id="n1", origin="page", kind="typed", sha256="", text=quote)
    fact = Fact(id="f1", statement=f"The group {quote}.", quote=quote, note="n1", start=0, end=len(quote))
    return Context(profile=Profile(contact=Contact(name="Rune Aasen"), notes=(note,), facts=(fact,)))


@rule(
    "specificity.praise",
    severity="warning",
    slip=True,
    advice="Say what exactly you liked, or leave the praise out.",
    bad="Your impressive background caught my attention.",
    good="Your table of drift factors is the only one with wind from two sides.",
    parts=("message", "voicemail"),
    languages=("en", "de", "fr", "es", "pt"),
)
def praise(text: Text, context: Context) -> Iterator[Hit]:
    """Praise without a fact: generic flattery that fits anyone.

    Why: readers take it as the mark of a mass mailing.
    Source: Vonk, "The Slime Effect" (1998): likeable behaviour towards superiors raises suspicion of ulterior motives.
    """
    for span in phrases(text, "specificity.praise"):
        if not carries(text, context, span.start):
            yield Hit(span.start, span.end, f"generic praise without a fact: “{span.text}”")


@rule(
    "specificity.restated",
    severity="warning",
    slip=True,
    advice="They know their own CV: say what in it led you to them, or leave it out.",
    bad="I noticed your 6 years of experience in logistics at Norva.",
    good="Your note on why Norva moved its night shift to rail made me think.",
    parts=("message", "voicemail"),
    languages=("en",),
)
def restated(text: Text, context: Context) -> Iterator[Hit]:
    """The reader's own profile told back to them: job, years, skills.

    Why: it proves that a profile was opened, not that it was read.
    Source: house rule.
    """
    milder = "hint" if evidence(text, context) else None
    for span in phrases(text, "specificity.restated"):
        # "Your work with Ida Falk" names a person, not a skill.
        if re.match(r"\s+[A-ZÀ-Þ]\w+\s+[A-ZÀ-Þ]", text.text[span.end :]) and span.text.endswith("with"):
            continue
        yield Hit(span.start, span.end, f"“{span.text}” only restates their profile", severity=milder)  # type: ignore[arg-type]


@rule(
    "specificity.fit",
    severity="warning",
    slip=True,
    advice="Name the one thing of theirs that fits and what it would be for.",
    bad="I think you would be a great fit for this position.",
    good="The role needs someone who has moved a warehouse during a strike, as you did in Turku.",
    parts=("message", "voicemail"),
    languages=("en",),
)
def fit(text: Text, context: Context) -> Iterator[Hit]:
    """A claim that the reader is a perfect match, without a reason.

    Why: everyone on the list is told so.
    Source: house rule.
    """
    for span in phrases(text, "specificity.fit"):
        if not carries(text, context, span.start):
            yield Hit(span.start, span.end, f"a claim of fit without a specific reason: “{span.text}”")


_FIRST = re.compile(r"^\W*(?:[\w']+,?\s){0,4}?(?:i|i'm|i've|i'd|my|we|we're|we've|our)\b")


@rule(
    "specificity.self",
    severity="warning",
    advice="Begin with what of theirs made you write, and keep two sentences about yourself.",
    bad="I studied law in Ghent. Then I worked for a bank. I like maps. I am punctual. I hope to hear from you.",
    good="Your map of the night buses is clear. I studied law in Ghent. Then I drew maps. Which ink do you use?",
    kinds=("introduction", "advice_request", "reconnect"),
    channels=("email", "linkedin_message", "inmail"),
    languages=("en",),
    thresholds={"specificity.self": 4},
)
def only_self(text: Text, context: Context) -> Iterator[Hit]:
    """A message that is all about its writer.

    Why: nothing in it says why this reader should read it.
    Source: house rule; a test that press officers teach: count how often you name yourself and how often the reader.
    """
    if re.search(r"\byours?\b|\?", text.lowered) or len(re.findall(r"\byou\b", text.lowered)) > 1:
        return
    told = [span for span in text.sentences if len(span.text.split()) > 2]
    own = [span for span in told if _FIRST.search(text.lowered[span.start : span.end])]
    if len(own) >= context.figure("specificity.self") and len(own) >= 0.7 * len(told):
        yield Hit(
            0, 0, f"all about its writer: {len(own)} of {len(told)} sentences begin with themself, none with the reader"
        )


_PLACE = r"(?:the\s)?(?P<name>\b[A-ZÀ-Þ][\w&-]{1,30}(?:\s(?:&\s)?[A-ZÀ-Þ][\w&-]{1,30}){0,2})"
# Where the writer would like to be, or what they look up to: there stands the one organisation the letter is for.
_WANTED = re.compile(
    r"(?:\b(?:join(?:ing)?|(?:be|being|become|becoming)\s(?:a\s)?part\sof|work(?:ing)?\s(?:at|for)|contribut(?:e|ing)\sto"
    r"|(?:position|role|job|opening|vacancy|internship|placement|career|opportunity|opportunities|interview)\s(?:at|with|in)"
    r"|(?:fit|asset|addition)\s(?:for|at|with|to)|admired?|(?:followed|following)|bring\s[^.?!\n]{1,40}?\sto"
    r"|interest(?:ed)?\sin|applying\sto|what\smakes|everything\sthat)\s)" + _PLACE
)
_THEIRS = re.compile(
    _PLACE
    + r"(?:\sis\swhere|['’]s?\s(?:mission|values|team|culture|vision|engineers|work|products?|growth|reputation))\b"
)
_PAST = re.compile(
    r"\b(?:(?:i|we)\s(?:was|were|am|had|did|left|worked|studied|currently|have\s(?:been|had|held|worked))|i'm|previous|former"
    r"|last|current|past|my)\b[^.?!\n]{0,60}$",
    re.IGNORECASE,
)
_STATIONS = re.compile(
    r"\b(?:work(?:ing)?|role|job|position|internship|placement|career|interview|interest)", re.IGNORECASE
)


@rule(
    "specificity.mixed_up",
    severity="warning",
    advice="Read every name once more: one of them comes from another letter.",
    bad="Dear Mira, I have admired Ghent Trams since school. It would be a dream to join Norva Logistics.",
    good="Dear Mira, I left Norva Logistics in May. It would be a dream to join Ghent Trams.",
    kinds=("introduction", "advice_request", "follow_up", "thank_you"),
    languages=("en",),
)
def mixed_up(text: Text, context: Context) -> Iterator[Hit]:
    """Two organisations take turns as the one the letter is for.

    Why: it proves that the letter was copied, and that nobody read it over.
    Source: house rule; what recruiters name first among the faults of applications.
    """
    first: re.Match[str] | None = None
    for match in sorted((*_WANTED.finditer(text.text), *_THEIRS.finditer(text.text)), key=re.Match.start):
        before = text.text[max(0, match.start() - 80) : match.start()].rpartition(". ")[2]
        if _STATIONS.match(match.group()) and _PAST.search(before):
            continue
        if first is None:
            first = match
        elif _apart(first["name"], match["name"]):
            told = f"“{first['name']}” and then “{match['name']}”: the letter is for one of them"
            yield Hit(match.start("name"), match.end("name"), told)
            return


def _apart(one: str, other: str) -> bool:
    """Whether two names have no word in common and neither is the other's initials."""
    mine, theirs = one.lower().split(), other.lower().split()
    initials = ["".join(word[0] for word in words) for words in (mine, theirs)]
    return not {*mine} & {*theirs} and other.lower() not in initials and one.lower() not in initials


RULES: tuple[Rule, ...] = (generic, no_fact, praise, restated, fit, only_self, mixed_up)
