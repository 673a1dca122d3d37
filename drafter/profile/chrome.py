"""What on a page belongs to the page and not to what it tells: notices, menus, calls to act, by-lines."""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.language.quick import Quick

_PAGE_CHROME = Quick(
    r"cookies?\b|(?<!\w)menu\b|navigation|copyright|©|all rights reserved|alle rechte|tous droits|reservados|"
    r"subscribe|newsletter|skip to|privacy (?:policy|notice)|"
    r"log ?in\b|sign (?:in|up)\b|impressum|datenschutz(?:erklärung|hinweis)|(?<!\w)agb\b|toggle|share (?:on|"
    r"this)|terms of (?:use|service)|mentions légales|"
    r"aviso legal|powered by|enable javascript|javascript (?:is|must|to)|your browser|read more|weiterlesen|lire "
    r"la suite|leer más|click here|"
    r"hier klicken|cliquez|photo credits?|"
    r"creative commons attribution|page not found|back to top|follow us|folgen sie|suivez-nous|síguenos|"
    r"proudly (?:powered|hosted|made)|all posts|view all|see all|load more|"
    r"プライバシー|利用規約|無断転載|メニュー|ログイン|お問い合わせはこちら|feel free to (?:steal|copy|use)|"
    r"source code of this|scrape (?:this|my|the)|template by|theme by|"
    r"last (?:updated|modified)|zuletzt aktualisiert|mis à jour|website design|web design by|registered in "
    r"england|company number|vat (?:no|number)",
    within=True,
)
CALL = Quick(
    r"thanks?\b|thank you|vielen dank|merci\b|gracias\b|please\b|feel free|contact (?:us|me)|get in touch|learn "
    r"more|find out|join us|check out|donate|"
    r"download|register\b|apply now|see (?:our|my|the|here)|"
    r"vous pouvez (?:m['’]|me )|écrivez|n['’]hésitez|no dudes|escríbeme|schreib mir|schreiben sie|don['’]t "
    r"hesitate|drop me|"
    r"reach out|email me|follow me|visit (?:our|my|the)|want to|interested in working|looking for|questions\?|for "
    r"more "
    r"information|for media|press contact|"
    r"bitte\b|kontaktieren|mehr erfahren|jetzt\b|hier (?:finden|geht)|melden sie|gerne kannst|contactez|en "
    r"savoir plus|rejoignez|retrouvez|pour plus d|"
    r"contáct|descubr|únete|más información|haz clic|para más|詳しくは|こちら|この記事|ご覧ください"
)
_LINKS = re.compile(
    r"(?:(?:project page|arxiv|code|video|paper|pdf|bibtex|poster|slides|supplement|tweet|demo|data|cv|scholar|"
    r"github|twitter|linkedin|bio|e-?mail|website|blog|"
    r"press release|talk|doi|preprint|publisher|project|link|html|dataset|teaser|gallery|orcid|mastodon|"
    r"bluesky|facebook|instagram|youtube|rss|google scholar|"
    r"[\"“]?\w+[\"”]? code)\s*[/|,·•]?\s*)+",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:(?:Posted|Published|Written|Reported|Words|Text|Story|Veröffentlicht|Publié|Publicado|Geschrieben)\s)?"
    r"(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|[Pp]hotos?|[Ff]otos?|[Ii]mage|[Cc]rédits?|[Tt]ext)[: "
    r"]+(?=[A-ZÀ-Þ])[^!?]{2,75}(?<![a-z]{4}\.)$|"
    r"(?:Posted|Published|Updated|Veröffentlicht|Publié|Publicado)(?: on| am| le| el)?:? .{0,20}\d{4}\b.{0,20}$"
)
_MENU = re.compile(r"(?:[\w'’&-]+(?: [\w'’&-]+){0,2}\s*[·•|/›»]\s*){3,}[\w'’&-]+(?: [\w'’&-]+){0,2}\Z")
_LICENCE = re.compile(
    r"(?:.{0,40}\b)?(?:CC[ -]BY(?:[ -][A-Z]{2}){0,2}|licen[sc]ed under|MIT licen[sc]e)\b.{0,40}\Z", re.IGNORECASE
)
_WROTE = re.compile(
    r"(?:On|Am|Le|El|Den|Il)\b.{6,140}\b(?:wrote|schrieb|a écrit|escribió|skrev|ha scritto)\b.{0,80}:\s*\Z", re.DOTALL
)
_BYLINE = re.compile(
    r".{0,40}\d{1,2}[ .]+(?:de )?\w+ (?:de )?\d{4}(?: (?:by|von|par|"
    r"por) .{2,40})?$|cc by|(?:\d+ )?min(?:ute)?s? read",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def is_chrome(text: str) -> bool:
    """Whether the text belongs to the page and not to what it tells."""
    bare = text.strip(" /|·•*\n—–-")
    if len(bare) < 200 and (_LINKS.fullmatch(bare) or (len(bare) < 80 and (_BY.match(bare) or _BYLINE.match(bare)))):
        return True
    if len(bare) < 160 and (_MENU.match(bare) or _LICENCE.match(bare)):
        return True
    return _PAGE_CHROME.found_in(text) or (bare.endswith(":") and bool(_WROTE.match(bare)))
