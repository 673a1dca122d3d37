"""The words of the contract, and what every value has in common."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

Channel = Literal["email", "linkedin_invitation", "linkedin_message", "inmail", "sms"]
Kind = Literal[
    "introduction",
    "advice_request",
    "introduction_request",
    "invitation_reply",
    "follow_up",
    "check_in",
    "reconnect",
    "thank_you",
]
Category = Literal["recruiter", "hiring_leader", "vendor", "peer", "alumni", "other"]
Severity = Literal["error", "warning", "hint"]
Verdict = Literal["fail", "warn", "pass"]
PartName = Literal["subject", "message", "voicemail", "conversation"]
Reply = Literal["undecided", "accept", "decline"]
Formality = Literal["casual", "neutral", "formal"]
About = Literal["person", "organization", "relationship"]
NoteKind = Literal[
    "typed", "text", "markdown", "web_page", "pdf", "docx", "email", "contact_card", "data", "spreadsheet_row", "feed"
]
BlockKind = Literal["title", "heading", "paragraph", "item", "row", "data", "quoted"]
FactKind = Literal[
    "role",
    "work",
    "project",
    "talk",
    "publication",
    "award",
    "education",
    "product",
    "news",
    "funding",
    "opinion",
    "interest",
    "shared_ground",
    "place",
    "other",
]
Sensitivity = Literal["health", "religion", "politics", "family", "sexuality", "union", "criminal", "ethnicity"]


class Value(BaseModel):
    """A frozen value; fields it does not know are ignored, so that newer files can be read."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)


def as_json(value: Value) -> dict[str, Any]:
    """The value as the JSON that the contract describes."""
    return value.model_dump(mode="json")
