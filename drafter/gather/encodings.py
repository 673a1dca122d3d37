"""Bytes become text: byte-order mark, declared charset, UTF-8, then detection; mojibake is mended."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w:.-]{2,40})",
    re.IGNORECASE,
)
# Browsers read these names as the wider Windows encodings, and pages count on it.
_WIDER = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "iso8859-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "sjis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "big5": "big5hkscs",
    "iso-8859-8-i": "iso-8859-8",
    "windows-31j": "cp932",
}
_BROKEN = re.compile(
    r"[ÃÂ][\x80-\xbf\u0152-\u2122 ]|â€|[ÐÑ][\x80-\xbf\u0400-\u2122°±²³´µ¶·¸¹º»¼½¾]|Ã.|ï»¿|å[\x80-\xbf]"
    r"|ã[\x80-\xbf€‚]|Ø[§-¹]|Ù[„-‰]"
)
_SAMPLE = 64_000


def decode(data: bytes, *, charset: str | None = None, markup: bool = False) -> tuple[str, list[str]]:
    """The text of ``data`` and what was mended; ``charset`` is what a server or a mail declares."""
    text, warning = _decoded(data, charset, markup)
    mended = mend(text)
    warnings = [warning] if warning else []
    if mended != text:
        warnings.append("letters garbled by a wrong encoding were mended")
    return mended, warnings


def mend(text: str) -> str:
    """The text with mojibake ("fÃ¼r") undone; other text stays as it is."""
    if text.isascii() or not _BROKEN.search(text):
        return text
    import ftfy

    return "\n".join(ftfy.fix_encoding(line) if _BROKEN.search(line) else line for line in text.split("\n"))


def _decoded(data: bytes, charset: str | None, markup: bool) -> tuple[str, str | None]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace"), None
    if data[:4096].count(0) > len(data[:4096]) // 4:
        return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", "replace"), None
    declared = [charset, _declared(data) if markup else None]
    # Bytes that are valid UTF-8 with letters beyond ASCII are UTF-8, whatever a header says by habit.
    for candidate in ("utf-8", *declared):
        text = _strictly(data, candidate)
        if text is not None:
            return text, None
    return _detected(data, [name for name in declared if name])


def _declared(data: bytes) -> str | None:
    match = _META.search(data[:8192])
    return (match[1] or match[2]).decode("ascii", "ignore") if match else None


def _strictly(data: bytes, name: str | None) -> str | None:
    if not name:
        return None
    name = name.strip().strip("\"'").lower()
    try:
        return data.decode(_WIDER.get(name, name))
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _detected(data: bytes, declared: list[str]) -> tuple[str, str | None]:
    """No declaration holds throughout: mostly UTF-8 with damage, the declared one with damage, or a guess."""
    text = data.decode("utf-8", "replace")
    damage = text.count("\ufffd")
    beyond = sum(character > "\x7f" for character in text[:_SAMPLE]) or 1
    if damage <= max(1, beyond // 20):
        return text, f"{damage} unreadable character{'s' * (damage > 1)} in UTF-8 text"
    for name in declared:
        try:
            return data.decode(_WIDER.get(name.lower(), name), "replace"), f"some characters are not valid {name}"
        except LookupError:
            continue
    from charset_normalizer import from_bytes

    best = from_bytes(_sample(data)).best()
    guess = best.encoding if best else "cp1252"
    return data.decode(guess, "replace"), f"no encoding was declared; it was read as {guess.replace('_', '-')}"


def _sample(data: bytes) -> bytes:
    """A part of long data that holds what needs detecting."""
    if len(data) <= _SAMPLE:
        return data
    first = re.search(rb"[\x80-\xff]", data)
    start = max(0, (first.start() if first else 0) - 500)
    return data[start : start + _SAMPLE]
