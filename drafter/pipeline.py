"""The way through: gather → profile → write → check → rewrite. This file is the table of contents."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING

from drafter.errors import DrafterError, InputError, ModelError
from drafter.models import Attempt, Brief, Draft, Note, Profile, Provenance, Report, Result, Usage
from drafter.settings import Settings, load_settings
from drafter.writing._writer import Task, Writer, Written

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

    from drafter.gather import Gathered
    from drafter.llm.protocol import LanguageModel, Request
    from drafter.models import Sender

    OnText = Callable[[str], None]
    Cancelled = Callable[[], bool]

REWRITES = 2
LONGEST_NAME, LONGEST_PURPOSE = 200, 4000
_PENALTY = {"error": 100, "warning": 5, "hint": 0}


class Drafter:
    """Prepares messages: notes in, a draft with its evidence and its faults out. It sends nothing.

    ``model`` is a model's name, an object with the one method of ``drafter.llm.protocol.LanguageModel``, or
    ``None`` for the one in the settings; ``"offline"`` composes without a model.
    """

    def __init__(self, settings: Settings | None = None, *, model: str | LanguageModel | None = None) -> None:
        """Take settings (default: those in force here) and a model."""
        settings = settings or load_settings()
        if isinstance(model, str):
            settings = settings.model_copy(update={"model": model})
            model = None
        self.settings = settings
        self._model = model
        self._opening = Lock()
        self._whole: dict[Sender, Sender] = {}

    @property
    def model(self) -> LanguageModel | None:
        """The language model in use, opened at first need; ``None`` means offline."""
        # Opened once for all threads: it is the model that holds back a second request with the same digest.
        with self._opening:
            if self._model is None and self.settings.model_name != "offline":
                from drafter.llm import open_model

                self._model = open_model(self.settings)
        return self._model

    @property
    def writer(self) -> Writer:
        """Who writes: the model, or the offline writer."""
        from drafter.writing.model_writer import ModelWriter
        from drafter.writing.offline_writer import OfflineWriter

        return ModelWriter(self.model, self.settings) if self.model else OfflineWriter()

    def gather(
        self, sources: Iterable[str | Path], *, notes: Sequence[Note] = (), stdin: bytes | None = None
    ) -> Gathered:
        """Read files, URLs and standard input (``-``) into notes; what fails is told in ``failures``."""
        from drafter.gather import gather

        return gather(sources, settings=self.settings, notes=notes, stdin=stdin)

    def profile(
        self,
        notes: Sequence[Note],
        contact: str,
        *,
        organization: str | None = None,
        role: str | None = None,
        sender: Sender | None = None,
        today: datetime.date | None = None,
    ) -> Profile:
        """What the notes say about the contact, each fact with the quote that proves it."""
        return self.read(notes, contact, organization=organization, role=role, sender=sender, today=today)[0]

    def read(
        self,
        notes: Sequence[Note],
        contact: str,
        *,
        organization: str | None = None,
        role: str | None = None,
        sender: Sender | None = None,
        today: datetime.date | None = None,
    ) -> tuple[Profile, Usage]:
        """The profile as in :meth:`profile`, and what the model calls for it used.

        Raises:
            InputError: when the contact's name is too long to be one.
        """
        from drafter.profile import read_profile

        if len(contact) > LONGEST_NAME:
            raise InputError(f"a name of {len(contact)} characters is none; shorten it to {LONGEST_NAME}")
        return read_profile(
            notes,
            contact,
            organization=organization,
            role=role,
            sender=sender and self.sender(sender),
            model=self.model,
            settings=self.settings,
            today=today,
        )

    def sender(self, sender: Sender) -> Sender:
        """The sender with the facts of the résumé their file names; each has the words there that prove it.

        The résumé is read by rules alone: no model sees it.

        Raises:
            InputError: when it cannot be read.
        """
        if not sender.resume:
            return sender
        if sender not in self._whole:
            from drafter.profile import build_profile
            from drafter.writing.brief import with_resume

            found = self.gather([sender.resume])
            if not found.notes:
                raise InputError(f"{'; '.join(found.failures)} (the résumé of {sender.name})")
            self._whole[sender] = with_resume(build_profile(found.notes, sender.name), sender)
        return self._whole[sender]

    def check(self, draft: Draft, *, brief: Brief, profile: Profile | None = None) -> Report:
        """The faults that rules find in a draft."""
        from drafter.checks import check, context_for

        context = context_for(brief, profile, settings=self.settings, draft=draft)
        return check(draft, context, rules=self.settings.rules)

    def draft(
        self,
        profile: Profile,
        brief: Brief,
        *,
        on_text: Callable[[str], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        spent: Usage | None = None,
    ) -> Result:
        """Write, check and, where findings ask for it, rewrite (at most twice); the best attempt is kept.

        With too little to be specific about, ``draft`` is ``None`` and ``needs`` says what to gather; so it is when a
        first approach came out without a word that rests on a fact (``attempts`` still shows what was written). A
        model that fails during a rewrite costs that rewrite only: what was written stands, and ``warnings`` tells.
        ``spent`` is what reading the notes used already; it is added to the result's usage.

        Raises:
            InputError: when the purpose is too long to be one.
            ModelError: when the first draft could not be had from the model.
        """
        from drafter.writing.selection import select

        if len(brief.purpose) > LONGEST_PURPOSE:
            raise InputError(f"a purpose of {len(brief.purpose)} characters is too long; say it in a sentence")
        brief = self._complete(brief)
        selection = select(brief, profile)
        if selection.needs:
            nothing = Result(profile=profile, brief=brief, needs=selection.needs, provenance=self._provenance({}))
            return nothing.model_copy(update={"usage": spent or Usage()})
        task = Task(brief, profile, selection.facts, time.monotonic() + self.settings.timeout, on_text)
        return self._finish(self._attempts(task, cancelled or (lambda: False)), task, spent or Usage())

    def first_request(self, profile: Profile, brief: Brief) -> Request | None:
        """Exactly what would be sent to the model for a first draft; ``None`` when nothing would be."""
        from drafter.writing.model_writer import ModelWriter
        from drafter.writing.selection import select

        brief = self._complete(brief)
        selection = select(brief, profile)
        writer = self.writer
        if selection.needs or not isinstance(writer, ModelWriter):
            return None
        return writer.request(Task(brief, profile, selection.facts))

    def redraft(
        self, result: Result, instruction: str, *, on_text: OnText | None = None, cancelled: Cancelled | None = None
    ) -> Result:
        """Draft again with an instruction such as "shorter" or "mention the talk"; earlier attempts are kept."""
        brief = result.brief.model_copy(update={"instruction": instruction})
        again = self.draft(result.profile, brief, on_text=on_text, cancelled=cancelled)
        attempts, usage = (*result.attempts, *again.attempts), result.usage + again.usage
        return again.model_copy(update={"attempts": attempts, "usage": usage})

    def alternatives(self, result: Result, *, count: int = 2) -> Result:
        """The result with up to ``count`` further drafts, each led by facts that the ones before did not use."""
        from drafter.writing.angles import next_angle

        found = list(result.alternatives)
        usage, warnings = result.usage, list(result.warnings)
        for _ in range(count):
            drafts = [attempt.draft for attempt in found] + ([result.draft] if result.draft else [])
            brief = next_angle(result.profile, result.brief, drafts)
            if brief is None:
                warnings.append("there is no other angle: gather more about this person for an alternative")
                break
            try:
                other = self.draft(result.profile, brief)
            except DrafterError as error:
                warnings.append(str(error))
                break
            usage += other.usage
            if other.draft:
                found.append(Attempt(draft=other.draft, report=other.report))
        return result.model_copy(update={"alternatives": tuple(found), "usage": usage, "warnings": tuple(warnings)})

    def _complete(self, brief: Brief) -> Brief:
        return brief.model_copy(update={"sender": self.sender(brief.sender)}) if brief.sender.resume else brief

    def _attempts(self, task: Task, cancelled: Callable[[], bool]) -> _Attempts:
        writer = self.writer
        done = _Attempts([], [], [])
        done.add(writer.write(task), lambda draft: self._report(draft, task))
        for _ in range(REWRITES):
            latest = done.attempts[-1]
            if cancelled() or not needs_rewrite(latest.report):
                break
            try:
                again = writer.rewrite(replace(task, on_text=None), latest.draft, latest.report)
            except ModelError as error:
                done.warnings.append(f"a rewrite failed, so an earlier attempt is shown: {error}")
                break
            if again.draft == latest.draft:
                done.written.append(again)  # it was paid for, though it changed nothing
                break
            done.add(again, lambda draft: self._report(draft, task))
        return done

    def _report(self, draft: Draft, task: Task) -> Report:
        return self.check(draft, brief=task.brief, profile=task.profile)

    def _finish(self, done: _Attempts, task: Task, usage: Usage) -> Result:
        from drafter.writing.selection import lacks_evidence, unused

        best = min(done.attempts, key=lambda attempt: fault_weight(attempt.report))
        filler = lacks_evidence(task.brief, best.draft)
        prompts: dict[str, str] = {}
        if usage.calls:
            from drafter.profile import reading_prompt

            prompts["extract"] = reading_prompt()
        for written in done.written:
            prompts |= written.prompts
            usage += written.usage
        return Result(
            profile=task.profile,
            brief=task.brief,
            draft=None if filler else best.draft,
            report=Report() if filler else best.report,
            attempts=tuple(done.attempts),
            needs=(unused(task.profile),) if filler else (),
            provenance=self._provenance(prompts, done.written[-1].model),
            usage=usage,
            warnings=tuple(done.warnings),
        )

    def _provenance(self, prompts: dict[str, str], model: str | None = None) -> Provenance:
        return Provenance(model=model or self.settings.model_name, prompts=prompts, seed=self.settings.seed)


@dataclass(frozen=True, slots=True)
class _Attempts:
    """What was written so far, with the report on each."""

    written: list[Written]
    attempts: list[Attempt]
    warnings: list[str]

    def add(self, written: Written, report: Callable[[Draft], Report]) -> None:
        self.written.append(written)
        self.warnings.extend(warning for warning in written.warnings if warning not in self.warnings)
        self.attempts.append(Attempt(draft=written.draft, report=report(written.draft)))


def needs_rewrite(report: Report) -> bool:
    """Whether a finding is serious enough to spend another call on."""
    return any(finding.severity != "hint" for finding in report.findings)


def fault_weight(report: Report) -> int:
    """How bad a report is; one error outweighs any plausible number of warnings."""
    return sum(_PENALTY[finding.severity] for finding in report.findings)
