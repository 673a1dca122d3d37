"""Writes RESULTS.md and its pictures from what the benchmarks left in ``results/``."""

from __future__ import annotations

import ast
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from benchmarks._figures import Cost, Figure, Kept, Point, read

CURVES = {
    "rows": ("What a step costs in a ledger of so many rows", "rows"),
    "facts": ("What a step costs with so many known facts", "facts"),
    "tokens": ("How long a request grows", "facts"),
    "workers": ("Rows a second with so many workers", "workers"),
}


def write(folder: Path, names: list[str]) -> None:
    """Write the page and the pictures of all that is kept."""
    results = {
        name: json.loads(path.read_text(encoding="utf-8")) for name in names if (path := _file(folder, name)).exists()
    }
    kept = {name: read(result["figures"]) for name, result in results.items()}
    pictures = draw(folder / "results", [each for found in kept.values() for each in found])
    (folder / "RESULTS.md").write_text(_text(folder, results, kept, pictures), encoding="utf-8")


def draw(folder: Path, kept: list[Kept]) -> dict[str, str]:
    """A picture for each curve and one of all ratios; the names of the files by what they show."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams |= {"svg.hashsalt": "drafter", "svg.fonttype": "none", "font.size": 9, "axes.spines.top": False}
    mpl.rcParams |= {"axes.spines.right": False, "axes.grid": True, "grid.alpha": 0.3}
    lines: dict[str, dict[str, list[Point]]] = defaultdict(lambda: defaultdict(list))
    for point in kept:
        if isinstance(point, Point):
            lines[point.curve][point.line].append(point)
    found = {curve: _curve(folder, curve, drawn) for curve, drawn in lines.items()}
    ratios = [each for each in kept if isinstance(each, Figure) and each.ratio and "against" not in each.what]
    return found | ({"peers": _bars(folder, ratios)} if ratios else {})


def _curve(folder: Path, curve: str, lines: dict[str, list[Point]]) -> str:
    from matplotlib import pyplot as plt

    title, below = CURVES.get(curve, (curve, ""))
    figure, axes = plt.subplots(figsize=(7, 3.6), layout="constrained")
    for name, points in lines.items():
        axes.plot([one.x for one in points], [one.y for one in points], marker="o", label=name)
    if curve in ("rows", "facts"):
        axes.set(xscale="log", yscale="log")
    axes.set(title=title, xlabel=below, ylabel=next(iter(lines.values()))[0].unit)
    axes.legend()
    return _saved(figure, folder / f"{curve}.svg")


def _bars(folder: Path, ratios: list[Figure]) -> str:
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(figsize=(7, 0.34 * len(ratios) + 1), layout="constrained")
    axes.barh([f"{one.what} / {one.peer}" for one in reversed(ratios)], [one.ratio or 0 for one in reversed(ratios)])
    axes.axvline(1, color="black", linewidth=1)
    axes.set(title="Ours as a multiple of the peer's: left of 1 is less", xscale="log")
    return _saved(figure, folder / "peers.svg")


def _saved(figure: Any, path: Path) -> str:
    from matplotlib import pyplot as plt

    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)
    return path.name


def _text(folder: Path, results: dict[str, Any], kept: dict[str, list[Kept]], pictures: dict[str, str]) -> str:
    latest = max(results.values(), key=lambda result: result["at"])
    lines = [
        "# Benchmarks",
        "",
        "Written by `make bench`. Ratios within one run on one machine; seconds here say nothing about another.",
        "",
        f"- Machine: {latest['machine']}",
        f"- Versions: {latest['versions']}",
        "",
        "| | ours | peer | ratio | aim |",
        "| --- | --- | --- | --- | --- |",
    ]
    lines += [_row(each) for found in kept.values() for each in found if isinstance(each, Figure)]
    lines += ["", *_costs([each for found in kept.values() for each in found if isinstance(each, Cost)])]
    lines += [f"![{CURVES.get(what, (what,))[0]}](results/{name})" for what, name in pictures.items()]
    for name, result in results.items():
        ran = f"{result['at']}, {result['seconds']} s, other load at the start {result['load']}"
        fault = [f"**Not complete: {result['fault']}**", ""] if result["fault"] else []
        lines += ["", f"## {name}", "", _question(folder / f"{name}.py"), "", f"({ran})", "", *fault]
        lines += ["```text", result["printed"] or "nothing printed", "```"]
    return "\n".join(lines) + "\n"


def _row(figure: Figure) -> str:
    theirs = f"{figure.peer} {_short(figure.theirs)} {figure.unit}" if figure.theirs is not None else ""
    ratio = f"{figure.ratio:.2f}" if figure.ratio else ""
    return f"| {figure.what} | {_short(figure.ours)} {figure.unit} | {theirs} | {ratio} | {figure.aim} |"


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _costs(costs: list[Cost]) -> list[str]:
    """The three largest costs of each path, as a table."""
    if not costs:
        return []
    lines = ["The three largest costs of each path (share of its processor time, busiest function):", ""]
    lines += ["| path | first | second | third |", "| --- | --- | --- | --- |"]
    for path in dict.fromkeys(cost.path for cost in costs):
        cells = [f"{cost.share:.0%} {cost.where}".replace("<", "\\<") for cost in costs if cost.path == path]
        lines.append(f"| {path} | " + " | ".join(cells) + " |")
    return [*lines, ""]


def _file(folder: Path, name: str) -> Path:
    return folder / "results" / f"{name}.json"


def _question(path: Path) -> str:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return " ".join((ast.get_docstring(tree) or "").split("\n\n")[0].split())
