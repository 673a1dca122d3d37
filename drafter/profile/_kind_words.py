"""The words by which kinds of facts are known in English, German, French, Spanish and Japanese."""

from __future__ import annotations

from drafter.models import FactKind

# Latin words begin where a word begins; the Japanese ones may stand anywhere. The first kind that fits is taken.
SAID = (
    r"said\b|says\b|believes?\b|argues?\b|thinks?\b|explain(?:s|ed)\b|add(?:s|ed)\b|commented|sagt\w*\b|erklärt\w*\b|"
    r"überzeugt|betont\w*|déclar|expliqu|selon\b|afirm[aó]|dijo\b|explic[aó]|opin[aó]|señal[aó]"
)
SAID_EASTERN = "述べ|語る|語った|語り|話す|話した|とコメント"
KINDS: tuple[tuple[FactKind, str, str], ...] = (
    (
        "award",
        r"awards?\b|awarded\b|prizes?\b|medals?\b|honou?red (?:with|by|as)|honorable mention|laureate|won (?:the|an?|"
        r"first|second|third|gold|silver|bronze|best)\b|winner\b|winning\b|scholarship|fellowship\b|fellow of|"
        r"named one of|"
        r"shortlisted|runner-up|ausgezeichnet|auszeichnung\w*|stipendi\w+|gewann\b|prix\b|lauréat|premi(?:o|ad)|"
        r"galardon|"
        r"distinctions?\b|récompens|beca\b",
        "受賞|優秀賞|表彰|大賞|入賞|جائزة|وسام|تكريم|פרס|מלגה|אות הוקרה",
    ),
    (
        "education",
        r"ph\.?d\.?(?!\w)|doctorate|doctoral (?:degree|studies|thesis)|degrees? (?:in|from|at)|(?:bachelor|"
        r"master)['’]?s?(?!\w)|"
        r"studied\b|studying\b|studies at|graduated?\b|b\.?sc\b|m\.?sc\b|b\.?a\. in|m\.?a\. in|mba\b|alumn|"
        r"trained (?:at|as)|advised by|thesis|"
        r"promovier|promotion an|studium\b|studiert|studiere\b|abschluss\b|ausbildung (?:als|zu)|diplom\b|diplôm|"
        r"doctorat|"
        r"étudi|études|formation (?:à|en|au)|licenci(?:ad|atura|é|ée)|doctorad|doctorar|estudi(?:ó|é|os|aba)\b|"
        r"máster\b",
        "博士|卒業|修士|学士|大学院|学歴|専攻|"
        "درست|درس في|تخرج|بكالوريوس|ماجستير|دكتوراه|למדתי|למד |למדה |בוגר|תואר|דוקטור",
    ),
    (
        "talk",
        r"keynote|talks? (?:at|about|on|in|for)|talks\b|gave (?:an?|the)(?: \w+)? (?:talk|lecture)|spoke (?:at|"
        r"about|on|in)|"
        r"speaks (?:at|about|on)|speaking at|speaker\b|panel(?:list|ist)?\b|podcast|lectured?\b|lecture series|"
        r"webinar|"
        r"presented (?:at|on|her|his|their)|vorträ?ge?\b|vortrag|hielt\b|keynotes?\b|conférenci|intervient|"
        r"intervenue?\b|"
        r"ponencia|ponente|charla|conferencia\b",
        "講演|登壇|発表会|学会で発表|محاضرة|ألقى|ألقيت|مؤتمر|הרצאה|הרציתי|הרצה|כנס",
    ),
    (
        "publication",
        r"authors?\b(?! lists?)|authored\b|co-?author\w*|co-?wr(?:ote|ites|itten)|wrote (?:(?:an?|the|two|three|"
        r"several|many|his|her|"
        r"their)\b|about|on|for)|writes (?:about|on|for|an?|the)|published (?:in|by|an?|the|two|three|several|his|"
        r"her|their|with)\b|"
        r"publications?\b|(?:papers?|books?|articles?|essays?|reports?) (?:on|about|in|with|called|titled|for)|"
        r"(?:first|second|third|new|latest|debut|her|his|their) (?:book|paper|novel|essay)|arxiv|proceedings|in "
        r"press|preprint|"
        r"monograph|buch\b|bücher\b|veröffentlicht|publizier|autor(?:in|innen)?\b|publié|publicó|publicado|autora?\b|"
        r"auteure?\b|autrice\b|livres?\b|libros?\b|escribió|écrit\b",
        "論文|著書|出版|著作|執筆",
    ),
    (
        "funding",
        r"raised (?:(?:about|over|more than|some|nearly) )?[€$£\d]|funding\b|funded by|grants? (?:of|from|by|"
        r"worth)|series [a-e]\b|"
        r"seed round|investors?\b|venture|gefördert|förderung|finanzier\w+|levée? de fonds|levé\b|financement|"
        r"subvention|"
        r"financiaci|subvención",
        "資金調達|助成|出資",
    ),
    (
        "news",
        r"announc|today\b|launche[ds]|opened\b|opens\b|acquired|merge[rd]\b|restored|inaugurat|has joined|appointed|"
        r"heute\b|eröffne|neu(?:er|e|es)?\b|lanc(?:e|é)\b|annonce|ouvre\b|ouvert\b|inaugur|anunci|lanz[aó]\b|"
        r"hoy\b|abr(?:e|ió)\b",
        "発表した|開始|開設|発売|発足",
    ),
    (
        "interest",
        r"interest(?:s|ed) (?:in|include)|interests?\b|hobb|enjoys?\b|loves?\b|passionate|free time|spare time|"
        r"when (?:he|she|"
        r"they)['’]?s? (?:is |are )?not|outside (?:of )?work|interess\w+|freizeit|begeister|passionn|loisirs|"
        r"aime\b|aficion|"
        r"apasion|(?:me|le) gusta",
        "趣味|関心|興味|好き",
    ),
    (
        "project",
        r"projects?\b|initiatives?\b|built\b|builds\b|building (?:an?|the)\b|open[- ]source|maintains?\b|"
        r"maintainer|created\b|"
        r"developed\b|co-?created|projekt|entwickelt\w*|projet|développ|proyecto|desarroll[óa]",
        "プロジェクト|開発|手がけ",
    ),
    (
        "product",
        r"products?\b|platforms?\b|software\b|app\b|apps\b|tools?\b|services?\b|plattform|anwendung|dienst\w*|"
        r"plateforme|"
        r"logiciel|outils?\b|plataforma|herramienta|servicio",
        "製品|サービス|アプリ",
    ),
    (
        "place",
        r"based in|lives? in|located in|headquarter|offices? in|born in|grew up in|ansässig|sitz in|wohnt|lebt\b|"
        r"basée?\b|"
        r"habite|siège|vive en|vivo en|con sede",
        "在住|所在地|出身|本社",
    ),
)
HEADINGS: tuple[tuple[FactKind, str], ...] = (
    (
        "talk",
        "talk|keynote|speaking|presentation|lecture|vorträge|exposés|conférence|charla|ponencia|palestra|lezingen|講演|登壇|podcast|media",
    ),
    ("award", "award|honou?r|prize|grants? and|auszeichnung|preise|prix|distinction|premio|受賞"),
    ("education", "education|degree|ausbildung|studium|werdegang|formation|études|formación|estudios|学歴"),
    (
        "publication",
        r"publication|papers?\b|books?\b|writing|veröffentlichung|publicaciones|論文|著書|articles|preprints",
    ),
    (
        "role",
        "experience|employment|career|positions?|service|appointment|beruf|parcours|expérience|experiencia|"
        "trayectoria|"
        "経歴|職歴",
    ),
    ("work", "teaching|lehre|enseignement|docencia|担当科目|supervision"),
    ("project", "project|software|logiciel|made|building|projekt|projet|proyecto|プロジェクト"),
    ("interest", r"interests?\b|hobb|interessen|intérêts|intereses|aficiones|趣味"),
    ("news", "news|updates|aktuell|actualit|noticias|お知らせ|ニュース"),
)
DEEDS = (
    r"founded|co-?founded|built|led|leads?|created?|wrote|writes|developed?|designed|started|joined|managed?|"
    r"launched|"
    r"received|won|spoke|taught|teach(?:es)?|published|advis\w+|serv(?:es|ed)|works?|worked|hosts?|hosted|runs?|ran|"
    r"organi[sz]\w+|raised|opened|grew|moved|introduced|gegründet|gründete|leitet|leitete|leite|entwickel\w+|"
    r"arbeitet|arbeite|"
    r"betreut|betreuen|baut|startete|verantwort\w+|unterrichtet|fondé\w*|dirige|développ\w+|enseigne|travaille|"
    r"créé\w*|"
    r"fundó|fundad\w+|desarroll\w+|trabaj\w+|cre[óé]|lider\w+|imparte|employs?|beschäftigt|emploie|emplea"
)
DEEDS_EASTERN = (
    "設立|創業|担当|開発|勤務|入社|従事|率い|手がけ|就任|أسس|طور|قاد|صمم|بنى|ייסד|הקמ|הקים|פיתח|הוביל|ניהל|בנית"
)
