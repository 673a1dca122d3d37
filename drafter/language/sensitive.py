"""Matters a message should not touch unless the user chooses to: health, religion, politics, family and the like.

A word alone is not enough: "Head of Health Analytics" tells of a job, "her cancer diagnosis" of a person. The patterns
therefore ask for a person's own state, act or belonging. A false alarm costs a mark in the profile, a miss costs trust,
so doubtful cases about one's own life are marked.
"""

from __future__ import annotations

import re

from drafter.language.quick import Quick
from drafter.models import Sensitivity
from drafter.resources import once

_RAW: tuple[tuple[Sensitivity, str], ...] = (
    (
        "health",
        r"diagnos(?:ed|is) (?:with|of)|(?:my|his|her|their|own) (?:\w+ )?(?:illness|disease|diagnosis|"
        r"disability|surgery|"
        r"depression|recovery|cancer|burn-?out|addiction|autism|adhd)|(?:cancer|stroke|burn-?out) (?:survivor|"
        r"patient)|in remission|"
        r"chemotherapy|(?:was|were|been|being|is|am|are|got) (?:\w+ )?treated for|(?:battl\w+|fought|fighting|beat|"
        r"survived|has|had|have|with) (?:\w+ )?(?:cancer|leuk[ae]mia|depression|addiction|diabetes|epilepsy|"
        r"parkinson['’]?s|"
        r"multiple sclerosis|adhd|autism|dyslexia|alzheimer['’]?s|dementia|long covid|a stroke|a heart attack)\b|"
        r"under(?:went|going) (?:\w+ )?(?:surgery|treatment|chemo\w*|a transplant|an operation|therapy|dialysis)|"
        r"in rehab\b|"
        r"cancer-free|(?:suffer(?:s|ed|ing)?|recover(?:s|ed|ing)?) from|sick leave|medical leave|wheelchair user|"
        r"(?:is|am|was|are) (?:\w+ )?(?:autistic|disabled|blind|deaf|neurodivergent|dyslexic|bipolar|hiv[- "
        r"]positive|sober)|"
        r"living with (?:hiv|cancer|diabetes|epilepsy|multiple sclerosis|parkinson)|miscarriage|"
        r"(?:erkrankt|krankgeschrieben|schwerbehindert|an krebs|krebsdiagnose|depressionen|in behandlung wegen|"
        r"wegen \w+ behandelt|krebserkrankung|elternzeit wegen|burnout)|"
        r"(?:atteinte? d[eu'’]|arrêt maladie|(?:soignée?|traitée?|opérée?) (?:pour|d[eu'’])|en rémission|son "
        r"cancer|maladie de|handicapée?)|"
        r"(?:diagnosticad[oa]|baja médica|(?:tratad|operad)[oa] (?:por|de)|padece|sufre de|su enfermedad|cáncer "
        r"de|discapacidad)|(?:闘病|がんの?治療|手術を受け|病気療養|入院|"
        r"がんと診断|うつ病|障害者)",
    ),
    (
        "religion",
        r"(?:prays?|prayed|worships?|worshipped) (?:at|in|every|daily)\b|"
        r"(?:devout|practi[sc]ing|born-again|converted to|observant) (?:\w+)|(?:his|her|my|their) (?:christian "
        r"|jewish |muslim |"
        r"catholic |hindu |buddhist )?faith\b|(?:is|am|are|was|as) an? (?:\w+ )?(?:christian|catholic|muslim|"
        r"jew|hindu|sikh|buddhist|atheist|"
        r"mormon|protestant|evangelical|quaker)\b|(?:elder|deacon|member|parishioner|volunteer|worshipp?er|"
        r"usher) (?:at|of|in) (?:\w+[ '’.]*){0,4}"
        r"(?:church|parish|mosque|synagogue|temple|congregation)|bar mitzvah|bapti[sz](?:ed|m)\b|bible study|"
        r"sunday school|"
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
        r"(?:is|got|are|was) (?:\w+ )?(?:married|divorced|widowed|engaged|pregnant|separated)\b|"
        r"married (?:to|(?=[A-ZÀ-Þ]\w+ (?:in|on|at)\b))|"
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
# Each pattern above needs one of these; a quick look for them decides for most sentences.
_TRIGGERS = Quick(
    "pray|worship|married|diagnos|illness|disea|disab|surgery|depress|recover|cancer|burn|addict|autis|adhd|stroke|remission|chemo|suffer|"
    "leave|wheelchair|blind|deaf|neurodiv|dyslex|bipolar|hiv|sober|diabet|epilep|sclerosis|parkinson|miscarr|treated|"
    "treatment|rehab|transplant|heart attack|erkrank|krank|behinder|krebs|elternzeit|behand|atteint|maladie|handicap|"
    "soign|trait|opéré|enfermedad|baja|cáncer|discapac|tratad|padec|sufre|operad|闘病|病気|入院|がん|うつ病|障害|手術|"
    "underw|undergo|leuk|alzheimer|dementia|covid|beat |survived|rémission|devout|practi|born-again|converted|"
    "observant|faith|christian|catholic|muslim|jew|hindu|sikh|buddhis|atheis|"
    "mormon|"
    "protestant|evangelical|quaker|church|parish|mosque|synagog|temple|congreg|mitzvah|baptis|baptiz|bible|sunday "
    "school|"
    "gläubig|praktizierend|getauft|kirche|konfirm|catholique|pratiquant|sa foi|paroisse|católic|su fe|parroquia|信者|"
    "信仰|洗礼|教会員|party|democrat|republican|tories|greens|cdu|csu|spd|fdp|afd|labour|council|mayor|parliament|"
    "congress|senate|office|election|candidat|mp|voted|votes|campaign|canvass|conservativ|socialist|communist|"
    "libertarian|liberal|political|partei|mitglied der|kandidiert|ortsverband|adhérent|militant|afiliad|党員|立候補|"
    "支持政党|wife|husband|spouse|partner|fianc|child|kids|son|daughter|baby|babies|toddler|newborn|mother|father|"
    "parent|mom|mum|dad|brother|sister|twin|grand|family|married|divorc|widow|engaged|pregnan|separated|maternity|"
    "paternity|gave birth|girls|boys|verheiratet|geschieden|verwitwet|mutter|vater|seiner frau|ihrem mann|kinder|"
    "schwanger|maternité|marié|père|mère|sa femme|mari|enfants|enceinte|casad|espos|hijos|padre|madre|embaraz|既婚|"
    "結婚|離婚|妻と|"
    "夫と|子供|子ども|二児|育休|出産|out as|gay|lesb|bisex|queer|trans|nonbinary|non-binary|asexual|lgbt|same-sex|"
    "schwul|homosex|同性愛|性的指向|トランス|ゲイ|レズ|union|steward|betriebsrat|gewerkschaft|ver.di|ig metall|"
    "personalrat|syndi|cgt|cfdt|sindica|comité|労働組合|組合員|convict|arrest|indict|sentenced|jail|imprison|incarcer|"
    "guilty|criminal|prison|felony|parole|vorbestraft|verurteilt|verhaftet|angeklagt|haftstraf|condamn|examen|"
    "casier|incarcér|condenad|detenid|antecedentes|encarcel|逮捕|有罪|前科|起訴|懲役|black|white|brown|latin|hispanic|"
    "asian|indigenous|roma|mixed-race|biracial|arab|native american|colour|color|descent|origin|heritage|ancestry|"
    "hintergrund|herkunft|d['’]origine|origen|在日|日系|ハーフ|ms\\b|fighting|fought|battl",
    within=True,
)


def sensitivity_of(text: str) -> Sensitivity | None:
    """The first sensitive matter the text tells of a person, or ``None``."""
    if not _TRIGGERS.found_in(text):
        return None
    return next((kind for kind, pattern in _patterns() if pattern.search(text)), None)


@once
def _patterns() -> tuple[tuple[Sensitivity, re.Pattern[str]], ...]:
    begins = r"(?<![^\W\u3040-\u9fff])"
    return tuple((kind, re.compile(rf"{begins}(?:{pattern})", re.IGNORECASE)) for kind, pattern in _RAW)
