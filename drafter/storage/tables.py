"""The ledger's tables. The migrations make them; a test holds both to the same shape."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from drafter.storage.column_types import BigId, Moment

HEAD = "0004"
"""The newest migration, so that opening an up-to-date ledger need not load the migration tool."""

metadata = sa.MetaData()


def _owned_by(table: str, column: str) -> sa.Column[Any]:
    return sa.Column(column, sa.ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False, index=True)


# --- the desk: work on single contacts, as the page saves it ---

desk_items = sa.Table(
    "desk_items",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("owner", sa.Text, nullable=False, index=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("document", sa.JSON, nullable=False),
    sa.Column("archived", sa.Boolean, nullable=False, default=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("updated_at", Moment, nullable=False),
)

desk_steps = sa.Table(
    "desk_steps",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("item_id", sa.ForeignKey("desk_items.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("step", sa.Text, nullable=False),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("document", sa.JSON, nullable=False),
)

preferences = sa.Table(
    "preferences",
    metadata,
    sa.Column("owner", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.JSON, nullable=False),
    sa.Column("updated_at", Moment, nullable=False),
)

# --- people and what passed between them and the sender ---

people = sa.Table(
    "people",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("key", sa.Text, nullable=False, index=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("organization", sa.Text),
    sa.Column("role", sa.Text),
    sa.Column("category", sa.Text, nullable=False, index=True),
    sa.Column("cadence_days", sa.Integer),
    sa.Column("reason", sa.Text),
    sa.Column("email", sa.Text, index=True),
    sa.Column("phone", sa.Text),
    sa.Column("links", sa.JSON, nullable=False),
    sa.Column("notes", sa.Text),
    sa.Column("met_on", sa.Date),
    sa.Column("snoozed_until", sa.Date),
    sa.Column("archived", sa.Boolean, nullable=False, default=False),
    sa.Column("details", sa.JSON, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("updated_at", Moment, nullable=False),
)

person_changes = sa.Table(
    "person_changes",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    _owned_by("people", "person_id"),
    sa.Column("field", sa.Text, nullable=False),
    sa.Column("old", sa.JSON),
    sa.Column("new", sa.JSON),
    sa.Column("origin", sa.Text, nullable=False),
    sa.Column("at", Moment, nullable=False),
)

touches = sa.Table(
    "touches",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    _owned_by("people", "person_id"),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("on", sa.Date, nullable=False, index=True),
    sa.Column("channel", sa.Text),
    sa.Column("message_kind", sa.Text),
    sa.Column("subject", sa.Text),
    sa.Column("text", sa.Text),
    sa.Column("origin", sa.Text, nullable=False),
    sa.Column("origin_key", sa.Text, unique=True),
    sa.Column("details", sa.JSON, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
)

outcomes = sa.Table(
    "outcomes",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    _owned_by("people", "person_id"),
    sa.Column("touch_id", sa.ForeignKey("touches.id", ondelete="CASCADE"), index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("on", sa.Date, nullable=False, index=True),
    sa.Column("text", sa.Text),
    sa.Column("details", sa.JSON, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
)

promises = sa.Table(
    "promises",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    _owned_by("people", "person_id"),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("mine", sa.Boolean, nullable=False),
    sa.Column("due", sa.Date),
    sa.Column("kept_on", sa.Date),
    sa.Column("created_at", Moment, nullable=False),
)

entries = sa.Table(
    "entries",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("person_id", sa.ForeignKey("people.id", ondelete="CASCADE"), index=True),
    sa.Column("kind", sa.Text, nullable=False, index=True),
    sa.Column("key", sa.Text, unique=True),
    sa.Column("document", sa.JSON, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("updated_at", Moment, nullable=False),
)

do_not_contact = sa.Table(
    "do_not_contact",
    metadata,
    sa.Column("digest", sa.String(64), primary_key=True),
    sa.Column("at", Moment, nullable=False),
)

# --- batches: the row ledger ---

batches = sa.Table(
    "batches",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("name", sa.Text, nullable=False, index=True),
    sa.Column("source", sa.Text, nullable=False, index=True),
    sa.Column("source_digest", sa.String(64), nullable=False, index=True),
    sa.Column("columns", sa.JSON, nullable=False),
    sa.Column("mapping", sa.JSON, nullable=False),
    sa.Column("options", sa.JSON, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("used_at", Moment, nullable=False, index=True),
)

rows = sa.Table(
    "rows",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("batch_id", sa.ForeignKey("batches.id", ondelete="CASCADE"), nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("digest", sa.String(64), nullable=False),
    sa.Column("person_key", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("organization", sa.Text),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("reason", sa.Text),
    sa.Column("verdict", sa.String(8)),
    sa.Column("errors", sa.Integer, nullable=False, default=0),
    sa.Column("warnings", sa.Integer, nullable=False, default=0),
    sa.Column("unsupported", sa.Integer, nullable=False, default=0),
    sa.Column("decision", sa.String(16)),
    sa.Column("decision_reason", sa.Text),
    sa.Column("decided_by", sa.Text),
    sa.Column("decided_at", Moment),
    sa.Column("edited", sa.Boolean, nullable=False, default=False),
    sa.Column("across", sa.JSON, nullable=False),
    sa.Column("draft_id", BigId),
    sa.Column("generation", sa.Integer, nullable=False, default=0),
    sa.Column("instruction", sa.Text),
    sa.Column("started_on", sa.Date),
    sa.Column("worker", sa.Text),
    sa.Column("calls", sa.Integer, nullable=False, default=0),
    sa.Column("prompt_tokens", sa.Integer, nullable=False, default=0),
    sa.Column("completion_tokens", sa.Integer, nullable=False, default=0),
    sa.Column("cached_tokens", sa.Integer, nullable=False, default=0),
    sa.Column("priced_calls", sa.Integer, nullable=False, default=0),
    sa.Column("cost_usd", sa.Float, nullable=False, default=0.0),
    sa.Column("version", sa.Integer, nullable=False, default=1),
    sa.Column("updated_at", Moment, nullable=False),
    sa.Index("rows_place", "batch_id", "number"),
    sa.Index("rows_todo", "batch_id", "state", "number"),
    sa.Index("rows_content", "batch_id", "digest"),
    sa.Index("rows_person", "person_key"),
)

row_inputs = sa.Table(
    "row_inputs",
    metadata,
    sa.Column("row_id", sa.ForeignKey("rows.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    sa.Column("cells", sa.JSON, nullable=False),
    sa.Column("fields", sa.JSON, nullable=False),
)

row_stages = sa.Table(
    "row_stages",
    metadata,
    sa.Column("row_id", sa.ForeignKey("rows.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    sa.Column("stage", sa.String(16), primary_key=True),
    sa.Column("document", sa.Text, nullable=False),
)

drafts = sa.Table(
    "drafts",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("row_id", sa.ForeignKey("rows.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("origin", sa.String(16), nullable=False),
    sa.Column("instruction", sa.Text),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("document", sa.Text, nullable=False),
)

replies = sa.Table(
    "replies",
    metadata,
    sa.Column("digest", sa.String(64), primary_key=True),
    sa.Column("row_id", sa.ForeignKey("rows.id", ondelete="CASCADE"), index=True),
    sa.Column("purpose", sa.Text, nullable=False),
    sa.Column("model", sa.Text, nullable=False),
    sa.Column("value", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("usage", sa.JSON, nullable=False),
    sa.Column("at", Moment, nullable=False),
)

events = sa.Table(
    "events",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("batch_id", sa.ForeignKey("batches.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("row_id", sa.ForeignKey("rows.id", ondelete="CASCADE"), index=True),
    sa.Column("at", Moment, nullable=False),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("details", sa.JSON, nullable=False),
)

workers = sa.Table(
    "workers",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("host", sa.Text, nullable=False),
    sa.Column("pid", sa.Integer, nullable=False),
    sa.Column("seen_at", Moment, nullable=False),
)

rate_limits = sa.Table(
    "rate_limits",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("state", sa.JSON, nullable=False),
)

submissions = sa.Table(
    "submissions",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("batch_id", sa.ForeignKey("batches.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("provider_id", sa.Text),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("document", sa.JSON, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("updated_at", Moment, nullable=False),
)
