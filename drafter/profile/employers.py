"""Where somebody works, when no post says it: "I run … at NAME", the name of the site whose page this is."""

# ruff: noqa: E501 - word lists read better in one piece

from __future__ import annotations

import re

from drafter.language.names import looks_like_person, similarity
from drafter.language.places import town
from drafter.profile._house_words import LEGAL_FORM, ORG_WORD
from drafter.profile.employment import name_at
from drafter.profile.heads import has_role
from drafter.profile.houses import is_house
from drafter.profile.people import SAME
from drafter.profile.roles import PAST
from drafter.profile.scope import Scope
from drafter.profile.whose import other_subject

_SIGNS = " ¿?¡!"
_IN_TITLE = re.compile(r"\s+[|–—·•»:-]\s+|\s*[|｜]\s*")
_ABOUT = re.compile(
    r"(?:about(?: us| the team)?|our (?:people|team|staff)|meet the team|team|people|staff|who we are|leadership|board|"
    r"über uns|das team|unser team|team|mitarbeiter\w*|vorstand|qui sommes[- ]nous|l['’]équipe|notre équipe|à propos|"
    r"quiénes somos|(?:nuestro )?equipo|sobre nosotros|chi siamo|il team|quem somos|(?:a nossa )?equipa|equipe|over ons|ons team|"
    r"会社概要|社員紹介|メンバー|スタッフ(?:紹介)?|فريق العمل|من نحن|הצוות|אודות|speakers?|kontakt|contact|news(?:room)?|press(?:e)?|(?:staff |people )?directory|trustees|officers|faculty|members|"
    r"(?:le )?(?:conseil d['’]administration|bureau)|junta directiva|consiglio direttivo|direzione|geschäftsführung|役員(?:紹介|一覧)?)",
    re.IGNORECASE,
)
_NO_SITE = re.compile(
    r"(?:home(?:page)?|startseite|accueil|inicio|blog|web(?:site|page)|personal\b.*|portfolio|profile?|cv|résumé|resume|"
    r"linkedin|xing|github|gitlab|twitter|x|medium|substack|wikipedia.*|youtube|about(?: me)?|über mich|à propos|bio\w*|sobre m[ií]m?|quién soy|chi sono|su di me|quem sou(?: eu)?|"
    r"qui suis-je|over mij|om mig|om meg|me|mich|プロフィール|自己紹介|ごあいさつ|ご挨拶|代表挨拶|会社概要|curriculum.*|lebenslauf|hola|hello|welcome)",
    re.IGNORECASE,
)
_OF_THE_TEAM = re.compile(
    r"^(?:[Ll]['’]équipe|[Tt]he [Tt]eam at|[Tt]eam|[Ee]quipo|[Dd]as Team (?:von|der)|[Aa]bout|[Tt]he [Pp]eople (?:behind|at|of)|[Pp]eople at|Über|À propos de)\s+(?=[A-ZÀ-Þ])"
)
# "Her brother works at …"
_KIN = re.compile(
    r"\b(?:her|his|their|my|whose|sein\w*|ihr\w*|mein\w*|son|sa|mon|ma|su|mi|seu|sua|suo|mio|mia|zijn|haar|mijn)\s+\w+\s*\Z",
    re.IGNORECASE,
)
_TEAM_OF = re.compile(
    r"(?:['’]s)?[\s　]+(?:(?:leadership|management|core|executive|organi[sz]ing|research|運営)\s*)?"
    r"(?:team|staff|people|board|members|crew|スタッフ|メンバー|役員)\Z",
    re.IGNORECASE,
)
_WORKS_AT = re.compile(
    r"(?:(?<!\w)(?:now|currently|presently)\s+[a-z]+s\b[^.;]{0,80}?\sat|(?<!\w)(?:work|run|lead|head|manage|own|build|direct|oversee|look after|teach|design)s?\b(?!ed)[^.;]{0,60}?\s(?:at|for)|"
    r"(?:arbeite|leite|verantworte|betreue|entwickle)t?\b[^.;]{0,60}?\s(?:beim?|bei der|bei dem|am|an der)|"
    r"(?:travaill|pilot|dirig|encadr)e\b[^.;]{0,60}?\s(?:chez|à l['’]|au)|(?<!mi )(?<!su )(?<!el )(?<!un )(?:trabaj|dirij|dirig|lider)[oae]\b[^.;]{0,60}?\sen|"
    r"(?<!mio )(?<!il )(?<!suo )(?<!un )(?:lavor|dirig|coordin|gestisc)[oae]\b[^.;]{0,60}?\s(?:presso|alla|da)|(?<!meu )(?<!seu )(?<!o )(?<!um )(?:trabalh|lider|dirij|dirig)[oae]\b[^.;]{0,60}?\sn[ao]|"
    r"werkt?\b[^.;]{0,60}?\s(?:bij|voor)|"
    r"(?:(?<!\w)at the (?:helm|head) of|an der Spitze (?:von|der|des)|à la tête d[eu]|[Aa]l frente de|[Àà] frente d[aeo]|alla guida d[ei]ll?[ao]?)|"
    r"(?:own|eigene|propre|propia|propria) (?:company|firm|studio|business|practice|agency|firma|agentur|praxis|entreprise|empresa|azienda|empresa),? "
    r"(?:called|named|namens|appelée|llamada|chiamata|chamada)|"
    r"(?<=\w['’ ])(?:m|re|s|am|is|are|and) (?:currently |now )?(?:working|employed) (?:at|for|by|with)|(?:has|have) been with|(?<!\w)is with|"
    r"(?<!\w)joined(?=[^.;]{2,80}? where (?:I|he|she|they) (?:now |currently )?[a-z]+(?<!ed)\s))\s+(?:the |der |die |la |le |el |l['’]|o |a |de |het )?"
    r"(?:(?:company|firm|studio|agency|firma|büro|agentur|verlag|société|agence|cabinet|estudio|empresa|despacho|agencia|"
    r"azienda|ditta|studio|agenzia|escritório|bureau|bedrijf) )?",
)
# "dirige la filière … de l'Institut …": what is led belongs to a house, where the name is surely one.
_LEADS_OF = re.compile(
    r"(?<!\w)(?:leads|heads|directs|runs|leitet|dirige|pilote|anime|lidera|coordina|coordena|dirigeert|leidt)\s[^.;]{3,80}?\s"
    r"(?:of the|of|der|des|vom|de l['’]|de la|du|de|del|della|dell['’]|da|do|van de|van het)\s?(?=[A-ZÀ-Þ])"
)
# After these stands a house even where its name could be a person's ("at Minor Hotels").
_HOUSE_SAID = re.compile(
    r"\s(?:at|beim?|chez|presso|bij|en|n[ao]|(?:has|have) been with|is with)\s+(?:the |der |die |la |le |el |o |a |de |het )?"
    r"(?:(?:company|firm|studio|agency|firma|büro|agentur|société|agence|cabinet|empresa|estudio|azienda|bedrijf) )?\Z"
)
_TODAY = re.compile(
    r"\b(?:currently|now|derzeit|aktuell|actuellement|actualmente|atualmente|attualmente|momenteel)\b", re.IGNORECASE
)
_FIRST_UNITS = 60
_HEAD_UNITS = 12


def employer_beside(scope: Scope) -> str | None:
    """The organisation at which the contact is said to work, where no post is named."""
    if scope.is_organization:
        return None
    for index, unit in enumerate(scope.units[:_FIRST_UNITS]):
        entry = scope.owners.get(index)
        theirs = entry.is_of(scope.contact) if entry else scope.own_page
        if unit.line or not theirs:
            continue
        lead = _WORKS_AT.search(unit.text) or _LEADS_OF.search(unit.text)
        if not lead or (PAST.search(unit.text[: lead.end()]) and not _TODAY.search(unit.text[: lead.end()])):
            continue
        if other_subject(unit.text, scope) or _KIN.search(unit.text[: lead.start()]):
            continue
        name, _ = name_at(unit.text, lead.end())
        if ORG_WORD.fullmatch(name) or town(name):
            continue
        sure = is_house(name) or _HOUSE_SAID.search(lead.group()) is not None
        if len(name) > 1 and (sure or not looks_like_person(name)) and (sure or not _LEADS_OF.match(lead.group())):
            return name
    return None


def site_name(scope: Scope) -> str | None:
    """The name in a page's title that the text repeats ("About us | Example", "Ada Brink – Example")."""
    parts: list[str] = [
        part.strip(_SIGNS) if _ABOUT.fullmatch(part.strip(_SIGNS)) else _bare(part.strip(_SIGNS))
        for part in _IN_TITLE.split(scope.note.title or "")
    ]
    rest = [part for part in parts if not _ABOUT.fullmatch(part) and similarity(part, scope.contact) < SAME]
    title = scope.note.title or ""
    told_of = _OF_THE_TEAM.match(title) is not None or _TEAM_OF.search(title) is not None or len(rest) < len(parts)
    if len(parts) < 2 and not told_of:
        return None
    ours = told_of and any(entry.is_of(scope.contact) for entry in scope.entries)
    for part in reversed(rest):
        name = part.rpartition(",")[2].strip()
        if (
            not 2 <= len(name) <= 50
            or _NO_SITE.fullmatch(name)
            or has_role(name)
            or ORG_WORD.fullmatch(name)
            or ("," in part and not is_house(name))
        ):
            continue
        if looks_like_person(name) and not (ours and is_house(name)):
            continue
        if _said(scope, name) >= (0 if ours else 1 if told_of or is_house(name) else 3):
            return name
    return _heads_page(scope)


def _bare(part: str) -> str:
    """The name of a house without the words for its team ("The People behind Example", "Example Leadership Team")."""
    return _TEAM_OF.sub("", _OF_THE_TEAM.sub("", part))


def _heads_page(scope: Scope) -> str | None:
    """The company that a heading near the top of a page of several people names."""
    if len(scope.entries) < 2:
        return None
    heads = (unit.text.strip() for unit in scope.units[:_HEAD_UNITS] if unit.kind == "heading")
    return next((head for head in heads if LEGAL_FORM.search(head) and len(head) <= 50), None)


def _said(scope: Scope, name: str) -> int:
    """How often the page itself says the name, title apart."""
    return scope.note.text.count(name) - sum(unit.text.count(name) for unit in scope.units[:5] if unit.kind == "title")
