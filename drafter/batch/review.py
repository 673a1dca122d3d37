"""Reviewing rows: approve, edit, ask again, reject, undo. The same for the terminal and for the page."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from typing import Literal

from drafter.batch.across import moved
from drafter.errors import DrafterError, InputError
from drafter.models import Draft, PartName, Report, Result, Sentence
from drafter.pipeline import Drafter
from drafter.storage import Row, SavedDraft
from drafter.storage.rows import Decision, View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from drafter.storage.ledger import Storage

SAMPLE = 5
"""How many drafts are to be read before all clean ones may be approved together."""


class Review:
    """Decisions of one person on the rows of the ledger.

    Each method takes the row as it was shown and raises ``ConflictError`` when it has changed since, so that two
    reviewers never overwrite each other. Nothing is ever lost: drafts and decisions stay as history.
    """

    def __init__(self, storage: Storage, drafter: Drafter, *, who: str | None = None) -> None:
        """Review as ``who`` (default: the name of the account at this computer)."""
        self._storage = storage
        self._drafter = drafter
        self.who = who or account()

    def draft_of(self, row: Row) -> SavedDraft:
        """The row's current draft.

        Raises:
            InputError: when it has none.
        """
        saved = self._storage.reviewing.current(row)
        if saved is None or saved.result.draft is None:
            raise InputError(f"row {row.number} has no draft ({row.reason or row.state}); there is nothing to decide")
        return saved

    def approve(self, row: Row, *, override: str | None = None) -> Row:
        """Approve the draft; one with errors only with a reason, which is kept.

        Raises:
            InputError: when there is no draft, or it has errors and no reason is given.
        """
        report = self.draft_of(row).result.report
        errors = [finding for finding in report.findings if finding.severity == "error"]
        if errors and not (override and override.strip()):
            raise InputError(
                f"row {row.number} has {len(errors)} error{'s' if len(errors) > 1 else ''} "
                f"({', '.join(sorted({finding.rule for finding in errors}))}); edit or redraft it, "
                'or approve it all the same with --override "REASON"'
            )
        return self._storage.reviewing.decide(row, "approved", who=self.who, reason=override if errors else None)

    def decide(self, row: Row, decision: Decision, *, reason: str | None = None) -> Row:
        """Reject, send back or (without errors) approve."""
        if decision == "approved":
            return self.approve(row, override=reason)
        return self._storage.reviewing.decide(row, decision, who=self.who, reason=reason)

    def clear(self, row: Row) -> Row:
        """Take a decision back."""
        return self._storage.reviewing.decide(row, None, who=self.who)

    def check(self, row: Row, draft: Draft) -> Report:
        """What the checks say of an edited text, without keeping it."""
        result = self.draft_of(row).result
        return self._drafter.check(draft, brief=result.brief, profile=result.profile)

    def edited(
        self, row: Row, *, message: str | None = None, subject: str | None = None, voicemail: str | None = None
    ) -> Draft:
        """The row's draft with other words; sentences that stand unchanged keep their evidence."""
        draft = self.draft_of(row).result.draft
        assert draft is not None
        given = {"message": message, "subject": subject, "voicemail": voicemail}
        return with_texts(draft, {part: text for part, text in given.items() if text is not None})

    def edit(self, row: Row, draft: Draft) -> Row:
        """Keep an edited draft, checked anew; the one before stays as history."""
        result = self.draft_of(row).result
        if not draft.message.strip():
            raise InputError("the message is empty; write one, or reject the row")
        if draft == result.draft:
            return row
        changed = result.model_copy(update={"draft": draft, "report": self.check(row, draft)})
        across = moved(row.across, result.draft.message if result.draft else "", draft.message)
        return self._storage.reviewing.edit(row, changed, who=self.who, across=across)

    def ask_again(self, row: Row, *, instruction: str | None = None) -> Row:
        """Make the row new, to be written again ("shorter", "mention the talk"); run the batch to have it drafted."""
        return self._storage.reviewing.ask_again(row, instruction=instruction or None, who=self.who)

    def undo(self, row: Row) -> Row:
        """Take back the latest decision, edit or wish.

        Raises:
            InputError: when there is nothing to take back.
        """
        back = self._storage.reviewing.undo(row, who=self.who)
        if back is None:
            raise InputError(f"there is nothing to take back in row {row.number}")
        return back

    def clean(self, batch_id: int, *, view: View | None = None) -> tuple[Row, ...]:
        """Drafted rows without a decision and with hints at most: those that may be approved together."""
        return self._clean(batch_id, view or View(), "undecided")

    def _clean(self, batch_id: int, view: View, decision: Literal["undecided", "approved"]) -> tuple[Row, ...]:
        if view.verdict not in (None, "pass") or view.decision not in (None, "undecided"):
            return ()
        clean = View(states=("drafted",), verdict="pass", decision=decision, text=view.text, offset=0, limit=1_000_000)
        rows = self._storage.batches.rows(batch_id, clean)
        # A sender's own sentence stands in most drafts: a hint about it must not stop what the verdict lets pass.
        return tuple(row for row in rows if all(found.severity == "hint" for found in row.across))

    def approve_clean(self, batch_id: int, *, read: frozenset[int], view: View | None = None) -> tuple[int, int]:
        """Approve all clean rows of a view, once a sample of them was read (row numbers); how many, how many not.

        Those read and approved one by one are of the sample.

        Raises:
            InputError: when fewer than :data:`SAMPLE` of them (or all, where there are fewer) were read.
        """
        rows = self.clean(batch_id, view=view)
        alike = (*rows, *self._clean(batch_id, view or View(), "approved"))
        wanted = min(SAMPLE, len(rows))
        seen = sum(row.number in read for row in alike)
        if seen < wanted:
            raise InputError(f"read {wanted} of the {len(alike)} clean drafts first ({seen} so far)")
        return self._each(rows, self.approve)

    def _each(self, rows: tuple[Row, ...], action: Callable[[Row], Row]) -> tuple[int, int]:
        done = 0
        for row in rows:
            try:
                action(row)
            except DrafterError:
                # Changed by somebody else in this moment: theirs stands.
                continue
            done += 1
        return done, len(rows) - done


def with_texts(draft: Draft, texts: dict[str, str]) -> Draft:
    """The draft with other texts; evidence follows each sentence that still stands word for word."""
    changed = draft.model_copy(update=texts)
    sentences: list[Sentence] = []
    cursor: dict[PartName, int] = {}
    for sentence in draft.sentences:
        old, new = draft.part(sentence.part) or "", changed.part(sentence.part) or ""
        words = old[sentence.start : sentence.end]
        place = new.find(words, cursor.get(sentence.part, 0))
        if words and place >= 0:
            cursor[sentence.part] = place + len(words)
            sentences.append(sentence.model_copy(update={"start": place, "end": place + len(words)}))
    return changed.model_copy(update={"sentences": tuple(sentences)})


def facts_used(result: Result) -> list[str]:
    """The statements that the draft's sentences rest on, in the order they are used."""
    if result.draft is None:
        return []
    ids = dict.fromkeys(fact for sentence in result.draft.sentences for fact in sentence.facts)
    return [fact.statement for fact in map(result.profile.fact, ids) if fact is not None]


def account() -> str:
    """Who sits at this computer, for the record."""
    name = os.environ.get("DRAFTER_REVIEWER")
    if name:
        return name
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"
