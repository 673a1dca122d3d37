"""No text takes more than linear time, with everything known that a rule may ask for."""

from __future__ import annotations

import gc
import time
import typing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.checks import RULES, Context
from drafter.checks._engine import run
from drafter.checks._rule import Hit, Rule, rule
from drafter.models import Contact, Correspondence, Draft, Fact, Kind, Note, Organization, Profile, Sender

# What repeated might make a rule look again and again: signs, digits as figures and words, names, phrases of the lists.
PIECES = (
    *("one ", "five ", "null eins ", "3", "1,", "0", "+46 ", "2019 ", "March ", "$5 ", "%", "forty-two-", "drei"),
    *(
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "<",
        ">",
        "_",
        "-",
        "—",
        ".",
        "...",
        "!",
        "?",
        "#",
        "*",
        "|",
        "~",
        "/",
        "'",
        '"',
        "“",
    ),
    *(
        "\n",
        "\n\n",
        " ",
        "\t",
        "@",
        "a@b.c ",
        "www.",
        "https://x.y/",
        "&amp;",
        "\u200b",
        "日本",
        "ニュース",
        "🚀",
        "é",
        "X",
    ),
    *(
        "a",
        "A",
        "Ab ",
        "I ",
        "you ",
        "your ",
        "You won ",
        "was ",
        "and ",
        "or ",
        "of ",
        "the ",
        "crane ",
        "Visby ",
        "Oskar ",
    ),
    *(
        "Dear Mira, ",
        "Hi Mira,\n",
        "Best,\n",
        "my number is ",
        "again ",
        "I saw that you ",
        "in order to ",
        "Could you ",
    ),
    *("please ", "Mr. ", "e.g. ", "ja und ", "der die das ", "Sie ", "l'", "not ", "because ", "never ", "twice "),
)
KINDS = typing.get_args(Kind)
# Linear work takes four times as long for four times the text, quadratic work sixteen times.
SHORT, LONG, MOST = 4_000, 16_000, 9.0
LEAST = 0.02


def known() -> Context:
    """A context with whatever a rule may need."""
    text = "In 2019 Oskar Ny led 40 tests of cranes in Visby. He won the Harbour Prize."
    note = Note(id="n1", origin="page", kind="typed", sha256="", text=text)
    fact = Fact(id="f1", statement=text[:49], quote=text[:49], note="n1", start=0, end=49)
    harbour = Organization(name="Visby Harbour")
    contact = Contact(name="Oskar Ny", email="oskar@example.org", phone="+46 498 26 90 00")
    return Context(
        contact="Oskar Ny",
        organization=harbour,
        profile=Profile(contact=contact, organization=harbour, notes=(note,), facts=(fact,)),
        sender=Sender(name="Lena Wolf", role="Planner", phone="+46 70 174 06 12", never_say=("thrilling",)),
        received="Hi Lena, shall we connect?",
        purpose="the tests of cranes",
        history=(Correspondence(message="Hi Oskar, I wrote about the cranes."),),
    )


KNOWN = known()


def seconds(body: str, kind: str, rules: typing.Sequence[Rule]) -> float:
    draft = Draft(message=body, subject=body, voicemail=body, conversation=body)
    context = replace(KNOWN, kind=kind, draft=draft)
    # The collector goes through all that other tests left in this process, the more often the longer the text.
    gc.collect()
    gc.disable()
    try:
        begin = time.process_time()
        run(draft, context, rules, None)
        return time.process_time() - begin
    finally:
        gc.enable()


def grows(piece: str, kind: str, rules: typing.Sequence[Rule], *, long: int = LONG) -> bool:
    """Whether the time grows faster than the text; another program may disturb one try, hardly three."""
    short, longer = (piece * (long // len(piece) + 1) for _ in range(2))
    tries = (
        (seconds(short[: long * SHORT // LONG], kind, rules), seconds(longer[:long], kind, rules)) for _ in range(3)
    )
    return all(whole > MOST * max(part, LEAST) for part, whole in tries)


pieces = st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map("".join)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pieces, st.sampled_from(KINDS))
def test_no_repeated_text_takes_more_than_linear_time(piece: str, kind: str) -> None:
    assert not grows(piece, kind, RULES)


@pytest.mark.soak
@pytest.mark.timeout(3600)
@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pieces, st.sampled_from(KINDS))
def test_no_long_repeated_text_takes_more_than_linear_time(piece: str, kind: str) -> None:
    assert not grows(piece, kind, RULES, long=5 * LONG)


def test_a_rule_that_looks_back_at_each_word_would_be_caught() -> None:
    @rule("length.back", severity="hint", advice="None.", bad="a", good="b")
    def back(text, context):
        """Looks at all that stands before each word.

        Why: to see whether the measure above would tell.
        Source: none.
        """
        for word in text.words:
            if any(other.start < word.start and other.text == "thrilling" for other in text.words):
                yield Hit(word.start, word.end, "never")

    assert grows("crane ", "introduction", [back])
    assert not grows("crane ", "introduction", [RULES[0]])
