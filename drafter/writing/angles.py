"""Other ways to begin: by another fact on the matter, by the sender's own side of it, else by any other fact."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.models import Brief, Draft, Fact, FactKind, Profile
from drafter.writing.kinds import OWN_SIDE
from drafter.writing.nearness import names_in, touches
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
    """The brief of a draft that starts elsewhere than ``drafts`` do; ``None`` when the material has no other start.

    A fact that the purpose does not touch is the last choice: it would be another letter, and not another angle.
    """
    used = {fact for draft in drafts for sentence in draft.sentences for fact in sentence.facts}
    chosen = brief.model_copy(update={"avoid": tuple(dict.fromkeys([*brief.avoid, *sorted(used)])), "use": ()})
    selection = select(chosen, profile)
    # A title or a place is no angle: it says what the first draft's signature line could say of anybody.
    telling = [fact for fact in selection.facts if is_specific(fact, profile.contact)]
    near = [fact for fact in telling if fact.shared or touches(fact.statement, brief.purpose, names_in(profile))]
    if not near and brief.angle != OWN_SIDE and len(drafts) == 1 and _has_side(brief):
        return brief.model_copy(update={"angle": OWN_SIDE})
    if selection.needs or not telling:
        return None
    lead = (near or telling)[0]
    bare = [fact.id for fact in selection.facts if fact not in telling]
    avoid = tuple(dict.fromkeys([*chosen.avoid, *bare]))
    return chosen.model_copy(update={"angle": _angle(lead), "avoid": avoid})


def _has_side(brief: Brief) -> bool:
    """Whether there is anything to say of the sender before the reader's thing is named."""
    return bool(brief.sender.facts or brief.sender.role)


def _angle(fact: Fact) -> str:
    return "what you share" if fact.shared else _WORDS.get(fact.kind, "their work")
