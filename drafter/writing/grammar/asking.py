"""The one question of a message: the brief's, the purpose's, or one that fits kind and category."""

from __future__ import annotations

import re

from drafter.writing.assembly import Piece
from drafter.writing.grammar.composer import Composer
from drafter.writing.grammar.phrases import capital
from drafter.writing.grammar.purposes import about_reader, language_of


def ask(composer: Composer, slot: str) -> Piece | None:
    """The question; ``slot`` has those to take from where neither brief nor purpose asks one."""
    own = _own(composer)
    if own:
        return Piece(own)
    if composer.questions:
        return Piece(composer.questions[0])
    if composer.asks_it:
        talk = "ask_clause_talk" if composer.brief.kind == "advice_request" else "ask_clause"
        return composer.line("ask_clause_short" if composer.inline else talk, clause=composer.wondered or "")
    by_category = f"ask_{composer.brief.category}"
    if slot == "ask_introduction" and composer.chooser.all(by_category) and not composer.inline:
        slot = by_category
    return composer.line(slot)


def _own(composer: Composer) -> str | None:
    text, contact = (composer.brief.ask or "").strip(), composer.profile.contact
    if not text or language_of(text) not in (None, composer.language):
        return None
    if text.endswith(("?", "？", "か。")):
        return capital(about_reader(text, contact) if composer.language == "en" else text)
    text = text.rstrip(".")
    if composer.language == "en":
        text = about_reader(text, contact)
        if re.match(r"(?:could|can|would|may|might|shall|should|will|do|are|is)\b", text, re.IGNORECASE):
            return f"{capital(text)}?"
        if not re.match(r"(?:an?|the|some|your|\d+|one|two|ten|fifteen|twenty|half)\b", text, re.IGNORECASE):
            verb = re.sub(r"^to\s+", "", text)
            return composer.chooser.one("ask_wrap_verb", ask=verb[:1].lower() + verb[1:])
    return composer.chooser.one("ask_wrap_noun", ask=text[:1].lower() + text[1:] if composer.language != "de" else text)
