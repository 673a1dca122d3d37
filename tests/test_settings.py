"""Settings: which source wins, and what a file may not say."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import SettingsError
from drafter.settings import config_folder, load_settings


def _write(folder: Path, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "drafter.toml").write_text(text, encoding="utf-8")


def test_later_sources_win_and_tables_are_merged(tmp_path: Path) -> None:
    _write(config_folder(), 'model = "mine"\ntimeout = 30\n[rules.severity]\ntone = "hint"\nask = "hint"\n')
    _write(tmp_path, 'timeout = 40\n[rules.severity]\ntone = "error"\n')
    home = str(config_folder())
    found = load_settings(folder=tmp_path, environment={"DRAFTER_MODEL": "theirs", "DRAFTER_HOME": home}, seed=7)
    assert (found.model, found.timeout, found.seed) == ("theirs", 40, 7)
    assert found.rules.severity == {"tone": "error", "ask": "hint"}


def test_with_nothing_configured_the_offline_writer_writes(tmp_path: Path) -> None:
    assert load_settings(folder=tmp_path).model_name == "offline"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("api_key = 'x'", "OPENAI_API_KEY"),
        ("base_url = 'http://elsewhere.example'", "base_url"),
        ("database_url = 'postgresql://elsewhere.example/x'", "database_url"),
        ("timeout = -1", "timeout"),
        ("modle = 'x'", "modle"),
        ("model = ", "mend or remove"),
        ("[rules.severity]\ntone = 'loud'", "rules.severity.tone"),
    ],
)
def test_what_is_wrong_in_a_file_is_one_clear_line(tmp_path: Path, text: str, words: str) -> None:
    _write(tmp_path, text)
    with pytest.raises(SettingsError, match=words) as found:
        load_settings(folder=tmp_path)
    assert "\n" not in str(found.value)


def test_a_key_is_not_shown(tmp_path: Path) -> None:
    found = load_settings(
        folder=tmp_path, environment={"OPENAI_API_KEY": "sk-very-secret", "DRAFTER_HOME": str(tmp_path)}
    )
    assert "very-secret" not in repr(found) + str(found.model_dump(mode="json"))
