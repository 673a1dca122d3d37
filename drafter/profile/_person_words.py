"""The words by which a sentence shows whom it is about: first persons, pronouns, names as its subject."""

from __future__ import annotations

import re

FIRST = re.compile(
    r"(?<![\w'’])(?:I(?:['’](?:m|ve|d|ll))?|[Mm]y|myself|[Ii]ch|[Mm]ein\w{0,2}|mir|[Jj]e|[Jj]['’]\w+|[Mm]on|ma|[Mm]es|[Yy]o|soy|mis?|"
    r"trabajo|dirijo|estudié|ik|mijn|sono|mi[oa]|sou|trabalho|minha|meu|أنا|أعمل|אני|שלי)(?![\w])"
)
WE = re.compile(
    r"\b(?:we|our|us|wir|unser\w{0,2}|uns|nous|notre|nos|nosotros|nuestr[oa]s?|somos|hemos)\b|私たち|当社|弊社|"
    r"わたしたち|当法人|当財団",
    re.IGNORECASE,
)
PRONOUN = re.compile(
    r"(?:Heute|Derzeit|Aktuell|Zurzeit) (?:ist|lebt|arbeitet|leitet|studiert) (?:er|sie)\b|"
    r"(?:(?:[\"“„«]|In (?:his|her|their) \w+[^,]{0,40}, |(?:Before|Prior to|Since|In|From|Until|After|Outside|"
    r"Currently|Previously|Today)\b[^.]{0,60}, )?"
    r"(?:He|She|They|His|Her|Their|he|she|they|Er|Sie|Ihre?|Seine?|Il|Elle|Ses|Son|Él|Ella|Sus?)\b|彼女?は|"
    r"同氏は|氏は)"
)
IS_NO_PERSON = re.compile(
    r"\s*(?:is|was|ist|war|est|es|fue) (?:an?|the|eine?|une?|una?)\b[^.]{0,40}?\b(?:charity|company|firm|"
    r"foundation|start-?up|"
    r"agency|non-?profit|organi[sz]ation|association|network|museum|school|studio|platform|verein|unternehmen|"
    r"firma|stiftung|"
    r"entreprise|association|fondation|empresa|fundación|asociación)\b",
    re.IGNORECASE,
)
PRONOUN_SAID = re.compile(
    r"[\"”“»],?\s*(?:(?:he|she|they) (?:said|says|told|added|explained)|(?:said|says|added) (?:he|she|they)|"
    r"(?:sagt|sagte|erklärt|"
    r"erklärte) (?:er|sie)|(?:dit|explique|ajoute)-t-(?:il|elle)|(?:afirmó|dijo|explicó|añadió)\b)"
)
_SOMEBODY = (
    r"(?:[A-ZÀ-Þ][\w-]{2,20}: )?"
    r"(?:[\"“„«][^\"”“»]{5,300}[\"”“»],?\s*(?:said|says|added|explained|sagt\w*|erklärt\w*|a déclaré|déclare|"
    r"explique|afirma|dijo|explica)\s+)?"
    r"(?:(?:Her|His|Their|My|Our|The|Ihr\w*|Sein\w*|Mein\w*|Unser\w*|Son|Sa|Notre|Su|Nuestr[oa])(?: "
    r"[a-zß-ÿ-]+){1,3},? )?"
    r"((?:(?:Dr|Prof|Professor|Frau|Herr|Ms|Mr|Mrs|Mme|M|Sra?)\.?\s+)*[A-ZÀ-Þ][\w'’-]+(?:\s+(?:[A-Z]\.|von|van|"
    r"de|der|den|di|da|la|del|[A-ZÀ-Þ][\w'’-]+)){1,3})"
)
SUBJECT = re.compile(
    rf"{_SOMEBODY}"
    r"(?=\s*(?:,|\(|（|–|—|\s(?:is|was|has|joined|leads|led|works|worked|founded|studied|said|says|holds|won|wrote|"
    r"received|built|took|gave|spoke|runs|ran|heads|co-\w+|[a-z]{2,}ed|serves|became|ist|war|hat|leitet|"
    r"arbeitet|studierte|gründete|kam|est|a\s|dirige|travaille|es|fue|trabaja|ha)\b))"
)
# In a line that somebody typed, what stands first is what it is about, whatever the verb.
SUBJECT_TYPED = re.compile(
    rf"{_SOMEBODY}(?=\s*[,(（–—]|\s+(?!(?:in|on|at|of|and|or|for|to|by|with|from|und|oder|in|von|für|et|ou|pour|y|o|para|con)\b)"
    r"[a-zß-ÿ]{2,})"
)


QUOTED = re.compile(r"[“„«「\"][^“”„«»「」\"]*(?:[”“»」\"]|\Z)")
OWN_NAME = re.compile(
    r"(?:my name is|\bi['’]?m|\bi am|ich bin|ich heiße|mein name ist|je suis|je m['’]appelle|\bsoy|me llamo|mi "
    r"nombre es|私は)"
    r"[\s,:]*(?:\([^)]{2,20}\)\s*)?$",
    re.IGNORECASE,
)
