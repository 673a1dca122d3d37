"""Japanese statements about the reader in the respectful form: 調べました becomes 調べられた."""

from __future__ import annotations

import re

from drafter.models import Contact

_GODAN = dict(zip("きぎちにびみりい", "かがたなばまらわ", strict=True))
# Verbs whose stem ends in i and that yet take られる.
_ICHIDAN = ("見", "起き", "降り", "借り", "でき", "生き", "信じ", "感じ", "用い", "率い", "試み", "着", "省み", "報い")


def to_you(statement: str, contact: Contact) -> str | None:
    """The statement as a clause for "…と拝見し", or ``None`` where its subject or its verb is not certain."""
    text = re.sub(r"\s+", " ", statement).strip().rstrip("。 ")
    names = [contact.name, contact.name.replace(" ", ""), contact.family_name or "", contact.given_name or ""]
    known = "|".join(re.escape(name) for name in sorted(filter(None, names), key=len, reverse=True))
    text = re.sub(rf"^(?:{known})(?:さん|様|氏)?(?:は、?|：|:)\s*", "", text)
    text = re.sub(rf"^(?:{known})(?:さん|様|氏)?は、?", "", text)
    if "。" in text or re.match(r"[^、]{1,20}は", text) or re.search(r"[「」]|私|弊社|当社", text):
        return None
    return _verb(text)


def _verb(text: str) -> str | None:
    if text.endswith("です"):
        return f"{text[:-2]}でいらっしゃる"
    if re.search(r"[てで]います$", text):
        return f"{text[:-3]}いらっしゃる"
    match = re.fullmatch(r"(?P<stem>.+?)(?P<end>ました|ます)", text)
    if match is None or re.search(r"(?:あり|い|なり|でき|思い)$", match["stem"]):
        return None
    respectful = _respectful(match["stem"])
    return f"{respectful}{'た' if match['end'] == 'ました' else 'る'}" if respectful else None


def _respectful(stem: str) -> str | None:
    if stem.endswith("し"):
        return f"{stem[:-1]}され"
    if stem.endswith(_ICHIDAN) or not re.search(r"[ぁ-ん]$", stem) or stem[-1] in "えけせてねべめれげぜでぺ":
        return f"{stem}られ"
    return f"{stem[:-1]}{_GODAN[stem[-1]]}れ" if stem[-1] in _GODAN else None
