"""Why the ledger could not do as asked, in the words of the person who has to act."""

from __future__ import annotations

from drafter.errors import StorageError


class ConflictError(StorageError):
    """Somebody else saved a newer version in the meantime; reload and decide again. Nothing was overwritten."""


class MissingError(StorageError):
    """There is no such batch, row, person or saved work."""


class UnreachableError(StorageError):
    """The database is busy or away; the same action may succeed later."""


class DamagedError(StorageError):
    """The ledger's file is corrupted."""


def explained(error: Exception, place: str) -> StorageError:
    """The fault as a storage error for a person; ``place`` names the ledger without any password."""
    text = str(getattr(error, "orig", None) or error).strip()
    for needles, kind, advice in _KNOWN:
        if any(needle in text.lower() for needle in needles):
            return kind(advice.format(place=place))
    first = text.splitlines()[0] if text else type(error).__name__
    return StorageError(f"the ledger {place} reports: {first}; run `drafter doctor` to look at it")


_KNOWN: tuple[tuple[tuple[str, ...], type[StorageError], str], ...] = (
    (
        ("database is locked", "database table is locked", "lock timeout", "deadlock detected"),
        UnreachableError,
        "the ledger {place} is locked by another program; close that program or try again in a moment",
    ),
    (
        ("readonly database", "read-only", "attempt to write a readonly", "permission denied"),
        StorageError,
        "the ledger {place} cannot be written; allow writing there or name another place with --database",
    ),
    (
        ("disk is full", "no space left", "disk full", "disk i/o error"),
        StorageError,
        "no room to write the ledger {place}; free some disk space and run again, what was saved before is safe",
    ),
    (
        ("malformed", "not a database", "file is encrypted", "database corruption"),
        DamagedError,
        "the ledger {place} is damaged; keep a copy of the file, then run `drafter doctor --salvage` "
        "to save what can be read",
    ),
    (
        ("unable to open database file",),
        StorageError,
        "the ledger {place} cannot be opened; check that its folder exists and may be written, "
        "or name another place with --database",
    ),
    (
        ("password authentication failed", "no password supplied"),
        StorageError,
        "the database {place} refused the name or password; check DRAFTER_DATABASE_URL",
    ),
    (
        ('database "', "does not exist"),
        StorageError,
        "the database {place} does not exist on that server; create it or check DRAFTER_DATABASE_URL",
    ),
    (
        (
            "connection refused",
            "connection is bad",
            "server closed the connection",
            "could not connect",
            "connection failed",
            "connection timeout",
            "could not translate host",
            "failed to resolve host",
            "terminating connection",
            "consuming input failed",
            "could not send data",
            "could not receive data",
            "sending query failed",
            "timeout expired",
            "connection is closed",
            "connection is lost",
            "the database system is",
            "queuepool limit",
        ),
        UnreachableError,
        "the database {place} cannot be reached; check that it runs and try again, what was saved before is safe",
    ),
)
