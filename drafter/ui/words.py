"""The words the page uses for what the library names in code."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping

from drafter.models import Category, Channel, Kind, NoteKind

_FACT = re.compile(r"(?P<wanted>(?:but )?cite )?\bf\d+\b")
_QUOTED = 60
_OPTION = re.compile(r"(?<!\S)--([a-z-]+)")
KINDS: dict[Kind, str] = {
    "introduction": "First approach",
    "advice_request": "Ask for a conversation",
    "introduction_request": "Ask a mutual contact to introduce you",
    "invitation_reply": "Answer an invitation",
    "follow_up": "Follow up",
    "check_in": "Check in, nothing asked",
    "reconnect": "Reconnect after a long time",
    "thank_you": "Thank you",
}
CHANNELS: dict[Channel, str] = {
    "email": "E-mail",
    "linkedin_message": "LinkedIn message",
    "linkedin_invitation": "LinkedIn invitation",
    "inmail": "InMail",
    "sms": "Text message",
}
CATEGORIES: dict[Category, str] = {
    "recruiter": "Recruiter",
    "hiring_leader": "Hiring leader",
    "vendor": "Vendor",
    "peer": "Peer",
    "alumni": "Alumni",
    "other": "Other",
}
REPLIES: dict[str, str] = {
    "undecided": "Not decided yet",
    "accept": "I accept",
    "decline": "I decline, kindly",
}
NOTE_KINDS: dict[NoteKind, str] = {
    "typed": "typed note",
    "text": "text",
    "markdown": "text",
    "web_page": "web page",
    "pdf": "PDF",
    "docx": "Word document",
    "email": "e-mail",
    "contact_card": "contact card",
    "data": "data",
    "spreadsheet_row": "spreadsheet row",
    "feed": "feed",
}


def name_of(code: str) -> str:
    """The page's word for a kind, category or channel; a code it does not know is shown readably."""
    for names in (KINDS, CATEGORIES, CHANNELS):
        if code in names:
            return dict[str, str](names)[code]  # type: ignore[arg-type]
    return code.replace("_", " ").capitalize()


def without_ids(text: str, quotes: Mapping[str, str]) -> str:
    """The text with the words of a fact where it names the fact by its id, which nobody sees on the page."""

    def told(found: re.Match[str]) -> str:
        wanted = found["wanted"] or ""
        quote = quotes.get(found[0].removeprefix(wanted))
        if quote is None:
            return found[0] if wanted else "a fact that is not there"
        shown = f"“{textwrap.shorten(quote, _QUOTED, placeholder=' …')}”"
        return f"it stands in {shown}" if wanted else shown

    return _FACT.sub(told, text)


def sentence(text: str) -> str:
    """The text as a sentence: a capital first, a full stop last."""
    # What the library says for the terminal names options; here they are plain words.
    text = _OPTION.sub(r"\1", text.strip())
    for variable, told in (("OPENAI_API_KEY", "the key"), ("OPENAI_BASE_URL", "the server")):
        text = text.replace(variable, f"{told} in Settings")
    end = "" if not text or text[-1] in ".!?…。！？" else "."
    first = text.split(maxsplit=1)[0] if text else ""
    # A file's name or an address stays as it is.
    begun = text if any(sign in first[:-1] for sign in "./") else f"{text[:1].upper()}{text[1:]}"
    return f"{begun}{end}"
