"""Japanese statements about the reader in the respectful form: 調べました becomes 調べられた."""

from __future__ import annotations

import re

from drafter.models import Contact

_GODAN = dict(zip("きぎちにびみりい", "かがたなばまらわ", strict=True))
_TE = {**dict.fromkeys("いちり", "って"), **dict.fromkeys("にびみ", "んで"), "き": "いて", "ぎ": "いで"}
_E_ROW = "えけせてねべめれげぜでぺ"
# Verbs whose stem ends in i and that yet take られる.
_ICHIDAN = ("見", "起き", "降り", "借り", "でき", "生き", "信じ", "感じ", "用い", "率い", "試み", "着", "省み", "報い")


def to_you(statement: str, contact: Contact) -> str | None:
    """The statement as a clause for "…と拝見し", or ``None`` where its subject or its verb is not certain."""
    text = _said_of(statement, contact)
    return None if text is None or re.search(r"私|弊社|当社", text) else _verb(text)


def to_me(statement: str, contact: Contact, sender: str) -> str | None:
    """What the reader did with or for the sender, told by the sender: 私に製本を教えてくださった."""
    text = _said_of(statement, contact)
    names = "|".join(re.escape(name) for name in (sender, re.sub(r"\s", "", sender)))
    mine = re.sub(rf"(?:{names})(?:さん|様|氏)?(?=[とにへをの])", "私", text) if text else ""
    match = re.fullmatch(r"(?P<stem>.*私.+?)ました", mine)
    joined = _joined(match["stem"]) if match else None
    return f"{joined}くださった" if joined else None


def _said_of(statement: str, contact: Contact) -> str | None:
    """What a statement says of the reader, or ``None`` where its subject is not certain."""
    text = re.sub(r"\s+", " ", statement).strip().rstrip("。 ")
    names = [contact.name, contact.name.replace(" ", ""), contact.family_name or "", contact.given_name or ""]
    known = "|".join(re.escape(name) for name in sorted(filter(None, names), key=len, reverse=True))
    text = re.sub(rf"^(?:{known})(?:さん|様|氏)?(?:は、?|：|:)\s*", "", text)
    text = re.sub(rf"^(?:{known})(?:さん|様|氏)?は、?", "", text)
    text = re.sub(r"^(現在|今|いま|最近)は、?", r"\1、", text)
    return None if "。" in text or re.match(r"[^、]{1,20}は", text) or re.search(r"[「」]", text) else text


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


def _joined(stem: str) -> str | None:
    """The form before くださる: 教え → 教えて, 運び → 運んで, 書き → 書いて."""
    if stem.endswith(("し", *_ICHIDAN)) or not re.search(r"[ぁ-ん]$", stem) or stem[-1] in _E_ROW:
        return f"{stem}て"
    return f"{stem[:-1]}{_TE[stem[-1]]}" if stem[-1] in _TE and not stem.endswith("行き") else None


def _respectful(stem: str) -> str | None:
    if stem.endswith("し"):
        return f"{stem[:-1]}され"
    if stem.endswith(_ICHIDAN) or not re.search(r"[ぁ-ん]$", stem) or stem[-1] in _E_ROW:
        return f"{stem}られ"
    return f"{stem[:-1]}{_GODAN[stem[-1]]}れ" if stem[-1] in _GODAN else None
