"""Placeholders: what a template leaves behind. They work in any language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks._phrases import phrases
from drafter.checks._rule import EVERY_PART, Context, Hit, Rule, rule
from drafter.checks._text import Text

_INSIDE = r"[^\[\]{}<>\n]{1,80}"
_DELIMITED = re.compile(
    r"\{{1,3}[^{}\n|]{1,80}\}{1,3}|"
    rf"\{{%[^%\n]{{1,80}}%\}}|\$\{{[^}}\n]{{1,60}}\}}|<<{_INSIDE}>>"
    rf"|\*\|[^|\n]{{1,40}}\|\*|%%?[A-Za-z][A-Za-z_ ]{{1,30}}%%?(?![\w%])|%\(\w{{1,30}}\)s"
    rf"|\[\[?{_INSIDE}\]?\]|<{_INSIDE}>|【[^【】\n]{{1,40}}】"
    r"|\b__[A-Za-z][A-Za-z ]{1,30}__\b|(?<!\w)#[A-Za-z]{2,20}#(?!\w)|(?<![\w|])\|[A-Za-z_ ]{2,20}\|(?![\w|])"
    r"|(?<!\w)~[A-Za-z_ ]{2,20}~(?!\w)|\([^()\n]{2,40}\)"
)
# Seen quickly, and absent from most messages.
_MAY_DELIMIT = re.compile(r"[\[{<(%#~|【]|__")
_SLOTS = frozenset(
    "name names firstname lastname fullname surname company companyname organization organisation "
    "employer title job jobtitle "
    "position industry sector city location date day time topic phone email number recipient contact candidate client "
    "prospect university school college major degree program department insert link url website linkedin your their "
    "his her my our mutual connection friend colleague referrer skill skills field product service year month result "
    "first last full middle business metric amount reason detail details achievement accomplishment interest "
    "firma vorname nachname nom prénom prenom entreprise nombre apellido empresa nome cognome azienda namn".split()
)
_FILLERS = frozenset("a an the of or and s in for to at".split())
_STRONG = frozenset(
    "name names firstname lastname fullname surname company companyname employer title jobtitle position "
    "recipient candidate "
    "insert industry phone university firma vorname nachname nom prénom entreprise nombre apellido empresa nome".split()
)
_HONEST = frozenset(
    "sic x edit edited emphasis ed eds translated transl redacted external ext internal pdf video audio photo laughs "
    "laughter applause inaudible crosstalk english german french spanish en de fr es nsfw wip rfc draft update".split()
)
_JAPANESE_SLOT = re.compile(
    r"名|社|企業|部門|部署|役職|大学|学部|内容|分野|業界|業務|日時|日付|相手|具体|記入|入力|こと|テーマ|製品|地域"
)
_JAPANESE_AFTER = re.compile(r"[様殿のにでをがはとや、]|さん|など|株式会社|について|です")
_TAGS = frozenset(
    "a b i u p br hr li ul ol em h1 h2 h3 h4 div img pre sub sup span code strong table tr td th body html head style "
    "script blockquote font center small s del ins kbd".split()
)
_URL = re.compile(r"\(\s*(?:https?://|www\.|mailto:|\.{0,2}/|[\w-]+/|#|[\w-]+\.[a-z]{2,})[^\s)]*\s*\)")
_WORD = re.compile(r"[^\W_]+")
_CODE_WORDS = re.compile(r"[;:=\"'`\\]|\(\)|::")


def _words(inside: str) -> list[str]:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", inside)
    return [word.lower() for word in _WORD.findall(spaced)]


def _is_slot(words: list[str]) -> bool:
    """Whether the words do nothing but name what belongs here."""
    return (
        bool(words) and all(word in _SLOTS or word in _FILLERS for word in words) and any(w in _STRONG for w in words)
    )


def _left_open(text: str, start: int, end: int) -> bool:
    """Whether a delimited stretch is a slot, not an honest use of brackets."""
    found = text[start:end]
    if found[0] == "(":
        return _is_slot(_words(found)) and (start == 0 or not text[start - 1].isalnum())
    if found.startswith("[") and not found.startswith("[["):
        return _square(text, start, end)
    if found[0] == "【":
        # At the start of a line it is a heading; inside a sentence a particle or a form of address follows a slot.
        return bool(_JAPANESE_SLOT.search(found)) and bool(_JAPANESE_AFTER.match(text, end))
    if found[0] == "<" and found[1] != "<":
        return _angle(text, start, found)
    if found[0] == "{" and found[1] not in "{%":
        return not _CODE_WORDS.search(found) and any(char.isalnum() for char in found) and not _in_code(text, start)
    # "__init__" is a name of a program, "__Name__" a slot.
    if found[0] in "%#|~" or (found.startswith("__") and " " not in found):
        return any(word in _SLOTS for word in _words(found))
    return True


def _square(text: str, start: int, end: int) -> bool:
    inside = text[start + 1 : end - 1].strip()
    words = _words(inside)
    if not words or len(inside) == 1 or all(word in _HONEST or word.isdigit() for word in words):
        return False
    if _in_code(text, start) or (start and text[start - 1].isalnum()):
        return False
    linked = _URL.match(text, end) or text[end : end + 1] == "[" or text[start - 1 : start] == "]"
    if not _is_slot(words) and (linked or "://" in inside or _quoted(text, start)):
        return False
    return not (
        start == 0 and text[end : end + 1] == " " and len(words) <= 3 and not set(words) & _SLOTS and "\n" not in text
    )


def _angle(text: str, start: int, found: str) -> bool:
    inside = found[1:-1].strip()
    words = _words(inside)
    if not words or not inside[0].isalpha() or found[1] == " " or "@" in inside or "://" in inside or "=" in inside:
        return False
    if inside.split()[0].lower().rstrip("/") in _TAGS or _in_code(text, start):
        return False
    return not (start and text[start - 1].isalnum()) and len(words) <= 8


def _in_code(text: str, start: int) -> bool:
    return text.count("`", max(0, start - 200), start) % 2 == 1


def _quoted(text: str, start: int) -> bool:
    """Whether a quotation is open here: an editor's word in brackets is honest then."""
    before = text[max(0, start - 200) : start]
    if before.count("“") > before.count("”") or before.count("«") > before.count("»"):
        return True
    return before.rpartition("\n")[2].count('"') % 2 == 1


@rule(
    "placeholder.unfilled",
    severity="error",
    advice="Put in what belongs here, or take the sentence out.",
    bad="Hi [First Name], your talk at {{event}} stayed with me.",
    good="Hi Ines, your talk on tide tables [1] stayed with me.\n\n[1] https://example.org/tides",
    parts=EVERY_PART,
)
def unfilled(text: Text, context: Context) -> Iterator[Hit]:
    """A template's placeholder that nobody filled in.

    Why: it tells the reader that the message was meant for anyone.
    Source: house rule, with the notations of the common mail-merge tools.
    """
    for match in _DELIMITED.finditer(text.text) if _MAY_DELIMIT.search(text.text) else ():
        if _left_open(text.text, match.start(), match.end()):
            found = match.group()
            yield Hit(match.start(), match.end(), f"the placeholder {found} is not filled in")


_CAPITALS = re.compile(
    r"\b[A-Z]{2,}(?:_[A-Z]+)+\b|\b(?:YOUR|FIRST|LAST|FULL|COMPANY|JOB|RECIPIENT|CONTACT|CANDIDATE|SCHOOL) ?"
    r"(?:NAME|TITLE|COMPANY|SCHOOL|NUMBER|EMAIL|PHONE|POSITION)\b|\bNAME\b|\bF(?:IRST)?NAME\b|\bCOMPANY\b(?=[,.])"
)
_TWO_CAPITALS = re.compile(r"[A-Z]{2}")
_LINE = re.compile(
    r"^[ \t]*(?:(?:your|sender|my)(?:'s)? (?:full |first |last )?(?:name|title|company|signature"
    r"|phone(?: number)?|email)"
    r"|(?:first|last|full)[ -]?name|name|company name|job title|phone number)[ \t]*[,.!]?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_GREETED = re.compile(
    r"^[ \t]*(?:hi|hello|hey|dear|good (?:morning|afternoon)|hallo|liebe[rs]?|bonjour|hola)[ \t]+"
    r"((?:(?:mr|mrs|ms|dr)\.?/?[ \t]*){0,3}(?:(?:first|last|full|recipient|candidate"
    r"|hiring manager)(?:['’]?s)?[ -]?name|name|firstname"
    r"|lastname|vorname|prénom|nombre|nome)|m(?:r|s|rs)\.?/m(?:r|s|rs)\.?|null|none|undefined|nan"
    r"|n/a)(?![\w-])(?! [A-Z])",
    re.IGNORECASE | re.MULTILINE,
)
_OWN = re.compile(
    r"\b(?:your\.?(?:name|email)|first\.?last|you)@[\w.-]+|\bwww\.your\w+\.\w+|\byourwebsite\.\w+", re.IGNORECASE
)


@rule(
    "placeholder.slot_name",
    severity="error",
    advice="Write the name or detail itself instead of what it is called.",
    bad="Dear First Name,\n\nyour work at COMPANY_NAME caught my eye.",
    good="Dear Oksana,\n\nyour work on NATO_STANAG parsers in OPENJPEG taught me a lot.",
    parts=EVERY_PART,
)
def slot_name(text: Text, context: Context) -> Iterator[Hit]:
    """The name of a field where its content should be, without any brackets ("Dear First Name").

    Why: the brackets went in a copy or were never there; the reader still sees a form letter.
    Source: house rule; the same fault without its brackets.
    """
    for match in _CAPITALS.finditer(text.text) if _TWO_CAPITALS.search(text.text) else ():
        if "_" not in match.group() or {word.lower() for word in match.group().split("_")} & _SLOTS:
            yield Hit(match.start(), match.end(), f"the placeholder {match.group()} is not filled in")
    addresses = (_OWN,) if any(sign in text.lowered for sign in ("@", "www.your", "yourwebsite.")) else ()
    for pattern in (_LINE, _GREETED, *addresses):
        for match in pattern.finditer(text.text):
            found = match.group().strip()
            start = match.start() + match.group().index(found)
            yield Hit(start, start + len(found), f"“{found}” is a placeholder: it names a field instead of filling it")


_MASK = re.compile(
    r"(?<![\w-])(?:\+?[\dXx#]{1,4}[-. ])?\(?[Xx#]{2,4}\)?[-. ][Xx#\d]{2,4}(?:[-. ][Xx#\d]{2,4})?(?![\w-])"
    r"|\b[Xx]{3,}\b|\bXX\b|\bXYZ\b"
    r"|[$€£]\s?[Xx]+\b|\b[XYN]%|\b[XN]\+? (?:years?|months?|weeks?|days?|hours?|minutes?|people|employees"
    r"|customers|clients"
    r"|platforms|projects|companies|countries|percent|times)\b|\b[Cc]ompany [XYZ]\b|\bABC (?:Company|Corp|Inc)\b"
    r"|(?<!\w)_{3,}(?!\w)|(?<![\w#])#{3,}(?![\w# ])|\b(?:123|000)[-. \u2011\u2013]?(?:456"
    r"|000)[-. \u2011\u2013]?(?:7890|0000)\b|\(000\) 000|\bMM/DD\b|\bDD/MM\b"
    r"|[〇○◯]{2,}|(?<![△▲×])[△▲]{2,}|(?<=[^\s×])×{2,}(?=[^\s×])"
)
# Most messages have none of these signs, and this is quicker to see.
_MAY_MASK = re.compile(r"X|[x#]{2}|[YN](?!\w)|[$€£]\s?x|_{3}|123|000|MM/|DD/|ABC |[〇○◯△▲×]{2}")


@rule(
    "placeholder.masked",
    severity="error",
    advice="Write the real figure or name, or leave it out.",
    bad="We cut build times by XX% for ABC Company; call me at 555-XXX-XXXX.",
    good="Super Bowl XLIX aside, we cut build times by 12% on Mac OS X; call me at 303-555-0142.",
    parts=EVERY_PART,
)
def masked(text: Text, context: Context) -> Iterator[Hit]:
    """A figure, number or name masked with X, # or a line to fill in.

    Why: a mask is a placeholder in another dress.
    Source: house rule; shapes seen in public outreach templates.
    """
    for match in _MASK.finditer(text.text) if _MAY_MASK.search(text.text) else ():
        if match.group().strip() and not match.group().replace("-", "").replace(".", "").replace(" ", "").isdigit():
            yield Hit(match.start(), match.end(), f"the placeholder {match.group()} stands for something not filled in")
        elif match.group()[:3] in ("123", "000"):
            yield Hit(match.start(), match.end(), f"{match.group()} is a placeholder for a phone number")


@rule(
    "placeholder.instruction",
    severity="error",
    advice="Do what the instruction says, or delete it.",
    bad="Hi Tomas, insert a personal compliment here. Could we talk on Friday?",
    good="Hi Tomas, how do you insert new stations without a timetable change? Could we talk on Friday?",
    parts=EVERY_PART,
)
def instruction(text: Text, context: Context) -> Iterator[Hit]:
    """An instruction to the writer, or filler text, that was left in.

    Why: the reader sees the recipe instead of the dish.
    Source: house rule; shapes seen in public outreach templates.
    """
    for span in phrases(text, "placeholder.instruction"):
        yield Hit(span.start, span.end, f"“{span.text}” is a placeholder: an instruction of the template left in")


_MAY_BE_EMPTY = re.compile(r"[ \t][,.]|['’]s[ \t]{2}")
_EMPTY = re.compile(
    r"^[ \t]*(?:hi|hello|hey|dear|hallo|liebe[rs]?|sehr geehrte[rs]?|hola|ciao|estimad[oa])[ \t]+,"
    r"|\b(?:at|with|from|for|of|the|your|in|about|by)[ \t]+[,.](?=\s|$)|(?<=\w)['’]s[ \t]{2,}(?=[a-z])",
    re.IGNORECASE | re.MULTILINE,
)


@rule(
    "placeholder.empty_field",
    severity="error",
    advice="Put the missing word in.",
    bad="Hi ,\n\nyour work at , reminds me of ours.",
    good="Hi Aiko,\n\nyour work at Sora Lab reminds me of ours.",
    parts=EVERY_PART,
)
def empty_field(text: Text, context: Context) -> Iterator[Hit]:
    """A merge field that came out empty ("Hi ,").

    Why: a gap where the name should be is worse than no greeting.
    Source: house rule; mail-merge tools offer fallback values against it.
    """
    for match in _EMPTY.finditer(text.text) if _MAY_BE_EMPTY.search(text.text) else ():
        yield Hit(match.start(), match.end(), "an empty placeholder: the word that belongs here is missing")


_SPIN = re.compile(r"\{[^{}|\n]{0,60}(?:\|[^{}|\n]{0,60}){1,12}\}")


@rule(
    "placeholder.spintax",
    severity="error",
    advice="Choose one wording.",
    bad="{Hi|Hello|Hey} Marta, could we talk on Friday?",
    good="Hi Marta, could we talk about the set {a, b} on Friday?",
    parts=EVERY_PART,
)
def spintax(text: Text, context: Context) -> Iterator[Hit]:
    """Spintax: wordings to choose from, left in as code.

    Why: it shows that the text is produced in bulk.
    Source: the notation of bulk mailers ("{Hi|Hello}").
    """
    for match in _SPIN.finditer(text.text):
        yield Hit(match.start(), match.end(), f"the placeholder {match.group()} offers wordings instead of one")


RULES: tuple[Rule, ...] = (unfilled, slot_name, masked, instruction, empty_field, spintax)
