"""What the sources know, told of the wrong person, thing, place or time, is flagged; told rightly it passes."""

import pytest

from drafter.checks import Context
from drafter.checks._language import detect
from drafter.checks._text import Text
from drafter.checks.grounding.statements import judge
from drafter.models import Contact, Note, Organization, Profile

NOTES = {
    "Tamsin Orrell": (
        "Tamsin Orrell builds harpsichords in Kendal with her daughter, Wren Orrell. "
        "She trained with Pieter Aldous at Ravensgate Workshop for four years and spent a year in Ghent at the "
        "Conservatory and three years at the Hartwell Museum. "
        "She taught Ilse Brandt to voice plectra. "
        "She has played continuo with members of the Larkfield Consort. "
        "She joined the board of the Early Keyboard Society in 2019. "
        "The workshop made lutes but switched to building harpsichords in 2004. "
        "Through Aldous's collection of drawings she came upon the Ruckers plans. "
        "She was secretary of the guild from 2008 to 2014. "
        "Since 2020 she has been in semi-retirement and takes two orders a year. "
        "She is a fourth-generation maker. The family has worked in Kendal since 1902, and she took over in 1988. "
        "She holds an M.M. from the Leeds School of Music. "
        "Her apprentice Colm Farrow has a shop of his own now."
    ),
    "Jorin Achleitner": (
        "Jorin Achleitner ist Restaurator. Nach der Lehre arbeitete er drei Jahre in der Werkstatt Kofler in Bozen. "
        "Anschließend ist er nach Graz gewechselt und hat dort bis 2021 im Atelier Sturm gearbeitet. "
        "04/2015 – 10/2017 Fortbildung zum Papierrestaurator an der Akademie Horn. "
        "Seine Diplomarbeit über Buntpapier wurde magna cum laude bewertet. "
        "Betreuerin: Dr. Selma Rauch. Seit 03/2022 führt er in Nordrhein-Westfalen eine eigene Werkstatt."
    ),
    "Maëlle Kerbrat": (
        "Maëlle Kerbrat est relieure à Quimper. D'abord salariée de l'atelier Doré à Nantes, puis libraire. "
        "Elle travaille avec la papeterie Morvan à Brest. Son film sur la dorure a été sous-titré en anglais."
    ),
}
TRUE = [
    ("Tamsin Orrell", "Building harpsichords beside your daughter Wren must be a pleasure."),
    ("Tamsin Orrell", "You trained for four years with Pieter Aldous."),
    ("Tamsin Orrell", "You spent three years at the Hartwell Museum."),
    ("Tamsin Orrell", "I hear that Ilse Brandt was once a pupil of yours."),
    ("Tamsin Orrell", "You played with members of the Larkfield Consort, didn't you?"),
    ("Tamsin Orrell", "You have sat on the board of the Early Keyboard Society for five years or so."),
    ("Tamsin Orrell", "In 2004 you switched from lutes to harpsichords."),
    ("Tamsin Orrell", "You hold a master's from the Leeds School of Music."),
    ("Jorin Achleitner", "Sie haben drei Jahre in der Werkstatt Kofler in Bozen gearbeitet."),
    ("Jorin Achleitner", "Seit März 2022 führen Sie Ihre eigene Werkstatt."),
    ("Jorin Achleitner", "Im Herbst 2017 endete Ihre Fortbildung an der Akademie Horn."),
    ("Jorin Achleitner", "Zweieinhalb Jahre Fortbildung zum Papierrestaurator verdienen Respekt."),
    ("Jorin Achleitner", "Wenn ich es richtig sehe, waren Sie erst in Bozen und dann in Graz."),
    ("Jorin Achleitner", "You run a workshop in North Rhine-Westphalia."),
    ("Maëlle Kerbrat", "Vous travaillez avec la papeterie Morvan à Brest."),
    ("Maëlle Kerbrat", "Au début vous étiez salariée de l'atelier Doré."),
]
FALSE = [
    ("Tamsin Orrell", "Building harpsichords beside your sister Wren must be a pleasure."),
    ("Tamsin Orrell", "You trained for nine years with Pieter Aldous at Ravensgate Workshop."),
    ("Tamsin Orrell", "You spent three years at the Conservatory in Ghent."),
    ("Tamsin Orrell", "I hear that Pieter Aldous was once a pupil of yours."),
    ("Tamsin Orrell", "You learned a great deal from Ilse Brandt, who taught you to voice plectra."),
    ("Tamsin Orrell", "As a member of the Larkfield Consort you know continuo well."),
    ("Tamsin Orrell", "You have sat on the board of the Early Keyboard Society for thirty years."),
    ("Tamsin Orrell", "It was through Farrow's collection that you came upon the Ruckers plans."),
    ("Tamsin Orrell", "You are currently secretary of the guild."),
    ("Tamsin Orrell", "You gave up building altogether in 2020, at the start of your retirement."),
    ("Tamsin Orrell", "You build harpsichords in the sixth generation."),
    ("Jorin Achleitner", "Sie haben neun Jahre in der Werkstatt Kofler in Bozen gearbeitet."),
    ("Jorin Achleitner", "Seit Mai 2022 führen Sie Ihre eigene Werkstatt."),
    ("Jorin Achleitner", "Sieben Jahre Fortbildung zum Papierrestaurator verdienen Respekt."),
    ("Jorin Achleitner", "Ihre Diplomarbeit wurde summa cum laude bewertet."),
    ("Jorin Achleitner", "Sie arbeiten heute noch im Atelier Sturm."),
    ("Jorin Achleitner", "You run a workshop in Lower Saxony."),
    ("Maëlle Kerbrat", "Votre film sur la dorure a été doublé en anglais."),
]


def problems(name: str, sentence: str) -> list[str]:
    note = Note(id="n1", origin="page", kind="text", sha256="", text=NOTES[name])
    profile = Profile(contact=Contact(name=name), organization=Organization(name="Atelier"), notes=(note,))
    known = Context(contact=name, organization=profile.organization, profile=profile)
    return [problem.message for problem in judge(Text("message", sentence, detect(sentence)), known).problems]


@pytest.mark.parametrize(("name", "sentence"), TRUE)
def test_told_rightly_passes(name: str, sentence: str) -> None:
    assert problems(name, sentence) == []


@pytest.mark.parametrize(("name", "sentence"), FALSE)
def test_told_of_the_wrong_one_is_flagged(name: str, sentence: str) -> None:
    assert problems(name, sentence)
