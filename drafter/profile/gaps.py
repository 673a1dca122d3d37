"""What would make a profile better, and where to look for it."""

# ruff: noqa: E501 - word lists and messages read better in one piece

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from drafter.models import Contact, Fact, Organization
from drafter.profile.freshness import age_of


def missing_from(
    contact: Contact,
    organization: Organization | None,
    facts: Sequence[Fact],
    *,
    is_organization: bool,
    today: datetime.date,
) -> Iterator[str]:
    """One line for each gap that matters for a message."""
    where = f" at {organization.name}" if organization and not is_organization else ""
    mine = [fact for fact in facts if (is_organization or fact.about == "person") and fact.subject is None]
    specific = [fact for fact in mine if fact.kind not in ("role", "place", "other") and not fact.sensitive]
    if not facts:
        yield f"anything about {contact.name}: their profile page, a talk or an article, or a line of what you know yourself"
    elif not mine:
        yield f"a source that names {contact.name}: a team page, a staff directory, a professional network profile, or your own note"
    if not is_organization and contact.role is None:
        yield f"what {contact.name} does{where}: a team page, an e-mail signature or a professional network profile"
    if organization is None:
        yield f"where {contact.name} works: an e-mail signature, a business card or a professional network profile"
    if mine and len(specific) < 2:
        yield f"something {contact.name} made, said or decided: a talk, an article, a project page, a podcast, a news item"
    if mine and not _recent(mine, today):
        yield f"something from the last two years about {contact.name}: news of the organisation, recent posts, a conference programme"


def _recent(facts: Sequence[Fact], today: datetime.date) -> bool:
    ages = [age_of(fact.date, today) for fact in facts]
    return any(age is not None and age <= 2 for age in ages)
