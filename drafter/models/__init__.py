"""The nouns of the program, as frozen values.

Every stage takes some of these and returns others; their ``model_dump(mode="json")`` is the public JSON.
"""

from drafter.models.knowledge import Block, Contact, Evidence, Fact, Note, Organization, Profile, Rejected
from drafter.models.requests import Brief, Correspondence, Sender
from drafter.models.results import Attempt, Draft, Finding, Provenance, Report, Result, Sentence, Usage
from drafter.models.words import (
    About,
    BlockKind,
    Category,
    Channel,
    FactKind,
    Formality,
    Kind,
    NoteKind,
    PartName,
    Reply,
    Sensitivity,
    Severity,
    Value,
    Verdict,
    as_json,
)

__all__ = [
    "About",
    "Attempt",
    "Block",
    "BlockKind",
    "Brief",
    "Category",
    "Channel",
    "Contact",
    "Correspondence",
    "Draft",
    "Evidence",
    "Fact",
    "FactKind",
    "Finding",
    "Formality",
    "Kind",
    "Note",
    "NoteKind",
    "Organization",
    "PartName",
    "Profile",
    "Provenance",
    "Rejected",
    "Reply",
    "Report",
    "Result",
    "Sender",
    "Sensitivity",
    "Sentence",
    "Severity",
    "Usage",
    "Value",
    "Verdict",
    "as_json",
]
