"""What a fact in another language than the message is referred to by: a talk, a book, the work at a place."""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafter.language import translation
from drafter.models import Fact, Profile
from drafter.writing.grammar.clause import Clause
from drafter.writing.grammar.phrases import phrases
from drafter.writing.grammar.purposes import language_of

# English words, and what the language's words call them.
_CALLED: Mapping[str, str] = {
    "lecture": "talk",
    "talk": "talk",
    "presentation": "talk",
    "speech": "talk",
    "book": "book",
    "article": "article",
    "essay": "article",
    "contribution": "article",
}
_KINDS = ("talk", "publication")


def reference(fact: Fact, profile: Profile, language: str) -> Clause | None:
    """A name for what the fact tells, with no word of it; ``None`` where nothing neutral offers itself."""
    words = phrases(language).words
    what = _what(fact)
    if what:
        year = re.search(r"\b(?:19|20)\d\d\b", fact.statement)
        return Clause("noun", words[f"{what}_in" if year else what].format(year=year.group() if year else ""), fact.id)
    organization = profile.organization
    if organization is None or fact.about != "person":
        return None
    return Clause("noun", words["work"].format(org=organization.name), fact.id)


def is_foreign_to(fact: Fact, profile: Profile, language: str) -> bool:
    """Whether both the statement and the note it is from are in another language."""
    notes = {note.language for note in profile.notes if note.id == fact.note}
    return language_of(fact.statement) not in (None, language) and language not in notes


def _what(fact: Fact) -> str | None:
    words = re.findall(r"[^\W\d_]{3,}", fact.statement)
    meant = translation.english_in(fact.statement, words) | {word.lower() for word in words}
    if fact.kind not in _KINDS and not meant & {"write", "wrote", "publish", "published"}:
        return None
    return next((name for word, name in _CALLED.items() if word in meant), "talk" if fact.kind == "talk" else None)
