"""Where the key to a server comes from: the environment (by way of the settings), else the system's keyring."""

from __future__ import annotations

import importlib.util

from drafter.settings import Settings

SERVICE = "drafter"


def find_key(settings: Settings, host: str) -> str:
    """The key for ``host``, or an empty text. In the keyring a key belongs to one host and goes to no other."""
    if settings.api_key is not None:
        return settings.api_key.get_secret_value().strip()
    if host in ("localhost", "::1") or host.startswith("127.") or not importlib.util.find_spec("keyring"):
        return ""
    import keyring
    import keyring.errors

    try:
        return keyring.get_password(SERVICE, host) or ""
    except (keyring.errors.KeyringError, RuntimeError):
        return ""
