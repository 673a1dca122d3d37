"""Street addresses in the forms of many countries: a street with a house number, and the town that follows."""

from __future__ import annotations

import re

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶŁĻŃŅŇŌŐŒŘŚŞŠŤŪŮŰŲŹŻŽ"
_WORD = rf"[{_UPPER}][\w'’.-]*"
_NUMBER = r"\d{1,5}(?![\d,.]\d)\s?(?:[a-zA-Z]\b|bis\b|ter\b)?(?:\s?[-–/]\s?\d{1,4}[a-zA-Z]?\b)?"
# What may follow: floor or suite, then postcode and town, or town, state and ZIP.
_UNIT = (
    r"(?:[,\s]{1,3}(?:Suite|Ste\.?|Apt\.?|Unit|Floor|Fl\.?|Room|Rm\.?|#|Top|Stiege|App\.?|bâtiment"
    r"|piso)\s?[\w-]{1,6})?"
)
_TOWN = rf"(?:{_WORD})(?:[ -](?:{_WORD}|am|an der|sur|de|del|la|upon|ob der|im)){{0,3}}"
_TAIL = (
    rf"(?:{_UNIT}(?:[,\n]\s?|\s?[·|–-]\s?|\s)(?:(?:[A-Z]{{1,2}}-)?\d{{4,6}}(?:-\d{{3,4}})?(?:\s[A-Z]{{2}}\b)?\s{_TOWN}|\d{{3}}\s\d{{2}}\s{_TOWN}"
    rf"|{_TOWN},?\s(?:[A-Z]{{2}},?\s)?\d{{5}}(?:-\d{{4}})?\b|{_TOWN},?\s[A-Z]{{1,2}}\d[A-Z\d]?\s?\d[A-Z]{{2}}\b"
    rf"|[A-Z]{{1,2}}\d[A-Z\d]?\s?\d[A-Z]{{2}}\b))"
)
_TAIL_PATTERN = re.compile(_TAIL)
_UNIT_PATTERN = re.compile(_UNIT)

_ENGLISH = re.compile(
    rf"(?<![\w.,$€£-])(?P<number>\d{{1,5}}[A-Za-z]?(?:[-–]\d{{1,5}})?),?\s(?:[NSEW]{{1,2}}\.?\s)?(?:(?:\d{{1,3}}(?:st|nd|rd|th)|{_WORD}),?\s){{1,4}}?"
    r"(?P<type>Street|St\b\.?|Avenue|Ave\b\.?|Road|Rd\b\.?|Boulevard|Blvd\b\.?|Lane|Ln\b\.?|Drive|Dr\b\.?|Court"
    r"|Ct\b\.?|Square|Sq\b\.?|Place|Pl\b\.?"
    r"|Terrace|Parkway|Pkwy\b\.?|Way|Highway|Hwy\b\.?|Close|Crescent|Row|Walk|Quay|Alley|Circle|Embankment"
    r"|Wharf|Gardens|Mews)(?![\w'’])"
)
# Ordinary words too: they end an address only where a town, a suite or the end of the line follows.
_WEAK_TYPES = {
    "Drive",
    "Court",
    "Place",
    "Way",
    "Close",
    "Row",
    "Walk",
    "Circle",
    "Gardens",
    "Dr",
    "Dr.",
    "Square",
    "Quay",
}
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_FRENCH = re.compile(
    r"(?<![\w.,-])\d{1,4}(?:\s?(?:bis|ter|quater))?,?\s(?:rue|avenue|av\.|boulevard|bd\.?|boul\.|place|quai"
    r"|chemin|allée|impasse|cours|route|passage|esplanade|faubourg|rue du faubourg)"
    rf"\s(?:de\sla\s|de\sl['’]|de\s|du\s|des\s|d['’]|la\s|le\s|les\s|l['’])?{_WORD}(?:[ -](?:{_WORD}|de|du|des"
    rf"|la|le|l['’]{_WORD}|d['’]{_WORD})){{0,4}}",
    re.IGNORECASE,
)
_ROMANCE = re.compile(
    rf"(?<!\w)(?P<type>Calle|C/|Cl\.|Avda\.?|Avenida|Av\.|Paseo|P\.º|Plaza|Pza\.|Carrer|Ronda|Rua|R\.|Travessa"
    rf"|Praça|Largo|Via|Viale|Piazza|Corso|Strada|Rue|Chaussée|Bulevardul|Ul\.|ul\.|ulica|ulice|ulicy)\s"
    rf"(?:(?:de|del|da|do|dos|das|della|dei|degli|delle|la|las|los|el|le|San|Santa|d['’]"
    rf"|dell['’])\s?){{0,3}}{_WORD}(?:\s(?:{_WORD}|de|del|la|da|do|y|e|i|della|di)){{0,4}}"
    rf",?\s(?:n\.?[ºo°]\s?|nr\.?\s|č\.\s|s/n)?{_NUMBER}"
)
# A word before a number; whether it ends like a street is asked afterwards, which is quicker than one pattern.
_BEFORE_NUMBER = re.compile(r"(?<=[a-zß.])\s(?=\d)")
_GERMANIC_NUMBER = re.compile(rf"\s{_NUMBER}")
_PREPOSITIONAL = re.compile(
    rf"(?<!\w)(?:Unter den|Am|An der|An den|Im|In der|Auf der|Auf dem|Zum|Zur|Hinter der"
    rf"|Vor dem)\s{_WORD}(?:\s{_WORD})?\s{_NUMBER}"
)
_GERMANIC_ENDINGS = (
    *(
        "straße",
        "strasse",
        "str.",
        "gasse",
        "chaussee",
        "straat",
        "gracht",
        "gatan",
        "vägen",
        "gade",
        "platz",
        "allee",
        "damm",
    ),
    *(
        "stien",
        "weg",
        "ring",
        "ufer",
        "laan",
        "plein",
        "kade",
        "vej",
        "gate",
        "gata",
        "veien",
        "katu",
        "markt",
        "graben",
        "steig",
    ),
    *("kai", "promenade", "hof", "berg", "park"),
)
_STRONG_GERMANIC = _GERMANIC_ENDINGS[:10]
_LEFT = re.compile(rf"(?<![\w-])(?:{_WORD}[ -]){{0,3}}[\w-]*\.?\Z")
_EAST_ASIAN = re.compile(
    r"〒\s?\d{3}[-‐－]\d{4}[^\n。、]{0,60}"
    r"|(?:東京都|北海道|京都府|大阪府|[\u4e00-\u9fff]{2,3}県)[\u3040-\u30ff\u4e00-\u9fff々ヶ0-9０-９]{2,20}?(?:[0-9０-９一二三四五六七八九十]+(?:丁目|番地?|号|[-－‐−]))+[0-9０-９]*[-－‐−0-9０-９番地号]*"
    r"|[\u4e00-\u9fff]{2,12}(?:路|街|大道|巷)[0-9０-９]{1,5}号(?:[\u4e00-\u9fff0-9A-Z]{1,12}(?:楼|层|室|座))?"
    r"|[가-힣]{2,8}(?:시|도)\s[가-힣]{1,6}(?:구|군|시)\s[가-힣0-9]{1,10}(?:로|길)\s?\d{1,4}(?:-\d{1,4})?"
)
_OTHER = re.compile(
    r"(?:ул\.|улица|пр-т|просп\.|проспект|пер\.|наб\.)\s?[А-ЯЁЇІЄ][\w-]+(?:\s[А-ЯЁ][\w-]+)?,?\s?(?:д\.\s?)?\d{1,4}(?:\s?[а-я]\b)?(?:,\s?(?:к\.|корп\.|кв\.|оф\.)\s?\d+)*"
    r"|(?:شارع|طريق)\s(?:[\u0600-\u06ff]+\s){1,4}[0-9٠-٩]{1,5}"
    r"|[0-9٠-٩]{1,5}\s?شارع\s[\u0600-\u06ff]+(?:\s[\u0600-\u06ff]+)?"
    r"|רחוב\s(?:[\u0590-\u05ff]+\s){1,3}\d{1,4}"
)
_OTHER_SCRIPT = re.compile("[\u0400-\u06ff]")
_EAST_ASIAN_SCRIPT = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3〒]")
_DIGIT = re.compile(r"\d")
_BOX = re.compile(
    r"\b(?:P\.?\s?O\.?\s?Box\s\d{1,6}|Postfach\s\d[\d ]{1,8}\d"
    rf"|(?:BP|B\.P\.|CS)\s\d{{2,6}},?\s\d{{5}}\s{_WORD}|Apartado\s(?:de correos\s)?\d{{1,6}})"
)


def address_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each street address, its postcode and town included."""
    if not _DIGIT.search(text):
        return []
    spans = [*_english(text), *_romance(text), *_germanic(text)]
    # Long expressions are not tried on a script that they are not about.
    patterns = (_FRENCH, _BOX, _OTHER) if _OTHER_SCRIPT.search(text) else (_FRENCH, _BOX)
    for pattern in patterns:
        spans += [(match.start(), _with_tail(text, match.end())) for match in pattern.finditer(text)]
    if _EAST_ASIAN_SCRIPT.search(text):
        spans += [match.span() for match in _EAST_ASIAN.finditer(text)]
    return spans


def _with_tail(text: str, end: int) -> int:
    tail = _TAIL_PATTERN.match(text, end) or _UNIT_PATTERN.match(text, end)
    return tail.end() if tail else end


def _ends_here(text: str, end: int) -> bool:
    """Whether the line ends, or a comma or bracket closes what stood before."""
    return end >= len(text) or text[end] in "\n,;)|"


def _english(text: str) -> list[tuple[int, int]]:
    spans = []
    for match in _ENGLISH.finditer(text):
        end = _with_tail(text, match.end())
        proven = end > match.end()
        # "In 2019 Wall Street …" and "5 Senior Drive engineers" are no addresses.
        doubtful = bool(_YEAR.fullmatch(match["number"])) or match["type"] in _WEAK_TYPES
        alone = not text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip() and _ends_here(
            text, match.end()
        )
        if proven or not doubtful or alone:
            spans.append((match.start(), end))
    return spans


def _romance(text: str) -> list[tuple[int, int]]:
    spans = []
    for match in _ROMANCE.finditer(text):
        end = _with_tail(text, match.end())
        if end > match.end() or match["type"] not in {"Via", "Largo", "Strada", "Corso", "R."} or _ends_here(text, end):
            spans.append((match.start(), end))
    return spans


def _germanic(text: str) -> list[tuple[int, int]]:
    spans = []
    for gap in _BEFORE_NUMBER.finditer(text):
        word = text[max(0, gap.start() - 12) : gap.start()].lower()
        if not word.endswith(_GERMANIC_ENDINGS):
            continue
        number = _GERMANIC_NUMBER.match(text, gap.start())
        left = _LEFT.search(text, max(0, gap.start() - 60), gap.start())
        if number and left and left[0][:1].isupper():
            end = _with_tail(text, number.end())
            if end > number.end() or word.endswith(_STRONG_GERMANIC):
                spans.append((left.start(), end))
    for match in _PREPOSITIONAL.finditer(text):
        end = _with_tail(text, match.end())
        if end > match.end():
            spans.append((match.start(), end))
    return spans
