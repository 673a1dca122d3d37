"""A voicemail: who is calling, why, that a message follows, and a number one can write down."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.language.conventions import formality_of, manners
from drafter.models import Brief

SECONDS = (20.0, 30.0)
_GROUP = 4

# Said when the writer did not mention the written message; by channel, then language. A number would be too much here.
_MENTIONS = {
    "en": {"email": "I have sent you an e-mail as well.", "sms": "I have texted you as well."},
    "de": {"email": "Ich habe Ihnen auch eine E-Mail geschrieben.", "sms": "Ich habe Ihnen auch eine SMS geschickt."},
    "fr": {"email": "Je vous ai aussi envoyé un e-mail.", "sms": "Je vous ai aussi envoyé un SMS."},
    "es": {"email": "También le he enviado un correo.", "sms": "También le he enviado un SMS."},
    "ja": {"email": "メールもお送りしました。", "sms": "SMSもお送りしました。"},
}
_ELSEWHERE = {
    "en": "I have sent you a message on LinkedIn as well.",
    "de": "Ich habe Ihnen auch auf LinkedIn eine Nachricht geschrieben.",
    "fr": "Je vous ai aussi envoyé un message sur LinkedIn.",
    "es": "También le he enviado un mensaje por LinkedIn.",
    "ja": "リンクトインでもメッセージをお送りしました。",
}
_FAMILIAR = {
    "de": (("Ihnen", "dir"),),
    "fr": (("vous ai", "t'ai"),),
    "es": (("le he", "te he"),),
}


def ending(brief: Brief, language: str, said: Iterable[str]) -> list[str]:
    """The last sentences: the written message unless ``said`` mentions it, and the number twice."""
    habits = manners(language)
    sentences = []
    if habits.wrote and not any(re.search(habits.wrote, text, re.IGNORECASE) for text in said):
        sentences.append(mention(brief, language))
    if brief.sender.phone:
        number = speakable(brief.sender.phone)
        sentences += [habits.number.format(number=number), habits.again.format(number=number)]
    return [sentence for sentence in sentences if sentence]


def mention(brief: Brief, language: str) -> str:
    """That a written message was sent too, and where; empty for a language not known here."""
    code = language.split("-")[0]
    text = _MENTIONS.get(code, {}).get(brief.channel) or _ELSEWHERE.get(code, "")
    if formality_of(brief, language) == "casual":
        for polite, familiar in _FAMILIAR.get(code, ()):
            text = text.replace(polite, familiar)
    return text


def speakable(phone: str) -> str:
    """The number in groups one can say and write down: "+46 70 555 01 42"."""
    groups = re.findall(r"\+?\d+", phone)
    if len(groups) > 1 and all(len(group.lstrip("+")) <= _GROUP for group in groups):
        return " ".join(groups)
    return " ".join(re.findall(r"\+?\d+", _formatted(phone))) or phone


def _formatted(phone: str) -> str:
    import phonenumbers

    try:
        number = phonenumbers.parse(phone, None)
    except phonenumbers.NumberParseException:
        digits = re.sub(r"\D", "", phone)
        return " ".join(_in_threes(digits))
    text: str = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    if max(map(len, re.findall(r"\d+", text)), default=0) <= _GROUP:
        return text
    return f"+{number.country_code} " + " ".join(_in_threes(str(number.national_number)))


def _in_threes(digits: str) -> list[str]:
    """Groups of three, the last of two to four digits."""
    groups = [digits[start : start + 3] for start in range(0, len(digits), 3)]
    if len(groups) > 1 and len(groups[-1]) == 1:
        last = groups.pop()
        groups[-1] += last
    return groups
