import os
import signal
import threading
import time
from collections import Counter
from pathlib import Path

import pytest

from drafter.batch.limiter import Breaker
from drafter.batch.recording import DeferredError, StoppedError
from drafter.batch.runner import Plan, Run
from drafter.errors import BudgetError, InputError, ModelError, ReplyError
from drafter.models import Result
from drafter.storage import Row, open_storage
from drafter.storage.ledger import Storage
from drafter.storage.rows import View
from tests.batch.made import TODAY, batch_of, people, result, run


def test_every_row_is_drafted_once(storage: Storage, tmp_path: Path) -> None:
    batch = batch_of(storage, people(tmp_path, 30))
    seen: Counter[int] = Counter()

    def work(row: Row) -> Result:
        seen[row.number] += 1
        return result(row.name)

    ended = run(storage, batch, work)
    assert ended.states == {"drafted": 30}
    assert seen == Counter(dict.fromkeys(range(1, 31), 1))
    assert run(storage, batch, work).states == {}


def test_one_failing_row_never_stops_the_others(storage: Storage, tmp_path: Path) -> None:
    def work(row: Row) -> Result:
        if row.number == 2:
            raise InputError("the purpose is\nempty")
        if row.number == 3:
            raise ZeroDivisionError("oops")
        if row.number == 4:
            return result(row.name).model_copy(update={"draft": None, "needs": ("a talk", "a project")})
        return result(row.name)

    batch = batch_of(storage, people(tmp_path, 6))
    assert run(storage, batch, work).states == {"drafted": 3, "failed": 2, "needs": 1}
    rows = storage.batches.rows(batch.id)
    assert [row.reason for row in rows[1:4]] == [
        "the purpose is empty",
        "a fault in drafter itself (ZeroDivisionError: oops)",
        "a talk · a project",
    ]
    assert storage.drafting.reopen(batch.id) == 3
    assert run(storage, batch, lambda row: result(row.name)).states == {"drafted": 3}


def test_what_an_overloaded_server_refused_is_tried_again_but_not_for_ever(storage: Storage, tmp_path: Path) -> None:
    tries: Counter[int] = Counter()

    def work(row: Row) -> Result:
        tries[row.number] += 1
        if row.number == 1 and tries[1] < 3:
            raise DeferredError("overloaded")
        if row.number == 2:
            raise ReplyError("prose")
        return result(row.name)

    batch = batch_of(storage, people(tmp_path, 3))
    assert run(storage, batch, work).states == {"drafted": 2, "failed": 1}
    assert tries == {1: 3, 2: 4, 3: 1}


def test_a_server_that_is_down_stops_the_run_with_the_reason(storage: Storage, tmp_path: Path) -> None:
    breaker = Breaker(after=2, pause=0.3, tries=2)

    def work(row: Row) -> Result:
        if breaker.given_up:
            raise StoppedError("stopped")
        time.sleep(breaker.wait())
        breaker.failed("cannot reach host")
        raise DeferredError("cannot reach host")

    batch = batch_of(storage, people(tmp_path, 40))
    told: list[dict[str, object]] = []
    plan = Plan(concurrency=4, breaker=breaker)
    ended = Run(storage, batch, work, plan=plan, listener=told.append, today=TODAY).go()
    assert ended.stopped == "the model's server is not available: cannot reach host"
    assert storage.batches.status(batch.id).states["new"] > 30
    waits = [event for event in told if event["event"] == "waiting"]
    assert 1 <= len(waits) <= 4
    assert waits[0]["reason"] == "cannot reach host"


def test_a_refused_key_stops_the_run_instead_of_failing_every_row(storage: Storage, tmp_path: Path) -> None:
    def work(row: Row) -> Result:
        raise ModelError("the key is not accepted")

    batch = batch_of(storage, people(tmp_path, 60))
    ended = run(storage, batch, work)
    assert ended.stopped == "the key is not accepted"
    assert storage.batches.status(batch.id).states["new"] >= 50


def test_a_spent_budget_stops_cleanly(storage: Storage, tmp_path: Path) -> None:
    def work(row: Row) -> Result:
        if row.number > 2:
            raise BudgetError("the budget is spent")
        return result(row.name)

    batch = batch_of(storage, people(tmp_path, 20))
    ended = run(storage, batch, work, concurrency=1)
    assert ended.stopped == "the budget is spent"
    assert storage.batches.status(batch.id).states == {"new": 18, "drafted": 2, "failed": 0, "needs": 0}


@pytest.mark.parametrize("limit", [1, 5, 7])
def test_no_more_rows_than_allowed(storage: Storage, tmp_path: Path, limit: int) -> None:
    batch = batch_of(storage, people(tmp_path, 20))
    assert run(storage, batch, lambda row: result(row.name), max_rows=limit).states == {"drafted": limit}
    assert [row.number for row in storage.batches.rows(batch.id, View(states=("drafted",)))] == list(
        range(1, limit + 1)
    )


def test_ctrl_c_finishes_what_is_under_way_and_frees_the_rest(storage: Storage, tmp_path: Path) -> None:
    batch = batch_of(storage, people(tmp_path, 50))
    under_way = threading.Event()

    def work(row: Row) -> Result:
        under_way.set()
        time.sleep(0.2)
        return result(row.name)

    threading.Timer(0.1, lambda: under_way.wait(5) and os.kill(os.getpid(), signal.SIGINT)).start()
    ended = run(storage, batch, work)
    assert ended.interrupted
    assert 1 <= ended.states["drafted"] <= 12
    assert all(row.worker is None for row in storage.batches.rows(batch.id))
    assert run(storage, batch, lambda row: result(row.name)).states["drafted"] == 50 - ended.states["drafted"]


def test_rows_of_a_living_worker_are_left_to_it_and_those_of_a_dead_one_taken(storage: Storage, tmp_path: Path) -> None:
    batch = batch_of(storage, people(tmp_path, 6))
    storage.drafting.register("living")
    assert len(storage.drafting.claim(batch.id, "living", limit=2, today=TODAY)) == 2
    storage.drafting.claim(batch.id, "never registered", limit=2, today=TODAY)
    assert run(storage, batch, lambda row: result(row.name)).states == {"drafted": 4}
    storage.drafting.retire("living")
    assert run(storage, batch, lambda row: result(row.name)).states == {"drafted": 2}


def test_two_programs_share_a_batch(storage: Storage, tmp_path: Path) -> None:
    batch = batch_of(storage, people(tmp_path, 40))
    seen: Counter[int] = Counter()

    def work(row: Row) -> Result:
        seen[row.number] += 1
        time.sleep(0.005)
        return result(row.name)

    def second() -> None:
        with open_storage(url=storage.url) as other:
            Run(other, batch, work, plan=Plan(concurrency=3), today=TODAY).go()

    thread = threading.Thread(target=second)
    thread.start()
    run(storage, batch, work)
    thread.join()
    assert seen == Counter(dict.fromkeys(range(1, 41), 1))


def test_a_result_of_a_worker_taken_for_dead_is_refused(storage: Storage, tmp_path: Path) -> None:
    batch = batch_of(storage, people(tmp_path, 1))
    (row,) = storage.drafting.claim(batch.id, "slow", limit=1, today=TODAY)
    (again,) = storage.drafting.claim(batch.id, "quick", limit=1, today=TODAY)
    assert storage.drafting.finish(again, result(row.name), worker="quick")
    assert not storage.drafting.finish(row, result(row.name), worker="slow")
    assert not storage.drafting.fail(row, "late", worker="slow")
    assert len(storage.reviewing.drafts(row.id)) == 1


def test_a_row_goes_on_with_the_day_it_was_begun(storage: Storage, tmp_path: Path) -> None:
    import datetime

    batch = batch_of(storage, people(tmp_path, 1))
    storage.drafting.claim(batch.id, "killed", limit=1, today=TODAY)
    (row,) = storage.drafting.claim(batch.id, "next", limit=1, today=TODAY + datetime.timedelta(days=1))
    assert row.started_on == TODAY


def test_events_tell_each_row(storage: Storage, tmp_path: Path) -> None:
    batch = batch_of(storage, people(tmp_path, 3))
    heard: list[dict[str, object]] = []
    Run(storage, batch, lambda row: result(row.name), today=TODAY, listener=heard.append).go()
    assert sorted(event["row"] for event in heard if event["event"] == "row") == [1, 2, 3]  # type: ignore[type-var]
    assert heard[0]["verdict"] == "pass"
