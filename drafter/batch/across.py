"""What only the whole batch shows: drafts that are nearly the same, worn openings, too many to one place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.language.names import fold
from drafter.models import Draft, Finding, PartName, Severity
from drafter.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from drafter.storage.ledger import Storage

RULES: Mapping[str, tuple[Severity, str]] = {
    "batch.near_duplicate": ("warning", "Say something that is true of this person only, or leave this message out."),
    "batch.opening": ("hint", "Open with what you noticed about this person instead."),
    "batch.phrase": ("hint", "Say it in other words here; readers who know each other compare."),
    "batch.organization": (
        "warning",
        "Choose the one person there who can best answer, and write to the others later.",
    ),
    "batch.same_person": ("warning", "Send only one of the two."),
    "batch.invitation_quota": (
        "warning",
        "Keep the notes for the best-prepared contacts, or write by another channel.",
    ),
}
"""Rule → its usual severity and advice; settings may change the severity or turn one off, as for the other rules."""

DEFAULTS = {
    "batch.near_duplicate": 0.6,
    "batch.opening": 0.1,
    "batch.phrase": 0.2,
    "batch.organization": 3,
    "batch.invitation_quota": 5,
}
_SHINGLE = 4
_COMMON = 200
_LONGEST_QUOTED = 160
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Written:
    """One draft of the batch, as far as it is compared with the others."""

    row_id: int
    number: int
    name: str
    organization: str | None
    person_key: str
    channel: str
    draft: Draft | None


@dataclass(slots=True)
class _Masked:
    """A draft's words without names, each with its place; the opening is its first sentence after the greeting."""

    written: Written
    words: list[str]
    spans: list[tuple[int, int]]

    @property
    def shingles(self) -> frozenset[tuple[str, ...]]:
        return frozenset(zip(*(self.words[at:] for at in range(_SHINGLE)), strict=False))


def note_across(storage: Storage, batch_id: int, *, settings: Settings) -> int:
    """Find what the whole batch shows and keep it with the rows; how many rows have such a finding."""
    written, before = [], set()
    for row, given, draft in storage.batches.walk_texts(batch_id):
        if draft:
            channel = str(given.fields.get("channel", "email"))
            written.append(Written(row.id, row.number, row.name, row.organization, row.person_key, channel, draft))
        if row.across:
            before.add(row.id)
    found = findings_across(written, settings=settings)
    changed: dict[int, Sequence[Finding]] = dict.fromkeys(before, ())
    storage.reviewing.set_across(changed | found)
    return len(found)


def findings_across(written: Iterable[Written], *, settings: Settings) -> dict[int, Sequence[Finding]]:
    """The batch's findings by row id; rows without any are left out."""
    drafted = [one for one in written if one.draft]
    masked = [_mask(one) for one in drafted]
    found: defaultdict[int, list[Finding]] = defaultdict(list)
    limits = DEFAULTS | dict(settings.rules.thresholds)
    sources = (
        _near_duplicates(masked, limits["batch.near_duplicate"]),
        _openings(masked, limits["batch.opening"]),
        _phrases(masked, limits["batch.phrase"]),
        _organizations(drafted, int(limits["batch.organization"])),
        _same_person(drafted),
        () if settings.paid_linkedin else _invitations(drafted, int(limits["batch.invitation_quota"])),
    )
    for source in sources:
        for one, rule, span, message in source:
            severity = _severity(rule, settings)
            if severity:
                found[one.row_id].append(_finding(rule, severity, span, message))
    return dict(found)


def quoted(finding: Finding, draft: Draft | None) -> str:
    """The words a finding of the batch is about, to be shown with it; nothing where it is about the whole message."""
    text = (draft.part(finding.part) if draft else None) or ""
    words = " ".join(text[finding.start : finding.end].split())
    return f"“{words}”: " if 0 < len(words) <= _LONGEST_QUOTED and finding.end - finding.start < len(text) else ""


def moved(findings: Iterable[Finding], before: str, after: str) -> tuple[Finding, ...]:
    """The findings of a row whose message was edited: those that still hold, where their words now stand."""
    return tuple(found for found in (_moved(finding, before, after) for finding in findings) if found)


def _moved(finding: Finding, before: str, after: str) -> Finding | None:
    words = before[finding.start : finding.end]
    if not words:
        return finding
    if words == before:
        return finding.model_copy(update={"end": len(after)})
    place = after.find(words)
    return finding.model_copy(update={"start": place, "end": place + len(words)}) if place >= 0 else None


_Hit = tuple[Written, str, tuple[int, int], str]


def _severity(rule: str, settings: Settings) -> Severity | None:
    rules = settings.rules
    if any(rule == off or rule.startswith(off + ".") for off in rules.disable):
        return None
    return rules.severity.get(rule) or rules.severity.get("batch") or RULES[rule][0]


def _finding(rule: str, severity: Severity, span: tuple[int, int], message: str) -> Finding:
    part: PartName = "message"
    start, end = span
    return Finding(
        rule=rule, severity=severity, part=part, start=start, end=end, message=message, advice=RULES[rule][1]
    )


def _mask(one: Written) -> _Masked:
    """Names of people and organisations do not make two messages different."""
    assert one.draft is not None
    names = {fold(word) for word in _WORD.findall(f"{one.name} {one.organization or ''}")}
    words, spans = [], []
    for match in _WORD.finditer(one.draft.message):
        word = fold(match.group())
        words.append("*" if word in names or word.removesuffix("'s") in names else word)
        spans.append(match.span())
    return _Masked(one, words, spans)


def _near_duplicates(masked: Sequence[_Masked], limit: float) -> Iterator[_Hit]:
    """Pairs that share most of their word sequences, found through the rarer ones they share."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    nearest: dict[int, tuple[float, int]] = {}
    first_with: dict[frozenset[tuple[str, ...]], int] = {}
    shingles = [one.shingles for one in masked]
    for place, mine in enumerate(shingles):
        first = first_with.setdefault(mine, place)
        if first < place and mine and limit <= 1:
            nearest[place] = (1.0, first)
            continue
        # A sequence that everybody has tells little, and comparing everybody would take for ever.
        shared = Counter(other for shingle in mine for other in holders[shingle][:_COMMON])
        for other, count in shared.most_common(3):
            likeness = count / len(mine | shingles[other])
            if likeness >= limit and likeness > nearest.get(place, (0.0, 0))[0]:
                nearest[place] = (likeness, other)
        for shingle in mine:
            holders[shingle].append(place)
    for place, (likeness, other) in nearest.items():
        one, twin = masked[place].written, masked[other].written
        message = f"but for the names this is {likeness:.0%} the same as the message in row {twin.number}"
        yield one, "batch.near_duplicate", (0, len(one.draft.message) if one.draft else 0), message


def _openings(masked: Sequence[_Masked], share: float) -> Iterator[_Hit]:
    allowed = max(3, share * len(masked))
    openings: defaultdict[tuple[str, ...], list[tuple[_Masked, int, int]]] = defaultdict(list)
    for one in masked:
        start = _after_greeting(one)
        words = tuple(one.words[start : start + 5])
        if len(words) == 5:
            openings[words].append((one, start, start + 5))
    for found in openings.values():
        if len(found) > allowed:
            for one, start, end in found:
                yield one.written, "batch.opening", _span(one, start, end), f"{len(found)} messages open like this"


def _after_greeting(one: _Masked) -> int:
    text = one.written.draft.message if one.written.draft else ""
    first_line = text.find("\n")
    if not 0 <= first_line <= 60:
        return 0
    return next((place for place, (start, _) in enumerate(one.spans) if start > first_line), 0)


def _phrases(masked: Sequence[_Masked], share: float) -> Iterator[_Hit]:
    """Sequences of six words that many messages share, outside openings and closing lines."""
    allowed = max(5, share * len(masked))
    places: defaultdict[tuple[str, ...], dict[int, int]] = defaultdict(dict)
    for index, one in enumerate(masked):
        body = range(_after_greeting(one) + 5, max(0, len(one.words) - 12))
        for at in body:
            places[tuple(one.words[at : at + 6])].setdefault(index, at)
    told: set[int] = set()
    for words, found in sorted(places.items(), key=lambda item: -len(item[1])):
        if len(found) <= allowed or words.count("*") > 2:
            continue
        for index, at in found.items():
            if index not in told:
                told.add(index)
                one = masked[index]
                yield one.written, "batch.phrase", _span(one, at, at + 6), f"{len(found)} messages say this"


def _organizations(drafted: Sequence[Written], allowed: int) -> Iterator[_Hit]:
    groups: defaultdict[str, list[Written]] = defaultdict(list)
    for one in drafted:
        if one.organization:
            groups[fold(one.organization)].append(one)
    for group in groups.values():
        for one in group[allowed:]:
            message = f"{len(group)} messages of this batch go to {one.organization}"
            yield one, "batch.organization", (0, 0), message


def _same_person(drafted: Sequence[Written]) -> Iterator[_Hit]:
    in_order = sorted(drafted, key=lambda one: (one.person_key, one.number))
    for first, second in pairwise(in_order):
        if first.person_key == second.person_key:
            yield second, "batch.same_person", (0, 0), f"row {first.number} is the same person"


def _invitations(drafted: Sequence[Written], allowed: int) -> Iterator[_Hit]:
    invitations = [one for one in drafted if one.channel == "linkedin_invitation"]
    for one in invitations[allowed:]:
        message = (
            f"a free account has about {allowed} personal invitation notes a month; this batch has {len(invitations)}"
        )
        yield one, "batch.invitation_quota", (0, 0), message


def _span(one: _Masked, start: int, end: int) -> tuple[int, int]:
    return one.spans[start][0], one.spans[min(end, len(one.spans)) - 1][1]
