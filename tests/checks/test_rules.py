"""Every rule proves itself: its bad example fires it, its good one does not, its docstring has the fixed form."""

from __future__ import annotations

import dataclasses
import inspect
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.checks import RULES, Context, Rule, check
from drafter.checks._documentation import as_records, rule_pages
from drafter.checks._engine import run
from drafter.checks._phrases import _index
from drafter.errors import SettingsError
from drafter.models import Draft
from drafter.settings import RuleSettings

OWN = [rule for rule in RULES if rule.family not in ("facts", "names")]


@dataclasses.dataclass(frozen=True)
class One:
    """A draft with one part."""

    name: str
    text: str
    language: str | None = None
    sentences: tuple = ()

    def part(self, name):
        return self.text if name == self.name else None


def fired(rule: Rule, text: str, context: Context) -> list[str]:
    return [one.rule for one in run(One(rule.parts[0], text), context, [rule], None).findings]


@pytest.mark.parametrize("rule", OWN, ids=lambda rule: rule.id)
def test_examples_prove_the_rule(rule):
    assert rule.id in fired(rule, rule.bad, rule.example_context)
    assert rule.id not in fired(rule, rule.good, rule.good_context)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_docstrings_have_the_fixed_form(rule):
    doc = inspect.cleandoc(rule.check.__doc__)  # Python 3.13 takes the indentation out itself
    assert re.fullmatch(r"[^\n]+\.\n\nWhy: [^\n].*\nSource: .*", doc, re.DOTALL), doc
    assert rule.section("Why")
    assert rule.section("Source")
    assert rule.advice.rstrip("”").endswith(".")


def test_ids_are_unique_and_named_after_family_and_slug():
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids)) >= 50


def test_the_table_and_the_records_name_every_rule():
    pages = rule_pages()
    assert all(f"`{rule.id}`" in pages["rules.md"] for rule in RULES)
    assert all(f"## `{rule.id}`\n" in pages[f"rules/{rule.family}.md"] for rule in RULES)
    linked = re.findall(r"\]\((rules/\w+\.md)(?:#(\w+))?\)", pages["rules.md"])
    assert {page for page, _ in linked} == set(pages) - {"rules.md"}
    assert all(not anchor or any(rule.id.replace(".", "") == anchor for rule in RULES) for _, anchor in linked)
    assert {record["id"] for record in as_records(RULES)} == {rule.id for rule in RULES}


def report(message, *, rules=None, **context):
    return check(Draft(message=message), Context(**context), rules=rules)


def rules_of(found):
    return {one.rule for one in found.findings}


GENERIC = "Hi, I hope this email finds you well. You would be a great fit for our exciting opportunity."


def test_most_serious_first_with_exact_spans():
    found = report("Hi [Name], I hope this email finds you well. Could we talk on Friday?").findings
    ranks = [("error", "warning", "hint").index(one.severity) for one in found]
    assert ranks == sorted(ranks)
    first = found[0]
    assert first.rule == "placeholder.unfilled"
    assert (first.start, first.end) == (3, 9)


def test_one_fault_is_told_once():
    found = [one for one in report("Hi [Name], {{first_name}}!").findings if one.rule.startswith("placeholder")]
    assert len(found) == 2


def test_the_most_specific_prefix_wins():
    off = RuleSettings(disable=("tone",), enable=("tone.hype",))
    found = rules_of(report("Kindly note this game-changing, world-class opportunity!!!", rules=off))
    assert "tone.hype" in found
    assert not found & {"tone.formal", "tone.exclamation"}
    severe = RuleSettings(severity={"tone": "hint", "tone.hype": "error"})
    assert report(GENERIC, rules=severe).verdict == "fail"


def test_settings_for_a_channel_or_kind_hold_there_only():
    there = RuleSettings(channels={"sms": RuleSettings(disable=("opening",))})
    assert "opening.stock" in rules_of(report(GENERIC, rules=there))
    assert "opening.stock" not in rules_of(report(GENERIC, rules=there, channel="sms"))
    kinds = RuleSettings(kinds={"follow_up": RuleSettings(severity={"opening.stock": "error"})})
    assert report(GENERIC, rules=kinds).verdict == "warn"
    assert report(GENERIC, rules=kinds, kind="follow_up").verdict == "fail"


def test_thresholds_can_be_set():
    assert "length.words" in rules_of(report(GENERIC, rules=RuleSettings(thresholds={"length.words": 5})))


def test_a_misspelt_rule_in_the_settings_is_told():
    with pytest.raises(SettingsError, match=r"no rule is called 'tone\.hipe'"):
        report(GENERIC, rules=RuleSettings(disable=("tone.hipe",)))


def test_rules_of_another_language_are_listed_as_skipped():
    german = report(
        "Hallo Frau Holm, ich habe Ihren Artikel über die Trambahn gelesen und möchte Ihnen eine Frage stellen."
    )
    assert "tone.jargon" in german.skipped
    assert "placeholder.unfilled" not in german.skipped


def test_metrics():
    figures = check(Draft(message="Could we talk?", voicemail="Hello, this is Lena Wolf."), Context()).metrics
    assert figures["message.words"] == 3
    assert figures["message.questions"] == 1
    assert figures["voicemail.seconds"] == pytest.approx(2.0)


def test_words_that_begin_no_phrase_take_no_room_of_their_own():
    index = _index("en")
    assert index.choice("qzxv") is index.choice("vzxq")
    assert index.choice("17") is index.choice("4711")
    assert index.choice("insert") is not index.choice("qzxv")


HOSTILE = (
    "[" * 20_000,
    "{" * 20_000 + "}" * 20_000,
    "a " * 30_000,
    "Hi " * 20_000,
    "www." * 15_000,
    "1 " * 30_000,
    "A" * 60_000,
    "I saw that you " * 4_000,
    "\n" * 60_000,
    "(" + "name " * 12_000,
    "Ab Cd " * 10_000,
    "is " * 20_000,
    '"' * 60_000,
    "x.y." * 15_000,
    "<a " * 20_000,
    "_" * 60_000,
    "123456 7 " * 7_000,
    "+46 70 174 06 12 " * 4_000,
    "2019 " * 12_000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:8]))
def test_time_is_linear(text):
    def seconds(body):
        begin = time.process_time()
        check(Draft(message=body, voicemail=body), Context())
        return time.process_time() - begin

    seconds(text[:100])
    # Linear work takes four times as long for four times the text, quadratic work sixteen times. Another program may
    # take the processor's caches in one try; quadratic work shows in every one.
    tries = ((seconds(text[: len(text) // 4]), seconds(text)) for _ in range(4))
    assert any(whole < 9 * max(quarter, 0.02) for quarter, whole in tries)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["email", "sms", "linkedin_invitation"]))
def test_no_text_makes_it_fail(text, channel):
    found = check(Draft(message=text, subject=text, voicemail=text, conversation=text), Context(channel=channel))
    for one in found.findings:
        assert 0 <= one.start <= one.end <= len(text)


@pytest.mark.parametrize(
    ("sentence", "left_open"),
    [
        ("【お名前】様、はじめまして。", True),
        ("御社の【部門名】についてお伺いしたいです。", True),
        ("〇〇大学の林と申します。", True),
        ("【会社説明会のお知らせ】\n十二月三日に開きます。", False),
        ("答えは○か×でお願いします。", False),
    ],
)
def test_japanese_placeholders(sentence, left_open):
    found = {rule for rule in rules_of(report(sentence)) if rule.startswith("placeholder.")}
    assert bool(found) is left_open


def test_a_japanese_question_needs_no_mark():
    def found(script: str) -> set[str]:
        report = check(Draft(message="森田様", conversation=script, language="ja"), Context())
        return {finding.rule for finding in report.findings}

    assert "conversation.questions" not in found("森田様。\n\n1. 最初の一枚はどのように選ばれましたか。")
    assert "conversation.questions" in found("森田様。私の仕事についてお話しします。")
