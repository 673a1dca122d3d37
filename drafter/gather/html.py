"""Web pages: the text a reader came for, its structure, and what the page says of itself in structured data."""

from __future__ import annotations

import datetime
from collections import Counter

from drafter.gather.composing import Line, Source, compose
from drafter.gather.html_blocks import Renderer
from drafter.gather.html_hidden import Styles
from drafter.gather.html_metadata import Metadata, metadata_of
from drafter.gather.html_tree import Element, parse
from drafter.language.injection import addresses_a_model
from drafter.models import Note

_LITTLE = 250
_TELLING = 20


def read_html(
    source: str, *, origin: str, retrieved_at: datetime.datetime | None = None, warnings: tuple[str, ...] = ()
) -> Note:
    """The note of one page."""
    tree = parse(source)
    metadata = metadata_of(source, tree)
    styles = Styles(metadata.sheets, linked=metadata.linked_sheets)
    renderer = _rendered(tree, styles)
    lines = renderer.lines
    known = Source(
        origin=origin,
        kind="web_page",
        title=metadata.title or _first_heading(lines),
        language=metadata.language,
        published=metadata.published,
        author=metadata.author,
        retrieved_at=retrieved_at,
        warnings=[*warnings, *_hidden_warnings(renderer)],
    )
    data = _data_lines(metadata, lines, renderer)
    if not lines:
        known.warnings.append("the page has no readable text; it may be built by scripts, so save it from a browser")
    return compose([*lines, *data], known)


def lines_of_html(source: str) -> list[Line]:
    """The lines of a fragment, for instance of an e-mail or a feed's entry."""
    tree = parse(source)
    return Renderer(tree, Styles([], linked=True), 0).run()


def _rendered(tree: Element, styles: Styles) -> Renderer:
    """The page without its furniture; where that leaves next to nothing, with more of it."""
    best = Renderer(tree, styles, 2)
    best.run()
    size = _size(best.lines)
    for strictness in (1, 0):
        if size >= _LITTLE or tree.length - tree.linked < 2 * size:
            break
        other = Renderer(tree, styles, strictness)
        other.run()
        if _prose(other.lines) > 2 * max(_prose(best.lines), 40):
            best, size = other, _size(other.lines)
    return best


def _size(lines: list[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _prose(lines: list[Line]) -> int:
    """How much of the text is more than words on buttons."""
    return sum(len(line.text) for line in lines if len(line.text) > 60)


def _first_heading(lines: list[Line]) -> str | None:
    return next((line.text for line in lines if line.kind == "heading"), None)


def _hidden_warnings(renderer: Renderer) -> list[str]:
    """One line for all that was hidden, another for what was hidden and meant for a model."""
    telling = [(reason, text) for reason, text in renderer.hidden if len(text) >= _TELLING]
    if not telling:
        return []
    reasons = ", ".join(reason for reason, _ in Counter(reason for reason, _ in telling).most_common(3))
    size = sum(len(text) for _, text in telling)
    warnings = [
        f"hidden text was left out: {len(telling)} passage{'s' * (len(telling) > 1)}, {size} characters ({reasons})"
    ]
    if any(addresses_a_model(text[:20_000]) for _, text in telling):
        warnings.append("hidden text that addresses a language model was left out")
    return warnings


def _data_lines(metadata: Metadata, lines: list[Line], renderer: Renderer) -> list[Line]:
    """The structured data as "label: value", without what the visible text says in the same words."""
    visible = "\n".join(line.text for line in lines)
    data: list[Line] = []
    for entity in metadata.entities:
        number = renderer.groups.new()
        for label, value in entity:
            # A description is often the text's own beginning, cut off; a title is often the heading.
            if (len(value) > 60 or label == "title") and value.rstrip(" .…[]&") in visible:
                continue
            data.append(Line(f"{label}: {value}", "data", group=number, label=label))
    return data
