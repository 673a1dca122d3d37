"""Every fault of a server, through the client: a good answer in the end or one clear line, and bounded tries."""

from __future__ import annotations

import json
import time

import pytest
from pydantic import SecretStr

from drafter.errors import ModelError, ReplyError
from drafter.llm.openai_compatible import OpenAICompatible
from drafter.settings import Settings
from tests.faults.asking import FINE, KEY, REQUEST, Clock, Line, Serve, client, fails
from tests.faults.server import FaultServer, Step, answer, completion, failure, packed, rejecting


@pytest.mark.parametrize(
    "fault",
    [
        failure(429),
        failure(429, retry_after="0.5"),
        failure(500),
        failure(503),
        failure(408),
        Step(reset="before"),
        Step(reset="headers", body=b"x" * 1000),
        Step(reset="middle", body=FINE.body),
        Step(body=json.dumps({"error": {"message": "overloaded"}}).encode(), status=503),
    ],
)
def test_a_passing_fault_is_got_over(serve: Serve, fault: Step) -> None:
    server = serve(fault, FINE)
    reply = client(server).complete(REQUEST)
    assert reply.value == Line(text="fine")
    assert server.count == 2


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (failure(429), "limiting requests (asked 4 times); try again in a minute"),
        (failure(500), "failed 4 times with status 500 (no); try again later"),
        (failure(503), "failed 4 times with status 503"),
        (Step(reset="before"), "the connection to 127.0.0.1"),
        (Step(reset="headers", body=b"x" * 1000), "the connection to 127.0.0.1"),
        (Step(reset="middle", body=FINE.body), "the connection to 127.0.0.1"),
    ],
)
def test_a_lasting_fault_ends_after_the_retries(serve: Serve, fault: Step, said: str) -> None:
    server = serve(fault)
    assert said in fails(server)
    assert server.count == 4


def test_retry_after_is_kept_to_and_without_it_waits_grow(serve: Serve) -> None:
    clock = Clock()
    client(serve(failure(429, retry_after="2"), failure(503), failure(503), FINE), clock).complete(REQUEST)
    assert clock.slept[0] == 2
    assert 0 < clock.slept[1] < clock.slept[2] <= 2


def test_a_wait_beyond_the_deadline_is_not_begun(serve: Serve) -> None:
    server = serve(failure(429, retry_after="120"))
    assert "try again in 120 s" in fails(server)
    assert server.count == 1


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (failure(401, f"Incorrect API key provided: {KEY}"), "check OPENAI_API_KEY"),
        (failure(403), "check OPENAI_API_KEY and --model"),
        (failure(404, "model not found"), "has no model 'fault-1'"),
        (failure(429, "out of credit", code="insufficient_quota"), "no credit left"),
        (failure(400, "This model's maximum context length is 8192 tokens"), "too long for fault-1"),
        (failure(413), "too long"),
        (Step(status=307, headers={"Location": "https://elsewhere.example/v1"}), "redirects elsewhere"),
        (Step(body=b"<html>hello</html>", headers={"Content-Type": "text/html"}), "web page instead of JSON"),
        (Step(body=b"<html>hello</html>"), "not valid JSON"),
        (Step(body=b"[1, 2]"), "no completion"),
        (Step(body=b'{"choices": []}'), "holds no answer"),
        (Step(body=FINE.body[:60]), "breaks off"),
        (Step(body=b"\xff\xfe\x00"), "not valid JSON"),
        (Step(body=b'{"error": {"message": "no"}}'), "reported an error"),
        (Step(body=b'{"a":' + b"[" * 100_000), "not valid JSON"),
        (Step(body=b"x" * 11_000_000), "larger than 10 MB"),
        (packed(Step(body=b"0" * 300_000_000)), "larger than 10 MB"),
        (packed(FINE, encoding="br"), "not asked for"),
        (Step(body=b"no gzip", headers={"Content-Encoding": "gzip"}), "cannot be unpacked"),
    ],
)
def test_what_no_retry_mends_fails_at_once(serve: Serve, fault: Step, said: str) -> None:
    server = serve(fault)
    assert said in fails(server)
    assert server.count == 1


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("Certainly! I would write to her.", "prose instead of JSON"),
        ("", "empty answer"),
        ('{"text": "fi', "breaks off"),
        ('{"texts": "fine"}', "text: Field required"),
        ('{"text": "a", "text": "b"}', "stands twice"),
    ],
)
def test_an_unusable_answer_is_asked_for_once_more(serve: Serve, bad: str, said: str) -> None:
    server = serve(answer(bad), FINE)
    reply = client(server).complete(REQUEST)
    assert reply.value == Line(text="fine")
    assert reply.usage.calls == 2
    assert said in json.dumps(server.requests[1])
    again = serve(answer(bad))
    assert said in fails(again, ReplyError)
    assert again.count == 2


def test_an_answer_cut_off_gets_more_room_once(serve: Serve) -> None:
    cut = answer('{"text": "fi', finish="length")
    server = serve(cut, FINE)
    assert client(server).complete(REQUEST).value == Line(text="fine")
    assert server.requests[1]["max_tokens"] == 4 * server.requests[0]["max_tokens"]
    assert server.requests[1]["response_format"]["type"] == "json_schema"
    assert "cut off at 6000 tokens" in fails(serve(cut), ReplyError)


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (answer("", refusal="I can't help\nwith that."), "the model refused (I can't help with that.)"),
        (answer("", finish="content_filter"), "content filter"),
    ],
)
def test_a_refusal_is_final(serve: Serve, step: Step, said: str) -> None:
    server = serve(step)
    assert said in fails(server, ReplyError)
    assert server.count == 1


def test_a_slow_server_is_waited_for_and_a_stalled_one_is_left_at_the_deadline(serve: Serve) -> None:
    slow = Step(body=FINE.body, wait=0.3)
    assert client(serve(slow)).complete(REQUEST).value == Line(text="fine")
    for stuck in (Step(wait=30), Step(body=FINE.body, stall=30)):
        server = serve(stuck)
        begin = time.monotonic()
        assert "did not answer in time" in fails(server, timeout=0.5)
        assert time.monotonic() - begin < 15
        assert server.count == 1


def test_a_good_packed_answer_and_an_odd_content_type_are_read(serve: Serve) -> None:
    assert client(serve(packed(FINE))).complete(REQUEST).value == Line(text="fine")
    odd = Step(body=FINE.body, headers={"Content-Type": "text/plain"})
    assert client(serve(odd)).complete(REQUEST).value == Line(text="fine")


def test_nobody_there_is_said_so() -> None:
    with FaultServer([FINE]) as server:
        url = server.url
    gone = OpenAICompatible(Settings(model="m", base_url=url, api_key=SecretStr(KEY)), sleep=Clock())
    with pytest.raises(ModelError, match=r"cannot reach 127\.0\.0\.1:\d+; check that the server runs") as caught:
        gone.complete(REQUEST)
    assert caught.value.retryable


def test_another_models_name_is_told_and_made_harmless(serve: Serve) -> None:
    server = serve(answer({"text": "fine"}, model="other-2"), answer({"text": "fine"}, model="\x1b[31m" + "x" * 900))
    model = client(server)
    assert model.complete(REQUEST).model == "other-2"
    named = model.complete(REQUEST).model
    assert "\x1b" not in named
    assert len(named) <= 160


def test_the_key_goes_to_the_server_and_into_no_error(serve: Serve) -> None:
    server = serve(failure(418, f"teapot {KEY} Bearer {KEY}"))
    assert "teapot [key] [key]" in fails(server)
    assert server.keys == [f"Bearer {KEY}"]


def test_usage_is_counted_with_cached_tokens_and_estimated_where_it_lacks(serve: Serve) -> None:
    bare = {key: value for key, value in completion('{"text": "fine"}').items() if key != "usage"}
    server = serve(FINE, Step(body=json.dumps(bare).encode()))
    usage = client(server).complete(REQUEST).usage
    assert (usage.calls, usage.prompt_tokens, usage.completion_tokens, usage.cached_tokens) == (1, 900, 120, 512)
    assert usage.cost_usd is None
    assert client(server).complete(REQUEST).usage.prompt_tokens > 0


@pytest.mark.parametrize(
    ("words", "rung"),
    [((), "json_schema"), (("json_schema",), "json_object"), (("response_format",), None)],
)
def test_the_ladder_is_climbed_down_once_and_remembered(serve: Serve, words: tuple[str, ...], rung: str | None) -> None:
    server = serve(rejecting(*words, then=FINE))
    assert client(server).complete(REQUEST).value == Line(text="fine")
    last = server.requests[-1]
    assert (last.get("response_format") or {}).get("type") == rung
    assert ("JSON Schema" in last["messages"][0]["content"]) == (rung != "json_schema")
    before = server.count
    client(server).complete(REQUEST)
    assert server.count == before + 1, "another client remembers what this server can do"


def test_parameters_a_server_rejects_are_left_out_and_the_new_name_of_one_is_used(serve: Serve) -> None:
    server = serve(rejecting("max_tokens", "temperature", "seed", then=FINE))
    model = client(server, temperature=0.5, seed=7)
    assert model.complete(REQUEST).value == Line(text="fine")
    last = server.requests[-1]
    assert last["max_completion_tokens"] == 1500
    assert not {"max_tokens", "temperature", "seed"} & last.keys()
    assert last["response_format"]["type"] == "json_schema"


def test_a_request_rejected_in_every_form_says_why(serve: Serve) -> None:
    server = serve(failure(400, "messages must not be nice"))
    assert "messages must not be nice" in fails(server)
    assert server.count == 3


def test_the_same_request_is_paid_once(serve: Serve) -> None:
    server = serve(FINE)
    model = client(server, cache=True)
    first, second = model.complete(REQUEST), client(server, cache=True).complete(REQUEST)
    assert (first.cached, second.cached) == (False, True)
    assert second.value == first.value
    assert second.usage.calls == 0
    assert server.count == 1
    client(server, cache=True, temperature=0.2).complete(REQUEST)
    assert server.count == 2


def test_no_log_line_holds_the_key_or_the_request(serve: Serve, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("DEBUG"):
        client(serve(failure(500, KEY), answer("prose"), FINE)).complete(REQUEST)
    assert "once more" in caplog.text
    assert KEY not in caplog.text
    assert REQUEST.user not in caplog.text
