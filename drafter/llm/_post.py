"""Hands a request over on the SDK's own connection, without the steps of the SDK that our bodies do not need."""

from __future__ import annotations

import contextlib
import json
import ssl
from collections.abc import Iterator
from typing import Any

import httpx2
import openai


class Post:
    """Sends bodies that are complete as they are, and raises the SDK's errors.

    The SDK copies, validates and merges each request anew, which takes as long as sending it: of 1.7 ms of processor
    time for a call 0.9 (``python -m benchmarks.batch``, where a row of a batch makes three calls).
    """

    def __init__(self, client: openai.OpenAI, wire: httpx2.Client) -> None:
        """Go where ``client`` goes, as whom it goes, over its ``wire``."""
        self._wire = wire
        self._base = str(client.base_url)
        self._urls: dict[str, httpx2.URL] = {}
        self._headers = {
            "authorization": f"Bearer {client.api_key}",
            "content-type": "application/json",
            "accept": "application/json",
            "user-agent": client.user_agent,
        }
        named = {"openai-organization": client.organization, "openai-project": client.project}
        self._headers |= {name: value for name, value in named.items() if value}

    def __call__(self, path: str, body: dict[str, Any]) -> httpx2.Response:
        """The reply, read to its end.

        Raises:
            openai.APIError: when there is none, or when it says that the request failed.
        """
        url = self._urls.get(path) or self._urls.setdefault(path, httpx2.URL(self._base + path))
        content = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
        request = httpx2.Request("POST", url, headers=self._headers, content=content)
        with as_sdk_errors(request):
            response = self._wire.send(request)
        if response.is_success:
            return response
        raise _refused(response)


@contextlib.contextmanager
def as_sdk_errors(request: httpx2.Request) -> Iterator[None]:
    """Raise what goes wrong on the wire as the SDK does.

    Raises:
        openai.APIConnectionError: when the connection breaks, or the deadline passes.
    """
    try:
        yield
    except httpx2.TimeoutException as error:
        raise openai.APITimeoutError(request=request) from error
    except (httpx2.RequestError, ssl.SSLError) as error:
        raise openai.APIConnectionError(request=request) from error


def _refused(response: httpx2.Response) -> openai.APIStatusError:
    """The SDK's error for a reply that is none; ``body`` is what it says, without what is wrapped around it."""
    text = response.text.strip()
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = text
    body = found.get("error", found) if isinstance(found, dict) else found
    said = body.get("message") if isinstance(body, dict) else None
    message = f"status {response.status_code}: {said or text[:2000]}"
    return openai.APIStatusError(message, response=response, body=body)
