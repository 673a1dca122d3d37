from pathlib import Path

import pytest

from drafter.batch.across import note_across
from drafter.batch.lessons import lessons
from drafter.batch.review import Review, with_texts
from drafter.errors import InputError
from drafter.models import Result
from drafter.settings import Settings
from drafter.storage import Batch, ConflictError, Row
from drafter.storage.ledger import Storage
from drafter.storage.rows import View
from tests.batch.made import Checks, drafted, finding, people, result, run


@pytest.fixture
def batch(storage: Storage, tmp_path: Path) -> Batch:
    def work(row: Row) -> Result:
        return result(row.name, f"Hello,\n\nYour tide atlas. {row.name}", *((finding(),) if row.number == 2 else ()))

    return drafted(storage, tmp_path, 8, work)


@pytest.fixture
def review(storage: Storage) -> Review:
    return Review(storage, Checks(), who="maya")  # type: ignore[arg-type]


def test_who_decided_when_and_why_is_kept(storage: Storage, batch: Batch, review: Review) -> None:
    row = review.approve(storage.batches.row(batch.id, 1))
    assert (row.decision, row.decided_by, row.decided_at is not None) == ("approved", "maya", True)
    review.decide(row, "rejected", reason="left the company")
    row = storage.batches.row(batch.id, 1)
    assert (row.decision, row.decision_reason) == ("rejected", "left the company")
    told = [(event.who, event.details["decision"]) for event in storage.reviewing.events(batch.id, row_id=row.id)[1:]]
    assert told == [("maya", "approved"), ("maya", "rejected")]


def test_errors_are_not_approved_without_a_reason(storage: Storage, batch: Batch, review: Review) -> None:
    row = storage.batches.row(batch.id, 2)
    with pytest.raises(InputError, match=r"row 2 has 1 error \(facts.number\); .* --override"):
        review.approve(row)
    with pytest.raises(InputError):
        review.approve(row, override="  ")
    assert review.approve(row, override="she told me herself").decision_reason == "she told me herself"


def test_two_reviewers_do_not_overwrite_each_other(storage: Storage, batch: Batch, review: Review) -> None:
    seen = storage.batches.row(batch.id, 1)
    Review(storage, Checks(), who="noor").decide(seen, "rejected")  # type: ignore[arg-type]
    with pytest.raises(ConflictError, match="row 1 was changed by noor meanwhile"):
        review.approve(seen)
    with pytest.raises(ConflictError):
        review.edit(seen, review.edited(seen, message="Mine"))
    assert storage.batches.row(batch.id, 1).decision == "rejected"
    assert len(storage.reviewing.drafts(seen.id)) == 1


def test_an_edit_is_checked_and_takes_the_decision_back(storage: Storage, batch: Batch, review: Review) -> None:
    row = review.approve(storage.batches.row(batch.id, 1))
    row = review.edit(row, review.edited(row, message="This is wrong."))
    assert (row.edited, row.verdict, row.errors, row.decision) == (True, "fail", 1, None)
    with pytest.raises(InputError):
        review.approve(row)
    assert [draft.origin for draft in storage.reviewing.drafts(row.id)] == ["first", "edit"]
    with pytest.raises(InputError, match="the message is empty"):
        review.edit(row, review.edited(row, message=" "))


def test_evidence_follows_sentences_that_still_stand() -> None:
    draft = result().draft
    assert draft is not None
    moved = with_texts(draft, {"message": "Dear Ada,\n\nGood day. Your tide atlas. Bye."})
    (sentence,) = moved.sentences
    assert moved.message[sentence.start : sentence.end] == "Your tide atlas."
    assert with_texts(draft, {"message": "Other words."}).sentences == ()


def test_undo_takes_back_one_step_after_the_other(storage: Storage, batch: Batch, review: Review) -> None:
    row = storage.batches.row(batch.id, 1)
    first = row.draft_id
    row = review.edit(row, review.edited(row, message="Mine"))
    row = review.approve(row)
    row = review.undo(row)
    assert (row.decision, row.edited) == (None, True)
    row = review.undo(row)
    assert (row.draft_id, row.edited, row.verdict) == (first, False, "pass")
    with pytest.raises(InputError, match="nothing to take back"):
        review.undo(row)


def test_a_redraft_keeps_what_was_there(storage: Storage, batch: Batch, review: Review) -> None:
    row = review.ask_again(storage.batches.row(batch.id, 1), instruction="shorter")
    assert (row.state, row.generation, row.instruction) == ("new", 1, "shorter")
    run(storage, batch, lambda row: result(row.name, "Short."))
    drafts = storage.reviewing.drafts(row.id)
    assert [(draft.origin, draft.instruction) for draft in drafts] == [("first", None), ("redraft", "shorter")]
    row = review.undo(storage.batches.row(batch.id, 1))
    current = storage.reviewing.current(row)
    assert current is not None
    assert current.id == drafts[0].id


def test_what_needs_eyes_comes_first(storage: Storage, batch: Batch) -> None:
    rows = storage.batches.rows(batch.id, View(order="attention"))
    assert [row.number for row in rows] == [2, 1, 3, 4, 5, 6, 7, 8]
    assert [row.number for row in storage.batches.rows(batch.id, View(verdict="fail"))] == [2]
    assert [row.number for row in storage.batches.rows(batch.id, View(text="firm 3"))] == [3]
    assert storage.batches.rows(batch.id, View(text="100%")) == ()


def test_clean_rows_are_approved_together_after_a_sample(storage: Storage, batch: Batch, review: Review) -> None:
    with pytest.raises(InputError, match=r"read 5 of the 7 clean drafts first \(1 so far\)"):
        review.approve_clean(batch.id, read=frozenset({1, 2}))
    for number in (1, 3, 4):
        review.approve(storage.batches.row(batch.id, number))
    review.decide(storage.batches.row(batch.id, 5), "rejected")
    with pytest.raises(InputError, match=r"read 3 of the 6 clean drafts first \(2 so far\)"):
        review.approve_clean(batch.id, read=frozenset({1, 3, 5}))
    assert review.approve_clean(batch.id, read=frozenset({1, 3, 4})) == (3, 0)
    assert storage.batches.row(batch.id, 2).decision is None


def test_a_hint_about_the_whole_batch_leaves_a_row_clean_and_a_warning_does_not(
    storage: Storage, batch: Batch, review: Review
) -> None:
    hint, warning = finding("batch.phrase", "hint"), finding("batch.near_duplicate", "warning")
    storage.reviewing.set_across({storage.batches.row(batch.id, 3).id: [hint]})
    storage.reviewing.set_across({storage.batches.row(batch.id, 4).id: [hint, warning]})
    assert [row.number for row in review.clean(batch.id)] == [1, 3, 5, 6, 7, 8]


def test_only_the_clean_rows_of_a_filter_are_approved_together(storage: Storage, batch: Batch, review: Review) -> None:
    one_firm = View(text="firm 3")
    assert review.approve_clean(batch.id, read=frozenset({3}), view=one_firm) == (1, 0)
    assert [row.number for row in storage.batches.rows(batch.id, View(decision="approved"))] == [3]
    assert review.approve_clean(batch.id, read=frozenset({1}), view=View(verdict="warn")) == (0, 0)
    assert storage.batches.row(batch.id, 1).decision is None


def test_an_edit_takes_the_findings_across_the_batch_along(storage: Storage, batch: Batch, review: Review) -> None:
    note_across(storage, batch.id, settings=Settings())
    before = storage.batches.row(batch.id, 1)
    [opening] = [found for found in before.across if found.rule == "batch.opening"]
    message = review.draft_of(before).result.draft.message  # type: ignore[union-attr]
    words = message[opening.start : opening.end]
    longer = review.edit(before, review.edited(before, message=f"Good day. {message}"))
    [kept] = [found for found in longer.across if found.rule == "batch.opening"]
    assert (kept.start, kept.end) == (opening.start + 10, opening.end + 10)
    other = review.edit(longer, review.edited(longer, message=message.replace(words, "Something of my own")))
    assert "batch.opening" not in {found.rule for found in other.across}
    assert review.undo(review.undo(other)).across == before.across


def test_a_row_without_a_draft_cannot_be_approved(storage: Storage, tmp_path: Path, review: Review) -> None:
    from tests.batch.made import batch_of

    batch = batch_of(storage, people(tmp_path, 1))
    with pytest.raises(InputError, match="row 1 has no draft"):
        review.approve(storage.batches.row(batch.id, 1))


def test_edits_teach(storage: Storage, batch: Batch, review: Review) -> None:
    for number in (1, 3):
        row = storage.batches.row(batch.id, number)
        draft = review.draft_of(row).result.draft
        assert draft is not None
        review.edit(row, review.edited(row, message=draft.message.replace("Hello,", "Good morning,\nfrom 4,312 of us")))
    found = lessons(storage.reviewing.edited_pairs(batch.id))
    assert "from 4,312 of us" in {change.after for change in found.changes}
    assert found.edited == 2
    assert (found.changes[0].before, found.changes[0].after, found.changes[0].count) == ("Hello", "Good morning", 2)


def test_an_edit_teaches_also_after_a_redraft_but_not_when_it_was_taken_back(
    storage: Storage, batch: Batch, review: Review
) -> None:
    for number, greeting in enumerate(("Good morning", "Good evening", "Good day"), 1):
        row = storage.batches.row(batch.id, number)
        draft = review.draft_of(row).result.draft
        assert draft is not None
        review.edit(row, review.edited(row, message=draft.message.replace("Hello", greeting)))
    review.ask_again(storage.batches.row(batch.id, 1), instruction="shorter")
    run(storage, batch, lambda row: result(row.name))
    assert not storage.batches.row(batch.id, 1).edited
    review.undo(storage.batches.row(batch.id, 2))
    found = lessons(storage.reviewing.edited_pairs(batch.id))
    assert found.edited == 2
    assert {change.after for change in found.changes} == {"Good morning", "Good day"}


def test_findings_across_the_batch_are_kept_with_the_rows(storage: Storage, batch: Batch) -> None:
    assert note_across(storage, batch.id, settings=Settings()) >= 6
    rules = {found.rule for row in storage.batches.rows(batch.id) for found in row.across}
    assert "batch.near_duplicate" in rules or "batch.opening" in rules
