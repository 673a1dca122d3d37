"""What the engine asks of settings and drafts, so that it need not import either."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from drafter.models import PartName, Severity


class Layer(Protocol):
    """One table of rule settings, as :class:`drafter.settings.RuleSettings` has it."""

    @property
    def enable(self) -> Sequence[str]: ...
    @property
    def disable(self) -> Sequence[str]: ...
    @property
    def severity(self) -> Mapping[str, Severity]: ...
    @property
    def thresholds(self) -> Mapping[str, float]: ...
    @property
    def ignored(self) -> Mapping[str, str]: ...


class Tables(Layer, Protocol):
    """Rule settings with their tables for single channels and kinds."""

    @property
    def channels(self) -> Mapping[str, Layer]: ...
    @property
    def kinds(self) -> Mapping[str, Layer]: ...


class Parts(Protocol):
    """What is checked: a :class:`drafter.models.Draft`, or something as simple."""

    @property
    def language(self) -> str | None: ...
    def part(self, name: PartName) -> str | None:
        """The text of one part."""
