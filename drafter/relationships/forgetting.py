"""Forgetting a person: from the ledger, from saved work and batches, and from what was kept to save time."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from drafter.llm import forget_replies
from drafter.relationships.network import Network
from drafter.settings import data_folder
from drafter.storage import Person
from drafter.storage.forgetting import erase, traces
from drafter.storage.keys import invitation_key

# Folders of the data folder that only save time; a person's words may stand in any file there.
CACHES = ("pages", "cache")
# The page's copies of lists that are not taken in yet.
LISTS = "lists"


def forget(network: Network, person: Person) -> str:
    """Remove a person and every text derived from them; says in plain words what went.

    Only a digest stays behind, by which a later import leaves them out. Caches are emptied whole, because an answer or
    a page in them may mention the person without being filed under the name.
    """
    namesakes = [p for p in network.storage.people.find(person.name) if p.id != person.id]
    found = traces(network.storage.database, name=person.name, email=person.email, person_id=person.id)
    network.bar(person)
    left = erase(network.storage.database, found)
    emptied = empty_caches(data_folder(), (*CACHES, LISTS)) + forget_replies()
    parts = [person.name]
    if found.desk:
        parts.append(f"{len(found.desk)} saved draft(s)")
    if found.rows:
        parts.append(f"{len(found.rows)} row(s) of batches")
    if emptied:
        parts.append("cached pages and answers")
    if namesakes:
        parts.append("(others of this name were kept, but their saved drafts may be among those removed)")
    if left:
        parts.append(f"(but the ledger {network.storage.place} is in use by another program: {left})")
    return ", ".join(parts)


def empty_caches(folder: Path, caches: Sequence[str] = CACHES) -> int:
    """Remove every file of the caches below ``folder``; how many there were."""
    count = 0
    for cache in caches:
        for path in sorted((folder / cache).rglob("*"), reverse=True):
            with suppress(OSError):
                if path.is_file():
                    path.unlink()
                    count += 1
    return count


def held_on(network: Network, person: Person) -> dict[str, Any]:
    """All that is held on a person, as JSON."""
    people, storage = network.storage.people, network.storage
    found = traces(storage.database, name=person.name, email=person.email, person_id=person.id)
    work = [storage.desk.get(item) for item in found.desk]
    received = people.entry(invitation_key(person.name))
    listed = [storage.batches.row_with_id(row) for row in found.rows]
    return {
        "person": person.model_dump(mode="json"),
        "touches": [touch.model_dump(mode="json") for touch in people.touches(person.id)],
        "outcomes": [outcome.model_dump(mode="json") for outcome in people.outcomes(person.id)],
        "promises": [promise.model_dump(mode="json") for promise in people.promises(person.id, open_only=False)],
        "changes": [change.model_dump(mode="json") for change in people.history(person.id)],
        "saved_work": [item.model_dump(mode="json") for item in work if item],
        "invitations": [received.document] if received else [],
        "batch_rows": [
            {"row": row.model_dump(mode="json"), "input": storage.batches.input(row.id).model_dump(mode="json")}
            for row in listed
        ],
    }
