"""Checking many messages, one JSON object a line, in flat memory."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.errors import DrafterError, InputError

if TYPE_CHECKING:
    from drafter.checks import Context
    from drafter.models import PartName, Profile, Sender
    from drafter.settings import Settings

_KEPT = 64


@dataclass(frozen=True, slots=True)
class Plain:
    """A draft as it comes from a file: parts and nothing else."""

    subject: str | None = None
    message: str = ""
    voicemail: str | None = None
    conversation: str | None = None
    sentences: tuple[Any, ...] = ()
    language: str | None = None

    def part(self, name: PartName) -> str | None:
        """The text of one part."""
        found: str | None = getattr(self, name)
        return found


class Cache:
    """Profiles and senders read once per path; the oldest is dropped when there are many."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], Any] = OrderedDict()

    def profile(self, given: Any) -> Profile | None:
        """A profile given whole or by its path."""
        if given is None:
            return None
        from drafter.models import Profile

        read = self._read("profile", given, lambda path: Profile.model_validate_json(path.read_bytes()), Profile)
        assert isinstance(read, Profile)
        return read

    def sender(self, given: Any) -> Sender | None:
        """A sender given whole or by its path."""
        if given is None:
            return None
        from drafter.models import Sender

        read = self._read("sender", given, _sender_file, Sender)
        assert isinstance(read, Sender)
        return read

    def _read(self, what: str, given: Any, read: Any, model: Any) -> Any:
        if isinstance(given, dict):
            return _valid(what, lambda: model.model_validate(given))
        if not isinstance(given, str):
            raise InputError(f"{what} must be an object or a path")
        key = (what, given)
        if key not in self._kept:
            self._kept[key] = _valid(f"{what} {given}", lambda: read(Path(given)))
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]


def _valid(what: str, read: Any) -> Any:
    try:
        return read()
    except OSError as error:
        raise InputError(f"cannot read {what}: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{what} is not as it should be: {str(error).splitlines()[0]}") from error


def _sender_file(path: Path) -> Any:
    import tomllib

    from drafter.models import Sender

    return Sender.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))


def answers(lines: Iterable[bytes], settings: Settings | None) -> Iterator[tuple[dict[str, Any], int]]:
    """The answer to each line in order, with the exit status it asks for (0, 1 or 2)."""
    cache = Cache()
    for line in lines:
        if not line.strip():
            continue
        row_id = None
        try:
            row = json.loads(line.decode("utf-8"))
            if not isinstance(row, dict):
                raise InputError("a line must be a JSON object")
            row_id = row.get("id")
            report = _checked(row, cache, settings)
        except (ValueError, RecursionError, DrafterError) as error:
            yield {"id": row_id, "error": " ".join(str(error).split())[:300] or "this line cannot be read"}, 2
            continue
        yield {"id": row_id, **report}, 1 if report["verdict"] == "fail" else 0


def _checked(row: dict[str, Any], cache: Cache, settings: Settings | None) -> dict[str, Any]:
    parts = {name: _text(row, name) for name in ("subject", "message", "voicemail", "conversation")}
    if not any((body or "").strip() for name, body in parts.items() if name != "subject"):
        raise InputError("neither message nor voicemail has any text")
    draft = Plain(
        parts["subject"],
        parts["message"] or "",
        parts["voicemail"],
        parts["conversation"],
        language=_text(row, "language"),
    )
    contact = row.get("contact") or {}
    if isinstance(contact, str):
        contact = {"name": contact}
    if not isinstance(contact, dict):
        raise InputError("contact must be an object with a name")
    context = context_of(
        draft,
        channel=_choice(row, "channel", "email"),
        kind=_choice(row, "kind", "introduction"),
        contact=_text(contact, "name"),
        organization=_text(contact, "organization"),
        profile=cache.profile(row.get("profile")),
        sender=cache.sender(row.get("sender")),
        paid_linkedin=bool(settings and settings.paid_linkedin),
    )
    return report_of(draft, context, settings)


def _text(row: dict[str, Any], name: str) -> str | None:
    value = row.get(name)
    if value is not None and not isinstance(value, str):
        raise InputError(f"{name} must be text or null")
    return value


CHANNELS = ("email", "linkedin_invitation", "linkedin_message", "inmail", "sms")
KINDS = (
    "introduction",
    "advice_request",
    "introduction_request",
    "invitation_reply",
    "follow_up",
    "check_in",
    "reconnect",
    "thank_you",
)


def _choice(row: dict[str, Any], name: str, default: str) -> str:
    value = row.get(name) or default
    known = CHANNELS if name == "channel" else KINDS
    if value not in known:
        raise InputError(f"{value!r} is no {name}; use one of {', '.join(known)}")
    return str(value)


def context_of(
    draft: Plain,
    *,
    channel: str,
    kind: str,
    contact: str | None,
    organization: str | None,
    profile: Profile | None,
    sender: Sender | None,
    paid_linkedin: bool,
) -> Context:
    """The context of a message that comes with what a file or the command line tells."""
    from drafter.checks import Context

    company = profile.organization if profile else None
    if organization and not (company and company.name == organization):
        from drafter.models import Organization

        company = Organization(name=organization)
    return Context(
        channel=channel,  # type: ignore[arg-type]
        kind=kind,  # type: ignore[arg-type]
        contact=contact or (profile.contact.name if profile else None),
        organization=company,
        profile=profile,
        sender=sender,
        draft=draft,  # type: ignore[arg-type]
        paid_linkedin=paid_linkedin,
    )


def report_of(draft: Plain, context: Context, settings: Settings | None) -> dict[str, Any]:
    """The report as the JSON of the contract, made without the models so that it is there at once."""
    from drafter.checks import RULES
    from drafter.checks._engine import run
    from drafter.checks._metrics import metrics

    outcome = run(draft, context, RULES, settings.rules if settings else None)
    findings = [{name: getattr(one, name) for name in one.__slots__} for one in outcome.findings]
    return {
        "verdict": outcome.verdict,
        "findings": findings,
        "metrics": metrics(outcome.texts, outcome.context),
        "skipped": list(outcome.skipped),
    }


__all__ = ["CHANNELS", "KINDS", "Cache", "Plain", "answers", "context_of", "report_of"]
