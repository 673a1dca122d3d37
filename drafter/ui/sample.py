"""The sample contact of the first screen."""

from __future__ import annotations

import datetime
import tomllib
from typing import TYPE_CHECKING

from drafter.resources import resource
from drafter.ui.work import Work, add_notes, brief_of, with_added_facts

if TYPE_CHECKING:
    from drafter.models import Sender
    from drafter.pipeline import Drafter


def sample(drafter: Drafter, sender: Sender | None, *, today: datetime.date) -> tuple[Work, Sender]:
    """The sample contact with a draft from ``sender``, or from the sample sender where nobody has said who writes."""
    from drafter.writing.brief import read_sender

    folder = resource("fixtures", "demo")
    described = tomllib.loads((folder / "contact.toml").read_text(encoding="utf-8"))
    sender = sender or read_sender(folder / "sender.toml")
    work = Work(
        name=described["name"],
        organization=described.get("organization") or "",
        role=described.get("role") or "",
        kind=described.get("kind", "introduction"),
        channel=described.get("channel", "email"),
        purpose=described["purpose"],
        ask=described.get("ask") or "",
    )
    work = add_notes(work, drafter.gather([folder / name for name in described["sources"]]).notes)
    profile = with_added_facts(
        drafter.profile(work.notes, work.name, organization=work.organization or None, sender=sender, today=today)
    )
    work = work.model_copy(update={"profile": profile})
    result = drafter.draft(profile, brief_of(work, sender, today=today))
    return work.model_copy(update={"result": result}), sender
