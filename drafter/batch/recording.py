"""A language model whose every reply is in the ledger before anybody sees it, so that none is ever bought twice."""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections.abc import Callable

from drafter.errors import BudgetError, DrafterError, ModelError, ReplyError
from drafter.llm.protocol import LanguageModel, Reply, Request
from drafter.models import Usage
from drafter.storage.patience import patiently

TYPE_CHECKING = False
if TYPE_CHECKING:
    from drafter.batch.limiter import Breaker, Limiter
    from drafter.storage.drafting import Drafting


_ASK_EVERY = 2.0
NO_PRICE = "no price is known for this model, so --budget cannot be kept; leave it out and set --max-rows instead"


def _dollars(amount: float | None) -> str:
    """A sum of money; small ones with the digits that tell them apart."""
    known = amount or 0.0
    return f"${known:.2f}" if known >= 1 else f"${known:.4f}"


class DeferredError(DrafterError):
    """The server is overloaded or away: the row can be tried again later, nothing about it is wrong."""


class StoppedError(DrafterError):
    """The run is being stopped; the row stays as it is and goes on next time."""


class Budget:
    """Money that may be spent on a batch altogether; ``spent`` counts what earlier runs used, too."""

    def __init__(self, limit: float | None, *, spent: float = 0.0, by_all: Callable[[], float] | None = None) -> None:
        """Allow ``limit`` US dollars (``None``: any amount); ``by_all`` tells what all workers together spent."""
        self.limit = limit
        self.spent = spent
        self._by_all = by_all
        self._asked = time.monotonic()
        self._lock = threading.Lock()
        self._unpriced = False

    @property
    def exhausted(self) -> bool:
        """Whether nothing more may be bought."""
        return self.limit is not None and self.spent >= self.limit

    def check(self) -> None:
        """Refuse another call when the money is spent, or nobody knows what a call costs."""
        self._insist(unpriced=self._unpriced)
        if self.limit is not None and self._by_all and time.monotonic() - self._asked > _ASK_EVERY:
            self._asked = time.monotonic()
            self.spent = max(self.spent, self._by_all())
        if self.exhausted:
            raise BudgetError(f"the budget of {_dollars(self.limit)} is spent ({_dollars(self.spent)}); raise --budget")

    def count(self, usage: Usage) -> None:
        """Count what a call cost; with an unknown price nothing more may be bought."""
        with self._lock:
            if usage.cost_usd is not None:
                self.spent += usage.cost_usd
            elif usage.calls:
                self._unpriced = True

    def insist(self, usage: Usage) -> None:
        """Refuse to go on with a model whose price is not known."""
        self._insist(unpriced=bool(usage.calls) and usage.cost_usd is None)

    def _insist(self, *, unpriced: bool) -> None:
        if unpriced and self.limit is not None:
            raise BudgetError(NO_PRICE)


class RecordingModel:
    """Answers from the ledger what was asked before; asks the real model otherwise, and keeps the reply at once.

    ``salt`` makes the requests of a redraft differ from those of the draft before, for a new answer is wanted there.
    ``lanes`` are as many as calls may be under way at once; all rows of a run share them.
    """

    def __init__(
        self,
        model: LanguageModel,
        drafting: Drafting,
        *,
        row_id: int,
        salt: str = "",
        limiter: Limiter,
        breaker: Breaker,
        budget: Budget,
        lanes: threading.Semaphore | None = None,
        stopping: Callable[[], bool] = lambda: False,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Stand before ``model`` while one row is worked on."""
        self.name = model.name
        self._model = model
        self._drafting = drafting
        self._row_id = row_id
        self._salt = salt
        self._limiter, self._breaker, self._budget = limiter, breaker, budget
        self._lanes = lanes or threading.Semaphore()
        self._stopping, self._sleep = stopping, sleep

    def complete(
        self, request: Request, *, deadline: float | None = None, on_text: Callable[[str], None] | None = None
    ) -> Reply:
        """The kept reply to this very request, or a new one that is kept before it is returned.

        Raises:
            DeferredError: when the server cannot answer now.
            StoppedError: when the run is being stopped.
            BudgetError: when the budget is spent.
            ModelError: when the server does not take this request.
        """
        key = request_digest(request, self.name, self._salt)
        kept = self._drafting.reply(key)
        if kept is not None:
            value = request.schema.model_validate_json(kept["value"])
            return Reply(value, kept["text"], kept["model"], Usage.model_validate(kept["usage"]), cached=True)
        tokens = (len(request.system) + len(request.user)) / 4 + request.max_tokens / 2
        waited = self._wait(tokens)
        try:
            self._budget.check()
            later = None if deadline is None else deadline + waited
            reply = self._model.complete(request, deadline=later, on_text=on_text)
            self._budget.count(reply.usage)
        except ReplyError:
            self._breaker.worked()
            raise
        except ModelError as error:
            self._breaker_told(error)
            raise
        finally:
            self._lanes.release()
            self._limiter.done(tokens)
        patiently(lambda: self._keep(key, request, reply))
        self._breaker.worked()
        self._budget.insist(reply.usage)
        return reply

    def _keep(self, key: str, request: Request, reply: Reply) -> None:
        self._drafting.keep_reply(
            key,
            row_id=self._row_id,
            purpose=request.purpose,
            model=reply.model,
            value=reply.value.model_dump_json(),
            text=reply.text.replace("\x00", ""),
            usage=reply.usage,
        )

    def _breaker_told(self, error: ModelError) -> None:
        if not error.retryable:
            return
        self._breaker.failed(str(error), hopeless=self._limiter.hopeless)
        raise DeferredError(str(error)) from error

    def _wait(self, tokens: float) -> float:
        """Wait for the server's limits, for a broken server and for a free lane; how long that took."""
        started = time.monotonic()
        until = started + self._limiter.reserve(tokens)
        while True:
            if self._stopping() or self._breaker.given_up:
                self._limiter.done(tokens)
                raise StoppedError("the run is being stopped")
            left = max(until - time.monotonic(), self._breaker.wait())
            if left > 0:
                self._sleep(min(left, 0.2))
            elif self._lanes.acquire(timeout=0.2):
                if not self._breaker.wait():
                    return time.monotonic() - started
                self._lanes.release()


def request_digest(request: Request, model: str, salt: str = "") -> str:
    """What makes two requests the same."""
    from drafter.llm.schemas import schema_text

    before, after = [model, request.system, request.user], [request.max_tokens, request.seed, salt]
    # The schema is put in as it is kept, for writing it out again takes longer than all the rest.
    told = ", ".join([*map(_json, before), schema_text(request.schema), *map(_json, after)])
    return hashlib.sha256(f"[{told}]".encode("utf-8", "replace")).hexdigest()


_json = json.JSONEncoder(ensure_ascii=False).encode
