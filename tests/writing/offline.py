"""Readers, purposes and tasks in five languages for the offline writer."""

from __future__ import annotations

from drafter.models import Brief, Contact, Fact, Note, Organization, Profile, Sender
from drafter.writing._writer import Task
from drafter.writing.kinds import KINDS
from drafter.writing.selection import select

MIRA = Sender(
    name="Mira Solberg",
    role="Data engineer",
    organization="Nordhavn Ferries",
    phone="+46 70 174 06 12",
    email="mira@solberg.example",
    facts=("Moved 60 nightly jobs to a queue in 2029",),
)
THANKS = {
    "en": "for reading my draft",
    "de": "für die Führung durch die Werkstatt",
    "fr": "pour la visite de l’atelier",
    "es": "por la visita",
    "ja": "先日の読書会",
}
TEXTS = {
    "en": ("She founded the Hut Line in 2028.", "Her team checks 900 corrections a week.", "ask how she sorts reports"),
    "de": (
        "Sie leitet die Werkstatt in Passau.",
        "Die Werkstatt hat elf Leute.",
        "Ich möchte verstehen, wie Sie planen.",
    ),
    "fr": (
        "Elle a fondé l’atelier en 2016.",
        "L’atelier compte six personnes.",
        "Je voudrais comprendre votre travail.",
    ),
    "es": ("Ella dirige la cooperativa en Vigo.", "La cooperativa repara redes.", "Quiero aprender cómo trabajan."),
    "ja": (
        "2028年にシリーズ「川のとなり」を創刊しました。",
        "毎月読書会を開いています。",
        "読書会について伺いたいです。",
    ),
}


def profile(language: str = "en", name: str = "Ines Marchetti", kind: str = "web_page") -> Profile:
    first, second, _ = TEXTS[language]
    text = f"{first}\n{second}"
    spans = ((0, len(first)), (len(first) + 1, len(text)))
    facts = tuple(
        Fact(id=f"f{at}", kind="work", statement=text[a:b], quote=text[a:b], note="n1", start=a, end=b)
        for at, (a, b) in enumerate(spans, start=1)
    )
    note = Note.model_validate(
        {"id": "n1", "origin": "page", "kind": kind, "language": language, "sha256": "0", "text": text}
    )
    given, _, family = name.partition(" ")
    contact = Contact(name=name, given_name=given, family_name=family)
    return Profile(contact=contact, organization=Organization(name="Hochweg"), notes=(note,), facts=facts)


def task(known: Profile, **fields: object) -> Task:
    thanks = {"purpose": THANKS["en"]} if fields.get("kind") == "thank_you" else {}
    brief = Brief.model_validate({"sender": MIRA, "purpose": TEXTS["en"][2]} | thanks | fields)
    selection = select(brief, known)
    assert not selection.needs
    return Task(brief, known, selection.facts)


EVERY = [(kind, channel, language) for kind, guide in KINDS.items() for channel in guide.channels for language in TEXTS]
