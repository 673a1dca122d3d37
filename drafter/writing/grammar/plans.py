"""How each kind of message is built, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from drafter.language.conventions import family_name, given_name
from drafter.models import Correspondence, Kind
from drafter.writing.assembly import Piece
from drafter.writing.grammar import thanking
from drafter.writing.grammar.asking import ask
from drafter.writing.grammar.clause import Clause
from drafter.writing.grammar.composer import OWN, Composer
from drafter.writing.grammar.introducing import blurb, why
from drafter.writing.grammar.purposes import language_of
from drafter.writing.grammar.topics import day, month, wanted_person
from drafter.writing.kinds import OWN_SIDE

Paragraphs = list[list[Piece]]
_WISH = re.compile(
    r"(?:I (?:would like|want|hope|am writing|wonder)|It would help|My (?:aim|question|one question)|One thing I|"
    r"Above all|What |Ich möchte|Je voudrais|J’aimerais|Quiero|Quisiera)\b"
)


# Only what is said of the reader can rest on a fact about them.
_OF_READER = re.compile(r"\b(?:you|your|yours)\b")
# A purpose that tells what the reader does, in the languages that have no "I am writing because you …".
OF_READER = re.compile(r"(?:Sie|Vous|Usted) |.*(?:ことに関心がございます|と(?:知り|聞き|伺い|拝見し|拝読し)ました)。$")


def paragraphs(composer: Composer) -> Paragraphs:
    """The sentences of the message, by paragraph, without greeting and closing."""
    plan = _PLANS[composer.brief.kind]
    return [kept for paragraph in plan(composer) if (kept := [piece for piece in paragraph if piece])]


def _some(*pieces: Piece | Iterable[Piece] | None) -> list[Piece]:
    found: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Piece):
            found.append(piece)
        elif piece is not None:
            found.extend(piece)
    return found


def _approach(composer: Composer, slot: str) -> Paragraphs:
    """A first message: what I know of you, who I am and why I write, one question."""
    if composer.inline:
        return [_some(_opened(composer, "short"), ask(composer, "ask_short"))]
    hook, purpose = _hooked(composer)
    # However short: who writes, and that a no is welcome, stay in.
    easy = composer.shortest("easy") if composer.options.short else composer.line("easy")
    theirs = _some(composer.mutual(), hook, _also_chosen(composer))
    mine = _some(composer.me(), purpose)
    both = [mine, theirs] if composer.brief.angle == OWN_SIDE else [theirs, mine]
    return [*both, _some(ask(composer, slot), easy)]


def _opened(composer: Composer, slot: str) -> list[Piece]:
    """The fact and the purpose of a message of one paragraph."""
    direct = _says_why(composer)
    hook = composer.hook("plain" if direct else slot)
    purpose = [] if composer.options.short else composer.purpose(1)
    if hook and purpose and OF_READER.match(purpose[0].text) and _told_again(hook, purpose[0]):
        purpose = []
    # The question is about the reader's thing, so that goes last before it.
    own = bool(purpose) and bool(OWN.match(purpose[0].text)) and not _WISH.match(purpose[0].text) and not direct
    return _some(purpose, hook) if own else _some(hook, purpose)


def _says_why(composer: Composer) -> bool:
    return any(" because you " in text or text.startswith("I am writing") for text in composer.purposes)


def _hooked(composer: Composer) -> tuple[list[Piece], list[Piece]]:
    """What is said of the reader, and what remains of the purpose to be said of the sender."""
    direct = _says_why(composer)
    purpose = composer.purpose(1 if composer.options.short else 3)
    named = composer.best is not None and composer.best.form == "noun"
    hook = composer.hook(("curious" if named else "plain") if direct else "hook")
    if hook and direct and (joined := _joined(composer, purpose[0])):
        return [joined], purpose[1:]
    if hook and direct and same_matter(hook, purpose[0]) and _OF_READER.search(purpose[0].text):
        return [Piece(purpose[0].text, hook.facts)], purpose[1:]
    if hook is None or not purpose or not OF_READER.match(purpose[0].text):
        return _some(hook), purpose
    if _told_again(hook, purpose[0]):
        return [hook], purpose[1:]
    # The sender's own reason goes before the fact that happens to stand first.
    told = composer.retold(purpose[0])
    reason = composer.hook("hook", Clause("you", purpose[0].text.rstrip("."), told.fact)) if told else None
    return ([reason] if reason else [purpose[0], hook]), purpose[1:]


def _joined(composer: Composer, purpose: Piece) -> Piece | None:
    """The reader's thing and the matter in one sentence, where the thing is not the reason."""
    best = composer.best
    about = re.match(r"I am writing about (?P<matter>.+)\.$", purpose.text)
    if best is None or best.form != "noun" or composer.fits(best) or about is None:
        return None
    text = composer.chooser.one("seen_about_noun", noun=best.text, matter=about["matter"])
    return Piece(text, (best.fact,)) if text else None


def _told_again(hook: Piece, purpose: Piece) -> bool:
    """Whether the opening has all that the purpose names."""
    if words := set(re.findall(r"[\u30a0-\u30ff]{2,}|[\u4e00-\u9fff]{2,}", purpose.text)) - {"関心"}:
        return all(word in hook.text for word in words)
    return same_matter(hook, purpose)


def _once(news: list[Piece], fact: Piece | None) -> tuple[list[Piece], Piece | None]:
    """News and fact, without the fact where the news says the same."""
    if not news or fact is None or not news[0].text.startswith("I am writing") or not same_matter(fact, news[0]):
        return news, fact
    return [Piece(news[0].text, fact.facts), *news[1:]], None


def same_matter(hook: Piece, purpose: Piece) -> bool:
    """Whether the purpose says again what the opening says."""
    words = [{word[:5] for word in re.findall(r"[^\W\d_]{4,}", piece.text.lower())} for piece in (hook, purpose)]
    return len(words[0] & words[1]) >= 2


def _also_chosen(composer: Composer) -> list[Piece]:
    """Further facts that the brief names."""
    chosen = set(composer.brief.use)
    return _some(*(composer.hook("more", clause) for clause in composer.clauses[1:3] if clause.fact in chosen))


def _introduction(composer: Composer) -> Paragraphs:
    return _approach(composer, "ask_introduction")


def _advice_request(composer: Composer) -> Paragraphs:
    return _approach(composer, "ask_advice_request")


def _follow_up(composer: Composer) -> Paragraphs:
    news = composer.purpose(1 if composer.options.short else 3)
    wish = bool(news) and bool(_WISH.match(news[0].text))
    fact = None if composer.inline else _reason(composer, "remind")
    news, fact = _once(news, fact)
    easy = None if composer.inline else composer.line("easy")
    if composer.options.short and easy:
        easy = composer.shortest("easy")
    return [
        _some(_earlier(composer, news=bool(news) and not wish), news or composer.line("new")),
        _some(fact),
        _some(ask(composer, "ask_short" if wish else "ask_follow_up"), easy),
    ]


def _reason(composer: Composer, slot: str) -> Piece | None:
    """The best fact as a reason, where it has to do with the matter."""
    best = composer.best
    return composer.hook(slot) if best and best.form != "quote" and composer.fits(best) else None


def _earlier(composer: Composer, *, news: bool) -> Piece | None:
    history = composer.brief.history
    last = history[-1] if history else None
    more = "_news" if news and composer.chooser.all("wrote_date_news") else ""
    if last is None or last.date is None:
        return composer.line(f"wrote_some{more}") or composer.line("wrote_some")
    date = day(last.date, composer.language)
    if _from_reader(composer, last):
        return composer.line("replied", date=date)
    subject = re.sub(r"^(?:(?:re|aw|fwd?|wg|rép|tr)\s*:\s*)+", "", last.subject or "", flags=re.IGNORECASE)
    if subject and language_of(subject) in (None, composer.language):
        return composer.line(f"wrote{more}", date=date, subject=subject)
    return composer.line(f"wrote_date{more}", date=date)


def _from_reader(composer: Composer, message: Correspondence) -> bool:
    who = (message.sender or "").lower()
    contact = composer.profile.contact
    names = [name.lower() for name in (given_name(contact), family_name(contact)) if name]
    return bool(who) and any(name in who for name in names) and composer.brief.sender.name.lower() not in who


def _check_in(composer: Composer) -> Paragraphs:
    news = composer.purpose(1 if composer.inline else 3)
    offer = None if news else composer.line("offer")
    news, fact = _known(composer, news)
    if composer.inline:
        return [_some(fact or composer.line("checking"), news, offer)]
    return [_some(composer.line("checking"), fact), _some(news, offer, composer.line("no_answer"))]


def _reconnect(composer: Composer) -> Paragraphs:
    dates = [message.date for message in composer.brief.history if message.date]
    since = composer.line("again_date", month=month(dates[-1], composer.language)) if dates else composer.line("again")
    news = composer.purpose(1 if composer.inline else 3)
    news, fact = _known(composer, news)
    if composer.inline:
        if news and composer.options.short:
            return [_some(news, fact, ask(composer, "ask_reconnect"))]
        return [_some(since, news or fact, ask(composer, "ask_reconnect"))]
    return [_some(since, news), _some(fact, ask(composer, "ask_reconnect"))]


def _known(composer: Composer, news: list[Piece]) -> tuple[list[Piece], Piece | None]:
    """News and a fact that the news does not tell already; where there is none, the news rests on the best fact."""
    if (clause := composer.fresh(news)) and clause.form != "quote" and composer.fits(clause):
        return _once(news, composer.hook("known", clause))
    if composer.brief.kind == "reconnect" and clause and composer.tellable(clause):
        return news, composer.hook("read", clause)
    told = composer.retold(news[0]) if news else None
    if told:
        return [Piece(news[0].text, (told.fact,)), *news[1:]], None
    return news, None


def _invitation_reply(composer: Composer) -> Paragraphs:
    reply = composer.brief.reply
    thanks = composer.line("invited")
    me = None if composer.inline or reply == "decline" else composer.me()
    fact = None if composer.inline else _curious(composer)
    if reply == "decline":
        return [_some(thanks, composer.line("declined")), _some(_wish(composer))]
    if reply == "accept":
        return [
            _some(thanks, composer.line("accepted")),
            _some(composer.purpose(1) or fact, me, composer.line("after_accepting")),
        ]
    return [_some(thanks, fact, me), _some(_two_questions(composer))]


def _two_questions(composer: Composer) -> Piece | None:
    """How did you find me, how might we help each other; with both places where they are known."""
    organization, mine = composer.profile.organization, composer.brief.sender.organization
    places = {"org": organization.name if organization else "", "mine": mine or ""}
    if all(places.values()):
        slot = composer.chooser.phrases.slots["before"]
        named = [text for text in composer.chooser.all("before") if "{org}" in text]
        if named and len(slot) > len(named):
            return Piece(named[0].format(**places))
    return composer.line("before", **places)


def _wish(composer: Composer) -> Piece | None:
    organization = composer.profile.organization
    return composer.line("wish", org=organization.name if organization else "")


def _curious(composer: Composer) -> Piece | None:
    if composer.best and composer.best.form == "noun" and not composer.options.short:
        return composer.hook("curious")
    return composer.hook("read") if composer.tellable(composer.best) else None


def _introduction_request(composer: Composer) -> Paragraphs:
    reader = composer.profile.contact.name
    target = wanted_person(composer.brief.purpose, composer.brief.mutual, reader)
    request = composer.line("please_introduce", target=target) if target else composer.line("please_introduce_someone")
    fact = _reason(composer, "known") if composer.tellable(composer.best) else None
    reason = why(composer)
    return [
        _some(fact, request, reason),
        _some(composer.line("not_introduce"), composer.line("forward")),
        blurb(composer),
    ]


_PLANS: Mapping[Kind, Callable[[Composer], Paragraphs]] = {
    "introduction": _introduction,
    "advice_request": _advice_request,
    "introduction_request": _introduction_request,
    "invitation_reply": _invitation_reply,
    "follow_up": _follow_up,
    "check_in": _check_in,
    "reconnect": _reconnect,
    "thank_you": thanking.written,
}
