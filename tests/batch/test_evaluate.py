"""Figures per model."""

from __future__ import annotations

import csv
import io
import json

import pytest

from drafter.batch.cases import read_cases
from drafter.batch.evaluate import Drafted, as_csv, as_json_text, evaluate, save, summarize
from drafter.settings import Settings


def row(**fields: object) -> Drafted:
    known = {"model": "m", "contact": "c", "kind": "introduction", "channel": "email", "language": "en"}
    return Drafted(**(known | {"outcome": "drafted", "expected": True} | fields))  # type: ignore[arg-type]


def test_shares_and_medians_are_of_the_drafted():
    rows = [
        row(first_verdict="pass", verdict="pass", words=40, statements=4, supported=4),
        row(first_verdict="warn", verdict="pass", words=60, statements=4, supported=3),
        row(outcome="needs", expected=False),
        row(outcome="failed"),
    ]
    figures = summarize("m", rows)
    assert (figures.contacts, figures.drafted, figures.as_expected, figures.failed) == (4, 2, 3, 1)
    assert (figures.first_pass, figures.passed, figures.words, figures.supported) == (0.5, 1.0, 50, 7 / 8)


def test_no_drafts_make_no_shares():
    figures = summarize("m", [row(outcome="needs")])
    assert figures.first_pass is None
    assert figures.words is None


@pytest.mark.parametrize(("costs", "total"), [((0.5, 0.25), 0.75), ((0.5, None), None)])
def test_a_cost_is_known_only_if_each_is(costs, total):
    assert summarize("m", [row(calls=1, cost_usd=cost) for cost in costs]).cost_usd == total


def test_a_phrase_that_many_share_is_counted():
    same = "Hi,\n\nthis one phrase is everywhere today\n\nMira"
    other = "Hi,\n\nnothing of the kind stands in here\n\nMira"
    assert summarize("m", [row(message=same), row(message=same), row(message=other)]).shared_phrase == 2


def test_the_samples_are_drafted_offline_and_saved(fixtures, tmp_path):
    seen: list[Drafted] = []
    cases = [case for case in read_cases(fixtures / "eval") if case.name[:2] in ("01", "10", "21", "22")]
    rows, summaries = evaluate(cases, ["offline"], settings=Settings(), on_case=seen.append)
    assert [found.outcome for found in rows] == ["drafted", "drafted", "needs", "needs"]
    assert list(rows) == seen
    assert summaries[0].as_expected == 4
    assert summaries[0].calls == 0
    assert rows[1].characters <= 200
    save(tmp_path / "out.csv", rows, summaries)
    save(tmp_path / "out.json", rows, summaries)
    assert len(list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8"))))) == 4
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["models"][0]["model"] == "offline"
    assert as_csv(rows).startswith("model,contact")
    assert '"drafts"' in as_json_text(rows, summaries)


def test_what_the_sender_says_of_themself_is_no_phrase_of_the_program():
    told = "Hi,\n\nI moved 60 nightly jobs to a queue\n\nMira"
    assert summarize("m", [row(message=told), row(message=told)]).shared_phrase == 2
    own = {"message": told, "own": "Moved 60 nightly jobs to a queue | Data engineer"}
    assert summarize("m", [row(**own), row(**own)]).shared_phrase == 0


def test_the_sample_set_reaches_the_quality_that_is_aimed_at(fixtures):
    _, (summary,) = evaluate(read_cases(fixtures / "eval"), ["offline"], settings=Settings())
    assert summary.as_expected == summary.contacts >= 24
    assert (summary.first_pass or 0) >= 0.8
    assert (summary.passed or 0) >= 0.97
    assert summary.supported == 1.0
    assert (summary.words or 0) <= 90
    assert summary.shared_phrase <= 3


def test_several_at_once_come_out_as_one_after_the_other(fixtures):
    cases = read_cases(fixtures / "eval")[:8]
    alone, _ = evaluate(cases, ["offline"], settings=Settings())
    together, _ = evaluate(cases, ["offline"], settings=Settings(), concurrency=4)
    assert [(row.contact, row.message) for row in together] == [(row.contact, row.message) for row in alone]
