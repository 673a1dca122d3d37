"""What people change in drafts, so that prompts, samples and rules can learn from it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from drafter.language.names import fold
from drafter.models import Draft, Value
from drafter.storage import SavedDraft

_WORD = re.compile(r"\d+(?:[.,:]\d+)+|\w+(?:['’]\w+)*|[^\w\s]")
_LONGEST = 12


class Lesson(Value):
    """One kind of change: ``before`` became ``after`` (empty: taken out, or put in), in ``count`` drafts."""

    before: str
    after: str
    count: int
    example: str


class Lessons(Value):
    """The commonest changes, and how the texts changed on the whole."""

    edited: int
    shorter_by: float | None = None
    subject_changed: int = 0
    voicemail_changed: int = 0
    changes: tuple[Lesson, ...] = ()


def lessons(pairs: Iterable[tuple[SavedDraft, SavedDraft]], *, shown: int = 20) -> Lessons:
    """What was changed most often, from drafts as written and as they were left."""
    counts: Counter[tuple[str, str]] = Counter()
    written: dict[tuple[str, str], tuple[str, str]] = {}
    words = [0, 0]
    edited = subjects = voicemails = 0
    examples: dict[tuple[str, str], str] = {}
    for before, after in pairs:
        old, new = before.result.draft, after.result.draft
        if old is None or new is None:
            continue
        edited += 1
        subjects += old.subject != new.subject
        voicemails += old.voicemail != new.voicemail
        words[0] += len(old.message.split())
        words[1] += len(new.message.split())
        for change, example in _changes(old, new, _names(before)).items():
            key = (fold(change[0]), fold(change[1]))
            counts[key] += 1
            written.setdefault(key, change)
            examples.setdefault(key, example)
    ordered = sorted(counts, key=lambda key: (-counts[key], -len(key[0]) - len(key[1]), key))
    return Lessons(
        edited=edited,
        shorter_by=round(1 - words[1] / words[0], 3) if words[0] else None,
        subject_changed=subjects,
        voicemail_changed=voicemails,
        changes=tuple(
            Lesson(before=written[key][0], after=written[key][1], count=counts[key], example=examples[key])
            for key in ordered[:shown]
        ),
    )


def _names(saved: SavedDraft) -> set[str]:
    contact, organization = saved.result.profile.contact, saved.result.profile.organization
    return {fold(word) for word in f"{contact.name} {organization.name if organization else ''}".split()}


def _changes(old: Draft, new: Draft, names: set[str]) -> dict[tuple[str, str], str]:
    """Each change once, names masked, with the words around it."""
    before, after = _words(old.message, names), _words(new.message, names)
    found: dict[tuple[str, str], str] = {}
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal" and b - a <= _LONGEST and d - c <= _LONGEST:
            example = _joined(after[max(0, c - 4) : d + 4])
            found.setdefault((_joined(before[a:b]), _joined(after[c:d])), example)
    return found


def _joined(words: Sequence[str]) -> str:
    """The words as they are written: no space before a full stop, none within brackets."""
    return re.sub(r"(?<=[(\[“„¿¡]) | (?=[.,;:!?)\]”…])", "", " ".join(words))


def _words(text: str, names: set[str]) -> list[str]:
    return ["[name]" if fold(word) in names else word for word in _WORD.findall(text)]
