import pytest

from drafter.storage import ConflictError, MissingError
from drafter.storage.ledger import Storage


def test_work_is_there_again_after_a_reload(storage: Storage) -> None:
    item = storage.desk.create(owner="maya", title="Ines Okafor", document={"notes": ["a"]})
    item = storage.desk.save(item.id, {"notes": ["a", "b"]}, version=item.version, step="noted", who="maya")
    found = storage.desk.get(item.id)
    assert found is not None
    assert found.document == {"notes": ["a", "b"]}
    assert [step.step for step in storage.desk.history(item.id)] == ["started", "noted"]


def test_saving_without_a_step_keeps_no_history(storage: Storage) -> None:
    item = storage.desk.create(title="Ines Okafor", document={})
    storage.desk.save(item.id, {"typed": 1}, version=1)
    assert len(storage.desk.history(item.id)) == 1


def test_another_window_is_not_overwritten(storage: Storage) -> None:
    item = storage.desk.create(title="Ines Okafor", document={})
    storage.desk.save(item.id, {"from": "first"}, version=1)
    with pytest.raises(ConflictError, match="changed in another window"):
        storage.desk.save(item.id, {"from": "second"}, version=1)
    found = storage.desk.get(item.id)
    assert found is not None
    assert found.document == {"from": "first"}


def test_removed_work_cannot_be_saved(storage: Storage) -> None:
    item = storage.desk.create(title="Ines Okafor", document={})
    storage.desk.remove(item.id)
    with pytest.raises(MissingError):
        storage.desk.save(item.id, {}, version=1)
    assert storage.desk.history(item.id) == ()


def test_owners_do_not_see_each_other(storage: Storage) -> None:
    storage.desk.create(owner="maya", title="A", document={})
    storage.desk.create(owner="noor", title="B", document={})
    assert [item.title for item in storage.desk.items(owner="noor")] == ["B"]
    storage.desk.prefer("theme", "dark", owner="noor")
    storage.desk.prefer("theme", "light", owner="noor")
    assert storage.desk.preference("theme", owner="noor") == "light"
    assert storage.desk.preference("theme", owner="maya", default="auto") == "auto"


def test_archived_work_is_off_the_desk(storage: Storage) -> None:
    item = storage.desk.create(title="A", document={})
    storage.desk.archive(item.id)
    assert storage.desk.items() == ()
    assert len(storage.desk.items(archived=True)) == 1


def test_everything_of_one_owner_is_told_and_erased_however_much_it_is(storage: Storage) -> None:
    for number in range(250):
        storage.desk.create(owner="maya", title=f"{number}", document={})
    storage.desk.archive(storage.desk.create(owner="maya", title="put away", document={}).id)
    storage.desk.prefer("theme", "dark", owner="maya")
    kept = storage.desk.create(owner="noor", title="B", document={})
    storage.desk.prefer("theme", "light", owner="noor")
    items, choices = storage.desk.everything(owner="maya")
    assert (len(list(items)), choices) == (251, {"theme": "dark"})
    storage.desk.erase(owner="maya")
    items, choices = storage.desk.everything(owner="maya")
    assert (list(items), choices) == ([], {})
    assert storage.desk.preference("theme", owner="noor") == "light"
    assert len(storage.desk.history(kept.id)) == 1
