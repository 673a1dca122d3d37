"""Kinds of people in a network: what each is for, how many one can keep, how often to be in touch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from drafter.errors import SettingsError
from drafter.settings import Settings
from drafter.storage import Person


@dataclass(frozen=True, slots=True)
class CategoryPlan:
    """One category: ``purpose`` in a sentence, ``capacity`` people at most, ``cadence_days`` between contacts.

    ``capacity`` counts the people one really keeps in touch with, one or two to start with; ``cadence_days`` is
    ``None`` where no rhythm is due. ``source`` says where the figures come from.
    """

    name: str
    purpose: str
    capacity: int
    cadence_days: int | None
    source: str


_ACTIVE = (
    "A tie that sees no contact for a year falls out of the active network "
    "(Hill & Dunbar 2003, Social network size in humans, Human Nature 14); half of that leaves room for a missed turn."
)
_CRAFT = "Practice of career advisers: quarterly for recruiters, twice a year for leaders who hire."

DEFAULTS: tuple[CategoryPlan, ...] = (
    CategoryPlan("recruiter", "knows who is looking for somebody like you", 2, 91, _CRAFT),
    CategoryPlan("hiring_leader", "leads the kind of team you want to work in", 2, 182, _CRAFT),
    CategoryPlan("vendor", "sees many organisations of your field from outside", 2, 182, _ACTIVE),
    CategoryPlan("peer", "does the work you do, and exchanges what was learnt", 5, 91, _ACTIVE),
    CategoryPlan("alumni", "shares a school or a former employer with you", 3, 182, _ACTIVE),
    CategoryPlan("other", "anybody else you have a reason to know", 10, None, "No rhythm is due without a category."),
)


def categories(settings: Settings) -> dict[str, CategoryPlan]:
    """The categories in force: the defaults, changed and added to by ``[categories.<name>]`` in drafter.toml.

    Raises:
        SettingsError: when an entry has an unknown key or a wrong value.
    """
    found = {plan.name: plan for plan in DEFAULTS}
    for name, table in settings.categories.items():
        old = found.get(name) or CategoryPlan(name, "", 2, 182, "your settings")
        found[name] = _changed(old, table)
    return found


def _changed(old: CategoryPlan, table: Mapping[str, Any]) -> CategoryPlan:
    unknown = set(table) - {"purpose", "capacity", "cadence_days"}
    if unknown:
        raise SettingsError(
            f"[categories.{old.name}] does not know {', '.join(sorted(unknown))}; "
            "it takes purpose, capacity and cadence_days"
        )
    capacity, cadence = table.get("capacity", old.capacity), table.get("cadence_days", old.cadence_days)
    for key, value in (("capacity", capacity), ("cadence_days", cadence)):
        if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 0):
            raise SettingsError(f"[categories.{old.name}] {key} is a whole number of 0 or more, not {value!r}")
    # 0 in the file means "no rhythm", since TOML has no null.
    return CategoryPlan(old.name, str(table.get("purpose", old.purpose)), capacity, cadence or None, "your settings")


def cadence_of(person: Person, plans: Mapping[str, CategoryPlan]) -> int | None:
    """Days between contacts with this person: their own if set, else their category's."""
    if person.cadence_days is not None:
        return person.cadence_days or None
    plan = plans.get(person.category)
    return plan.cadence_days if plan else None


@dataclass(frozen=True, slots=True)
class Fill:
    """How full a category is."""

    plan: CategoryPlan
    people: tuple[Person, ...]

    @property
    def state(self) -> str:
        """``empty``, ``room``, ``full`` or ``overfull``."""
        count = len(self.people)
        if count == 0:
            return "empty"
        if count > self.plan.capacity:
            return "overfull"
        return "full" if count == self.plan.capacity else "room"


def fill(people: Sequence[Person], plans: Mapping[str, CategoryPlan]) -> tuple[Fill, ...]:
    """Each category with its people; people of an unknown category count as ``other``."""
    return tuple(
        Fill(plan, tuple(person for person in people if _plan_name(person, plans) == name))
        for name, plan in plans.items()
    )


def _plan_name(person: Person, plans: Mapping[str, CategoryPlan]) -> str:
    return person.category if person.category in plans else "other"
