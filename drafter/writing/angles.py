"""Other ways to begin: each alternative draft is led by facts that the ones before it did not use."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.models import Brief, Draft, Fact, FactKind, Profile
from drafter.writing.selection import is_specific, select

_WORDS: dict[FactKind, str] = {
    "talk": "their talk or publication",
    "publication": "their talk or publication",
    "opinion": "what they said",
    "shared_ground": "what you share",
    "education": "what you share",
    "interest": "what they care about",
    "news": "news of them or their organisation",
    "funding": "news of them or their organisation",
    "award": "news of them or their organisation",
}


def next_angle(profile: Profile, brief: Brief, drafts: Sequence[Draft]) -> Brief | None:
    """The brief of a draft that starts elsewhere than ``drafts`` do; ``None`` when the material has no other start."""
    used = {fact for draft in drafts for sentence in draft.sentences for fact in sentence.facts}
    chosen = brief.model_copy(update={"avoid": tuple(dict.fromkeys([*brief.avoid, *sorted(used)])), "use": ()})
    selection = select(chosen, profile)
    # A title or a place is no angle: it says what the first draft's signature line could say of anybody.
    telling = [fact for fact in selection.facts if is_specific(fact, profile.contact)]
    if selection.needs or not telling:
        return None
    bare = [fact.id for fact in selection.facts if fact not in telling]
    avoid = tuple(dict.fromkeys([*chosen.avoid, *bare]))
    return chosen.model_copy(update={"angle": _angle(telling[0]), "avoid": avoid})


def _angle(fact: Fact) -> str:
    return "what you share" if fact.shared else _WORDS.get(fact.kind, "their work")
