"""Phone numbers in the forms of many countries, told from dates, years, amounts, ISBNs and other digits."""

from __future__ import annotations

import re
from functools import lru_cache

# Digits with the separators people use between them; a bracketed trunk prefix such as "(0)" belongs to it.
_CANDIDATE = re.compile(
    r"(?<![\w@#$€£¥/])(?:\+|\((?=\+?\d{1,5}\)))?\(?\+?\d"
    r"(?:[ \t\u00a0\u202f\u2009]?[-.‐‑–/()]?[ \t\u00a0\u202f]?\(?\d){5,16}(?![\w%])"
)
_EXTENSION = re.compile(r"[ ,]{0,2}(?:ext|extension|x|durchwahl|dw|poste|anexo|内線)[.:]?\s?\d{1,5}\b", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:\b(?:tele?(?:fono?|phone|foon|fone|f)?|tél(?:éphone)?|teléfono|téléph|phone|ph|fon|fax|telefax|mobile?"
    r"|mobil(?:e|funk|nummer)?"
    r"|mob|móvil|portable|cell(?:phone|ulare)?|celular|handy|call(?: me)?(?: on| at)?|ring(?: me)?(?: on| at)?"
    r"|reach \w{2,4} (?:on|at)"
    r"|dial|sms|text me (?:on|at)|whatsapp|signal|hotline|direct|switchboard|office|zentrale|durchwahl|anruf"
    r"|anrufen|rufnummer|telefonnummer|standard"
    r"|tlf|puhelin|gsm|komórka|voicemail|rappel\w*|llámame|llamar)|тел(?:ефон)?|моб|電話|电话|手机|携帯|联系电话|代表|전화|휴대폰"
    r"|هاتف|جوال|تلفون|الهاتف|טלפון|נייד|☎️?|📞|📱|✆)"
    r"(?:[ -]?(?:number|numbers|nummer|no|nr|numéro|número|n°|番号))?\s?[.:：)–-]?\s{0,3}(?:\((?:\w{1,10})\)\s?)?\Z",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"(?:^|[\n|·•,;(]\s*)[TMPFDCHtmpfdch]\s?[.:]?\s{1,2}\Z|(?:^|[\s|·•,;(])[TMPFDCHtmpfdch]\s?:\s{0,2}\Z"
)
# What such digits are when one of these stands before them.
_OTHER_NAMED = re.compile(
    r"(?:isbn(?:-1[03])?|issn|orcid|doi|arxiv|ean|gtin|upc|iban|bic|vat|ust-?id(?:nr)?|siren|siret|hrb|hra|nif"
    r"|cif|abn|acn|ein|tax|steuernummer"
    r"|invoice|order|ticket|case|patent|grant|article|artikel|art|item|sku|part|model|serial|version|v|release"
    r"|id|no|nr|núm|num|nº|n°|#|№"
    r"|pages?|pp?|seiten?|s|vol|issue|room|zimmer|port|account|konto(?:nummer)?|rechnung|bestell\w*|reference"
    r"|ref|registration|register|charity|company number"
    r"|[$€£¥₹]|usd|eur|gbp|chf|sek|nok|dkk|jpy|inr|r\$|kr|rs)\s?[.:#]?\s?\Z",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"\s?(?:[$€£¥₹°]|(?:usd|eur|euros?|gbp|dollars?|chf|kr|million|mio|billion|bn|people|users|customers"
    r"|employees|downloads|km|kg|mb|gb|x)\b)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:1[5-9]|20|21)\d\d\s?[-./–]\s?(?:0?[1-9]|1[0-2])\s?[-./–]\s?(?:[0-2]?\d|3[01])(?:\D.*)?"
    r"|(?:[0-2]?\d|3[01])\s?[-./–]\s?(?:[0-2]?\d|3[01])\s?[-./–]\s?(?:(?:1[5-9]|20|21)\d\d|\d\d)(?:\D.*)?"
    r"|(?:(?:1[5-9]|20|21)\d\d(?:\s?[-–/,.]?\s?)){2,}(?:\d\d)?"
    r"|(?:1[5-9]|20)\d{2}[01]\d[0-3]\d"
)
_YEARS = re.compile(r"(?:1[89]|20)\d\d\s?[-–/]\s?(?:(?:1[89]|20)\d\d|\d\d)\b")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[ .\u00a0\u202f\u2009]\d{3})+")
_CARD = re.compile(r"\d{4}([- ])\d{4}\1\d{4}\1\d{3}[\dX]?")
_ISBN = re.compile(r"97[89][- ]?(?:\d[- ]?){9}\d|\d{1,5}-\d{1,7}-\d{1,6}-\d")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}|\d{4}\.\d{4,5}|\d+\.\d+")
_NORTH_AMERICAN = re.compile(r"(?:\+?1[-. ]?)?(?:\([2-9]\d{2}\)[-. ]?|[2-9]\d{2}[-. ])\d{3}[-. ]\d{4}")
_NATIONAL = re.compile(
    r"\(?0\d{1,5}\)?\s?[-/.–]?\s?\(?\d{2,}(?:[ \u00a0.-]?\d{1,})*"  # a trunk zero and at least one separator
)
_COUNTRY = re.compile(
    r"(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|2[1-689]\d|3[578]\d|42[0-39]|5[09]\d"
    r"|6[789]\d|8[0578]\d|9[679]\d)\d"
)


def phone_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each phone number, its extension included."""
    spans: list[tuple[int, int]] = []
    for match in _CANDIDATE.finditer(text):
        span = _trimmed(text, *match.span())
        if _is_phone(text, *span):
            extension = _EXTENSION.match(text, span[1])
            spans.append((span[0], extension.end() if extension else span[1]))
    return spans


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without an opening bracket that nothing closes: "(08 555 01 42" in "(Tel. 08 …)"."""
    if text.count("(", start, end) > text.count(")", start, end) and text[start] == "(":
        start += 1
    return start, end


def _is_phone(text: str, start: int, end: int) -> bool:
    candidate = text[start:end]
    digits = re.sub(r"\D", "", candidate)
    if not 6 <= len(digits) <= 16:
        return False
    before = text[max(0, start - 40) : start]
    if candidate.lstrip("( ").startswith("+") or (candidate.startswith("00") and _COUNTRY.match(digits[2:])):
        return _is_international(digits) and (len(digits) > 8 or not candidate[1:].isdigit())
    if _NAMED.search(before) or _LETTER.search(before):
        return not _DATE.fullmatch(candidate) and not _YEARS.match(candidate)
    if _OTHER_NAMED.search(before) or _UNIT.match(text, end) or _is_something_else(candidate):
        return False
    return _looks_national(text, start, end, digits)


def _is_international(digits: str) -> bool:
    digits = digits.removeprefix("00")
    return 7 <= len(digits) <= 15 and bool(_COUNTRY.match(digits))


def _is_something_else(candidate: str) -> bool:
    patterns = (_DATE, _THOUSANDS, _CARD, _ISBN, _DOTTED)
    return any(pattern.fullmatch(candidate) for pattern in patterns) or bool(_YEARS.match(candidate))


def _looks_national(text: str, start: int, end: int, digits: str) -> bool:
    """A number in a national form: with the trunk zero, of North America, or alone on its line and valid somewhere."""
    candidate = text[start:end]
    if _NORTH_AMERICAN.fullmatch(candidate):
        return True
    separated = not candidate.isdigit()
    if separated and len(digits) >= 8 and _NATIONAL.fullmatch(candidate):
        return True
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    alone = not text[line_start:start].strip(" •*-|") and not text[end : line_end if line_end >= 0 else None].strip(
        " |"
    )
    return alone and separated and 9 <= len(digits) <= 12 and _valid_somewhere(digits)


@lru_cache(maxsize=512)
def _valid_somewhere(digits: str) -> bool:
    """Whether a country of those that write numbers without a trunk zero knows this number."""
    import phonenumbers

    for region in ("ES", "PT", "PL", "NO", "DK", "CZ", "IT", "GR", "US"):
        try:
            if phonenumbers.is_valid_number(phonenumbers.parse(digits, region)):
                return True
        except phonenumbers.NumberParseException:
            continue
    return False
