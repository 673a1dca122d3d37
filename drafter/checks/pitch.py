"""Pitch: advertising in the dress of a personal message."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks._particular import cites_fact, evidence
from drafter.checks._phrases import phrases
from drafter.checks._rule import Context, Hit, Rule, rule
from drafter.checks._said import said
from drafter.checks._text import Text

_SHORT = 60


@rule(
    "pitch.job",
    severity="warning",
    slip=True,
    advice="Say what of theirs made you think of them; the vacancy can follow when they ask.",
    bad="We are looking for a Senior Engineer. The position has a competitive salary. Please send your updated resume.",
    good="Your talk on tram counters answered what our planner could not. We have a planner's job open: may I "
    "tell you about it?",
    languages=("en",),
)
def job(text: Text, context: Context) -> Iterator[Hit]:
    """A job advertisement instead of a message.

    Why: it asks the reader to do the matching.
    Source: house rule; recruiter mail that its readers publish as bad examples.
    """
    if not evidence(text, context) and not cites_fact(text, context):
        yield from said(text, "pitch.job", "a job pitch that could go to anyone")


@rule(
    "pitch.anonymous",
    severity="warning",
    slip=True,
    advice="Name the company, or say why you cannot.",
    bad="My client is an exciting company in Leeds.",
    good="Norva Logistics in Leeds is moving its night shift to rail.",
    languages=("en",),
)
def anonymous(text: Text, context: Context) -> Iterator[Hit]:
    """A company without a name.

    Why: nobody can care about "a leading firm".
    Source: house rule; recruiter mail that its readers publish as bad examples.
    """
    yield from said(text, "pitch.anonymous", "an unnamed company")


@rule(
    "pitch.perks",
    severity="warning",
    advice="Leave the perks to the job page.",
    bad="Unlimited vacation\nFree gym membership\nPing pong",
    good="The team moves its night shift to rail this winter.",
    languages=("en",),
)
def perks(text: Text, context: Context) -> Iterator[Hit]:
    """Perks and benefits listed in a first message.

    Why: a list of perks is an advertisement, the same for everyone.
    Source: house rule; recruiter mail that its readers publish as bad examples.
    """
    yield from said(text, "pitch.perks", "a perk in place of a reason")


@rule(
    "pitch.content",
    severity="warning",
    advice="Write for the reader's own subject, or do not write.",
    bad="I would love to contribute a guest post to your website with a link to our site.",
    good="Your page on tram counters has a table from 2019; I have the one for 2024 if you want it.",
    languages=("en",),
)
def content(text: Text, context: Context) -> Iterator[Hit]:
    """A pitch for guest posts, links or search ranking.

    Why: it wants the reader's audience, not the reader.
    Source: house rule.
    """
    yield from said(text, "pitch.content", "a promotional content pitch")


@rule(
    "pitch.offer",
    severity="warning",
    slip=True,
    advice="Ask one question about their situation instead of describing your product.",
    bad="We help companies like yours increase sales. Book a free demo, no obligation.",
    good="You wrote that the counters fail in frost. Which model do you use? Ours failed too.",
    parts=("message", "voicemail"),
    languages=("en", "de", "fr", "es", "pt", "ja"),
)
def offer(text: Text, context: Context) -> Iterator[Hit]:
    """A sales pitch: product, promise and offer.

    Why: a stranger's product is no reason to answer.
    Source: house rule.
    """
    found = phrases(text, "pitch.offer")
    milder = len(found) < 2 and bool(evidence(text, context))
    for hit in said(text, "pitch.offer", "a sales pitch"):
        yield Hit(hit.start, hit.end, hit.message, severity="hint" if milder else None)


@rule(
    "pitch.referral",
    severity="warning",
    slip=True,
    advice="Ask this reader something for themself, or write to the person you mean.",
    bad="Would you know anyone interested? Please pass this along to your network.",
    good="Would you read our draft of the tram table before it is printed?",
    kinds=("introduction", "advice_request", "follow_up", "check_in"),
    languages=("en",),
)
def referral(text: Text, context: Context) -> Iterator[Hit]:
    """The reader is used as a signpost to anyone else.

    Why: it says that the writer does not care who reads.
    Source: house rule; recruiter and sales mail that its readers publish as bad examples.
    """
    milder = "hint" if evidence(text, context) else None
    for hit in said(text, "pitch.referral", "the reader is asked for anyone else"):
        yield Hit(hit.start, hit.end, hit.message, severity=milder)  # type: ignore[arg-type]


_ITEM = re.compile(r"^[ \t]*(?:[-*•·–]|\d{1,2}[.)])?[ \t]*\S[^\n]{0,70}(?<![.,!?:;])[ \t]*$", re.MULTILINE)


@rule(
    "pitch.brochure",
    severity="warning",
    advice="Write two or three sentences in place of the list.",
    bad="Hello,\n" + "\n".join(f"Profitable line number {n}" for n in range(9)),
    good="Dear Mira,\n\nyour counters failed in frost, ours too.\n\nBest\nJon Vale\nGhent Trams\n+32 9 555 01 42",
    thresholds={"pitch.list_lines": 7},
)
def brochure(text: Text, context: Context) -> Iterator[Hit]:
    """A list of bullet points as in a brochure.

    Why: letters between people have sentences.
    Source: house rule.
    """
    items = [m for m in _ITEM.finditer(text.text) if 2 <= len(m.group().split()) <= 14]
    if len(items) >= context.figure("pitch.list_lines"):
        yield Hit(items[0].start(), items[-1].end(), f"a list of {len(items)} lines, like a brochure or sales sheet")


@rule(
    "pitch.bait",
    severity="warning",
    slip=True,
    advice="Say the thing itself in one sentence; who is interested will answer.",
    bad="I have something that will change how you draw maps, but I can't say more yet. Trust me.",
    good="I have a table of tram counts from 1931 that your map does not use yet. Shall I send it?",
    parts=("subject", "message"),
    languages=("en",),
)
def bait(text: Text, context: Context) -> Iterator[Hit]:
    """Curiosity as bait: a secret is promised instead of a reason.

    Why: who is teased expects to be sold something.
    Source: house rule; click-bait is the same trick.
    """
    yield from said(text, "pitch.bait", "curiosity used as bait")


RULES: tuple[Rule, ...] = (job, anonymous, perks, content, offer, referral, brochure, bait)
