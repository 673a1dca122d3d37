"""Facts: every statement about the reader and their organisation is held against the sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.checks._example_profile import cited, introduced, known
from drafter.checks._rule import Context, Hit, Rule, rule
from drafter.checks._text import Text

if TYPE_CHECKING:
    from drafter.checks.grounding.statements import Fault
    from drafter.models import PartName

PARTS: tuple[PartName, ...] = ("subject", "message", "voicemail", "conversation")


def _of(fault: Fault, text: Text, context: Context) -> Iterator[Hit]:
    # Only with a profile is there anything to hold against; loading the rest takes longer than all other rules.
    from drafter.checks.grounding.statements import judge

    for problem in judge(text, context).problems:
        if problem.fault == fault:
            yield Hit(problem.start, problem.end, problem.message, problem.severity)


@rule(
    "facts.number",
    severity="error",
    advice="Remove the number, or use one that a note contains.",
    bad="With your 200 people, planning shifts must be hard.",
    good="With your 40 people, planning shifts must be hard.",
    parts=PARTS,
    needs=("profile",),
    example=known,
)
def number(text: Text, context: Context) -> Iterator[Hit]:
    """A number, sum of money or percentage that no note contains, or that a note gives for something else.

    Why: an invented figure is the fastest way to lose the reader; figures rounded, summed or converted rightly pass.
    Source: Maynez and others, On Faithfulness and Factuality in Abstractive Summarization, ACL 2020: summaries
    by models often say what their source does not.
    """
    yield from _of("number", text, context)


@rule(
    "facts.date",
    severity="error",
    advice="Use the date that the note gives for this event, or leave the date out.",
    bad="Your third sawmill opened in 2019.",
    good="Your third sawmill opened in 2021.",
    parts=PARTS,
    needs=("profile",),
    example=known,
)
def date(text: Text, context: Context) -> Iterator[Hit]:
    """A year or date that no note contains, or that belongs to another event.

    Why: a year must go with its event; a wrong one shows that the page was skimmed.
    Source: house rule; Maynez and others, ACL 2020, as for facts.number.
    """
    yield from _of("date", text, context)


@rule(
    "facts.name",
    severity="error",
    advice="Use the name as the note has it, or leave it out.",
    bad="Your talk at Stockholm Woodtech was a pleasure to watch.",
    good="Your talk at Nordic Wood Days was a pleasure to watch.",
    parts=PARTS,
    needs=("profile",),
    example=known,
)
def name(text: Text, context: Context) -> Iterator[Hit]:
    """A person, organisation, place, product or prize that no note names, or names in another matter.

    Why: to credit somebody with another one's prize or place is the error nobody forgives.
    Source: house rule; Maynez and others, ACL 2020, as for facts.number.
    """
    yield from _of("name", text, context)


@rule(
    "facts.title",
    severity="error",
    advice="Give the role in the note's words.",
    bad="As chief financial officer you see every invoice.",
    good="As head of operations at Torvald Timber you see every delay.",
    parts=PARTS,
    needs=("profile",),
    example=known,
)
def title(text: Text, context: Context) -> Iterator[Hit]:
    """A role or title that no note gives to anybody.

    Why: people notice their own title before anything else.
    Source: house rule.
    """
    yield from _of("title", text, context)


@rule(
    "facts.quote",
    severity="error",
    advice="Quote the title exactly as the note has it.",
    bad='Your "Seven ways to burn wet bark" was clear on cost.',
    good='Your "Drying wood with waste heat" was clear on cost.',
    parts=PARTS,
    needs=("profile",),
    example=known,
)
def quote(text: Text, context: Context) -> Iterator[Hit]:
    """A quoted title that no note contains.

    Why: quotation marks promise the very words.
    Source: house rule.
    """
    yield from _of("quote", text, context)


@rule(
    "facts.relation",
    severity="error",
    advice="Say what the note says happened, with its verb and its direction.",
    bad="You founded Torvald Timber, which must have taken patience.",
    good="You run operations at Torvald Timber, which must take patience.",
    parts=PARTS,
    needs=("profile",),
    example=known,
)
def relation(text: Text, context: Context) -> Iterator[Hit]:
    """Who did what (founded, led, won, wrote, joined, left, acquired …) as no note says it, reversed or denied.

    Why: having joined is not having founded, and being acquired is not acquiring.
    Source: Kryscinski and others, Evaluating the Factual Consistency of Abstractive Text Summarization, EMNLP
    2020: the errors they test for are swapped names, pronouns and numbers, and a "not" put in or left out.
    """
    yield from _of("relation", text, context)


@rule(
    "facts.person",
    severity="error",
    advice="Say it of the person the note says it of, or leave it out.",
    bad="As head of research you know the drying problem.",
    good="As head of operations you will know the drying problem.",
    parts=PARTS,
    needs=("profile",),
    example=known,
)
def person(text: Text, context: Context) -> Iterator[Hit]:
    """Something that the notes say of somebody else.

    Why: pages list several people; a colleague's role or prize is not the reader's.
    Source: Kryscinski and others, EMNLP 2020, as for facts.relation.
    """
    yield from _of("person", text, context)


@rule(
    "facts.outdated",
    severity="error",
    advice="Say it as past, or use the present role.",
    bad="As head of logistics at Brage Shipping you plan every route.",
    good="As head of operations you plan every shift.",
    parts=PARTS,
    needs=("profile",),
    example=known,
)
def outdated(text: Text, context: Context) -> Iterator[Hit]:
    """A former role said as if it were the present one.

    Why: it tells the reader that nobody has looked for years.
    Source: house rule.
    """
    yield from _of("outdated", text, context)


@rule(
    "facts.unsupported",
    severity="warning",
    advice="Build the sentence on something a note says, or ask instead of telling.",
    bad="You breed alpine horses and export saddles to several continents.",
    good="Opening a third sawmill is something I admire.",
    parts=PARTS,
    needs=("profile",),
    example=known,
)
def unsupported(text: Text, context: Context) -> Iterator[Hit]:
    """A plain statement about the reader that no note supports.

    Why: what nobody wrote down was made up.
    Source: promise of this program: nothing unproven.
    """
    yield from _of("unsupported", text, context)


@rule(
    "facts.citation",
    severity="warning",
    advice="Cite the fact that says this, or write what the cited fact says.",
    bad="Torvald Timber employs 40 people.",
    good="In 2022 you spoke at Nordic Wood Days.",
    parts=PARTS,
    needs=("profile",),
    example=cited,
)
def citation(text: Text, context: Context) -> Iterator[Hit]:
    """A sentence that cites facts which do not say it.

    Why: the evidence shown beside a draft must be its evidence.
    Source: promise of this program: each statement traces to a quote.
    """
    yield from _of("citation", text, context)


@rule(
    "facts.sender",
    severity="warning",
    advice="Say of yourself what your own profile says, or add it there.",
    bad="I am chief economist at Havn Data, and I plan shifts.",
    good="I am data engineer at Havn Data, and I plan shifts.",
    parts=PARTS,
    needs=("profile", "sender"),
    example=introduced,
)
def sender(text: Text, context: Context) -> Iterator[Hit]:
    """Something the sender says of themself that their own profile does not bear out.

    Why: a model flatters its user too; a title, figure or prize that is not yours costs more than it wins.
    Source: promise of this program: nothing unproven.
    """
    yield from _of("sender", text, context)


FACTS_RULES: tuple[Rule, ...] = (
    number,
    date,
    name,
    title,
    quote,
    relation,
    person,
    outdated,
    unsupported,
    citation,
    sender,
)


def statement_metrics(text: Text, context: Context) -> dict[str, float]:
    """The metrics ``facts.statements`` and ``facts.supported`` of one part; empty without a profile."""
    if context.profile is None:
        return {}
    from drafter.checks.grounding.statements import statements

    made, stand = statements(text, context)
    return {"facts.statements": float(made), "facts.supported": float(stand)}
