"""The Python examples in the documentation run as they stand."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from drafter.cli import main

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
EXAMPLES = [
    pytest.param(code, id=f"{page.name}-{number}")
    for page in PAGES
    for number, code in enumerate(
        re.findall(r"^```python\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S), 1
    )
]


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 2


@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_runs(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "example", "exec"), {"__name__": "example"})


def test_links_and_pictures_lead_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?://|#)([^)#\s]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} → {target}"


def test_the_worked_example_of_staying_in_touch_says_what_the_commands_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each command of docs/contacts.md is run on the day of its block; its output is compared word for word."""
    page = (ROOT / "docs" / "contacts.md").read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "sender.toml").write_text('name = "Noor Haddad"\nrole = "Hydrologist"\nphone = "+47 40 61 22 33"\n')
    for name, content in re.findall(r"^```csv (\S+)\n(.*?)^```", page, re.M | re.S):
        (tmp_path / name).write_text(content, encoding="utf-8")
    blocks = re.findall(r"^```console (\S+)\n(.*?)^```", page, re.M | re.S)
    assert len(blocks) == 4
    for day, block in blocks:
        for command, said in re.findall(r"^\$ drafter (.*)\n((?:(?!\$ ).*\n)*)", block, re.M):
            with pytest.raises(SystemExit) as stop:
                main([*shlex.split(command), "--today", day])
            shown = capsys.readouterr()
            assert stop.value.code in (0, None), f"{command}: {shown.err}"
            if said != "…\n":
                assert shown.out.split() == said.split(), command


@pytest.mark.parametrize("page", ["README.md", "SECURITY.md"])
def test_every_proof_that_a_promise_names_is_there(page: str) -> None:
    named = re.findall(r"`(tests/[\w/.]+)`", (ROOT / page).read_text(encoding="utf-8"))
    assert len(named) > 10
    assert [path for path in named if not (ROOT / path).exists()] == []
