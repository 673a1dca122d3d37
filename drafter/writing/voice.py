"""What the sender's own messages show of their voice beyond the words: greeting, closing, contractions.

One sample is an occasion; what two or more agree on, and at least half of all, is a habit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from drafter.models import Sender
from drafter.writing.grammar.purposes import language_of

# Those that bend with the reader, whose gender nobody told.
_BENT = "Liebe[rs]?|Sehr|Geehrte\\w*|Ch[eè]re?s?|Querid[oa]s?|Estimad[oa]s?|Car[oa]"
_GREETING = re.compile(
    rf"(?P<form>(?!(?:{_BENT})\b)[^\W\d_]{{2,}}(?: [^\W\d_]{{2,}})?) (?P<name>[A-ZÀ-Þ][\w’'-]+)(?P<mark>[,!]?)"
    r"(?=\n|(?<=,) )"
)
_MOST_WORDS = 4
_FEWEST = 2
_SHORTENED = re.compile(r"\b\w+['’](?:m|re|ve|ll|d|t)\b|\b(?:that|it|here|there)['’]s\b", re.IGNORECASE)
_CONTRACTIONS = (
    (r"\bI am\b", "I’m"),
    (r"\bI would\b", "I’d"),
    (r"\bI have (?=\w+(?:ed|en|nt)\b)", "I’ve "),
    (r"\b([Tt]hat|[Ii]t) is (?=[a-z])(?!what\b)", r"\1’s "),
    (r"\bcannot\b", "can’t"),
    (r"\bdo not\b", "don’t"),
    (r"\byou are (?=\w)", "you’re "),
)


def own_greeting(sender: Sender, language: str) -> str | None:
    """How the sender greets, with ``{given}`` for the name: "Hey {given}"."""
    found = (_GREETING.match(sample.strip()) for sample in _samples(sender, language))
    return _habit(f"{match['form']} {{given}}{match['mark']}" for match in found if match)


def own_closing(sender: Sender, language: str) -> str | None:
    """The line that the sender sets before their name: "Cheers"."""
    names = {sender.name.lower(), sender.name.split()[0].lower()}
    found = []
    for sample in _samples(sender, language):
        *_, before, last = ["", "", *(line.strip() for line in sample.splitlines() if line.strip())]
        if last.lower() in names and len(before.split()) <= _MOST_WORDS and not before.endswith((".", "?", ":")):
            found.append(before)
    return _habit(found)


def contracts(sender: Sender) -> bool:
    """Whether the sender writes "I'm" for "I am" (English)."""
    samples = _samples(sender, "en")
    times = sum(bool(_SHORTENED.search(sample)) for sample in samples)
    return times >= _FEWEST and 2 * times >= len(samples)


def contracted(text: str) -> str:
    """The text with its verbs contracted as one speaks."""
    for pattern, short in _CONTRACTIONS:
        text = re.sub(pattern, short, text)
    return text


def _samples(sender: Sender, language: str) -> list[str]:
    code = language.split("-")[0]
    return [sample for sample in sender.samples if sample.strip() and language_of(sample) in (None, code)]


def _habit(found: Iterable[str]) -> str | None:
    forms = Counter(form for form in found if form)
    best, times = forms.most_common(1)[0] if forms else ("", 0)
    return best if times >= _FEWEST and 2 * times >= forms.total() else None
