"""Messages that are bad for one plain reason, and the good ones that lie closest to them."""

from __future__ import annotations

import pytest

from drafter.checks import Context, check
from drafter.models import Draft

FIRST, FOLLOW, INTRO = "introduction", "follow_up", "introduction_request"
BODY = "Hi Odile, your notes on tidal clocks mended ours in Brest. "


def noticed(message, **context):
    report = check(Draft(message=message), Context(**context))
    return {one.rule for one in report.findings if one.severity != "hint"}


@pytest.mark.parametrize(
    ("message", "rule", "kind"),
    [
        ("Hi Odile, has my letter of the 3rd reached you? I look forward to your reply.", "kind.nothing_new", FOLLOW),
        ("Hi Odile, meet Jan: I wanted to connect you two. Jan repairs clocks.", "kind.unasked_introduction", INTRO),
        ("Hi Odile, please introduce me to Jan Kerr this week. Thanks!", "kind.no_reason", INTRO),
        (BODY + "Would you proof-read the 180 pages of my book on them?", "ask.load", FIRST),
        (BODY + "Could we have a call of 90 minutes?", "ask.load", FIRST),
        (BODY + "It would be great to connect and talk about clocks.", "ask.wish", FIRST),
        (BODY + "Your drawings are sloppy, though. Who made them?", "tone.lecture", FIRST),
        (
            "Hi Odile, I would love to join Quay Museum. Brest Clockworks's team is the best.",
            "specificity.mixed_up",
            FIRST,
        ),
        (BODY + "Heyyy, which oil do you use?", "tone.textspeak", FIRST),
        (
            "Sorry to write, forgive me. I hate to bother you, but your notes on tidal clocks helped. Which oil is it?",
            "tone.apology",
            FIRST,
        ),
        (BODY + "I would need your yes by tonight, which oil is it?", "tone.pressure", FIRST),
        ("Hi Odile, still not a word from you about the clock in Brest.", "tone.shame", FOLLOW),
    ],
)
def test_the_fault_is_noticed(message, rule, kind):
    assert rule in noticed(message, kind=kind)


@pytest.mark.parametrize(
    ("message", "rule", "kind"),
    [
        ("Hi Odile, since my letter the clock in Brest lost nine minutes a day.", "kind.nothing_new", FOLLOW),
        ("Hi Odile, a reminder of my letter. If you are busy, leave it unanswered.", "kind.nothing_new", FOLLOW),
        ("Hi Odile, Jan Kerr repairs clocks. May I connect you two?", "kind.unasked_introduction", INTRO),
        ("Hi Odile, could you introduce me to Jan Kerr? I would ask about his oil.", "kind.no_reason", INTRO),
        (BODY + "Would you look at page 180 of my book? It quotes you.", "ask.load", FIRST),
        (BODY + "I live an hour away. Could we have a call on Friday?", "ask.load", FIRST),
        (BODY + "I would love to talk for ten minutes: is Friday free?", "ask.wish", FIRST),
        (BODY + "On the third drawing the tide runs backwards: is it a slip?", "tone.lecture", FIRST),
        ("Hi Odile, I worked at Quay Museum and would love to join Brest Clockworks.", "specificity.mixed_up", FIRST),
        ("Hi Odile, the role at Quay Museum tempts me: the Quay's team mends clocks.", "specificity.mixed_up", FIRST),
        (BODY + "See www.brest.example or part III: which oil do you use?", "tone.textspeak", FIRST),
        ("Sorry for the late answer: your notes on tidal clocks came on Monday.", "tone.apology", FOLLOW),
        (BODY + "I set it before noon, so that it strikes twelve. Which oil is it?", "tone.pressure", FIRST),
        ("Hi Odile, the clock in Brest has not lost a minute since. Not a word of complaint.", "tone.shame", FOLLOW),
    ],
)
def test_the_near_miss_is_let_pass(message, rule, kind):
    assert rule not in noticed(message, kind=kind)


@pytest.mark.parametrize(
    ("message", "rule"),
    [
        ("Sehr geehrte Frau Kerr, ich suche eine neue Stelle. Haben Sie einen Job für mich?", "ask.job"),
        ("Guten Tag Frau Kerr, leider habe ich noch keine Antwort von Ihnen erhalten.", "tone.shame"),
        ("Bonjour Madame Kerr, mon message est resté sans réponse.", "tone.shame"),
        ("Bonjour Madame Kerr, nous aidons les cabinets à doubler leur chiffre.", "pitch.offer"),
        ("Hola Marta, necesito trabajo. ¿Puedes pasar mi currículum a tu jefe?", "ask.job"),
        ("Olá Rita, ajudo clínicas como a sua a dobrar o faturamento.", "pitch.offer"),
        ("お世話になっております。まだお返事をいただいておりません。", "tone.shame"),
    ],
)
def test_it_is_told_in_other_languages(message, rule):
    assert rule in noticed(message, kind="follow_up" if rule == "tone.shame" else "introduction")


def test_a_text_without_a_stop_is_told_on_a_page_but_not_on_a_telephone():
    message = "hello we met at the quay on Sunday and I want to help you with the tidal clock so tell me when"
    assert "clarity.no_stops" in noticed(message)
    assert "clarity.no_stops" not in noticed(message, channel="sms")


def test_a_name_after_a_title_is_no_impersonal_greeting():
    body = "¿me permite copiar el capítulo sobre relojes de marea para la escuela de Luarca?"
    assert "opening.impersonal" not in noticed(f"Estimada señora Ibáñez:\n\n{body}")
    assert "opening.impersonal" in noticed(f"Estimada señora:\n\n{body}")


def test_another_name_in_the_thanks_is_told():
    assert "opening.second" in noticed("Dear Ms Falk, congratulations on the prize, Ms Meyer! Which clock was it?")
    assert "opening.second" not in noticed("Dear Ms Falk, congratulations on the prize, Ms Falk! Which clock was it?")
    assert "opening.second" not in noticed(
        "Dear Ms Falk, I owe the clock to your colleague, Ms Meyer. Which oil is it?"
    )


def test_a_japanese_letter_needs_something_of_its_readers_own():
    empty = "はじめまして。御社の事業に興味があります。ぜひお話を伺えれば幸いです。よろしくお願いいたします。"
    own = "『潮と時計』4月号の「振り子の水」を拝読し、桟橋の時計が直りました。油の銘柄を伺えますか。"
    assert "specificity.generic" in noticed(empty)
    assert "specificity.generic" not in noticed(own)


def test_a_letter_all_about_its_writer_is_told():
    mine = "I studied law in Ghent. Then I worked for Norva Logistics. I like clocks. My friends call me punctual. "
    assert "specificity.self" in noticed(mine + "I hope to hear from you.")
    assert "specificity.self" not in noticed(mine + "Your clock in Brest made me write. Who cast it?")
