"""What each kind of message is for, where it makes sense and how long it may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from drafter.models import Channel, Kind

CHANNEL_WORDS: Mapping[Channel, int] = MappingProxyType(
    {"email": 90, "linkedin_message": 75, "inmail": 80, "sms": 40, "linkedin_invitation": 32}
)
CHANNEL_CHARACTERS: Mapping[Channel, int] = MappingProxyType(
    {"linkedin_invitation": 200, "sms": 300, "inmail": 1900, "linkedin_message": 1500, "email": 4000}
)
# The angle of a draft that begins with why the sender asks, and names the reader's thing after it.
OWN_SIDE = "your own side of it"
ONE_PARAGRAPH: frozenset[Channel] = frozenset({"linkedin_invitation", "sms"})
WITH_SUBJECT: frozenset[Channel] = frozenset({"email", "inmail"})

_ALL: tuple[Channel, ...] = ("email", "linkedin_message", "inmail", "sms", "linkedin_invitation")
_KNOWN: tuple[Channel, ...] = ("email", "linkedin_message", "sms")


@dataclass(frozen=True, slots=True)
class KindGuide:
    """How one kind of message is written.

    ``ask`` tells whether one question is due (``None``: allowed, not due). ``channels`` are those on which the kind
    makes sense, the best first. ``acquainted`` is true where reader and sender know each other already. ``extra_words``
    are added to the channel's target, for instance for a blurb to forward. ``about`` is what a short kind needs, where
    that is less than the channel's target. ``guidance`` is a file in ``prompts/kinds``.
    """

    kind: Kind
    aim: str
    ask: bool | None
    channels: tuple[Channel, ...]
    guidance: str
    acquainted: bool = False
    extra_words: int = 0
    about: int | None = None

    def words(self, channel: Channel) -> int:
        """The most words a message of this kind should have on this channel."""
        return CHANNEL_WORDS[channel] + (self.extra_words if channel not in ONE_PARAGRAPH else 0)

    def suits(self, channel: Channel) -> bool:
        """Whether the kind makes sense on this channel."""
        return channel in self.channels


_GUIDES = (
    KindGuide(
        "introduction",
        "make a first contact with a reason that is about this reader, and one small question",
        True,
        _ALL,
        "introduction.md",
    ),
    KindGuide(
        "advice_request",
        "ask for a short conversation about something this reader knows first hand",
        True,
        _ALL,
        "advice_request.md",
    ),
    KindGuide(
        "introduction_request",
        "ask somebody who knows both sides for an introduction, with a paragraph they can forward as it is",
        True,
        ("email", "linkedin_message", "inmail"),
        "introduction_request.md",
        acquainted=True,
        extra_words=50,
    ),
    KindGuide(
        "invitation_reply",
        "answer a stock invitation: thank, ask how they found me and how we might help each other",
        True,
        ("linkedin_message", "email", "sms"),
        "invitation_reply.md",
        about=45,
    ),
    KindGuide(
        "follow_up",
        "come back to an earlier message with something new, and make it easy to say no",
        True,
        ("email", "linkedin_message", "inmail", "sms"),
        "follow_up.md",
        acquainted=True,
    ),
    KindGuide(
        "check_in",
        "ask after the reader and offer something, wanting nothing",
        False,
        _KNOWN,
        "check_in.md",
        acquainted=True,
        about=40,
    ),
    KindGuide(
        "reconnect",
        "pick up a tie that went quiet by what was shared, with a light question",
        True,
        (*_KNOWN, "linkedin_invitation", "inmail"),
        "reconnect.md",
        acquainted=True,
    ),
    KindGuide(
        "thank_you",
        "thank for one named thing and say what came of it",
        False,
        _KNOWN,
        "thank_you.md",
        acquainted=True,
        about=35,
    ),
)

KINDS: Mapping[Kind, KindGuide] = MappingProxyType({guide.kind: guide for guide in _GUIDES})
