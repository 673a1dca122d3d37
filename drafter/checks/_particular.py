"""Which sentences of a message could only have been written to this reader.

Without a profile, particularity shows in the words: something the reader made or did, a meeting or a friend in
common, news of theirs, together with details that are not the common coin of outreach. With names masked, such a
sentence would be false of almost anybody else; "your impressive background at Acme" would not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from drafter.checks._commonplace import COMMON
from drafter.checks._phrases import phrases
from drafter.checks._text import Span
from drafter.checks._wooing import merely_addressed, merely_invited, merely_wished, promised, to_look

if TYPE_CHECKING:
    from drafter.checks._rule import Context
    from drafter.checks._text import Text

_CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w.&'’+-]*")
_NAME = r"[A-ZÀ-Þ][a-zà-ÿ'’-]{1,30}(?:\s(?:(?:van|von|de|der|da)\s)?[A-ZÀ-Þ][a-zà-ÿ'’-]{1,30}){0,2}"
_MUTUAL = re.compile(
    rf"\b{_NAME}\s(?:\([^()\n]{{1,60}}\)\s)?(?:(?:kindly|just|recently|also|at\s\w+|from\s(?:the\s)?\w+|in\s\w+)\s)?"
    r"(?:suggested|recommended|mentioned|introduced|referred|pointed|told\sme|encouraged|thought\s(?:I|we|you)|passed"
    r"|gave\sme|put\sme|said\s(?:that\s)?you)\b"
    r"|\b(?:spoke|talked|chatted|worked|studied|talking|speaking|conversation|coffee|lunch)\s(?:with|to|under)"
    rf"\s{_NAME}|\b(?:mutual\s(?:friend|connection|acquaintance|contact)s?|our\s(?:friend|colleague)|referred\sby"
    rf"|at\sthe\ssuggestion\sof)[\s,:—-]{{1,3}}{_NAME}"
)
_NOT_NAMES = frozenset("I We You They He She It This That The My Our Your Someone Everyone Who LinkedIn".split())
# An apostrophe inside a word opens no quotation.
_QUOTED = re.compile(r"[\"“„«][^\"”»“\n]{6,120}[\"”»“]|(?<!\w)[‘'][^’'\n]{6,120}[’'](?!\w)")
_LOOSE = 5
_FRIEND = "friend"
_OWNED_NEEDS = 3
_OWNED = re.compile(r"\byour\s([a-zà-ÿ-]+)(?:\s([a-zà-ÿ-]+))?")
_ADDRESSED = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_TOLD = 2
_DEEDS = frozenset(["evidence.act", "evidence.you"])
_OURS = frozenset(["we", "our", "us", "ours"])
_NEEDED = (
    ("evidence.congratulation", 1),
    ("evidence.thing", 2),
    ("evidence.act", 2),
    ("evidence.shared", 2),
    ("evidence.shared_ground", 1),
    ("evidence.news", 3),
    ("evidence.question", 3),
    ("evidence.thanks", 2),
    ("evidence.you", _LOOSE),
)


def evidence(text: Text, context: Context) -> tuple[Span, ...]:
    """The sentences with something that is about this reader only."""
    cached = text.__dict__.get("_particular")
    if cached is None:
        cached = text.__dict__["_particular"] = tuple(_sentences(text, masked(context)))
    found: tuple[Span, ...] = cached
    return found


def cites_fact(text: Text, context: Context, offset: int | None = None) -> bool:
    """Whether a sentence cites a fact of the profile; with ``offset``, the sentence that stands there."""
    sentences = context.draft.sentences if context.draft else ()
    return any(
        one.part == text.part and one.facts and (offset is None or one.start <= offset < one.end) for one in sentences
    )


def carries(text: Text, context: Context, offset: int) -> bool:
    """Whether the sentence at an offset carries evidence."""
    return any(span.start <= offset < span.end for span in evidence(text, context))


FIGURE = re.compile(r"\b\d[\d.,:/]*\b")
_OFFERED_TIME = re.compile(
    r"\b\d{1,3}\s*(?:(?:-|–|to)\s*\d{1,3}\s*)?-?\s*(?:min(?:ute)?s?|hours?|hrs?)\b", re.IGNORECASE
)
PHONE = re.compile(r"\+?\(?\d[\d\s().-]{6,18}\d")
# Who speaks, with the firm: "this is Bill Lee with Norva Corp.", "my name's Jo Ash and I'm calling from Norva".
_INTRODUCED = re.compile(
    r"(?i:\b(?:this is|it['’]s|it is|my name is|my name['’]s|i['’]m|i am|calling))\s(?:(?:calling|writing)\s)?"
    rf"(?:(?:{_NAME})(?:,?\s(?:and\s(?:i['’]m|i am)\s)?(?:calling\s)?(?:with|from|at|of|for)\s(?:the\s)?"
    r"[A-Z][\w&.'’-]*(?:\s[A-Z][\w&.'’-]*){0,3})?"
    r"|(?:with|from)\s(?:the\s)?[A-Z][\w&.'’-]*(?:\s[A-Z][\w&.'’-]*){0,3})"
)
# "Good afternoon, Mr. Novak." names the reader and says nothing about them.
_GREETED = re.compile(r"\W*(?:hi|hey|hello|dear|good (?:morning|afternoon|evening))\b[^!?\n]{0,40}\W*$", re.IGNORECASE)
_ANCHORS = {"sms": 1}
_ACQUAINTED = frozenset({"follow_up", "check_in", "reconnect", "thank_you", "invitation_reply"})
_STOCK_LISTS = (
    "specificity.praise",
    "specificity.restated",
    "specificity.fit",
    "opening.stock",
    "pitch.job",
    "pitch.anonymous",
)
# The coin of outreach: what a sentence says beside such words is what may be about its reader.
_HOLLOW_LISTS = (
    *_STOCK_LISTS,
    "pitch.offer",
    "pitch.referral",
    "ask.vague",
    "closing.vague",
    "tone.flattery",
    "tone.machine",
    "tone.hype",
    "tone.shame",
    "tone.jargon",
    "kind.just_checking",
    "evidence.anybody",
    "pitch.bait",
    "tone.familiar",
    "tone.pressure",
    "ask.favour",
    "ask.job",
    "voicemail.vague_reason",
)
# Without a word to the reader, only news, congratulations and a meeting can be about them.
_UNADDRESSED = frozenset(["evidence.congratulation", "evidence.news", "evidence.shared", "evidence.thanks"])
# Figures and names in such a sentence are those of an offer, or a boast.
_OFFER_LISTS = ("pitch.offer", "voicemail.claim", "tone.hype", "specificity.offer")


def anchored(text: Text, context: Context) -> bool:
    """Whether plain things tie the message to one reader, though nothing they made or did is named.

    A figure, a name inside a sentence or a quotation is such a thing; a mass mailing has them too, beside its stock
    phrases, so one stock phrase undoes them all. People who know each other need one, strangers two.
    """
    low = text.lowered
    # Who knows the reader may speak of what passed between them without a "you".
    spoken_to = context.kind in _ACQUAINTED or re.search(r"\b(?:you|your|yours)\b", low)
    if not spoken_to or any(phrases(text, name) for name in _STOCK_LISTS):
        return False
    hidden = masked(context)
    found = 0
    offers = sorted(span.start for name in _OFFER_LISTS for span in phrases(text, name))
    sentences = text.sentences[:-1] if len(text.sentences) > 2 else text.sentences
    # A caller's first sentence says who calls.
    for span in sentences[1:] if text.part == "voicemail" else sentences:
        if (
            _GREETED.match(span.text)
            or _of_the_writers(span.text)
            or any(span.start <= offer < span.end for offer in offers)
        ):
            continue
        plain = PHONE.sub(" ", _OFFERED_TIME.sub(" ", without_introduction(span.text)))
        found += len(FIGURE.findall(plain)) + 2 * bool(_QUOTED.search(plain)) + _names_inside(plain, hidden)
    return found >= _ANCHORS.get(context.channel, 1 if context.kind in _ACQUAINTED else 2)


def plainly_theirs(text: Text, context: Context) -> bool:
    """Whether a part is plainly written for its reader."""
    if evidence(text, context) or (text.language == "en" and anchored(text, context)):
        return True
    if text.language != "en":
        from drafter.checks._abroad import tells_abroad

        return tells_abroad(PHONE.sub(" ", _OFFERED_TIME.sub(" ", text.text)))
    return text.part == "voicemail" and tells_plainly(text, context)


def without_introduction(sentence: str) -> str:
    """A sentence without the writer's or caller's own name and firm, which prove nothing about the reader."""
    return _INTRODUCED.sub(" ", sentence)


def tells_plainly(text: Text, context: Context) -> bool:
    """Whether a call tells of plain things: with no stock reason and no boast, two telling words are enough."""
    lists = (*_STOCK_LISTS, *_OFFER_LISTS, "voicemail.vague_reason", "voicemail.again", "ask.vague")
    if not re.search(r"\b(?:you|your|yours)\b", text.lowered) or any(phrases(text, name) for name in lists):
        return False
    hidden = masked(context)
    plain = [PHONE.sub(" ", _OFFERED_TIME.sub(" ", without_introduction(span.text))) for span in text.sentences]
    return sum(details(sentence, hidden) for sentence in plain if not _of_the_writers(sentence)) >= _TOLD


def _names_inside(sentence: str, masked: frozenset[str]) -> int:
    """How many names stand inside a sentence; its first word and a greeting's are no sign."""
    count, in_name = 0, False
    for place, word in enumerate(sentence.split()):
        low = word.strip(".,;:!?\"'()“”‘’—–…-*[]").lower().removesuffix("'s").removesuffix("’s")
        capital = bool(_CAPITALISED.match(word.lstrip("\"'(“‘"))) and not low.startswith(("i'", "i’"))
        named = place > 1 and capital and len(low) > 2 and low not in masked and low not in COMMON
        count += named and not in_name
        in_name = named
    return count


def masked(context: Context) -> frozenset[str]:
    """Words of the reader's and the organisation's name: they alone prove nothing."""
    names = [context.contact or "", context.organization.name if context.organization else ""]
    return frozenset(word for name in names for word in name.lower().split())


def _sentences(text: Text, masked: frozenset[str]) -> Iterator[Span]:
    anchors = [
        (span.start, name, needed)
        for name, needed in _NEEDED
        for span in phrases(text, name)
        if (needed != _LOOSE or not merely_addressed(text.lowered, span.start))
        and not (name == "evidence.news" and to_look(text.lowered, span.start, span.end))
        and not (name == "evidence.question" and merely_invited(text.lowered, span.start))
    ]
    if "your" in text.lowered:
        anchors += [
            (m.start(), "evidence.owned", _OWNED_NEEDS)
            for m in _OWNED.finditer(text.lowered)
            if _is_owned(m) and not promised(text.lowered, m.start())
        ]
    anchors += [(m.start(), _FRIEND, 0) for m in _MUTUAL.finditer(text.text) if m.group().split()[0] not in _NOT_NAMES]
    # "I see you are head of fleet and were at Denton before" tells what the reader did, and only to the reader.
    told_back = [
        sentence
        for span in phrases(text, "specificity.restated")
        if span.text.lower().startswith(("i ", "we ")) and (sentence := text.sentence_at(span.start))
    ]
    if told_back:
        anchors = [
            one
            for one in anchors
            if one[1] not in _DEEDS or not any(span.start <= one[0] < span.end for span in told_back)
        ]
    anchors.sort()
    hollow = sorted(span[:2] for name in _HOLLOW_LISTS for span in phrases(text, name))
    at = 0
    for span in text.sentences:
        inside = []
        while at < len(anchors) and anchors[at][0] < span.end:
            inside.append(anchors[at])
            at += 1
        if inside and _is_particular(span, inside, [one for one in hollow if span.start <= one[0] < span.end], masked):
            yield span


def _is_owned(match: re.Match[str]) -> bool:
    """Whether "your …" names a thing that outreach has no common word for: "your snow table", "your blue door"."""
    return any(len(word) > 3 and word not in COMMON for word in match.groups() if word)


def _is_particular(
    span: Span, anchors: list[tuple[int, str, int]], hollow: list[tuple[int, int]], masked: frozenset[str]
) -> bool:
    """Whether a sentence tells enough beside its stock phrases; one that has any must tell more."""
    addressed = _ADDRESSED.search(span.text)
    needs = [
        needed
        for start, name, needed in anchors
        if (addressed or name in _UNADDRESSED or name == _FRIEND)
        and not any(begin <= start < end for begin, end in hollow)
    ]
    least = min(needs, default=-1)
    if least < 0 or (least == _LOOSE and (_of_the_writers(span.text) or merely_wished(span.text))):
        return False
    plain = without_introduction(_without(span, hollow))
    return details(plain, masked) >= least + bool(hollow)


def _without(span: Span, stretches: list[tuple[int, int]]) -> str:
    kept, at = [], span.start
    for begin, end in stretches:
        kept.append(span.text[max(at, span.start) - span.start : max(begin - span.start, 0)])
        at = max(at, end)
    return " ".join([*kept, span.text[at - span.start :]])


def _of_the_writers(sentence: str) -> bool:
    """Whether a sentence is about what the writers have to offer."""
    return not _OURS.isdisjoint(sentence.lower().replace("'", " ").replace("’", " ").split())


# Somebody who types changes one sentence at a time.
@lru_cache(maxsize=512)
def details(sentence: str, masked: frozenset[str] = frozenset()) -> int:
    """How many words of a sentence are not the common coin of outreach; a run of capitalised words is one."""
    count, in_name = 0, True
    for word in sentence.split():
        low = word.strip(".,;:!?\"'()“”‘’—–…-*[]").lower().removesuffix("'s").removesuffix("’s")
        if not low or low in masked:
            continue
        bare = word.lstrip("\"'(“‘")
        named = bool(_CAPITALISED.match(bare)) and low not in ("i", "i'm", "i’m", "i'd", "i’d", "i've", "i’ve")
        telling = low not in COMMON and len(low) > 3 and "'" not in low
        if low[0].isdigit() or (not in_name if named else telling):
            count += 1
        in_name = named
    return count + 2 * bool(_QUOTED.search(sentence))
