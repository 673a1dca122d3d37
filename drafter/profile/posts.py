"""Posts that a sentence states of whomever it is about: "works as a …", "tätig als …", "in qualità di …", "…をしています"."""

# ruff: noqa: E501 - word lists read better in one piece

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drafter.language.names import looks_like_person
from drafter.language.quick import Quick
from drafter.profile import semitic
from drafter.profile._house_words import LEGAL_FORM, ORG_WORD, PROPER
from drafter.profile._role_words import JAPANESE_HEADS
from drafter.profile.roles import PAST, Held, role_at

_AS = re.compile(
    r"\b(?:work(?:s|ing)?(?: [\w&'’-]+){0,12}? as(?= an?\s| the\s|\s[A-Z])|serv(?:es|ing) as|acts? as|currently as|continues as|(?:job|role|position|title) (?:is|of|as)|"
    r"before becoming|avant de devenir|antes de ser|prima di diventare|antes de me tornar|"
    r"will (?:become|serve as|be)|(?:is|are) to become|takes? over as|will take over as|steps? up as|"
    r"arbeite[tn]?(?: [\wäöüß.-]+){0,6} als|tätig als|fungier[et]+ als|verantworte[t]?(?: [\wÀ-ÿ-]+){1,4}? als|"
    r"(?:en|in) (?:tant que|qualité de)|exerce comme|occupe (?:le poste|la fonction|les fonctions) d['e]e?|"
    r"trabaj[ao](?: [\wÀ-ÿ-]+){0,4} como|me desempeño como|se desempeña como|(?:ocup|ejerz|ejerc)\w+ el (?:cargo|puesto) de|en calidad de|"
    r"lavor[ao](?: [\wÀ-ÿ-]+){0,4} come|in qualità di|ricopr[eo] (?:il ruolo|la carica|l['’]incarico) di|"
    r"trabalh[ao](?: [\wÀ-ÿ-]+){0,4} como|atu[ao](?: [\wÀ-ÿ-]+){0,3} como|exerç?ce? (?:o cargo|as funções|funções) de|"
    r"werkt?(?: [\wÀ-ÿ-]+){0,5} als|werkzaam als|in (?:zijn|haar|mijn) functie als)\s+",
    re.IGNORECASE,
)
_JAPANESE = re.compile(
    rf"(?:(?:現在、?)?(?P<org>[^\s、。はがのでをに（(「]{{2,30}}?)(?:で|にて|の)、?)?(?P<role>[^\s、。はがのでを]{{0,16}}?(?:{JAPANESE_HEADS}))"
    r"(?:を(?:して(?:い|お)|務め(?:て|る)|担当して)|として(?:働|勤務|活動|在籍|従事)|に(?:就任|着任|昇任)(?:し|致|いた))(?!ていた|ていました|めた後)"
)
# "As a nurse at …, she currently …": without a word for now it may be long ago.
_AS_NOW = re.compile(r"As an?\s(?=[^.;]{4,160},\s(?:I|he|she|they)\s(?:am|is|are|currently|now)\b)")
# "私は、ORGのROLEとして…", and a sentence that ends with the post ("ORGで…を手がけるROLE。").
_OF_MYSELF = re.compile(
    rf"(?:\A|(?<=、))(?:私は|僕は|現在は?|いまは)、?(?P<org>[^\s、。はがをに（(「]{{2,30}}?)(?:（[^）]{{1,30}}）|\([^)]{{1,30}}\))?(?:の|にて|で)"
    rf"(?P<role>[^\s、。はがのでを]{{0,16}}?(?:{JAPANESE_HEADS}))(?=として|です|を|、|。|\Z)(?!.{{0,60}}(?:でした|ていた))"
)
_AT_THE_END = re.compile(
    rf"\A(?P<org>[^\s、。はがをに（(「]{{2,30}}?)(?:（[^）]{{1,30}}）)?で[^。]{{3,120}}(?<=[るいた])\s*"
    rf"(?P<role>[^\s、。はがのでをるいた]{{0,16}}(?:{JAPANESE_HEADS}))(?:です)?[。\s]*\Z"
)
_HOUSE_AND_POST = re.compile(
    rf"(?:^|(?<=[、。：:\s　]))(?P<org>(?:株式会社|合同会社|一般社団法人)[^、。\s]{{1,20}}?|[^、。\s]{{1,20}}?(?:株式会社|大学|研究所|協会))の?"
    rf"(?P<role>(?:{JAPANESE_HEADS}))(?=[、。]|として|を務め)(?!.{{0,40}}(?:を経て|を歴任|だった|していた))"
)
_LATELY = 60
_WORD_ORDER = re.compile(r"\s(?:das|den|dem)\s.*\Z")


_VERBS_OF_APPOINTMENT = (
    r"appoint(?:s|ed)?|nam(?:es?|ed)|hire[sd]?|promote[sd]?|elect(?:s|ed)?|recruit(?:s|ed)|chosen|select(?:s|ed)|"
    r"berief|beruft|"
    r"ernannte?|ernennt|wählte?|bestellte?|nomm(?:e|é|ée)|él(?:it|u|ue)|promu|nombr(?:a|ó|ado|ada)|design(?:a|ó|"
    r"ado|ada)"
)
_APPOINTING = Quick(_VERBS_OF_APPOINTMENT)
# The names are blotted out, for they may be anything.
_MADE = re.compile(
    rf"\b(?:{_VERBS_OF_APPOINTMENT})\b(?:\s+(?:her|him|them|sie|ihn)|[^.;\x00]{{0,60}}\x00+),?\s+"
    r"(?:as |to |to be |als |zu[mr] |comme |como )?(?:(?:its|their|the|new|next|neuen?|nueva|nuevo|nouvelle|"
    r"nouveau) )*"
)
# "the appointment of NAME as director", "Ernennung von NAME zur Leiterin"
_APPOINTMENT = re.compile(
    r"(?:\b(?:appointment|promotion|election|nomination|ernennung|berufung|wahl|nombramiento|designación|nomina|nomeação)\b[^.;\x00]{0,12}"
    r"\x00+|\x00+['’]s (?:appointment|promotion|election))\s+(?:as|to|zu[mr]|als|comme|en tant que|au poste d[e']|como|a|à|para)\s+"
    r"(?:(?:the )?(?:position|post|role|office|rank) of |(?:its|their|the|new|next|neuen?|nueva|nuevo|nouvelle|nouveau) )*",
    re.IGNORECASE,
)
# A company's name, also behind the town and the day of a press release, and what it does.
_APPOINTS = re.compile(
    rf"(?:[A-ZÀ-Þ][\w ,.]{{2,40}}?\s[–—-]+\s)?(?:The |Die |Das |Le |La |El )?(?P<who>{PROPER.pattern})(?P<ticker>(?:\s*\([^)]{{1,40}}\)){{0,3}})(?:,[^,]{{1,80}},)?\s+"
    r"(?:(?:has|hat|a|ha|today|is|heute)\s+){0,2}(?:announc\w+|pleased|proud|welcom\w+|gibt|"
    + _VERBS_OF_APPOINTMENT
    + r")\b"
)
# "named her to lead operations": a deed, not a post.
_TO_DO = re.compile(r"(?:lead|head|chair|direct|partner|coach|pilot)\s")


def posts_in(text: str, organization: str | None) -> Iterator[Held]:
    """Posts held now, each where the sentence states it."""
    for lead in _AS.finditer(text):
        if PAST.search(text[max(0, lead.start() - _LATELY) : lead.start()]):
            continue
        held = role_at(text, lead.end(), organization=organization)
        if held and held.start - lead.end() <= 12:
            yield _without_object(held)
    if (as_now := _AS_NOW.match(text)) and (held := role_at(text, as_now.end(), organization=organization)):
        yield held
    if not text.isascii():
        yield from _in_other_scripts(text)


def _in_other_scripts(text: str) -> Iterator[Held]:
    for pattern in (_JAPANESE, _OF_MYSELF, _AT_THE_END, _HOUSE_AND_POST):
        for found in pattern.finditer(text):
            yield Held(found["role"], found.start("role"), found.end("role"), found["org"])
    for start, end, employer in semitic.posts(text, None):
        yield Held(text[start:end], start, end, employer)


def _without_object(held: Held) -> Held:
    """A German post without the object that may follow it ("als Leiterin das Thema …")."""
    tail = _WORD_ORDER.search(held.role)
    if not tail:
        return held
    role = held.role[: tail.start()]
    return Held(role, held.start, held.start + len(role), held.organization, held.location)


def appointed(text: str, start: int, end: int, org: str | None) -> Held | None:
    """The post that somebody is named or called to ("appointed NAME as its next director")."""
    blotted = text[:start] + "\0" * (end - start) + text[end:]
    if noun := _APPOINTMENT.search(blotted):
        return _by_whom(text, role_at(text, noun.end(), organization=org))
    if not _APPOINTING.found_in(text):
        return None
    made = _MADE.search(blotted)
    if not made or (made.group().endswith("to ") and _TO_DO.match(text, made.end())):
        return None
    return _by_whom(text, role_at(text, made.end(), organization=org))


def _by_whom(text: str, held: Held | None) -> Held | None:
    """The post with the organisation that is said to fill it ("Example Metals (EXM) named …")."""
    if held is None or held.organization:
        return held
    found = _APPOINTS.match(text)
    name = found["who"].strip() if found else ""
    sure = bool(found and found["ticker"]) or ORG_WORD.search(name) or LEGAL_FORM.search(name)
    return replace(held, organization=name) if name and (sure or not looks_like_person(name)) else held
