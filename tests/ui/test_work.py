import datetime

from drafter.models import Attempt, Contact, Draft, Fact, Note, Profile, Report, Sender, Sentence
from drafter.ui.evidence import age, source
from drafter.ui.work import (
    ADDED_BY_HAND,
    Work,
    add_notes,
    brief_of,
    mark_of,
    marked,
    with_added_facts,
    with_lasting_ids,
)


def note(text: str, *, note_id: str = "n1", origin: str = "typed note") -> Note:
    return Note(id=note_id, origin=origin, kind="typed", sha256=str(hash(text)), text=text)


def fact(fact_id: str, text: str, note_id: str = "n1") -> Fact:
    return Fact(id=fact_id, statement=text, quote=text, note=note_id, start=0, end=len(text))


PROFILE = Profile(
    contact=Contact(name="Ines"), notes=(note("Founded a choir"),), facts=(fact("f1", "Founded a choir"),)
)


def test_notes_get_ids_of_their_own_and_are_not_taken_twice() -> None:
    work = add_notes(Work(), (note("one"), note("two")))
    work = add_notes(work, (note("two"), note("three")))
    assert [(n.id, n.text) for n in work.notes] == [("n1", "one"), ("n2", "two"), ("n3", "three")]


def test_a_mark_outlives_a_new_reading() -> None:
    work = Work(profile=PROFILE, marks={mark_of(PROFILE.facts[0]): "use"})
    again = PROFILE.model_copy(update={"facts": (fact("f7", "Founded a choir"),)})
    assert marked(work, "use") == ("f1",)
    assert marked(work.model_copy(update={"profile": again}), "use") == ("f7",)
    assert marked(work, "avoid") == ()


def test_a_draft_s_evidence_means_the_same_words_after_a_new_reading() -> None:
    cited = Draft(message="You founded a choir.", sentences=(Sentence(part="message", start=0, end=20, facts=("f1",)),))
    work = Work(profile=PROFILE).with_version(Attempt(draft=cited, report=Report()))
    texts = ("Sings bass", "Founded a choir", "Founded a choir", "Lives in Ghent")
    again = PROFILE.model_copy(update={"facts": tuple(fact(f"f{n}", text) for n, text in enumerate(texts, 1))})
    found = with_lasting_ids(again, work)
    assert [(f.id, f.statement) for f in found.facts] == list(zip(("f2", "f1", "f3", "f4"), texts, strict=True))
    # What an earlier version cites is nobody else's even where the fact has gone meanwhile.
    gone = work.model_copy(update={"profile": None})
    assert with_lasting_ids(again, gone).facts[0].id == "f2"


def test_a_fact_added_by_hand_stands_first_and_only_once() -> None:
    by_hand = note("We met in Ghent", note_id="n2", origin=ADDED_BY_HAND)
    profile = PROFILE.model_copy(update={"notes": (*PROFILE.notes, by_hand)})
    found = with_added_facts(profile)
    assert [f.statement for f in found.facts] == ["We met in Ghent", "Founded a choir"]
    assert len({f.id for f in found.facts}) == 2
    assert Profile.model_validate(found.model_dump()) == found
    assert with_added_facts(found).facts == found.facts


def test_the_brief_says_what_the_page_says() -> None:
    work = Work(name="Ines", purpose=" why ", ask="", kind="check_in", channel="sms", profile=PROFILE)
    brief = brief_of(work, Sender(name="Maya"), today=datetime.date(2026, 5, 4))
    assert (brief.purpose, brief.ask, brief.kind, brief.channel) == ("why", None, "check_in", "sms")


def test_what_is_missing_is_said() -> None:
    assert len(Work().missing()) == 3
    assert Work(name="Ines", purpose="why", notes=(note("x"),)).missing() == []


def test_work_survives_being_saved() -> None:
    work = Work(name="Ines", profile=PROFILE, marks={"a": "use"})
    assert Work.model_validate(work.model_dump(mode="json", exclude_defaults=True)) == work


def test_ages_and_sources_are_in_words() -> None:
    today = datetime.date(2026, 5, 4)
    assert age("2019-03", today) == "2019-03 (7 years ago)"
    assert age("2016–2025", today) == "2016–2025 (1 year ago)"
    assert age("2026", today) == "2026 (this year)"
    assert age("last spring", today) == "last spring"
    assert age(None, today) == ""
    assert source(None) == "source unknown"
