"""Lines and headings that are furniture of a page in many languages: buttons, notices, related articles."""

from __future__ import annotations

import re
from functools import lru_cache

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
    r"|関連(?:記事|ニュース|リンク)|おすすめ(?:記事|の)|最新記事|人気記事|シェア|コメント$|この記事をシェア"
    r"|あわせて読みたい|相关(?:文章|新闻|阅读)|分享|مقالات ذات صلة"
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
# A notice holds one of these; looking for them first is far quicker than the pattern.
_NOTICE_MARKS = (
    *(
        "©",
        "(c)",
        "copyright",
        "cookie",
        "rights",
        "rechte",
        "droits",
        "derechos",
        "diritti",
        "rättigheter",
        "無断転載",
        "حقوق",
    ),
    *(
        "by continuing",
        "powered",
        "javascript",
        "recaptcha",
        "sign up",
        "subscribe",
        "email address will",
        "required fields",
    ),
    *("notify me", "newsletter", "rundbrief", "inscri", "suscríbete"),
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


def heads_furniture(heading: str) -> bool:
    """Whether a heading announces related articles, comments, sharing and the like."""
    return len(heading) < 70 and bool(_RELATED.match(heading.strip()))


@lru_cache(maxsize=4096)
def is_furniture_line(line: str) -> bool:
    """Whether a whole line is a button's, a menu's or a notice's text."""
    if len(line) <= 60 and _LINE.fullmatch(line):
        return True
    lower = line.lower()
    return len(line) <= 400 and any(mark in lower for mark in _NOTICE_MARKS) and bool(_NOTICE.search(line))
