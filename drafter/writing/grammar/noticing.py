"""What the offline writer could not use of what it was given, told in a line each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.language.conventions import formality_of, message_language
from drafter.models import Draft
from drafter.writing._writer import Task
from drafter.writing.grammar.purposes import language_of, sentences_of
from drafter.writing.grammar.references import is_foreign_to
from drafter.writing.grammar.wishes import is_foreign
from drafter.writing.reader import unreadable_name

SHORTEST = "without a model this is as short as it gets: take out what you can spare in the editor"
_SHORTER = re.compile(
    r"\b(?:shorter|shorten|briefer|kürzer\w*|kürzen|plus courte?|raccourci\w*|más corto)\b|短く", re.IGNORECASE
)
_NAMES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish", "ja": "Japanese"}
_USES_PURPOSE_ITS_OWN_WAY = ("thank_you", "introduction_request")


def noticed(task: Task, draft: Draft, language: str) -> tuple[str, ...]:
    """A line for each wish of the brief that the draft does not meet."""
    return (
        *_instruction(task),
        *_language(task, language),
        *_purpose(task, language),
        *_thanks(task),
        *_sources(task, draft, language),
        *_facts(task, draft),
        *_manner(task, language),
        *unreadable_name(task.brief, task.profile),
    )


def wants_shorter(instruction: str | None) -> bool:
    """Whether a wish is the one that can be met without a model."""
    return bool(_SHORTER.search(instruction or ""))


def _instruction(task: Task) -> Iterator[str]:
    if task.brief.instruction and not wants_shorter(task.brief.instruction):
        yield "without a model no wish but “shorter” is followed: configure a model, or edit the draft"


def _language(task: Task, language: str) -> Iterator[str]:
    wanted = message_language(task.brief, task.profile)
    if wanted.lower().split("-")[0] != language:
        yield (
            f"without a model nothing is written in the reader’s language ({wanted}), so this is in "
            f"{_NAMES[language]}: configure a model, or give --language"
        )


def _purpose(task: Task, language: str) -> Iterator[str]:
    purpose = task.brief.purpose.strip()
    if not purpose:
        return
    if is_foreign(purpose, language):
        found = language_of(purpose) or ""
        other = f", or give --language {found}" if found in _NAMES else ""
        yield (
            f"the purpose is in {_NAMES.get(found, 'another language')} and the message in {_NAMES[language]}, so it "
            f"was left out: write it in {_NAMES[language]}{other}"
        )
    elif language == "en" and task.brief.kind not in _USES_PURPOSE_ITS_OWN_WAY and not _usable(task):
        yield f"the purpose “{purpose}” could not be used: say it as “ask how she …” or “I would like to …”"


def _sources(task: Task, draft: Draft, language: str) -> Iterator[str]:
    told = {fact for sentence in draft.sentences for fact in sentence.facts}
    facts = [fact for fact in task.profile.facts if fact.id in told]
    if facts and all(is_foreign_to(fact, task.profile, language) for fact in facts):
        found = language_of(facts[0].statement) or ""
        yield (
            f"the sources are in {_NAMES.get(found, 'another language')} and the message in {_NAMES[language]}: "
            "without a model nothing of them is translated, so it names only what they are about"
            f"; use one{f', or give --language {found}' if found in _NAMES else ''}"
        )


def _thanks(task: Task) -> Iterator[str]:
    purpose = task.brief.purpose.strip()
    if task.brief.kind == "thank_you" and purpose and not re.search(r"[.!;。]\s*\S", purpose):
        yield "say in a second sentence of the purpose what came of it: thanks that tell it are worth more"


def _usable(task: Task) -> bool:
    return bool(sentences_of(task.brief.purpose, task.profile.contact))


def _facts(task: Task, draft: Draft) -> Iterator[str]:
    told = {fact for sentence in draft.sentences for fact in sentence.facts}
    for fact in task.brief.use:
        if fact not in told:
            yield (
                f"fact {fact} was asked for and could not be put into a sentence to the reader: "
                "write that sentence yourself, or use a model"
            )


def _manner(task: Task, language: str) -> Iterator[str]:
    if language != "en" and formality_of(task.brief, language) == "casual":
        yield f"without a model {_NAMES[language]} is written politely only: change the forms of address by hand"
