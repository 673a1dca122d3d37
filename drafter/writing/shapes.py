"""The form of a message, picked by code: a model that answers each request by itself falls into one form."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from drafter.models import Brief, Channel, Kind, Profile

# The other kinds' own guidance says how they begin.
FIRST: tuple[Kind, ...] = ("introduction", "advice_request")
# Readers of one office compare their mail, so each gets another form, by name. Each fits the rules in prompts/write.md.
_OPENINGS = (
    "“Your …”, the thing, and that it is why you write",
    "“I have a question about” and the thing",
    "“I am asking you because you …”",
    "“You …”, the deed in a few words, then “so I thought of you”",
    "“This is about” and the thing",
    "“It was your … that made me write”",
    "“My question is about” and the thing",
    "“I am writing to you about” and the thing",
)
_ASKS = (
    "a question to be answered in a line",
    "for 15 minutes on it",
    "one short question",
    "for ten minutes by phone",
)
_SELVES = ("“I am …”", "“I work at … as …”", "“My work is … at …”", "“I do … for …”")
_SIGNED: tuple[Channel, ...] = ("email",)


def shape(brief: Brief, profile: Profile) -> Iterable[str]:
    """How to begin, what to ask for and how to say who asks; the same for one reader, different between readers."""
    digest = hashlib.sha256(profile.contact.name.encode()).digest()
    if brief.kind in FIRST and not brief.angle:
        opening = f"Begin, where it fits, like {_OPENINGS[digest[0] % len(_OPENINGS)]}"
        # How long a conversation is asked for, its kind says.
        ask = f"; ask {_ASKS[digest[1] % len(_ASKS)]}" if brief.kind == "introduction" else ""
        yield f"{opening}{ask}."
    if brief.kind in (*FIRST, "invitation_reply") and brief.reply != "decline" and brief.channel not in _SIGNED:
        yield f"Role and employer, where they are said, like {_SELVES[digest[2] % len(_SELVES)]}."


_AFTER_THANKS = (
    "after the thanks, one thing the reader did or makes, where a fact has one (a title or an employer is none). "
    "Ask: how they came upon the sender and where the two might be of use to each other, in one question. "
    "The voicemail names their employer."
)
REPLIES = {
    "undecided": f"The sender neither accepts nor declines yet; {_AFTER_THANKS}",
    "accept": f"The sender accepts, said in passing; {_AFTER_THANKS}",
    "decline": (
        "The sender declines: the reason says so kindly in one sentence, without excuses, instead of what they do. "
        "Nothing about the reader's work, no question, no hope of later."
    ),
}
