"""Find people by names in which ø, ł, ß and the like are plain letters."""

import sqlalchemy as sa
from alembic import op

from drafter.storage.keys import key

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    connection = op.get_bind()
    people = sa.table("people", sa.column("id", sa.BigInteger), sa.column("name", sa.Text), sa.column("key", sa.Text))
    for row in connection.execute(sa.select(people)).all():
        if row.key != key(row.name):
            connection.execute(people.update().where(people.c.id == row.id).values(key=key(row.name)))
    _invitations(connection)


def _invitations(connection: sa.Connection) -> None:
    entries = sa.table("entries", sa.column("id", sa.BigInteger), sa.column("key", sa.Text))
    beginning = "invitation:"
    found = connection.execute(sa.select(entries).where(entries.c.key.startswith(beginning))).all()
    taken = {row.key for row in found}
    for row in found:
        now = beginning + key(row.key.removeprefix(beginning))
        # Two spellings of one name may have an invitation each; the second stays where it is.
        if now not in taken:
            taken.add(now)
            connection.execute(entries.update().where(entries.c.id == row.id).values(key=now))


def downgrade() -> None:
    """Nothing: the keys of plain names are the same under the former rules."""
