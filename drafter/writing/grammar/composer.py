"""What the plans of the single kinds are made of: a hook, the sender, the purpose, a question, a way to say no."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from drafter.models import Brief, Fact, Profile
from drafter.writing.assembly import Piece
from drafter.writing.distinct import tokens
from drafter.writing.grammar.clause import Clause
from drafter.writing.grammar.materials import clause_of
from drafter.writing.grammar.others import subordinate
from drafter.writing.grammar.phrases import Chooser, phrases
from drafter.writing.grammar.sender import about_me, in_third_person
from drafter.writing.grammar.topics import topic_of
from drafter.writing.grammar.wishes import told_purposes
from drafter.writing.grammar.wondering import WONDERS, why, wondered
from drafter.writing.kinds import ONE_PARAGRAPH
from drafter.writing.nearness import names_in, purpose_of, touches

_AS_REASON = ("hook", "short", "curious", "named")
_AGAIN = 2  # words in common that make a sentence sound like the one before
_ASKING = ("introduction", "advice_request")
_TITLE_ONLY = re.compile(
    r"^you (?:(?:once|formerly|previously|now|also) )?(?:are|were|work|worked)\b|^Sie (?:sind|waren|sitzen)\b"
    r"|^vous (?:êtes|étiez)\b|^usted (?:es|era)\b|でいらっしゃる$"
)
OWN = re.compile(r"(?:I|We|My|Our|Ich|Wir|Mein\w*|Unsere?|Je|J[’']|Nous|Yo|He|Hemos|Trabajo|Tengo)(?:\b|(?<=[’']))")
_WORK_ONLY = re.compile(r"^(?:your work at|Ihre Arbeit bei|votre travail chez|su trabajo en) |でのお仕事$")
_BEST = {"you": 0, "noun": 1, "third": 2, "quote": 3}
_ME = r"\b(?:me|my|mir|mich|moi|conmigo|mí)\b|私"
_WISH = re.compile(r"I would like to (?P<x>.+)\.$")
# What a message itself does: one writes to ask, not to move house.
_SPOKEN_AIM = re.compile(
    r"(?:ask|hear|learn|understand|find out|talk|discuss|compare|invite|offer|tell|share|thank|suggest|propose"
    r"|request)\b"
)


@dataclass(frozen=True, slots=True)
class Options:
    """One way to write a draft: ``shift`` takes other sentences, ``short`` fewer, ``without`` leaves facts out."""

    shift: int = 0
    short: bool = False
    without: frozenset[str] = frozenset()


@dataclass
class Composer:
    """The material of one draft, ready to be put into sentences."""

    brief: Brief
    profile: Profile
    facts: tuple[Fact, ...]
    language: str
    options: Options
    said: list[str] = field(default_factory=list)

    @cached_property
    def key(self) -> str:
        """What a draft is varied by: the person, not the clock or chance."""
        organization = self.profile.organization
        other = f"{self.brief.angle}{len(self.brief.avoid)}" if self.brief.angle else ""
        text = f"{self.profile.contact.name}|{organization.name if organization else ''}|{other}"
        return hashlib.blake2s(text.encode(), digest_size=8).hexdigest()

    @cached_property
    def chooser(self) -> Chooser:
        """Takes sentences for the message."""
        return Chooser(phrases(self.language), self.key, self.options.shift)

    @cached_property
    def spoken(self) -> Chooser:
        """Takes sentences for the voicemail, which may repeat the message's."""
        # One further, so that what is heard is not worded as what is read.
        return Chooser(phrases(self.language), self.key, self.options.shift + 1)

    @cached_property
    def clauses(self) -> list[Clause]:
        """The facts as clauses; those that can be told to the reader's face first, the best fact keeping its place."""
        wanted = [fact for fact in self.facts if fact.id not in self.options.without]
        sender, matter = self.brief.sender, purpose_of(self.brief)
        found = [clause for fact in wanted if (clause := clause_of(fact, self.profile, self.language, sender, matter))]
        order = {clause.fact: place for place, clause in enumerate(found)}
        chosen = set(self.brief.use)
        return sorted(
            found,
            key=lambda clause: (
                clause.fact not in chosen,
                order[clause.fact] + self._drawback(clause),
            ),
        )

    def _drawback(self, clause: Clause) -> int:
        """How many places a clause gives up for its form: less when it is about the matter."""
        if _WORK_ONLY.search(clause.text):
            return 4  # a talk or an article a few places below is more than a place of work
        if self.fits(clause) and self.brief.purpose:
            return 1 * (clause.form == "quote")
        # A prize is a compliment; what somebody does is something to ask about.
        prize = any(fact.kind == "award" for fact in self.facts if fact.id == clause.fact)
        return 3 * (is_weak(clause.form, clause.text) or prize) + 5 * (clause.form == "quote")

    def fits(self, clause: Clause) -> bool:
        """Whether the fact has to do with what the message is for, or is shared, so that it may be its reason."""
        if not self.brief.purpose.strip() or clause.fact in self.brief.use:
            return True
        fact = next(fact for fact in self.facts if fact.id == clause.fact)
        if fact.shared or re.search(_ME, clause.text):
            return True
        return touches(fact.statement, purpose_of(self.brief), names_in(self.profile))

    def _is_own(self, clause: Clause) -> bool:
        """Whether the sender jotted the fact down, and so read it nowhere."""
        notes = {fact.note for fact in self.facts if fact.id == clause.fact}
        return any(note.id in notes and note.kind == "typed" for note in self.profile.notes)

    @property
    def best(self) -> Clause | None:
        """The clause to build on."""
        return self.clauses[0] if self.clauses else None

    def fresh(self, said: Iterable[Piece]) -> Clause | None:
        """The best clause that does not tell again what is said already."""
        before = tokens(" ".join(piece.text for piece in said))
        return next((clause for clause in self.clauses if len(tokens(clause.text) & before) < _AGAIN), None)

    def tellable(self, clause: Clause | None) -> bool:
        """Whether a fact is more than a title and there is room to tell it."""
        if clause is None or self.options.short:
            return False
        return clause.form in ("you", "noun") and not is_weak(clause.form, clause.text)

    def retold(self, said: Piece) -> Clause | None:
        """The clause that a sentence tells again, which is its evidence; a mere title proves nothing."""
        words = tokens(said.text)
        return next(
            (
                clause
                for clause in self.clauses
                if not is_weak(clause.form, clause.text) and len(tokens(clause.told or clause.text) & words) >= _AGAIN
            ),
            None,
        )

    @property
    def inline(self) -> bool:
        """Whether the message is one short paragraph."""
        return self.brief.channel in ONE_PARAGRAPH

    @cached_property
    def topic(self) -> str | None:
        """What the message is about in a few words."""
        organization = self.profile.organization
        name = organization.name if organization else None
        return topic_of(self.best, name, self.language) if self.best else name

    def hook(self, slot: str, clause: Clause | None = None, chooser: Chooser | None = None) -> Piece | None:
        """A sentence on a fact, such as "You founded X, and that is why …"."""
        clause = clause or self.best
        if clause is None:
            return None
        if slot in ("plain", "read") and clause.form == "noun" and clause.told:
            clause = replace(clause, form="you", text=clause.told)
        slot = self._told_as(slot, clause)
        organization = self.profile.organization
        fill = {clause.form: clause.text, "org": organization.name if organization else "", "weil": ""}
        if self.language == "de" and clause.form == "you":
            fill["weil"] = subordinate(clause.text) or ""
        if slot == "read" and self.language == "de" and not fill["weil"]:
            slot = "read_bare"
        text = (chooser or self.chooser).one(f"{slot}_{clause.form}", **fill)
        return Piece(_tidy(text), (clause.fact,)) if text else None

    def _told_as(self, slot: str, clause: Clause) -> str:
        """The slot that goes with what the clause is to the matter and to the sender."""
        if re.search(_ME, clause.text) and (slot in ("known", "read") or self.language == "ja"):
            return "memory"  # what both remember is told, not read somewhere
        if slot in _AS_REASON and not self.fits(clause):
            # Told, but not as the reason: the purpose names something else.
            return "seen" if self.chooser.all(f"seen_{clause.form}") else "plain"
        if slot == "read" and (self._is_own(clause) or not self.chooser.all(f"read_{clause.form}")):
            return "plain"
        if slot in ("hook", "short") and clause.form == "noun" and self.asks_it and self.language == "en":
            return "named"  # the question that follows need not be about it
        return slot

    def line(self, slot: str, **fill: str) -> Piece | None:
        """A sentence that says nothing about the reader."""
        times = {name: first for name in ("time", "length") if (first := next(iter(self.chooser.all(f"{name}s")), ""))}
        text = self.chooser.one(slot, **(times | fill))
        return Piece(_tidy(text)) if text else None

    def shortest(self, slot: str) -> Piece | None:
        """The briefest sentence of a slot."""
        texts = self.chooser.all(slot)
        return Piece(min(texts, key=len)) if texts else None

    def mutual(self) -> Piece | None:
        """Who pointed the sender to the reader."""
        return self.line("mutual", mutual=self.brief.mutual) if self.brief.mutual else None

    def me(self) -> Piece | None:
        """Who the sender is."""
        text = about_me(
            self.brief,
            self.language,
            self.chooser,
            self._told,
            short=self.options.short or self.inline or self._tells_of_self,
        )
        return Piece(text) if text else None

    @property
    def _tells_of_self(self) -> bool:
        """Whether the purpose already says what the sender does, so that a deed beside it is one "I" too many."""
        return self.language != "en" and any(OWN.match(text) for text in self.purposes[:1])

    @property
    def _told(self) -> str:
        return self.best.told or self.best.text if self.best else ""

    def me_for_others(self) -> str:
        """Who the sender is, as somebody else would put it."""
        return in_third_person(self.brief, self.language, self.chooser, self._told)

    @cached_property
    def purposes(self) -> list[str]:
        """The purpose in sentences of the message's language, without what the question will say.

        None where it is in another language.
        """
        found = wondered(self.wishes, self.language) if self.asks_it else None
        told = [why(sentence) if found and sentence == found[0] else self._varied(sentence) for sentence in self.wishes]
        return [sentence for sentence in told if sentence]

    @cached_property
    def wishes(self) -> list[str]:
        """The same in the plainest words: "I would like to …"."""
        return [sentence for sentence in self._purposes() if not sentence.endswith("?")]

    @cached_property
    def wondered(self) -> str | None:
        """What the sender wonders, as a clause: "how you count passengers"."""
        found = wondered(self.wishes, self.language)
        return found[1] if found else None

    @property
    def asks_it(self) -> bool:
        """Whether what the sender wonders becomes the question itself, and so no sentence of its own."""
        return bool(self.wondered) and self.brief.kind in _ASKING and not (self.brief.ask or self.questions)

    def _varied(self, sentence: str) -> str:
        """The wish in one of many wordings, so that messages do not all read alike."""
        wish, wonder = _WISH.match(sentence), WONDERS["en"].match(sentence)
        if self.language != "en" or not wish:
            return sentence
        if wonder:
            return self.chooser.one("aim_question", verb=wonder["verb"], clause=wonder["clause"]) or sentence
        slot = "aim" if _SPOKEN_AIM.match(wish["x"]) else "aim_deed"
        return self.chooser.one(slot, x=wish["x"]) or sentence

    @cached_property
    def questions(self) -> list[str]:
        """Questions that the purpose asks."""
        return [sentence for sentence in self._purposes() if sentence.endswith("?")]

    def _purposes(self) -> list[str]:
        return told_purposes(self.brief, self.profile.contact, self.language)

    def purpose(self, most: int = 3) -> list[Piece]:
        """The purpose as pieces."""
        return [Piece(text) for text in self.purposes[:most]]


def is_work_only(clause: Clause) -> bool:
    """Whether a clause names no more than the place of work."""
    return bool(_WORK_ONLY.search(clause.text))


def is_weak(form: str, text: str) -> bool:
    """Whether a better fact a few places below should be preferred: a mere quotation, a mere title."""
    return _BEST[form] > 1 or bool(_TITLE_ONLY.search(text) or _WORK_ONLY.search(text))


def _tidy(text: str) -> str:
    """The text without the stumbles of filling in: two full stops, a colon before a capital "You"."""
    text = re.sub(r"([.?!])([”»“」]?)\.", r"\1\2", text)
    text = re.sub(r"(\busted porque (?:en \d{4} )?)usted ", r"\1", text)
    text = re.sub(r"\bque (?=(?:en|au|à|il|elle)\s)", "qu’", text)
    return re.sub(r"\s+([.,])", r"\1", text)
