"""Voicemail: what is said between the name and the number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks._particular import evidence, tells_plainly
from drafter.checks._phrases import phrases
from drafter.checks._rule import SPOKEN, Context, Hit, Rule, rule
from drafter.checks._said import said, whole
from drafter.checks._text import Span, Text


@rule(
    "voicemail.stage_direction",
    severity="error",
    advice="Take the direction out of what is to be said.",
    bad="Hello Rune, this is Lena Wolf. My number is 030 555 0142, spoken slowly twice.",
    good="Hello Rune, this is Lena Wolf. My number is 030 555 0142. I say it again: 030 555 0142.",
    parts=SPOKEN,
    languages=("en",),
)
def stage_direction(text: Text, context: Context) -> Iterator[Hit]:
    """A stage direction left in the script.

    Why: it would be read aloud.
    Source: house rule; shapes seen in public voicemail scripts.
    """
    yield from said(text, "voicemail.stage", "a stage direction left in the script")
    for match in re.finditer(
        r"[(*\[](?:pause|beat|smile|breathe|slowly|laugh|wait)[^)*\]\n]{0,40}[)*\]]", text.text, re.I
    ):
        yield Hit(match.start(), match.end(), f"a stage direction left in the script: {match.group()}")


@rule(
    "voicemail.vague_reason",
    severity="warning",
    slip=True,
    advice="Say the reason itself in one sentence.",
    bad="Hello Rune, this is Lena Wolf. I have a few ideas for you and something important to share.",
    good="Hello Rune, this is Lena Wolf, about the drift table in your March paper.",
    parts=("voicemail",),
    languages=("en",),
)
def vague_reason(text: Text, context: Context) -> Iterator[Hit]:
    """A vague reason or a teaser: curiosity as bait.

    Why: people who are teased feel tricked when they learn the rest.
    Source: house rule.
    """
    yield from said(text, "voicemail.vague_reason", "a vague reason, or curiosity used as bait")


@rule(
    "voicemail.generic",
    severity="warning",
    advice="Name the one thing of theirs you call about.",
    bad="Hello Rune, this is Lena Wolf. I would love to connect about opportunities. My number is 030 555 0142.",
    good="Hello Rune, this is Lena Wolf, about the drift table in your March paper. My number is 030 555 0142.",
    parts=("voicemail",),
    languages=("en",),
)
def generic(text: Text, context: Context) -> Iterator[Hit]:
    """Nothing specific about the person called.

    Why: the same message could be left on any machine.
    Source: house rule: the swap test, as for written messages.
    """
    cited = bool(context.draft) and any(one.part == "voicemail" and one.facts for one in context.draft.sentences)  # type: ignore[union-attr]
    if context.kind == "invitation_reply":
        return  # it is about the reader's own invitation
    about = evidence(text, context) or tells_plainly(text, context) or _says_purpose(text, context)
    if len(text.words) > 8 and not cited and not about:
        yield whole(text, "generic: no specific reference to the person called")


def _says_purpose(text: Text, context: Context) -> bool:
    """Whether the call gives the reason that the sender noted for this very person."""
    wanted = set(re.findall(r"[^\W\d_]{4,}", (context.purpose or "").lower()))
    said = {word.text.lower() for word in text.words}
    return len(wanted & said) >= 2


@rule(
    "voicemail.several_asks",
    severity="warning",
    slip=True,
    advice="Ask for one thing: the call back.",
    bad="Hello Rune, Lena Wolf. Please visit our site. Or book a call. Or call me back at 030 555 0142.",
    good="Hello Rune, Lena Wolf, about your drift table. Please call me back: 030 555 0142. Again, 030 555 0142.",
    parts=("voicemail",),
    languages=("en",),
)
def several_asks(text: Text, context: Context) -> Iterator[Hit]:
    """More than one thing to do.

    Why: a listener does one thing at most.
    Source: house rule.
    """
    sentences: dict[int, str] = {}
    for span in phrases(text, "voicemail.ask"):
        sentence = text.sentence_at(span.start)
        # "I look forward to …" and "I have sent you …" ask for nothing.
        if span.text.lower().startswith(("look forward", "looking forward")) or _tells(sentence):
            continue
        # "Call me, and also send me your plan" asks twice in one sentence.
        added = _ADDED.search(text.lowered, max(0, span.start - _JOINT), span.start)
        if sentence and (added or sentence.start not in sentences):
            sentences[span.start if added else sentence.start] = span.text.lower()
    told = {_deed(words) for words in sentences.values()}
    # A question and the number to answer it on are one thing to do.
    told = {"call"} if told == {"call", _QUESTION} else told
    choices = sum(one.text.lower() == "or" for one in text.words)
    if len(told) > 1 or (told and choices > 1):
        start = sorted(sentences)[-1]
        sentence = text.sentence_at(start)
        end = sentence.end if sentence else start
        yield Hit(start, end, "several asks: more than one request to the listener")
    elif told and _CHOICE.search(text.text):
        yield whole(text, "several asks: more than one request to the listener")


_ADDED = re.compile(r"\band (?:also |then |please )*$")
_JOINT = 20
_QUESTION = "question"
_CHOICE = re.compile(
    r"(?:google|search|visit|see it|book|check)[^.]{0,80}\bor\b|\bor\b[^.]{0,40}(?:book|visit|see)\b", re.IGNORECASE
)
_ANSWERS = re.compile(
    r"\b(?:call|ring|phone|talk|chat|speak|number|text|email|write|message|reach|reply|get|give|know)\b"
)
_ASKS = ("would", "could", "can", "will", "may", "are", "do", "have", "hope", "love", "like")


def _tells(sentence: Span | None) -> bool:
    return sentence is not None and bool(re.match(r"i(?:['’]ve| have| am| was)\b(?!.*\?)", sentence.text, re.I | re.S))


def _deed(words: str) -> str:
    """What is to be done: an answer by any road is one deed, and so is a question put now."""
    if _ANSWERS.search(words):
        return "call"
    first = words.split()[0]
    return _QUESTION if first in _ASKS else first


@rule(
    "voicemail.pitch",
    severity="warning",
    slip=True,
    advice="Leave the product for the conversation.",
    bad="Hello Rune, Lena Wolf. We help firms like yours save costs. Our platform is award-winning.",
    good="Hello Rune, Lena Wolf, about the drift table in your March paper.",
    parts=("voicemail",),
    languages=("en",),
)
def pitch(text: Text, context: Context) -> Iterator[Hit]:
    """A claim or promise of a sales pitch.

    Why: a listener hears an advertisement and deletes it.
    Source: house rule.
    """
    for hit in said(text, "voicemail.claim", "an unsupported claim, as in a sales pitch"):
        # "We worked together in Leeds" is a memory.
        if not re.match(r"\w+ worked (?:together|with|on|in|at|side)\b", text.lowered[hit.start :]):
            yield hit


_NUMBER_NEXT = re.compile(r"\s*,?\s*(?:that|it|the number|my number|this)")


@rule(
    "voicemail.again",
    severity="warning",
    slip=True,
    advice="Say what is new, not how often you tried.",
    bad="Hello Rune, Lena Wolf again. I left a message last week.",
    good="Hello Rune, Lena Wolf. The frost table you asked for is ready.",
    parts=("voicemail",),
    languages=("en",),
)
def again(text: Text, context: Context) -> Iterator[Hit]:
    """A repeated attempt that is told as such.

    Why: it reproaches, and says nothing new.
    Source: house rule.
    """
    for span in phrases(text, "voicemail.again"):
        # "Again, that's 555 0142" says the number twice, as one should.
        number = span.text.lower() == "again" and _NUMBER_NEXT.match(text.lowered, span.end)
        if not number:
            yield Hit(span.start, span.end, f"an earlier attempt is brought up again: “{span.text}”")


@rule(
    "voicemail.no_mention",
    severity="hint",
    advice="Say that the same is in a message, so that nothing need be written down.",
    bad="Hello Rune, this is Lena Wolf, about your drift table. My number is 030 555 0142.",
    good="Hello Rune, this is Lena Wolf, about your drift table. I have sent you an e-mail too.",
    parts=("voicemail",),
    languages=("en",),
)
def no_mention(text: Text, context: Context) -> Iterator[Hit]:
    """The written message is not mentioned.

    Why: the two help each other only if the listener knows of both.
    Source: house rule.
    """
    if not phrases(text, "voicemail.written"):
        yield whole(text, "the written message is not mentioned")


@rule(
    "voicemail.rambling",
    severity="hint",
    advice="Write it down, cut it, then read it.",
    bad="Hello Rune, um, this is Lena, anyway, so yeah, I called about your table.",
    good="Hello Rune, this is Lena Wolf, about your drift table.",
    parts=("voicemail",),
    languages=("en",),
)
def rambling(text: Text, context: Context) -> Iterator[Hit]:
    """Words of somebody who did not know what to say.

    Why: half a minute is over at once.
    Source: house rule; try listening to one.
    """
    found = phrases(text, "voicemail.ramble")
    if len(found) > 1:
        yield Hit(found[1].start, found[1].end, "it rambles")


@rule(
    "conversation.questions",
    severity="warning",
    advice="Prepare three questions that only this person can answer.",
    bad="Thank you for making time. I would like to tell you about my career.",
    good="Thank you for making time. How did you test the cloth? Who prints it? What failed first?",
    parts=("conversation",),
    thresholds={"conversation.questions": 1, "conversation.questions_most": 8},
)
def questions(text: Text, context: Context) -> Iterator[Hit]:
    """A conversation script with no questions, or with an interrogation.

    Why: the conversation is for listening.
    Source: Huang, Yeomans, Brooks, Minson and Gino, "It Doesn't Hurt to Ask: Question-Asking Increases Liking"
    (2017): who asks more, above all follow-up questions, is liked better. The figures are ours.
    """
    # A Japanese question may end with its particle alone.
    count = len(re.findall(r"[?？؟]+|か。|か$", text.text, re.MULTILINE))
    if count < context.figure("conversation.questions"):
        yield whole(text, "no question is prepared for the conversation")
    elif count > context.figure("conversation.questions_most"):
        yield whole(text, f"{count} questions are too many for one conversation")


@rule(
    "conversation.close",
    severity="hint",
    advice="End with thanks and with what you will do next.",
    bad="How did you test the cloth? Who prints it? What failed first?",
    good="How did you test the cloth? Thank you, I will send you our results.",
    parts=("conversation",),
    languages=("en",),
)
def close(text: Text, context: Context) -> Iterator[Hit]:
    """A conversation script without a graceful close.

    Why: how it ends is what is remembered.
    Source: house rule; that ends weigh much in memory: Kahneman, Fredrickson, Schreiber and Redelmeier, "When
    More Pain Is Preferred to Less: Adding a Better End" (1993), about cold water, not talk.
    """
    if not phrases(text, "conversation.close"):
        yield whole(text, "the conversation has no closing thanks")


RULES: tuple[Rule, ...] = (
    stage_direction,
    vague_reason,
    generic,
    several_asks,
    pitch,
    again,
    no_mention,
    rambling,
    questions,
    close,
)
