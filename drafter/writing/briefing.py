"""What a language model is told about one draft: data between tags, then the job; all within a token budget."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from drafter.language.conventions import formality_of, message_language
from drafter.language.speech import RATE, seconds
from drafter.llm.prompts import Prompt, load_prompt
from drafter.models import Brief, Fact, Profile, Sender
from drafter.writing._writer import Task
from drafter.writing.distinct import distinct
from drafter.writing.kinds import CHANNEL_CHARACTERS, KINDS, ONE_PARAGRAPH, OWN_SIDE
from drafter.writing.reader import called
from drafter.writing.shapes import FIRST, REPLIES, shape
from drafter.writing.voicemail import SECONDS, ending

_LANGUAGES = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "nb": "Norwegian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian",
    "zh": "Chinese",
}  # fmt: skip
_TONES = {"casual": "informal, first names", "neutral": "", "formal": "formal, the polite form of address"}
# What greeting, closing and signature take of the words and characters a channel allows.
_FRAME_WORDS, _FRAME_CHARACTERS = 8, 30
_LONG = 400
_SHOWS = 8  # words below which a sample shows nothing of how somebody writes
# Languages told in characters, and how many of them say as much as an English word.
_UNSPACED, _PER_WORD = ("ja", "zh"), 3.5
_SIGNED = ", signed with the sender's role and employer: do not say them again"
_SENTENCE_END = re.compile(r"(?<=[.!?。！？])\s*")


@dataclass(frozen=True, slots=True)
class Material:
    """The parts of the data that may be shortened when the budget is tight."""

    facts: tuple[Fact, ...]
    sender_facts: tuple[str, ...]
    samples: int = 1
    history: int = 2


def materials(task: Task) -> Iterable[Material]:
    """From all there is down to one fact, giving up first what helps least. A fact is there whole or not at all."""
    facts = distinct(task.facts, task.profile.contact.name, keep=task.brief.use)
    now = Material(facts, sender_lines(task.brief.sender))
    keep = max(len(set(task.brief.use)), 1)
    yield now
    for most, sender, samples, history in ((5, 5, 1, 2), (5, 4, 1, 1), (4, 3, 1, 1), (4, 3, 0, 1), (1, 1, 0, 1)):
        now = replace(now, samples=samples, history=history)
        yield now
        while len(now.facts) > max(keep, most) or len(now.sender_facts) > sender:
            now = _less(now, max(keep, most), sender)
            yield now


def _less(now: Material, facts: int, sender: int) -> Material:
    if len(now.facts) > facts:
        return replace(now, facts=now.facts[:-1])
    return replace(now, sender_facts=now.sender_facts[: max(len(now.sender_facts) - 1, sender)])


def fitted(task: Task, budget: int, size: Callable[[str], int]) -> str:
    """The request's changing part, the longest that is within ``budget`` tokens as ``size`` counts them."""
    text = ""
    for material in materials(task):
        text = user_text(task, material)
        if size(text) <= budget:
            break
    return text


def system_text(brief: Brief) -> str:
    """The part that is the same for every reader of the same kind, so that a provider can cache it."""
    return f"{_halves()[0].strip()}\n\n{load_prompt(f'kinds/{brief.kind}').text.strip()}\n"


def user_text(task: Task, material: Material) -> str:
    """The part that changes: the sender, who stays the same in a batch, first."""
    data = "\n\n".join(section for section in _sections(task, material) if section)
    return Prompt("write", _halves()[1].strip() + "\n").render(data=data, job=_job(task, material))


def digests(brief: Brief) -> dict[str, str]:
    """The prompts a first draft is written with."""
    names = ("write", f"kinds/{brief.kind}", *_approach(brief))
    return {name: load_prompt(name).digest for name in names}


def sender_lines(sender: Sender) -> tuple[str, ...]:
    """What may be said of the sender, in the order of the ids: s1, s2 and so on."""
    role = " at ".join(part for part in (sender.role, sender.organization) if part)
    place = f"Based in {sender.location}" if sender.location else ""
    lines: dict[str, str] = {}
    for line in filter(None, map(_plain, (role, *sender.facts, place))):
        lines.setdefault(line.rstrip(".").casefold(), line)
    return tuple(lines.values())


def sender_ids(sender: Sender) -> frozenset[str]:
    """The ids of those lines."""
    return frozenset(f"s{number}" for number, _ in enumerate(sender_lines(sender), start=1))


def _halves() -> tuple[str, str]:
    stable, _, changing = load_prompt("write").text.partition("\n---\n")
    return stable, changing


def _sections(task: Task, material: Material) -> Iterable[str]:
    brief, profile = task.brief, task.profile
    numbered = [f"s{number}: {line}" for number, line in enumerate(material.sender_facts, start=1)]
    goals = [f"hopes to: {_plain(goal)}" for goal in brief.sender.goals[:3]]
    yield _fence("sender", [_plain(brief.sender.name), *numbered, *goals])
    yield _fence("voice", [_short(sample) for sample in _samples(brief.sender)[: material.samples]])
    yield _fence("reader", [_reader(profile)])
    yield _fence("facts", [_fact(fact) for fact in material.facts])
    yield _fence("history", [_letter(brief, number) for number in range(len(brief.history))[-material.history :]])
    yield _fence("received", [_short(brief.received)] if brief.received else [])


def _fence(tag: str, lines: list[str]) -> str:
    """Data between tags; nothing in the data can look like a tag."""
    inner = "\n".join(line.replace("<", "‹").replace(">", "›") for line in lines if line)
    return f"<{tag}>\n{inner}\n</{tag}>" if inner else ""


def _reader(profile: Profile) -> str:
    contact, organization = profile.contact, profile.organization
    parts = (contact.name, contact.role, organization.name if organization else None, contact.location)
    return _plain("; ".join(part for part in parts if part))


def _fact(fact: Fact) -> str:
    about = {"organization": ["organization"], "relationship": ["you both"]}.get(fact.about, [])
    marks = [*about, *([fact.date] if fact.date and fact.date not in fact.statement else [])]
    marks += ["past"] if fact.outdated else []
    marks += [f"shared: {fact.shared}"] if fact.shared else []
    marks += [f"about {fact.subject}"] if fact.subject else []
    head = f"{fact.id} ({', '.join(marks)})" if marks else fact.id
    return _plain(f"{head}: {fact.statement}")


def _letter(brief: Brief, number: int) -> str:
    mail = brief.history[number]
    head = ", ".join(str(part) for part in (mail.date, mail.sender and f"from {mail.sender}", mail.subject) if part)
    return f"[{_plain(head)}] {_short(mail.message)}" if head else _short(mail.message)


def _samples(sender: Sender) -> list[str]:
    """The shortest that shows a voice first: it does so at the least cost."""
    found = (sample for sample in sender.samples if sample.strip())
    return sorted(found, key=lambda sample: (len(sample.split()) < _SHOWS, len(sample)))


def _short(text: str) -> str:
    """The first sentences, as many as fit; a sentence is not cut."""
    plain = _plain(text)
    if len(plain) <= _LONG:
        return plain
    kept = ""
    for sentence in _SENTENCE_END.split(plain):
        if kept and len(kept) + len(sentence) > _LONG:
            break
        kept = f"{kept} {sentence}".strip()
    return f"{kept[: 2 * _LONG]} …"


def _plain(text: str) -> str:
    return " ".join(text.split())


def _job(task: Task, material: Material) -> str:
    brief = task.brief
    lines = [
        _form(brief, message_language(brief, task.profile)),
        _aloud(task),
        _tongue(brief, task.profile),
        _today(brief, material),
        *_wishes(brief, task.profile),
        *_manner(brief, material),
    ]
    lines += [load_prompt(name).text.strip() for name in _approach(brief)]
    return "\n".join(line for line in lines if line)


def _approach(brief: Brief) -> tuple[str, ...]:
    """The prompt for the reader's category; each is about what to ask, so it is for messages that ask it."""
    if not brief.category or brief.category == "other" or brief.kind not in (*FIRST, "follow_up"):
        return ()
    return (f"categories/{brief.category}",)


def _form(brief: Brief, language: str) -> str:
    guide = KINDS[brief.kind]
    words = guide.words(brief.channel) - _FRAME_WORDS
    about = min(words * 2 // 3, guide.about or words)
    channel = brief.channel.replace("_", " ") + (_SIGNED if brief.channel == "email" else "")
    unit = "words"
    if language.startswith(_UNSPACED):
        about, words, unit = int(about * _PER_WORD), int(words * _PER_WORD), "characters"
    text = f"Channel: {channel}. Message: at most {about} {unit}, fewer are better, never above {words}"
    if brief.channel in ONE_PARAGRAPH:
        characters = CHANNEL_CHARACTERS[brief.channel] - _FRAME_CHARACTERS
        both = f" and {characters} characters" if unit == "words" else ""
        text += f"{both}; one fact, the question itself rather than a wish for time, no reason where it does not fit"
    return f"{text}."


def _aloud(task: Task) -> str:
    """How much can be said in a voicemail beside names and number, which the model does not see."""
    brief, language = task.brief, message_language(task.brief, task.profile)
    frame = " ".join((called(brief, task.profile, language), *ending(brief, language, ())))
    room = SECONDS[1] - seconds(frame, language)
    if language.startswith(_UNSPACED):
        return f"Voicemail: at most {max(int(room * RATE / 30), 30)} characters."
    return f"Voicemail: at most {max(int(room * RATE / 60), 12)} words."


def _tongue(brief: Brief, profile: Profile) -> str:
    code = message_language(brief, profile)
    tone = _TONES[formality_of(brief, code)]
    name = _LANGUAGES.get(code.split("-")[0], code)
    return f"Language: {name}{f', {tone}' if tone else ''}, also where the data is in another."


def _today(brief: Brief, material: Material) -> str:
    """The day where messages have dates, else the month where facts have: no more, so that kept replies stay good."""
    if brief.today is None:
        return ""
    if any(mail.date for mail in brief.history):
        return f"Today: {brief.today.isoformat()}."
    return f"Today: {brief.today:%Y-%m}." if any(fact.date for fact in material.facts) else ""


def _wishes(brief: Brief, profile: Profile) -> Iterable[str]:
    if brief.purpose.strip():
        yield f"Purpose: {_plain(brief.purpose)}"
    if brief.ask and KINDS[brief.kind].ask is not False:
        yield f"The ask: {_plain(brief.ask)}"
    if brief.use:
        yield f"Use these facts: {', '.join(brief.use)}."
    if brief.kind == "invitation_reply":
        yield REPLIES[brief.reply]
    if brief.angle == OWN_SIDE:
        yield "Angle: the sender's side. This time begin with why the sender needs it; the reader's thing comes second."
    elif brief.angle:
        yield f"Angle: {_plain(brief.angle)}. Begin from it, with other facts than the obvious ones."
    yield from shape(brief, profile)
    if brief.instruction:
        yield f"The sender wishes: {_plain(brief.instruction)}"


def _manner(brief: Brief, material: Material) -> Iterable[str]:
    if brief.mutual:
        yield f"Known to both, may be named: {_plain(brief.mutual)}"
    if material.samples and _samples(brief.sender):
        yield "Sound like <voice>: its length of sentence, its plainness; copy none of its content."
    if brief.sender.never_say:
        yield f"Never say: {'; '.join(map(_plain, brief.sender.never_say[:10]))}"
