from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from drafter.resources import once
from drafter.settings import data_folder
from drafter.writing import tokens


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "_encoding", once(inspect.unwrap(tokens._encoding)))


def test_tokens_are_those_of_the_real_encoding() -> None:
    assert tokens.count("") == tokens.Count(0)
    assert tokens.count("hello world") == tokens.Count(2)
    assert tokens.count("12345678") == tokens.Count(3)
    assert tokens.count("don't") == tokens.Count(1)
    assert tokens.count("<|endoftext|>").tokens > 1, "text from a page is text"


def test_a_copy_is_kept_and_trusted_by_its_digest_only(fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    tokens.count("a")
    copy = data_folder() / "o200k_base.tiktoken"
    assert copy.exists()
    copy.write_bytes(copy.read_bytes()[:1000])
    monkeypatch.setattr(tokens, "_encoding", inspect.unwrap(tokens._encoding))
    assert tokens.count("hello world") == tokens.Count(2)
    assert copy.stat().st_size > 1_000_000


def test_without_the_file_the_count_is_a_marked_estimate(fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: str) -> Path:
        raise FileNotFoundError("gone")

    monkeypatch.setattr(tokens, "resource", missing)
    estimate = tokens.count("The quick brown fox jumps over the lazy dog.")
    assert estimate.estimated
    assert 9 <= estimate.tokens <= 15
    assert tokens.count("日本語の文です").tokens == 7


def test_a_damaged_file_is_not_used(fresh: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "bad.xz").write_bytes(b"no archive")
    monkeypatch.setattr(tokens, "resource", lambda *_: tmp_path / "bad.xz")
    assert tokens.count("hello").estimated


def test_no_environment_variable_and_no_writable_folder_are_needed(
    fresh: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("DRAFTER_HOME", str(tmp_path / "file"))
    assert tokens.count("hello world") == tokens.Count(2)
