"""Text copied from the page of a professional network: its doubled lines, buttons and counters taken out."""

# ruff: noqa: E501 - word lists read better in one piece

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from drafter.gather.composing import Line

_CAREER = (
    r"experience|volunteer(?:ing)?(?: experience)?|berufserfahrung|ehrenamt|expérience|bénévolat|experiencia|"
    r"voluntariado|esperienza|volontariato|experiência|ervaring|vrijwilligerswerk"
)
_STUDIES = r"education|ausbildung|formation|educación|formazione|formação(?: acadêmica)?|opleiding"
_OTHERS = (
    r"about|skills|activity|licenses & certifications|projects|publications|honors & awards|languages|courses|interests|"
    r"recommendations|featured|patents|organizations|causes|info|kenntnisse|sprachen|aktivitäten|projekte|à propos|infos|"
    r"compétences|langues|activité|acerca de|aptitudes|idiomas|actividad|informazioni|competenze|lingue|attività|sobre|"
    r"competências|atividade|over|vaardigheden|talen"
)
_SECTION = re.compile(rf"(?:{_CAREER}|{_STUDIES}|{_OTHERS})", re.IGNORECASE)
_DATED_SECTION = re.compile(rf"(?:{_CAREER}|{_STUDIES})", re.IGNORECASE)
_SIGNS = re.compile(
    r"\b\d[\d.,]*\+? (?:connections|followers|kontakte|follower|relations|abonnés|contactos|seguidores|collegamenti|conexões)\b|"
    r"\A·?\s*(?:1st|2nd|3rd\+?|[123]\.|[123]er?)\Z|contact info|kontaktinfo|degree connection|(?:…|\.\.\.)\s?(?:see more|mehr)|mutual connections?",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"(?:·?\s*(?:1st|2nd|3rd\+?)|(?:first|second|third)[- ]degree connection|follow(?:ing)?|message|connect|more|pending|"
    r"folgen|nachricht|vernetzen|mehr|suivre|se connecter|plus|seguir|mensaje|conectar|más|segui|messaggio|altro|"
    r"[\d.,]+\+?\s(?:connections|followers|kontakte|follower|relations|abonnés|contactos|seguidores|collegamenti|conexões)|"
    r"(?:…|\.\.\.)?\s?see (?:more|less)|show (?:all|more|less)\b.*|(?:he|she|they)/\w+(?:/\w+)?|.{1,60} logo|"
    r"endorsed by .*|\d+ endorsements?|.* (?:has|have)n['’]t posted.*|recent posts .*|posts|comments|images|contact info|"
    r"view .{1,40} profile|report this .*|open to work|premium|loaded \d+ .*|skip to .*|.{0,60}mutual connections?.{0,40})",
    re.IGNORECASE,
)
_PLACE_END = re.compile(r"\s*·\s*(?:contact info|kontaktinfo|coordonnées|información de contacto)\s*\Z", re.IGNORECASE)
_Y = r"(?:19|20)\d\d"
_PERIOD = re.compile(
    rf"((?:[\wÀ-ÿ.]+ )?{_Y}\s*(?:[-–—]|to|bis|à|a|hasta)\s*(?:(?:[\wÀ-ÿ.]+ )?{_Y}|[A-Za-zÀ-ÿ’' ]{{3,15}}))(?:\s*·.*)?",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"(?:.*·\s*)?\d+ (?:yrs?|mos?|years?|months?|jahre?|monate?|ans?|mois|años?|mes(?:es)?)\b.*", re.IGNORECASE
)
_FEW = 6
_TERMS = re.compile(r"\s*·\s*[^·]{3,25}\Z")


def profile_lines(text: str) -> list[Line] | None:
    """The lines of a copied profile with its sections as headings, or ``None`` where a text is none."""
    raw = [" ".join(line.split()) for line in text.replace("\r", "\n").split("\n")]
    filled = [line for line in raw if line]
    sections = {line.lower() for line in filled if _SECTION.fullmatch(line)}
    doubled = sum(one == other for one, other in itertools.pairwise(filled))
    if len(sections) < 2 or not (doubled >= 3 or sum(bool(_SIGNS.search(line)) for line in filled) >= 2):
        return None
    place = next((_PLACE_END.sub("", line) for line in filled if _PLACE_END.search(line)), None)
    return list(_lines(list(_plain(filled)), place))


def _plain(lines: Sequence[str]) -> Iterator[str]:
    """The lines once each, without buttons and counters."""
    before = ""
    for line in lines:
        bare = _PLACE_END.sub("", line)
        if _BUTTON.fullmatch(bare) or bare == before or _same_period(bare, before):
            continue
        before = bare
        yield bare


def _same_period(line: str, before: str) -> bool:
    """Whether a period is said again for readers who listen ("Mar 2022 to Present")."""
    return bool(_PERIOD.fullmatch(line) and _PERIOD.fullmatch(before))


def _lines(lines: Sequence[str], place: str | None) -> Iterator[Line]:
    begin = next((index for index, line in enumerate(lines) if _SECTION.fullmatch(line)), len(lines))
    if begin:
        yield Line(lines[0], "heading", 1)
        yield from (Line(line, "data", label="location") if line == place else Line(line) for line in lines[1:begin])
    while begin < len(lines):
        end = next((index for index in range(begin + 1, len(lines)) if _SECTION.fullmatch(lines[index])), len(lines))
        yield Line(lines[begin], "heading", 2)
        body = lines[begin + 1 : end]
        yield from _stations(body) if _DATED_SECTION.fullmatch(lines[begin]) else (_loose(line) for line in body)
        begin = end


def _loose(line: str) -> Line:
    return Line(line, "item" if len(line.split()) <= _FEW else "paragraph")


def _stations(lines: Sequence[str]) -> Iterator[Line]:
    """Each station of a career as one line ("post | house | dates"), and what is told of it."""
    house, read = "", 0
    for at, line in enumerate(lines):
        period = _PERIOD.fullmatch(line)
        if not period:
            continue
        above = range(max(read, at - 3), at)
        lasting = next((index for index in above if _LENGTH.fullmatch(lines[index])), None)
        if lasting is not None and lasting > read:
            house, first = lines[lasting - 1], lasting - 1
            said = [lines[at - 1], house]
        elif at - read == 1:
            first, said = at - 1, [lines[at - 1], house]
        else:
            first = max(read, at - 2)
            said = list(lines[first:at])
            house = _TERMS.sub("", said[-1])
            said = [*said[:-1], house]
        yield from (Line(other) for other in lines[read:first])
        yield Line(" | ".join([*(part for part in said if part), period[1]]), "item")
        read = at + 1
    yield from (Line(other) for other in lines[read:])
