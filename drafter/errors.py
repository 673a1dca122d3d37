"""Errors a user can meet. Each message is one line that says what went wrong and what to do next."""

from __future__ import annotations


class DrafterError(Exception):
    """The root of every error this program raises on purpose."""


class InputError(DrafterError):
    """Something the user gave cannot be used: a missing argument, an empty purpose, a malformed file."""


class GatherError(DrafterError):
    """A source could not be read or fetched."""


class SettingsError(DrafterError):
    """A settings file or an environment variable is wrong."""


class ModelError(DrafterError):
    """A language model could not be used.

    ``retryable`` is true when the same request may succeed later (overload, time-out, a broken connection).
    """

    def __init__(self, message: str, *, retryable: bool = False) -> None:
        """Keep the message and whether trying again makes sense."""
        super().__init__(message)
        self.retryable = retryable


class ReplyError(ModelError):
    """The model answered, but not with what was asked for: a refusal, cut-off text, prose instead of JSON."""


class BudgetError(DrafterError):
    """The budget set for this run does not allow another call."""


class StorageError(DrafterError):
    """The ledger cannot be opened, read or written."""
