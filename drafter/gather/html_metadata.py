"""What a page says of itself: title, language, date, author, and structured data about people and organisations."""

from __future__ import annotations

import json
import re
import warnings
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import Tag

from drafter.gather.html_tree import Element
from drafter.gather.linked_data import Entity, entities_of, microdata_entities, published_and_author

_HEAD_LIMIT = 400_000
_BODY = re.compile(r"</head\s*>|<body[\s>]", re.IGNORECASE)
_DROPPED = re.compile(r"<(script|style)\b(?![^>]*ld\+json)[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_DATE = re.compile(r"(?:1[89]|20)\d\d(?:-\d\d(?:-\d\d)?)?")
_PUBLISHED = (
    *(
        "article:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.date",
        "dcterms.created",
        "citation_publication_date",
    ),
    *(
        "citation_date",
        "publish_date",
        "publication_date",
        "og:published_time",
        "sailthru.date",
        "pubdate",
        "parsely-pub-date",
        "article.published",
    ),
)
_AUTHOR = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "byl",
)
# label → names of meta elements, the first that is there counts.
_SHOWN = {
    "description": ("description", "og:description", "twitter:description", "dc.description"),
    "og:title": ("og:title",),
    "og:site_name": ("og:site_name", "application-name"),
    "profile:first_name": ("profile:first_name",),
    "profile:last_name": ("profile:last_name",),
    "profile:username": ("profile:username",),
    "keywords": (),
}


@dataclass(slots=True)
class Metadata:
    """What the page declares; ``entities`` are lists of label and value that belong together."""

    title: str | None = None
    language: str | None = None
    published: str | None = None
    author: str | None = None
    sheets: list[str] = field(default_factory=list)
    linked_sheets: bool = False
    entities: list[Entity] = field(default_factory=list)


def metadata_of(source: str, tree: Element) -> Metadata:
    """Everything above from the page's head and from structured data anywhere in it."""
    found = Metadata()
    head = _head(source)
    meta = _meta(head)
    found.title = _title(head, meta)
    found.linked_sheets = any("stylesheet" in str(link.get("rel")) for link in head.find_all("link"))
    _collect(tree, found)
    documents = _documents(tree)
    found.entities += entities_of(documents)
    if "itemscope" in source and "schema.org" in source:
        found.entities += microdata_entities(tree)
    published, author = published_and_author(documents)
    dates = [published, *(meta.get(name) for name in _PUBLISHED), found.published]
    found.published = next((match[0] for date in dates if date and (match := _DATE.match(date.strip()))), None)
    found.author = author or next(
        (meta[name] for name in _AUTHOR if meta.get(name) and not meta[name].startswith("http")), None
    )
    found.language = found.language or _meta_language(meta)
    found.entities += _shown(meta, found)
    return found


def _head(source: str) -> BeautifulSoup:
    """The page's head alone: a parser made for tolerance, on a piece of bounded size."""
    end = _BODY.search(source, 0, _HEAD_LIMIT)
    piece = source[: end.start() if end else 20_000]
    piece = _DROPPED.sub("", piece) if len(piece) < _HEAD_LIMIT else piece[:20_000]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # text that looks like a path or an address is none of its business
        return BeautifulSoup(piece, "lxml")


def _meta(head: BeautifulSoup) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in head.find_all("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv")
        content = tag.get("content")
        if isinstance(name, str) and isinstance(content, str) and content.strip():
            found.setdefault(name.strip().lower(), " ".join(content.split())[:2000])
    return found


def _title(head: BeautifulSoup, meta: dict[str, str]) -> str | None:
    title = head.find("title")
    text = " ".join(title.get_text().split()) if isinstance(title, Tag) else ""
    return text or meta.get("og:title")


def _meta_language(meta: dict[str, str]) -> str | None:
    return meta.get("content-language") or meta.get("og:locale") or meta.get("dc.language")


def _collect(tree: Element, found: Metadata) -> None:
    """Style sheets, the declared language, and the first date marked up as the page's own."""
    stack: list[Element] = [tree]
    while stack:
        node = stack.pop()
        if node.tag == "style":
            found.sheets.append(node.own_text())
        elif node.tag == "html" and not found.language:
            found.language = node.get("lang") or node.get("xml:lang") or None
        elif node.tag == "time" and not found.published:
            own = re.search(r"publish|entry-date|pubdate|posted|dateline", node.raw)
            found.published = node.get("datetime") or None if own else None
        stack.extend(child for child in reversed(node.children) if isinstance(child, Element))


def _documents(tree: Element) -> list[Any]:
    """The JSON-LD of the page; a broken piece is passed over."""
    documents: list[Any] = []
    stack: list[Element] = [tree]
    while stack:
        node = stack.pop()
        if node.tag == "script" and "ld+json" in node.raw:
            text = re.sub(
                r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*;?\s*$",
                "",
                node.own_text().strip().rstrip(";"),
            )
            try:
                documents.append(json.loads(text, strict=False))
            except (ValueError, RecursionError):
                continue
        stack.extend(child for child in reversed(node.children) if isinstance(child, Element))
    return documents


def _shown(meta: dict[str, str], found: Metadata) -> list[Entity]:
    entity: Entity = []
    for label, names in _SHOWN.items():
        value = next((meta[name] for name in names if meta.get(name)), None)
        if value and not (label == "og:title" and value == found.title):
            entity.append((label, value))
    if found.title:
        entity.insert(0, ("title", found.title))
    return [entity] if entity else []
