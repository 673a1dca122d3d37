"""Running the rules: which are on, how severe, what they lack, and each fault told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from drafter.checks._language import detect
from drafter.checks._particular import plainly_theirs
from drafter.checks._rule import Context, Hit, Rule
from drafter.checks._text import Text
from drafter.errors import SettingsError

if TYPE_CHECKING:
    from drafter.checks._layers import Layer, Parts, Tables
    from drafter.models import Channel, Kind, PartName, Severity, Verdict

PARTS: tuple[PartName, ...] = ("subject", "message", "voicemail", "conversation")
RANK: Mapping[Severity, int] = {"error": 0, "warning": 1, "hint": 2}
_SAME = 0.7
# Families that may see the same fault with different eyes; a number said once is another fault than its placeholder.
_GROUPS = (
    frozenset(["opening", "closing", "specificity", "ask", "tone", "pitch", "clarity", "kind"]),
    frozenset(["facts", "names"]),
)
# Families whose rules judge the same words for different things: several asks in a sentence that is also a pitch.
_MANY_SIDED = frozenset(["voicemail", "conversation", "length"])
_MOST = 25


@dataclass(frozen=True, slots=True)
class Found:
    """A finding before it is made public."""

    rule: str
    severity: Severity
    part: PartName
    start: int
    end: int
    message: str
    advice: str


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """A rule that is on, with its severity where the settings name one."""

    rule: Rule
    severity: Severity | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What all rules found, before it is made public."""

    findings: tuple[Found, ...]
    skipped: tuple[str, ...]
    texts: tuple[Text, ...]
    context: Context

    @property
    def verdict(self) -> Verdict:
        """``fail`` with an error, ``warn`` with a warning, else ``pass``."""
        severities = {found.severity for found in self.findings}
        return "fail" if "error" in severities else "warn" if "warning" in severities else "pass"


def run(draft: Parts, context: Context, rules: Sequence[Rule], settings: Tables | None) -> Outcome:
    """Run the rules that are on over every part of the draft."""
    layers = _layers(settings, context)
    figures = _defaults(rules) | dict(context.thresholds)
    for layer in layers:
        figures |= layer.thresholds
    context = replace(context, thresholds=figures)
    chosen = _chosen(rules, layers)
    texts = tuple(_texts(draft))
    skipped: dict[str, None] = {}
    found = [finding for text in texts for finding in _judge(text, context, chosen, skipped)]
    order = {part: place for place, part in enumerate(PARTS)}
    found = list(_heeded(found, texts, layers, skipped))
    if not context.strict:
        found = _forgiven(found, texts, context, chosen)
    found.sort(key=lambda one: (RANK[one.severity], order[one.part], one.start, one.end))
    return Outcome(tuple(once(found)), tuple(skipped), texts, context)


_known_defaults: tuple[Sequence[Rule], dict[str, float]] | None = None


def _defaults(rules: Sequence[Rule]) -> dict[str, float]:
    """The thresholds of the rules themselves; those of the last rules seen are kept, for they hardly ever change."""
    global _known_defaults
    known = _known_defaults
    if known is None or known[0] is not rules:
        known = (rules, {name: value for rule in rules for name, value in rule.thresholds.items()})
        _known_defaults = known
    return known[1]


_known_choice: tuple[Sequence[Rule], Sequence[Layer], tuple[Chosen, ...]] | None = None


def _chosen(rules: Sequence[Rule], layers: Sequence[Layer]) -> tuple[Chosen, ...]:
    """The rules that are on; the last choice is kept, for a batch makes the same one for each message."""
    global _known_choice
    known = _known_choice
    if known and known[0] is rules and [*map(id, known[1])] == [*map(id, layers)]:
        return known[2]
    _refuse_unknown(layers, rules)
    chosen = tuple(
        Chosen(rule, _severity(rule.id, layers) if layers else None)
        for rule in rules
        if not layers or _enabled(rule.id, layers)
    )
    _known_choice = (rules, tuple(layers), chosen)
    return chosen


def _texts(draft: Parts) -> Iterator[Text]:
    language = (draft.language or "").lower().replace("_", "-").partition("-")[0]
    told = {part: body for part in PARTS if (body := draft.part(part)) and body.strip()}
    default = language or detect(told.get("message", "") or " ".join(told.values()))
    for part, body in told.items():
        yield Text(part, body, default)


@lru_cache(maxsize=64)
def _fitting(
    chosen: tuple[Chosen, ...], part: PartName, kind: Kind, channel: Channel, language: str
) -> tuple[tuple[Chosen, bool], ...]:
    """The rules for such a part, each with whether it cannot read the language; the same for message after message."""
    return tuple((one, not one.rule.reads(language)) for one in chosen if one.rule.applies(part, kind, channel))


def _judge(text: Text, context: Context, chosen: tuple[Chosen, ...], skipped: dict[str, None]) -> Iterator[Found]:
    for one, foreign in _fitting(chosen, text.part, context.kind, context.channel, text.language):
        rule = one.rule
        if foreign or rule.lacks(context):
            skipped[rule.id] = None
            continue
        for hit in islice(rule.check(text, context), _MOST):
            yield _found(one, hit, text)


def _found(one: Chosen, hit: Hit, text: Text) -> Found:
    severity = one.severity or hit.severity or one.rule.severity
    end = min(hit.end, len(text.text))
    return Found(one.rule.id, severity, text.part, min(hit.start, end), end, hit.message, hit.advice or one.rule.advice)


def _heeded(
    found: Iterable[Found], texts: Iterable[Text], layers: Iterable[Layer], skipped: dict[str, None]
) -> Iterator[Found]:
    """The findings without those that may stay for a reason; rule and reason are told among the skipped."""
    reasons = [entry for layer in layers for entry in layer.ignored.items()]
    bodies = {text.part: text.text for text in texts} if reasons else {}
    for one in found:
        for ignored, reason in reasons:
            rule_id, _, words = ignored.partition(":")
            said = bodies[one.part][one.start : one.end].casefold()
            if rule_id.strip() == one.rule and words.strip().casefold() in said:
                skipped[f"{one.rule}: {reason}"] = None
                break
        else:
            yield one


# What these find is only hinted at where something is about the reader. Two of them count in full where nothing else
# does, and beside any of them no slip is forgiven.
_SOFTENED = ("ask.job", "pitch.offer", "pitch.referral", "specificity.restated")


@lru_cache(maxsize=16)
def _slips(chosen: tuple[Chosen, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The rules that find slips, and those that find what is only hinted at, their severity as it was made."""
    free = [one.rule for one in chosen if one.severity is None]
    slips = frozenset(rule.id for rule in free if rule.slip)
    return slips, frozenset(rule.id for rule in free if rule.id.startswith(_SOFTENED))


def _forgiven(found: list[Found], texts: Iterable[Text], context: Context, chosen: tuple[Chosen, ...]) -> list[Found]:
    """The findings with a lone slip of wording made a hint where the part is plainly written for its reader.

    A phrase that mass mailings are full of stands in good letters too, once; two of them, or one beside any other
    fault, stay what they are. A severity that the settings ask for is never changed.
    """
    slips, meant = _slips(chosen)
    changed: dict[int, Severity] = {}
    for text in texts:
        mine = [one for one in found if one.part == text.part]
        serious = [one for one in mine if one.severity != "hint"]
        softened = [one for one in mine if one.severity == "hint" and one.rule in meant]
        if not serious and len({one.rule for one in softened}) > 1:
            changed |= {id(one): "warning" for one in softened}
        lone = serious[0] if len(serious) == 1 and not softened else None
        if lone and lone.severity == "warning" and lone.rule in slips and plainly_theirs(text, context):
            changed[id(lone)] = "hint"
    return [replace(one, severity=changed[id(one)]) if id(one) in changed else one for one in found]


def once(found: Iterable[Found]) -> Iterator[Found]:
    """Each fault once: of findings on (nearly) the same words the first stays, most serious ones coming first.

    Within a family any overlap is the same fault; in related families only (nearly) the same stretch is.
    """
    kept: list[Found] = []
    for one in found:
        if not any(_same_fault(other, one) for other in kept):
            kept.append(one)
            yield one


def _same_fault(first: Found, second: Found) -> bool:
    if first.part != second.part:
        return False
    shared = min(first.end, second.end) - max(first.start, second.start)
    if first.start == first.end or second.start == second.end:
        return first.rule == second.rule and (first.start, first.end) == (second.start, second.end)
    if shared <= 0:
        return False
    families = {first.rule.partition(".")[0], second.rule.partition(".")[0]}
    if len(families) == 1 and not families <= _MANY_SIDED:
        return True
    if len(families) == 1:
        return first.rule == second.rule
    if not any(families <= group for group in _GROUPS):
        return False
    return shared >= _SAME * (max(first.end, second.end) - min(first.start, second.start))


def _layers(settings: Tables | None, context: Context) -> list[Layer]:
    """The tables in force, from general to special."""
    if settings is None:
        return []
    special = (settings.channels.get(context.channel), settings.kinds.get(context.kind))
    return [settings, *(layer for layer in special if layer is not None)]


def _match(rule_id: str, prefixes: Iterable[str]) -> int:
    """The length of the longest prefix that names the rule, or -1."""
    fitting = (prefix for prefix in prefixes if f"{rule_id}.".startswith(prefix.rstrip(".") + "."))
    return max(map(len, fitting), default=-1)


def _enabled(rule_id: str, layers: Sequence[Layer]) -> bool:
    verdicts = [(-1, -1, True)]
    for place, layer in enumerate(layers):
        verdicts.append((_match(rule_id, layer.disable), place, False))
        verdicts.append((_match(rule_id, layer.enable), place, True))
    length, _, enabled = max(verdicts)
    return enabled if length >= 0 else True


def _severity(rule_id: str, layers: Sequence[Layer]) -> Severity | None:
    best: tuple[int, int, Severity] | None = None
    for place, layer in enumerate(layers):
        for prefix, severity in layer.severity.items():
            length = _match(rule_id, (prefix,))
            if length >= 0 and (best is None or (length, place) >= best[:2]):
                best = (length, place, severity)
    return best[2] if best else None


def _refuse_unknown(layers: Sequence[Layer], rules: Sequence[Rule]) -> None:
    """A misspelt rule in the settings is told, not silently ignored."""
    for layer in layers:
        ignored = (key.partition(":")[0].strip() for key in layer.ignored)
        for prefix in (*layer.enable, *layer.disable, *layer.severity, *ignored):
            if not any(_match(rule.id, (prefix,)) >= 0 for rule in rules):
                raise SettingsError(f"no rule is called {prefix!r}; `drafter rules` lists them")
