"""What the batch commands say beside their work: how a list was read, and where people one knows are concerned."""

from __future__ import annotations

import datetime
import hashlib
from typing import TYPE_CHECKING

from drafter.cli._options import warn
from drafter.storage.rows import View

if TYPE_CHECKING:
    from drafter.batch.ledger import Opened
    from drafter.models import Sender
    from drafter.settings import Settings
    from drafter.storage import Batch
    from drafter.storage.ledger import Storage

_NAMED = 5


def tell_list(found: Opened) -> None:
    """How the columns were read, and what changed since the list was read last."""
    named = ", ".join(f"{column.strip()} → {field}" for column, field in found.batch.mapping.items())
    warn(f"columns: {named}")
    for warning in found.table.warnings:
        warn(f"{found.table.name}: {warning}")
    taken = found.taken
    if taken.changed or taken.removed or (taken.added and taken.kept):
        warn(
            f"{taken.kept} rows as before, {taken.changed} changed, {taken.added} new, {taken.removed} no longer there"
        )


def tell_sender(sender: Sender | None) -> None:
    """What is missing with the sender is missing in every row: said once, before the drafts are written."""
    if sender is not None and not sender.phone:
        warn('your sender.toml has no phone, so no voicemail can end with a number; add phone = "…" before you run')


def tell_changed_sender(storage: Storage, batch: Batch, sender: Sender) -> None:
    """Say, once, that drafts stand which were written for another sender.toml: they may be approved."""
    now = hashlib.sha256(sender.model_dump_json().encode("utf-8", "replace")).hexdigest()[:16]
    before = batch.options.get("sender")
    standing = storage.batches.count(batch.id, View(states=("drafted",))) if before and before != now else 0
    if standing:
        warn(
            f"your sender.toml changed; drafts written before stay as they are ({standing:,}): "
            "`drafter batch redraft ROW` writes one anew and keeps the old one"
        )
    if before != now:
        storage.batches.use(batch.id, sender=now)


def tell_forgotten(storage: Storage, batch: Batch) -> None:
    """Warn of rows about people one asked to forget: writing to them again is surely a slip."""
    from drafter.relationships.sent_rows import forgotten_rows

    found = forgotten_rows(storage, batch)
    if found:
        told = ", ".join(f"row {row.number}" for row in found[:_NAMED]) + (" …" if len(found) > _NAMED else "")
        warn(f"you asked to forget the person of {told}; take them out of the list, or reject the draft")


def tell_contacts(storage: Storage, settings: Settings, batch: Batch, *, sent: bool) -> None:
    """After an export: log the approved messages as sent when told so, else say how to."""
    from drafter.relationships.network import Network

    net = Network(storage, settings, today=datetime.datetime.now().astimezone().date())
    waiting = [one for one in net.prepared() if one.batch.id == batch.id]
    if sent:
        new = [entry for entry in net.log_batch(str(batch.id)).logged if not entry.again]
        warn(f"{len(new)} of them logged as sent with your contacts; `drafter contacts unlog NAME` takes one back")
    elif waiting:
        warn(
            f"{len(waiting)} of the approved are in your contacts; once you have sent them: "
            f"drafter contacts log-batch {batch.id}"
        )
