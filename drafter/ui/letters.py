"""A draft on its way out: a ``mailto:`` address and file names. The person sends it; this program never does."""

from __future__ import annotations

from urllib.parse import quote

from drafter.models import Draft

# Longer addresses are cut off by some mail programs.
MAILTO_LIMIT = 1900


def mailto(draft: Draft, *, to: str | None) -> str | None:
    """A link that opens the message in the mail program, or ``None`` where it would be too long for one."""
    fields = {"subject": draft.subject or "", "body": draft.message.replace("\n", "\r\n")}
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in fields.items() if value)
    link = f"mailto:{quote(to or '', safe='@')}?{query}"
    return link if len(link) <= MAILTO_LIMIT else None


def file_name(name: str, suffix: str) -> str:
    """A file name from a person's name, safe on every system."""
    kept = "".join(char if char.isalnum() else "-" for char in name).strip("-")
    return f"{kept or 'draft'}{suffix}"
