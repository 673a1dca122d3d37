"""Kind: what each kind of message must do, and must not."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from drafter.checks._particular import anchored, evidence
from drafter.checks._phrases import phrases
from drafter.checks._rule import Context, Hit, Rule, rule
from drafter.checks._said import said, whole
from drafter.checks._text import Text


@rule(
    "kind.just_checking",
    severity="warning",
    slip=True,
    advice="Bring one new thing: a result, a link, an answer, a date.",
    bad="Hi Mira, just checking in on my last email. Any update?",
    good="Hi Mira, the frost figures came in: two counters failed, as you foretold.",
    kinds=("follow_up", "check_in", "introduction"),
    languages=("en", "de", "fr", "es", "pt", "ja"),
)
def just_checking(text: Text, context: Context) -> Iterator[Hit]:
    """A follow-up that brings nothing new ("just checking in").

    Why: it asks twice without giving anything.
    Source: house rule.
    """
    # "Just checking in" before a date, a figure or news is a phrase, not the whole message.
    milder = "hint" if evidence(text, context) or (text.language == "en" and anchored(text, context)) else None
    for hit in said(text, "kind.just_checking", "a follow-up that brings nothing new"):
        yield Hit(hit.start, hit.end, hit.message, severity=milder)  # type: ignore[arg-type]


@rule(
    "kind.copied",
    severity="error",
    advice="Write something new; they have the last one.",
    bad="Your map of the night buses got me home twice last week, and I wonder who printed it on cloth.",
    good="The cloth map survived the rain. Who printed it?",
    kinds=("follow_up", "reconnect", "check_in"),
    needs=("history",),
    thresholds={"kind.copied_share": 0.7},
    example=lambda: _example_history(),
)
def copied(text: Text, context: Context) -> Iterator[Hit]:
    """A copy of the message before.

    Why: the reader notices.
    Source: house rule.
    """
    now = _triples(text)
    for earlier in context.history[-5:]:
        before = _triples(Text(text.part, earlier.message, text.language))
        if len(now) >= 5 and len(now & before) >= context.figure("kind.copied_share") * len(now):
            yield Hit(0, len(text.text), "a copy of an earlier message")
            return


def _triples(text: Text) -> set[tuple[str, ...]]:
    words = [token.word for token in text.tokens]
    return {tuple(words[at : at + 3]) for at in range(len(words) - 2)}


def _silent(context: Context) -> list[datetime.date | None]:
    """The days of the messages since the reader last wrote."""
    days: list[datetime.date | None] = []
    reader = (context.contact or "").casefold()
    for one in context.history:
        if reader and one.sender and (reader in one.sender.casefold()):
            days.clear()
        else:
            days.append(one.date)
    return days


@rule(
    "kind.silence",
    severity="error",
    advice="Let it rest; write again when there is a new reason.",
    bad="Hi Mira, here is one more thought about the map.",
    good="Hi Mira, here is one more thought about the map.",
    kinds=("follow_up",),
    needs=("history",),
    thresholds={"kind.unanswered": 2},
    example=lambda: _example_history(3),
    good_example=lambda: _example_history(1),
)
def silence(text: Text, context: Context) -> Iterator[Hit]:
    """The third message into silence.

    Why: two unanswered messages are an answer.
    Source: house rule.
    """
    count = len(_silent(context))
    if count > context.figure("kind.unanswered"):
        yield whole(text, f"{count} messages are unanswered already")


@rule(
    "kind.too_soon",
    severity="warning",
    advice="Wait until they can have read the last one.",
    bad="Hi Mira, one more thought about the map.",
    good="Hi Mira, one more thought about the map.",
    kinds=("follow_up",),
    needs=("history", "today"),
    thresholds={"kind.days": 3},
    example=lambda: _example_history(1, datetime.date(2026, 3, 3)),
    good_example=lambda: _example_history(1, datetime.date(2026, 3, 12)),
)
def too_soon(text: Text, context: Context) -> Iterator[Hit]:
    """A follow-up the next day.

    Why: people have other things to do.
    Source: house rule.
    """
    days = [day for day in _silent(context) if day]
    if days and context.today and 0 <= (context.today - max(days)).days < context.figure("kind.days"):
        yield whole(text, f"only {(context.today - max(days)).days} days after the last message")


def _example_history(count: int = 1, today: datetime.date | None = None) -> Context:
    from drafter.models import Correspondence

    old = "Your map of the night buses got me home twice last week, and I wonder who printed it on cloth."
    one = Correspondence(date=datetime.date(2026, 3, 2), sender="Lena Wolf", message=old)
    return Context(kind="follow_up", contact="Mira Holt", history=(one,) * count, today=today)


@rule(
    "kind.thanks_unnamed",
    severity="warning",
    advice="Name the thing you thank for and what it changed.",
    bad="Hi Mira, thank you so much for your time. It was great.",
    good="Hi Mira, thank you for showing me the proofs of 1964. I now print on cloth.",
    kinds=("thank_you",),
    languages=("en",),
    example=Context(kind="thank_you"),
)
def thanks_unnamed(text: Text, context: Context) -> Iterator[Hit]:
    """Thanks that do not say what for.

    Why: thanks that name the thing are believed.
    Source: Algoe, Kurtz and Hilaire (2016), a study of couples: thanks that praise the other's deed are what binds.
    """
    if not evidence(text, context):
        yield whole(text, "the thanks do not name a specific thing")


# A quotation or a block between lines that is long enough to be passed on.
_ENCLOSED = re.compile(r"[\"“„«][^\"”»“]{60,900}[\"”»“]|^-{2,}[ \t]*\n[\s\S]{60,900}?^-{2,}[ \t]*$", re.MULTILINE)


@rule(
    "kind.no_blurb",
    severity="hint",
    advice="Add three lines about you that they can forward as they are, or offer to write them.",
    bad="Hi Mira, could you introduce me to Jon Vale at Ghent Trams?",
    good="Hi Mira, could you introduce me to Jon Vale at Ghent Trams? Here is a blurb you can forward.",
    kinds=("introduction_request",),
    languages=("en",),
    example=Context(kind="introduction_request"),
)
def no_blurb(text: Text, context: Context) -> Iterator[Hit]:
    """An introduction asked for without a text to forward.

    Why: it makes the favour work.
    Source: house rule.
    """
    if not phrases(text, "kind.blurb") and not _ENCLOSED.search(text.text):
        yield whole(text, "there is no blurb to forward")


@rule(
    "kind.no_target",
    severity="warning",
    advice="Name the one person and the one thing you would ask them.",
    bad="Hi Mira, could you introduce me to some senior people in your network?",
    good="Hi Mira, could you introduce me to Jon Vale at Ghent Trams? I would ask him about night counts.",
    kinds=("introduction_request",),
    languages=("en",),
    example=Context(kind="introduction_request"),
)
def no_target(text: Text, context: Context) -> Iterator[Hit]:
    """An introduction asked for to nobody in particular.

    Why: the reader would have to go through their address book for a stranger's purpose.
    Source: house rule.
    """
    reasoned = "hint" if evidence(text, context) else None
    for hit in said(text, "evidence.anybody", "an introduction to nobody in particular"):
        yield Hit(hit.start, hit.end, hit.message, severity=reasoned)  # type: ignore[arg-type]


_DECLINES = re.compile(
    r"\b(?:declin\w+|(?:not|won't) (?:be )?(?:accept|connect)\w*|rather not|prefer not|leave it (?:there|at that)"
    r"|keep (?:this|my|it|these)\b[^.?!\n]{0,40}\b(?:small|people|friends|colleagues)|no,? thank(?:s| you))\b"
)


@rule(
    "kind.reply_questions",
    severity="warning",
    slip=True,
    advice="Ask how they found you and how you might help each other.",
    bad="Hi Jon, thanks for the invitation. All the best!",
    good="Hi Jon, thanks for writing. How did you find me, and how might we help each other?",
    kinds=("invitation_reply",),
    languages=("en",),
    example=Context(kind="invitation_reply"),
)
def reply_questions(text: Text, context: Context) -> Iterator[Hit]:
    """A reply to an invitation without its two questions.

    Why: the answers tell a person from a machine.
    Source: house rule.
    """
    declines = _DECLINES.search(text.lowered) or _DECLINES.search((context.purpose or "").lower())
    if context.reply != "decline" and not declines and not phrases(text, "kind.how_found") and "?" not in text.text:
        yield whole(text, "it does not ask how they found you")


@rule(
    "kind.reply_accepts",
    severity="warning",
    advice="Ask first; accept when they have answered.",
    bad="Hi Jon, I have accepted your invitation. How did you find me?",
    good="Hi Jon, thanks for your invitation. How did you find me?",
    kinds=("invitation_reply",),
    languages=("en",),
    example=Context(kind="invitation_reply"),
)
def reply_accepts(text: Text, context: Context) -> Iterator[Hit]:
    """A reply that accepts before the questions are answered.

    Why: once accepted, nobody answers.
    Source: house rule.
    """
    if "?" in text.text and context.reply != "accept":
        for hit in said(text, "kind.accepts", "it accepts already"):
            # "Happy to connect" beside a question is courtesy; "I have accepted" is done.
            courtesy = text.lowered[hit.start : hit.end].startswith(("happy", "glad", "pleased", "delighted", "great"))
            yield Hit(hit.start, hit.end, hit.message, severity="hint" if courtesy else None)


@rule(
    "kind.nothing_shared",
    severity="warning",
    slip=True,
    advice="Say where you met and one thing you remember.",
    bad="Hi Jon, it has been a while. How are things?",
    good="Hi Jon, we sat in the same stats class in Ghent. Do you still draw trams?",
    kinds=("reconnect",),
    languages=("en",),
    example=Context(kind="reconnect"),
)
def nothing_shared(text: Text, context: Context) -> Iterator[Hit]:
    """Taking up an old tie without what was shared.

    Why: the reader has to remember who you are.
    Source: house rule; that old ties are worth taking up: Levin, Walter and Murnighan, "Dormant Ties" (2011).
    """
    if not phrases(text, "kind.shared_past"):
        yield whole(text, "nothing shared is recalled")


RULES: tuple[Rule, ...] = (
    just_checking,
    copied,
    silence,
    too_soon,
    thanks_unnamed,
    no_blurb,
    no_target,
    reply_questions,
    reply_accepts,
    nothing_shared,
)
