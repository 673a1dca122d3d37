"""Who speaks: sentences in the first person, and those in which a writer says what they are."""

# ruff: noqa: E501 - word lists read better in one piece

from __future__ import annotations

import re
from functools import lru_cache

from drafter.language.names import parse
from drafter.profile._person_words import WE
from drafter.profile.roles import role_at

_STRICT = re.compile(
    r"(?:\bI(?:['’](?:m|ve|d))?\s+[a-z]|\bI['’]m\b|\b[Mm]y (?:research|work|name|team|job|interests|group)|"
    r"\b[Ii]ch (?:bin|habe|arbeite|leite|war|"
    r"forsche|unterrichte|studierte|berate)|\b(?:bin|habe|arbeite|leite) ich\b|\b[Jj]e [a-zé]{3,}|[Jj]e m['’]|"
    r"\b[Jj]['’][a-zé]{2,}|\b[Ss]oy\b|\b[Tt]rabajo\b|"
    r"\b[Dd]irijo\b|\b[Ii]k (?:ben|werk|heb|doe|leid|geef|onderzoek)\b|\b(?:werk|maak|geef|ben|heb) ik\b|"
    r"\b(?:[Ss]ono (?:un|il|la|lo|l['’]|nat|laureat)|[Ll]avoro|[Mm]i occupo|[Ss]ou|[Tt]rabalh(?:o|ei)|[Ll]idero)\b|أنا|أعمل|עבדתי|"
    r"אני|למדתי|私は|私の|僕は|わたしは)"
)
# Without one of these there is no first person at all, and looking is quick.
_ANY = re.compile(
    r"\b(?:I\b|[Mm]y\b|[Ii]ch\b|[Jj]e\b|[Jj]['’]|[Ss]oy\b|[Tt]rabajo\b|[Dd]irijo\b)|私|僕|わたし|habe|"
    r"arbeite|leite|bin |\b(?:[Ii]k|[Ss]ono|[Ll]avoro|[Mm]i|[Ss]ou|[Tt]rabalh(?:o|ei)|[Ll]idero)\b|أنا|أعمل|עבדתי|אני|למדתי"
)
# What only somebody who speaks of themself writes; languages that leave the pronoun out are known by their verbs.
_BY_LANGUAGE = {
    "en": r"\bI(?:['’](?:m|ve|d|ll)|\s+[a-z])|\b[Mm]y\s[a-z]|\b(?:me|myself)\b",
    "de": r"\b(?:[Ii]ch|[Mm]ein(?:e[mnrs]?)?|mich|mir)\b",
    "fr": r"\b(?:[Jj]e\s|[Jj]['’]|[Mm](?:on|es)\s[a-zà-ÿ]|[Mm]a\s[a-zà-ÿ]|me\s|m['’]|moi\b)",
    "es": r"\b(?:[Ss]oy|[Ee]stoy|[Mm]is?\s[a-zà-ÿ]|[Mm]e\s[a-zà-ÿ]|[Yy]o|[Tt]engo|[Hh]e\s[a-z]+[aeií]do|[Tt]rabajo\s(?:en|como|con|para|desde|por)|"
    r"[Vv]ivo|[Hh]ago|[Dd]oy|[Dd]irijo|[Ee]nseño|[Ii]mparto|[Cc]oordino|[Ii]nvestigo|[Nn]ací|[Ff]ui|[Hh]ice|"
    r"(?!caf|qu|porqu|josé|comit|beb|chal|sof|pur|carn|ch)[a-zñáéíóú]{3,}é)\b",
    "it": r"\b(?:Sono|sono (?:un|un['’]|una|nat|stat|laureat|cresciut)\w*|[Hh]o\s[a-z]|[Mm]i\s[a-z]|[Mm]i(?:o|a|ei|e)\s|[Ii]o\b|"
    r"[Ll]avoro\s(?:a|al|alla|con|come|presso|per|da|su|nel|nella|in)\b|[Vv]ivo|[Ii]nsegno|[Ff]accio|[Mm]i occupo|[Ss]tudio\s(?:a|il|la|i|le|come))",
    "pt": r"\b(?:[Ss]ou|[Ee]stou|[Ee]u|[Mm]eus?|[Mm]inhas?|mim|[Tt]enho|[Ff]iz|[Ff]ui|[Nn]asci|[Mm]oro|[Vv]ivo|[Dd]irijo|[Cc]oordeno|[Ll]eciono|"
    r"[Ii]nvestigo|[Tt]rabalho\s(?:em|no|na|como|com|n)|(?!lei|rei)[a-zà-ÿ]{3,}ei)\b",
    "nl": r"\b(?:[Ii]k|[Mm]ijn|mij)\b",
    "sv": r"\b(?:[Jj]ag|[Mm]in|[Mm]itt|[Mm]ina|mig)\b",
    "da": r"\b(?:[Jj]eg|[Mm]in|[Mm]it|[Mm]ine|mig)\b",
    "no": r"\b(?:[Jj]eg|[Mm]in|[Mm]itt|[Mm]ine|meg)\b",
    "pl": r"\b(?:[Jj]estem|[Mm]ój|[Mm]oj[aei]|mnie)\b",
    "ja": r"私|僕|わたし|ぼく",
    "zh": r"我(?!们|們)",
    "ko": r"저는|제가|나는",
    "ru": r"\b(?:[Яя]|[Мм]о[йяеи]|меня|мне)\b",
    "uk": r"\b(?:[Яя]|[Мм]і[й]|[Мм]о[яєї]|мене|мені)\b",
}
I_AM = re.compile(
    r"(?:\b(?:"
    r"I(?:['’]m| am) (?:also |now |currently )?(?:enrolled|employed|working|studying|registered|engaged)\b[^.;:]{0,70}? as|"
    r"I (?:recently |now |currently )?(?:hold the (?:position|post|chair) of|joined [^.;:]{2,60}? as)|"
    r"I['’]m|I am|I (?:currently |now )?(?:work|serve) as|I['’]m working as|I have been|I['’]ve been|"
    r"[Ii]ch bin|[Ii]ch arbeite als|[Bb]in|[Aa]rbeite als|[Jj]e suis|"
    r"[Jj]e travaille comme|[Ss]oy|[Tt]rabajo como|[Ii]k ben|[Bb]en ik|[Bb]in ich|[Ss]ono|[Ll]avoro come|[Ss]ou|[Tt]rabalho como|[Jj]ag är|[Jj]eg er|[Mm]y name is [\w .-]+ and I am)(?!\w)|\bI (?:have|was|am) (?:just |recently |now |newly )?(?:been )?(?:hired|appointed|named|promoted|elected) (?:as|to)\b|\bI (?:currently |now )?(?:have|hold|occupy) (?:an?|the)(?=\s[\w -]{3,50} (?:position|post|job|appointment) (?:at|in|with)\b)|私は)(?:,?\s+(?:currently|presently|"
    r"now|still|also|derzeit|momentan|zurzeit|aktuell|seit (?:\w+ )?\d{4}|actuellement|désormais|depuis \d{4}|actualmente|"
    r"ahora|attualmente|dal \d{4}|atualmente|desde \d{4}|nu),?)*\s*"
)


_CALLED = (
    r"(?:[Mm]y name is|\bI(?:['’]m| am)|[Mm]ein Name ist|[Ii]ch (?:bin|heiße)(?: die| der)?|[Jj]e (?:suis|m['’]appelle)|[Mm]on nom est|"
    r"[Mm]e llamo|[Mm]i nombre es|\b[Ss]oy|[Mm]i chiamo|\b[Ss]ono|[Mm]e chamo|[Cc]hamo-me|[Mm]eu nome é|\b[Ss]ou(?: o| a)?|[Ii]k (?:ben|heet)|"
    r"[Mm]ijn naam is|[Jj]ag heter|[Jj]eg heter|[Nn]azywam się)[\s,]+"
)
_IS = (
    r"\s+(?:is|are|serves as|works as|currently \w+ as|ist|arbeitet als|est|es|è|é|trabaja como|trabalha como|"
    r"lavora come|werkt als)\s+"
    r"(?:currently |now |also |derzeit |seit \d{4} )?"
)
PRONOUN_IS = re.compile(
    rf"(?:Heute|Derzeit|Aktuell|Zurzeit|Seit [^,.;]{{2,20}}) (?:ist|arbeitet) (?:er|sie) (?:als )?|(?:Tegenwoordig|Momenteel|Nu) is (?:hij|zij|ze) |(?:He|She|They|Er|Sie|Il|Elle|Él|Ella){_IS}|(?:He|She|They)['’](?:s|re)\s+(?:currently |now |also )?(?=an?\s|the\s)"
)
_SUPPOSED = re.compile(
    r"\b(?:if|whether|when|unless|wenn|falls|ob|si|se|cuando|quando|quand|als)\b[^.;]*\Z", re.IGNORECASE
)


@lru_cache(maxsize=64)
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(_BY_LANGUAGE.get(language.partition("-")[0], r"(?!)"))


def says_i(text: str, language: str | None = None) -> bool:
    """Whether a sentence is in the first person singular."""
    if WE.match(text):
        return False
    if _ANY.search(text) and _STRICT.search(text):
        return True
    return _pattern(language or "en").search(text) is not None


@lru_cache(maxsize=64)
def _called(name: str) -> re.Pattern[str]:
    return re.compile(rf"{_CALLED}{re.escape(name)}(?![\w'’-])(?!\s[A-ZÀ-Þ]\w)")


def calls_itself(text: str, name: str) -> bool:
    """Whether somebody introduces themself by this first name alone ("Mein Name ist Ada", "Sono Ada, …")."""
    return _called(name).search(text) is not None


def introduces(text: str) -> bool:
    """Whether a sentence says what its writer is ("I am a nurse", "Soy arquitecta")."""
    own = I_AM.search(text)
    if own is None or _SUPPOSED.search(text[: own.start()]):
        return False
    return role_at(text, own.end()) is not None


@lru_cache(maxsize=64)
def first_name_is(contact: str) -> re.Pattern[str]:
    """Sentences that call the contact by the first name alone, as their own page or entry may."""
    given = parse(contact).given or contact
    return re.compile(rf"{re.escape(given)}{_IS}")
