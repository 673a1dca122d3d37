"""The statements that are made for every row, built once: building one takes longer than carrying it out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from drafter.models import Usage
from drafter.storage.column_types import insert_for
from drafter.storage.rows import RowInput
from drafter.storage.tables import drafts, events, replies, row_inputs, row_stages, rows

_SPENT = ("calls", "prompt_tokens", "completion_tokens", "cached_tokens", "priced_calls", "cost_usd")
_THIS = rows.c.id == sa.bindparam("this_row")

INPUT = sa.select(row_inputs).where(row_inputs.c.row_id == sa.bindparam("this_row"))
REPLY = sa.select(replies).where(replies.c.digest == sa.bindparam("key"))
STAGE = sa.select(row_stages.c.document).where(
    row_stages.c.row_id == sa.bindparam("this_row"), row_stages.c.stage == sa.bindparam("this_stage")
)
SPEND = rows.update().where(_THIS).values({name: rows.c[name] + sa.bindparam(f"more_{name}") for name in _SPENT})
HOLDS = (
    sa.select(rows.c.id)
    .where(_THIS, rows.c.worker == sa.bindparam("mine"), rows.c.digest == sa.bindparam("key"))
    .with_for_update()
)
END = rows.update().where(_THIS).values(version=rows.c.version + 1)
FORGET_STAGES = row_stages.delete().where(row_stages.c.row_id == sa.bindparam("this_row"))
ADD_DRAFT = drafts.insert()
ADD_EVENT = events.insert()


def inputs_of(connection: sa.Connection, ids: Sequence[int]) -> dict[int, RowInput]:
    """What the file says in these rows."""
    query = sa.select(row_inputs).where(row_inputs.c.row_id.in_(ids))
    return {row["row_id"]: RowInput.model_validate(dict(row)) for row in connection.execute(query).mappings()}


def keep_reply(connection: sa.Connection) -> Any:
    """Keep a reply, unless it is kept already."""
    return _statements(connection.dialect.name, connection)[0]


def keep_stage(connection: sa.Connection) -> Any:
    """Keep a step, in place of an earlier one."""
    return _statements(connection.dialect.name, connection)[1]


def spent(row_id: int, usage: Usage) -> dict[str, Any]:
    """What to fill into :data:`SPEND`."""
    return {
        "this_row": row_id,
        "more_calls": usage.calls,
        "more_prompt_tokens": usage.prompt_tokens,
        "more_completion_tokens": usage.completion_tokens,
        "more_cached_tokens": usage.cached_tokens,
        "more_priced_calls": usage.calls if usage.cost_usd is not None else 0,
        "more_cost_usd": usage.cost_usd or 0.0,
    }


_MADE: dict[str, tuple[Any, Any]] = {}


def _statements(dialect: str, connection: sa.Connection) -> tuple[Any, Any]:
    if dialect not in _MADE:
        stage = insert_for(connection, row_stages)
        key = [row_stages.c.row_id, row_stages.c.stage]
        _MADE[dialect] = (
            insert_for(connection, replies).on_conflict_do_nothing(),
            stage.on_conflict_do_update(index_elements=key, set_={"document": stage.excluded.document}),
        )
    return _MADE[dialect]
