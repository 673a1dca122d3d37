"""From a name as somebody types it to the one person meant."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from drafter.errors import InputError
from drafter.storage import Person
from drafter.storage.keys import key

if TYPE_CHECKING:
    from drafter.storage.people import People

_SUGGESTED = 3


def the_one(people: People, name: str, *, organization: str | None = None, email: str | None = None) -> Person:
    """The one person of this name; ``organization`` and ``email`` tell people of one name apart.

    Raises:
        InputError: when nobody, or more than one, is called so.
    """
    named = people.find(name)
    found = named
    if organization:
        found = tuple(person for person in found if key(person.organization or "") == key(organization))
    if email:
        found = tuple(person for person in found if (person.email or "").casefold() == email.strip().casefold())
    if len(found) == 1:
        return found[0]
    if found:
        raise InputError(
            f"{len(found)} people are called {name!r} ({_told(found)}); name one with --organization or --email"
        )
    if named:
        raise InputError(f"no {name!r} fits --organization and --email; there is {_told(named)}")
    near = _near(name, people.all(archived=None))
    asked = f"; did you mean {' or '.join(near)}?" if near else "; `drafter contacts list` shows them"
    raise InputError(f"nobody called {name!r} is in your contacts{asked}")


def _told(found: Sequence[Person]) -> str:
    return ", ".join(
        " ".join(part for part in (person.organization or "no organisation", person.email) if part) for person in found
    )


def _near(name: str, known: Sequence[Person]) -> list[str]:
    """Names that share a whole word with this one, else those spelled much like it."""
    words = set(key(name).split())
    part = [person.name for person in known if words and words <= set(person.key.split())]
    by_key = {person.key: person.name for person in known}
    close = [by_key[found] for found in difflib.get_close_matches(key(name), list(by_key), n=_SUGGESTED, cutoff=0.75)]
    return list(dict.fromkeys([*part, *close]))[:_SUGGESTED]
