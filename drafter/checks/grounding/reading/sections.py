"""Lists of people in Japanese: a line that is only somebody's name heads what follows, until the next such line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.checks._text import Span

# "伊藤 健Ken Ito", "小島　亜弥（こじま あや）": the name, how it is read, nothing else.
_JAPANESE = re.compile(
    r"(?P<name>[\u3400-\u9fff々]{1,4}[ \u3000][\u3040-\u30ff\u3400-\u9fff々]{1,5})"
    r"\s*(?:[（(／/]?\s*[A-Za-z][A-Za-z .-]{3,30}[)）]?|[（(][\u3040-\u30ff ・\u3000]{2,20}[)）])?(?:氏|さん|先生)?"
)
_LONG = 40


def headed(sentences: Sequence[Span], contact: str) -> list[str | None]:
    """For each sentence the person in whose section it lies, where the contact has such a section too."""
    named = [_name(span.text) for span in sentences]
    people = dict.fromkeys(name for name in named if name)
    if len(people) < 2 or not any(_same(name, contact) for name in people):
        return [None] * len(sentences)
    found: list[str | None] = []
    last: str | None = None
    for name in named:
        last = contact if name and _same(name, contact) else name or last
        found.append(last)
    return found


def _name(line: str) -> str | None:
    line = line.strip().lstrip("#-*• ").strip()
    if len(line) > _LONG or not line:
        return None
    # Names of firms look like people's in Latin letters, and entries are told by their marks there.
    japanese = _JAPANESE.fullmatch(line)
    return japanese["name"] if japanese else None


def _same(name: str, contact: str) -> bool:
    return "".join(name.split()) == "".join(contact.split())
