"""The same ledger on a real PostgreSQL server: upgrade both ways, two workers, kills, a restart in the middle."""

from __future__ import annotations

import os
import random
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from drafter.batch.review import Review
from drafter.batch.runner import Plan, Run
from drafter.errors import StorageError
from drafter.models import Result
from drafter.storage import ConflictError, Row, UnreachableError, open_storage
from drafter.storage.ledger import Storage
from drafter.storage.migrating import migrate
from drafter.storage.tables import HEAD, metadata
from tests.batch.conftest import Commands, CountingModel, contacts
from tests.batch.made import TODAY, Checks, batch_of, drafted, people, result, run
from tests.batch.test_kills import CONCURRENCY, prove
from tests.faults.server import FaultServer
from tests.postgres import Postgres


@pytest.fixture
def storage(postgres: Postgres) -> Iterator[Storage]:
    with open_storage(url=postgres.fresh()) as opened:
        yield opened


def test_the_migrations_make_exactly_the_tables_and_go_both_ways(postgres: Postgres) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with open_storage(url=postgres.empty()) as storage:
        migrate(storage.database, "base")
        migrate(storage.database, "head")
        with storage.database.read() as connection:
            assert compare_metadata(MigrationContext.configure(connection), metadata) == []
            assert connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar() == HEAD


def test_programs_may_create_it_at_once(postgres: Postgres) -> None:
    url, faults = postgres.empty(), []

    def create() -> None:
        try:
            open_storage(url=url).close()
        except StorageError as error:
            faults.append(error)

    threads = [threading.Thread(target=create) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []


def test_a_list_is_taken_in_changed_and_exported(storage: Storage, tmp_path: Path) -> None:
    from drafter.batch.export import export
    from drafter.batch.ledger import open_batch

    batch = drafted(storage, tmp_path, 700)
    path = tmp_path / "list.csv"
    lines = path.read_text().replace("note 2\n", "other\n").splitlines()
    path.write_text("\n".join([lines[0], *reversed(lines[1:])]) + "\n")
    taken = open_batch(storage, path).taken
    assert (taken.kept, taken.changed, taken.removed) == (699, 1, 0)
    assert storage.batches.status(batch.id).states["drafted"] == 699
    assert export(storage, storage.batches.get(batch.id), tmp_path / "out.csv").rows == 700


def test_two_reviewers_on_two_machines(storage: Storage, tmp_path: Path) -> None:
    batch = drafted(storage, tmp_path, 1)
    with open_storage(url=storage.url) as other:
        seen = other.batches.row(batch.id, 1)
        Review(storage, Checks(), who="maya").approve(storage.batches.row(batch.id, 1))  # type: ignore[arg-type]
        with pytest.raises(ConflictError, match="changed by maya meanwhile"):
            Review(other, Checks(), who="noor").decide(seen, "rejected")  # type: ignore[arg-type]


def test_two_programs_that_start_on_one_list_make_one_batch(storage: Storage, tmp_path: Path) -> None:
    path = people(tmp_path, 400)
    made: list[int] = []

    def start() -> None:
        with open_storage(url=storage.url) as other:
            made.append(batch_of(other, path).id)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(made)) == 1
    assert len(made) == 4


def test_a_worker_that_comes_in_between_keeps_its_rows(
    storage: Storage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = batch_of(storage, people(tmp_path, 4))
    asked = storage.drafting._living

    def meanwhile(connection: sa.Connection) -> set[str]:
        found = asked(connection)
        monkeypatch.undo()
        with open_storage(url=storage.url) as other:
            other.drafting.register("newcomer")
            other.drafting.claim(batch.id, "newcomer", limit=2, today=TODAY)
        return found

    monkeypatch.setattr(storage.drafting, "_living", meanwhile)
    claimed = storage.drafting.claim(batch.id, "first", limit=4, today=TODAY)
    assert [row.number for row in claimed] == [3, 4]


def test_two_workers_share_a_batch(storage: Storage, tmp_path: Path) -> None:
    batch = batch_of(storage, people(tmp_path, 120))
    seen: Counter[int] = Counter()

    def work(row: Row) -> Result:
        seen[row.number] += 1
        return result(row.name)

    def second() -> None:
        with open_storage(url=storage.url) as other:
            Run(other, batch, work, plan=Plan(concurrency=3), today=TODAY).go()

    thread = threading.Thread(target=second)
    thread.start()
    run(storage, batch, work)
    thread.join()
    assert seen == Counter(dict.fromkeys(range(1, 121), 1))


def test_a_restart_of_the_server_in_the_middle_is_waited_out(
    storage: Storage, postgres: Postgres, tmp_path: Path
) -> None:
    batch = batch_of(storage, people(tmp_path, 60))

    def work(row: Row) -> Result:
        if row.number % 20 == 0:
            postgres.cut()
        return result(row.name)

    assert run(storage, batch, work).stopped is None
    assert storage.batches.status(batch.id).states["drafted"] == 60
    assert len(storage.reviewing.drafts(storage.batches.row(batch.id, 20).id)) == 1


@pytest.mark.soak
def test_a_server_that_really_restarts_is_waited_out(storage: Storage, postgres: Postgres, tmp_path: Path) -> None:
    batch = batch_of(storage, people(tmp_path, 60))

    def work(row: Row) -> Result:
        if row.number == 30:
            postgres.restart()
        return result(row.name)

    assert run(storage, batch, work).stopped is None
    assert storage.batches.status(batch.id).states["drafted"] == 60
    assert all(len(storage.reviewing.drafts(storage.batches.row(batch.id, n).id)) == 1 for n in range(1, 61))


def test_the_server_ends_what_a_lost_worker_left_open(storage: Storage) -> None:
    with storage.database.read() as connection:
        assert connection.execute(sa.text("SHOW idle_in_transaction_session_timeout")).scalar() == "1min"


def test_a_server_that_is_away_is_told_without_the_password() -> None:
    with pytest.raises(UnreachableError, match="cannot be reached; check that it runs") as told:
        open_storage(url="postgresql://me:secret@127.0.0.1:1/none", wait=1)
    assert "secret" not in str(told.value)


def kill_in_turns(first: Commands, second: Commands, arguments: tuple[str, ...], *, kills: int, seed: int) -> int:
    """Two workers on one batch; now one, now the other is killed and started again."""
    dice = random.Random(seed)
    workers = [first, second]
    pids = [worker.start(*arguments) for worker in workers]
    done = 0
    # Now and then a worker ends by itself just before it would have been killed.
    for _ in range(kills + kills // 5):
        if done == kills:
            break
        time.sleep(dice.uniform(0.05, 0.5))
        place = dice.randrange(2)
        os.kill(pids[place], signal.SIGKILL)
        done += workers[place].wait() == -signal.SIGKILL
        pids[place] = workers[place].start(*arguments)
    for worker in workers:
        assert worker.wait() in (0, 1), worker.log.read_text()
    # A worker that ends leaves rows alone that the other still holds; one more run finishes whatever is left.
    assert first.run(*arguments) in (0, 1), first.log.read_text()
    return done


def test_two_workers_and_kills(
    postgres: Postgres,
    tmp_path: Path,
    model_server: Callable[..., tuple[FaultServer, CountingModel]],
    commands: Callable[[str], Commands],
) -> None:
    server, model = model_server(faults=0.03, wait=0.03)
    (tmp_path / "list.csv").write_text(contacts(14))
    url = postgres.fresh()
    arguments = ("batch", "run", "list.csv", "--database", url, "--concurrency", str(CONCURRENCY))
    kills = kill_in_turns(commands(server.url), commands(server.url), arguments, kills=3, seed=3)
    prove(url, model, count=14, kills=kills)


@pytest.mark.soak
@pytest.mark.timeout(3000)
def test_two_workers_and_fifty_kills(
    postgres: Postgres,
    tmp_path: Path,
    model_server: Callable[..., tuple[FaultServer, CountingModel]],
    commands: Callable[[str], Commands],
) -> None:
    server, model = model_server(faults=0.08, wait=0.25)
    (tmp_path / "list.csv").write_text(contacts(300))
    url = postgres.fresh()
    arguments = ("batch", "run", "list.csv", "--database", url, "--concurrency", str(CONCURRENCY))
    kills = kill_in_turns(commands(server.url), commands(server.url), arguments, kills=50, seed=4)
    assert kills == 50
    prove(url, model, count=300, kills=kills)
