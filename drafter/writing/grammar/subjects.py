"""Subject lines: what it is about, in a few words."""

from __future__ import annotations

from drafter.writing.grammar.composer import Composer
from drafter.writing.grammar.phrases import capital
from drafter.writing.grammar.topics import day, wanted_person
from drafter.writing.kinds import WITH_SUBJECT

_BY_KIND = {"thank_you": "subject_thanks", "check_in": "subject_hello", "invitation_reply": "subject_invitation"}
_MOST = 60
_MOST_WORDS = 11


def subject(composer: Composer) -> str | None:
    """The subject where the channel has one."""
    brief = composer.brief
    if brief.channel not in WITH_SUBJECT:
        return None
    words = composer.chooser.phrases.words
    for text in _candidates(composer, words):
        if text and len(text) <= _MOST:
            return text
    return words["subject_plain"].format(sender=brief.sender.name)


def _candidates(composer: Composer, words: dict[str, str]) -> list[str | None]:
    brief = composer.brief
    if brief.kind in _BY_KIND:
        return [words[_BY_KIND[brief.kind]]]
    if brief.kind == "introduction_request":
        target = wanted_person(brief.purpose, brief.mutual, composer.profile.contact.name)
        return [
            words["subject_introduction"].format(topic=target) if target else None,
            words["subject_introduction_any"],
        ]
    if brief.kind == "reconnect":
        return [words["subject_again"].format(sender=brief.sender.name.split()[0])]
    if brief.kind == "follow_up":
        dates = [message.date for message in brief.history if message.date]
        return [words["subject_follow"].format(date=day(dates[-1], composer.language)) if dates else None]
    topic = words["subject_ask"].format(topic=composer.topic) if composer.topic else None
    made = composer.best is not None and composer.best.form == "noun"
    if not made and (clause := composer.wondered):
        if composer.language == "ja":
            return [f"{clause.rstrip('を').removesuffix('について')}について", topic]
        return [capital(clause) if len(clause.split()) <= _MOST_WORDS else None, topic]
    return [topic]
