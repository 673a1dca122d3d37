"""The easy no after a question. Code adds it: a model that must fit it into its question ties a knot."""

from __future__ import annotations

import hashlib

from drafter.language.conventions import message_language
from drafter.models import Brief, Profile
from drafter.writing.grammar.phrases import Chooser, phrases
from drafter.writing.kinds import KINDS, ONE_PARAGRAPH

# What is asked here is no favour: "no is fine too" after it would sound as if it were.
_LIGHT = ("invitation_reply", "reconnect")


def way_out(brief: Brief, profile: Profile) -> str | None:
    """A sentence such as "If not, no reply is needed.", the same for one reader and different between readers.

    ``None`` where nothing is asked, where there is no room, and in languages for which there is no such sentence.
    """
    if not KINDS[brief.kind].ask or brief.kind in _LIGHT or brief.channel in ONE_PARAGRAPH:
        return None
    language = message_language(brief, profile)
    if language.split("-")[0] not in ("en", "de", "fr", "es", "ja"):
        return None
    key = hashlib.blake2s(profile.contact.name.encode(), digest_size=8).hexdigest()
    return Chooser(phrases(language), key, 0).one("easy")
