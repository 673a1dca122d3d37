"""How a stranger asks and writes, what a draft repeats, and findings that may stay: near misses both ways."""

from __future__ import annotations

import pytest

from drafter.checks import Context, check, context_for
from drafter.errors import SettingsError
from drafter.models import Brief, Draft, Sender, Sentence
from drafter.settings import RuleSettings

BODY = "Hi Odile, your notes on tidal clocks mended ours in Brest. "


def found(message, *, language=None, voicemail=None, rules=None, **context):
    draft = Draft(message=message, voicemail=voicemail, language=language)
    report = check(draft, Context(draft=draft, **context), rules=rules)
    return {one.rule: one.severity for one in report.findings}


@pytest.mark.parametrize(
    ("message", "rule"),
    [
        ("hey can u tell me how ur clock works, plz", "tone.textspeak"),
        ("Hi Odile, i saw the clock and i'm sure i can mend it. Could we talk?", "tone.textspeak"),
        ("Hi Odile, send me the plans of the clock.", "tone.demand"),
        (BODY + "I need you to forward this.", "tone.demand"),
        (BODY + "Please get back to me by Thursday.", "tone.deadline"),
        ("Dear Brest Clockworks Representative, your clock is slow.", "opening.impersonal"),
        ("Dear Quay Museum Team,\n\nyour clock is slow.", "opening.impersonal"),
        ("Hi Odile, this is a good oppurtunity for the clock.", "clarity.slip"),
        ("Please send a scan of your passport and your date of birth.", "privacy.identity_request"),
    ],
)
def test_what_a_stranger_must_not_do_is_told(message, rule):
    assert found(message)[rule] != "hint"


@pytest.mark.parametrize(
    ("message", "rule"),
    [
        (BODY + "Our tour is in the U.S. this May; may I ask how you oil it?", "tone.textspeak"),
        (BODY + "Equation (i) and part i of the table differ: which is right?", "tone.textspeak"),
        (BODY + "Could you send me the plans of the clock?", "tone.demand"),
        (BODY + "Could you answer by Thursday, since the crane leaves on Friday?", "tone.deadline"),
        ("Dear Odile,\n\nyour team mended the clock.", "opening.impersonal"),
        (BODY + "My passport was stolen that day, hence the delay.", "privacy.identity_request"),
    ],
)
def test_the_near_miss_passes(message, rule):
    assert rule not in found(message)


def test_a_follow_up_needs_words():
    assert "length.thin" in found("Any news?", kind="follow_up")
    news = "Hi Odile, the clock has kept time for a week since you oiled it. Thank you!"
    assert "length.thin" not in found(news, kind="follow_up")


@pytest.mark.parametrize("kind", ["check_in", "thank_you"])
def test_courtesy_does_not_sell(kind):
    selling = "Hi Odile, thank you for the tour of the clock tower. By the way, our new course is 30% off this week."
    assert found(selling, kind=kind)["kind.sells"] == "warning"
    plain = "Hi Odile, thank you for the tour of the clock tower. Half of my class now wants to mend clocks."
    assert "kind.sells" not in found(plain, kind=kind)


def test_a_stock_opening_before_a_reason_of_its_own_is_a_hint():
    reasoned = "Hi Odile, I'm writing to you because of your paper on tidal clocks in Brest. How do you oil them?"
    assert found(reasoned).get("opening.stock") != "warning"
    assert found("Hi Odile, I'm writing to you because I want to discuss business.")["opening.stock"] == "warning"


def test_sympathy_between_acquaintances_is_no_intrusion():
    told = "Hi Odile, I was so sorry to hear about your illness. No need to answer."
    assert found(told, kind="check_in")["privacy.sensitive"] == "hint"
    assert found(told)["privacy.sensitive"] == "warning"


def test_generic_pitches_in_languages_without_spaces():
    pitch = "プロフィールを拝見しました。業界をリードするソリューションをご提案します。お打ち合わせはいかがですか。"
    assert {"opening.stock", "tone.hype"} <= set(found(pitch))
    plain = "潮時計の論文を読みました。注油の方法を教えていただけますか。"
    assert not {"opening.stock", "tone.hype"} & set(found(plain))


@pytest.mark.parametrize(
    ("call", "generic"),
    [
        ("Hi Odile, this is Per Lund with Norva Corp. We doubled sales for 300 firms. Call me: 555 0142.", True),
        (
            "Hi Odile, this is Per Lund. You are in my territory now, so I'd like to visit you. 555 0142, 555 0142.",
            True,
        ),
        ("Hi Odile, this is Per Lund. I'm a diver and I saw rust on the sluice below you. 555 0142, 555 0142.", False),
    ],
)
def test_own_numbers_firms_and_boasts_are_no_anchor(call, generic):
    assert ("voicemail.generic" in found("", voicemail=call)) is generic


def test_a_number_in_one_breath_and_words_of_the_message_again():
    message = BODY + "Could you tell me which oil you use for the smallest wheel of the tide dial?"
    call = (
        "Hi Odile, Per Lund here. Your notes on tidal clocks mended ours in Brest. Could you tell me which oil you use "
    )
    rules = found(message, voicemail=call + "for the smallest wheel? 0298555014, again 0298555014.")
    assert {"voicemail.number_fast", "voicemail.repeats_message"} <= set(rules)
    rules = found(message, voicemail="Hi Odile, Per Lund here, about the oil in your notes. 02 98 55 50 14.")
    assert not {"voicemail.number_fast", "voicemail.repeats_message"} & set(rules)


def test_a_paragraph_in_another_language_is_told():
    french = "Je serais très heureux de vous rencontrer pour parler de la grande horloge et de ses petites roues."
    assert "format.mixed_language" in found(BODY + "How do you oil it?\n\n" + french)
    assert "format.mixed_language" not in found(
        BODY + f"How do you oil it?\n\n“{french}” is how your page begins, I think."
    )


def test_words_never_said_and_facts_to_avoid():
    brief = Brief(sender=Sender(name="Per Lund", never_say=("touch base",)), avoid=("f2",))
    message = "You closed the tower in May. May we touch  base?"
    draft = Draft(message=message, sentences=(Sentence(part="message", start=0, end=28, facts=("f2",)),))
    told = {one.rule: (one.start, one.end) for one in check(draft, context_for(brief, None, draft=draft)).findings}
    assert told["kind.avoided_fact"] == (0, 28)
    assert message[slice(*told["tone.never_say"])] == "touch  base"
    brief = brief.model_copy(update={"avoid": ("f1",)})
    assert "kind.avoided_fact" not in {one.rule for one in check(draft, context_for(brief, None, draft=draft)).findings}


def test_one_finding_may_stay_for_a_reason():
    message = BODY + "Is the World Class Award for clocks world class?"
    rules = RuleSettings(ignored={"tone.hype: world class": "the prize is called so"})
    assert "tone.hype" in found(message)
    report = check(Draft(message=message), Context(), rules=rules)
    assert "tone.hype" not in {one.rule for one in report.findings}
    assert "tone.hype: the prize is called so" in report.skipped
    other = RuleSettings(ignored={"tone.hype: revolutionary": "the party is called so"})
    assert "tone.hype" in found(message, rules=other)
    with pytest.raises(SettingsError, match="no rule is called"):
        found(message, rules=RuleSettings(ignored={"tone.hipe": "a slip"}))
