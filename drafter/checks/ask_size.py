"""Asks that weigh too much, or that are no question at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks._phrases import phrases
from drafter.checks._rule import Context, Hit, Rule, rule
from drafter.checks._text import Text
from drafter.checks.ask import asks

# "Read the 400 pages", "a call of 90 minutes": the figure says how big it is.
_LOAD = re.compile(
    r"\b(?:read|review|look (?:at|over|through)|go (?:through|over)|check|proof-?read|edit|comment on|feedback on)\b"
    r"[^.?!\n]{0,60}?\b(?P<many>\d{2,6}|(?:several |a |two |three )?hundred|(?:several |a |two )?thousand)[\s-]"
    r"(?:or so |new )?(?P<unit>pages?|words|slides|screens|chapters|files|photos|photographs|poems|entries|records)\b"
)
_LONG = re.compile(
    r"\b(?:(?:an|one|1|two|2|three|3|half an?)[\s-]hours?(?! (?:away|ago|from|later|before|after|north|south))"
    r"|(?:4[5-9]|[5-9]\d|1\d\d)[\s-]?min(?:ute)?s?)\b"
)
_PAGES, _MANY = 20, 1500


@rule(
    "ask.load",
    severity="warning",
    advice="Ask about the one page that matters, or for ten minutes; offer the rest should they want it.",
    bad="Hi Mira, would you read the 300 pages of my draft on night buses?",
    good="Hi Mira, would you look at page 12 of my draft on night buses? It quotes you.",
    kinds=("introduction", "advice_request", "reconnect", "follow_up"),
    languages=("en",),
)
def load(text: Text, context: Context) -> Iterator[Hit]:
    """A pile of work: dozens of pages to read, an hour's call.

    Why: the figure alone makes a stranger put it aside.
    Source: house rule; Boomerang's study of its users' mail (2016): the less there is to do, the more answer.
    """
    for match in _LOAD.finditer(text.lowered):
        many = int(match["many"]) if match["many"].isdigit() else _MANY
        if many >= (_MANY if match["unit"] == "words" else _PAGES):
            yield Hit(match.start(), match.end(), f"a big request to a stranger: “{match.group()}”")
    met = phrases(text, "ask.meeting")
    for span in asks(text) if met and _LONG.search(text.lowered) else ():
        long = _LONG.search(text.lowered, span.start, span.end)
        if long and "half an" not in long.group() and any(span.start <= one.start < span.end for one in met):
            yield Hit(long.start(), long.end(), f"a big request to a stranger: “{long.group()}”")


# "I'd love to connect with you about reef fish": when, how long, and what for, the reader has to make up.
_WISHED = re.compile(
    r"(?:\b(?:i|we)(?: would|'d)|\b(?:it )?would|\bi) (?:(?:really|just|also|so|be) ){0,3}"
    r"(?:love|like|enjoy|hope|great|nice|good|glad|happy|honou?red|thrilled|welcome|appreciate)\b[^.?!\n]{0,120}?"
    r"\b(?:connect|chat|talk|conversation|speak|learn more|get to know|meet|catch up|exchange|network|touch)\b"
)


@rule(
    "ask.wish",
    severity="warning",
    advice="Turn the wish into one question: what, how long, which day.",
    bad="Hi Mira, I rode your night bus. I'd love to connect with you more about buses.",
    good="Hi Mira, I rode your night bus. Would you have ten minutes on Friday to tell me how you count riders?",
    kinds=("introduction", "advice_request", "reconnect"),
    channels=("email", "linkedin_message", "inmail"),
    languages=("en",),
)
def wish(text: Text, context: Context) -> Iterator[Hit]:
    """A wish for a conversation in place of a question.

    Why: there is nothing to say yes to.
    Source: house rule; Boomerang's study of its users' mail (2016): messages with a question got half as many
    replies again.
    """
    if "?" in text.text or phrases(text, "ask.time_boxed"):
        return
    match = _WISHED.search(text.lowered)
    if match:
        yield Hit(match.start(), match.end(), "a wish for a conversation, but no question that could be answered")


RULES: tuple[Rule, ...] = (load, wish)
