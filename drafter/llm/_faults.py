"""What went wrong between here and a server, in one line that says what to do next, and never with a key in it."""

from __future__ import annotations

import email.utils
import math
import re
import ssl
import time
import unicodedata
from collections.abc import Iterator, Mapping

import openai

from drafter.errors import ModelError

_KEYS = re.compile(r"\b(?:sk|pk|rk|gsk|xai|key)[-_][\w*.-]{6,}|\bBearer\s+\S+", re.IGNORECASE)
_STAND_IN = 4
_RETRIED = {408, 409, 425, 429}
_TOO_LONG = re.compile(r"context.?(?:length|window|size)|too (?:long|many tokens)|maximum.{0,20}tokens", re.IGNORECASE)


class Place:
    """The server and model an error is about; ``key`` is what must not be shown."""

    def __init__(self, url: str, model: str, key: str) -> None:
        """Take the address as configured; names and passwords in it are not shown."""
        self.host = re.sub(r"^\w+://(?:[^/@]*@)?|[/?#].*$", "", url)
        self.model = model
        self._key = key

    def shown(self, text: str) -> str:
        """Words of a server made fit for one line: no keys, contact details or control characters, not long."""
        from drafter.language.contact_details import redact

        # A key of a few letters is a stand-in for a server that asks for none ("x"), and no secret.
        text = _KEYS.sub("[key]", text.replace(self._key, "[key]") if len(self._key) > _STAND_IN else text)
        text = "".join(" " if unicodedata.category(char)[0] in "CZ" else char for char in text)
        text = redact(" ".join(text[:2000].split()))
        return text if len(text) <= 160 else text[:157] + "…"


def retryable(error: openai.APIError) -> bool:
    """Whether the same request may succeed a little later."""
    if isinstance(error, openai.APIStatusError):
        status = error.status_code
        if status == 429 and _no_credit(error):
            return False
        return status in _RETRIED or (status >= 500 and status != 501)
    if isinstance(error, openai.APITimeoutError):
        return False
    return not any(isinstance(cause, ssl.SSLCertVerificationError) for cause in _causes(error))


def limited(error: openai.APIError) -> bool:
    """Whether the server takes no more requests for now."""
    return isinstance(error, openai.APIStatusError) and error.status_code == 429


def unreachable(error: openai.APIError) -> bool:
    """Whether no connection came about at all."""
    return isinstance(error, openai.APIConnectionError) and "Connect" in type(error.__cause__).__name__


def retry_after(error: openai.APIError) -> float | None:
    """How long the server asks to wait, in seconds."""
    if not isinstance(error, openai.APIStatusError):
        return None
    headers: Mapping[str, str] = error.response.headers
    for name, divisor in (("retry-after-ms", 1000.0), ("retry-after", 1.0)):
        try:
            seconds = float(headers.get(name, "")) / divisor
        except ValueError:
            continue
        if math.isfinite(seconds):
            return max(seconds, 0.0)
    try:
        moment = email.utils.parsedate_to_datetime(headers.get("retry-after", ""))
        return max(moment.timestamp() - time.time(), 0.0)
    except (ValueError, TypeError, OverflowError, OSError):
        return None


def too_long(error: openai.APIStatusError) -> bool:
    """Whether the request does not fit into the model."""
    return error.status_code == 413 or bool(_TOO_LONG.search(_message(error)))


def explain(error: openai.APIError, place: Place, tries: int = 1) -> ModelError:
    """The error for a person; ``tries`` is how often the request was sent."""
    if isinstance(error, openai.APIStatusError):
        return ModelError(_status_text(error, place, tries), retryable=retryable(error))
    if isinstance(error, openai.APITimeoutError):
        return ModelError(
            f"{place.host} did not answer in time; try again, or allow more with --timeout", retryable=True
        )
    if isinstance(error, openai.APIConnectionError):
        return ModelError(_connection_text(error, place), retryable=retryable(error))
    said = place.shown(error.message)
    return ModelError(f"{place.host} broke off while answering ({said}); try again", retryable=True)


def _status_text(error: openai.APIStatusError, place: Place, tries: int) -> str:
    status, host = error.status_code, place.host
    said = place.shown(_message(error))
    if status == 429:
        return _limit_text(error, place, tries)
    if too_long(error):
        return f"the request is too long for {place.model}; give fewer or shorter notes, or choose another --model"
    if 300 <= status < 400:
        return f"{host} redirects elsewhere ({status}); set OPENAI_BASE_URL to the address it names"
    if status >= 500:
        often = "" if tries == 1 else f" {tries} times"
        words = f" ({said})" if said else ""
        return f"{host} failed{often} with status {status}{words}; try again later"
    known = {
        401: f"{host} does not accept the API key; check OPENAI_API_KEY",
        403: f"{host} does not allow this key to use {place.model}; check OPENAI_API_KEY and --model",
        404: f"{host} has no model {place.model!r} here; check --model and OPENAI_BASE_URL (it often ends in /v1)",
        405: f"{host} does not take requests at this address; check OPENAI_BASE_URL (it often ends in /v1)",
    }
    return known.get(status, f"{host} rejected the request ({status}: {said}); check --model and OPENAI_BASE_URL")


def _limit_text(error: openai.APIStatusError, place: Place, tries: int) -> str:
    if _no_credit(error):
        return f"the account at {place.host} has no credit left; add some or choose another --model"
    wait = retry_after(error)
    when = f"in {math.ceil(wait)} s" if wait else "in a minute"
    often = "" if tries == 1 else f" (asked {tries} times)"
    return f"{place.host} is limiting requests{often}; try again {when}, or with a lower --concurrency"


def _connection_text(error: openai.APIConnectionError, place: Place) -> str:
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"the certificate of {place.host} cannot be verified; check OPENAI_BASE_URL or set SSL_CERT_FILE"
    if unreachable(error):
        return f"cannot reach {place.host}; check that the server runs, the network, and OPENAI_BASE_URL"
    return f"the connection to {place.host} broke; try again"


def _no_credit(error: openai.APIStatusError) -> bool:
    return "insufficient_quota" in (error.code, error.type) or "insufficient_quota" in _message(error)


def _message(error: openai.APIStatusError) -> str:
    body = error.body
    if isinstance(body, dict):
        inner = body.get("error", body)
        found = inner.get("message") if isinstance(inner, dict) else inner
        return str(found or "")[:2000]
    return str(body or "")[:2000]


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        seen = seen.__cause__ or seen.__context__
