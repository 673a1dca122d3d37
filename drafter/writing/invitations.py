"""Tells a stock invitation, which everybody gets, from one that somebody wrote."""

from __future__ import annotations

import re

# What networks fill in by themselves, and what people send to everybody, by meaning rather than word for word.
_STOCK = re.compile(
    r"""
    (?:i\s*(?:['’]d|\s+would)\s+(?:like|love)\s+to\s+(?:add\s+you|join\s+your|connect|invite\s+you|have\s+you|include\s+you)
      |(?:please|kindly)\s+(?:add|accept|join)\b
      |since\s+you\s+are\s+a\s+person\s+i\s+trust
      |let['’]?s\s+connect
      |(?:has\s+)?invited\s+you\s+to\s+connect
      |(?:came|come)\s+across\s+your\s+profile
      |always\s+(?:looking|happy|keen)\s+to\s+(?:connect|expand|grow)
      |(?:expand|grow)(?:ing)?\s+my\s+(?:professional\s+)?network
      |zu\s+meinem\s+(?:beruflichen\s+)?netzwerk
      |(?:gerne?\s+)?mit\s+(?:ihnen|dir)\s+(?:auf\s+\w+\s+)?(?:vernetzen|in\s+kontakt)
      |rejoindre\s+mon\s+réseau|ajouter\s+à\s+mon\s+réseau|faire\s+partie\s+de\s+mon\s+réseau
      |(?:añadir|agregar|incluir)(?:te|le|lo|la)?\s+a\s+mi\s+red|unirte\s+a\s+mi\s+red
      |adicioná-l[oa]\s+à\s+minha\s+rede|aggiungert[ie]\s+alla\s+mia\s+rete|aan\s+mijn\s+(?:professionele\s+)?netwerk
      |つながりリクエスト|つながりに追加|ネットワークに追加
      |加为好友|添加到我的)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Words that stand in any invitation and say nothing about the two people.
_PLAIN_WORDS = """
    a about accept across add always am an and are as at auf añadirte background be beneficial benefit
    beruflichen best bonjour by came circle come connect connection contacts cordial cordialement dear dich dir
    each en expand expanding experience field for found freuen from future gerne great grow growing grüße
    gustaría guten hallo happy has have hello hey hi hinzufügen hola hope i i'd ich ihnen impressed impressive
    in industry interesting invite invited inviter is it i’d j'aimerais join keep kind learn let's like
    likeminded linkedin looking looks love me meinem mi mich minds mit mon more mutual my möchte network
    netzwerk new of on opportunities opportunity other our people person personal please profesional
    professional professionals professionnel profile red regards rejoindre request réseau saludo saludos same
    saw sie similar since so sur tag thank thanks that the this to touch trust un vernetzen viele vous want
    wanted was we well with work would würde xing you your zu à
"""
_PLAIN = frozenset(_PLAIN_WORDS.split())
_OWN_WORDS = 9
# A reason of one's own, however short, makes an invitation personal.
_REASON = re.compile(r"\b(?:because|after|weil|nachdem|parce\s+que|après|porque)\b([^.!?\n]+)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’-]\w+)*|\d+")


def is_stock_invitation(text: str) -> bool:
    """Whether an invitation is boilerplate: a stock phrase with hardly a word of the sender's own beside it."""
    if not _STOCK.search(text):
        return False
    reasons = " ".join(found[1] for found in _REASON.finditer(text))
    return len(_own_words(text)) <= _OWN_WORDS and len(_own_words(reasons)) < 3


def _own_words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if word.lower() not in _PLAIN]
