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
_RELATED = re.compile(
    r"(?:related|similar|recommended|recent|latest|other|more|further|popular|trending)\s+(?:posts?|articles?"
    r"|stories|blog posts|press releases|content|reading|links|entries|pages)\b"
    r"|you (?:may|might)(?: also)? (?:like|enjoy|be interested)|more from\b|more (?:news|stories|like this)"
    r"|read (?:more|next|also)\b|up next|what to read next|see also$"
    r"|share (?:this|on|via|with|article|post)|share\s*:?$|follow us|stay (?:connected|in touch|up to date)"
    r"|connect with us|leave a (?:reply|comment)|post a comment|\d* ?comments?\b\s*(?:\(\d+\))?$"
    r"|post navigation|join the conversation|(?:subscribe|sign up)\b|newsletter$|tags?\s*:?$|categories\s*:?$"
    r"|archives?\s*:?$|like this:?$|cookie"
    r"|(?:ähnliche|verwandte|weitere|aktuelle|neueste|andere)\s+(?:beiträge|artikel|meldungen|nachrichten"
    r"|themen|pressemitteilungen)|das könnte (?:sie|dich|ihnen)|mehr zum thema|lesen sie auch"
    r"|(?:beitrag |artikel )?teilen\s*:?$|schreibe? (?:einen|deinen) kommentar|kommentare?\s*(?:\(\d+\))?$"
    r"|folgen sie uns|schlagwörter|beitragsnavigation"
    r"|(?:articles?|contenus?|actualités|publications)\s+(?:similaires?|liés?|récents?|connexes)"
    r"|à lire (?:aussi|également|ensuite)|vous aimerez|sur le même (?:sujet|thème)|laisser un commentaire"
    r"|partager|suivez-nous|commentaires?$"
    r"|(?:artículos|entradas|noticias|contenido)\s+(?:relacionad[oa]s?|recientes|similares)|también te (?:puede"
    r"|podría)|te puede interesar|deja (?:una?|tu) (?:respuesta|comentario)|compartir|comparte|síguenos|comentarios$"
    r"|(?:artigos|posts|notícias) (?:relacionad[oa]s|recentes)|deixe um comentário|articoli correlati"
    r"|potrebbe interessarti|lascia un commento|condividi|gerelateerde|reageer|delen$"
    r"|関連(?:記事|ニュース|リンク)|おすすめ(?:記事|の)|最新記事|人気記事|シェア|コメント$|この記事をシェア|あわせて読みたい|相关(?:文章|新闻|阅读)|分享|مقالات ذات صلة"
    r"|مواضيع ذات صلة|اقرأ أيضا|شارك",
    re.IGNORECASE,
)
_LINE = re.compile(
    r"(?:skip to (?:main |primary )?(?:content|navigation)|jump to (?:content|navigation)|(?:back"
    r"|return) to (?:top|home|blog)|toggle (?:navigation|menu|search)|menu|close(?: menu)?|open menu"
    r"|search(?: for)?:?|home"
    r"|log ?in|log ?out|sign ?(?:in|up|out)|register|my account|share(?: this(?: \w+)?)?|share on (?:facebook"
    r"|twitter|linkedin|x|whatsapp|email|reddit)|tweet|print|e-?mail this|copy link|read more|learn more"
    r"|load more|show more|view all|see all"
    r"|accept(?: all)?(?: cookies)?|reject(?: all)?|allow all|manage (?:cookies|preferences|consent)"
    r"|cookie (?:settings|preferences|policy)|privacy (?:policy|settings|notice)|terms (?:of (?:use|service)"
    r"|and conditions)|imprint|sitemap|subscribe(?: now)?|follow(?: us)?|contact us|reply"
    r"|zum (?:haupt)?inhalt(?: springen)?|direkt zum inhalt|navigation (?:überspringen|aktivieren/deaktivieren"
    r"|umschalten)|nach oben|zurück(?: zur übersicht)?|menü(?: schließen| öffnen)?|suche|anmelden|abmelden"
    r"|registrieren|teilen|drucken|mehr (?:lesen|erfahren)|weiterlesen|alle (?:cookies )?akzeptieren|ablehnen"
    r"|impressum|datenschutz(?:erklärung)?|agb|cookie-einstellungen"
    r"|aller au contenu(?: principal)?|passer au contenu|haut de page|rechercher|connexion|se connecter"
    r"|s'inscrire|partager|imprimer|lire la suite|en savoir plus|tout accepter|tout refuser|mentions légales"
    r"|politique de confidentialité|plan du site|accueil"
    r"|saltar al contenido|ir al contenido|buscar|iniciar sesión|acceder|registrarse|compartir|imprimir"
    r"|leer más|ver más|aceptar(?: todo)?|rechazar|aviso legal|política de (?:privacidad|cookies)"
    r"|mapa del sitio|inicio"
    r"|vai al contenuto|cerca|accedi|condividi|stampa|leggi (?:di più|tutto)|pular para o conteúdo|naar inhoud"
    r"|hoppa till innehåll"
    r"|メニュー|検索|ログイン|新規登録|シェア(?:する)?|ツイート|印刷|続きを読む|もっと見る|トップへ戻る|ページの先頭へ|本文へ(?:スキップ)?|プライバシーポリシー|お問い合わせ|サイトマップ|ホーム"
    r"|القائمة|بحث|تسجيل الدخول|مشاركة|طباعة|اقرأ المزيد|سياسة الخصوصية|تخطي إلى المحتوى|اتصل بنا|الرئيسية|菜单"
    r"|搜索|登录|分享|阅读更多)[\s.:!»›→▼▾×+…]*",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?:^|\s)(?:©|\(c\)|copyright\b)\s*(?:\d{4}|by\b)|all rights reserved|alle rechte vorbehalten"
    r"|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|alla rättigheter|無断転載"
    r"|جميع الحقوق محفوظة"
    r"|(?:this|our|the)? ?(?:web ?site|site|we|page)s? uses? (?:\w+ ){0,3}cookies|cookies? (?:help|are used"
    r"|to (?:ensure|improve|give|personali[sz]e))|accept(?:ing)? (?:all |our |the use of )*cookies"
    r"|(?:verwende[nt]|nutz(?:t|en)|setz(?:t|en)) (?:\w+ ){0,4}cookies|utilis(?:e|ons|ent) (?:\w+ ){0,4}cookies"
    r"|(?:utiliza(?:mos)?|usa(?:mos)?|utilizziamo|utiliza) (?:\w+ ){0,4}cookies|cookieを使用"
    r"|by continuing to (?:use|browse)|powered by (?:wordpress|drupal|ghost|hugo|jekyll|shopify|squarespace"
    r"|wix)|proudly powered|(?:enable|activate|turn on) javascript|javascript (?:is (?:disabled|required)"
    r"|deaktiviert|désactivé)|protected by recaptcha"
    r"|sign up (?:for|to) (?:our|the) (?:\w+ ){0,3}(?:newsletter|mailing list|updates)|subscribe to (?:our"
    r"|the) (?:\w+ ){0,3}(?:newsletter|mailing list|blog|updates)|your email address will not be published"
    r"|required fields are marked|notify me of (?:new|follow-up)|(?:newsletter|rundbrief) (?:abonnieren|anmeld)"
    r"|inscri(?:vez-vous|s-toi) à (?:notre|la) (?:newsletter|lettre)|suscríbete a (?:nuestr[oa]|la|el)",
    re.IGNORECASE,
)


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


def heads_furniture(heading: str) -> bool:
    """Whether a heading announces related articles, comments, sharing and the like."""
    return len(heading) < 70 and bool(_RELATED.match(heading.strip()))


@lru_cache(maxsize=4096)
def is_furniture_line(line: str) -> bool:
    """Whether a whole line is a button's, a menu's or a notice's text."""
    if len(line) > 400:
        return False
    return bool(_LINE.fullmatch(line)) or bool(_NOTICE.search(line))


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
