from __future__ import annotations

import json
import re
import threading
import time
from pathlib import Path
from typing import Any

import httpx2
import pytest
from pydantic import BaseModel, SecretStr

from drafter.batch.limiter import Limiter
from drafter.batch.running import hear
from drafter.errors import ModelError, ReplyError
from drafter.llm import Request, forget_replies, open_model, reachable
from drafter.llm.openai_compatible import OpenAICompatible
from drafter.settings import Settings, data_folder
from tests.faults.server import FaultServer, answer, completion, failure

KEY = SecretStr("sk-secret-0123456789")


class Line(BaseModel):
    text: str


REQUEST = Request(
    system="Be brief.", user="Write to ada@example.org or call +46 70 555 01 42.", schema=Line, purpose="p"
)


class Vendor(httpx2.BaseTransport):
    """The vendor's own host, on paper."""

    def __init__(self, *replies: httpx2.Response) -> None:
        self.replies = list(replies)
        self.requests: list[tuple[str, dict[str, Any]]] = []

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append((str(request.url), json.loads(request.read())))
        return self.replies.pop(0)


def response(text: str = '{"text": "fine"}', **changes: Any) -> httpx2.Response:
    part = {"type": "output_text", "text": text, "annotations": []}
    body = {
        "id": "r1",
        "object": "response",
        "model": "gpt-4o-2024-08-06",
        "status": "completed",
        "output": [{"type": "reasoning"}, {"type": "message", "role": "assistant", "content": [part]}],
        "usage": {"input_tokens": 1000, "output_tokens": 100, "input_tokens_details": {"cached_tokens": 600}},
    }
    return httpx2.Response(200, json=body | changes)


def vendor(*replies: httpx2.Response, **options: Any) -> tuple[OpenAICompatible, Vendor]:
    transport = Vendor(*replies)
    settings = Settings(model="gpt-4o", api_key=KEY, cache=False, **options)
    return OpenAICompatible(settings, transport=transport, sleep=lambda _: None), transport


def test_the_vendors_own_host_is_asked_by_its_own_interface() -> None:
    model, wire = vendor(response(), temperature=0.2)
    reply = model.complete(REQUEST)
    url, body = wire.requests[0]
    assert url == "https://api.openai.com/v1/responses"
    assert body["text"]["format"]["strict"] is True
    assert body["text"]["format"]["schema"]["additionalProperties"] is False
    assert body["store"] is False
    assert body["temperature"] == 0.2
    assert reply.value == Line(text="fine")
    assert reply.model == "gpt-4o-2024-08-06"
    assert (reply.usage.prompt_tokens, reply.usage.cached_tokens) == (1000, 600)
    assert reply.usage.cost_usd == pytest.approx((400 * 2.5 + 600 * 1.25 + 100 * 10) / 1e6)


def test_an_unknown_price_is_none() -> None:
    assert vendor(response(model="house-model-1"))[0].complete(REQUEST).usage.cost_usd is not None
    model = OpenAICompatible(
        Settings(model="house-model-1", base_url="https://llm.example.org/v1", cache=False),
        transport=Vendor(httpx2.Response(200, json=completion('{"text": "fine"}', model="house-model-1"))),
    )
    assert model.complete(REQUEST).usage.cost_usd is None


def test_the_vendors_refusal_cut_off_and_failure_are_told() -> None:
    refusal = [{"type": "message", "content": [{"type": "refusal", "refusal": "No."}]}]
    with pytest.raises(ReplyError, match=r"refused \(No\.\)"):
        vendor(response(output=refusal))[0].complete(REQUEST)
    cut = {"status": "incomplete", "incomplete_details": {"reason": "max_output_tokens"}, "output": []}
    model, wire = vendor(response(**cut), response(**cut))
    with pytest.raises(ReplyError, match="cut off"):
        model.complete(REQUEST)
    assert wire.requests[1][1]["max_output_tokens"] > wire.requests[0][1]["max_output_tokens"]
    with pytest.raises(ModelError, match="failed while answering"):
        vendor(response(status="failed", output=[]))[0].complete(REQUEST)


def test_the_vendors_rejection_of_a_parameter_is_followed_and_of_all_is_told() -> None:
    rejected = httpx2.Response(400, json={"error": {"message": "Unsupported parameter: 'temperature'"}})
    model, wire = vendor(rejected, response(), temperature=0.3)
    assert model.complete(REQUEST).value == Line(text="fine")
    assert "temperature" not in wire.requests[1][1]
    model, wire = vendor(httpx2.Response(400, json={"error": {"message": "bad input"}}))
    with pytest.raises(ModelError, match="bad input"):
        model.complete(REQUEST)
    assert len(wire.requests) == 1


def test_contact_details_are_taken_out_at_the_door() -> None:
    model, wire = vendor(response())
    model.complete(REQUEST)
    sent = json.dumps(wire.requests)
    assert "ada@example.org" not in sent
    assert "555 01 42" not in sent


def test_offline_opens_nothing_and_the_vendor_needs_a_key() -> None:
    assert open_model(Settings()) is None
    assert open_model(Settings(model="offline", api_key=KEY)) is None
    with pytest.raises(ModelError, match="set OPENAI_API_KEY"):
        open_model(Settings(model="gpt-4o"))
    local = open_model(Settings(model="tiny", base_url="http://127.0.0.1:9/v1"))
    assert local is not None
    assert local.name == "tiny"


@pytest.mark.parametrize("url", ["127.0.0.1:8080", "ftp://host/v1", "http://"])
def test_an_address_that_is_none_is_told(url: str) -> None:
    with pytest.raises(ModelError, match="check OPENAI_BASE_URL"):
        open_model(Settings(model="m", base_url=url))


def test_passwords_in_the_address_are_not_shown() -> None:
    model = OpenAICompatible(
        Settings(model="m", base_url="http://ann:hunter2@127.0.0.1:9/v1?token=abc", retries=0), sleep=lambda _: None
    )
    with pytest.raises(ModelError) as caught:
        model.complete(REQUEST)
    assert "hunter2" not in str(caught.value)
    assert "abc" not in str(caught.value)


def local(server: FaultServer, **options: Any) -> OpenAICompatible:
    return OpenAICompatible(Settings(model="m", base_url=server.url, **options), sleep=lambda _: None)


def kept() -> list[Path]:
    return sorted((data_folder() / "replies").glob("*/*.json"))


def test_kept_answers_hold_no_request_are_private_and_can_be_forgotten() -> None:
    with FaultServer([answer({"text": "fine"})]) as server:
        local(server).complete(REQUEST)
        (path,) = kept()
        assert "Be brief" not in path.read_text()
        assert path.stat().st_mode & 0o077 == 0
        assert forget_replies() == 1
        assert kept() == []
        local(server).complete(REQUEST)
        assert server.count == 2


@pytest.mark.parametrize("content", ["", "{", "[]", '{"text": 5, "model": "m", "time": 9e99}', '{"time": "x"}'])
def test_a_damaged_kept_answer_is_asked_for_again(content: str) -> None:
    with FaultServer([answer({"text": "fine"})]) as server:
        local(server).complete(REQUEST)
        kept()[0].write_text(content)
        assert local(server).complete(REQUEST).value == Line(text="fine")
        assert server.count == 2


def test_an_old_kept_answer_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with FaultServer([answer({"text": "fine"})]) as server:
        local(server).complete(REQUEST)
        row = json.loads(kept()[0].read_text())
        kept()[0].write_text(json.dumps(row | {"time": row["time"] - 31 * 86_400}))
        assert not local(server).complete(REQUEST).cached
        assert server.count == 2


def test_a_folder_that_cannot_be_written_costs_only_the_memory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("DRAFTER_HOME", str(tmp_path / "file"))
    with FaultServer([answer({"text": "fine"})]) as server:
        assert local(server).complete(REQUEST).value == Line(text="fine")


def test_the_same_request_from_many_threads_is_paid_once() -> None:
    slow = answer({"text": "fine"})
    with FaultServer([type(slow)(body=slow.body, wait=0.2)]) as server:
        model = local(server)
        threads = [threading.Thread(target=model.complete, args=(REQUEST,)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert server.count == 1


def test_a_deadline_that_has_passed_costs_no_call() -> None:
    with FaultServer([answer({"text": "fine"})]) as server:
        with pytest.raises(ModelError, match="no time is left"):
            local(server).complete(REQUEST, deadline=time.monotonic() - 1)
        assert server.count == 0


def test_what_a_server_can_do_is_forgotten_after_a_week() -> None:
    with FaultServer([failure(400, "no json_schema here"), answer({"text": "fine"})]) as server:
        local(server, cache=False).complete(REQUEST)
        path = data_folder() / "servers.json"
        rows = json.loads(path.read_text())
        assert [row["rung"] for row in rows.values()] == ["json_object"]
        for row in rows.values():
            row["learned"] -= 8 * 86_400
        path.write_text(json.dumps(rows))
        local(server, cache=False).complete(REQUEST)
        assert server.requests[-1]["response_format"]["type"] == "json_schema"
        path.write_text("{ damaged")
        assert local(server, cache=False).complete(REQUEST).value == Line(text="fine")


def test_a_server_can_be_probed_without_cost() -> None:
    assert "offline" in reachable(Settings())
    with FaultServer([failure(500)]) as server:
        assert "does not list m" in reachable(Settings(model="m", base_url=server.url))
        assert "answers and has fault-1" in reachable(Settings(model="fault-1", base_url=server.url))
        assert server.count == 0
        gone = server.url
    with pytest.raises(ModelError, match="cannot reach"):
        reachable(Settings(model="m", base_url=gone))


def test_what_a_server_allows_reaches_the_limiter_of_a_batch() -> None:
    headers = {"x-ratelimit-limit-requests": "60", "x-ratelimit-remaining-requests": "1"}
    busy = httpx2.Response(429, headers={"retry-after": "7"}, json={"error": {"message": "slow down"}})
    good = response()
    good.headers.update(headers)
    model, _ = vendor(good, busy, retries=0)
    limiter = Limiter(clock=lambda: 1000.0)
    hear(model, limiter)
    model.complete(REQUEST)
    assert [limiter.reserve(1), limiter.reserve(1)] == [0, pytest.approx(1.0)]
    with pytest.raises(ModelError, match="limiting requests"):
        model.complete(REQUEST)
    assert limiter.reserve(1) == pytest.approx(7.0)


def test_a_model_that_is_used_no_more_closes_its_connections() -> None:
    closed = []

    class Closing(Vendor):
        def close(self) -> None:
            closed.append(True)

    model = OpenAICompatible(Settings(model="gpt-4o", api_key=KEY, cache=False), transport=Closing(response()))
    model.listen(Limiter().heard)
    model.complete(REQUEST)
    del model
    assert closed


def test_the_parts_of_a_request_are_cleared_of_contact_details_one_by_one() -> None:
    model, wire = vendor(response(), response())
    user = "<facts>\nf1: her number is +46 70 555 01 42\n</facts>\n\n<reader>\nTel.\n\n08 555 01 42\n</reader>"
    for _ in range(2):
        model.complete(Request(system="Be brief.\n\nAda: ada@example.org", user=user, schema=Line, purpose="p"))
    for _, body in wire.requests:
        assert not re.search(r"555|ada@", json.dumps(body))
        assert body["input"].count("\n\n") == 2
