"""``drafter check`` and ``drafter rules`` as a script, an editor and a person use them."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.cli import main
from drafter.cli._check_view import person
from drafter.cli._quick import options_of

GOOD = """Hi Oskar,

your note on the harbour's cranes answered a question of ours. Could we talk for ten minutes on Friday?
If not, no worries.
"""


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)

    def call(*arguments, stdin=b""):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        with pytest.raises(SystemExit) as stopped:
            main(list(arguments))
        told = capsys.readouterr()
        return stopped.value.code, told.out, told.err

    return call


def test_a_good_message_passes(run, tmp_path):
    (tmp_path / "m.txt").write_text(GOOD)
    status, out, _ = run("check", "m.txt")
    assert status == 0
    assert out.startswith("pass") or "hint" in out


def test_a_placeholder_is_underlined(run):
    status, out, _ = run("check", "-", stdin=b"Hi [Name], could we talk?")
    assert status == 1
    assert "    Hi [Name], could we talk?\n       ~~~~~~\n" in out


def test_each_of_several_files_is_named_before_its_findings(run, tmp_path):
    for name, body in (("one.txt", GOOD), ("two.txt", "Hi [Name],\n\nyour cranes are fine.\n")):
        (tmp_path / name).write_text(body, encoding="utf-8")
    told = run("check", "one.txt", "two.txt")[1]
    assert told.index("one.txt") < told.index("two.txt") < told.index("[Name]")
    assert "two.txt" not in run("check", "two.txt")[1]


def test_json_is_one_document_with_the_fields_of_the_contract(run):
    status, out, _ = run("check", "--json", stdin=b"Hi [Name], could we talk?")
    report = json.loads(out)
    assert status == 1
    assert set(report) == {"verdict", "findings", "metrics", "skipped"}
    assert set(report["findings"][0]) == {"rule", "severity", "part", "start", "end", "message", "advice"}


def test_lines_stream_in_order_and_bad_ones_are_answered(run):
    rows = [
        b'{"id": "a", "message": "Hi [Name]"}',
        b"nonsense",
        b'{"id": "c", "message": 5}',
        b'{"id": "d", "message": "Hi Oskar, well?"}',
    ]
    status, out, _ = run("check", "--jsonl", stdin=b"\n".join(rows))
    answers = [json.loads(line) for line in out.splitlines()]
    assert status == 2
    assert [answer["id"] for answer in answers] == ["a", None, "c", "d"]
    assert [("error" in answer) for answer in answers] == [False, True, True, False]


def test_a_profile_by_path_that_is_not_there_is_told_in_its_line(run):
    status, out, _ = run("check", "--jsonl", stdin=b'{"id": 1, "message": "Hi", "profile": "no.json"}')
    assert status == 2
    assert "no.json" in json.loads(out)["error"]


def test_the_documented_problem_matcher_reads_every_annotation(run, tmp_path):
    docs = (Path(__file__).parents[2] / "docs" / "checks.md").read_text(encoding="utf-8")
    matcher = re.compile(json.loads('"' + re.search(r'"regexp": "(.+)",', docs).group(1) + '"'))
    (tmp_path / "m.txt").write_text("Hi\n[Name], I hope you are well. Is it 5 % off?\n")
    lines = run("check", "m.txt", "--format", "github")[1].splitlines()
    read = [matcher.fullmatch(line) for line in lines]
    assert lines
    assert all(read)
    assert read[0].group(1, 2, 3, 4, 5) == ("error", "m.txt", "2", "1", "placeholder.unfilled")


def test_github_annotations(run, tmp_path):
    (tmp_path / "m.txt").write_text("Hi\n[Name], could we talk?")
    _, out, _ = run("check", "m.txt", "--format", "github")
    assert out.splitlines()[0].startswith("::error file=m.txt,line=2,col=1,title=placeholder.unfilled::")


def test_settings_of_the_folder_hold(run, tmp_path):
    (tmp_path / "drafter.toml").write_text('[rules]\ndisable = ["placeholder"]\n')
    assert run("check", stdin=b"Hi [Name], could we talk?")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "stdin", "said"),
    [
        (("check", "nowhere.txt"), b"", "cannot read nowhere.txt"),
        (("check",), b"  ", "no text"),
        (("check",), b"\xff\xfe\xff", "UTF-8"),
        (("check",), b"\x7fELF\0\0", "is no text"),
        (("check", "--kind", "poem"), b"x", "is no kind"),
        (("rules", "nonsense"), b"", "no rule or family"),
    ],
)
def test_what_cannot_be_done_is_one_line(run, arguments, stdin, said):
    status, out, err = run(*arguments, stdin=stdin)
    assert status == 2
    assert out == ""
    assert said in err
    assert len(err.splitlines()) == 1


def test_rules_as_json_and_for_a_person(run):
    status, out, _ = run("rules", "--json")
    assert status == 0
    assert {"id", "severity", "why", "bad", "good", "advice"} <= set(json.loads(out)[0])
    assert "tone.hype" in run("rules", "tone")[1]


def test_rules_are_told_by_family_and_one_whole(run):
    listed = run("rules")[1]
    assert "ask  One thing, small, easy to answer either way.\n  ask.none" in listed
    one = run("rules", "tone.hype")[1]
    assert all(word in one for word in ("Why:", "Source:", "Bad:", "Good:", 'disable = ["tone.hype"]'))
    assert "tone.jargon" not in one
    status, _, err = run("rules", "tone.hipe")
    assert status == 2
    assert "did you mean tone.hype?" in err


def test_a_person_is_told_each_advice_once_and_never_a_wall(run):
    message = b"Hi Oskar, I hope you are well. I came across your profile. Kindly leverage synergies ASAP.\n"
    out = run("check", stdin=message)[1]
    assert out.count("opening.stock") == 2
    assert out.count("Begin with the reason you write to this person.") == 1
    assert "message  warning  nothing specific" in out
    lines = out.splitlines()
    jargon = next(at for at, line in enumerate(lines) if "tone.jargon" in line)
    assert lines[jargon + 1].startswith("    \N{RIGHTWARDS ARROW}")
    assert re.fullmatch(r"warn: .* \(16 words; \d+ rules skipped for want of context\)", lines[-1])


def test_one_skipped_rule_is_one_rule_and_what_was_ignored_is_counted():
    report = {"verdict": "pass", "findings": [], "metrics": {"message.words": 1, "facts.statements": 3.0}}
    view = list(person({**report, "skipped": ["names.recipient", "tone.hype: a prize"]}, None))
    assert view == [
        "pass: nothing found (1 word, 0 of 3 statements supported; 1 rule skipped for want of context;"
        " 1 ignored as you asked)"
    ]


def test_the_short_way_leaves_help_and_slips_to_the_framework():
    assert options_of(["m.txt", "--kind=follow_up", "--json"]).kind == "follow_up"
    assert options_of(["--help"]) is None
    assert options_of(["--kind"]) is None


def test_the_documented_hook_stops_a_commit_with_an_error(tmp_path):
    docs = Path(__file__).parents[2] / "docs" / "checks.md"
    entry = re.search(r"^\s*entry: (.+)$", docs.read_text(encoding="utf-8"), re.MULTILINE)
    assert entry
    program, *arguments = entry.group(1).split()
    command = [str(Path(sys.executable).with_name(program)), *arguments]
    letters = [tmp_path / "good.letter.txt", tmp_path / "bad.letter.txt"]
    letters[0].write_text("Hi Rune, your snow table saved our roof. Which gauge did you use?\n", encoding="utf-8")
    letters[1].write_text("Hi [Name], your snow table saved our roof. Which gauge did you use?\n", encoding="utf-8")
    # The framework hands the staged files over as arguments and looks at the status only.
    passed = subprocess.run([*command, str(letters[0])], cwd=tmp_path, capture_output=True, text=True, check=False)
    stopped = subprocess.run([*command, *map(str, letters)], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert stopped.returncode == 1
    assert "placeholder." in stopped.stdout
