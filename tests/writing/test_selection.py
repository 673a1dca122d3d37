"""Which facts a message may rest on, and what is missing."""

from __future__ import annotations

import pytest

from drafter.errors import InputError
from drafter.models import Brief, Contact, Fact, Note, Organization, Profile, Sender
from drafter.writing.selection import select

MIRA = Sender(name="Mira Solberg")


def profile(*facts: dict[str, object]) -> Profile:
    text, made = "", []
    for number, fields in enumerate(facts, start=1):
        statement = str(fields["statement"])
        start = len(text)
        text += statement + "\n"
        place = {"id": f"f{number}", "quote": statement, "note": "n1", "start": start, "end": start + len(statement)}
        made.append(Fact.model_validate({"kind": "work"} | fields | place))
    note = Note(id="n1", origin="page", kind="web_page", sha256="0", text=text)
    return Profile(
        contact=Contact(name="Ana Keller"), organization=Organization(name="Kestrel"), notes=(note,), facts=tuple(made)
    )


def brief(**fields: object) -> Brief:
    return Brief.model_validate({"sender": MIRA, "purpose": "ask how she plans winter roads"} | fields)


def ids(chosen: tuple[Fact, ...]) -> list[str]:
    return [fact.id for fact in chosen]


def test_sensitive_foreign_and_former_matters_are_left_out():
    known = profile(
        {"statement": "She was treated for cancer.", "sensitive": "health"},
        {"statement": "Jon Eide won the Northern Award.", "subject": "Jon Eide"},
        {"statement": "Ana was captain at Blue Line.", "kind": "role", "outdated": True},
        {"statement": "She plans winter roads."},
    )
    assert ids(select(brief(), known).facts) == ["f4"]
    assert ids(select(brief(use=("f1",)), known).facts) == ["f1", "f4"]
    assert ids(select(brief(avoid=("f4",)), known).facts) == []


def test_what_the_purpose_points_at_comes_first_and_what_is_asked_for_before_that():
    known = profile(
        {"statement": "She founded a choir."},
        {"statement": "She plans the winter roads of Dorne."},
        {"statement": "She repairs altimeters."},
    )
    assert ids(select(brief(), known).facts) == ["f2", "f1", "f3"]
    assert ids(select(brief(use=("f3",)), known).facts) == ["f3", "f2", "f1"]


def test_the_category_and_the_angle_change_what_leads():
    known = profile(
        {"statement": "She repairs clocks.", "kind": "interest"},
        {"statement": "Her essay on bells appeared.", "kind": "publication"},
        {"statement": "Both of you sang in Lund.", "kind": "shared_ground", "shared": "Lund"},
    )
    plain = brief(purpose="meet")
    assert ids(select(plain, known).facts)[0] == "f3"
    assert ids(select(plain.model_copy(update={"category": "peer"}), known).facts)[:2] == ["f2", "f3"]
    assert ids(select(plain.model_copy(update={"angle": "her talk"}), known).facts)[0] == "f2"


def test_unknown_facts_are_an_error_that_names_them():
    with pytest.raises(InputError, match="no fact f9"):
        select(brief(use=("f9",)), profile({"statement": "She plans roads."}))
    with pytest.raises(InputError, match="it has no facts"):
        select(brief(avoid=("f1",)), profile())


@pytest.mark.parametrize("kind", ["introduction", "advice_request", "follow_up", "check_in", "reconnect", "thank_you"])
def test_without_a_purpose_nothing_is_written(kind):
    needs = select(brief(kind=kind, purpose=" "), profile({"statement": "She plans roads."})).needs
    assert needs
    assert "--purpose" in needs[0]


def test_a_received_invitation_needs_no_purpose():
    assert not select(brief(kind="invitation_reply", purpose=""), profile()).needs


def test_a_job_title_alone_is_too_little_and_the_needs_say_where_to_look():
    needs = select(brief(), profile({"statement": "Ana Keller is Head of Data at Kestrel.", "kind": "role"})).needs
    assert any("Ana Keller" in need for need in needs)
    assert any("Kestrel" in need for need in needs)


def test_a_role_that_tells_what_is_done_is_enough():
    assert not select(brief(), profile({"statement": "She trains 40 volunteers.", "kind": "role"})).needs


def test_somebody_one_knows_needs_no_fact_from_a_page():
    assert not select(brief(kind="thank_you", purpose="thank her for the call"), profile()).needs
