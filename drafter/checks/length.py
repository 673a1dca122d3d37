"""Length: what a platform cuts off, and what a busy reader does."""

from __future__ import annotations

import math
from collections.abc import Iterator

from drafter.checks._particular import evidence
from drafter.checks._rule import Context, Hit, Rule, rule
from drafter.checks._text import Text

_GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM_EXTENDED = frozenset("^{}\\[~]|€\f")


def _limit(context: Context) -> float:
    if context.channel == "linkedin_invitation":
        return context.figure("length.invitation_paid" if context.paid_linkedin else "length.invitation")
    return context.figure(
        {"inmail": "length.inmail", "sms": "length.sms_longest"}.get(context.channel, "length.linkedin")
    )


@rule(
    "length.channel_limit",
    severity="error",
    advice="Cut it to the limit: keep the reason and the ask, drop the rest.",
    bad="Hi Rune, " + "your paper on snow loads helped us twice this winter, " * 4 + "could we talk?",
    good="Hi Rune, your paper on snow loads helped us twice this winter. May I ask you one question about it?",
    channels=("linkedin_invitation", "linkedin_message", "inmail", "sms"),
    thresholds={
        "length.invitation": 200,
        "length.invitation_paid": 300,
        "length.inmail": 1900,
        "length.linkedin": 8000,
        "length.sms_longest": 1600,
    },
    example=Context(channel="linkedin_invitation"),
)
def channel_limit(text: Text, context: Context) -> Iterator[Hit]:
    """More characters than the platform takes.

    Why: what is over the limit is cut off or refused.
    Source: limits as published guides to the platform report them (2024 and later): 200 characters in an
    invitation from a free account, 300 from a paid one, 1,900 in an InMail (older help
    pages say 2,000; the stricter one holds).
    """
    limit, count = int(_limit(context)), len(text.text)
    if count <= limit:
        return
    told = f"{count} characters are too long: this channel takes {limit}"
    if context.channel == "linkedin_invitation" and not context.paid_linkedin:
        paid = int(context.figure("length.invitation_paid"))
        if count <= paid:
            told += f" from a free account, {paid} from a paid one (paid_linkedin = true in drafter.toml)"
    yield Hit(limit, count, told)


@rule(
    "length.subject",
    severity="warning",
    advice="Name the one thing it is about in three to eight words.",
    bad="A quick question regarding a possible conversation about your recent work on river gauges and what "
    "it may mean",
    good="A question about your river gauges",
    parts=("subject",),
    thresholds={"length.subject": 70, "length.inmail_subject": 200},
)
def subject(text: Text, context: Context) -> Iterator[Hit]:
    """A subject line that will not be seen whole.

    Why: a phone shows some 40 characters, a desktop some 70; an InMail subject longer than 200 is refused.
    Source: house rule for what is seen; the InMail limit as guides to the platform report it.
    """
    limit, count = int(context.figure("length.subject")), len(text.text)
    hard = int(context.figure("length.inmail_subject"))
    if context.channel == "inmail" and count > hard:
        yield Hit(hard, count, f"the subject is too long: {count} characters, {hard} fit", severity="error")
    elif count > limit:
        yield Hit(limit, count, f"the subject is long: {count} characters, {limit} can be read")


@rule(
    "length.words",
    severity="warning",
    advice="Keep one reason and one question; save the rest for the conversation.",
    bad="Your paper on snow loads helped us. " + "We measured the roof again in March and it held. " * 22,
    good="Your paper on snow loads helped us twice this winter. May I ask you one question about it?",
    thresholds={
        "length.words": 200,
        "length.words.linkedin_message": 160,
        "length.words.inmail": 160,
        "length.words.sms": 60,
        "length.words.linkedin_invitation": 60,
        "length.words.introduction_request": 260,
    },
)
def words(text: Text, context: Context) -> Iterator[Hit]:
    """More words than a stranger reads.

    Why: long first messages are put off and then forgotten.
    Source: Boomerang's study of its users' mail (2016): most replies between 50 and 125 words. The limits are ours.
    """
    limit, count = int(context.figure("length.words")), len(text.words)
    if count > limit:
        yield Hit(
            text.words[limit].start, len(text.text), f"{count} words are too long for this channel: aim below {limit}"
        )


@rule(
    "length.wall",
    severity="warning",
    advice="Break it into paragraphs of two or three sentences, or cut it.",
    bad="We measured the roof again in March and it held up well. " * 14,
    good="We measured the roof again in March.\n\nIt held up well, thanks to your tables.",
    thresholds={"length.paragraph": 130, "length.paragraph.sms": 60, "length.paragraph.linkedin_message": 95},
)
def wall(text: Text, context: Context) -> Iterator[Hit]:
    """A wall of text: one paragraph that goes on and on.

    Why: on a phone it fills the screen, and the ask drowns in it.
    Source: house rule; the federal plain-language guidelines also ask for short paragraphs. The figure is ours.
    """
    limit = int(context.figure("length.paragraph"))
    for span in text.paragraphs:
        count = len(span.text.split())
        if count > limit:
            yield Hit(span.start, span.end, f"a wall of text: {count} words in one paragraph")


@rule(
    "length.sms_segments",
    severity="warning",
    advice="Shorten it to one text message, or write an e-mail.",
    bad="Hi Rune, Lena here from the roof survey. " + "We measured it again in March and it held. " * 10,
    good="Hi Rune, Lena here from the roof survey. Your tables held. Could I call you on Friday at 10?",
    channels=("sms",),
    thresholds={"length.sms_segments": 2},
    example=Context(channel="sms"),
)
def sms_segments(text: Text, context: Context) -> Iterator[Hit]:
    """A text message that is sent as several.

    Why: parts arrive late or in disorder, and a stranger's long text message reads like spam.
    Source: 3GPP TS 23.038: 160 characters in the GSM alphabet, 70 with any other letter; joined (TS 23.040),
    153 and 67.
    """
    count, limit = segments(text.text), int(context.figure("length.sms_segments"))
    if count > limit:
        yield Hit(0, len(text.text), f"too long for a text message: it is sent as {count}")


def segments(text: str) -> int:
    """The number of text messages a text is sent as."""
    if all(char in _GSM or char in _GSM_EXTENDED for char in text):
        units, single, joined = len(text) + sum(char in _GSM_EXTENDED for char in text), 160, 153
    else:
        units, single, joined = len(text.encode("utf-16-le")) // 2, 70, 67
    return 1 if units <= single else math.ceil(units / joined)


@rule(
    "length.thin",
    severity="warning",
    advice="Say why you write to this person and what you would like from them.",
    bad="Hi Rune, let's connect!",
    good="Hi Rune, your paper on snow loads saved our roof. May I ask you about drift factors?",
    kinds=("introduction", "advice_request", "introduction_request", "reconnect", "follow_up"),
    thresholds={"length.thin": 14, "length.thin.follow_up": 10},
)
def thin(text: Text, context: Context) -> Iterator[Hit]:
    """Too few words to hold a reason and a request.

    Why: who gives no reason gets no answer.
    Source: house rule.
    """
    count = len(text.words) or len(text.text) // 2
    if count < int(context.figure("length.thin")) and text.text.isascii():
        # "Your snow table saved our roof. Which gauge did you use?" has both a reason and a question.
        milder = "hint" if "?" in text.text and evidence(text, context) and not context.strict else None
        yield Hit(0, len(text.text), f"{count} words leave no room for a reason", severity=milder)  # type: ignore[arg-type]


RULES: tuple[Rule, ...] = (channel_limit, subject, words, wall, sms_segments, thin)
