"""Has a language model write the sentences of a draft, and mend them as the checks advise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from drafter.language.conventions import message_language
from drafter.llm.prompts import load_prompt
from drafter.llm.protocol import LanguageModel, Request
from drafter.llm.schemas import compact, strict_schema
from drafter.models import Draft, Finding, PartName, Report
from drafter.settings import Settings
from drafter.writing._writer import Task, Written
from drafter.writing.assembly import assemble
from drafter.writing.briefing import digests, fitted, sender_ids, system_text
from drafter.writing.letter import Letter, schema_for, script_of
from drafter.writing.preview import Preview
from drafter.writing.reader import unreadable_name
from drafter.writing.tokens import count
from drafter.writing.voicemail import ending
from drafter.writing.way_out import way_out

_FINDINGS = 8
# What the wire adds around two messages.
_ENVELOPE = 12


class ModelWriter:
    """Writes with a language model; every call is one request and one answer."""

    def __init__(self, model: LanguageModel, settings: Settings) -> None:
        """Take the model and the settings, of which the token budget and the seed count here."""
        self._model = model
        self._settings = settings
        self._told: tuple[Task, str] | None = None

    def write(self, task: Task) -> Written:
        """A first draft."""
        return self._written(task, self.request(task), digests(task.brief))

    def rewrite(self, task: Task, draft: Draft, report: Report) -> Written:
        """The draft, mended as the findings of ``report`` advise."""
        prompt = load_prompt("rewrite")
        rest = prompt.render(draft=_as_written(task, draft), findings=_as_advice(draft, report.findings))
        prompts = {**digests(task.brief), "rewrite": prompt.digest}
        return self._written(task, self.request(task, rest), prompts)

    def request(self, task: Task, rest: str = "") -> Request:
        """What is sent for a draft; ``rest`` is what a rewrite adds."""
        schema = schema_for(task.brief)
        system = system_text(task.brief)
        # A conversation comes on top: its questions want more to go by, and not less.
        plain = schema_for(task.brief.model_copy(update={"conversation": False}))
        fixed = _fixed(system) + _fixed(compact(strict_schema(plain))) + _ENVELOPE
        user = self._user(task, self._settings.prompt_tokens - fixed)
        return Request(
            system=system,
            user=f"{user}\n{rest}" if rest else user,
            schema=schema,
            purpose="rewrite" if rest else "write",
            seed=self._settings.seed,
        )

    def _user(self, task: Task, budget: int) -> str:
        """The changing part, made once for a draft and what is mended of it."""
        job = replace(task, on_text=None, deadline=None)
        if self._told is None or self._told[0] != job:
            self._told = (job, fitted(task, budget, lambda text: count(text).tokens))
        return self._told[1]

    def _written(self, task: Task, request: Request, prompts: dict[str, str]) -> Written:
        on_text = Preview(task.on_text) if task.on_text else None
        reply = self._model.complete(request, deadline=task.deadline, on_text=on_text)
        assert isinstance(reply.value, Letter)
        known = sender_ids(task.brief.sender).union(fact.id for fact in task.facts)
        script, warnings = script_of(reply.value, known, way_out=way_out(task.brief, task.profile))
        warnings = (*warnings, *unreadable_name(task.brief, task.profile))
        return Written(assemble(task.brief, task.profile, script), reply.model, reply.usage, prompts, warnings)


@lru_cache(maxsize=32)
def _fixed(text: str) -> int:
    """The tokens of a text that stands in many requests."""
    return count(text).tokens


def _as_written(task: Task, draft: Draft) -> str:
    """The model's own sentences, without what code put around them."""
    language = draft.language or message_language(task.brief, task.profile)
    added = (
        {way_out(task.brief, task.profile)}
        | set(ending(task.brief, language, [draft.voicemail or ""]))
        | set(ending(task.brief, language, ()))
    )
    lines = [f"subject: {draft.subject}"] if draft.subject else []
    for sentence in draft.sentences:
        text = (draft.part(sentence.part) or "")[sentence.start : sentence.end]
        if text not in added:
            cited = f" [{', '.join(sentence.facts)}]" if sentence.facts else ""
            lines.append(f"{sentence.part}: {text}{cited}")
    return "\n".join(line.replace("<", "‹").replace(">", "›") for line in lines)


def _as_advice(draft: Draft, findings: Iterable[Finding]) -> str:
    """A line for each finding that matters; the same fault in two places of one part is said once for each place."""
    lines: dict[str, None] = {}
    for finding in findings:
        if finding.severity != "hint":
            place = _place(draft.part(finding.part) or "", finding.part, finding)
            lines[f"- {place}: {finding.message.rstrip('.')}. {finding.advice}"] = None
    return "\n".join(list(lines)[:_FINDINGS])


def _place(text: str, part: PartName, finding: Finding) -> str:
    words = " ".join(text[finding.start : finding.end].split())
    return f'{part}, "{words}"' if 0 < len(words) <= 120 else part
