"""The provider's Batch API over the same ledger: same prompts, same checks, half the price, within a day.

Rows take the same way as in a run, but a request whose reply is not in the ledger is put on a list instead of being
sent. The list is handed over, the answers are put into the ledger, and the rows go on from there: reading, writing and
rewriting are a round each.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.batch.across import note_across
from drafter.batch.recording import request_digest
from drafter.batch.rowwork import RowWork, told
from drafter.errors import DrafterError, InputError, ReplyError
from drafter.llm.answers import read_answer
from drafter.llm.protocol import Reply, Request
from drafter.models import Sender, Usage
from drafter.settings import Settings
from drafter.storage import Batch, Row, Submission
from drafter.storage.drafting import SUBMISSION

if TYPE_CHECKING:
    from drafter.llm.bulk import Answer, Bulk, Progress
    from drafter.storage.ledger import Storage

_ROUNDS = 8


class WantedError(DrafterError):
    """The row cannot go on before a request is answered."""


@dataclass(slots=True)
class Round:
    """What came of one round: rows by their new state, requests handed over, what is still with the provider."""

    drafted: int = 0
    needs: int = 0
    failed: int = 0
    submitted: int = 0
    waiting: int = 0
    notes: tuple[str, ...] = ()


class ListingModel:
    """Answers from the ledger; what is not there goes on the list."""

    def __init__(self, storage: Storage, name: str, *, salt: str, wanted: dict[str, Request]) -> None:
        """Put requests on the list ``wanted``, by their digest."""
        self.name = name
        self._storage = storage
        self._salt = salt
        self._wanted = wanted

    def complete(
        self, request: Request, *, deadline: float | None = None, on_text: Callable[[str], None] | None = None
    ) -> Reply:
        """The kept reply.

        Raises:
            WantedError: when there is none yet.
        """
        del deadline, on_text
        key = request_digest(request, self.name, self._salt)
        kept = self._storage.drafting.reply(key)
        if kept is not None:
            try:
                value = read_answer(kept["value"], request.schema)
            except ReplyError:
                # What came in bulk was kept as it came; an answer that does not fit is asked for once more.
                self._storage.drafting.drop_reply(key)
            else:
                return Reply(value, kept["text"], kept["model"], Usage.model_validate(kept["usage"]), cached=True)
        self._wanted[key] = request
        raise WantedError("waits for the provider")


class BulkRun:
    """Hands a batch's requests to the provider, round by round."""

    def __init__(
        self, storage: Storage, batch: Batch, bulk: Bulk, *, settings: Settings, sender: Sender, today: datetime.date
    ) -> None:
        """Prepare; ``bulk`` is the door to the provider."""
        self._storage, self._batch, self._bulk = storage, batch, bulk
        self._settings = settings.model_copy(update={"cache": False})
        self._today = today
        self._wanted: dict[str, Request] = {}
        self._handed_over: list[tuple[datetime.datetime, frozenset[int]]] = []
        folder = batch.options.get("folder")
        self._work = RowWork(
            storage,
            self._settings,
            sender,
            folder=Path(folder) if folder else None,
            today=today,
            model_for=self._model_for,
        )

    def close(self) -> None:
        """Close the connection to the provider."""
        self._bulk.close()

    def submit(self) -> Round:
        """Take every open row as far as the ledger allows, and hand over what it needs next."""
        self._adopt_lost()
        done = Round()
        earlier = self._storage.shared.submissions(self._batch.id)
        self._handed_over = [(each.updated_at, frozenset(each.document["rows"].values())) for each in earlier]
        while self._submit_lot(done):
            pass
        note_across(self._storage, self._batch.id, settings=self._settings)
        done.waiting = len(self._storage.shared.submissions(self._batch.id, states=("submitted",)))
        return done

    def collect(self) -> Round:
        """Put what has come into the ledger, take the rows on, and hand over the next round."""
        notes: list[str] = []
        for submission in self._storage.shared.submissions(self._batch.id, states=("submitted",)):
            progress = self._bulk.progress(submission.provider_id or "")
            if progress.ended:
                notes += self._take(submission, progress)
        done = self.submit()
        done.notes = tuple(dict.fromkeys(notes))
        return done

    def _submit_lot(self, done: Round) -> bool:
        """One file's worth of rows; false when no row is left to look at."""
        from drafter.llm.bulk import MOST_BYTES, MOST_REQUESTS

        mark = uuid.uuid4().hex
        worker = f"{SUBMISSION}:{mark}"
        self._storage.drafting.register(worker, host=SUBMISSION)
        lines: list[bytes] = []
        size, rows = 0, {}
        while len(lines) < MOST_REQUESTS - 100 and size < MOST_BYTES:
            claimed = self._storage.drafting.claim(self._batch.id, worker, limit=100, today=self._today)
            if not claimed:
                break
            for row in claimed:
                for key, request in self._advance(row, worker, done).items():
                    lines.append(self._bulk.line(key, request))
                    size += len(lines[-1])
                    rows[key] = row.id
        if not lines:
            self._storage.drafting.retire(worker)
            return False
        document = {"mark": mark, "worker": worker, "rows": rows}
        submission = self._storage.shared.submit(self._batch.id, document)
        provider_id = self._bulk.submit(b"".join(lines), mark=mark)
        self._storage.shared.update(submission, state="submitted", provider_id=provider_id)
        done.submitted += len(lines)
        return True

    def _advance(self, row: Row, worker: str, done: Round) -> dict[str, Request]:
        """Take one row on; the requests it waits for."""
        self._wanted.clear()
        try:
            result = self._work(row)
        except WantedError:
            if self._tried(row) < _ROUNDS:
                return dict(self._wanted)
            self._storage.drafting.fail(
                row, "the provider gave no usable answer; try `drafter batch run`", worker=worker
            )
            done.failed += 1
        except Exception as error:  # noqa: BLE001 - one failing row never stops the others
            self._storage.drafting.fail(row, told(error), worker=worker)
            done.failed += 1
        else:
            self._storage.drafting.finish(row, result, worker=worker)
            done.drafted += result.draft is not None
            done.needs += result.draft is None
        return {}

    def _tried(self, row: Row) -> int:
        """In how many earlier rounds of this generation the row was handed over."""
        return sum(row.id in rows for when, rows in self._handed_over if when > row.updated_at)

    def _take(self, submission: Submission, progress: Progress) -> list[str]:
        problems: list[str] = list(progress.problems)
        for file in progress.files:
            for answer in self._bulk.answers(file):
                problem = self._keep(submission, answer)
                if problem:
                    problems.append(problem)
        if progress.state != "completed":
            problems.append(f"the provider ended with “{progress.state}”; what is missing is asked for again")
        self._storage.shared.update(submission, state="collected")
        self._storage.drafting.retire(submission.document["worker"])
        return problems

    def _keep(self, submission: Submission, answer: Answer) -> str | None:
        row_id = submission.document["rows"].get(answer.key)
        if answer.text is None:
            return answer.problem
        if row_id is None:
            return "the provider sent an answer to a request that was not made; it was left out"
        self._storage.drafting.keep_reply(
            answer.key,
            row_id=row_id,
            purpose="bulk",
            model=answer.model,
            value=answer.text.replace("\x00", ""),
            text=answer.text.replace("\x00", ""),
            usage=answer.usage,
        )
        return None

    def _adopt_lost(self) -> None:
        """A kill between handing over and noting it must not pay for the same requests twice."""
        for submission in self._storage.shared.submissions(self._batch.id, states=("prepared",)):
            found = self._bulk.find(submission.document["mark"])
            if found:
                self._storage.shared.update(submission, state="submitted", provider_id=found)
            else:
                self._storage.shared.update(submission, state="lost")
                self._storage.drafting.retire(submission.document["worker"])
        known = {each.document["worker"] for each in self._open()}
        self._storage.drafting.retire_unknown(self._batch.id, prefix=f"{SUBMISSION}:", known=known)

    def _open(self) -> tuple[Submission, ...]:
        return self._storage.shared.submissions(self._batch.id, states=("prepared", "submitted"))

    def _model_for(self, row: Row) -> ListingModel:
        salt = f"{row.id}:{row.generation}" if row.generation else ""
        return ListingModel(self._storage, self._settings.model_name, salt=salt, wanted=self._wanted)


def bulk_run(storage: Storage, batch: Batch, *, settings: Settings, today: datetime.date) -> BulkRun:
    """Go on with a batch that was handed over, with the sender and model it was handed over with.

    Raises:
        InputError: when it was not.
    """
    from drafter.llm.bulk import Bulk

    job: dict[str, Any] | None = batch.options.get("bulk")
    if not job:
        raise InputError(f"batch {batch.id} was not handed over yet; start with `drafter batch submit LIST`")
    settings = settings.model_copy(update={"model": job["model"]})
    sender = Sender.model_validate(job["sender"])
    return BulkRun(storage, batch, Bulk(settings), settings=settings, sender=sender, today=today)
