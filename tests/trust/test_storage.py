"""The ledger under bad luck: killed writers, read-only, a clock that goes back, a full disk, earlier forms."""

from __future__ import annotations

import datetime
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

import drafter.storage
from drafter.errors import StorageError
from drafter.relationships.network import Network
from drafter.settings import Settings
from drafter.storage import Person, open_storage
from drafter.storage.database import Database
from drafter.storage.ledger import Storage
from drafter.storage.migrating import migrate
from drafter.storage.tables import HEAD, people
from tests.batch.conftest import Commands, commands, processes

__all__ = ["commands", "processes"]
_MIGRATIONS = Path(drafter.storage.__file__).parent / "migrations" / "versions"
VERSIONS = sorted(path.name[1:5] for path in _MIGRATIONS.glob("v0*.py"))


def test_killed_while_logging_everything_is_there_whole_or_not_at_all(
    tmp_path: Path, commands: Callable[[str], Commands]
) -> None:
    run, dice, done = commands("http://127.0.0.1:9/v1"), random.Random(3), 0
    ledger = str(tmp_path / "ledger.sqlite3")
    assert run.run("contacts", "add", "Ada Brandt", "--reason", "tides", "--database", ledger) == 0
    for number in range(8):
        pid = run.start(
            "contacts", "log", "Ada Brandt", "--kind", "coffee", "--text", f"n{number}", "--database", ledger
        )
        time.sleep(dice.uniform(0, 0.15))
        os.kill(pid, signal.SIGKILL)
        done += run.wait() == 0
    assert run.run("contacts", "log", "Ada Brandt", "--kind", "coffee", "--text", "last", "--database", ledger) == 0, (
        run.log.read_text()
    )
    with open_storage(url=ledger) as storage:
        assert storage.database.damage() is None
        said = [touch.text for touch in storage.people.touches(storage.people.all()[0].id)]
    assert done + 1 <= len(said) <= 9
    assert len(set(said)) == len(said)
    assert "last" in said


@pytest.mark.parametrize("version", VERSIONS)
def test_each_earlier_form_is_upgraded_with_its_data(version: str, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite3"
    database = Database(f"sqlite:///{path}")
    migrate(database, version)
    then = sa.MetaData()
    with database.write() as connection:
        then.reflect(connection)
        filled = [table for table in then.sorted_tables if table.name != "alembic_version"]
        for table in filled:
            row = {column.name: _some(column) for column in table.columns}
            names = ", ".join(f'"{name}"' for name in row)
            connection.execute(
                sa.text(f"INSERT INTO {table.name} ({names}) VALUES ({', '.join(':' + n for n in row)})"), row
            )
    database.close()
    with open_storage(url=str(path)) as storage:
        with storage.database.read() as connection:
            assert connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar() == HEAD
            for table in filled:
                assert connection.execute(sa.text(f"SELECT count(*) FROM {table.name}")).scalar() == 1, table.name
            assert connection.execute(sa.select(people.c.name)).scalar() == "other"
            assert connection.execute(sa.text("PRAGMA foreign_key_check")).all() == []
        assert storage.people.add(Person(name="Bo Lind")).id


def _some(column: sa.Column[object]) -> object:
    kind = str(column.type).upper()
    if "INT" in kind or "BOOL" in kind or "FLOAT" in kind or "NUMERIC" in kind:
        return 1
    if "JSON" in kind or column.name in ("links", "tags"):
        return "[]"
    return "2026-01-01 00:00:00.000000" if "DATE" in kind or column.name.endswith("_at") else "other"


def test_a_clock_that_goes_backwards_loses_and_doubles_nothing(tmp_path: Path) -> None:
    day = datetime.datetime(2031, 3, 12, tzinfo=datetime.UTC)
    times = iter(day - datetime.timedelta(hours=hour) for hour in range(1000))
    with Storage(f"sqlite:///{tmp_path / 'ledger.sqlite3'}", clock=lambda: next(times)) as storage:
        network = Network(storage, Settings(), today=day.date())
        ada = network.add(Person(name="Ada Brandt", reason="tides"))
        for number in range(5):
            network.log(ada, kind="coffee", text=f"n{number}")
        assert sorted(touch.text or "" for touch in storage.people.touches(ada.id)) == [f"n{n}" for n in range(5)]


def test_a_full_disk_is_one_line_and_what_was_saved_is_safe(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite3"
    with open_storage(url=str(path)) as storage:
        storage.people.add(Person(name="Ada Brandt"))

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        size = path.stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    (tmp_path / "list.csv").write_text("name,notes\n" + "".join(f"P {n},{'x' * 900}\n" for n in range(900)))
    ran = subprocess.run(
        [sys.executable, "-m", "drafter", "contacts", "import", "list.csv", "--database", str(path)],
        cwd=tmp_path, capture_output=True, text=True, preexec_fn=limit, check=False,
    )  # fmt: skip
    assert ran.returncode == 2, ran.stdout
    assert "no room to write the ledger" in ran.stderr
    assert len(ran.stderr.strip().splitlines()) == 1
    with open_storage(url=str(path)) as storage:
        assert [person.name for person in storage.people.all()] == ["Ada Brandt"]


def test_a_read_only_ledger_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite3"
    with open_storage(url=str(path)) as storage:
        storage.database.scrub()
        # Permissions do not bind the superuser, so the connection itself is made read-only.
        sa.event.listen(storage.database.engine, "checkout", lambda raw, *_: raw.execute("PRAGMA query_only=ON"))
        with pytest.raises(StorageError, match=r"cannot be written; allow writing there"):
            storage.people.add(Person(name="Ada Brandt"))
