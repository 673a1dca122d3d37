"""Manners: how a stranger asks, writes and keeps their word; rules of tone and kind beside those of the wording."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks._phrases import phrases
from drafter.checks._rule import EVERY_PART, Context, Hit, Rule, rule
from drafter.checks._said import said
from drafter.checks._text import Text

# A word of these is slang at most; two of them make text-speak.
_MILD = frozenset(
    "wanna gonna gotta kinda sorta dunno gimme lemme yeah yep nope ya yo tho thru fyi asap dm lol imo imho np ty msg "
    "abt bc dis tmrw tmr sup".split()
)
# "Heyyy", "soooo": a letter three times over.
_STRETCHED = re.compile(r"\b[a-z]*([a-z])\1{2,}[a-z]*\b(?<!www)(?<!iii)(?<!xxx)", re.IGNORECASE)
_SMALL_I = re.compile(r"(?<![\w.])i(?=\s[a-z]|['’](?:m|d|ve|ll)\b)")


@rule(
    "tone.textspeak",
    severity="warning",
    advice="Write the words out.",
    bad="hey u, pls send ur notes thx",
    good="Hello Mira, please send your notes. Thank you.",
    languages=("en",),
    thresholds={"tone.textspeak": 2, "tone.small_i": 2},
)
def textspeak(text: Text, context: Context) -> Iterator[Hit]:
    """Text-speak: "u", "pls", "gonna", a small "i".

    Why: to a stranger it looks as if the message was not worth a minute.
    Source: house rule.
    """
    found = [span for span in phrases(text, "tone.textspeak") if not span.text.isupper()]
    strong = [span for span in found if span.text.lower() not in _MILD]
    if strong or len(found) >= context.figure("tone.textspeak"):
        first = (strong or found)[0]
        milder = "hint" if context.channel == "sms" and len(found) < 3 else None
        yield Hit(first.start, first.end, f"text-speak: “{first.text}”", severity=milder)  # type: ignore[arg-type]
    stretched = _STRETCHED.search(text.text)
    if stretched and not stretched.group().isupper() and context.channel != "sms":
        yield Hit(stretched.start(), stretched.end(), f"stretched letters: “{stretched.group()}”")
    small = list(_SMALL_I.finditer(text.text))
    if len(small) >= context.figure("tone.small_i"):
        yield Hit(small[0].start(), small[0].end(), f"“I” is written small {len(small)} times")


_CALL_ME = re.compile(r"(?:give|send) (?:me|us) (?:a|an) (?:call|ring|shout|buzz|text|message|line|e-?mail)\b")


@rule(
    "tone.demand",
    severity="warning",
    advice="Ask: “Could you …?” and say what it is for.",
    bad="Send me your list of customers. I need you to reply.",
    good="Could you tell me which customers tested it? It would help me choose.",
    kinds=("introduction", "advice_request", "introduction_request", "follow_up", "reconnect"),
    languages=("en",),
)
def demand(text: Text, context: Context) -> Iterator[Hit]:
    """A demand in place of a request.

    Why: nobody owes a stranger anything.
    Source: house rule; Brehm, A Theory of Psychological Reactance (1966): people resist what threatens a freedom.
    """
    for hit in said(text, "tone.demand", "a demand, not a request"):
        sentence = text.sentence_at(hit.start)
        offered = _CALL_ME.match(text.lowered[hit.start :])
        if sentence and not offered and not sentence.text.endswith("?") and "please" not in sentence.text.lower():
            yield hit


@rule(
    "tone.familiar",
    severity="warning",
    slip=True,
    advice="Greet them by name and let the acquaintance come from what you write.",
    bad="Hey buddy! We should totally hang out.",
    good="Hi Mira, we should compare our maps: yours has the night trams, mine the ferries.",
    kinds=("introduction", "advice_request", "introduction_request", "follow_up", "invitation_reply"),
    languages=("en",),
)
def familiar(text: Text, context: Context) -> Iterator[Hit]:
    """False familiarity: a stranger talks like an old friend.

    Why: it claims a closeness that the reader would remember.
    Source: house rule.
    """
    yield from said(text, "tone.familiar", "false familiarity")


@rule(
    "tone.lecture",
    severity="warning",
    advice="Point at the one thing, as a question, and say how you came upon it; leave the verdict out.",
    bad="Your map is full of errors. I wonder whether you ever took a night bus.",
    good="On your map the N4 still calls at Dampoort. It was moved in May: is a new edition planned?",
    parts=("message", "voicemail"),
    languages=("en",),
)
def lecture(text: Text, context: Context) -> Iterator[Hit]:
    """A lecture: the reader's work is found wanting, and then something is wanted of them.

    Why: nobody thanks a stranger for a verdict.
    Source: house rule; sales mail that begins with the faults of its reader's site.
    """
    yield from said(text, "tone.lecture", "a verdict on the reader's work")


_DEADLINE = re.compile(
    r"\b(?:reply|respond|answer|confirm|decide|(?:get|come) back to me|let me know|call me"
    r"|send (?:it|them|me|us|your|the)|please [a-z]{3,12}"
    r"|(?:need|want|expect|require) (?:it|this|them|an?|your|you)\b)[^.?!\n]{0,50}?"
    r"\b(?:by|before|no later than|until|within)\s(?:tomorrow|tonight|today|noon|midnight|the end|end of|eod|cob|eow|\d"
    r"|(?:this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"\b(?:by|before|no later than|until|within)\s")
_BECAUSE = re.compile(
    r"\b(?:because|since|so that|as (?:the|we|i|it)|prints?|closes?|booked|starts?|leaves?)\b", re.IGNORECASE
)


@rule(
    "tone.deadline",
    severity="warning",
    advice="Leave the day to them, or give the reason for yours.",
    bad="Please reply by Friday.",
    good="Could you reply by Friday, since the hall is booked for Monday? If not, no worries.",
    kinds=("introduction", "advice_request", "introduction_request"),
    languages=("en",),
)
def deadline(text: Text, context: Context) -> Iterator[Hit]:
    """A deadline set by a stranger, without a reason.

    Why: their calendar is theirs.
    Source: house rule; Brehm, A Theory of Psychological Reactance (1966): people resist what threatens a freedom.
    """
    for match in _DEADLINE.finditer(text.text) if _LIMIT.search(text.lowered) else ():
        sentence = text.sentence_at(match.start())
        if sentence and not _BECAUSE.search(sentence.text):
            yield Hit(match.start(), match.end(), f"a deadline set by a stranger: “{match.group()}”")


@rule(
    "kind.sells",
    severity="warning",
    advice="Leave the offer out; send it another day as its own message, if at all.",
    bad="Hi Mira, thank you for the tour. Our new course is 20 percent off.",
    good="Hi Mira, thank you for the tour. The proofs from 1964 stayed with me.",
    kinds=("check_in", "thank_you", "advice_request", "reconnect"),
    languages=("en",),
    example=Context(kind="thank_you"),
)
def sells(text: Text, context: Context) -> Iterator[Hit]:
    """A thank-you, a check-in or a request for advice that sells.

    Why: the courtesy turns out to be a wrapper.
    Source: house rule.
    """
    if context.kind != "advice_request":
        yield from said(text, "kind.sells", "an offer in a message that should have none")
        return
    # What the writer sells may be what the advice is about; what it would do for the reader is a pitch.
    for hit in said(text, "pitch.offer", "an offer in a request for advice"):
        sentence = text.sentence_at(hit.start)
        if sentence and re.search(r"\byour?\b", sentence.text, re.IGNORECASE) and not _in_notes(text, hit, context):
            yield hit


def _in_notes(text: Text, hit: Hit, context: Context) -> bool:
    """Whether the words are those of a source: then they tell of the reader's deed and offer nothing."""
    notes = context.profile.notes if context.profile else ()
    return any(text.text[hit.start : hit.end] in note.text for note in notes)


@rule(
    "tone.never_say",
    severity="error",
    advice="Say it otherwise: your own sender profile rules these words out.",
    bad="Hi Mira, it was a thrilling tour.",
    good="Hi Mira, it was a long tour.",
    parts=EVERY_PART,
    needs=("sender",),
    example=lambda: _example_sender(),
)
def never_say(text: Text, context: Context) -> Iterator[Hit]:
    """Words that the sender never says.

    Why: a message in somebody's name must sound like them.
    Source: the sender's own list.
    """
    for words in context.sender.never_say if context.sender else ():
        pattern = r"\s+".join(re.escape(word) for word in words.lower().split())
        if not pattern:
            continue
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text.lowered):
            yield Hit(match.start(), match.end(), f"you never say “{words}”")


def _example_sender() -> Context:
    from drafter.models import Sender

    return Context(sender=Sender(name="Lena Wolf", never_say=("thrilling",)))


@rule(
    "kind.avoided_fact",
    severity="error",
    advice="Rewrite the sentence without the fact you chose to leave out.",
    bad="Your bakery closed in March.",
    good="Your map is clear.",
    parts=("message", "subject", "voicemail", "conversation"),
    needs=("sentences", "avoid"),
    example=lambda: _example_avoided(),
    good_example=lambda: _example_avoided(avoid="f2"),
)
def avoided_fact(text: Text, context: Context) -> Iterator[Hit]:
    """A fact that was to be left out is used.

    Why: you know why you struck it out.
    Source: promise of this program: the person decides.
    """
    for one in context.draft.sentences if context.draft else ():
        struck = [fact for fact in one.facts if fact in context.avoid]
        if one.part == text.part and struck:
            yield Hit(one.start, one.end, f"it uses {', '.join(struck)}, which you chose to avoid")


def _example_avoided(*, avoid: str = "f1") -> Context:
    from drafter.models import Draft, Sentence

    sentence = Sentence(part="message", start=0, end=18, facts=("f1",))
    return Context(draft=Draft(message="Your map is clear.", sentences=(sentence,)), avoid=(avoid,))


RULES: tuple[Rule, ...] = (textspeak, demand, familiar, lecture, deadline, sells, never_say, avoided_fact)
