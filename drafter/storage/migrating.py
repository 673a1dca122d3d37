"""Bring a ledger's tables up to date, or back, with everything in them kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa

from drafter.errors import StorageError
from drafter.storage.database import Database
from drafter.storage.tables import HEAD

_LOCK = 7_301_944_215
"""Any number, the same in each program that may upgrade one PostgreSQL database at the same moment."""


def upgrade(database: Database) -> None:
    """Bring the tables up to date, all or nothing; quick when they are.

    Raises:
        StorageError: when a newer drafter made the ledger.
    """
    with database.read() as connection:
        if _revision(connection) == HEAD:
            return
    migrate(database, "head")


def migrate(database: Database, target: str) -> None:
    """Go to the revision ``target``, upwards or downwards, in one transaction."""
    from alembic import command
    from alembic.util import CommandError

    with database.write() as connection:
        database.alone(connection, _LOCK)
        current = _revision(connection)
        if current == target or (target == "head" and current == HEAD):
            return
        upwards = target == "head" or current is None or (target != "base" and target > current)
        move = command.upgrade if upwards else command.downgrade
        try:
            move(_configuration(connection), target)
        except CommandError as error:
            raise StorageError(
                f"the ledger {database.place} was made by a newer drafter (revision {current}); upgrade drafter"
            ) from error


def _revision(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _configuration(connection: sa.Connection) -> Any:
    from alembic.config import Config

    configuration = Config()
    configuration.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    configuration.attributes["connection"] = connection
    return configuration
