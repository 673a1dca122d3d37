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


def test_a_short_message_with_a_reason_and_a_question_is_not_thin():
    assert found("Hi Odile, your brass dial saved our boat. Who cast it?")["length.thin"] == "hint"
    assert found("Hi Odile, are you free to talk today?")["length.thin"] == "warning"


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


@pytest.mark.parametrize(
    "paragraph",
    [
        "A no is a fine answer too.",
        "As a no or a me too: a line a day is no da Vinci, e.g. no. 4 on a map.",
        "Do as a man in Rome does, or die as a man of note, as a poet once put it to me.",
        "On ne change pas une équipe qui gagne.",
    ],
)
def test_a_short_paragraph_proves_no_language(paragraph):
    assert found(BODY + "How do you oil it?\n\n" + paragraph).get("format.mixed_language") in (None, "hint")


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


@pytest.mark.parametrize(
    ("message", "rule", "context"),
    [
        (BODY + "I hope you're doing well. Which oil do you use for the smallest wheel?", "opening.stock", {}),
        (BODY + "It is a world class clock. Which oil do you use?", "tone.hype", {}),
        ("Hi Odile, the parish gave me 3 of your 1962 drawings!! Shall I keep them?", "tone.exclamation", {}),
    ],
)
def test_one_slip_is_forgiven_in_a_message_plainly_for_its_reader(message, rule, context):
    assert found(message, **context)[rule] == "hint"
    # A draft of this program's own can be written again, so it is held to more; so is a message with a second fault.
    assert found(message, strict=True, **context)[rule] == "warning"
    assert found(message + " Let's explore synergies, and do reply ASAP.", **context)[rule] == "warning"
    asked = RuleSettings(severity={rule: "warning"})
    assert found(message, rules=asked, **context)[rule] == "warning"


@pytest.mark.parametrize(
    ("message", "rule", "kind"),
    [
        (
            "Hi Odile, I have something that will change how you see clocks, but I can't say more yet.",
            "pitch.bait",
            None,
        ),
        ("Hey buddy! We should totally hang out at the clock fair.", "tone.familiar", None),
        (
            "Hi Odile, could you connect me with decision makers in your network?",
            "kind.no_target",
            "introduction_request",
        ),
        ("Hi Odile, only two seats left, and prices go up on Monday.", "tone.pressure", None),
        ("Hi Odile, it takes ten seconds to answer, even with a no.", "tone.shame", "follow_up"),
        ("Hi Odile, what would you do with 9 extra hours a week? Our customers get them back.", "pitch.offer", None),
        (
            "Hi Odile, please share how you began, what it takes, which books helped and what I can earn.",
            "ask.several",
            None,
        ),
        ("Hi Odile, please find my CV attached.", "ask.attachment", None),
        ("Hi Odile, thanks for the tour. I attached my CV.", "ask.hidden", "thank_you"),
    ],
)
def test_faults_in_their_sunday_best_are_told(message, rule, kind):
    assert found(message, **({"kind": kind} if kind else {}))[rule] == "warning"


@pytest.mark.parametrize(
    ("message", "rule", "kind"),
    [
        (BODY + "Something in your second table puzzles me: is the 14 a typing error?", "pitch.bait", None),
        (BODY + "We should compare the two dials one day. Is yours signed?", "tone.familiar", None),
        (
            BODY + "Could you introduce me to Anouk Le Gall, who drew the dial?",
            "kind.no_target",
            "introduction_request",
        ),
        (BODY + "The grant's deadline moved to 3 June, so there is no hurry.", "tone.pressure", "follow_up"),
        (BODY + "You don't need to answer by any date.", "tone.pressure", None),
        (BODY + "Are you sick of tides yet?", "privacy.sensitive", None),
        (BODY + "Shall I send the oil to your home address?", "privacy.found_contact", "follow_up"),
        (BODY + "I would of course pay for the oil.", "clarity.slip", None),
        (BODY + "Give me a ring on Friday.", "tone.demand", None),
        (
            "Hi Per, thanks, but I keep this list for people I have worked with.",
            "kind.reply_questions",
            "invitation_reply",
        ),
    ],
)
def test_innocent_words_are_left_alone(message, rule, kind):
    assert rule not in found(message, **({"kind": kind} if kind else {}))


def test_a_thing_of_theirs_by_an_uncommon_name_is_particular():
    assert "specificity.generic" not in found("Hi Odile, your brass tide dial saved our boat in March. Who cast it?")
    assert "specificity.generic" in found("Hi Odile, your profile and your company caught my eye. Could we talk soon?")


def test_a_reply_may_decline_when_its_purpose_says_so():
    brief = Brief(sender=Sender(name="Per Lund"), kind="invitation_reply", purpose="Decline politely: we have not met")
    message = "Hi Per, thank you for the invitation. I wish you a good year in Brest."
    assert "kind.reply_questions" not in {
        one.rule for one in check(Draft(message=message), context_for(brief, None)).findings
    }
    assert "kind.reply_questions" in found(message, kind="invitation_reply")


@pytest.mark.parametrize(
    ("call", "rule"),
    [
        (
            "Hi Odile, Per Lund here about your dial. Go to tide dash clocks dot com. 02 98 55 50 14.",
            "voicemail.unspeakable",
        ),
        (
            "Hi Odile, this is Per Lund. I noticed something at the tower. Call me and I'll explain.",
            "voicemail.vague_reason",
        ),
    ],
)
def test_spoken_addresses_and_teasers_are_heard(call, rule):
    assert rule in found("", voicemail=call)


@pytest.mark.parametrize(
    ("call", "rule"),
    [
        ("Hi Odile, Per Lund here about the tower. May I see the site? 02 98 55 50 14.", "voicemail.unspeakable"),
        (
            "Hi Odile, Per Lund here about your dial. Is it signed? Call me: 02 98 55 50 14, or just text.",
            "voicemail.several_asks",
        ),
        ("Hi Odile, Per Lund. I'm on 07700 900142, that's 07700, 900142.", "voicemail.number_once"),
    ],
)
def test_what_a_caller_may_say(call, rule):
    assert rule not in found("", voicemail=call)
