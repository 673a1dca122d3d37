import resource
import time
from pathlib import Path

import pytest

from drafter.batch.ledger import Options, open_batch
from drafter.errors import InputError
from drafter.storage import MissingError
from drafter.storage.ledger import Storage
from drafter.storage.rows import View
from tests.batch.made import batch_of, drafted, make_list, people, result, run


def test_rows_are_numbered_from_one_and_keep_their_cells(storage: Storage, tmp_path: Path) -> None:
    path = make_list(tmp_path, "Ada Brandt,Acme,9", "", "Bo Lind,,7", header="Name,Firma,Shoe")
    batch = batch_of(storage, path)
    row = storage.batches.row(batch.id, 2)
    assert row.name == "Bo Lind"
    assert storage.batches.input(row.id).cells == ("Bo Lind", "", "7")
    with pytest.raises(MissingError, match="there is no row 3; the batch has rows 1 to 2"):
        storage.batches.row(batch.id, 3)


def test_the_same_list_goes_on_wherever_it_lies(storage: Storage, tmp_path: Path) -> None:
    batch = drafted(storage, tmp_path)
    assert batch_of(storage, tmp_path / "list.csv").id == batch.id
    (tmp_path / "list.csv").rename(tmp_path / "moved.csv")
    again = open_batch(storage, tmp_path / "moved.csv")
    assert (again.batch.id, again.taken.kept) == (batch.id, 3)
    assert storage.batches.status(batch.id).states["drafted"] == 3


def test_a_changed_row_is_new_and_keeps_its_drafts_as_history(storage: Storage, tmp_path: Path) -> None:
    batch = drafted(storage, tmp_path)
    path = tmp_path / "list.csv"
    path.write_text(path.read_text().replace("note 2", "another note"))
    taken = open_batch(storage, path).taken
    assert (taken.kept, taken.changed, taken.added, taken.removed) == (2, 1, 0, 0)
    row = storage.batches.row(batch.id, 2)
    assert (row.state, row.draft_id) == ("new", None)
    run(storage, batch, lambda row: result(row.name, "Hello again"))
    drafts = storage.reviewing.drafts(row.id)
    assert [draft.result.draft.message for draft in drafts if draft.result.draft] == [
        "Hello Ada,\n\nYour tide atlas.\n\nTove",
        "Hello again",
    ]
    assert "changed" in [event.what for event in storage.reviewing.events(batch.id, row_id=row.id)]


def test_rows_may_be_inserted_moved_and_removed(storage: Storage, tmp_path: Path) -> None:
    batch = drafted(storage, tmp_path, 4)
    lines = (tmp_path / "list.csv").read_text().splitlines()
    (tmp_path / "list.csv").write_text("\n".join([lines[0], "New One,X,,n", lines[4], lines[2], lines[1]]) + "\n")
    taken = open_batch(storage, tmp_path / "list.csv").taken
    assert (taken.kept, taken.added, taken.removed) == (3, 1, 1)
    rows = storage.batches.rows(batch.id)
    assert [(row.number, row.name, row.state) for row in rows] == [
        (1, "New One", "new"),
        (2, "Person 4", "drafted"),
        (3, "Person 2", "drafted"),
        (4, "Person 1", "drafted"),
    ]


def test_a_row_that_comes_back_has_its_draft_again(storage: Storage, tmp_path: Path) -> None:
    batch = drafted(storage, tmp_path, 3)
    path = tmp_path / "list.csv"
    text = path.read_text()
    path.write_text(text[: text.index("Person 3")])
    assert open_batch(storage, path).taken.removed == 1
    assert storage.batches.status(batch.id).rows == 2
    path.write_text(text)
    open_batch(storage, path)
    assert storage.batches.status(batch.id).states["drafted"] == 3


def test_two_equal_rows_are_two_rows(storage: Storage, tmp_path: Path) -> None:
    path = make_list(tmp_path, "Ada Brandt,Acme,,x", "Ada Brandt,Acme,,x")
    batch = batch_of(storage, path)
    assert storage.batches.count(batch.id) == 2
    path.write_text(path.read_text() + "Ada Brandt,Acme,,x\n")
    taken = open_batch(storage, path).taken
    assert (taken.kept, taken.added) == (2, 1)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ((), "has a header but no rows"),
        ((",Acme,,",), "none of the 1 rows can be drafted; the first says: the row names"),
    ],
)
def test_no_usable_row_is_an_error_that_leaves_nothing_behind(
    storage: Storage, tmp_path: Path, lines: tuple[str, ...], says: str
) -> None:
    with pytest.raises(InputError, match=says):
        open_batch(storage, make_list(tmp_path, *lines))
    assert storage.batches.all() == ()


def test_a_row_says_why_it_cannot_be_drafted(storage: Storage, tmp_path: Path) -> None:
    path = make_list(tmp_path, "Ada Brandt,love letter", ",intro", "Bo Lind,Follow-up", header="name,kind")
    batch = batch_of(storage, path)
    rows = storage.batches.rows(batch.id)
    assert [row.state for row in rows] == ["failed", "failed", "new"]
    assert "kind 'love letter' is unknown; use one of introduction" in (rows[0].reason or "")
    assert storage.batches.input(rows[2].id).fields["kind"] == "follow_up"


def test_defaults_hold_where_a_row_says_nothing(storage: Storage, tmp_path: Path) -> None:
    path = make_list(tmp_path, "Ada Brandt,sms,", "Bo Lind,,own", header="name,channel,purpose")
    batch = open_batch(storage, path, options=Options(defaults={"channel": "inmail", "purpose": "theirs"})).batch
    fields = [storage.batches.input(row.id).fields for row in storage.batches.rows(batch.id)]
    assert [(each["channel"], each["purpose"]) for each in fields] == [("sms", "theirs"), ("inmail", "own")]


def test_sources_and_links_are_split(storage: Storage, tmp_path: Path) -> None:
    path = make_list(
        tmp_path,
        "Ada Brandt,a.md; b c.pdf;;,https://x.example/a, https://y.example/?q=1;2",
        header="name,sources,links",
    )
    fields = storage.batches.input(storage.batches.rows(batch_of(storage, path).id)[0].id).fields
    assert fields["sources"] == ["a.md", "b c.pdf"]
    assert fields["links"][0] == "https://x.example/a"


@pytest.mark.parametrize("count", [25_000, pytest.param(100_000, marks=pytest.mark.soak)])
def test_many_rows_in_flat_memory_and_counted_at_once(storage: Storage, tmp_path: Path, count: int) -> None:
    people(tmp_path, 5000)
    batch_of(storage, tmp_path / "list.csv")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    (tmp_path / "large").mkdir()
    batch = batch_of(storage, people(tmp_path / "large", count))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60_000
    started = time.process_time()
    status = storage.batches.status(batch.id)
    assert time.process_time() - started < 1
    assert status.rows == count
    started = time.process_time()
    page = storage.batches.rows(batch.id, View(order="attention", limit=50))
    assert len(page) == 50
    assert time.process_time() - started < 1


def test_a_list_that_is_read_again_does_not_forget_what_was_handed_over(storage: Storage, tmp_path: Path) -> None:
    path = make_list(tmp_path, "Ada Brandt,intro", header="name,kind")
    batch = batch_of(storage, path)
    storage.batches.use(batch.id, bulk={"provider": "batch_1"}, separator="?")
    again = batch_of(storage, path)
    assert again.id == batch.id
    assert again.options == batch.options | {"bulk": {"provider": "batch_1"}}
