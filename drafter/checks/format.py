"""Format: what arrives broken or suspicious."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from drafter.checks._language import COMMON, detect
from drafter.checks._rule import EVERY_PART, Context, Hit, Rule, rule
from drafter.checks._text import Text

_MARKUP = re.compile(
    r"\*\*[^*\n]{1,120}\*\*|(?<!\w)__(?![a-z]{1,30}__)[^_\n]{1,80}__(?!\w)|^#{1,6} \S[^\n]{0,80}"
    r"|</?(?:b|i|u|p|br|div|span|strong|em|a|li|ul|ol|h[1-6]|script|style|img|iframe|svg|form|input|button|object|embed|video|audio|font"
    r"|table|t[rdh]|pre|code|blockquote|center)\b[^>\n]{0,120}>"
    r"|!?\[[^\]\n]{0,80}\]\([^)\s]{1,300}\)"
    r"|^```",
    re.MULTILINE | re.IGNORECASE,
)
# Seen quickly, and absent from most messages.
_MAY_MARK = re.compile(r"[*_#<`\]]")
_BROKEN = re.compile(
    r"\ufffd|â€[™œ\u009d\u0080-\u00bf“”˜¦]|Ã[\u0080-\u00bf©¨¼¶¤±³ºª«]|&(?:amp|nbsp|quot|lt|gt|#\d{2,4});|ï¿½"
    "|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
)
_SHORT_LINK = re.compile(
    r"\b(?:https?://)?(?:bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd|buff\.ly|rebrand\.ly|cutt\.ly|lnkd\.in)/[\w-]{1,40}",
    re.I,
)
_HIDDEN = re.compile("[\u200b\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]+")


@rule(
    "format.markup",
    severity="warning",
    advice="Write plain text; the channel shows the signs as they are.",
    bad="Your **night map** is clear.",
    good="Your night map is clear, 5 * 3 prints sold.",
    parts=EVERY_PART,
)
def markup(text: Text, context: Context) -> Iterator[Hit]:
    """Markdown or HTML in plain text.

    Why: the reader sees the signs, and that it was pasted from a tool.
    Source: house rule; most of these channels show plain text.
    """
    for match in _MARKUP.finditer(text.text) if _MAY_MARK.search(text.text) else ():
        yield Hit(match.start(), match.end(), f"markup in plain text: {match.group()[:40]}")


@rule(
    "format.encoding",
    severity="error",
    advice="Type the broken sign again.",
    bad="I donâ€™t know the cafÃ© you drew.",
    good="I don’t know the café you drew.",
    parts=EVERY_PART,
)
def encoding(text: Text, context: Context) -> Iterator[Hit]:
    """Letters broken on the way through a program, or signs that act on a screen instead of being read.

    Why: it tells that nobody read it before it went out.
    Source: the known forms of UTF-8 read as Windows-1252.
    """
    for match in _BROKEN.finditer(text.text):
        sign = match.group() if match.group().isprintable() else f"a control character, {ord(match.group()[0]):#04x}"
        yield Hit(match.start(), match.end(), f"broken encoding: {sign}")


@rule(
    "format.lookalike",
    severity="error",
    advice="Type the word again.",
    bad="Your P\u0430ypal page is down.",
    good="Your page at Яндекс is down.",
    parts=EVERY_PART,
)
def lookalike(text: Text, context: Context) -> Iterator[Hit]:
    """A word that mixes alphabets, or holds signs that cannot be seen.

    Why: filters and readers take it for fraud.
    Source: Unicode Technical Standard 39, mixed-script detection.
    """
    if text.text.isascii():
        return
    for word in text.words:
        if not word.text.isascii() and len(_scripts(word.text)) > 1:
            yield Hit(word.start, word.end, f"“{word.text}” mixes look-alike letters of two alphabets")
    for match in _HIDDEN.finditer(text.text):
        yield Hit(match.start(), match.end(), "signs that cannot be seen", severity="warning")


def _scripts(word: str) -> set[str]:
    names = {unicodedata.name(char, "").partition(" ")[0] for char in word if char.isalpha()}
    return names & {"LATIN", "CYRILLIC", "GREEK"}


@rule(
    "format.short_link",
    severity="warning",
    advice="Give the whole address.",
    bad="See https://bit.ly/3abcDEF for the map.",
    good="See https://example.org/maps/night for the map.",
    parts=EVERY_PART,
)
def short_link(text: Text, context: Context) -> Iterator[Hit]:
    """A shortened link that hides where it leads.

    Why: nobody should click on it, and many filters do not let it through.
    Source: house rule.
    """
    for match in _SHORT_LINK.finditer(text.text) if "/" in text.text else ():
        yield Hit(match.start(), match.end(), f"a shortened link hides its target: {match.group()}")


@rule(
    "format.links",
    severity="hint",
    advice="Keep the one link they need.",
    bad="See https://a.example, https://b.example, https://c.example and https://d.example.",
    good="See https://example.org/maps.",
    thresholds={"format.links": 3},
)
def links(text: Text, context: Context) -> Iterator[Hit]:
    """Many links.

    Why: each further one takes attention from the question, and filters count them.
    Source: house rule.
    """
    found = list(re.finditer(r"https?://\S{1,300}", text.text))
    limit = int(context.figure("format.links"))
    if len(found) > limit:
        yield Hit(found[limit].start(), found[limit].end(), f"{len(found)} links")


# So many different common words of the message's own language settle it.
_AT_HOME = 4
_FOREIGN = 3
_QUOTATION = re.compile(r"[\"“„«][^\"”»“\n]{1,400}[\"”»“]")


@rule(
    "format.mixed_language",
    severity="warning",
    advice="Write the whole message in the language of its reader.",
    bad="Hi Mira, your map of the night buses is clear and I use it.\n\nIch würde mich sehr freuen, wenn wir uns bei "
    "Ihnen in Gent auf einen Kaffee treffen und über die Karte sprechen.",
    good="Hi Mira, your map of the night buses is clear. You call it “die Karte für die Nacht, die nicht schläft”.",
    parts=EVERY_PART,
    thresholds={"format.paragraph_words": 8, "format.sure_words": 20},
)
def mixed_language(text: Text, context: Context) -> Iterator[Hit]:
    """A paragraph in another language than the rest.

    Why: it was pasted from another message.
    Source: house rule.
    """
    if len(text.paragraphs) < 2:
        return
    for span in text.paragraphs:
        plain = _QUOTATION.sub(" ", span.text)
        if len(plain.split()) < context.figure("format.paragraph_words"):
            continue
        words = set(re.findall(r"[^\W\d_]+", plain.lower()))
        common = len(words & COMMON.get(text.language, frozenset()))
        # A detector takes short English for anything; no other paragraph has so many English words.
        if common > _AT_HOME or (text.language == "en" and common > 1 and 6 * common >= len(words)):
            continue
        language = detect(plain, default=text.language)
        if language != text.language and _sure(plain, language, text.language):
            # "A no is a fine answer too." has three words that are Portuguese as well: few words prove little.
            short = len(plain.split()) < context.figure("format.sure_words")
            message = f"mixed languages: this paragraph is “{language}”, the rest “{text.language}”"
            yield Hit(span.start, span.end, message, severity="hint" if short else None)


def _sure(paragraph: str, language: str, own: str) -> bool:
    """Whether a paragraph has several different common words of a language and clearly more than of the message's."""
    told = frozenset(paragraph.lower().split())
    found = len(COMMON.get(language, frozenset()) & told)
    return language not in COMMON or (found >= _FOREIGN and found >= 2 * len(COMMON.get(own, frozenset()) & told))


RULES: tuple[Rule, ...] = (markup, encoding, lookalike, short_link, links, mixed_language)
