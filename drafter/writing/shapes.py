"""The form of a message, picked by code: a model that answers each request by itself falls into one form."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from drafter.models import Brief, Channel, Kind, Profile
from drafter.writing.kinds import ONE_PARAGRAPH

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
)
_ASKS = (
    "one short question, without a word on time",
    "like “Could you tell me in a line …”",
    "like “Could you spare a quarter of an hour to …”",
    "like “May I call you for ten minutes and ask …”",
    "like “Could we talk for 15 minutes about …”",
    "like “A line by reply would do: …”",
    "like “Have you ten minutes to say …”",
    "like “In two lines, …”",
)
_SELVES = ("“I am … at …”", "“I work at …, as …”", "“As … at …, I …”", "“I am …” without the employer")
_SIGNED: tuple[Channel, ...] = ("email",)


def shape(brief: Brief, profile: Profile) -> Iterable[str]:
    """How to begin, what to ask for and how to say who asks; the same for one reader, different between readers."""
    digest = hashlib.sha256(profile.contact.name.encode()).digest()
    if brief.kind in FIRST and not brief.angle:
        opening = (
            f"Begin, where it fits and as the language would have it, like {_OPENINGS[digest[0] % len(_OPENINGS)]}"
        )
        # How long a conversation is asked for, its kind says; a single paragraph has no room for more than a question.
        asks = _ASKS if brief.channel not in ONE_PARAGRAPH else _ASKS[:1]
        ask = f"; ask {asks[digest[1] % len(asks)]}" if brief.kind == "introduction" else ""
        yield f"{opening}{ask}."
    if brief.kind in (*FIRST, "invitation_reply") and brief.reply != "decline" and brief.channel not in _SIGNED:
        yield f"Role and employer, where they are said, like {_SELVES[digest[2] % len(_SELVES)]}."


_QUESTION = "Ask: how they came upon the sender and where the two might be of use to each other, in one question."
REPLIES = {
    "undecided": f"The sender neither accepts nor declines yet. {_QUESTION}",
    "accept": f"The sender accepts; the thanks say so in passing. {_QUESTION}",
    "decline": (
        "The sender declines: the reason says so kindly in one sentence, without excuses, instead of what they do. "
        "Nothing about the reader's work, no question, no hope of later."
    ),
}
