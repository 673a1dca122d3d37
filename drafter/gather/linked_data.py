"""JSON-LD and microdata: who and what a page declares, as lists of label and value."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from drafter.gather.html_tree import Element

Entity = list[tuple[str, str]]

_MOST = 60
_TOLD = re.compile(
    r"(?:Person|Patient|.*(?:Organization|Business|Corporation|University|School|Company|Institution|NGO|Agency"
    r"|Library|Museum|Brand|Project)"
    r"|Event|.*Event|Product|SoftwareApplication|WebApplication|MobileApplication|.*Article|BlogPosting|Book"
    r"|Course|JobPosting|Occupation|Role|OrganizationRole|EmployeeRole|CreativeWork|ProfilePage|PodcastEpisode"
    r"|PodcastSeries|Report|Thesis|VideoObject|TVSeries|Movie|Service)\Z"
)
# Properties worth telling; everything else is the page's own bookkeeping.
_PROPERTIES = (
    *(
        "name",
        "alternateName",
        "legalName",
        "givenName",
        "additionalName",
        "familyName",
        "honorificPrefix",
        "honorificSuffix",
        "jobTitle",
        "roleName",
    ),
    *(
        "headline",
        "hasOccupation",
        "worksFor",
        "affiliation",
        "memberOf",
        "alumniOf",
        "department",
        "parentOrganization",
        "subOrganization",
        "founder",
        "founders",
        "foundingDate",
    ),
    *(
        "foundingLocation",
        "numberOfEmployees",
        "employee",
        "member",
        "description",
        "disambiguatingDescription",
        "slogan",
        "knowsAbout",
        "knowsLanguage",
        "award",
        "awards",
    ),
    *(
        "address",
        "homeLocation",
        "workLocation",
        "location",
        "areaServed",
        "nationality",
        "industry",
        "startDate",
        "endDate",
        "organizer",
        "performer",
        "brand",
        "manufacturer",
        "offers",
    ),
    *(
        "hasCredential",
        "applicationCategory",
        "operatingSystem",
        "author",
        "creator",
        "publisher",
        "datePublished",
        "about",
        "award",
        "funder",
        "sponsor",
        "url",
        "sameAs",
        "email",
        "telephone",
    ),
)
_PLACE = ("streetAddress", "postalCode", "addressLocality", "addressRegion", "addressCountry")
_ARTICLE = re.compile(r"(?:.*Article|BlogPosting|WebPage|ProfilePage|Report|.*Posting)\Z")


def entities_of(documents: list[Any]) -> list[Entity]:
    """The people, organisations, works and events the documents declare."""
    entities: list[Entity] = []
    for node in _nodes(documents):
        kind = _type(node)
        if kind and _TOLD.match(kind) and len(entities) < _MOST:
            entity = _entity(kind, node)
            if len(entity) > 1 and entity not in entities:
                entities.append(entity)
    return entities


def published_and_author(documents: list[Any]) -> tuple[str | None, str | None]:
    """When and by whom the page was published, if its data says so."""
    published = author = None
    for node in _nodes(documents):
        if _ARTICLE.match(_type(node) or ""):
            published = published or next(iter(_values(node.get("datePublished"))), None)
            author = author or next(iter(_values(node.get("author"))), None)
    return published, author if author and not author.startswith("http") else None


def _nodes(documents: list[Any]) -> Iterator[dict[str, Any]]:
    """Top nodes and those of a graph; of a page's main entity too, but not every value inside a value."""
    stack = list(reversed(documents))
    seen = 0
    while stack and seen < 2000:
        node = stack.pop()
        seen += 1
        if isinstance(node, list):
            stack.extend(reversed(node[:500]))
        elif isinstance(node, dict):
            yield node
            stack.extend(
                node[key]
                for key in ("itemListElement", "item", "mainEntity", "@graph")
                if isinstance(node.get(key), list | dict)
            )


def _type(node: dict[str, Any]) -> str | None:
    kind = node.get("@type")
    if isinstance(kind, list):
        kind = next((item for item in kind if isinstance(item, str)), None)
    return kind.rsplit("/", 1)[-1].rsplit(":", 1)[-1] if isinstance(kind, str) else None


def _entity(kind: str, node: dict[str, Any]) -> Entity:
    entity: Entity = [("type", kind)]
    for name in _PROPERTIES:
        values = list(_values(node.get(name), name))[:12]
        if not values or (kind != "Person" and name in {"url", "publisher"} and _ARTICLE.match(kind)):
            continue
        if name in {"sameAs", "alumniOf", "worksFor", "award", "awards", "affiliation", "memberOf"}:
            entity += [(name, value) for value in dict.fromkeys(values)]
        else:
            entity.append((name, ", ".join(dict.fromkeys(values))))
    return entity


def _values(value: Any, name: str = "", depth: int = 0) -> Iterator[str]:
    """The value in words: text itself, of a thing its name, of an address its parts."""
    if depth > 4 or value is None or isinstance(value, bool):
        return
    if isinstance(value, str | int | float):
        text = " ".join(re.sub(r"<[^<>]{0,200}>", " ", html.unescape(str(value))).split())
        if text:
            yield text[:3000]
    elif isinstance(value, list):
        for item in value[:50]:
            yield from _values(item, name, depth + 1)
    elif isinstance(value, dict):
        yield from _thing(value, name, depth)


def _thing(value: dict[str, Any], name: str, depth: int) -> Iterator[str]:
    place = [text for part in _PLACE for text in _values(value.get(part), part, depth + 1)]
    if place:
        yield ", ".join(place)
        return
    for key in ("name", "@value", "legalName", "headline", "value", "roleName", "minValue", "address", "title"):
        texts = list(_values(value.get(key), name, depth + 1))
        if texts:
            place_name = (
                next(_values(value.get("address"), "address", depth + 1), None)
                if key == "name" and name in {"location", "workLocation"}
                else None
            )
            yield f"{texts[0]}, {place_name}" if place_name else texts[0]
            return


def microdata_entities(tree: Element) -> list[Entity]:
    """People and organisations marked up with ``itemscope`` and ``itemprop``."""
    nodes: list[dict[str, Any]] = []
    stack: list[tuple[Element, dict[str, Any] | None]] = [(tree, None)]
    while stack and len(nodes) < 500:
        element, scope = stack.pop()
        scope = _microdata(element, scope, nodes) if "item" in element.raw else scope
        stack.extend((child, scope) for child in reversed(element.children) if isinstance(child, Element))
    return entities_of(nodes)


def _microdata(element: Element, scope: dict[str, Any] | None, nodes: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Enter one marked-up element; return the scope its children stand in."""
    attributes = element.attributes
    value: Any
    inner = scope
    if "itemscope" in attributes:
        value = inner = {"@type": attributes.get("itemtype", "")}
        if scope is None or "itemprop" not in attributes:
            nodes.append(inner)
    else:
        value = (
            attributes.get("content")
            or attributes.get("datetime")
            or attributes.get("href")
            or " ".join(element.own_text().split())[:500]
        )
    if scope is not None:
        for name in attributes.get("itemprop", "").split():
            scope.setdefault(name, []).append(value)
    return inner
