"""Wordings that tell whom a sentence is about, and whether it speaks of the past or of what nobody could note."""

from __future__ import annotations

import re

NOW = re.compile(
    r"\b(?:are|is|you're|leads?|runs?|your (?:role|job|work)|as|still|now|current(?:ly)?|today)\b"
    r"|\b(?:als|sind|ist|êtes|est|es)\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:(?:spell|stint|stretch|time|years?) as|from (?:interim|acting)|you (?:\w+ly )?(?:spent|served|worked|held)|"
    r"was|were|former(?:ly)?|previous(?:ly)?|used to|your (?:time|years) |until|ex-|when you|had been|past|then|"
    r"back|once|waren|war|ehemalig\w*|früher\w*|étiez|ancien\w*|fue|era)\b",
    re.IGNORECASE,
)
# How long a call may take and how much is asked: no note could know.
ASKED = re.compile(
    r"\W?(?:(?:short|quick|brief|kurze|brèves?|breves) )?(?:questions?|fragen|preguntas)\b"
    r"|\W?(?:minutes?|minuten?|minutos?|分)"
    r"(?:\W+(?:of your time|call|chat|talk|conversation|on the phone|by phone|over coffee|for|are|is|next|this"
    r"|on|would|at|für|reichen|genügen|nächste|pour|suffis|para|bastan|ihrer zeit|de votre)|\W*$)",
    re.IGNORECASE,
)
OLD_SAYING = re.compile(r"(?:a )?(?:quarter|half)(?: of)? (?:a |the )?(?:century|decade|life)", re.IGNORECASE)
SECOND = re.compile(r"\b(?:you|your|sie|ihre?[nmrs]?|du|dein\w*|vous|votre|vos|usted|su|sus)\b", re.IGNORECASE)
OF_SOMEBODY = re.compile(
    rf"{SECOND.pattern}|\b(?:he|she|his|her|er|ihm|ihn|il|elle|ils|elles|él|ella|ellos)\b"
    r"|\b(?:company|team|firm|organi[sz]ation|group|lab|school|foundation)\b|[\u3040-\u9fff]",
    re.IGNORECASE,
)
COLLEAGUES = re.compile(
    r"\b(?:colleagues?|co-?founders?|team|staff|boss|predecessor|successor|chair(?:wo)?man|board|mentor|brother|sister|husband|wife|partner|director|friend|kolleg\w*|bruder|"
    r"schwester|collègue\w*|frère|sœur|équipe|colegas?|hermano|hermana|equipo)\b",
    re.IGNORECASE,
)
