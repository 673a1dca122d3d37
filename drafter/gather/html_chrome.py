"""What of a page is furniture: menus, cookie notices, share bars, related articles, comment forms, footers."""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.gather.html_tree import Element

_TAGS = frozenset(
    [
        "nav",
        "footer",
        "form",
        "button",
        "select",
        "textarea",
        "input",
        "iframe",
        "noscript",
        "canvas",
        "object",
        "video",
        "audio",
        "map",
        "script",
        "style",
        "svg",
        "math",
        "template",
        "dialog",
        "label",
        "datalist",
        "option",
        "head",
        "title",
        "frame",
        "noframes",
        "embed",
        "fieldset",
    ]
)
# Their content is never prose, whatever the page.
NEVER = frozenset(
    [
        "script",
        "style",
        "svg",
        "math",
        "template",
        "head",
        "title",
        "select",
        "option",
        "textarea",
        "iframe",
        "canvas",
        "datalist",
        "xmp",
        "noembed",
        "noframes",
    ]
)
_ROLES = frozenset(
    [
        "navigation",
        "search",
        "menu",
        "menubar",
        "toolbar",
        "dialog",
        "alertdialog",
        "contentinfo",
        "tablist",
        "tooltip",
        "banner",
    ]
)
_ALWAYS = re.compile(
    r"(?:^|[\s_-])(?:cookie\w*|gdpr\w*|consent\w*|cmp|onetrust\w*|cybotcookie\w*|cc-(?:window|banner)|cky"
    r"|usercentrics|didomi\w*|skip-?(?:to|link|nav)\w*|skiplinks?"
    r"|sr-only|screen-reader-(?:text|only)|visually-?hidden|visuallyhidden|a11y-hidden|element-invisible"
    r"|assistive-text)(?=$|[\s_-])",
    re.IGNORECASE,
)
_WORDS = frozenset(
    [
        "nav",
        "navbar",
        "navigation",
        "navi",
        "menu",
        "menus",
        "submenu",
        "megamenu",
        "mainmenu",
        "topmenu",
        "topbar",
        "breadcrumb",
        "breadcrumbs",
        "crumbs",
        "footer",
        "colophon",
        "share",
        "sharing",
        "shares",
        "sharebar",
        "sharer",
        "social",
        "socials",
        "sharedaddy",
        "addthis",
        "addtoany",
        "sociable",
        "related",
        "relatedposts",
        "recommended",
        "recommendations",
        "newsletter",
        "subscribe",
        "subscription",
        "comments",
        "comment",
        "commentlist",
        "respond",
        "disqus",
        "pagination",
        "pager",
        "paging",
        "sidebar",
        "popup",
        "modal",
        "lightbox",
        "overlay",
        "advert",
        "advertisement",
        "ads",
        "adsense",
        "promo",
        "toolbar",
        "offcanvas",
        "hamburger",
        "langswitcher",
        "tagcloud",
        "postnav",
        "prevnext",
        "breadcrumbnav",
        "login",
        "signin",
        "signup",
        "searchform",
        "search",
        "masthead",
        "sitemap",
        "toc",
        "rating",
        "ratings",
        "trackback",
    ]
)
_PAIRS = re.compile(
    r"(?:post|entry|article|page|nav|site|main|secondary|mobile|lang|language|social"
    r"|share)[_-]?(?:nav(?:igation)?|menu|links?|switch(?:er)?|selector|icons?|buttons?|bar)"
    r"|jp-relatedposts|yarpp|read-?(?:more|next)|more-(?:posts|news|articles|stories)|back-to-top"
    r"|scroll-?(?:top|up)|wp-block-(?:comments|search|social-links|post-navigation\S*|latest-comments|tag-cloud)"
    r"|widget_(?:search|recent\w*|categories|archive|tag_cloud|nav_menu|meta)|entry-(?:footer|utility)"
    r"|post-(?:tags|categories|meta-links|ratings)|site-(?:footer|info)"
    r"|cat-links|tags-links|comments?-(?:area|link|form|list)|edit-link|region-(?:footer|navigation)"
    r"|legal-?(?:notice|links)",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"[\s_-]+|(?<=[a-z])(?=[A-Z])")
_KEEP = frozenset(("body", "html", "main", "document", "h1", "tbody", "td"))


def is_chrome(element: Element, whole: Element, strictness: int) -> bool:
    """Whether the element is furniture of the page.

    ``strictness`` 2 believes class names and link lists, 1 only tags and roles, 0 only what is never prose. A
    container that holds most of the page's prose is content, whatever it is called.
    """
    tag = element.tag
    if tag in NEVER:
        return True
    if strictness == 0 or tag in _KEEP:
        return False
    attributes = element.attributes if element.raw else {}
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}" if attributes else ""
    if names and _ALWAYS.search(names):
        return not _holds_most(element, whole, 0.75, 5000)
    if tag in _TAGS or attributes.get("role", "") in _ROLES:
        return not _holds_most(element, whole, 0.5, 300) and not _is_content_role(element, attributes)
    if strictness < 2 or len(names) < 4 or not _names_chrome(names):
        return False
    return not _holds_most(element, whole, 0.35, 200)


def is_link_list(element: Element) -> bool:
    """Whether a container is nearly all short links: a menu without a name."""
    if element.links < 4 or element.length == 0:
        return False
    return (
        element.linked > 0.85 * element.length
        and element.linked / element.links < 28
        and element.length - element.linked < 120
    )


@lru_cache(maxsize=4096)
def _names_chrome(names: str) -> bool:
    # Names made for style only ("has-sidebar", "no-sidebar", "with-comments") say nothing of their element.
    tokens = [token for token in names.split() if not re.match(r"(?:has|no|with|without|is|js)[_-]", token)]
    joined = " ".join(tokens)
    words = {word.lower() for word in _SPLIT.split(joined)}
    if words & {
        "main",
        "content",
        "article",
        "author",
        "bio",
        "profile",
        "person",
        "team",
        "member",
        "about",
        "hero",
        "people",
        "staff",
    }:
        return bool(_PAIRS.search(joined)) and not words & {"person", "member", "bio", "profile", "author"}
    return bool(words & _WORDS) or bool(_PAIRS.search(joined))


def _is_content_role(element: Element, attributes: dict[str, str]) -> bool:
    """Page frames of old content systems wrap everything in one form; a banner may hold the person's name and role."""
    if element.tag in {"form", "fieldset"}:
        return element.length - element.linked > 1500
    if element.tag == "label":
        return element.length > 80
    return attributes.get("role") == "banner" and element.tag == "header"


def _holds_most(element: Element, whole: Element, share: float, least: int) -> bool:
    prose = element.length - element.linked
    return prose >= least and prose > share * max(1, whole.length - whole.linked)
