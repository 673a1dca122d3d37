"""The stations of a career: dated lines that say what the contact was and is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.profile import eastern
from drafter.profile.holding import Holding
from drafter.profile.houses import is_house
from drafter.profile.lines import line_role
from drafter.profile.roles import Held, is_role_line, role_at
from drafter.profile.scope import Scope
from drafter.profile.stations import Period, is_period, period_at
from drafter.profile.units import Unit

_LONGEST = 140
_FEW = 8
_VERB = re.compile(r"(?:é|es|è|est|ist|is|I am|I['’]m|je suis|ich bin|ik ben|soy|sono|sou)\s", re.IGNORECASE)
# Studies and honours are dated too; what is done beside the work is less than the work.
_NO_CAREER = re.compile(
    r"education|degree|award|honou?r|grant|publication|talk|ausbildung|studium|bildung|preis|formation|diplôme|prix|"
    r"formación|educación|estudios|premio|formazione|istruzione|formação|educação|opleiding|学歴|受賞",
    re.IGNORECASE,
)
_CAREER = re.compile(
    r"experience|employment|career|positions|appointments|beruf|werdegang|parcours|expérience|experiencia|trayectoria|"
    r"esperienz|carriera|carreira|experiência|werkervaring|職歴|経歴|略歴",
    re.IGNORECASE,
)
_BESIDES = re.compile(
    r"volunt|ehrenamt|bénévol|volontar|service|member|mitglied|membre|miembro|review|advis|board|committee|gremien|teaching",
    re.IGNORECASE,
)


def is_theirs(scope: Scope, index: int) -> bool:
    """Whether a unit stands in the contact's entry, or in nobody's on the contact's own page."""
    entry = scope.owners.get(index)
    return entry.is_of(scope.contact) if entry else scope.own_page and index not in scope.spoken


def station(scope: Scope, index: int, unit: Unit) -> Holding | None:
    """A dated station of a career ("2021–present: Head of Ferries"), dated in itself or by the lines around it."""
    text = unit.text.rstrip(".")
    if unit.kind in ("title", "quoted", "data") or not (unit.line or len(text) <= _LONGEST):
        return None
    own = period_at(text)
    period = own or _dated_around(scope.units, index)  # asked first, for it is quick and mostly answers
    if period is None or not is_theirs(scope, index) or not _begins_with_role(unit):
        return None
    if any(_NO_CAREER.search(heading) for heading in unit.above[-1:]):
        return None
    if not (period.open or period.closed):
        return _taken_up(scope, index, unit)
    start, end = own.rest if own else (0, len(text))
    if _VERB.match(unit.text, start):
        return None  # a sentence of its own ("Desde 2010 es …")
    held = replace(line_role(unit.text, start, end), past=period.closed)
    if held.organization is None and len(unit.above) > 1 and _CAREER.search(unit.above[-2]):
        held = replace(held, organization=None if is_role_line(unit.above[-1]) else unit.above[-1])
    elif held.organization is None and unit.above and is_house(unit.above[-1]):
        held = replace(held, organization=unit.above[-1])
    return Holding(held, unit, _weight(unit))


def _weight(unit: Unit) -> int:
    """A post listed under the career is surer than one's own words, and what is done beside the work less sure."""
    if any(_BESIDES.search(heading) for heading in unit.above[-1:]):
        return 3
    return 8 if any(_CAREER.search(heading) for heading in unit.above[-2:]) else 6


def _begins_with_role(unit: Unit) -> bool:
    """Whether a line, or a short sentence, is or begins with a role; a long sentence says more than that."""
    text = unit.text.rstrip(".")
    if is_role_line(unit.text if len(unit.text.split()) > _FEW else text):
        return True
    held = role_at(text, 0) if len(text) <= _LONGEST else None
    return held is not None and held.start == 0


def _dated_around(units: Sequence[Unit], index: int) -> Period | None:
    """The period on a line of its own in the same row, or within the lines below an employment."""
    unit = units[index]
    around = [*units[max(0, index - 1) : index], *units[index + 1 : index + 4]]
    near = [
        other for other in around if (other.group == unit.group if unit.group is not None else other.start > unit.start)
    ]
    for other in near:
        if other.line and (found := is_period(other.text)):
            return found
        if other.start > unit.start and is_role_line(other.text):
            return None
    return None


def _taken_up(scope: Scope, index: int, unit: Unit) -> Holding | None:
    """A post taken up in a year; it is held until the next line of the same list that has one."""
    span = eastern.taken_up(unit.text)
    if span is None:
        return None
    later = (other for other in scope.units[index + 1 :] if other.heading == unit.heading)
    over = any(period_at(other.text) and eastern.taken_up(other.text) for other in later)
    return Holding(Held(unit.text[slice(*span)], *span, past=over), unit, 5)
