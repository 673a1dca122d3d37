from drafter.ui.words import without_ids

QUOTES = {"f1": "Moved 140 gauges", "f12": "Spoke at the Delta Forum in 2023 about alarm fatigue in control rooms"}


def test_a_fact_is_named_by_its_words_and_not_by_its_id() -> None:
    said = without_ids("f12 does not say this; cite f1", QUOTES)
    assert said.startswith("“Spoke at the Delta Forum")
    assert said.endswith("…” does not say this; it stands in “Moved 140 gauges”")
    assert without_ids("it cites f9, which is no fact", QUOTES) == "it cites a fact that is not there, which is no fact"


def test_what_only_looks_like_an_id_stays() -> None:
    assert without_ids("No note has “F1 racing”, f1x or rf1.", QUOTES) == "No note has “F1 racing”, f1x or rf1."
