"""The words the page uses for what the library names in code."""

from __future__ import annotations

from drafter.models import Category, Channel, Kind, NoteKind

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
