"""Names in letters that the language of a message is not written in, and what the notes call the person in its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from drafter.language.names import parse

# Languages written in other letters than Latin ones; all readers of theirs read a Latin name as well.
_OTHER_LETTERS_WORDS = "ar be bg el fa he hi ja ka ko mk ru sr th uk ur zh"
_OTHER_LETTERS = frozenset(_OTHER_LETTERS_WORDS.split())
_LATIN = r"[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)?"
_LATIN_NAME = rf"{_LATIN}(?: (?:(?:{_LATIN})|[A-Z]\.|(?:al|bin|ibn|von|de)\b)){{1,3}}"
_GAP = r"[\s\u3000・·]*"
_BETWEEN = r"[\s(（\[/／,、|·:：-]{1,3}"


def strange_letters(name: str, language: str) -> bool:
    """Whether a name has no Latin letter although the language is written in them: "Hi 直美," is not English."""
    letters = [char for char in name if char.isalpha()]
    other = language.lower().replace("_", "-").split("-")[0] in _OTHER_LETTERS
    return bool(letters) and not other and not any(map(_is_latin, letters))


def latin_name(name: str, texts: Iterable[str]) -> str | None:
    """The person's name in Latin letters where a text gives it beside the name: "佐藤直美 (Naomi Sato)"."""
    own = _GAP.join(map(re.escape, re.sub(_GAP, "", name)))
    if not own:
        return None
    pattern = re.compile(rf"{own}{_BETWEEN}(?P<after>{_LATIN_NAME})|(?P<before>{_LATIN_NAME}){_BETWEEN}{own}")
    for text in texts:
        for match in pattern.finditer(text):
            found = match["after"] or match["before"]
            if all(_is_latin(char) for char in found if char.isalpha()):
                return _given_first(found)
    return None


def _given_first(name: str) -> str:
    """Without titles, and "SATO Naomi" as "Naomi Sato"."""
    words = parse(name).plain.split()
    if len(words) > 1 and words[0].isupper() and not words[1].isupper():
        words = [*words[1:], words[0].capitalize()]
    return " ".join(words)


def _is_latin(char: str) -> bool:
    return unicodedata.name(char, "").startswith(("LATIN", "FULLWIDTH LATIN"))
