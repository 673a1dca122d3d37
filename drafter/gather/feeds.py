"""RSS and Atom: an organisation's news, each entry dated."""

from __future__ import annotations

import io
import re
import time
from typing import Any

from drafter.errors import GatherError
from drafter.gather.composing import Line, Source, compose, squeeze
from drafter.gather.html import lines_of_html
from drafter.gather.reading import Material
from drafter.models import Note

_MOST = 100
_LONGEST = 40_000
_DTD = re.compile(r"<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)


def read(material: Material) -> list[Note]:
    """The note of a feed: entries as groups, the newest as the feed orders them."""
    import feedparser

    text, warnings = material.text(markup=True)
    # Entities a feed declares itself can only blow it up.
    text = _DTD.sub("", re.sub(r"^\s*<\?xml[^>]*\?>", "", text.replace("\ufeff", "")))
    # As a stream: of mere bytes the library would try first whether they are the name of a file.
    stream = io.BytesIO(text.encode("utf-8"))
    parsed = feedparser.parse(stream, sanitize_html=False, resolve_relative_uris=False)
    if not parsed.entries and not parsed.feed.get("title"):
        raise GatherError(
            f"{material.origin}: the feed could not be read; open it in a browser and save the page instead"
        )
    source = Source(
        material.origin,
        "feed",
        title=_plain(parsed.feed.get("title")),
        language=parsed.feed.get("language"),
        retrieved_at=material.retrieved_at,
        warnings=warnings,
    )
    lines = [Line(source.title, "heading", 1)] if source.title else []
    about = _plain(parsed.feed.get("subtitle") or parsed.feed.get("description"))
    if about and about != source.title:
        lines.append(Line(about))
    for number, entry in enumerate(parsed.entries[:_MOST], 1):
        lines += _entry(entry, number)
    if len(parsed.entries) > _MOST:
        source.warnings.append(f"only the first {_MOST} of {len(parsed.entries)} entries were read")
    dates = [date for date in map(_date, parsed.entries) if date]
    source.published = max(dates, default=None)
    return [compose(lines, source)]


def _entry(entry: Any, number: int) -> list[Line]:
    lines = [Line(_plain(entry.get("title")) or "(no title)", "heading", 2, group=number)]
    date, author = _date(entry), _plain(entry.get("author"))
    if date:
        lines.append(Line(f"published: {date}", "data", group=number, label="published"))
    if author:
        lines.append(Line(f"author: {author}", "data", group=number, label="author"))
    contents = [item.get("value", "") for item in entry.get("content", [])] or [entry.get("summary", "")]
    for line in lines_of_html(max(contents, key=len)[:_LONGEST]):
        line.group = number
        line.level = 3 if line.kind == "heading" else None
        if line.text != lines[0].text:
            lines.append(line)
    return lines


def _date(entry: Any) -> str | None:
    # Past the library's own lookup, which takes the one for the other and warns of it.
    moment = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")
    return time.strftime("%Y-%m-%d", moment) if moment else None


def _plain(text: str | None) -> str | None:
    if not text:
        return None
    return squeeze(" ".join(line.text for line in lines_of_html(text[:5000]))) or None
