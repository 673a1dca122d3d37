"""What a run would do, before anything is spent: rows, columns, duplicates, thin rows, calls, tokens, cost."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any, get_args

from drafter.batch.fields import new_row, unknown_categories
from drafter.batch.ledger import Options, brief_of
from drafter.batch.reading import read_table
from drafter.batch.rowwork import row_notes, to_gather
from drafter.errors import DrafterError
from drafter.language.names import fold, similarity
from drafter.models import Brief, Category, Sender, Value
from drafter.pipeline import Drafter
from drafter.settings import Settings
from drafter.storage import NewRow, Row, RowInput

_LOOKED_AT = 100
_ALIKE = 0.85
_BLOCK = 60
_WRITING_REPLY = 350
_READING_REPLY = 500
_REWRITES = 0.4
_SHOWN = 200


class Pair(Value):
    """Two rows that are, or may be, the same person."""

    rows: tuple[int, int]
    names: tuple[str, str]
    why: str


class Thin(Value):
    """A row with too little for a message about this person, and what would help."""

    row: int
    name: str
    needs: tuple[str, ...]


class Unusable(Value):
    """A row that cannot be drafted at all, and why."""

    row: int
    reason: str


class Estimate(Value):
    """What a run would use, from the prompts' own size; ``cost_usd`` is ``None`` where no price is known."""

    model: str
    calls: int
    prompt_tokens: int
    completion_tokens: int
    cost_usd: float | None = None


class Preview(Value):
    """A list, looked at before it is run. Long lists of pairs and rows are cut; the counts are complete."""

    name: str
    rows: int
    usable: int
    columns: tuple[str, ...] = ()
    mapping: dict[str, str]
    passed_through: tuple[str, ...]
    separator: str
    encoding: str
    warnings: tuple[str, ...] = ()
    duplicates: tuple[Pair, ...] = ()
    thin_rows: int = 0
    thin: tuple[Thin, ...] = ()
    unusable: tuple[Unusable, ...] = ()
    estimate: Estimate


@dataclass(slots=True)
class _Seen:
    """What is remembered of a row for comparing it with the others."""

    number: int
    name: str
    organization: str
    email: str
    links: tuple[str, ...]


def preview(
    path: Path,
    *,
    settings: Settings,
    sender: Sender | None = None,
    options: Options | None = None,
    today: datetime.date,
) -> Preview:
    """Look at a list without taking it into the ledger.

    Raises:
        InputError: when the file cannot be read or no column names the people.
    """
    options = options or Options(folder=path.resolve().parent)
    table = read_table(path, by_hand=options.by_hand)
    look = _Look(settings, sender or Sender(name="Sender"), today)
    labels: Counter[str] = Counter()
    for number, cells in enumerate(table.rows(), start=1):
        look.take(number, new_row(cells, table.mapping, options.defaults))
        labels.update(unknown_categories(cells, table.mapping)[:1])
    named = table.mapping.named()
    return Preview(
        name=table.name,
        rows=look.rows,
        usable=look.usable,
        columns=tuple(table.mapping.columns),
        mapping=named,
        passed_through=tuple(
            c for c, field in zip(table.mapping.columns, table.mapping.fields, strict=True) if not field
        ),
        separator=table.separator,
        encoding=table.encoding,
        warnings=(*table.warnings, *_told(labels)),
        duplicates=tuple(islice(find_duplicates(look.seen), _SHOWN)),
        thin_rows=look.thin_rows,
        thin=tuple(look.thin[:_SHOWN]),
        unusable=tuple(look.unusable[:_SHOWN]),
        estimate=look.estimate(),
    )


def _told(labels: Counter[str]) -> Iterator[str]:
    """What the categories of the list are taken for where they are none of ours."""
    if labels:
        shown = ", ".join(f"“{label}”" for label, _ in labels.most_common(5))
        more = f" and {len(labels) - 5} more" if len(labels) > 5 else ""
        rows = "1 row has" if labels.total() == 1 else f"{labels.total():,} rows have"
        known = ", ".join(get_args(Category))
        yield f"{rows} a category that is none of {known}: {shown}{more}; it is taken for `other`"


class _Look:
    """Counts and samples rows as they pass by."""

    def __init__(self, settings: Settings, sender: Sender, today: datetime.date) -> None:
        self._settings = settings
        self._sender = sender
        self._today = today
        self._drafter = Drafter(settings, model="offline")
        self.rows = self.usable = self.thin_rows = 0
        self._examined = self._readable = self._characters = 0
        self.thin: list[Thin] = []
        self.unusable: list[Unusable] = []
        self.seen: list[_Seen] = []

    def take(self, number: int, row: NewRow) -> None:
        self.rows += 1
        if row.state != "new":
            self.unusable.append(Unusable(row=number, reason=row.reason or ""))
            return
        self.usable += 1
        fields = row.fields
        self.seen.append(
            _Seen(number, row.name, row.organization or "", fields.get("email", ""), tuple(fields.get("links", ())))
        )
        needs = self._needs(number, row)
        if needs:
            self.thin_rows += 1
            self.thin.append(Thin(row=number, name=row.name, needs=needs))

    def _needs(self, number: int, row: NewRow) -> tuple[str, ...]:
        fields = row.fields
        sources = to_gather(fields)
        self._characters += sum(len(text) for _, text in fields.get("notes", ())) + 3000 * len(sources)
        self._readable += bool(fields.get("notes") or sources)
        if sources:
            # What they say is found out by the run; why to write is for the row to say.
            return self._purpose_needs(number, row)
        if not fields.get("notes"):
            return ("nothing is known but the name; add notes, a link or a file",)
        if self._examined >= _LOOKED_AT:
            return ()
        self._examined += 1
        return self._offline_needs(number, row)

    def _purpose_needs(self, number: int, row: NewRow) -> tuple[str, ...]:
        from drafter.writing.selection import lacks_purpose

        missing = lacks_purpose(self._brief(number, row), row.name)
        return (missing,) if missing else ()

    def _brief(self, number: int, row: NewRow) -> Brief:
        given = RowInput(cells=row.cells, fields=row.fields)
        return brief_of(given, self._sender, row=_as_row(number, row, self._today), today=self._today)

    def _offline_needs(self, number: int, row: NewRow) -> tuple[str, ...]:
        from drafter.writing.selection import select

        try:
            notes = self._drafter.gather([], notes=row_notes(row.fields, number)).notes
            profile = self._drafter.profile(
                notes, row.name, organization=row.organization or None, role=row.fields.get("role"), today=self._today
            )
            return tuple(select(self._brief(number, row), profile).needs)
        except DrafterError as error:
            return (str(error),)

    def estimate(self) -> Estimate:
        from drafter.llm import price_of

        model = self._settings.model_name
        if model == "offline" or not self.usable:
            return Estimate(model=model, calls=0, prompt_tokens=0, completion_tokens=0, cost_usd=0.0)
        written = self.usable - self.thin_rows
        reading = self._readable * 700 + self._characters // 4
        rewriting = round(written * _REWRITES)
        prompt = reading + (written + rewriting) * self._settings.prompt_tokens
        completion = self._readable * _READING_REPLY + (written + rewriting) * _WRITING_REPLY
        return Estimate(
            model=model,
            calls=self._readable + written + rewriting,
            prompt_tokens=prompt,
            completion_tokens=completion,
            cost_usd=price_of(self._settings, prompt=prompt, completion=completion),
        )


def find_duplicates(seen: Iterable[Any]) -> Iterator[Pair]:
    """Rows that share an address or a profile page, or whose names are spelled alike at the same place of work."""
    rows = list(seen)
    told: set[tuple[int, int]] = set()
    for first, second, why in chain(_same_address(rows), _same_spelling(rows)):
        pair = (min(first.number, second.number), max(first.number, second.number))
        if pair not in told:
            told.add(pair)
            names = (first.name, second.name) if first.number < second.number else (second.name, first.name)
            yield Pair(rows=pair, names=names, why=why)


def _same_address(rows: list[_Seen]) -> Iterator[tuple[_Seen, _Seen, str]]:
    first: dict[str, _Seen] = {}
    for row in rows:
        for address in filter(None, (row.email.casefold(), *(_bare(link) for link in row.links))):
            known = first.setdefault(address, row)
            if known is not row and (address == row.email.casefold() or similarity(known.name, row.name) >= 0.5):
                yield known, row, "the same e-mail address" if "@" in address else "the same link"


def _same_spelling(rows: list[_Seen]) -> Iterator[tuple[_Seen, _Seen, str]]:
    blocks: defaultdict[str, list[_Seen]] = defaultdict(list)
    for row in rows:
        # Misspelt names still share the first letters of some word with the right ones.
        for word in {word[:3] for word in fold(row.name).split() if len(word) > 2}:
            blocks[word].append(row)
    for block in blocks.values():
        # Bared once a row, for each is held against dozens of others.
        ordered = sorted(((_bare_firm(row), row.number, row) for row in block), key=lambda entry: entry[:2])
        for at, (firm, _, row) in enumerate(ordered):
            for other_firm, _, other in ordered[at + 1 : at + _BLOCK]:
                if _same_firm(firm, other_firm) and similarity(row.name, other.name) >= _ALIKE:
                    yield row, other, "the same name" if fold(row.name) == fold(other.name) else "names spelled alike"


def _bare_firm(row: _Seen) -> str:
    return "".join(char for char in fold(row.organization) if char.isalnum())


def _same_firm(one: str, other: str) -> bool:
    return not one or not other or one.startswith(other) or other.startswith(one)


def _bare(link: str) -> str:
    bare = link.casefold().split("://", 1)[-1].removeprefix("www.").split("?")[0].rstrip("/")
    return bare if "/" in bare else ""


def _as_row(number: int, row: NewRow, today: datetime.date) -> Row:
    now = datetime.datetime.combine(today, datetime.time(), datetime.UTC)
    return Row(
        id=0,
        batch_id=0,
        number=number,
        digest=row.digest,
        person_key=row.person_key,
        name=row.name,
        organization=row.organization,
        state="new",
        version=1,
        updated_at=now,
    )
