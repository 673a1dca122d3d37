"""How long a part is against what the channel bears."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.models import Channel, Kind, PartName, Report

_SECONDS_GOOD = 30


@dataclass(frozen=True, slots=True)
class Measure:
    """A length in words for the reader and as a share of what is allowed (``None``: nothing is)."""

    text: str
    filled: float | None = None
    over: bool = False


def measure(part: PartName, text: str, report: Report, *, channel: Channel, kind: Kind) -> Measure:
    """The length of one part."""
    if part == "message":
        return _message(text, report, channel, kind)
    if part == "voicemail":
        seconds = report.metrics.get("voicemail.seconds")
        if seconds is None:
            return Measure("")
        over = any(f.rule.startswith("voicemail.") and "long" in f.rule for f in report.findings)
        return Measure(f"{seconds:.0f} seconds spoken · aim for {_SECONDS_GOOD} or less", seconds / _SECONDS_GOOD, over)
    return Measure(f"{len(text)} characters" if part == "subject" else f"{len(text.split())} words")


def _message(text: str, report: Report, channel: Channel, kind: Kind) -> Measure:
    from drafter.writing.kinds import CHANNEL_CHARACTERS, KINDS, ONE_PARAGRAPH

    words = int(report.metrics.get("message.words", len(text.split())))
    if channel in ONE_PARAGRAPH:
        limit = CHANNEL_CHARACTERS[channel]
        return Measure(f"{len(text)} of {limit} characters", len(text) / limit, len(text) > limit)
    aim = KINDS[kind].words(channel)
    return Measure(f"{words} words · aim for {aim} or fewer", words / aim, words > aim * 1.3)
