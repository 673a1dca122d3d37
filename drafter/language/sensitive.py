"""Matters a message should not touch unless the user chooses to: health, religion, politics, family and the like.

A word alone is not enough: "Head of Health Analytics" tells of a job, "her cancer diagnosis" of a person. The patterns
therefore ask for a person's own state, act or belonging. A false alarm costs a mark in the profile, a miss costs trust,
so doubtful cases about one's own life are marked.
"""

from __future__ import annotations

import re

from drafter.models import Sensitivity

_RAW: tuple[tuple[Sensitivity, str], ...] = (
    (
        "health",
        r"diagnos(?:ed|is) (?:with|of)|(?:my|his|her|their|own) (?:\w+ )?(?:illness|disease|diagnosis|"
        r"disability|surgery|"
        r"depression|recovery|cancer|burn-?out|addiction|autism|adhd)|(?:cancer|stroke|burn-?out) (?:survivor|"
        r"patient)|in remission|"
        r"chemotherapy|(?:suffer(?:s|ed|ing)?|recover(?:s|ed|ing)?) from|sick leave|medical leave|wheelchair user|"
        r"(?:is|am|was|are) (?:\w+ )?(?:autistic|disabled|blind|deaf|neurodivergent|dyslexic|bipolar|hiv[- "
        r"]positive|sober)|"
        r"living with (?:hiv|cancer|diabetes|epilepsy|multiple sclerosis|parkinson)|miscarriage|"
        r"(?:erkrankt|krankgeschrieben|schwerbehindert|an krebs|krebsdiagnose|depressionen|elternzeit wegen|burnout)|"
        r"(?:atteinte? d[eu'’]|arrêt maladie|en rémission|son cancer|maladie de|handicapée?)|"
        r"(?:diagnosticad[oa]|baja médica|su enfermedad|cáncer de|discapacidad)|(?:闘病|病気療養|入院|"
        r"がんと診断|うつ病|障害者)",
    ),
    (
        "religion",
        r"(?:devout|practi[sc]ing|born-again|converted to|observant) (?:\w+)|(?:his|her|my|their) (?:christian "
        r"|jewish |muslim |"
        r"catholic |hindu |buddhist )?faith\b|(?:is|am|are|was|as) an? (?:\w+ )?(?:christian|catholic|muslim|"
        r"jew|hindu|sikh|buddhist|atheist|"
        r"mormon|protestant|evangelical|quaker)\b|(?:elder|deacon|member|parishioner|volunteer|worshipp?er|"
        r"usher) (?:at|of|in) (?:\w+[ '’.]*){0,4}"
        r"(?:church|parish|mosque|synagogue|temple|congregation)|bar mitzvah|baptis|bible study|sunday school|"
        r"(?:gläubig|praktizierend|getauft|kirchengemeinde|konfirmiert|kirchenvorstand)|"
        r"(?:catholique pratiquant|pratiquante?|sa foi|paroisse)|(?:católic[oa] practicante|su fe\b|parroquia)|"
        r"(?:信者|信仰|洗礼|教会員)",
    ),
    (
        "politics",
        r"(?:member|chair|treasurer|supporter|candidate) (?:of|for|at) (?:the )?(?:\w+ ){0,2}(?:party|"
        r"democrats|republicans|tories|greens|"
        r"cdu|csu|spd|fdp|afd|labour)\b|(?:ran|running|runs|stood|standing|stands) (?:for|as) (?:\w+ "
        r"){0,4}(?:council|mayor|parliament|congress|senate|"
        r"office|election|mp|candidate)|(?:voted|votes|campaigned|canvass\w+) (?:for|against)|(?:is|am) an? "
        r"(?:lifelong |registered |proud )?"
        r"(?:democrat|republican|conservative|socialist|communist|libertarian|liberal)\b|political (?:views|"
        r"beliefs|party)|"
        r"(?:parteimitglied|mitglied der (?:cdu|csu|spd|fdp|afd|grünen|linken)|kandidiert für|ortsverband)|"
        r"(?:adhérente? (?:du|au) (?:parti|ps|rn|lr)|candidate? aux (?:élections|municipales|législatives)|"
        r"militante?\b)|"
        r"(?:afiliad[oa] (?:al|a la) |militante de|candidat[oa] a la alcald)|(?:党員|立候補|支持政党)",
    ),
    (
        "family",
        r"(?:his|her|my|their|our) (?:\w+ )?(?:wife|husband|spouse|partner(?! (?:organi|compan|institut|"
        r"universit))|fiancée?|children|kids|"
        r"sons?|daughters?|baby|babies|toddler|newborn|mother|father|parents|mom|mum|dad|brother|sister|twins|"
        r"grand\w+|family)\b|"
        r"(?:is|got|are|was) (?:\w+ )?(?:married|divorced|widowed|engaged|pregnant|separated)\b|married to|"
        r"(?:mother|father|mom|mum|dad|parent) (?:of|to) "
        r"(?:\w+ )?(?:\d|one|two|three|four|five|twins|boys|girls)|(?:maternity|paternity|parental) leave|gave birth|"
        r"(?:two|three|four|\d) (?:young |small |little |teenage )?(?:children|kids|daughters|sons)\b|"
        r"(?:verheiratet|geschieden|verwitwet|elternzeit|mutter von|vater von|seiner frau|ihrem mann|(?:zwei|"
        r"drei|\d) kinder|schwanger)|"
        r"(?:mariée? |divorcée?|père de|mère de|sa femme|son mari|ses enfants|enceinte|congé maternité)|"
        r"(?:casad[oa] con|divorciad[oa]|su espos[oa]|sus hijos|padre de|madre de|embarazada)|(?:既婚|結婚|"
        r"離婚|妻と|夫と|子供|子ども|二児|育休|出産)",
    ),
    (
        "sexuality",
        r"(?:came|coming) out as|(?:is|am|as|an?|openly|proudly) (?:openly |proudly )?(?:gay|lesbian|bisexual|"
        r"queer|transgender|trans|nonbinary|"
        r"non-binary|asexual|lgbtq\+?)\b|same-sex|(?:schwul|lesbisch|bisexuell|transgender|queer)\b|"
        r"(?:homosexuel|lesbienne|transgenre)|"
        r"(?:homosexual|lesbiana|transexual|transgénero)|(?:同性愛|性的指向|トランスジェンダー|ゲイ(?!ム|ト|"
        r"ン)|レズビアン)",
    ),
    (
        "union",
        r"(?:trade|labou?r|workers['’]?|staff) union|union (?:rep(?:resentative)?|member|organi[sz]er|steward|"
        r"delegate)|shop steward|unioni[sz]e|"
        r"(?:betriebsrat|gewerkschaft|ver\.di|ig metall|personalrat)|(?:syndicat\b|syndiquée?|délégué(?:e)? "
        r"syndical|cgt|cfdt)|"
        r"(?:sindicato|sindicalista|comité de empresa)|(?:労働組合|組合員)",
    ),
    (
        "criminal",
        r"(?:was|were|been|is) (?:\w+ )?(?:convicted|arrested|indicted|sentenced|jailed|imprisoned|"
        r"incarcerated)|(?:pleaded|pled|found) (?:not )?guilty|"
        r"criminal (?:record|charges|conviction)|(?:served|serving) (?:\w+ ){0,2}(?:in prison|prison)|prison "
        r"sentence|felony|on parole|"
        r"(?:vorbestraft|verurteilt|verhaftet|angeklagt|haftstrafe)|(?:condamnée? (?:à|pour)|mise? en examen|"
        r"casier judiciaire|incarcérée?)|"
        r"(?:condenad[oa] (?:a|por)|detenid[oa] por|antecedentes penales|encarcelad[oa])|(?:逮捕|有罪|前科|"
        r"起訴された|懲役)",
    ),
    (
        "ethnicity",
        r"(?:is|am|as|being) an? (?:\w+ )?(?:black|white|brown|latin[ao]x?|hispanic|asian|indigenous|jewish|"
        r"roma|mixed-race|biracial|arab|native american)\b"
        r" ?(?:wom[ae]n|m[ae]n|person|leader|founder|immigrant|american)?\b|person of colou?r|(?:woman|man|"
        r"founder|people) of colou?r|"
        r"of (?:\w+ )?(?:african|asian|turkish|jewish|roma|arab|indian|latin american|chinese|mexican) "
        r"(?:descent|origin|heritage|ancestry)|"
        r"(?:migrationshintergrund|türkischer herkunft|jüdischer herkunft)|d['’]origine (?:\w+ienne|\w+aise|"
        r"arabe|africaine)|"
        r"de origen (?:\w+o|\w+a)\b|(?:在日|日系|ハーフとして)",
    ),
)
_PATTERNS = tuple((kind, re.compile(rf"(?<![^\W\u3040-\u9fff])(?:{pattern})", re.IGNORECASE)) for kind, pattern in _RAW)
# One quick look decides for most sentences that none of the patterns can match.
_ANY = re.compile("|".join(f"(?:{pattern})" for _, pattern in _RAW), re.IGNORECASE)


def sensitivity_of(text: str) -> Sensitivity | None:
    """The first sensitive matter the text tells of a person, or ``None``."""
    if not _ANY.search(text):
        return None
    return next((kind for kind, pattern in _PATTERNS if pattern.search(text)), None)
