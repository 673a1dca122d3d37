"""Readers of files that are text: pages, Markdown, plain text, YAML, JSON, CSV."""

from __future__ import annotations

from collections.abc import Callable

from drafter.gather.composing import Line, Source, compose
from drafter.gather.data_files import json_lines, yaml_lines
from drafter.gather.html import read_html
from drafter.gather.markdown import markdown_lines
from drafter.gather.network_profile import profile_lines
from drafter.gather.plain_text import text_lines
from drafter.gather.reading import Material
from drafter.gather.spreadsheet import csv_lines
from drafter.models import Note

# What front matter calls the title of a page.
_TITLES = ("title", "name", "seo_title", "page_title", "titre", "titel", "titulo", "título", "titolo")


def _html(material: Material) -> list[Note]:
    text, warnings = material.text(markup=True)
    return [read_html(text, origin=material.origin, retrieved_at=material.retrieved_at, warnings=tuple(warnings))]


def _text(material: Material) -> list[Note]:
    text, warnings = material.text()
    source = Source(material.origin, "text", retrieved_at=material.retrieved_at, warnings=warnings)
    return [compose(profile_lines(text) or text_lines(text), source)]


def _markdown(material: Material) -> list[Note]:
    text, warnings = material.text()
    lines, values, comments = markdown_lines(text)
    if comments > 40:
        warnings.append(f"hidden text was left out: {comments} characters (comments)")
    declared = (values[key] for key in _TITLES if values.get(key))
    title = next(declared, None) or next((line.text for line in lines if line.kind == "heading"), None)
    source = Source(
        material.origin,
        "markdown",
        title=title,
        language=values.get("lang") or values.get("language"),
        published=(values.get("date") or "")[:10] or None,
        author=values.get("author"),
        retrieved_at=material.retrieved_at,
        warnings=warnings,
    )
    if not any(line.kind != "data" for line in lines):
        source.warnings.append("the file holds no text besides its front matter")
    return [compose(lines, source)]


def _yaml(material: Material) -> list[Note]:
    text, warnings = material.text()
    return [_data(yaml_lines(text), material, warnings)]


def _json(material: Material) -> list[Note]:
    text, warnings = material.text()
    return [_data(json_lines(text, origin=material.origin), material, warnings)]


def _data(lines: list[Line], material: Material, warnings: list[str]) -> Note:
    """A note of data; what stands outside of all entries says what the file is called."""
    title = next((line for line in lines if line.group is None and line.label in _TITLES and line.kind == "data"), None)
    source = Source(material.origin, "data", retrieved_at=material.retrieved_at, warnings=warnings)
    if title:
        source.title = title.text.partition(":")[2].strip().rstrip(",").strip("\"'")
    return compose(lines, source)


def _csv(material: Material) -> list[Note]:
    text, warnings = material.text()
    source = Source(material.origin, "spreadsheet_row", retrieved_at=material.retrieved_at, warnings=warnings)
    return [compose(csv_lines(text, source.warnings), source)]


READERS: dict[str, Callable[[Material], list[Note]]] = {
    "html": _html,
    "text": _text,
    "markdown": _markdown,
    "yaml": _yaml,
    "json": _json,
    "csv": _csv,
}
