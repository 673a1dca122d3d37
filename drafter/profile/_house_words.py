"""By what words organisations and their parts are known, and how far a name reaches."""

# ruff: noqa: E501 - word lists read better in one piece

from __future__ import annotations

import re

# Romance languages write what sort of house it is in small letters ("l'université de Nantes").
SMALL = (
    r"universit[éàa]|universidad\w*|université|institut\w*|école|escuela|escola|scuola|lycée|liceo|liceu|centr[eo]|"
    r"musée|museo|museu|hôpital|ospedale|mairie|ministère|ministerio|ministero|collège|bibliothèque|biblioteca|"
    r"laboratoire|laboratorio|association|asociación|associazione|associação|fondation|fundación|fondazione|fundação"
)
ORG_WORD = re.compile(
    r"(?:university|institute|institut\w*|foundation|stiftung|college|school|company|gmbh|\bag\b|inc\b|ltd|llc|"
    r"group|labs?\b|bank|ministry|"
    r"agency|association|verein|society|gesellschaft|universit\w+|hochschule|universidad|université|école|"
    r"fundación|fondation|centre|center|"
    r"council|commission|museum|hospital|clinic|klinik\w*|verband|coop\w*|studio|network|trust|e\.\s?v|team|"
    r"project|committee|consortium|istitut\w+|centro|fundação|fondazione|associa\w+|escola|escuela|scuola|faculdade|laborat\w+|"
    r"minist[eé]r\w+|hospice|ospedale|orchestra|theat\w+|bibliothe\w+|biblioteca|observator\w+|akademie|academy|"
    r"advocacia|abogados|architekten|architects|verlag|church|parish|"
    r"\b(?:press|radio|library|archive|partners|partnership|consulting|coaching|records|books)\Z)",
    re.IGNORECASE,
)
PROPER = re.compile(
    rf"[\"“„]?(?:(?:{SMALL})(?:\s[a-zà-ÿ]+){{0,2}}?\s(?:(?:de la|de|du|des|della|di|do|da)\s|d['’]|de l['’]|dell['’])?)?"
    r"(?:[A-ZÀ-Þ0-9][\w&'’.+-]*|[a-z][A-Z]\w*)(?:\s+(?:(?:of|for|and|the|de|des|du|del|la|le|los|las|di|della|da|do|dos|das|für|und|"
    r"der|et|y|e|&|d['’])\s+)*(?:the\s+|la\s+)?"
    r"(?:[A-ZÀ-Þ0-9][\w&'’.+-]*)){0,6}[\"”“]?(?:\s+e\.\s?V\.)?"
)
PART_OF_HOUSE = re.compile(
    r"\b(?:department|dept|school of|institute for|faculty|division|section|office|board|committee|programme?|unit|team|chair|abteilung|"
    r"fachbereich|fakultät|referat|vorstand|lehrstuhl|departamento|facultad|área|faculté|département|service|pôle|"
    r"dipartimento|facoltà|ufficio|secretaría|dirección|direction|faculdade|afdeling|faculteit)\b",
    re.IGNORECASE,
)
# What a department stands in, and the words between the two.
LARGER = re.compile(
    r"(?:[A-ZÀ-Þ][\w-]+\s)*(?:[A-ZÀ-Þ][\w-]*(?:hochschule|universität)|Universit\w+|Universidad\w*|Hochschule|Institut\w*|College|"
    r"Hospital|Klinik\w*|Clinic|Academy|Akademie|Museum)\b.*\Z"
)
BELONGS = re.compile(
    r",?\s+(?:(?:at|of|in|bei|beim|an|am|der|des|vom|von|de|do|da|na|no|dell['’]|della|del|du|à|al|alla|aan|van|en)\s*)?"
    r"(?:the |der |dem |la |l['’]|de |el |het )?(?=[A-ZÀ-Þ]|(?:" + SMALL + r")\s)"
)
# Who leads a house as a whole, and what only parts of one do.
WHOLE = re.compile(
    r"(?:\b(?:co-?)?founder|\bowner|\bc[etfom]o|(?<!vice )\bpresident|chief executive(?: officer)?|managing director|"
    r"executive director|gründer\w*|geschäftsführer\w*|inhaber\w*|fondat\w+|gérante?|fundador\w*|dueñ[oa]|"
    r"gerente general|titolare|\bdon[oa])(?:\s\([A-Z]{2,6}\))?\Z",
    re.IGNORECASE,
)
FUNCTION = re.compile(
    r"(?:operations?|sales|property|infrastructure|services|affairs|relations|systems|resources|security|marketing|engineering|products?|research|finance|development|communications?|programs|"
    r"programmes|education|design|technology|data|people|strategy|growth|policy|content|publishing|partnerships)\b",
    re.IGNORECASE,
)
LEGAL_FORM = re.compile(
    r"(?<!\w)(?:g?GmbH|mbH|AG|KG|OHG|UG|SE|eG|e\.\s?V\.|Ltd\.?|Limited|LLC|LLP|PLC|plc|Inc\.?|Corp\.?|Co\.|AS|A/S|ASA|AB|Oy|Oyj|"
    r"ApS|BV|B\.V\.|NV|N\.V\.|SA|S\.A\.|SAS|SARL|S\.?r\.?l\.?|S\.?p\.?A\.?|S\.L\.|SL|Lda\.?|Ltda\.?|Sp\. z o\.o\.)\Z|株式会社|合同会社|有限会社"
)
# Posts of teaching and learning: what stands after their "in" is a field more often than a house.
SCHOLARLY = re.compile(
    r"\b(?:professor|lecturer|reader|fellow|student|candidate|researcher|instructor|tutor|chair|specialist|expert|"
    r"teacher|graduate|postdoc\w*|do[ck]torand\w*|dottorand\w+|doutorand\w+|doctorante?|student\w*|studente\w*|étudiante?|"
    r"estudiante|professor\w*|profess\w+|docente|enseignante?|ricercat\w+|investigad\w+|pesquisad\w+|cherche\w+|"
    r"assegnista|catedrátic[oa]|dozent\w*)\b",
    re.IGNORECASE,
)
