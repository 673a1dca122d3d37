"""A LangGraph pipeline of the same three steps (read facts, write, check) against drafter, at the same server.

The graph calls the same server with the SDK, keeps its state with LangGraph's checkpointer in memory and lints with
proselint. drafter keeps every step durably in its ledger and holds each statement against its quote, which the graph
does not. Each side makes its own number of calls, so that figures are per call.
"""

from __future__ import annotations

import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypedDict

from benchmarks._figures import Figure, keep
from benchmarks.batch import letter, product, server

ROWS = 200
LATENCY = 0.5
CONCURRENCY = 32


class State(TypedDict, total=False):
    """What goes through the graph."""

    name: str
    note: str
    facts: list[Any]
    letter: dict[str, Any]
    findings: int


def build(url: str) -> Any:
    """The three steps as a graph."""
    import openai
    from langgraph.checkpoint.memory import InMemorySaver
    from langgraph.graph import END, START, StateGraph
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile
    from pydantic import BaseModel

    class Found(BaseModel):
        statement: str
        quote: str
        note: str

    class Facts(BaseModel):
        facts: list[Found]

    CheckRegistry().register_many(__register__)
    client = openai.OpenAI(api_key="none", base_url=url, timeout=300)

    def ask(text: str, form: type[BaseModel]) -> Any:
        messages: Any = [{"role": "user", "content": f"{text} {'word ' * 800}"}]
        return client.chat.completions.parse(model="bench", messages=messages, response_format=form).choices[0].message

    def read(state: State) -> State:
        return {"facts": ask(f"quote: copied {state['note']}", Facts).parsed.model_dump()["facts"]}

    def write(state: State) -> State:
        return {"letter": ask(f"write to {state['name']} about {state['facts']}", letter()).parsed.model_dump()}

    def check(state: State) -> State:
        said = " ".join(one["text"] for one in (*state["letter"]["opening"], *state["letter"]["reason"]))
        return {"findings": len(LintFile(source="m.txt", content=said).lint())}

    graph = StateGraph(State)
    for name, step in (("read", read), ("write", write), ("check", check)):
        graph.add_node(name, step)
    for one, other in ((START, "read"), ("read", "write"), ("write", "check"), ("check", END)):
        graph.add_edge(one, other)
    return graph.compile(checkpointer=InMemorySaver())


def peer(url: str) -> tuple[float, float]:
    """Wall and processor seconds of all rows through the graph."""
    graph = build(url)

    def one(number: int) -> None:
        name = f"Ada Br{number:04}ndt"
        note = f"Ada Brandt built a tide atlas with {number + 3} volunteers in 2024. She spoke about it in Bergen."
        done = graph.invoke({"name": name, "note": note}, {"configurable": {"thread_id": str(number)}})
        assert done["facts"]
        assert done["letter"]

    one(0)
    wall, cpu = time.perf_counter(), time.process_time()
    with ThreadPoolExecutor(CONCURRENCY) as pool:
        list(pool.map(one, range(1, ROWS + 1)))
    return time.perf_counter() - wall, time.process_time() - cpu


def main() -> None:
    """Print both sides."""
    with server(LATENCY) as url, tempfile.TemporaryDirectory() as folder:
        product(url, str(Path(folder, "warm.sqlite3")), 4, 4)
        wall, cpu, calls = product(url, str(Path(folder, "ledger.sqlite3")), ROWS, CONCURRENCY)
        peer_wall, peer_cpu = peer(url)
    peer_calls = 2 * ROWS
    print(f"{ROWS} rows at {LATENCY} s a call, {CONCURRENCY} at once:")
    for name, seconds, spent, made in (("drafter", wall, cpu, calls), ("LangGraph", peer_wall, peer_cpu, peer_calls)):
        ideal = made / CONCURRENCY * LATENCY
        print(
            f"  {name}: {made} calls, wall {seconds:.1f} s ({ideal / seconds:.0%} of ideal), "
            f"processor {spent / made * 1000:.1f} ms a call"
        )
    keep(
        Figure(
            "processor of a call, ledger and checks included",
            cpu / calls * 1000,
            "ms",
            peer="LangGraph, state in memory",
            theirs=peer_cpu / peer_calls * 1000,
        )
    )
    keep(
        Figure(
            "seconds beyond the ideal, for each second of it",
            wall / (calls / CONCURRENCY * LATENCY) - 1,
            "s",
            peer="LangGraph, state in memory",
            theirs=peer_wall / (peer_calls / CONCURRENCY * LATENCY) - 1,
        )
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        import os

        os.environ["DRAFTER_HOME"] = home
        main()
