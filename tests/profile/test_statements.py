from __future__ import annotations

import pytest


def only(built, words):
    found = [fact for fact in built.facts if words in fact.quote]
    assert len(found) == 1, [fact.quote for fact in built.facts]
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Ada Brink won the Nordic Grid Award in 2024.", "award"),
        ("Ada Brink studied physics in Lund.", "education"),
        ("Ada Brink gave a keynote at Gridcon 2025.", "talk"),
        ("Ada Brink wrote a book about small rivers.", "publication"),
        ("Ada Brink leads the product team at Norlys.", "role"),
        ("Ada Brink works as an engineer for the platform group.", "role"),
        ("“An article is never finished before the evening,” said Ada Brink.", "opinion"),
        ("Ada Brink built an open-source planner for ferries.", "project"),
        ("Ada Brink raised €2 million for the mill.", "funding"),
        ("Ada Brink lives in Aarhus.", "place"),
        ("Ada Brink enjoys rowing and old maps.", "interest"),
        ("Ada Brink erhielt 2023 den Förderpreis der Stadt.", "award"),
        ("Ada Brink hielt 2024 einen Vortrag über Wehre.", "talk"),
        ("Ada Brink a publié un livre sur les rivières.", "publication"),
        ("Ada Brink estudió física en Vigo.", "education"),
    ],
)
def test_the_kind_follows_from_what_is_done(profile, sentence, kind):
    assert only(profile(sentence, "Ada Brink"), sentence[:20]).kind == kind


@pytest.mark.parametrize(
    ("sentence", "over"),
    [
        ("Ada Brink founded the Norlys archive in 2015.", False),
        ("Ada Brink won the Nordic Grid Award in 2012.", False),
        ("Ada Brink wrote “The Quiet Grid” in 2011.", False),
        ("Ada Brink joined Norlys in 2018 after seven years at the mill.", False),
        ("Ada Brink was head of data at Norlys until 2019.", True),
        ("Ada Brink lived in Oslo from 2010 to 2012 and led the archive there.", True),
    ],
)
def test_roles_grow_old_and_deeds_do_not(profile, sentence, over):
    assert only(profile(sentence, "Ada Brink"), "Ada").outdated is over


@pytest.mark.parametrize(
    ("sentence", "matter"),
    [
        ("She was treated for cancer in 2019.", "health"),
        ("Elle a été soignée pour une dépression en 2020.", "health"),
        ("She is Head of Cancer Research at Norlys.", None),
        ("The paper is by Jean-Baptiste Morel, Sherry Holm and Ada Brink, 2021.", None),
        ("She leads the team for Christian Holm at Norlys.", None),
    ],
)
def test_matters_of_ones_own_life_are_marked_and_names_are_not(profile, sentence, matter):
    built = profile(f"Ada Brink\n\nAda Brink works at Norlys. {sentence}", "Ada Brink")
    assert only(built, sentence[:14]).sensitive == matter


def test_what_a_colleague_did_is_the_colleagues(profile):
    built = profile(
        "Ada Brink leads the data group. Her colleague Jon Eide won the Nordic Grid Award in 2024.", "Ada Brink"
    )
    assert only(built, "Jon Eide").subject == "Jon Eide"


def test_by_lines_and_titles_of_pages_are_no_facts(profile):
    text = "A quiet grid for Aarhus\n\nBy Tom Reed • 15 January 2020\n\nAda Brink opened the mill at Norlys in 2020."
    built = profile(text, "Ada Brink", organization="Norlys")
    assert not [fact for fact in built.facts if "Tom Reed" in fact.quote]


@pytest.mark.parametrize(
    ("item", "statement"),
    [
        (
            "- Brink, A., Eide, J., & Holm, P. (2022). Forecasts from sparse meters. Nordic Grid Conference.",
            "Ada Brink co-wrote “Forecasts from sparse meters” (Nordic Grid Conference, 2022)",
        ),
        (
            "- Forecasts from sparse meters. Ada Brink, Jon Eide, Petra Holm. CVPR 2022.",
            "Ada Brink co-wrote “Forecasts from sparse meters” (CVPR 2022)",
        ),
        ("- Brink A (2019) The quiet grid. Norlys Press.", "Ada Brink wrote “The quiet grid” (Norlys Press, 2019)"),
    ],
)
def test_a_citation_is_told_as_a_work(profile, item, statement):
    built = profile(f"# Ada Brink\n\nI map rivers.\n\n## Publications\n\n{item}\n", "Ada Brink")
    assert statement in [fact.statement for fact in built.facts]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I hold an MA from Lund and I work on rivers.", "Ada Brink holds an MA from Lund and Ada works on rivers."),
        ("She moved to Aarhus in 2015.", "Ada Brink moved to Aarhus in 2015."),
    ],
)
def test_statements_name_the_person(profile, text, said):
    built = profile(f"# Ada Brink\n\nAda Brink maps rivers for Norlys.\n\n{text}", "Ada Brink")
    assert said in [fact.statement for fact in built.facts]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Dirijo el taller de mapas desde 2019.", "es"),
        ("J’ai fondé l’atelier en 2019.", "fr"),
        ("2019年に工房を設立しました。", "ja"),
    ],
)
def test_first_person_of_other_languages_is_introduced_by_the_name(note, text, language):
    from drafter.profile import build_profile

    built = build_profile([note(text, title="Ada Brink", language=language)], "Ada Brink")
    assert [fact.statement for fact in built.facts] == [f"Ada Brink: {text}"]


def test_the_same_thing_said_by_name_by_pronoun_and_by_the_heading_is_one_fact(profile):
    built = profile(
        "# Ada Brink\n\nAda Brink built a tar kiln in Ulvik in 2019.\n\nIn 2019 she built a tar kiln in Ulvik.\n\n"
        "Ada Brink: I built a tar kiln in Ulvik in 2019.\n\nShe built a tar kiln in Ulvik in 2021.\n\n"
        "She never built a tar kiln in Ulvik in 2019.",
        "Ada Brink",
    )
    told = {fact.statement: len(fact.also) for fact in built.facts}
    assert len(told) == 3, told
    assert max(told.values()) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("When I was ten, I drew kites in Bonn.", "When Ada Brink was ten, Ada drew kites in Bonn."),
        ("My crew and I drew kites in 2019.", "Ada Brink’s crew and Ada drew kites in 2019."),
        (
            'In 2019 I came to Bergen to mend the jekt "Gratitude".',
            'In 2019 Ada Brink came to Bergen to mend the jekt "Gratitude".',
        ),
    ],
)
def test_one_speaker_stays_one_person(profile, text, told):
    built = profile(f"# Ada Brink\n\n{text}", "Ada Brink")
    fact = next(fact for fact in built.facts if fact.quote == text)
    assert (fact.statement, fact.about, fact.subject) == (told, "person", None)


def test_a_day_stays_with_its_month(profile):
    built = profile(
        "# Jana Wolk\n\n12. März 2025 erhielt Jana Wolk den Hafenpreis. Sie wohnt seit 2020 in Bonn.", "Jana Wolk"
    )
    assert any(fact.quote == "12. März 2025 erhielt Jana Wolk den Hafenpreis." for fact in built.facts)
