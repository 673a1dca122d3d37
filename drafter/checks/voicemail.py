"""Voicemail: a stranger listens once, with a pen in hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.checks._particular import evidence
from drafter.checks._phrases import phrases
from drafter.checks._rule import Context, Hit, Rule, rule
from drafter.checks._said import said
from drafter.checks._text import Lazy, Span, Text

if TYPE_CHECKING:
    from drafter.models import Severity

_SLOT = r"[\[{<(]{1,2}[^\[\]{}<>()\n]{0,40}"
_NUMBER_SLOT = Lazy(
    rf"{_SLOT}\b(?:phone|number|tel|telephone|mobile|cell|callback|telefon\w*|rufnummer|handynummer|nummer|numéro|número|telefono)\b[^\[\]{{}}<>()\n]{{0,40}}[\]}}>)]"
    rf"|(?-i:\b(?:PHONE|NUMBER)(?:_NUMBER)?\b)|\(?[\dXx]{{3}}\)?[-. ][Xx]{{3}}[-. ][Xx\d]{{4}}",
    re.IGNORECASE,
)
_NAME = Lazy(
    r"\b(?:this is|it['’]s|it is|my name is|my name['’]s|name['’]s|i['’]m|i am|hier ist|hier spricht"
    r"|mein name ist|ich bin"
    r"|c['’]est|ici|je m['’]appelle|je suis|soy|me llamo|habla|sono|sou)\s+(?:again\s+|calling\s+)?"
    r"((?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+)?[A-ZÀ-Þ][\w'’-]+(?:\s+(?:van|von|de|del|der|la|le|da|di|bin|al)){0,2}"
    r"(?:\s+[A-ZÀ-Þ][\w'’.-]+){0,2}|[\[{<(]{1,2}[^\[\]{}<>()\n]{1,40}[\]}>)]{1,2})",
)
_NAME_HERE = Lazy(
    r"((?:\b[A-ZÀ-Þ][\w'’-]{1,30}\s){1,3}|[\[{<(]{1,2}[^\[\]{}<>()\n]{1,40}[\]}>)]{1,2}\s+)(?:here\b|calling\b|speaking\b|from\b|with\b)"
    # "Kaja Strand in Svolvær." and "Kaja Strand again.": a first and a last name, or it may be the reader's.
    r"|((?:\b[A-ZÀ-Þ][\w'’-]{1,30}\s){2,3})(?:in|at|of|again|on)\b"
)
_NAME_JA = Lazy(r"(?:と申します|です。|でございます)|[\u4e00-\u9fff\uac00-\ud7af]{2,6}(?:입니다|이라고)|我是")
_SPEAKABLE = Lazy(r"[*_#|\\^~=]+|[()]")
_WEB = Lazy(
    r"https?://\S{1,300}|\bwww\.\S{1,300}|\b[a-z0-9-]{2,40}\.(?:com|org|net|io|co|de|ai|app|dev|me|ly)\b(?:/\S{0,200})?",
    re.I,
)
_WEB_SLOT = Lazy(rf"{_SLOT}\b(?:link|url|website|calendar|site)\b[^\[\]{{}}<>()\n]{{0,40}}[\]}}>)]", re.IGNORECASE)
_WORDS_NUMBER = {
    word: digit
    for digit, words in enumerate(
        ("zero oh null", "one eins", "two zwei", "three drei", "four vier", "five fünf", "six sechs", "seven sieben")
    )
    for word in words.split()
} | {"eight": 8, "acht": 8, "nine": 9, "neun": 9}


def numbers(text: Text) -> list[tuple[int, int, str]]:
    """Each time a number is said: start, end, and its digits or the name of its placeholder."""
    from drafter.language import speech

    found = speech.phones(text.text)
    found += [(m.start(), m.end(), "placeholder") for m in _NUMBER_SLOT.finditer(text.text)]
    found += _dictated(text)
    return sorted(found)


def _dictated(text: Text) -> Iterator[tuple[int, int, str]]:
    run: list[Span] = []
    for word in (*text.words, Span(len(text.text) + 99, len(text.text) + 99, "")):
        low = word.text.lower()
        if low in _WORDS_NUMBER and (not run or word.start - run[-1].end <= 4):
            run.append(word)
            continue
        if len(run) >= 6:
            digits = "".join(str(_WORDS_NUMBER[span.text.lower()]) for span in run)
            yield run[0].start, run[-1].end, digits
        run = [word] if low in _WORDS_NUMBER else []


def named(text: Text) -> tuple[int, int, str] | None:
    """Where the caller says their own name: start, end, and the name."""
    found = []
    for pattern in (_NAME, _NAME_HERE):
        if m := pattern.search(text.text):
            group = 1 if m.group(1) else 2
            if not m.group(group).lower().startswith(("calling", "just", "following", "not ")):
                found.append((m.start(group), m.end(group), m.group(group).strip()))
    if not found and (m := _NAME_JA.search(text.text)):
        found = [(m.start(), m.end(), m.group())]
    return min(found, default=None)


@rule(
    "voicemail.too_long",
    severity="warning",
    advice="Cut to name, one reason, and the number twice: 20 to 30 seconds.",
    bad="Hello Rune, this is Lena Wolf. " + "We measured the roof again in March and it held well. " * 9,
    good="Hello Rune, this is Lena Wolf, about your snow tables. My number is 030 555 0142. Again, 030 555 0142.",
    parts=("voicemail",),
    thresholds={
        "voicemail.seconds": 32,
        "voicemail.seconds_long": 40,
        "voicemail.seconds_longest": 45,
        "voicemail.words_per_minute": 150,
    },
)
def too_long(text: Text, context: Context) -> Iterator[Hit]:
    """A voicemail that takes longer to hear than a stranger gives it.

    Why: most listeners delete at about half a minute, and the number comes last.
    Source: house rule: 20 to 30 seconds.
    """
    from drafter.language import speech

    length = speech.seconds(text.text, text.language, context.figure("voicemail.words_per_minute"))
    limit = context.figure("voicemail.seconds")
    if length > limit:
        severity: Severity | None = None
        if length > context.figure("voicemail.seconds_longest"):
            severity = "error"
        elif length <= context.figure("voicemail.seconds_long") and not context.strict:
            severity = "hint"
        message = f"the voicemail is too long: about {length:.0f} seconds, aim for {limit:.0f} at most"
        yield Hit(0, len(text.text), message, severity=severity)


@rule(
    "voicemail.no_name",
    severity="warning",
    advice="Begin with their name and yours: “Hello Rune, this is Lena Wolf.”",
    bad="Hello Rune, I read your snow tables and I have a question about the north side of our roof.",
    good="Hello Rune, this is Lena Wolf. I read your snow tables and have a question.",
    parts=("voicemail",),
    thresholds={"voicemail.name_words": 14},
)
def no_name(text: Text, context: Context) -> Iterator[Hit]:
    """The caller's name comes late or not at all.

    Why: until they know who speaks, nobody listens to what is said.
    Source: house rule.
    """
    found = _own_name(text, context)
    if found is None:
        yield Hit(0, 0, "the caller's name is never said")
    elif sum(word.end <= found[0] for word in text.words) > context.figure("voicemail.name_words"):
        yield Hit(found[0], found[1], "the caller's name comes late")
    elif (
        " " not in found[2] and found[2][0] not in "[{<(" and found[2][0].isascii() and not _surname_later(text, found)
    ):
        yield Hit(found[0], found[1], "only a first name is given, not the full name", severity="hint")


def _surname_later(text: Text, found: tuple[int, int, str]) -> bool:
    return bool(re.search(rf"{re.escape(found[2])}\s+[A-ZÀ-Þ]\w+", text.text[found[1] :]))


def _own_name(text: Text, context: Context) -> tuple[int, int, str] | None:
    if context.sender:
        at = text.text.casefold().find(context.sender.name.casefold())
        if at >= 0:
            return at, at + len(context.sender.name), context.sender.name
    return named(text)


@rule(
    "voicemail.no_number",
    severity="warning",
    advice="End with your number, said twice.",
    bad="Hello Rune, this is Lena Wolf, about your snow tables. Please call me back when you can.",
    good="Hello Rune, this is Lena Wolf, about your snow tables. My number is 030 555 0142. Again, 030 555 0142.",
    parts=("voicemail",),
)
def no_number(text: Text, context: Context) -> Iterator[Hit]:
    """No number to call back.

    Why: caller identification fails behind switchboards and in transcripts.
    Source: house rule.
    """
    if not numbers(text) and not _is_japanese_number(text):
        yield Hit(len(text.text), len(text.text), "no phone number to call back is said")


def _is_japanese_number(text: Text) -> bool:
    return sum(text.text.count(digit) for digit in "〇零一二三四五六七八九") >= 8


@rule(
    "voicemail.number_once",
    severity="warning",
    advice="Say the number again at the end, slowly and in groups.",
    bad="Hello Rune, this is Lena Wolf, about your snow tables. My number is 030 555 0142. Thank you.",
    good="Hello Rune, this is Lena Wolf, about your snow tables. My number is 030 555 0142. Again, 030 555 0142.",
    parts=("voicemail",),
)
def number_once(text: Text, context: Context) -> Iterator[Hit]:
    """The number is said only once.

    Why: nobody has a pen ready the first time.
    Source: house rule.
    """
    said = numbers(text)
    if len(said) == 1:
        yield Hit(said[0][0], said[0][1], "the number is said only once; say it twice")
    elif said and all(_digits(one) != _digits(said[-1]) for one in said[:-1]):
        yield Hit(said[-1][0], said[-1][1], "the numbers said differ, so none of them is repeated; say one twice")


def _digits(said: tuple[int, int, str]) -> str:
    return said[2][-6:] if said[2].isdigit() else said[2]


@rule(
    "voicemail.not_your_number",
    severity="error",
    advice="Say your own number, as your sender profile has it.",
    bad="Hello Rune, this is Lena Wolf. My number is 030 555 0199. Again, 030 555 0199.",
    good="Hello Rune, this is Lena Wolf. My number is 030 555 0142. Again, 030 555 0142.",
    parts=("voicemail",),
    needs=("sender",),
    example=lambda: _example_sender(),
)
def not_your_number(text: Text, context: Context) -> Iterator[Hit]:
    """A number that is not the sender's.

    Why: a wrong digit sends the answer to a stranger.
    Source: promise of this program: nothing unproven.
    """
    from drafter.language import speech

    phone = context.sender.phone if context.sender else None
    own = "".join(filter(str.isdigit, phone or ""))
    for start, end, digits in speech.phones(text.text):
        if own and not (digits.endswith(own[-7:]) or own.endswith(digits[-7:])):
            yield Hit(start, end, "this number is not the sender's")


def _example_sender() -> Context:
    from drafter.models import Sender

    return Context(sender=Sender(name="Lena Wolf", phone="+49 30 555 0142"))


@rule(
    "voicemail.late_reason",
    severity="warning",
    slip=True,
    advice="Say why you call in the sentence after your name.",
    bad="Hello Rune, this is Lena Wolf. I hope you are well. It is a lovely day. My number is 030 555 0142. "
    "I am out on Monday.",
    good="Hello Rune, this is Lena Wolf. I am calling about your snow tables. My number is 030 555 0142.",
    parts=("voicemail",),
    languages=("en",),
)
def late_reason(text: Text, context: Context) -> Iterator[Hit]:
    """No reason for the call in the first third.

    Why: a listener decides within seconds whether this concerns them.
    Source: house rule.
    """
    # A sentence that could only be said to this person is its own reason.
    reasons = sorted((*phrases(text, "voicemail.reason"), *evidence(text, context)))
    third = text.words[len(text.words) // 2].start if text.words else 0
    if not reasons:
        yield Hit(0, 0, "no reason for the call is given")
    elif reasons[0].start > third:
        yield Hit(reasons[0].start, reasons[0].end, "the reason for the call comes late")


@rule(
    "voicemail.unspeakable",
    severity="warning",
    advice="Write what is to be said: words, no symbols, no links.",
    bad="Hello Rune, this is Lena Wolf. See https://example.org/roof and call 030 555 0142.",
    good="Hello Rune, this is Lena Wolf. I have sent you the pictures by e-mail; call me on 030 555 0142.",
    parts=("voicemail",),
)
def unspeakable(text: Text, context: Context) -> Iterator[Hit]:
    """A link or a sign that cannot be said aloud.

    Why: nobody writes down a web address by ear, and signs are stumbled over.
    Source: house rule; try reading one aloud.
    """
    for pattern in (_WEB, _WEB_SLOT):
        for match in pattern.finditer(text.text):
            yield Hit(match.start(), match.end(), f"a link or web address cannot be spoken: {match.group()[:60]}")
    yield from said(text, "voicemail.site", "a link or web address is no use to a listener")
    if sign := _SPEAKABLE.search(re.sub(r"\(?\d[\d() -]*", lambda found: "0" * len(found.group()), text.text)):
        yield Hit(sign.start(), sign.end(), f"“{sign.group()}” cannot be spoken")


RULES: tuple[Rule, ...] = (too_long, no_name, no_number, number_once, not_your_number, late_reason, unspeakable)
