"""``drafter profile``, ``draft``, ``demo`` and ``doctor`` as a new user runs them, with the bad input they meet."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
PURPOSE = ("--purpose", "ask how she decides which corrections from hikers to trust")


@pytest.fixture
def demo(fixtures: Path) -> list[str]:
    folder = fixtures / "demo"
    return [*(str(folder / name) for name in ("team.html", "talk.pdf", "notes.txt")), "--contact", "Ines Marchetti"]


@pytest.fixture
def sender(fixtures: Path) -> tuple[str, str]:
    return ("--sender", str(fixtures / "demo" / "sender.toml"))


def test_the_demonstration_shows_message_voicemail_evidence_and_findings(run: Run) -> None:
    ran = run("demo")
    assert ran.status == 0, ran.err
    places = [ran.out.index(f"\n{heading}") for heading in ("Message", "Voicemail (", "Evidence", "Findings")]
    assert places == sorted(places)
    assert "offline writer" in ran.out
    assert ran.err == ""


def test_a_profile_has_the_contracts_form_and_every_quote_stands_in_its_note(run: Run, demo: list[str]) -> None:
    profile = json.loads(run("profile", *demo, "--offline", "--json").out)
    assert {"contact", "organization", "notes", "facts", "rejected", "warnings"} <= profile.keys()
    notes = {note["id"]: note["text"] for note in profile["notes"]}
    assert list(notes) == ["n1", "n2", "n3"]
    assert len(profile["facts"]) >= 3
    for fact in profile["facts"]:
        assert notes[fact["note"]][fact["start"] : fact["end"]] == fact["quote"]


def test_a_profile_for_a_person_is_a_page_worth_reading(run: Run, demo: list[str]) -> None:
    shown = run("profile", *demo, "--offline").out
    assert shown.startswith("Ines Marchetti\n")
    assert "Facts (" in shown
    assert "Notes" in shown


def test_a_draft_is_the_contracts_result_and_cites_its_facts(
    run: Run, demo: list[str], sender: tuple[str, str]
) -> None:
    ran = run("draft", *demo, *sender, *PURPOSE, "--json")
    result = json.loads(ran.out)
    assert {"profile", "brief", "draft", "report", "attempts", "needs", "provenance", "usage"} <= result.keys()
    assert ran.status == (1 if result["report"]["verdict"] == "fail" else 0)
    assert result["provenance"]["model"] == "offline"
    draft, known = result["draft"], {fact["id"] for fact in result["profile"]["facts"]}
    cited = [fact for sentence in draft["sentences"] for fact in sentence["facts"]]
    assert cited
    assert set(cited) <= known
    for sentence in draft["sentences"]:
        assert draft[sentence["part"]][sentence["start"] : sentence["end"]].strip()


def test_too_little_known_means_gather_this_first_and_status_one(run: Run, sender: tuple[str, str]) -> None:
    arguments = ("draft", "--note", "Works in Oslo.", "--contact", "Ada Berg", *sender, "--purpose", "get to know her")
    ran = run(*arguments, "--json")
    result = json.loads(ran.out)
    assert (ran.status, result["draft"]) == (1, None)
    assert result["needs"]
    assert "Gather this first" in run(*arguments).out


def test_an_empty_purpose_gives_needs_and_no_draft(run: Run, demo: list[str], sender: tuple[str, str]) -> None:
    ran = run("draft", *demo, *sender, "--purpose", "  ", "--json")
    assert (ran.status, json.loads(ran.out)["draft"]) == (1, None)


def test_standard_input_is_a_source(run: Run, sender: tuple[str, str]) -> None:
    text = "Ada Berg is head of locks at Kanal AS. She rebuilt the Brunn lock in 2029."
    profile = json.loads(run("profile", "-", "--contact", "Ada Berg", "--offline", "--json", stdin=text).out)
    assert "Brunn lock" in profile["notes"][0]["text"]


def test_facts_can_be_used_and_avoided(run: Run, demo: list[str], sender: tuple[str, str]) -> None:
    for option in ("--use", "--avoid"):
        result = json.loads(run("draft", *demo, *sender, *PURPOSE, option, "f2", "--json").out)
        cited = {fact for sentence in result["draft"]["sentences"] for fact in sentence["facts"]}
        assert ("f2" in cited) == (option == "--use")
    assert run("draft", *demo, *sender, *PURPOSE, "--use", "f999").status == 2


def test_one_source_that_fails_does_not_stop_the_others(run: Run, demo: list[str]) -> None:
    ran = run("profile", "no-such-file.html", *demo, "--offline", "--json")
    assert ran.status == 0
    assert "no-such-file.html" in ran.err
    assert json.loads(ran.out)["facts"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("profile", "gone.html", "--contact", "A B"), "gone.html"),
        (("profile", "broken.pdf", "--contact", "A B"), "broken.pdf"),
        (("profile", "--contact", "A B"), "no source was given"),
        (("profile", "page.html"), "--contact"),
        (("draft", "page.html", "--contact", "A B", "--purpose", "x"), "sender.toml"),
        (("draft", "page.html", "--contact", "A B", "--purpose", "x", "--sender", "none.toml"), "none.toml"),
        (("draft", "page.html", "--contact", "A B", "--purpose", "x", "--sender", "bad.toml"), "bad.toml"),
        (("draft", "page.html", "--contact", "A B", "--purpose", "x", "--kind", "love_letter"), "no kind"),
        (("draft", "page.html", "--contact", "A B", "--purpose", "x", "--channel", "pigeon"), "no channel"),
        (("profile", "http://127.0.0.1:9/", "--contact", "A B"), "127.0.0.1"),
        (("profile", "x.exe", "--contact", "A B"), "x.exe"),
        (("profile", "empty.txt", "--contact", "A B"), "empty.txt"),
    ],
)
def test_bad_input_is_one_line_that_says_what_to_do(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    (tmp_path / "page.html").write_text("<p>A B built a lock in 2029.</p>")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 rubbish")
    (tmp_path / "bad.toml").write_text("name = ")
    (tmp_path / "x.exe").write_bytes(b"MZ\x90\x00\x03\x00\x00\x00" * 100)
    (tmp_path / "empty.txt").write_text("")
    ran = run(*arguments)
    assert ran.status == 2, ran.out
    assert words in ran.err
    assert len(ran.err.strip().splitlines()) == 1
    assert "Traceback" not in ran.err
    assert ran.out == ""


def test_an_unreachable_server_and_a_wrong_name_are_told(
    run: Run, demo: list[str], sender: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-key")
    ran = run("draft", *demo, *sender, *PURPOSE, "--model", "some-model", "--timeout", "5")
    assert ran.status == 2
    assert "127.0.0.1:9" in ran.err
    assert "sk-secret" not in ran.err
    assert len(ran.err.strip().splitlines()) == 1


def test_what_would_be_sent_can_be_seen_and_holds_no_phone_number(
    run: Run, demo: list[str], sender: tuple[str, str], fixtures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Nothing would be sent" in run("draft", *demo, *sender, *PURPOSE, "--show-prompt").out
    phone = tomllib.loads((fixtures / "demo" / "sender.toml").read_text())["phone"]
    assert phone not in run("draft", *demo, *sender, *PURPOSE, "--show-prompt").out


def test_the_doctor_says_what_is_there_and_what_to_do(run: Run, tmp_path: Path) -> None:
    lines = json.loads(run("doctor", "--json").out)
    states = {line["what"]: line["state"] for line in lines}
    assert states["model"] == "note"
    assert states["ledger"] == states["prompts"] == states["data"] == "ok"
    (tmp_path / "sender.toml").write_text("name = 3")
    ran = run("doctor")
    assert ran.status == 1
    assert "sender" in ran.out


def test_help_lists_every_command_and_wrong_ones_are_told(run: Run) -> None:
    shown = run("--help").out
    for command in ("draft", "check", "profile", "batch", "contacts", "rules", "eval", "doctor", "demo", "ui"):
        assert f" {command} " in shown
    assert run("drat").err.count("\n") == 1
    assert run("draft", "--help").status == 0
    assert run("--version").out.strip()
