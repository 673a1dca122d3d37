"""The way through, with doubles for the model: attempts, rewrites, what is kept when something fails."""

from __future__ import annotations

import datetime
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest

from drafter.errors import InputError, ModelError
from drafter.gather import note_from_text
from drafter.models import Brief, Draft, Finding, Report, Sender, Sentence, Usage
from drafter.pipeline import REWRITES, Drafter, fault_weight
from drafter.settings import Settings
from drafter.writing._writer import Task, Written

NOTE = note_from_text(
    "Sunniva Aas is head of pumps at Havn Vann. She designed the Ulvik pump hall, which opened in 2029. "
    "In 2030 she spoke at the Nordic Water Days about pumps that restart by themselves."
)
BRIEF = Brief(
    sender=Sender(name="Noor Haddad", role="Hydrologist"),
    purpose="ask how the Ulvik pump hall was tested",
    today=datetime.date(2031, 3, 12),
)


@dataclass
class Writer:
    """Writes the given messages in turn; an exception among them is raised."""

    messages: list[str | Exception]
    calls: list[str] = field(default_factory=list)

    def _next(self, what: str) -> Written:
        self.calls.append(what)
        message = self.messages[len(self.calls) - 1]
        if isinstance(message, Exception):
            raise message
        cited = Sentence(part="message", start=0, end=len(message), facts=() if "filler" in message else ("f1",))
        draft = Draft(message=message, language="en", sentences=(cited,))
        return Written(draft, model="double", usage=Usage(calls=1, prompt_tokens=10))

    def write(self, task: Task) -> Written:
        return self._next("write")

    def rewrite(self, task: Task, draft: Draft, report: Report) -> Written:
        return self._next("rewrite")


class Desk(Drafter):
    """A drafter whose writer and checks are given: a message is as bad as the number of its exclamation marks."""

    def __init__(self, writer: Writer) -> None:
        super().__init__(Settings())
        self._writer = writer

    @property
    def writer(self) -> Writer:  # type: ignore[override]
        return self._writer

    def check(self, draft: Draft, **_: object) -> Report:  # type: ignore[override]
        finding = Finding(rule="tone.x", severity="warning", part="message", start=0, end=1, message="m", advice="a")
        count = draft.message.count("!")
        return Report(verdict="warn" if count else "pass", findings=(finding,) * count)


def _profile() -> object:
    return Drafter(Settings()).profile([NOTE], "Sunniva Aas", organization="Havn Vann")


def _draft(*messages: str | Exception, **options: object) -> tuple[Writer, object]:
    writer = Writer(list(messages))
    return writer, Desk(writer).draft(_profile(), BRIEF, **options)  # type: ignore[arg-type]


def test_a_clean_first_draft_costs_one_call() -> None:
    writer, result = _draft("fine")
    assert writer.calls == ["write"]
    assert result.usage.calls == 1  # type: ignore[attr-defined]


def test_a_draft_is_rewritten_at_most_twice_and_the_best_attempt_is_kept() -> None:
    writer, result = _draft("bad!!", "better!", "worse!!!", "never asked for")
    assert writer.calls == ["write", "rewrite", "rewrite"]
    assert result.draft.message == "better!"  # type: ignore[attr-defined]
    assert [attempt.draft.message for attempt in result.attempts] == ["bad!!", "better!", "worse!!!"]  # type: ignore[attr-defined]
    assert len(result.attempts) == 1 + REWRITES  # type: ignore[attr-defined]


def test_of_equally_good_attempts_the_first_is_kept() -> None:
    _, result = _draft("one!", "two!", "three!")
    assert result.draft.message == "one!"  # type: ignore[attr-defined]


def test_an_unchanged_rewrite_ends_the_trying() -> None:
    writer, result = _draft("same!", "same!", "other")
    assert writer.calls == ["write", "rewrite"]
    assert result.usage.calls == 2  # it was paid for


def test_a_rewrite_that_fails_loses_nothing_that_was_written() -> None:
    _, result = _draft("bad!", ModelError("the server is gone"))
    assert result.draft.message == "bad!"  # type: ignore[attr-defined]
    assert "the server is gone" in result.warnings[0]  # type: ignore[attr-defined]


def test_a_first_draft_that_fails_is_an_error() -> None:
    with pytest.raises(ModelError, match="gone"):
        _draft(ModelError("gone"))


def test_cancelling_stops_further_rewrites() -> None:
    writer, _ = _draft("bad!", "other!", cancelled=lambda: True)
    assert writer.calls == ["write"]


def test_reading_counts_towards_the_usage() -> None:
    _, result = _draft("fine", spent=Usage(calls=2, prompt_tokens=500))
    assert (result.usage.calls, result.usage.prompt_tokens) == (3, 510)  # type: ignore[attr-defined]
    assert result.provenance.prompts["extract"].startswith("extract@")  # type: ignore[attr-defined]


def test_one_error_outweighs_many_warnings() -> None:
    def report(severity: str, count: int) -> Report:
        finding = Finding(rule="a.b", severity=severity, part="message", start=0, end=0, message="", advice="")  # type: ignore[arg-type]
        return Report(findings=(finding,) * count)

    assert fault_weight(report("error", 1)) > fault_weight(report("warning", 15))


def test_without_a_purpose_nothing_is_written_and_the_needs_say_so() -> None:
    result = Drafter(Settings()).draft(_profile(), BRIEF.model_copy(update={"purpose": " "}))  # type: ignore[arg-type]
    assert result.draft is None
    assert any("purpose" in need or "why" in need.lower() for need in result.needs), result.needs


def test_fluent_filler_is_not_shown_as_a_draft_but_is_not_lost() -> None:
    _, result = _draft("filler that says nothing about her")
    assert result.draft is None  # type: ignore[attr-defined]
    assert "Sunniva Aas" in result.needs[0]  # type: ignore[attr-defined]
    assert result.attempts[0].draft.message.startswith("filler")  # type: ignore[attr-defined]
    assert result.usage.calls == 1  # type: ignore[attr-defined]


def test_alternatives_begin_with_other_facts() -> None:
    drafter = Drafter(Settings())
    result = drafter.alternatives(drafter.draft(_profile(), BRIEF), count=2)  # type: ignore[arg-type]
    cited = [
        {fact for sentence in draft.sentences if sentence.part == "message" for fact in sentence.facts}
        for draft in [result.draft, *(attempt.draft for attempt in result.alternatives)]
        if draft
    ]
    assert len(cited) >= 2
    assert not cited[0] & cited[1]


def test_a_redraft_keeps_the_earlier_attempts() -> None:
    drafter = Drafter(Settings())
    first = drafter.draft(_profile(), BRIEF)  # type: ignore[arg-type]
    again = drafter.redraft(first, "shorter")
    assert again.attempts[: len(first.attempts)] == first.attempts
    assert again.brief.instruction == "shorter"


def test_the_facts_of_a_resume_come_with_the_words_that_prove_them(tmp_path):
    resume = tmp_path / "cv.md"
    resume.write_text("# Noor Haddad\n\n- Mapped 40 wells in Jordan in 2027\n- Led the flood watch of Aqaba\n")
    sender = Sender(name="Noor Haddad", role="Hydrologist", resume=str(resume))
    brief = BRIEF.model_copy(update={"sender": sender})
    drafter = Drafter(Settings(model="offline"))
    result = drafter.draft(drafter.profile([NOTE], "Sunniva Aas", sender=sender), brief)
    proved = result.brief.sender.evidence
    assert [fact.id for fact in proved] == [f"s{at}" for at in range(1, len(proved) + 1)]
    assert any(fact.quote == "Mapped 40 wells in Jordan in 2027" for fact in proved)
    assert all(fact.quote in resume.read_text() for fact in proved)
    assert any("apped 40 wells in Jordan in 2027" in fact for fact in result.brief.sender.facts)


def test_a_resume_that_is_missing_is_told_in_a_line(tmp_path):
    sender = Sender(name="Noor Haddad", resume=str(tmp_path / "none.pdf"))
    with pytest.raises(InputError, match=r"none\.pdf.*résumé"):
        Drafter(Settings(model="offline")).sender(sender)


def test_threads_share_one_model(monkeypatch) -> None:
    # A second model would not hold back a request that the first is paying for already.
    opened: list[object] = []

    def slow(settings: Settings) -> object:
        opened.append(settings)
        time.sleep(0.05)
        return object()

    monkeypatch.setattr("drafter.llm.open_model", slow)
    drafter = Drafter(Settings(model="any"))
    with ThreadPoolExecutor(8) as pool:
        models = list(pool.map(lambda _: drafter.model, range(8)))
    assert len(set(map(id, models))) == len(opened) == 1
