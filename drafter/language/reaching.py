"""How and when somebody can be reached: nothing that one has done, so nothing to write to them about."""

from __future__ import annotations

import re

_LETTERS = r"(?:letters?|e-?mails?|mail|messages?|post|calls?|(?:tele)?phone|voicemails?|en?quir\w+|inquir\w+)"
_WHEN = r"(?:within|in the (?:morning|afternoon|evening)|on (?:\w+days?|weekends?))"
_ENGLISH = (
    rf"\b(?:answer|repl(?:y|ie)|respond)s?\b(?: \w+){{0,2}}? {_LETTERS}\b|\breturns? (?:\w+ )?calls\b"
    rf"|\b(?:answer|repl(?:y|ie)|respond)s? (?:only |usually |mostly )?{_WHEN}\b"
    r"|\b(?:can|may) be reached\b|\breachable\b|\bway to reach\b|\bavailable (?:by|via|on) (?:\w+days?|phone|e-?mail)\b"
    r"|\b(?:office|opening|business|visiting|consultation|telephone) hours\b|\bby appointment\b|\bsocial media\b"
    r"|\b(?:is|are) (?:open|closed) (?:from|on|daily|every|between|until)\b"
)
_GERMAN = (
    r"\b(?:erreichbar|zu erreichen|erreichen Sie|erreicht man)\b|\b\w*(?:öffnungs|sprech|büro)(?:zeit|stunde)\w*"
    r"|\b(?:ist|sind|hat|haben) (?:\w+ )?ge(?:öffnet|schlossen)\b"
    r"|\b(?:beantwortet|antwortet auf) \w*(?:e-?mails?|briefe)"
    r"|\bantwortet (?:innerhalb|binnen|nur|am|\w+tags)\b|\btelefonisch\b[^.]{0,25}\buhr\b"
)
_FRENCH = (
    r"\bjoignable\b|\bhoraires\b|\bheures (?:d['’]ouverture|de bureau|de permanence)|\bsur rendez-vous\b"
    r"|\best (?:ouvert|fermé)e? (?:du|de|le|tous)\b"
    r"|\brépond (?:aux? (?:courriers?|lettres|messages|e-?mails?|appels)|par|sous|le)\b"
)
_SPANISH = (
    r"\blocalizable\b|\bhorarios? de (?:apertura|atención|oficina|visita)|\bcita previa\b"
    r"|\bestá (?:abiert|cerrad)[oa]\b"
    r"|\b(?:responde|contesta) (?:a |los |las |el |al )*(?:correos?|cartas|mensajes|llamadas|teléfono)\b"
)
_JAPANESE = r"(?:問い?合わ?せ|営業時間|開館時間|受付時間|診療時間|連絡先).*(?:時|曜|まで|電話|メール)|定休日|休館日"
_REACHING = re.compile("|".join((_ENGLISH, _GERMAN, _FRENCH, _SPANISH, _JAPANESE)), re.IGNORECASE)


def tells_how_to_reach(text: str) -> bool:
    """Whether a sentence tells office hours, a habit of answering or a way to get in touch."""
    return bool(_REACHING.search(text))
