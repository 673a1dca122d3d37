"""Roles in Arabic and Hebrew, whose words carry their article, their preposition and their "and" in front."""

# ruff: noqa: E501 - word lists read better in one piece

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.profile._role_words import ARABIC_HEADS, HEBREW_HEADS

_AR = rf"(?:ال)?(?:{ARABIC_HEADS})(?:ة|ات|ون|ين|ي)?"
_HE = rf"ה?(?:{HEBREW_HEADS})(?:ת|ית|ה|ים|ות|נית)?"
_HEAD = re.compile(rf"(?<!\w)(?:[وكل]|ב|כ|ו)?(?P<role>{_AR}|{_HE})(?!\w)")
_ANY = re.compile(r"[\u0590-\u06ff]")
# What goes before a post that somebody holds now.
_NOW = re.compile(
    r"(?<!\w)(?:(?:أ|ي|ت)عمل(?: حالي[اًا]*)?|(?:أ|ي|ت)شغل(?: حالي[اًا]*)? (?:منصب|وظيفة|مهام)|(?:أ|ي|ت)تولى منصب|أنا|هو|هي|"
    r"بصفت[يهها]+|אני|הוא|היא|משמשת? (?=כ)|עובדת? (?:כיום )?(?=כ)|מכהנת? (?=כ)|מכהן (?=כ))\s*"
)
_AFTER_NAME = re.compile(r"\s*(?:[،,:–—(|-]|هو|هي|הוא|היא)?\s*")
_STOP = re.compile(
    r"[،,.؛;:|()\n–—!?؟]|\s-\s|\s(?:في|لدى|منذ|حيث|الذي|التي|وهو|وهي|عند|كما|بشركة|بجامعة|بمؤسسة|بمركز|ويشرف|وتشرف|"
    r"و[يتأ]\w+|ב\w+|אשר|מאז|ש[לא]ה?\w{3,}|ומ\w+|וה\w+|מ(?=תל|ירושלים|חיפה))(?!\w)"
)
_EMPLOYER = re.compile(
    r"\s*(?:(?:في|لدى|ب)\s?(?P<kind>شركة|مؤسسة|جامعة|مركز|معهد|وزارة|منظمة|هيئة|بنك|صحيفة)\s(?P<ar>(?!ال?(?:منذ))[^\s،,.؛;:()]+"
    r"(?:\s(?!ب|في|منذ|حيث|و)[^\s،,.؛;:()]+){0,2})|ב(?:חברת|אוניברסיטת|מכון|עמותת|ארגון|בנק)\s(?P<he>[^\s,.;:()]+"
    r"(?:\s(?!מ|ב|ו|ש)[^\s,.;:()]+){0,2}))"
)
_WORDS = 7


def has_role(text: str) -> bool:
    """Whether an Arabic or Hebrew text names a role."""
    return _ANY.search(text) is not None and _HEAD.search(text) is not None


def post_at(text: str, start: int) -> tuple[int, int, str | None] | None:
    """Start and end of the post that begins at ``start``, and the employer named right after it."""
    head = _HEAD.match(text, start)
    if not head:
        return None
    stop = _STOP.search(text, head.end("role"))
    end = min(stop.start() if stop else len(text), start + 90)
    phrase = text[head.start("role") : end]
    words = phrase.split()
    if len(words) > _WORDS:
        phrase = " ".join(words[:_WORDS])
    found = _EMPLOYER.match(text, end)
    employer = None
    if found:
        kind = found["kind"]
        name = found["ar"] or found["he"]
        employer = name if kind in (None, "شركة") else f"{kind} {name}"
    begin = head.start("role")
    return begin, begin + len(phrase.rstrip()), employer


def posts(text: str, name_end: int | None) -> Iterator[tuple[int, int, str | None]]:
    """Posts held now: right after a name that ends at ``name_end``, else after words such as "I work as"."""
    if not _ANY.search(text):
        return
    if name_end is not None:
        gap = _AFTER_NAME.match(text, name_end)
        found = post_at(text, gap.end()) if gap else None
        if found:
            yield found
    for lead in _NOW.finditer(text):
        found = post_at(text, lead.end())
        if found:
            yield found
