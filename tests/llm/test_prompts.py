from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import SettingsError
from drafter.llm import prompts
from drafter.llm.prompts import Prompt, load_prompt


def test_each_placeholder_is_filled_once() -> None:
    assert (
        Prompt("p", "To $name: $text").render(name="Ada", text="costs $$5, says $name")
        == "To Ada: costs $$5, says $name"
    )


def test_a_missing_variable_is_an_error() -> None:
    with pytest.raises(SettingsError, match=r"prompts/p\.md names \$text"):
        Prompt("p", "$name $text").render(name="Ada")


def test_an_unused_variable_is_an_error() -> None:
    with pytest.raises(SettingsError, match=r"lacks \$text"):
        Prompt("p", "$name").render(name="Ada", text="hello")


def test_a_stray_dollar_is_an_error_and_a_doubled_one_is_a_dollar() -> None:
    with pytest.raises(SettingsError, match="stray"):
        Prompt("p", "costs 5 $ a day").render()
    assert Prompt("p", "costs $$5").render() == "costs $5"


def test_the_digest_follows_the_text() -> None:
    first, second = Prompt("write", "a").digest, Prompt("write", "b").digest
    assert first != second
    name, _, digest = first.partition("@")
    assert name == "write"
    assert len(digest) == 8
    assert int(digest, 16) >= 0


def test_a_file_reads_the_same_with_other_line_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "crlf.md").write_bytes(b"\r\nTo $name\r\nnow\r\n")
    (tmp_path / "lf.md").write_bytes(b"To $name\nnow\n")
    monkeypatch.setattr(prompts, "resource", lambda _folder, name: tmp_path / name)
    load_prompt.cache_clear()
    assert load_prompt("crlf").text == load_prompt("lf").text
    load_prompt.cache_clear()
