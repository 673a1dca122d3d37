"""Tone: what makes a reader draw back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.checks._phrases import phrases
from drafter.checks._rule import Context, Hit, Rule, rule
from drafter.checks._said import said
from drafter.checks._text import Text

if TYPE_CHECKING:
    from drafter.models import PartName

_RELIEF = re.compile(r"\b(?:no|not|without|never|n't|zero|hardly|nothing)(?:\s\w+)?\s$|n't\s(?:\w+\s)?$")
_NOT = re.compile(r"\bnot\b|n't\b|\bnever\b")
_BOTH: tuple[PartName, ...] = ("message", "voicemail")


@rule(
    "tone.pressure",
    severity="warning",
    slip=True,
    advice="Leave the time to the reader; give a date only where there is one, with its reason.",
    bad="This is your last chance, please reply ASAP.",
    good="The hall is booked for the 14th, so a word by the 10th would help.",
    parts=("subject", "message", "voicemail"),
    languages=("en", "de", "fr", "es", "pt", "ja"),
)
def pressure(text: Text, context: Context) -> Iterator[Hit]:
    """Pressure: deadlines, scarcity, a yes or no demanded.

    Why: who feels pushed says no, or nothing.
    Source: house rule; Brehm, A Theory of Psychological Reactance (1966): people resist what threatens a freedom.
    """
    for hit in said(text, "tone.pressure", "pressure on the reader"):
        words = text.lowered[hit.start : hit.end]
        # "No hurry", "you don't need to call": the very words of pressure take it away.
        relieved = _RELIEF.search(text.lowered[max(0, hit.start - 12) : hit.start]) or (
            words.startswith("you ") and _NOT.search(words)
        )
        if not relieved:
            yield hit


@rule(
    "tone.shame",
    severity="warning",
    advice="Assume they were busy; bring something new instead.",
    bad="I haven't heard back from you. This is my third email.",
    good="Since I wrote, the frost figures for March came in: two counters failed.",
    parts=_BOTH,
    languages=("en", "de", "fr", "es", "pt", "ja"),
)
def shame(text: Text, context: Context) -> Iterator[Hit]:
    """Shame: the reader is told that they did not answer.

    Why: nobody owes a stranger an answer, and a reproach ends the matter.
    Source: house rule.
    """
    yield from said(text, "tone.shame", "a reproach for not answering")


@rule(
    "tone.surveillance",
    severity="warning",
    advice="Mention one thing they made public for readers like you, and how you came by it.",
    bad="I saw that you moved. I noticed that you like tea. I saw you at the fair. I read about your house.",
    good="I read your note on tram counters in the city bulletin.",
    parts=_BOTH,
    languages=("en",),
    thresholds={"tone.watched": 3},
)
def surveillance(text: Text, context: Context) -> Iterator[Hit]:
    """The reader is shown how closely they were watched.

    Why: research should be felt in the message, not listed.
    Source: Moore, Moore, Shanahan, Horky and Mack, "Creepy Marketing" (2015): what feels like stalking is told
    apart from
    what merely annoys. The figure is ours.
    """
    # Between people who know each other, having seen a photograph is small talk.
    milder = "hint" if context.kind in ("check_in", "reconnect", "thank_you") else None
    for hit in said(text, "tone.surveillance", "it sounds like surveillance"):
        yield Hit(hit.start, hit.end, hit.message, severity=milder)  # type: ignore[arg-type]
    watched = phrases(text, "tone.watched")
    limit = int(context.figure("tone.watched"))
    if len(watched) > limit:
        yield Hit(
            watched[limit].start, watched[limit].end, f"{len(watched)} times “I saw that you …” reads like surveillance"
        )


@rule(
    "tone.desperation",
    severity="warning",
    advice="Say what you can do and what you would like to know.",
    bad="I am desperate and will take any job. Please give me a chance.",
    good="I repaired forty counters last winter and would like to know how you test yours.",
    languages=("en", "de"),
)
def desperation(text: Text, context: Context) -> Iterator[Hit]:
    """Desperation: begging, any job at all, hundreds of refusals.

    Why: it makes the reader responsible for the writer's life.
    Source: house rule.
    """
    yield from said(text, "tone.desperation", "it sounds desperate")


@rule(
    "tone.apology",
    severity="hint",
    advice="Apologise once at most, and for something that happened.",
    bad="Sorry to bother you, I know you are very busy. Apologies for the long email.",
    good="Sorry for the wrong date in my last note: it is the 14th.",
    languages=("en",),
    thresholds={"tone.apologies": 2, "tone.apologies_many": 3},
)
def apology(text: Text, context: Context) -> Iterator[Hit]:
    """One apology after another.

    Why: it tells the reader that the message is a nuisance.
    Source: house rule.
    """
    found = phrases(text, "tone.apology")
    if len(found) >= context.figure("tone.apologies"):
        many = "warning" if len(found) >= context.figure("tone.apologies_many") else None
        yield Hit(found[1].start, found[1].end, f"{len(found)} apologies in one message", severity=many)  # type: ignore[arg-type]


@rule(
    "tone.flattery",
    severity="warning",
    slip=True,
    advice="Say what the thing of theirs did for you.",
    bad="You are a true visionary leader and a rockstar of logistics.",
    good="Your rule of three depots halved our empty runs.",
    parts=_BOTH,
    languages=("en", "de", "fr", "es", "pt"),
)
def flattery(text: Text, context: Context) -> Iterator[Hit]:
    """Flattery: superlatives about the person.

    Why: the reader looks for what is wanted of them.
    Source: Vonk, "The Slime Effect" (1998): likeable behaviour towards superiors raises suspicion of ulterior motives.
    """
    yield from said(text, "tone.flattery", "flattery")


@rule(
    "tone.formal",
    severity="warning",
    slip=True,
    advice="Write as you would speak to a respected colleague.",
    bad="Kindly accept this correspondence, which I humbly extend to your esteemed organization.",
    good="I am writing about the frost test you ran in March.",
    parts=("subject", "message", "voicemail"),
    languages=("en",),
)
def formal(text: Text, context: Context) -> Iterator[Hit]:
    """Over-formal boilerplate.

    Why: it hides the person, and swindlers write so.
    Source: house rule; Oppenheimer, "Consequences of erudite vernacular utilized irrespective of necessity",
    Applied Cognitive Psychology 20 (2006), 139: the longer the words, the less intelligent their writer seemed.
    """
    yield from said(text, "tone.formal", "over-formal boilerplate")


@rule(
    "tone.hype",
    severity="warning",
    slip=True,
    advice="Give the one figure or fact behind the adjective, or drop it.",
    bad="An exciting opportunity at a fast-growing, world-class company!",
    good="The depot handles 900 parcels an hour since May.",
    parts=("subject", "message", "voicemail"),
    languages=("en", "de", "fr", "es", "ja", "zh"),
)
def hype(text: Text, context: Context) -> Iterator[Hit]:
    """Hype: adjectives of advertising.

    Why: they are read as noise, and the reader doubts the rest.
    Source: Morkes and Nielsen, "Concise, SCANNABLE, and Objective" (1997): promotional writing scored lower on
    web pages.
    """
    yield from said(text, "tone.hype", "hype")


def _piled(text: Text, name: str, what: str, limit: int) -> Iterator[Hit]:
    """Single words of fashion are hinted at; piled up they are what the message is made of."""
    found = list(said(text, name, what))
    for place, hit in enumerate(found):
        piled = len(found) >= limit and place == limit - 1
        yield replace(hit, severity="warning") if piled else hit


@rule(
    "tone.jargon",
    severity="hint",
    advice="Say it in everyday words.",
    bad="Let us circle back on synergies that move the needle.",
    good="Let us look again at the two routes that cost most.",
    languages=("en",),
    thresholds={"tone.jargon_piled": 3},
)
def jargon(text: Text, context: Context) -> Iterator[Hit]:
    """Office jargon.

    Why: it could be about anything.
    Source: house rule.
    """
    yield from _piled(text, "tone.jargon", "jargon", int(context.figure("tone.jargon_piled")))


@rule(
    "tone.machine",
    severity="hint",
    advice="Say it as you would aloud.",
    bad="Your commitment to innovation truly resonates with me and is a testament to your journey.",
    good="You printed the map on cloth, so it survives rain. I copied that.",
    languages=("en",),
    thresholds={"tone.machine_piled": 3},
)
def machine(text: Text, context: Context) -> Iterator[Hit]:
    """Wording that language models overuse.

    Why: readers know it by now and stop believing that a person writes.
    Source: house rule; Kobak, González-Márquez, Horvát and Lause, "Delving into ChatGPT usage in academic writing
    through excess vocabulary" (2024): in 14 million PubMed abstracts certain style words jumped in frequency.
    """
    yield from _piled(text, "tone.machine", "machine-written wording", int(context.figure("tone.machine_piled")))


@rule(
    "tone.hedging",
    severity="hint",
    advice="Ask plainly; politeness needs one softener, not five.",
    bad="I was just wondering if maybe you might possibly have a little time, perhaps, if at all possible.",
    good="Would you have ten minutes on Friday?",
    languages=("en",),
    thresholds={"tone.hedges": 5},
)
def hedging(text: Text, context: Context) -> Iterator[Hit]:
    """So many softeners that the request gets lost.

    Why: the reader has to dig for what is asked.
    Source: house rule.
    """
    found = phrases(text, "tone.hedge")
    limit = int(context.figure("tone.hedges"))
    if len(found) >= limit:
        yield Hit(found[0].start, found[-1].end, f"{len(found)} softeners in one message")


RULES: tuple[Rule, ...] = (
    pressure,
    shame,
    surveillance,
    desperation,
    apology,
    flattery,
    formal,
    hype,
    jargon,
    machine,
    hedging,
)
