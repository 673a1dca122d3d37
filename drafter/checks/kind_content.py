"""Kind: what a follow-up adds, and whether an introduction was agreed to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks._particular import FIGURE, details, masked
from drafter.checks._phrases import phrases
from drafter.checks._rule import Context, Hit, Rule, rule
from drafter.checks._text import Text

# The letter before, and the act of having sent it.
_EARLIER = re.compile(
    r"\b(?:my|the|our|this|that|a) (?:(?:last|previous|earlier|first|second|original|initial|recent|below|short) )?"
    r"(?:note|e-?mail|message|letter|mail|dm|invitation|request|inquiry|enquiry|proposal|voicemail|application|cv"
    r"|resume|offer|call)s?\b"
    r"|\b(?:i|we)(?: have|'ve| had|'d)? (?:just |also |already )?(?:wrote|written|sent|e-?mailed|called|rang|messaged"
    r"|asked|applied|contacted|pinged|left|reached out|texted|tried)\b"
    r"|\b(?:follow(?:ing)?|check(?:ing)?|circl(?:e|ing)|loop(?:ing)?|touch(?:ing)?|bump(?:ing)?|nudg(?:e|ing)"
    r"|remind(?:er|ing)?|chas(?:e|ing)|revert(?:ing)?)\b"
)
# What is asked about it: an answer, a decision, a thought.
_STATUS = re.compile(
    r"\b(?:answer|reply|respond|response|thoughts?|updates?|news|decision|decided|feedback|hear(?:ing)? (?:back|from)"
    r"|get back|interested|chance|still|status|received|see it|seen it|read it|time to|moment|opportunity|forward)\b"
)
_PLEASANTRY = re.compile(
    r"^\W*(?:i |we )?(?:hope|hoping|trust|happy|good|thank|thanks|sorry|best|kind|warm|have a|wish)\b"
)
# What has come about since then may stand beside it.
_SINCE = re.compile(r"\b(?:since|meanwhile|in the meantime|by now|new)\b")
_LEAST = 2
_WORDS = 5
_ASIDE = 25


@rule(
    "kind.nothing_new",
    severity="warning",
    advice="Add the one thing that has changed since: a result, a date, an answer you found; else let it rest.",
    bad="Hi Mira, where do things stand with the note I sent before the holidays? I look forward to your answer.",
    good="Hi Mira, two counters failed last night at minus 12, as your note foretold. Do you want the log?",
    kinds=("follow_up",),
    channels=("email", "linkedin_message", "inmail", "sms"),
    languages=("en",),
    example=Context(kind="follow_up"),
)
def nothing_new(text: Text, context: Context) -> Iterator[Hit]:
    """A follow-up that speaks of nothing but the message before and its answer.

    Why: it asks twice without giving anything.
    Source: house rule; what guides to follow-ups agree on: each brings something of its own.
    """
    hidden = masked(context)
    told = asked_again = 0
    for span in text.sentences:
        low = text.lowered[span.start : span.end]
        again = bool(_EARLIER.search(low)) or bool(_STATUS.search(low) and len(low.split()) <= _ASIDE)
        asked_again += again
        if again and not _SINCE.search(low):
            continue
        if len(low.split()) >= _WORDS and not _PLEASANTRY.match(low):
            told += details(span.text, hidden) + len(FIGURE.findall(span.text))
    if asked_again and told < _LEAST:
        # A reminder that sets its reader free is one at least that nobody minds.
        milder = "hint" if phrases(text, "ask.way_out") else None
        told_so = "a follow-up that brings nothing new: it speaks only of the message before"
        yield Hit(0, 0, told_so, severity=milder)  # type: ignore[arg-type]


_JOINS = re.compile(r"\b(?:introduc(?:e|ing)|connect(?:ing)?|meet)\s(?:you|the two of you|you two|you both)\b")
_CONSENT = re.compile(
    r"\?|\b(?:if you|would you|may i|shall i|only if|let me know (?:if|whether)|happy to hold|agreed"
    r"|you (?:asked|offered|said|wanted)|as (?:promised|discussed|agreed))\b"
)


@rule(
    "kind.unasked_introduction",
    severity="warning",
    advice="Ask each of them first, with a line about why; introduce when both have said yes.",
    bad="Hi Mira, I wanted to introduce you to Jon, who is in buses too. I leave it to you two to connect.",
    good="Hi Mira, Jon Vale counts night riders in Ghent and would like to ask you one question. May I introduce you?",
    kinds=("introduction_request",),
    languages=("en",),
    example=Context(kind="introduction_request"),
)
def unasked_introduction(text: Text, context: Context) -> Iterator[Hit]:
    """Two people are introduced without having been asked.

    Why: whoever does not want it has to say so to a stranger's face.
    Source: Fred Wilson's "double opt-in introduction" (2009), by now the custom.
    """
    match = _JOINS.search(text.lowered)
    if match and not _CONSENT.search(text.lowered) and not phrases(text, "kind.blurb"):
        yield Hit(match.start(), match.end(), f"an introduction that nobody was asked about: “{match.group()}”")


_REASON = re.compile(
    r"\b(?:because|since|so that|about|regarding|to (?:ask|learn|discuss|show|see|understand|find|hear|talk|get"
    r"|offer|tell)|(?:like|want|wants|hope|hoping|love|wish|wishes|trying|planning|looking|working) (?:to|for|on)"
    r"|i am|i'm|i've|we are|we're|my|our|he is|she is|they are)\b"
)
_ME = re.compile(r"\b(?:introduce|connect|recommend|refer|put|hook) (?:me|us)\b|\bintro(?:duction)?\b")


@rule(
    "kind.no_reason",
    severity="warning",
    advice="Say in one sentence what you would ask that person and why.",
    bad="Hi Mira, please connect me with Jon Vale, I know you sit on the same board.",
    good="Hi Mira, could you connect me with Jon Vale? I would ask him about night counts.",
    kinds=("introduction_request",),
    languages=("en",),
    example=Context(kind="introduction_request"),
)
def no_reason(text: Text, context: Context) -> Iterator[Hit]:
    """An introduction asked for without saying why.

    Why: who passes a stranger on has to be able to tell what for.
    Source: house rule.
    """
    match = _ME.search(text.lowered)
    if match and not _REASON.search(text.lowered):
        yield Hit(match.start(), match.end(), "an introduction asked for without a reason")


RULES: tuple[Rule, ...] = (nothing_new, unasked_introduction, no_reason)
