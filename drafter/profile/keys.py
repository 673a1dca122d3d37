"""The keys by which data files, front matter and labelled lines announce a name, a role and an employer."""

# ruff: noqa: SIM905 - word lists read better in one piece

from __future__ import annotations

import re

NAME_KEYS = frozenset(
    "name full_name fullname fullName person author display_name displayname nom nombre vorname_nachname 氏名 名前 "
    "contact_name member fn".split()
)
ROLE_KEYS = frozenset(
    "jobtitle job_title job position role title function funktion rolle stelle beruf titel fonction "
    "poste métier cargo puesto rol "
    "funzione ruolo qualifica carica função função_atual functie rol_en_functie منصب الوظيفة المنصب תפקיד "
    "役職 役職名 職位 肩書 肩書き 職種 occupation hasoccupation".split()
)

_KEY_PARTS = re.compile(r"[\s_-]+")
# "position-title", "currentPosition", "job_role": what the last word says, the others only narrow down.
_ROLE_ENDING = re.compile(
    r"(?:\A|[\s_-])(?:position|role|job|designation|occupation)(?:[\s_-]?titles?)?\Z|(?:work|professional|academic)[\s_-]?title\Z"
)


HOUSE_KEYS = frozenset(
    "worksfor organization organisation company employer affiliation firma unternehmen entreprise société "
    "empresa organización 所属 会社 会社名 企業名 "
    "publisher site_name og:site_name sitename org works_for institution haus "
    "arbeitgeber einrichtung dienststelle employeur établissement institución ente istituto azienda "
    "instituição werkgever organisatie 勤務先 所属先 所属機関 ".split()
)
_HOUSE_KEY_PARTS = re.compile(r"[\s_-]+|name\Z")


def is_house_key(key: str | None) -> bool:
    """Whether a key of a datum announces an employer, also with further words ("company_name")."""
    return any(part in HOUSE_KEYS or _HOUSE_KEY_PARTS.sub("", part) in HOUSE_KEYS for part in (key or "").split("/"))


def is_role_key(key: str | None) -> bool:
    """Whether a key of a datum announces a role, however its words are joined ("job_title", "Position title")."""
    if not key:
        return False
    return any(
        part in ROLE_KEYS or _KEY_PARTS.sub("", part) in ROLE_KEYS or _ROLE_ENDING.search(part) is not None
        for part in key.split("/")
    )
