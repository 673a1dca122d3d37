import array
import io
import wave

import pytest

from drafter.errors import InputError
from drafter.ui.recording import judged, spoken_seconds, take

RATE = 8000


def recording(*parts: tuple[float, int], channels: int = 1) -> bytes:
    samples = array.array("h")
    for seconds, loudness in parts:
        samples.extend([loudness, -loudness] * int(seconds * RATE * channels / 2))
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(channels)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(samples.tobytes())
    return out.getvalue()


def test_silence_before_and_after_does_not_count_but_a_pause_does() -> None:
    data = recording((2, 0), (3, 9000), (1, 20), (2, 9000), (4, 30))
    assert spoken_seconds(data) == pytest.approx(6, abs=0.15)


def test_two_channels_are_one_time() -> None:
    assert spoken_seconds(recording((3, 5000), channels=2)) == pytest.approx(3, abs=0.1)


def test_silence_is_no_take() -> None:
    found = take("voicemail", "one two three", spoken_seconds(recording((3, 0))), target=20, pace=145)
    assert found["pace"] == 0
    assert "microphone" in judged(found, 20)


def test_what_is_no_recording_is_told() -> None:
    with pytest.raises(InputError, match="record it again"):
        spoken_seconds(b"not a recording")


@pytest.mark.parametrize(
    ("seconds", "word"), [(20.5, "Right"), (30, "longer"), (10, "Slow down"), (3, "not the whole text")]
)
def test_a_take_is_judged_against_the_target(seconds: float, word: str) -> None:
    assert word in judged(take("voicemail", "word " * 50, seconds, target=20, pace=145), 20)


def test_a_take_on_the_target_has_the_target_pace_however_long_its_number_is() -> None:
    assert take("voicemail", "Call 070 555 01 42.", 20.0, target=20, pace=145)["pace"] == 145
    assert take("voicemail", "Call 070 555 01 42.", 10.0, target=20, pace=145)["pace"] == 290
