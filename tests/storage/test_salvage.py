import os
from pathlib import Path

import pytest

from drafter.errors import StorageError
from drafter.storage import DamagedError, Person, open_storage
from drafter.storage.salvage import ledger_file, salvage


def test_what_can_be_read_is_saved_and_the_rest_told(path: Path) -> None:
    with open_storage(url=str(path)) as storage:
        storage.people.add_all(Person(name=f"Person {number}", reason="x" * 200) for number in range(3000))
        storage.desk.create(title="Kept", document={"n": 1})
        storage.database.scrub()
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 30_000] = os.urandom(30_000)
    path.write_bytes(content)
    with pytest.raises(DamagedError, match="drafter doctor --salvage"):
        open_storage(url=str(path))

    done = salvage(path)

    assert 1500 < done.saved["people"] < 3000
    assert "people" in done.damaged
    with open_storage(url=str(path)) as storage:
        assert len(storage.people.all()) == done.saved["people"]
        assert [item.title for item in storage.desk.items()] == ["Kept"]
    assert path.with_name(path.name + ".damaged1").read_bytes() == bytes(content)


def test_of_a_file_that_was_cut_off_all_that_is_left_is_saved(path: Path) -> None:
    with open_storage(url=str(path)) as storage:
        storage.people.add_all(Person(name=f"Early {number}", reason="x" * 200) for number in range(500))
        storage.desk.create(title="Long", document={"text": "y" * 3_000_000})
        storage.people.add_all(Person(name=f"Late {number}", reason="x" * 200) for number in range(500))
        storage.database.scrub()
    os.truncate(path, path.stat().st_size // 2)
    with pytest.raises(DamagedError, match="drafter doctor --salvage"):
        open_storage(url=str(path))

    done = salvage(path)

    assert {"people", "desk_items"} <= set(done.damaged)
    with open_storage(url=str(path)) as storage:
        saved = [person.name for person in storage.people.all()]
        assert sum(name.startswith("Early") for name in saved) > 480
        assert len(saved) < 600


def test_a_sound_ledger_loses_nothing(path: Path) -> None:
    with open_storage(url=str(path)) as storage:
        person = storage.people.add(Person(name="Ada Brandt"))
        storage.people.update(person.id, organization="Tidemark")
    done = salvage(path)
    assert done.damaged == []
    with open_storage(url=str(path)) as storage:
        assert len(storage.people.history(person.id)) == 1


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="there is no ledger"):
        salvage(tmp_path / "none")
    with pytest.raises(StorageError, match="restore the database from its backup"):
        ledger_file("postgresql+psycopg://h/d")
