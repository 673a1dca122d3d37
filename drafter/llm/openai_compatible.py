"""The client for any server that speaks the OpenAI protocol, ours or the vendor's."""

from __future__ import annotations

import logging
import random
import time
import weakref
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

import httpx2
import openai

from drafter.errors import ModelError, ReplyError
from drafter.llm import _faults, redact
from drafter.llm._abilities import Memory
from drafter.llm._bodies import Ask, chat_body, tokens_of, vendor_body
from drafter.llm._calls import OnText, Raw, chat, model_names, respond
from drafter.llm._keys import find_key
from drafter.llm._post import Post
from drafter.llm._prices import cost
from drafter.llm._replies import digest, kept_replies
from drafter.llm._wire import DEADLINE, Heard, open_wire, time_left
from drafter.llm.answers import read_answer
from drafter.llm.protocol import Reply, Request
from drafter.llm.schemas import strict_schema
from drafter.models import Usage
from drafter.settings import Settings, data_folder

VENDOR_URL = "https://api.openai.com/v1"
_LOG = logging.getLogger(__name__)
_ASKS = 8
_DICE = random.SystemRandom()
# Most parts of a request stand in many others.
_without_details = lru_cache(maxsize=512)(redact)


class _RejectedError(Exception):
    """The server did not take the request in this form."""

    def __init__(self, error: openai.APIStatusError, sent: set[str]) -> None:
        super().__init__()
        self.error = error
        self.sent = sent


class OpenAICompatible:
    """One model on one server; safe to share between threads."""

    def __init__(
        self,
        settings: Settings,
        *,
        transport: httpx2.BaseTransport | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Take the settings; ``transport`` and ``sleep`` are for tests.

        Raises:
            ModelError: when the address cannot be one, or the vendor's server is meant and there is no key.
        """
        self.name = settings.model_name
        self._settings = settings
        self._url = (settings.base_url or VENDOR_URL).rstrip("/")
        parts = urlsplit(self._url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ModelError("the model server's address is no http(s) URL; check OPENAI_BASE_URL")
        self._vendor = parts.hostname == urlsplit(VENDOR_URL).hostname
        key = find_key(settings, parts.hostname)
        if self._vendor and not key:
            raise ModelError(f"the model {self.name!r} needs a key; set OPENAI_API_KEY, or use --model offline")
        self._place = _faults.Place(self._url, self.name, key)
        self._sleep = sleep
        self._listeners: list[Heard] = []
        self._turns: list[Callable[[], float]] = []
        self._memory = Memory(data_folder() / "servers.json", digest(self._url, self.name)[:16])
        self._replies = kept_replies()
        wire = open_wire(settings.connect_timeout, transport, heard=_teller(self._listeners))
        self._client = openai.OpenAI(api_key=key or "none", base_url=self._url, max_retries=0, http_client=wire)
        self._post = Post(self._client, wire)
        # Connections are kept open between calls, and closed with the last use of this object.
        weakref.finalize(self, wire.close)

    def listen(self, listener: Heard, *, again: Callable[[], float] | None = None) -> None:
        """Tell ``listener`` each reply's status and headers; ``again`` tells how long to wait after a refusal."""
        self._listeners.append(listener)
        self._turns += [again] if again else []

    def complete(
        self, request: Request, *, deadline: float | None = None, on_text: Callable[[str], None] | None = None
    ) -> Reply:
        """Answer the request before ``deadline``; ``on_text`` gets the first answer's text as it streams in.

        An error that ``on_text`` raises ends the call and closes the connection: that is how to cancel.

        Raises:
            ModelError: when the server cannot be reached or does not take the request.
            ReplyError: when it answered, twice, with something that does not fit.
        """
        request = replace(request, system=_redacted(request.system, "\n\n"), user=_redacted(request.user, ">\n\n"))
        latest = time.monotonic() + self._settings.timeout
        token = DEADLINE.set(latest if deadline is None else min(deadline, latest))
        try:
            if not self._settings.cache:
                return self._answered(request, _Once(on_text))
            key = self._digest(request)
            with self._replies.flight(key, time_left()):
                return self._kept(key, request, on_text) or self._paid(key, request, on_text)
        finally:
            DEADLINE.reset(token)

    def probe(self) -> str:
        """One line on the server, from its list of models.

        Raises:
            ModelError: when the server does not answer or does not accept the key.
        """
        token = DEADLINE.set(time.monotonic() + min(self._settings.timeout, 10))
        try:
            found: Any = self._client.models.with_raw_response.list()
            names = model_names(found.http_response)
        except openai.APIStatusError as error:
            if error.status_code in (404, 405, 501):
                return f"{self._place.host} answers, but does not tell which models it has"
            raise _faults.explain(error, self._place) from None
        except openai.APIError as error:
            raise _faults.explain(error, self._place) from None
        finally:
            DEADLINE.reset(token)
        if self.name in names:
            return f"{self._place.host} answers and has {self.name}"
        return f"{self._place.host} answers, but does not list {self.name}; check --model"

    def _digest(self, request: Request) -> str:
        schema = strict_schema(request.schema)
        options = (request.max_tokens, request.seed, self._settings.seed, self._settings.temperature)
        return digest(1, self._url, self.name, request.system, request.user, schema, *options)

    def _kept(self, key: str, request: Request, on_text: OnText) -> Reply | None:
        found = self._replies.get(key)
        if not found:
            return None
        try:
            value = read_answer(found[0], request.schema)
        except ReplyError:
            return None
        if on_text:
            on_text(found[0])
        return Reply(value, found[0], found[1], Usage(), cached=True)

    def _paid(self, key: str, request: Request, on_text: OnText) -> Reply:
        reply = self._answered(request, _Once(on_text))
        self._replies.put(key, reply.text, reply.model)
        return reply

    def _answered(self, request: Request, once: _Once) -> Reply:
        ask = Ask(self._memory.recall(), request.max_tokens)
        usage, first = Usage(), None
        for _ in range(_ASKS):
            try:
                raw = self._sent(request, ask, once)
            except _RejectedError as rejected:
                first = first or rejected.error
                lower = ask.abilities.after_rejection(str(rejected.error), rejected.sent)
                if lower is None or (self._vendor and lower.rung != ask.abilities.rung):
                    break
                ask = replace(ask, abilities=lower)
                continue
            usage += self._usage(raw, request)
            try:
                value = self._value(raw, request, ask)
            except ReplyError as error:
                ask = self._mended(ask, raw, error)
                continue
            if not self._vendor:
                self._memory.learn(ask.abilities)
            model = self._place.shown(str(raw.model or self.name))
            return Reply(value, raw.text, model, usage)
        if first is None:
            raise ReplyError("no usable answer came; choose another --model")
        raise _faults.explain(first, self._place) from None

    def _value(self, raw: Raw, request: Request, ask: Ask) -> Any:
        if raw.refusal:
            said = self._place.shown(raw.refusal)
            raise ReplyError(f"the model refused ({said}); change the purpose or the facts used, or another --model")
        if raw.finish == "content_filter":
            raise ReplyError("the server's content filter stopped the answer; change the purpose or the facts used")
        try:
            return read_answer(raw.text, request.schema)
        except ReplyError:
            if raw.finish == "length":
                raise ReplyError(
                    f"the answer was cut off at {ask.max_tokens} tokens; try again or choose another --model"
                ) from None
            raise

    def _mended(self, ask: Ask, raw: Raw, error: ReplyError) -> Ask:
        """How to ask once more; a refusal, and a second unusable answer, are final."""
        if ask.complaint is not None or raw.refusal or raw.finish == "content_filter":
            raise error
        _LOG.info("asking %s once more: %s", self._place.host, error)
        if raw.finish == "length":
            return replace(ask, max_tokens=ask.max_tokens * 4, complaint="")
        abilities = ask.abilities if self._vendor else ask.abilities.lower() or ask.abilities
        return replace(ask, abilities=abilities, complaint=str(error).partition(";")[0])

    def _sent(self, request: Request, ask: Ask, once: _Once) -> Raw:
        body = self._body(request, ask)
        tries = 0
        while True:
            tries += 1
            if time_left() < 0.01:
                told = "no time is left for another call; try again, or allow more with --timeout"
                raise ModelError(told, retryable=True)
            try:
                return self._call(body, ask, once)
            except openai.APIError as error:
                if isinstance(error, openai.APIStatusError) and _form_rejected(error):
                    raise _RejectedError(error, set(body)) from None
                wait = self._wait(error, tries)
                if wait is None:
                    raise _faults.explain(error, self._place, tries) from None
            _LOG.info("trying %s again in %.1f s", self._place.host, wait)
            self._sleep(wait)

    def _call(self, body: dict[str, Any], ask: Ask, once: _Once) -> Raw:
        if self._vendor:
            return respond(self._client, self._post, body, once.on_text)
        if once.on_text and "stream_options" not in ask.abilities.without:
            body = {**body, "stream_options": {"include_usage": True}}
        return chat(self._client, self._post, body, once.on_text)

    def _wait(self, error: openai.APIError, tries: int) -> float | None:
        """Seconds until the next try, or ``None`` when there should be none."""
        allowed = min(self._settings.retries, 1) if _faults.unreachable(error) else self._settings.retries
        if tries > allowed or not _faults.retryable(error):
            return None
        asked = _faults.retry_after(error)
        wait = min(0.5 * 2 ** (tries - 1), 8) * _DICE.uniform(0.75, 1) if asked is None else asked
        if _faults.limited(error):
            wait = max([wait, *(turn() for turn in self._turns)])
        return wait if wait < time_left() else None

    def _body(self, request: Request, ask: Ask) -> dict[str, Any]:
        return (vendor_body if self._vendor else chat_body)(request, ask, self._settings)

    def _usage(self, raw: Raw, request: Request) -> Usage:
        prompt, cached, completion = tokens_of(raw, request)
        models = (str(raw.model or self.name), self.name)
        price = cost(self._url, models, prompt=prompt, cached=cached, completion=completion)
        return Usage(calls=1, prompt_tokens=prompt, completion_tokens=completion, cached_tokens=cached, cost_usd=price)


class _Once:
    """Passes text on until an attempt that streamed some has failed: two answers must not run into one another."""

    def __init__(self, on_text: OnText) -> None:
        self._wanted = on_text
        self._started = False

    @property
    def on_text(self) -> OnText:
        """Where to pass text; ``None`` once a first attempt has used it."""
        return self._pass if self._wanted and not self._started else None

    def _pass(self, text: str) -> None:
        self._started = True
        if self._wanted:
            self._wanted(text)


def _redacted(text: str, between: str) -> str:
    """The text without contact details, part by part: a paragraph of the prompts, or what stands in one tag."""
    return between.join(map(_without_details, text.split(between)))


def _teller(listeners: list[Heard]) -> Heard:
    """Tells all listeners; it must not hold the model, whose end closes the connections."""

    def tell(status: int, headers: Mapping[str, str]) -> None:
        for listener in listeners:
            listener(status, headers)

    return tell


def _form_rejected(error: openai.APIStatusError) -> bool:
    said = str(error).lower()
    about_form = any(word in said for word in ("response_format", "json_schema", "json_object", "grammar"))
    return (error.status_code in (400, 422, 501) and not _faults.too_long(error)) or (
        error.status_code not in (401, 403, 429) and about_form
    )
