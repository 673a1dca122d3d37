"""Asks: one, small, easy to answer either way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.checks._particular import evidence
from drafter.checks._phrases import phrases
from drafter.checks._rule import Context, Hit, Rule, rule
from drafter.checks._said import said
from drafter.checks._text import Span, Text

if TYPE_CHECKING:
    from drafter.models import Kind

_DUE: tuple[Kind, ...] = ("introduction", "advice_request", "introduction_request", "reconnect")

_REQUEST = re.compile(r"\b(?:could|would|can|will|may|shall) (?:you|we|I)\b[^?;]*\bevery\b[^?;]*\?", re.IGNORECASE)
_INFORMS = re.compile(
    r"\bno (?:reply|answer|response|need to (?:reply|answer|respond))\b"
    r"|\b(?:thank you|thanks|grateful)\b[^.\n]{0,40}\bfor\b"
    r"|\bjust (?:wanted|want|writing|a note) to (?:say|tell|let|thank)\b|\bfor your (?:information|records?)\b"
    r"|\b(?:wanted|want|thought) (?:to let you know|you should know|you(?:'d| would) (?:like|want) to)\b"
)


_TO_YOU = re.compile(r"\byour?\b")
# "share how you began, what it takes, which books you read and what you earn"
_STRUNG = re.compile(
    r"(?:^|[,;:]|\b(?:and|or|on|about|me|share|know|explain|tell))\s(?:how|what|which|where|why|when|who|whether)\b",
    re.I,
)


def asks(text: Text) -> list[Span]:
    """The sentences that ask for something; a question mark or a requesting phrase each."""
    starts = sorted(span.start for span in phrases(text, "ask.request"))
    found, at = [], 0
    for span in text.sentences:
        has = False
        while at < len(starts) and starts[at] < span.end:
            has, at = True, at + 1
        if span.text.rstrip("\"'”’)").endswith(("?", "？", "؟")) or has:
            found.append(span)
    return found


@rule(
    "ask.none",
    severity="warning",
    slip=True,
    advice="End with one question that can be answered in a minute.",
    bad="Hi Mira, your map of night buses got me home twice. It is the clearest I know.",
    good="Hi Mira, your map of night buses got me home twice. Which printer made it?",
    kinds=("introduction", "advice_request", "introduction_request"),
    channels=("email", "linkedin_message", "inmail", "sms"),
    languages=("en",),
)
def none(text: Text, context: Context) -> Iterator[Hit]:
    """No ask where one is due.

    Why: without a question there is nothing to answer.
    Source: Boomerang's study of its users' mail (2016): one to three questions got half as many replies again as none.
    """
    informs = _INFORMS.search(text.lowered) and evidence(text, context)
    if len(text.words) >= 8 and not asks(text) and not informs:
        # A text message among neighbours often only tells something.
        milder = "hint" if context.channel == "sms" and _TO_YOU.search(text.lowered) else None
        yield Hit(0, 0, "nothing is asked: there is no request or question to answer", severity=milder)  # type: ignore[arg-type]


@rule(
    "ask.several",
    severity="warning",
    advice="Keep the one that matters most.",
    bad="Could we meet on Friday? Would you review my draft? Can you introduce me to Jon? Are you in Ghent in May?",
    good="Could we meet on Friday? If Friday is bad, would Monday do?",
    languages=("en",),
    thresholds={"ask.questions": 3},
)
def several(text: Text, context: Context) -> Iterator[Hit]:
    """More questions than a busy person answers at once.

    Why: each further one makes it likelier that none is answered.
    Source: Boomerang's study of its users' mail (2016): a few questions help, more than three begin to harm.
    """
    found = [span for span in text.sentences if span.text.endswith("?")]
    limit = int(context.figure("ask.questions"))
    if len(found) > limit:
        yield Hit(found[limit].start, found[-1].end, f"{len(found)} questions or requests in one message")
        return
    for span in asks(text):
        strung = list(_STRUNG.finditer(span.text))
        if len(strung) > limit:
            yield Hit(span.start, span.end, f"{len(strung)} questions or requests strung into one sentence")


@rule(
    "ask.big",
    severity="warning",
    advice="Ask for something that costs five minutes; the rest may come later.",
    bad="Hi Mira, would you mentor me every week?",
    good="Hi Mira, which of your maps would you show a beginner?",
    kinds=("introduction", "advice_request", "reconnect", "follow_up"),
    languages=("en",),
)
def big(text: Text, context: Context) -> Iterator[Hit]:
    """Too big an ask for people who hardly know each other.

    Why: the size of a favour should follow the relationship.
    Source: house rule.
    """
    for hit in said(text, "ask.big", "a big request to a stranger"):
        # "You publish your figures every week" asks for nothing.
        sentence = text.sentence_at(hit.start)
        if not text.lowered[hit.start : hit.end].startswith("every") or (sentence and _REQUEST.search(sentence.text)):
            yield hit


@rule(
    "ask.job",
    severity="warning",
    advice="Ask for advice on one question; a job comes from a conversation.",
    bad="Hi Mira, are you hiring? Please consider me for any position.",
    good="Hi Mira, how did you come to draw maps after law school?",
    kinds=("introduction", "advice_request", "reconnect", "check_in", "thank_you"),
    languages=("en", "de", "fr", "es", "pt", "ja"),
)
def job(text: Text, context: Context) -> Iterator[Hit]:
    """A job asked for outright.

    Why: it can only be answered with no; a request for advice can be answered with yes.
    Source: house rule; Bolles, What Color Is Your Parachute? (1970 and later), made the informational interview
    known, which asks for no job.
    """
    milder = "hint" if evidence(text, context) else None
    for hit in said(text, "ask.job", "a job is asked for outright"):
        yield Hit(hit.start, hit.end, hit.message, severity=milder)  # type: ignore[arg-type]


@rule(
    "ask.hidden",
    severity="warning",
    advice="Take the ask out; send it another day as its own message.",
    bad="Hi Mira, thank you for the tour of the print shop. Could you introduce me to your boss?",
    good="Hi Mira, thank you for the tour of the print shop. The proofs from 1964 stayed with me.",
    kinds=("check_in", "thank_you"),
    languages=("en",),
    example=Context(kind="thank_you"),
)
def hidden(text: Text, context: Context) -> Iterator[Hit]:
    """An ask hidden in a thank-you or in a message that should ask for nothing.

    Why: it turns the thanks into a means.
    Source: house rule.
    """
    for name in ("ask.big", "ask.job"):
        yield from said(text, name, "an ask hidden in a message that should have none")
    for span in phrases(text, "ask.favour"):
        yield Hit(span.start, span.end, f"an ask hidden in a message that should have none: “{span.text}”")


@rule(
    "ask.no_time",
    severity="hint",
    advice="Say how long it takes and offer a day.",
    bad="Hi Mira, would you be open to a call?",
    good="Hi Mira, would you be open to a 15-minute call on Friday?",
    kinds=_DUE,
    languages=("en",),
)
def no_time(text: Text, context: Context) -> Iterator[Hit]:
    """A conversation asked for without saying how long or when.

    Why: an open-ended hour is easily refused, ten minutes hardly.
    Source: house rule.
    """
    for span in asks(text):
        if any(span.start <= word.start < span.end for word in phrases(text, "ask.meeting")) and not phrases(
            text, "ask.time_boxed"
        ):
            yield Hit(span.start, span.end, "a conversation is asked for without its length or day")
            return


@rule(
    "ask.no_way_out",
    severity="hint",
    advice="Add half a sentence that makes a no easy.",
    bad="Hi Mira, would you be open to a 15-minute call on Friday?",
    good="Hi Mira, would you be open to a 15-minute call on Friday? If not, no worries.",
    kinds=_DUE,
    languages=("en",),
)
def no_way_out(text: Text, context: Context) -> Iterator[Hit]:
    """No easy way to say no.

    Why: being free to refuse makes people more willing.
    Source: Carpenter's meta-analysis (2013) of "but you are free", 42 studies; a later one (in Meta-Psychology,
    52 experiments) doubts the size of the effect, hence a hint.
    """
    found = [span for span in asks(text) if any(span.start <= w.start < span.end for w in phrases(text, "ask.meeting"))]
    if found and not phrases(text, "ask.way_out"):
        yield Hit(found[0].start, found[0].end, "the request leaves no easy way to say no")


@rule(
    "ask.vague",
    severity="warning",
    slip=True,
    advice="Say what you would talk about, as one question.",
    bad="Hi Mira, I would like to explore potential opportunities for collaboration.",
    good="Hi Mira, would you let us print your night map on our timetable?",
    parts=("message",),
    languages=("en", "de", "fr", "es", "pt", "ja"),
)
def vague(text: Text, context: Context) -> Iterator[Hit]:
    """A request so vague that nobody can say yes to it.

    Why: the reader would have to find out what is wanted.
    Source: house rule.
    """
    milder = "hint" if evidence(text, context) else None
    for hit in said(text, "ask.vague", "a vague request"):
        yield Hit(hit.start, hit.end, hit.message, severity=milder)  # type: ignore[arg-type]


@rule(
    "ask.attachment",
    severity="warning",
    advice="Say what it is for and where to look, or offer to send it.",
    bad="Hi Mira, please find attached my CV.",
    good="Hi Mira, I attached one page so that you can see the three maps I mean.",
    kinds=_DUE,
    languages=("en", "fr"),
)
def attachment(text: Text, context: Context) -> Iterator[Hit]:
    """A CV or file sent without saying what it is for.

    Why: an unasked file from a stranger is work, and a risk.
    Source: house rule.
    """
    reasons = phrases(text, "ask.attachment_why")
    for span in phrases(text, "ask.attachment"):
        sentence = text.sentence_at(span.start)
        if sentence and not any(sentence.start <= why.start < sentence.end for why in reasons):
            yield Hit(span.start, span.end, f"a file without saying what it is for: “{span.text}”")


RULES: tuple[Rule, ...] = (none, several, big, job, hidden, no_time, no_way_out, vague, attachment)
