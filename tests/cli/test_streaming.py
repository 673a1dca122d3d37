"""What is shown on the terminal while a model writes."""

from __future__ import annotations

import io

import pytest

from drafter.cli import main
from drafter.cli._streaming import shown_live


class Screen(io.StringIO):
    """Standard error of somebody who watches."""

    def isatty(self) -> bool:
        return True


def test_the_message_is_seen_as_it_grows_and_cannot_act(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with shown_live(wanted=True) as on_text:
        assert on_text
        on_text("You put most errors down")
        on_text(" to stale feeds.\x1b]0;gone\x07")
    assert "stale feeds." in screen.getvalue()
    assert "\x1b]0" not in screen.getvalue()


def test_a_script_gets_none_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    with shown_live(wanted=True) as on_text:
        assert on_text is None
    monkeypatch.setattr("sys.stderr", Screen())
    with shown_live(wanted=False) as on_text:
        assert on_text is None


def test_what_had_come_stays_when_it_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("TERM", "xterm")

    def broken_off() -> None:
        with shown_live(wanted=True) as on_text:
            assert on_text
            on_text("You put most errors down")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    # Nothing erases the lines after the text stood there last.
    assert "\x1b[2K" not in screen.getvalue().rpartition("errors down")[2]


def test_ctrl_c_is_answered_with_a_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("drafter.cli.frame.TyperGroup.invoke", interrupted)
    with pytest.raises(SystemExit) as stopped:
        main(["rules"])
    assert stopped.value.code == 130
    assert capsys.readouterr().err.startswith("drafter: stopped; ")
