"""Where the ledger is: a SQLite file by default, any database by URL."""

from __future__ import annotations

import re
from pathlib import Path

from drafter.errors import StorageError
from drafter.settings import Settings, data_folder

KEEPALIVE = {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3, "tcp_user_timeout": 30_000}
"""When this machine is cut off, a connection is given up within half a minute instead of after two hours."""

FILE_NAME = "ledger.sqlite3"
_SCHEME = re.compile(r"^[a-z][a-z0-9+]*://", re.IGNORECASE)


def ledger_url(settings: Settings | None = None, *, url: str | None = None) -> str:
    """The ledger's address as a URL with its driver.

    Raises:
        StorageError: when the address names a kind of database that is not supported.
    """
    address = url or (settings.database_url if settings else None)
    if not address:
        return f"sqlite:///{data_folder() / FILE_NAME}"
    if not _SCHEME.match(address):
        return f"sqlite:///{Path(address).expanduser()}"
    scheme, rest = address.split("://", 1)
    if scheme.lower().split("+")[0] in {"postgresql", "postgres"}:
        return f"postgresql+psycopg://{rest}"
    if scheme.lower() == "sqlite":
        return address
    raise StorageError(f"a ledger cannot be kept in {scheme!r}; use a file path, sqlite:///… or postgresql://…")


def without_secrets(url: str) -> str:
    """The address as it may be shown: the path of a file, or a URL without its password."""
    if url.startswith("sqlite:///"):
        return url.removeprefix("sqlite:///")
    shown = re.sub(r"(://[^:/@]*):[^@]*@", r"\1:***@", url.replace("+psycopg", ""))
    return re.sub(r"(?i)(password=)[^&]*", r"\1***", shown)
