"""Faults of streams, through the client."""

from __future__ import annotations

import json
import time

import pytest

from drafter.errors import ModelError, ReplyError
from tests.faults.asking import FINE, REQUEST, Line, Serve, client
from tests.faults.server import Step, answer, stream


def test_a_stream_that_drips_and_then_stalls_ends_at_the_deadline(serve: Serve) -> None:
    drip = stream(json.dumps({"text": "a" * 300}), pause=0.05)
    server = serve(Step(chunks=drip.chunks, pause=0.03, stall=30))
    begin = time.monotonic()
    with pytest.raises(ModelError, match="did not answer in time"):
        client(server, timeout=1).complete(REQUEST, on_text=lambda _: None)
    assert time.monotonic() - begin < 15


def test_text_streams_as_it_comes(serve: Serve) -> None:
    text = json.dumps({"text": "a rather long answer"})
    pieces: list[str] = []
    server = serve(stream(text))
    reply = client(server).complete(REQUEST, on_text=pieces.append)
    assert len(pieces) > 2
    assert "".join(pieces) == text == reply.text
    assert reply.usage.prompt_tokens == 900
    assert server.requests[0]["stream_options"] == {"include_usage": True}


def test_a_server_that_answers_a_stream_in_one_piece_is_understood(serve: Serve) -> None:
    pieces: list[str] = []
    assert client(serve(FINE)).complete(REQUEST, on_text=pieces.append).value == Line(text="fine")
    assert "".join(pieces) == '{"text": "fine"}'


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Step(reset="middle", body=b'{"id": "c1", "choices": ['), "the connection to .* broke"),
        (Step(stall=20, body=b"{" + b" " * 5000), "did not answer in time"),
        (Step(status=429, stall=20, body=b"{" + b" " * 5000), "did not answer in time"),
    ],
    ids=["reset", "stall", "stall-of-an-error"],
)
def test_an_answer_in_one_piece_to_a_request_for_a_stream_may_break_off(serve: Serve, fault: Step, words: str) -> None:
    with pytest.raises(ModelError, match=words):
        client(serve(fault), timeout=1, retries=0).complete(REQUEST, on_text=lambda _: None)


def test_a_broken_stream_is_tried_again_without_running_two_answers_together(serve: Serve) -> None:
    text = json.dumps({"text": "a rather long answer"})
    broken = stream(text)
    pieces: list[str] = []
    server = serve(Step(chunks=broken.chunks, reset="middle"), answer(text))
    reply = client(server).complete(REQUEST, on_text=pieces.append)
    assert reply.value == Line(text="a rather long answer")
    assert text.startswith("".join(pieces))
    assert server.count == 2
    assert "stream" not in server.requests[1]


def test_garbled_events_are_told(serve: Serve) -> None:
    server = serve(Step(chunks=(b"data: {not json}\n\n",)))
    with pytest.raises(ReplyError, match="garbled"):
        client(server).complete(REQUEST, on_text=lambda _: None)


def test_an_error_from_the_listener_cancels_the_call(serve: Serve) -> None:
    class CancelledError(Exception):
        pass

    def cancel(_: str) -> None:
        raise CancelledError

    server = serve(stream(json.dumps({"text": "a" * 20_000}), pause=0.02))
    begin = time.monotonic()
    with pytest.raises(CancelledError):
        client(server).complete(REQUEST, on_text=cancel)
    assert time.monotonic() - begin < 8
    assert server.count == 1
