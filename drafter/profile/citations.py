"""The work and the venue in a citation, whose authors come before or after the title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.language.names import fold, parse

_YEAR = re.compile(r"(?<!\d)(?:19[5-9]\d|20[0-4]\d)(?!\d)")
_DATED = re.compile(r"[.,]?\s*\((?:19[5-9]\d|20[0-4]\d)[a-z]?(?:, [A-Za-z]+(?: \d{1,2})?)?\)[.:,]?\s*")
_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]{12,250}?)[,.]?[\"”“»]")
_SEGMENT_END = re.compile(r"(?<=[\w)?!\"”’])(?<![ .][A-Z])(?<!^[A-Z])[.?!]\s+(?=[\"“„«A-ZÀ-Þ0-9])")
_AUTHOR = re.compile(r"[A-ZÀ-Þ][\w'’.*-]*")
_SEVERAL = re.compile(r",| and | & | und | et | y |;|et al")
_LONGEST_VENUE = 70


@dataclass(frozen=True, slots=True)
class Work:
    """What was written, where or when it appeared, and whether it had several authors."""

    title: str
    venue: str | None
    several: bool

    def told_of(self, writer: str) -> str:
        """A plain statement about the writer."""
        said = f" ({self.venue})" if self.venue else ""
        return f"{writer} {'co-wrote' if self.several else 'wrote'} “{self.title}”{said}"


def work_in(text: str, contact: str) -> Work | None:
    """The work that a citation naming the contact among its authors tells of, or ``None`` where it is no citation."""
    plain = " ".join(text.split())
    year = _YEAR.search(plain)
    if year is None or len(plain) > 600:
        return None
    dated = _DATED.search(plain)
    if dated and _are_authors(plain[: dated.start()], contact):
        title, rest = _first_segment(plain[dated.end() :])
        return _work(title, rest or year.group(), plain[: dated.start()], year.group())
    quoted = _QUOTED.search(plain)
    if quoted:
        authors = next(
            (part for part in (plain[: quoted.start()], plain[quoted.end() :]) if _are_authors(part, contact)), ""
        )
        return _work(quoted.group(1), plain[quoted.end() :], authors, year.group()) if authors else None
    parts = [part.strip() for part in _SEGMENT_END.split(plain)]
    place = next((index for index, part in enumerate(parts[:2]) if _are_authors(part, contact)), None)
    if place is None or len(parts) < 2:
        return None
    title = parts[1] if place == 0 else parts[0]
    return _work(title, " ".join(parts[2:]), parts[place], year.group())


def _first_segment(text: str) -> tuple[str, str]:
    quoted = _QUOTED.match(text)
    if quoted:
        return quoted.group(1), text[quoted.end() :]
    parts = _SEGMENT_END.split(text, maxsplit=1)
    return parts[0].rstrip(" ."), parts[1] if len(parts) > 1 else ""


def _work(title: str, venue: str, authors: str, year: str) -> Work | None:
    name = title.strip(' .,“”"')
    if len(name.split()) < 2 or len(name) > 250:
        return None
    place = venue.strip(" .,;")
    place = re.sub(r"^(?:in:?|in proceedings of(?: the)?)\s+", "", place, flags=re.IGNORECASE)
    if not 2 <= len(place) <= _LONGEST_VENUE or fold(authors.strip()) in fold(place):
        place = year
    elif year not in place:
        place = f"{place}, {year}"
    return Work(name, place, bool(_SEVERAL.search(authors.strip(" ,.;"))))


def _are_authors(text: str, contact: str) -> bool:
    """Whether a stretch is a list of names with the contact's among them."""
    family = parse(contact).family
    bare = text.strip(" .,;:()")
    if not family or fold(family) not in fold(bare) or len(bare) > 400:
        return False
    words = [word for word in re.split(r"[\s,;&]+", bare) if word]
    small = [word for word in words if not _AUTHOR.match(word) and fold(word).strip(".") not in _JOINING]
    return len(words) >= 2 and not small


_JOINING = frozenset(
    ["and", "und", "et", "y", "al", "&", "with", "mit", "von", "van", "de", "der", "den", "del", "la", "le", "di", "da"]
)
