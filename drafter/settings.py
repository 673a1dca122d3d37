"""Settings: built-in defaults, then ``drafter.toml`` (the user's folder, the working folder), then the environment.

Later ones win. Keys in ``drafter.toml`` are the field names below; ``[rules]`` holds the checks' own settings.
The API key is read from the environment or the system's keyring only, never from a file of ours.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator

from drafter.errors import SettingsError
from drafter.models import Severity

FILE_NAME = "drafter.toml"
_TWO_TIMES = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d")

# Environment variable → field. The OPENAI_ names are those every OpenAI-compatible tool reads.
ENVIRONMENT = {
    "OPENAI_API_KEY": "api_key",
    "OPENAI_BASE_URL": "base_url",
    "DRAFTER_MODEL": "model",
    "DRAFTER_DATABASE_URL": "database_url",
    "DRAFTER_TIMEOUT": "timeout",
}


class RuleSettings(BaseModel):
    """What the checks may be told: rules off or on, their severity by prefix, and their thresholds.

    ``severity = {"tone" = "hint", "tone.flattery" = "warning"}``: the most specific prefix wins. ``thresholds`` are
    read by the rules that name them, for instance ``{"voicemail.words_per_minute" = 150}``. ``ignored`` has the reason
    for each finding that may stay, by its rule and words: ``{"tone.hype: World Class" = "the name of their prize"}``.
    ``channels`` and ``kinds`` hold the same tables for one channel or kind only.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    enable: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()
    severity: dict[str, Severity] = Field(default_factory=dict)
    thresholds: dict[str, float] = Field(default_factory=dict)
    ignored: dict[str, Annotated[str, Field(min_length=1)]] = Field(default_factory=dict)
    channels: dict[str, RuleSettings] = Field(default_factory=dict)
    kinds: dict[str, RuleSettings] = Field(default_factory=dict)


class Settings(BaseModel):
    """Everything that can be configured. Durations are seconds, sizes bytes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str | None = None
    api_key: SecretStr | None = None
    base_url: str | None = None
    timeout: float = Field(default=60, gt=0, description="all model calls of one draft together")
    connect_timeout: float = Field(default=5, gt=0)
    retries: int = Field(default=3, ge=0, le=10)
    seed: int | None = None
    temperature: float | None = Field(default=None, ge=0, le=2)
    prompt_tokens: int = Field(default=1200, ge=300, description="aim for a whole writing request")
    reading_tokens: int = Field(default=6000, ge=500, description="note text in one reading request")
    cache: bool = True
    fetch_timeout: float = Field(default=20, gt=0)
    fetch_bytes: int = Field(default=5_000_000, gt=0)
    file_bytes: int = Field(default=50_000_000, gt=0)
    respect_robots: bool = True
    database_url: str | None = None
    paid_linkedin: bool = False
    personal_notes: int = Field(default=5, ge=0, description="personal notes with invitations in a month, free account")
    quiet_hours: str = Field(default="20:00-08:00", description="when no message should arrive; empty: never quiet")
    most_a_day: int | None = Field(default=None, ge=1, description="how many due people to show at most")
    country: str | None = Field(default=None, description="ISO 3166 code whose public holidays are kept free")
    region: str | None = Field(default=None, description="its subdivision, where holidays differ")
    categories: dict[str, dict[str, Any]] = Field(default_factory=dict)
    rules: RuleSettings = Field(default_factory=RuleSettings)

    @field_validator("quiet_hours")
    @classmethod
    def _two_times(cls, value: str) -> str:
        if value and not _TWO_TIMES.fullmatch(value):
            raise ValueError(f"it takes two times such as 20:00-08:00, not {value!r}")
        return value

    @property
    def model_name(self) -> str:
        """The model to draft with: the one set, or ``offline`` when none is."""
        return self.model or "offline"


def config_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """The user's configuration folder (``DRAFTER_HOME`` moves it)."""
    return _folder("config", environment)


def data_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """The user's data folder, where the ledger lives (``DRAFTER_HOME`` moves it)."""
    return _folder("data", environment)


def _folder(kind: str, environment: Mapping[str, str]) -> Path:
    home = environment.get("DRAFTER_HOME")
    if home:
        return Path(home).expanduser()
    import platformdirs

    text = platformdirs.user_config_dir("drafter") if kind == "config" else platformdirs.user_data_dir("drafter")
    return Path(text)


def load_settings(
    *, folder: Path | None = None, environment: Mapping[str, str] = os.environ, **overrides: Any
) -> Settings:
    """The settings in force for ``folder`` (default: the working folder); ``overrides`` that are not ``None`` win.

    Raises:
        SettingsError: when a settings file cannot be read or holds something unknown.
    """
    here = (folder or Path.cwd()) / FILE_NAME
    merged = _merge(_read(config_folder(environment) / FILE_NAME), _without_addresses(_read(here), here))
    merged |= {field: environment[name] for name, field in ENVIRONMENT.items() if environment.get(name)}
    merged |= {field: value for field, value in overrides.items() if value is not None}
    try:
        return Settings.model_validate(merged)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise SettingsError(f"setting {where!r} is wrong: {first['msg']}; see `drafter doctor`") from error


def _read(path: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        raise SettingsError(f"cannot read {path}: {error}; mend or remove it") from error
    if "api_key" in table:
        raise SettingsError(f"{path} holds api_key; remove it and set OPENAI_API_KEY instead")
    return table


def _without_addresses(table: dict[str, Any], path: Path) -> dict[str, Any]:
    # A folder from somebody else must not be able to send the user's key, or their contacts, to another server.
    for key in ("base_url", "database_url"):
        if key in table:
            raise SettingsError(f"{path} sets {key}; put that into {config_folder() / FILE_NAME} or the environment")
    return table


def _merge(lower: dict[str, Any], upper: dict[str, Any]) -> dict[str, Any]:
    merged = dict(lower)
    for key, value in upper.items():
        old = merged.get(key)
        merged[key] = _merge(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged
