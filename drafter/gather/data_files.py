"""YAML and JSON: the source's own lines stay as they are; each datum is a block named by its key path.

The files are read line by line and never expanded, so that aliases and references cannot multiply anything.
"""

from __future__ import annotations

import json
import re

from drafter.errors import GatherError
from drafter.gather.composing import Line

_YAML = re.compile(
    r"(?P<indent>[ \t]*)(?P<dashes>(?:-[ \t]+)*)(?:(?P<key>\"[^\"\n]{1,200}\"|'[^'\n]{1,200}'|[^\s\"'#\[{&*!"
    r"|>%@`,-][^:#\n\"]{0,120}?)[ \t]*[:=](?:[ \t]+(?P<value>.*)|(?P<none>))\Z)?"
)
_JSON = re.compile(r"(?P<indent>\s*)(?:\"(?P<key>(?:[^\"\\\n]|\\.){1,300})\"\s*:\s*)?(?P<value>.*?),?\s*\Z")
# Several data on one line, as programs write them.
_INLINE = re.compile(
    r"^[ \t]*(?:[\[{,][ \t]*)+\"(?:[^\"\\\n]|\\.){1,300}\"[ \t]*:|:[ \t]*\[?[ \t]*\{[ \t]*\"|\}[ \t]*,[ \t]*\{", re.M
)
_BLOCK_TAG = re.compile(r"</?(?:p|br|div|ul|ol|li|h[1-6])\b[^<>\n]{0,500}>", re.IGNORECASE)
_WORD_TAG = re.compile(r"</?(?:span|strong|em|b|i|u|a)\b[^<>\n]{0,500}>", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(?:u[0-9a-fA-F]{4}|[nrt/\"])")
_LONGEST_VALUE = 20_000


def without_tags(text: str) -> str:
    """The text without the mark-up that its values hold."""
    return _WORD_TAG.sub("", _BLOCK_TAG.sub(" ", text)) if "</" in text or "<br" in text else text


def yaml_lines(text: str) -> list[Line]:
    """The lines of a YAML (or TOML-like) text; entries of a list of mappings are groups."""
    reader = _Paths()
    lines: list[Line] = []
    for raw in without_tags(text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(2)).split("\n"):
        stripped = raw.strip()
        if not stripped or stripped.startswith("#") or stripped in {"---", "...", "-"}:
            if stripped == "-":
                reader.entry(len(raw) - len(raw.lstrip()))
            continue
        lines += _yaml_line(raw, reader, lines)
    return lines


def _yaml_line(raw: str, reader: _Paths, lines: list[Line]) -> list[Line]:
    match = _YAML.match(raw)
    if match is None:
        return [Line(raw, "paragraph", verbatim=True)]
    indent = len(match["indent"])
    for dash in re.finditer("-", match["dashes"]):
        reader.entry(indent + dash.start())
    column = indent + len(match["dashes"])
    key = match["key"].strip("\"'") if match["key"] else None
    if key is None or (lines and reader.in_scalar(column)):
        return _continued(raw, reader, lines, bool(match["dashes"]), column)
    value = (match["value"] or "").strip()
    path = reader.key(key, column, scalar=bool(re.match(r"[|>][+-]?\d*\Z", value)))
    return [
        Line(raw, "data" if value and not reader.scalar else "paragraph", group=reader.group, label=path, verbatim=True)
    ]


def _continued(raw: str, reader: _Paths, lines: list[Line], dashed: bool, column: int) -> list[Line]:
    """A line without a key: an item of a list, or more of the value before."""
    if dashed and not reader.scalar:
        return [Line(raw, "data", group=reader.group, label=reader.path(column) or None, verbatim=True)]
    previous = lines[-1] if lines else None
    if previous is not None and previous.kind == "data" and len(previous.text) < _LONGEST_VALUE:
        previous.text += "\n" + raw
        return []
    return [
        Line(
            raw,
            "data" if reader.scalar else "paragraph",
            group=reader.group,
            label=reader.path(column) or None,
            verbatim=True,
        )
    ]


class _Paths:
    """Where in the nesting a line stands: keys by column, and the group of the innermost list entry."""

    def __init__(self) -> None:
        self.keys: list[tuple[int, str]] = []
        self.entries: list[tuple[int, int]] = []
        self.scalar = False
        self._scalar_column = 0
        self._last = 0

    @property
    def group(self) -> int | None:
        return self.entries[0][1] if self.entries else None

    def entry(self, column: int) -> None:
        """A new entry of the list whose dashes stand at ``column``."""
        self.scalar = False
        while self.keys and self.keys[-1][0] > column:
            self.keys.pop()
        while self.entries and self.entries[-1][0] >= column:
            self.entries.pop()
        self._last += 1
        self.entries.append((column, self._last))

    def key(self, name: str, column: int, *, scalar: bool) -> str:
        """Enter a key; return its path."""
        while self.keys and self.keys[-1][0] >= column:
            self.keys.pop()
        while self.entries and self.entries[-1][0] >= column:
            self.entries.pop()
        self.keys.append((column, name))
        self.scalar, self._scalar_column = scalar, column
        return ".".join(key for _, key in self.keys)

    def path(self, column: int) -> str:
        return ".".join(key for at, key in self.keys if at <= column)

    def in_scalar(self, column: int) -> bool:
        """Whether a line at ``column`` is text of a folded value."""
        if self.scalar and column > self._scalar_column:
            return True
        self.scalar = False
        return False


def json_lines(text: str, *, origin: str) -> list[Line]:
    """The lines of a JSON text; one long line, or one with escaped letters, is laid out first.

    Raises:
        GatherError: when it is no JSON.
    """
    try:
        value = json.loads(text, strict=False)
    except RecursionError as error:
        raise GatherError(
            f"{origin}: the JSON is nested too deeply; save the part about the contact as its own file"
        ) from error
    except ValueError as error:
        if "\n{" in text.strip():
            return [line for part in text.splitlines() if part.strip() for line in json_lines(part, origin=origin)]
        raise GatherError(f"{origin}: not valid JSON ({error}); mend it or save it as text") from error
    long = max(map(len, text.splitlines()), default=0) > 2000 or text.count("\n") < 2
    if long or _ESCAPED.search(text) or _INLINE.search(text):
        try:
            text = json.dumps(value, ensure_ascii=False, indent=2)
        except RecursionError as error:
            raise GatherError(
                f"{origin}: the JSON is nested too deeply; save the part about the contact as its own file"
            ) from error
    return _laid_out(text)


def _laid_out(text: str) -> list[Line]:
    lines: list[Line] = []
    keys: list[str] = []
    groups: list[int] = []
    last = 0
    for raw in text.split("\n"):
        match = _JSON.match(raw)
        value = match["value"] if match else raw.strip()
        key = match["key"] if match else None
        if value in {"{", "["}:
            keys.append(key or "")
            if value == "{" and key is None and len(keys) > 1:
                last += 1
                groups.append(last)
            else:
                groups.append(groups[-1] if groups else 0)
            continue
        if value[:1] in {"}", "]"} and keys:
            keys.pop()
            groups.pop()
            continue
        path = ".".join(part for part in (*keys, key) if part)
        raw = without_tags(raw)
        telling = value not in {"null", '""', "[]", "{}", "true", "false"}
        if telling and value:
            lines.append(
                Line(raw, "data", group=(groups[-1] if groups else 0) or None, label=path or None, verbatim=True)
            )
    return lines
