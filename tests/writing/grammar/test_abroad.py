"""Purposes in German, French, Spanish and Japanese, in whatever form they were jotted down."""

from __future__ import annotations

import pytest

from drafter.models import Contact
from drafter.writing.grammar.abroad import sentences_of
from drafter.writing.grammar.conjugation import polite_german

JANA = Contact(name="Jana Winkelried", given_name="Jana", family_name="Winkelried")


@pytest.mark.parametrize(
    ("language", "purpose", "sentences"),
    [
        (
            "de",
            "möchte wissen, was sie heute anders machen würde",
            ["Ich möchte wissen, was Sie heute anders machen würden."],
        ),
        ("de", "ihn fragen, wie er die Lehrlinge auswählt", ["Ich möchte wissen, wie Sie die Lehrlinge auswählen."]),
        ("de", "um zu erfahren, ob er noch Plätze hat", ["Ich möchte wissen, ob Sie noch Plätze haben."]),
        ("de", "wie Frau Winkelried Narben behandelt", ["Ich möchte wissen, wie Sie Narben behandeln."]),
        ("de", "Wie gewinnt sie Freiwillige?", ["Wie gewinnen Sie Freiwillige?"]),
        ("de", "mit ihr über Öfen sprechen", ["Ich möchte mit Ihnen über Öfen sprechen."]),
        ("de", "ihren Leitfaden zur Narbenpflege", ["Es geht mir um Ihren Leitfaden zur Narbenpflege."]),
        ("de", "Lichtsteuerung mit Batterie", ["Mein Anliegen: Lichtsteuerung mit Batterie."]),
        ("de", "hoffentlich ist die Ernte gut gelaufen", ["Hoffentlich ist die Ernte gut gelaufen."]),
        ("de", "Der Fühler passt jetzt in das Rohr", ["Der Fühler passt jetzt in das Rohr."]),
        ("de", "das Rohr mit ihr anpassen", ["Ich möchte das Rohr mit Ihnen anpassen."]),
        ("ja", "木桶の仕込みを続けておられる", ["木桶の仕込みを続けておられることに関心がございます。"]),
        ("ja", "二つの桶の違い", ["二つの桶の違いについて伺いたいです。"]),
        ("de", "Ich habe ihren Leitfaden gelesen", ["Ich habe Ihren Leitfaden gelesen."]),
        ("de", "Ich habe den Artikel gefunden, den sie suchte", ["Ich habe den Artikel gefunden, den Sie suchten."]),
        (
            "de",
            "Wir bauen eine Bühne und möchten wissen, was er nehmen würde",
            ["Wir bauen eine Bühne.", "Ich möchte wissen, was Sie nehmen würden."],
        ),
        ("de", "wie er es gelöst hat, warum sie blieb und ob es half", []),
        (
            "fr",
            "apprendre comment elle choisit ses apprentis",
            ["Je voudrais savoir comment vous choisissez vos apprentis."],
        ),
        ("fr", "Il voudrait savoir ce qu'elle ferait autrement", ["Je voudrais savoir ce que vous feriez autrement."]),
        ("fr", "savoir si elle prend des élèves", ["Je voudrais savoir si vous prenez des élèves."]),
        ("fr", "la rencontrer", ["Je voudrais vous rencontrer."]),
        ("fr", "visiter l'atelier", ["Je voudrais visiter l’atelier."]),
        ("fr", "son manuel sur les anches", ["L’objet de mon message : votre manuel sur les anches."]),
        ("fr", "Comment trouvez-vous vos apprentis ?", ["Comment trouvez-vous vos apprentis ?"]),
        ("es", "preguntarle cómo diseñó el carril", ["Quisiera saber cómo diseñó el carril."]),
        ("es", "hablar con él de los tranvías", ["Quisiera hablar con usted de los tranvías."]),
        ("ja", "協力者の見つけ方", ["協力者の見つけ方について伺いたいです。"]),
        ("ja", "なぜ海図を選んだのか", ["なぜ海図を選んだのか伺いたいです。"]),
    ],
)
def test_the_reader_is_addressed_and_the_sender_says_i(language, purpose, sentences):
    assert sentences_of(purpose, JANA, language) == sentences


@pytest.mark.parametrize(
    ("verb", "plural"),
    [
        ("auswählt", "auswählen"),
        ("organisiert", "organisieren"),
        ("hat", "haben"),
        ("würde", "würden"),
        ("annimmt", "annehmen"),
    ],
)
def test_verbs_at_the_end_of_a_clause_take_their_polite_form(verb, plural):
    assert polite_german(verb) == plural


@pytest.mark.parametrize("verb", ["schläft", "Arbeit", "gern"])
def test_a_verb_that_may_be_strong_is_left(verb):
    assert polite_german(verb) is None
