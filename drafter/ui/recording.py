"""How long somebody spoke in a recording, silence before and after left out."""

from __future__ import annotations

import array
import io
import sys
import wave
from typing import TypedDict

from drafter.errors import InputError

_WINDOW = 0.05
_QUIET = 0.06
# Words a minute that nobody reads aloud; a take that seems quicker was broken off. A figure of the house.
_FASTEST = 300


class Take(TypedDict):
    """One rehearsal: what was read, how long it took, how fast that was."""

    part: str
    words: int
    seconds: float
    pace: int


def spoken_seconds(data: bytes) -> float:
    """The seconds between the first and the last sound of a WAV recording.

    Raises:
        InputError: when it is no recording that can be measured.
    """
    try:
        with wave.open(io.BytesIO(data)) as sound:
            rate, channels, width = sound.getframerate(), sound.getnchannels(), sound.getsampwidth()
            frames = sound.readframes(sound.getnframes())
    except (wave.Error, EOFError) as error:
        raise InputError("this recording cannot be read; record it again") from error
    if width != 2 or not rate:
        return float(len(frames) / max(1, rate * channels * width))
    samples = array.array("h", frames[: len(frames) // 2 * 2])
    if sys.byteorder == "big":
        samples.byteswap()
    step = max(1, int(rate * channels * _WINDOW))
    peaks = [max(map(abs, samples[at : at + step])) for at in range(0, len(samples), step)]
    if not peaks or max(peaks) == 0:
        return 0.0
    loud = [place for place, peak in enumerate(peaks) if peak >= max(peaks) * _QUIET]
    return float((loud[-1] - loud[0] + 1) * _WINDOW)


def take(part: str, text: str, seconds: float, *, target: float, pace: int) -> Take:
    """The rehearsal's figures; read at ``pace`` words a minute, the text takes ``target`` seconds.

    Measured against the target and not by counting words, for a telephone number is few words and long to say.
    """
    measured = round(pace * target / seconds) if seconds else 0
    return Take(part=part, words=len(text.split()), seconds=round(seconds, 1), pace=measured)


def whole(found: Take) -> bool:
    """Whether the take can have been the whole text."""
    return 0 < found["pace"] <= _FASTEST


def judged(found: Take, target: float) -> str:
    """What the take says about the pace, in one sentence."""
    if not found["seconds"]:
        return "Nothing was heard; check the microphone and try again."
    if not whole(found):
        return f"Only {found['seconds']:.0f} of about {target:.0f} seconds were heard: that was not the whole text."
    off = found["seconds"] - target
    if abs(off) <= max(2.0, target * 0.1):
        return "Right on the target."
    if off > 0:
        return f"{off:.0f} seconds longer than the target. Cut a sentence rather than speaking faster."
    return f"{-off:.0f} seconds quicker than the target. Slow down, above all at the number."
