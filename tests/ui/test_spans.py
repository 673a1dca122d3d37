from drafter.models import Draft, Finding, Report, Sentence
from drafter.ui.findings import underlined
from drafter.ui.spans import carry, stretches, supported, utf16


def finding(start: int, end: int, *, rule: str = "tone.cliche", severity: str = "warning") -> Finding:
    return Finding.model_validate(
        {
            "rule": rule,
            "severity": severity,
            "part": "message",
            "start": start,
            "end": end,
            "message": "m",
            "advice": "a",
        }
    )


def test_offsets_are_counted_as_the_browser_does() -> None:
    assert utf16("a😀b", 2) == 3
    assert utf16("äöü", 2) == 2


def test_stretches_cover_the_text_and_the_worst_finding_wins_where_two_overlap() -> None:
    hint, error = finding(0, 6, severity="hint"), finding(3, 6, severity="error")
    found = stretches("abcdefgh", [hint, error])
    assert "".join(text for text, _ in found) == "abcdefgh"
    assert [(text, one.severity if one else None) for text, one in found] == [
        ("abc", "hint"),
        ("def", "error"),
        ("gh", None),
    ]


def test_an_absence_underlines_nothing() -> None:
    assert stretches("abc", [finding(3, 3)]) == [("abc", None)]


def test_text_and_advice_are_escaped() -> None:
    text = '<script>alert("x")</script>'
    found = finding(0, 8).model_copy(update={"advice": '"><img src=x onerror=alert(1)>'})
    shown = underlined(Draft(message=text), Report(findings=(found,)), "message")
    assert "<script>" not in shown
    assert "<img" not in shown
    assert "&lt;script&gt;" in shown


DRAFT = Draft(
    message="Hi Ines,\n\nYour 140 gauges report openly. Could we talk?",
    voicemail="I call about your gauges.",
    sentences=(
        Sentence(part="message", start=10, end=41, facts=("f1",)),
        Sentence(part="message", start=42, end=56, facts=()),
        Sentence(part="voicemail", start=0, end=25, facts=("f2",)),
    ),
)


def facts_of(draft: Draft, words: str) -> tuple[str, ...]:
    for sentence in draft.sentences:
        if words in (draft.part(sentence.part) or "")[sentence.start : sentence.end]:
            return sentence.facts
    raise AssertionError(words)


def test_a_sentence_that_stayed_or_stayed_alike_keeps_its_evidence() -> None:
    edited = carry(DRAFT, "message", "Hi Ines,\n\nYour 140 gauges now report openly. Shall we talk soon?")
    assert facts_of(edited, "140 gauges") == ("f1",)
    assert facts_of(edited, "Shall we") == ()
    assert facts_of(edited, "I call") == ("f2",)


def test_a_new_sentence_has_no_evidence() -> None:
    edited = carry(DRAFT, "message", "Hi Ines,\n\nMy brother won the lottery in Spain last year.")
    assert facts_of(edited, "lottery") == ()


def test_an_emptied_part_is_gone_but_the_message_is_never_none() -> None:
    assert carry(DRAFT, "voicemail", "").voicemail is None
    assert carry(DRAFT, "message", "").message == ""


def test_statements_are_counted_by_the_checks() -> None:
    assert supported(Report(metrics={"facts.supported": 11.0, "facts.statements": 12.0})) == (11, 12)
    assert supported(Report()) == (0, 0)
