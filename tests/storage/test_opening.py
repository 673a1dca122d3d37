import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from drafter.errors import StorageError
from drafter.settings import Settings, data_folder
from drafter.storage import DamagedError, Person, UnreachableError, ledger_url, open_storage
from drafter.storage.addresses import without_secrets
from drafter.storage.database import Database
from drafter.storage.ledger import Storage
from drafter.storage.migrating import migrate
from drafter.storage.tables import HEAD, metadata


@pytest.fixture
def storage(path: Path) -> Iterator[Storage]:
    with open_storage(url=str(path)) as opened:
        yield opened


def test_the_ledger_is_a_file_in_the_data_folder_unless_told_otherwise(tmp_path: Path) -> None:
    assert ledger_url() == f"sqlite:///{data_folder() / 'ledger.sqlite3'}"
    assert ledger_url(Settings(database_url="postgres://u@h/d")) == "postgresql+psycopg://u@h/d"
    assert ledger_url(Settings(database_url="x.db"), url=str(tmp_path / "y.db")).endswith("y.db")
    with pytest.raises(StorageError, match="cannot be kept in 'mysql'"):
        ledger_url(url="mysql://h/d")


def test_a_password_is_never_shown() -> None:
    assert "secret" not in without_secrets("postgresql+psycopg://me:secret@host/d?sslpassword=secret")


def test_only_the_owner_can_read_the_file(storage: Storage, path: Path) -> None:
    assert path.stat().st_mode & 0o077 == 0


def test_durability_and_erasure_are_on(storage: Storage) -> None:
    with storage.database.read() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1}


def test_importing_the_package_does_not_load_the_toolkit() -> None:
    code = "import sys, drafter.storage; print([name for name in ('sqlalchemy', 'alembic') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_up_to_date_ledger_opens_without_the_migration_tool(storage: Storage, path: Path) -> None:
    code = (
        "import sys; from drafter.storage import open_storage; "
        f"open_storage(url={str(path)!r}).close(); print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_migrations_make_exactly_the_tables(path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with open_storage(url=str(path)) as storage, storage.database.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        assert connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar() == HEAD


def test_every_earlier_schema_is_upgraded_with_its_data(path: Path) -> None:
    database = Database(f"sqlite:///{path}")
    migrate(database, "0001")
    with database.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO desk_items VALUES ('a', 'maya', 'Kept', '{\"n\": 1}', 0, 1, '2026-01-01', '2026-01-01')"
        )
    database.close()
    with open_storage(url=str(path)) as storage:
        assert [item.title for item in storage.desk.items(owner="maya")] == ["Kept"]
        assert storage.batches.all() == ()


def test_people_of_an_earlier_ledger_are_found_by_plain_letters(storage: Storage) -> None:
    storage.people.add(Person(name="Søren Aas", key="aas søren"))
    migrate(storage.database, "0003")
    assert storage.people.find("Soeren Aas") == ()
    migrate(storage.database, "head")
    assert [person.name for person in storage.people.find("Soeren Aas")] == ["Søren Aas"]


def test_migrations_go_both_ways(storage: Storage) -> None:
    storage.people.add(Person(name="Ada Brandt"))
    migrate(storage.database, "0001")
    assert [person.name for person in storage.people.all()] == ["Ada Brandt"]
    migrate(storage.database, "head")
    assert storage.batches.all() == ()
    migrate(storage.database, "base")
    migrate(storage.database, "head")
    assert storage.people.all() == ()


def test_a_ledger_of_a_newer_program_is_left_alone(storage: Storage, path: Path) -> None:
    with storage.database.write() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StorageError, match=r"made by a newer drafter .*; upgrade drafter"):
        open_storage(url=str(path))


def test_two_programs_may_create_it_at_once(path: Path) -> None:
    faults: list[Exception] = []

    def create() -> None:
        try:
            open_storage(url=str(path)).close()
        except StorageError as error:
            faults.append(error)

    threads = [threading.Thread(target=create) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []


def test_a_damaged_file_is_told(storage: Storage, path: Path) -> None:
    storage.people.add_all(Person(name=f"Person {number}") for number in range(2000))
    storage.database.scrub()
    storage.close()
    content = bytearray(path.read_bytes())
    content[20_000:60_000] = os.urandom(40_000)
    path.write_bytes(content)
    with pytest.raises(DamagedError, match="is damaged; keep a copy"):
        open_storage(url=str(path))


def test_a_file_that_is_no_ledger_is_told(path: Path) -> None:
    path.write_bytes(b"just some text, long enough to be looked at" * 50)
    with pytest.raises(DamagedError, match="is damaged"):
        open_storage(url=str(path))


def test_a_locked_ledger_is_told(storage: Storage, path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with (
            open_storage(url=str(path), wait=0.1) as waiting,
            pytest.raises(UnreachableError, match="locked by another program"),
        ):
            waiting.people.add(Person(name="Ada Brandt"))
    finally:
        other.close()
    storage.people.add(Person(name="Ada Brandt"))


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StorageError, match=r"cannot make the ledger .* name another place with --database"):
        open_storage(url=str(tmp_path / "file" / "ledger.sqlite3"))
    with pytest.raises(StorageError, match="is a folder"):
        open_storage(url=str(tmp_path))


def test_a_full_disk_is_told_and_nothing_is_lost(storage: Storage, path: Path) -> None:
    storage.people.add(Person(name="Ada Brandt"))
    with storage.database.write() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    limit = [f"PRAGMA max_page_count={pages}"]
    sa.event.listen(storage.database.engine, "checkout", lambda raw, record, proxy: raw.execute(limit[0]))
    with pytest.raises(StorageError, match=r"no room to write the ledger .*; free some disk space"):
        storage.people.add_all(Person(name="x" * 5000) for _ in range(100))
    limit[0] = "PRAGMA max_page_count=1000000"
    assert [person.name for person in storage.people.all()] == ["Ada Brandt"]
    storage.people.add(Person(name="Bo Lind"))


def test_what_is_removed_leaves_no_trace_in_any_file(storage: Storage, path: Path) -> None:
    person = storage.people.add(Person(name="Quillon Ferrabee", reason="met at Zanthorpe"))
    storage.desk.create(title="Zanthorpe", document={})
    storage.people.remove(person.id)
    for item in storage.desk.items():
        storage.desk.remove(item.id)
    storage.erase_traces()
    for file in path.parent.iterdir():
        content = file.read_bytes()
        assert b"Ferrabee" not in content
        assert b"Zanthorpe" not in content
