from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Semaphore

import pytest
from pydantic import BaseModel

from drafter.batch.limiter import Breaker, Limiter, duration
from drafter.batch.recording import Budget, DeferredError, RecordingModel, StoppedError
from drafter.batch.running import RunOptions, prepare_run
from drafter.errors import BudgetError, ModelError, ReplyError
from drafter.llm import Reply, Request, ScriptedModel
from drafter.llm.protocol import LanguageModel
from drafter.models import Sender, Usage
from drafter.settings import Settings
from drafter.storage.ledger import Storage
from tests.batch.made import TODAY, batch_of, people


class Line(BaseModel):
    line: str


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


REQUEST = Request("be brief", "say hello", Line, "write")


def recording(storage: Storage, model: LanguageModel, tmp_path: Path, **options: object) -> RecordingModel:
    batch = batch_of(storage, people(tmp_path, 1))
    row = storage.batches.row(batch.id, 1)
    given = {"limiter": Limiter(), "breaker": Breaker(), "budget": Budget(None), "salt": ""} | options
    return RecordingModel(model, storage.drafting, row_id=row.id, **given)  # type: ignore[arg-type]


def test_a_reply_is_in_the_ledger_before_it_is_returned_and_never_bought_again(
    storage: Storage, tmp_path: Path
) -> None:
    inner = ScriptedModel({"line": "hello"}, {"line": "again"})
    first = recording(storage, inner, tmp_path).complete(REQUEST)
    second = recording(storage, inner, tmp_path).complete(REQUEST)
    assert (first.value, second.value, second.cached) == (Line(line="hello"), Line(line="hello"), True)
    assert len(inner.requests) == 1
    batch = storage.batches.named()
    assert storage.batches.status(batch.id).usage.calls == 1


def test_a_redraft_asks_anew(storage: Storage, tmp_path: Path) -> None:
    inner = ScriptedModel({"line": "hello"}, {"line": "again"})
    recording(storage, inner, tmp_path).complete(REQUEST)
    assert recording(storage, inner, tmp_path, salt="1:1").complete(REQUEST).text == '{"line": "again"}'


class Busy:
    """A server that says how long it wants to be left alone."""

    name = "busy"

    def __init__(self, limiter: Limiter, seconds: int) -> None:
        self.limiter, self.seconds = limiter, seconds

    def complete(self, request: Request, **_: object) -> Reply:
        self.limiter.heard(429, {"retry-after": str(self.seconds)})
        raise ModelError("slow down", retryable=True)


@pytest.mark.parametrize(("seconds", "told", "ends"), [(2, 0, False), (40, 40, False), (86400, 300, True)])
def test_a_pause_that_the_server_asks_for_is_told_and_a_very_long_one_ends_the_run(
    storage: Storage, tmp_path: Path, seconds: int, told: float, ends: bool
) -> None:
    limiter, breaker = Limiter(clock=Clock()), Breaker()
    model = recording(storage, Busy(limiter, seconds), tmp_path, limiter=limiter, breaker=breaker)
    with pytest.raises(DeferredError):
        model.complete(REQUEST)
    assert (limiter.pause(), breaker.given_up, breaker.reason) == (told, ends, "slow down")


def test_an_overloaded_server_defers_and_a_refused_request_does_not(storage: Storage, tmp_path: Path) -> None:
    inner = ScriptedModel(ModelError("busy", retryable=True), ModelError("too long"), ReplyError("prose"))
    breaker = Breaker(after=1, pause=0)
    model = recording(storage, inner, tmp_path, breaker=breaker)
    with pytest.raises(DeferredError, match="busy"):
        model.complete(REQUEST)
    assert breaker.reason == "busy"
    with pytest.raises(ModelError, match="too long"):
        model.complete(REQUEST)
    with pytest.raises(ReplyError):
        model.complete(REQUEST)
    assert breaker.reason is None


def test_the_budget_is_kept(storage: Storage, tmp_path: Path) -> None:
    inner = ScriptedModel({"line": "a"}, repeat=True, usage=Usage(calls=1, cost_usd=0.6))
    budget = Budget(1.0, spent=0.1)
    model = recording(storage, inner, tmp_path, budget=budget)
    for number in range(2):
        model.complete(Request("s", str(number), Line, "write"))
    with pytest.raises(BudgetError, match=r"the budget of \$1.00 is spent \(\$1.30\)"):
        model.complete(Request("s", "third", Line, "write"))


def test_a_budget_needs_a_price_and_the_reply_is_kept_all_the_same(storage: Storage, tmp_path: Path) -> None:
    inner = ScriptedModel({"line": "a"}, usage=Usage(calls=1))
    with pytest.raises(BudgetError, match="no price is known"):
        recording(storage, inner, tmp_path, budget=Budget(1.0)).complete(REQUEST)
    assert recording(storage, inner, tmp_path).complete(REQUEST).cached


def test_a_budget_without_a_known_price_is_refused_before_anything_is_bought(storage: Storage, tmp_path: Path) -> None:
    batch = batch_of(storage, people(tmp_path, 1))
    given = {"sender": Sender(name="Tove Arnesen"), "options": RunOptions(budget=1.0), "today": TODAY}
    here = Settings(model="anything", base_url="http://127.0.0.1:9/v1")
    with pytest.raises(BudgetError, match="no price is known for this model"):
        prepare_run(storage, batch, settings=here, **given)  # type: ignore[arg-type]
    there = Settings(model="gpt-4o", base_url="https://api.openai.com/v1", api_key="none")  # type: ignore[arg-type]
    prepare_run(storage, batch, settings=there, **given)  # type: ignore[arg-type]


def test_nothing_is_asked_once_the_run_stops(storage: Storage, tmp_path: Path) -> None:
    inner = ScriptedModel({"line": "a"})
    with pytest.raises(StoppedError):
        recording(storage, inner, tmp_path, stopping=lambda: True).complete(REQUEST)
    assert inner.requests == []


def test_no_more_calls_at_once_than_asked_for_and_none_beyond_a_budget_spent_meanwhile(
    storage: Storage, tmp_path: Path
) -> None:
    under_way: list[int] = []
    most: list[int] = []
    both = Barrier(2, timeout=20)

    def answer(request: Request) -> dict[str, str]:
        under_way.append(1)
        most.append(len(under_way))
        both.wait()
        under_way.pop()
        return {"line": request.user}

    inner = ScriptedModel(answer, repeat=True, usage=Usage(calls=1, cost_usd=0.45))
    lanes, budget = Semaphore(2), Budget(1.0)
    model = recording(storage, inner, tmp_path, lanes=lanes, budget=budget)

    def ask(number: int) -> str:
        try:
            return model.complete(Request("s", str(number), Line, "write")).text
        except BudgetError:
            return "spent"

    with ThreadPoolExecutor(6) as pool:
        told = list(pool.map(ask, range(6)))
    assert max(most) == 2
    assert (told.count("spent"), len(inner.requests)) == (2, 4)


def test_the_limiter_learns_the_servers_limits() -> None:
    clock = Clock()
    limiter = Limiter(clock=clock)
    assert limiter.reserve(1e9) == 0
    limiter.done(1e9)
    limiter.heard(200, {"x-ratelimit-limit-requests": "60", "x-ratelimit-remaining-requests": "1"})
    assert limiter.reserve(10) == 0
    assert limiter.reserve(10) == pytest.approx(1.0)
    clock.now += 10
    assert limiter.reserve(10) == 0
    for _ in range(3):
        limiter.done(10)
    tokens = {"limit": "6000", "remaining": "0", "reset": "60s"}
    limiter.heard(200, {f"x-ratelimit-{name}-tokens": value for name, value in tokens.items()})
    assert limiter.reserve(500) == pytest.approx(5.0)


def test_requests_that_still_wait_are_taken_off_what_the_server_says_is_left() -> None:
    limiter = Limiter(clock=Clock())
    told = {"x-ratelimit-limit-requests": "60", "x-ratelimit-remaining-requests": "3"}
    for _ in range(4):
        limiter.reserve(10)
    limiter.heard(200, told)
    assert limiter.reserve(10) == pytest.approx(1.0)
    for _ in range(4):
        limiter.done(10)
    limiter.heard(200, told)
    assert [limiter.reserve(10) for _ in range(4)] == [0, 0, 0, pytest.approx(1.0)]


def test_the_limiter_stays_away_as_long_as_told() -> None:
    limiter = Limiter(clock=Clock())
    limiter.heard(429, {"retry-after": "7"})
    assert limiter.reserve(1) == pytest.approx(7.0)
    limiter.heard(429, {"retry-after": "nonsense"})
    limiter.heard(503, {"retry-after": "1e99"})
    assert limiter.reserve(1) <= 300


def test_calls_that_were_refused_wait_for_one_another() -> None:
    limiter = Limiter(clock=Clock())
    limiter.heard(200, {"x-ratelimit-limit-requests": "60", "x-ratelimit-remaining-requests": "0"})
    assert [limiter.again() for _ in range(3)] == [1.0, 2.0, 3.0]
    limiter.heard(429, {"retry-after": "20"})
    assert limiter.again() == 20.0
    assert Limiter().again() == 0.0, "of a server that tells no limits nothing is known"


def test_limits_given_hold_from_the_start() -> None:
    limiter = Limiter(requests_per_minute=2, clock=Clock())
    assert [limiter.reserve(1) for _ in range(3)] == [0, 0, pytest.approx(30.0)]


@pytest.mark.parametrize(
    ("text", "seconds"), [("6m0s", 360), ("20ms", 0.02), ("1h2m3.5s", 3723.5), ("12", 12), ("x", 0)]
)
def test_durations(text: str, seconds: float) -> None:
    assert duration(text) == pytest.approx(seconds)


def test_the_breaker_opens_tries_again_and_gives_up() -> None:
    clock = Clock()
    breaker = Breaker(after=3, pause=10, tries=2, clock=clock)
    for _ in range(2):
        breaker.failed("down")
    assert breaker.wait() == 0
    for _ in range(3):
        breaker.failed("down")
        assert breaker.wait() == 10
        clock.now += 10
    assert breaker.given_up
    breaker.worked()
    assert not breaker.given_up
