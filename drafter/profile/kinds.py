"""What kind of fact a unit holds and how much it says; what says nothing is left out."""

# ruff: noqa: E501 - word lists and messages read better in one piece

from __future__ import annotations

import re
from functools import lru_cache

from drafter.models import FactKind
from drafter.profile.roles import has_role
from drafter.profile.units import Unit

_RAW_KINDS: tuple[tuple[FactKind, str, str], ...] = (
        ("award", r"awards?\b|awarded|prizes?\b|medals?\b|honou?red|honorable mention|laureate|won\b|winner|scholarship|fellow of|\w*preis\b|ausgezeichnet|auszeichnung\w*|prix|"
         r"lauréat|premi(?:o|ad)|galardon|distinctions?\b", r"受賞|優秀賞|表彰"),
        ("education", r"ph\.?d\b|doctorate|doctoral|degree|studied|graduated?\b|bachelor|master[’']?s|b\.?sc\b|m\.?sc\b|mba\b|alumn|education\b|promovier|promotion an|studium|studiert|"
         r"abschluss|ausbildung|diplôm|doctorat|étudié|études|formation\b|licenci|doctorad|doctorar|estudi(?:ó|é|os)|trained at|advised by|thesis", r"博士|卒業|修士|学士|大学院|学歴"),
        ("funding", r"raised|funding|grants?\b|series [a-e]\b|seed round|investors?\b|venture|förder\w+|finanzier\w+|levée? de fonds|financement|subvention|financiaci|subvención",
         r"資金調達|助成|出資"),
        ("talk", r"keynote|talks?\b|spoke\b|speaker|panel|podcast|lecture series|webinar|vorträ?ge?\b|vortrag|conférences?\b|ponencia|charla|intervention",
         r"講演|登壇|発表"),
        ("publication", r"papers?\b|books?\b|publish|publications?\b|authored?\b|co-?author|journal|arxiv|proceedings|buch\b|bücher|veröffentlich|publi(?:é|cation|có|cado)|livres?\b|libros?\b|"
         r"articles?\b|artikel|in press|preprint", r"論文|著書|出版|著作"),
        ("news", r"announce|today\b|launch\w*|opened|opens|heute\b|neu(?:er|e|es)\b|lance\b|annonce|inaugur|anunci|lanza|hoy\b|acquired|merge[rd]|restored", r"発表した|開始|開設|発売"),
        ("opinion", r"said\b|says\b|believes?\b|argues?\b|thinks?\b|sagt\w*\b|erklärt\w*|überzeugt|déclar|explique|selon|afirma|dijo|explica|opina", r"述べ|語|と話"),
        ("interest", r"interest(?:s|ed)\b|hobb|enjoys?\b|loves?\b|passion|free time|spare time|interess|freizeit|begeister|passionn|loisirs|aime\b|aficion|apasion|le gusta|me gusta",
         r"趣味|関心|興味"),
        ("product", r"products?\b|platform|software|app\b|tools?\b|service\b|plattform|anwendung|dienst\w*|plateforme|logiciel|outil|plataforma|herramienta|servicio", r"製品|サービス|アプリ"),
        ("project", r"project|initiative|built|builds|building|open[- ]source|maintain|projekt|projet|proyecto", r"プロジェクト|開発"),
        ("place", r"based in|lives? in|located|headquarter|offices? in|born in|ansässig|sitz in|wohnt|lebt|basée?|habite|siège|vive en|con sede", r"在住|所在地|出身|本社"),
)  # fmt: skip
_KINDS = tuple(
    (kind, re.compile(rf"(?:(?<!\w)(?:{latin})|{japanese})", re.IGNORECASE)) for kind, latin, japanese in _RAW_KINDS
)
_PAGE_CHROME = re.compile(
    r"cookies?\b|\bmenu\b|navigation|copyright|©|all rights reserved|alle rechte|tous droits|reservados|"
    r"subscribe|newsletter|skip to|privacy (?:policy|notice)|"
    r"\blog ?in\b|\bsign (?:in|up)\b|impressum|datenschutz(?:erklärung|hinweis)|\bagb\b|toggle|share (?:on|"
    r"this)|terms of (?:use|service)|mentions légales|"
    r"aviso legal|powered by|javascript|your browser|read more|weiterlesen|lire la suite|leer más|click here|"
    r"hier klicken|cliquez|photo credits?|"
    r"creative commons attribution|page not found|back to top|follow us|folgen sie|suivez-nous|síguenos|"
    r"proudly|all posts|view all|see all|load more|"
    r"プライバシー|利用規約|無断転載|メニュー|ログイン|お問い合わせはこちら|feel free to (?:steal|copy|use)|"
    r"source code of this|scrape|template by|theme by|"
    r"last (?:updated|modified)|zuletzt aktualisiert|mis à jour|website design|web design by|registered in "
    r"england|company number|vat (?:no|number)",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"(?:please\b|feel free|contact (?:us|me)|get in touch|learn more|find out|join us|check out|donate|"
    r"download|register\b|apply now|see (?:our|my|the|here)|"
    r"email me|follow me|visit (?:our|my|the)|want to|interested in working|looking for|questions\?|for more "
    r"information|for media|press contact|"
    r"bitte\b|kontaktieren|mehr erfahren|jetzt\b|hier (?:finden|geht)|melden sie|gerne kannst|contactez|en "
    r"savoir plus|rejoignez|retrouvez|pour plus d|"
    r"contáct|descubr|únete|más información|haz clic|para más|詳しくは|こちら|この記事|ご覧ください)",
    re.IGNORECASE,
)
_LINKS = re.compile(
    r"(?:(?:project page|arxiv|code|video|paper|pdf|bibtex|poster|slides|supplement|tweet|demo|data|cv|scholar|"
    r"github|twitter|linkedin|bio|e-?mail|website|blog|"
    r"press release|talk|doi|preprint|publisher|project|link|html|dataset|teaser|gallery|orcid|mastodon|"
    r"bluesky|facebook|instagram|youtube|rss|google scholar|"
    r"[\"“]?\w+[\"”]? code)\s*[/|,·•]?\s*)+",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?<!\d)(?:19[5-9]\d|20[0-4]\d)(?!\d)")
_NUMBER = re.compile(
    r"(?<![\w])\d[\d.,\u00a0 ]*\d|\b\d+\b|\d+\s?(?:%|percent|prozent|pour cent|por ciento)", re.IGNORECASE
)
_PROPER = re.compile(r"(?<=[\w,;:’'] )[\"“„«(]?[A-ZÀ-Þ][\w'’&.-]*")
_ACRONYM = re.compile(r"\b[A-Z]{2,}[\w+-]*\b")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_DEED = re.compile(
    r"\b(?:founded|co-?founded|built|led|leads?|lead|created?|wrote|writes|developed?|designed|started|joined|"
    r"managed?|launched|received|won|spoke|taught|teach(?:es)?|"
    r"published|advis\w+|serv(?:es|ed)|works?|worked|hosts?|hosted|runs?|ran|organi[sz]\w+|raised|opened|grew|"
    r"moved|introduced|won|"
    r"gegründet|gründete|leitet|leitete|entwickel\w+|arbeitet|arbeite|betreut|betreuen|baut|startete|"
    r"verantwort\w+|unterrichtet|fondé\w*|dirige|développ\w+|enseigne|travaille|créé\w*|"
    r"fundó|fundad\w+|desarroll\w+|trabaj\w+|cre[óé]|lider\w+|imparte|employs?|serves|beschäftigt|emploie|"
    r"emplea)\b|設立|創業|担当|開発|勤務|入社|従事|率い|手がけ|就任",
    re.IGNORECASE,
)
_BEING = re.compile(
    r"\b(?:am|is|['’]m|as an?|as the|was|serves|appointed|became|ist|bin|als|wurde|suis|est|comme|soy|es|como)\b|は"
)
_BYLINE = re.compile(
    r"(?:by|von|par|por|photo|foto|image|crédit)\b[: ].{2,60}$|.{0,40}\d{1,2}[ .]+\w+ \d{4}(?: (?:by|von|par|"
    r"por) .{2,40})?$|cc by|(?:\d+ )?min(?:ute)?s? read",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:our (?:mission|goal|vision|values?|passion)|we believe|we strive|we aim|we are committed|we are "
    r"proud|we are excited|passionate about|dedicated to|world-class|"
    r"state-of-the-art|cutting[- ]edge|innovative solutions|wir glauben|wir freuen|unser ziel|nous croyons|"
    r"notre mission|nuestra misión|creemos)\b",
    re.IGNORECASE,
)
_RAW_HEADINGS: tuple[tuple[FactKind, str], ...] = (
    (
        "talk",
        r"talk|keynote|speaking|presentation|lecture|vorträge|conférence|charla|ponencia|講演|登壇|podcast|media",
    ),
    ("award", r"award|honou?r|prize|grants? and|auszeichnung|preise|prix|distinction|premio|受賞"),
    ("education", r"education|degree|ausbildung|studium|werdegang|formation|études|formación|estudios|学歴"),
    (
        "publication",
        r"publication|papers?\b|books?\b|writing|veröffentlichung|publicaciones|論文|著書|articles|preprints",
    ),
    (
        "role",
        r"experience|employment|career|positions?|service|appointment|beruf|parcours|expérience|"
        r"experiencia|trayectoria|経歴|職歴",
    ),
    ("work", r"teaching|lehre|enseignement|docencia|担当科目|service|supervision"),
    ("project", r"project|software|projekt|projet|proyecto|プロジェクト"),
    ("interest", r"interests?\b|hobb|interessen|intérêts|intereses|aficiones|趣味"),
    ("news", r"news|updates|aktuell|actualit|noticias|お知らせ|ニュース"),
)
_HEADINGS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _RAW_HEADINGS)


def kind_of(unit: Unit) -> FactKind:
    """The kind of fact: lines by the heading above them, sentences by their words."""
    by_heading = next((kind for kind, words in _HEADINGS if unit.heading and words.search(unit.heading)), None)
    by_words = next((kind for kind, words in _KINDS if words.search(unit.text)), None)
    if by_heading and (unit.line or unit.kind in ("item", "row") or by_words is None):
        return by_words if by_words in ("award", "talk", "education") else by_heading
    if by_words is not None:
        return by_words
    if has_role(unit.text) and (unit.line or _BEING.search(unit.text)) and len(unit.text) < 250:
        return "role"
    return "work" if _DEED.search(unit.text) else "other"


@lru_cache(maxsize=4096)
def is_chrome(text: str) -> bool:
    """Whether the text belongs to the page and not to what it tells."""
    bare = text.strip(" /|·•*\n")
    return bool(_PAGE_CHROME.search(text) or _LINKS.fullmatch(bare) or (len(bare) < 80 and _BYLINE.match(bare)))


def substance(unit: Unit) -> float:
    """How much a unit says, from 0 (nothing) to about 6: years, numbers, names, deeds, roles."""
    text = unit.text
    letters = sum(char.isalpha() for char in text)
    if letters < 5 or is_chrome(text) or _CALL.match(text) or text.endswith("?"):
        return 0.0
    if letters < len(text) * 0.5 and not YEAR.search(text):
        return 0.0
    points = 1.5 * bool(YEAR.search(text)) + 0.7 * bool(_NUMBER.search(YEAR.sub("", text)))
    points += min(1.5, 0.3 * len(_PROPER.findall(text)) + 0.3 * len(_ACRONYM.findall(text)))
    points += (
        1.0 * bool(_DEED.search(text)) + (0.8 if unit.line else 0.4) * has_role(text) - 1.2 * bool(_VAGUE.search(text))
    )
    if _CJK.search(text):
        points += 0.5
    points += min(0.6, len(text) / 250) + (0.0 if unit.line else 0.2)
    return max(0.0, points - 1.2 * bool(_CALL.search(text)))
