"""Forgetting leaves nothing behind on disk but a digest."""

from __future__ import annotations

import datetime
import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

from drafter.errors import InputError
from drafter.relationships.forgetting import forget, held_on
from drafter.relationships.invitations import invitations, keep_invitation
from drafter.relationships.network import Network
from drafter.settings import Settings, data_folder
from drafter.storage import Person, open_storage
from tests.postgres import Postgres, postgres

__all__ = ["postgres"]

SECRET = "Quillamarandra Vexholm"
LINE = "plays the theremin in Ulricehamn"


def _remembered(network: Network) -> Person:
    person = network.add(Person(name=SECRET, organization="Havn AS", reason=LINE, email="q@vexholm.example"))
    network.log(person, kind="coffee", text=f"{SECRET} {LINE}")
    network.promise(person, f"a record for {SECRET}")
    keep_invitation(network.storage.people, SECRET, f"Hello, I {LINE}, shall we connect?", on=network.today)
    network.storage.people.update(person.id, role=f"{SECRET} the chief")
    network.storage.desk.create(title=SECRET, document={"name": SECRET, "notes": [LINE]})
    network.storage.desk.create(title="Somebody Else", document={"name": "Somebody Else", "notes": ["kept"]})
    cached = data_folder() / "replies" / "ab" / "x.json"
    cached.parent.mkdir(parents=True)
    cached.write_text(f'{{"text": "{SECRET}"}}')
    return network.person(SECRET)


def _bytes_on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_no_byte_of_a_forgotten_person_is_left(network: Network, tmp_path: Path) -> None:
    person = _remembered(network)
    network.storage.erase_traces()
    before = _bytes_on_disk(tmp_path) + _bytes_on_disk(data_folder())
    assert SECRET.encode() in before
    said = forget(network, person)
    assert "1 saved draft" in said
    after = _bytes_on_disk(tmp_path) + _bytes_on_disk(data_folder())
    for trace in (SECRET, "vexholm", "theremin"):
        assert trace.encode() not in after
    assert [item.title for item in network.storage.desk.items()] == ["Somebody Else"]
    assert invitations(network.storage.people) == ()
    with pytest.raises(InputError, match="nobody called"):
        network.person(SECRET)
    assert network.plan_import([Person(name=SECRET, organization="Havn AS")])[0].action == "barred"


def test_all_that_is_held_can_be_had_first(network: Network) -> None:
    held = held_on(network, _remembered(network))
    assert held["person"]["name"] == SECRET
    assert [one["name"] for one in held["invitations"]] == [SECRET]
    assert len(held["touches"]) == len(held["promises"]) == len(held["changes"]) == len(held["saved_work"]) == 1


def test_a_log_that_somebody_reads_is_told_and_not_called_empty(network: Network, tmp_path: Path) -> None:
    person = _remembered(network)
    reader = sqlite3.connect(tmp_path / "ledger.sqlite3", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM people").fetchone()
    assert "until the program that reads it ends" in forget(network, person)
    reader.close()
    assert network.storage.erase_traces() is None
    assert SECRET.encode() not in _bytes_on_disk(tmp_path)


def test_no_table_of_a_server_keeps_a_forgotten_person(postgres: Postgres) -> None:
    url = postgres.fresh()
    with open_storage(url=url) as storage:
        network = Network(storage, Settings(), today=datetime.date(2031, 3, 12))
        person = _remembered(network)
        assert SECRET.encode() in postgres.tables()
        assert "(but" not in forget(network, person)
        assert SECRET.encode() not in postgres.tables()
        assert [item.title for item in storage.desk.items()] == ["Somebody Else"]


def test_tables_in_use_are_told(postgres: Postgres) -> None:
    url = postgres.fresh()
    with open_storage(url=url) as storage, open_storage(url=url) as other:
        network = Network(storage, Settings(), today=datetime.date(2031, 3, 12))
        person = _remembered(network)
        with other.database.read() as reading:
            reading.execute(sa.text("SELECT count(*) FROM people"))
            assert "VACUUM FULL" in forget(network, person)
