"""Puts a run together: settings, sender, model, limits and the ledger."""

from __future__ import annotations

import datetime
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drafter.batch.across import note_across
from drafter.batch.limiter import Breaker, Limiter
from drafter.batch.recording import NO_PRICE, Budget, RecordingModel
from drafter.batch.rowwork import RowWork
from drafter.batch.runner import Ended, Listener, Plan, Run
from drafter.errors import BudgetError
from drafter.llm.protocol import LanguageModel
from drafter.models import Sender
from drafter.pipeline import Drafter
from drafter.settings import Settings
from drafter.storage import Batch, Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from drafter.storage.ledger import Storage


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What a run may use: ``concurrency`` calls at once; ``only`` names row ids.

    ``budget`` is in US dollars and for the whole batch, earlier runs included.
    """

    concurrency: int = 8
    budget: float | None = None
    max_rows: int | None = None
    only: tuple[int, ...] = ()
    requests_per_minute: float | None = None
    tokens_per_minute: float | None = None


def prepare_run(
    storage: Storage,
    batch: Batch,
    *,
    settings: Settings,
    sender: Sender,
    model: LanguageModel | None = None,
    options: RunOptions | None = None,
    today: datetime.date,
    listener: Listener | None = None,
    breaker: Breaker | None = None,
    limiter: Limiter | None = None,
    stay: bool = False,
) -> Run:
    """A run over the batch's open rows; ``model`` is for those who bring their own (default: the one in settings)."""
    options = options or RunOptions()
    # The ledger keeps the replies; a second copy in the cache would answer redrafts with the old text.
    settings = settings.model_copy(update={"cache": False})
    inner = model or Drafter(settings).model
    if options.budget is not None and model is None and inner is not None and not priced(settings):
        # Told before anything is bought, not by the first calls.
        raise BudgetError(NO_PRICE)

    def spent() -> float:
        return storage.batches.status(batch.id).usage.cost_usd or 0.0

    plan = Plan(
        concurrency=max(1, options.concurrency),
        max_rows=options.max_rows,
        only=options.only,
        stay=stay,
        budget=Budget(options.budget, spent=spent(), by_all=spent),
        limiter=limiter
        or Limiter(requests_per_minute=options.requests_per_minute, tokens_per_minute=options.tokens_per_minute),
        breaker=breaker or Breaker(),
    )
    hear(inner, plan.limiter)
    folder = batch.options.get("folder")
    lanes = threading.Semaphore(plan.concurrency)
    run: Run

    def model_for(row: Row) -> LanguageModel | None:
        if inner is None:
            return None
        return RecordingModel(
            inner,
            storage.drafting,
            row_id=row.id,
            salt=f"{row.id}:{row.generation}" if row.generation else "",
            limiter=plan.limiter,
            breaker=plan.breaker,
            budget=plan.budget,
            lanes=lanes,
            stopping=lambda: run.stopping,
        )

    work = RowWork(storage, settings, sender, folder=Path(folder) if folder else None, today=today, model_for=model_for)
    run = Run(storage, batch, work, plan=plan, listener=listener, today=today)
    return run


def run_batch(run: Run, storage: Storage, batch: Batch, *, who: str, settings: Settings, model: str) -> Ended:
    """Run, put the run on record, and look at the batch as a whole."""
    storage.batches.use(batch.id)
    storage.reviewing.note(batch.id, "run started", who=who, details={"model": model, "worker": run.worker})
    ended = run.go()
    note_across(storage, batch.id, settings=settings)
    details: dict[str, Any] = {"states": ended.states, "seconds": round(ended.seconds, 1), "stopped": ended.stopped}
    storage.reviewing.note(batch.id, "run ended", who=who, details=details)
    return ended


def priced(settings: Settings) -> bool:
    """Whether it is known what the model in the settings costs on the server in the settings."""
    from drafter.llm import price_of

    return price_of(settings, prompt=1000, completion=1000) is not None


def hear(model: LanguageModel | None, limiter: Limiter) -> None:
    """Have the limiter hear each reply's status and headers and give turns, where the model can be told."""
    tell = getattr(model, "listen", None)
    if callable(tell):
        tell(limiter.heard, again=limiter.again)
