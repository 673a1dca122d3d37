"""Asking for an introduction: the sender's reason, and a paragraph that can be forwarded."""

from __future__ import annotations

import re

from drafter.writing.assembly import Piece
from drafter.writing.grammar.composer import Composer
from drafter.writing.grammar.purposes import language_of

_INTRODUCE = re.compile(r"introduc|vorstell|bekannt|kennen|présent|present|rencontr|conocer|紹介", re.IGNORECASE)
_AIM = {
    "de": re.compile(r",? um (?P<aim>(?:[^,;]+ )?zu \w+(?:, (?:wie|was|ob|warum|wo\w*|welche\w*) .+)?)$"),
    "fr": re.compile(r" pour (?P<aim>\w+(?:er|ir|re)\b[^;]*)$"),
    "es": re.compile(r" para (?P<aim>\w+[aei]r\b[^;]*)$"),
}
_BECAUSE = {
    "de": re.compile(r",? (?P<why>weil (?:ich|wir|mein\w*|unser\w*) .+)$"),
    "fr": re.compile(r",? (?P<why>parce (?:que (?:je|nous|mon|ma|mes|nos|notre)|que j['’]) ?.+)$"),
    "es": re.compile(r",? (?P<why>porque .+)$"),
}


def why(composer: Composer) -> Piece | None:
    """The sender's reason, out of "introduce me to X, because I want to …"."""
    purpose = composer.brief.purpose.strip().rstrip(".。")
    if language_of(purpose) not in (None, composer.language):
        return None
    if composer.language != "en":
        aim = _AIM[composer.language].search(purpose) if composer.language in _AIM else None
        if aim and _INTRODUCE.search(purpose):
            return composer.line("why_aim", aim=aim["aim"])
        cause = _BECAUSE[composer.language].search(purpose) if composer.language in _BECAUSE else None
        if cause and not _INTRODUCE.search(cause["why"]):
            return composer.line("why_because", why=cause["why"])
        end = "。" if composer.language == "ja" else "."
        parts = [part for part in re.split(r"(?<=[.。])\s*", purpose) if part and not _INTRODUCE.search(part)]
        return Piece(parts[0].rstrip(".。") + end) if parts and composer.purposes else None
    own = re.search(r"\bbecause\s+(?P<reason>(?:I|my|we|our)\s.+)", purpose) or re.match(r"(?P<reason>I\s.+)", purpose)
    if own and not _INTRODUCE.search(own["reason"]):
        return Piece(f"{own['reason'][:1].upper()}{own['reason'][1:]}.")
    aim = re.search(r"\bto\s+(?P<aim>(?:learn|understand|hear|ask|find out|see)\b[^.;]*)", purpose)
    return Piece(f"I would like to {aim['aim'].strip()}.") if aim else None


def blurb(composer: Composer) -> list[Piece]:
    """A paragraph about the sender that can be forwarded as it is."""
    sender = composer.brief.sender
    given = sender.name.split()[0]
    reach = sender.email or (sender.links[0] if sender.links else None) or sender.phone
    who = composer.me_for_others()
    parts = (
        Piece(who) if who else None,
        _aim(composer, given) or composer.line("blurb_want", given=given),
        composer.line("blurb_reach", given=given, reach=reach) if reach else None,
    )
    return [part for part in parts if part]


def _aim(composer: Composer, given: str) -> Piece | None:
    """What the sender wants to learn from the third person, out of "… because I want to learn how they …"."""
    found = re.search(r"\bto\s+(?P<aim>(?:learn|understand|hear|ask|find out|see)\b[^.;]*)", composer.brief.purpose)
    if not found or composer.language != "en":
        return None
    aim = re.sub(r"\bmy\b", "their", found["aim"].strip())
    aim = re.sub(r"\b(?:he|she|they)\b", "you", re.sub(r"\b(?:his|her|their)\b(?! own)", "your", aim))
    return composer.line("blurb_aim", given=given, aim=aim) if not re.search(r"\b(?:I|me|we)\b", aim) else None
