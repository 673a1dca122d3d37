"""What every writer is given and gives back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from drafter.models import Brief, Draft, Fact, Profile, Report, Usage


@dataclass(frozen=True, slots=True)
class Task:
    """One writing job: ``facts`` are those selected for it, best first (see ``writing.selection``).

    ``deadline`` is in ``time.monotonic()`` seconds. ``on_text`` gets the text as it streams in.
    """

    brief: Brief
    profile: Profile
    facts: tuple[Fact, ...]
    deadline: float | None = None
    on_text: Callable[[str], None] | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A draft and how it came to be; ``prompts`` maps a prompt's name to name@digest.

    ``warnings`` tells what the writer noticed itself, for instance a citation of a fact that does not exist.
    """

    draft: Draft
    model: str = "offline"
    usage: Usage = field(default_factory=Usage)
    prompts: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


class Writer(Protocol):
    """Something that can write a first draft and mend one."""

    def write(self, task: Task) -> Written:
        """A first draft."""
        ...

    def rewrite(self, task: Task, draft: Draft, report: Report) -> Written:
        """The draft, mended as the findings of ``report`` advise."""
        ...
