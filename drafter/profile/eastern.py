"""Posts in Japanese, which stand before or after the name with the employer in front."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.profile._role_words import JAPANESE_HEADS
from drafter.profile.roles import Held

_SCRIPT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_AFTER = re.compile(
    r"\s*(?:は、?|（|\(|、)\s*(?:(?P<org>[^はのが、。（()）\s]{2,30}?)の?\s*)?"
    rf"(?P<role>[^\s、。（()）はがの]{{0,12}}?(?:{JAPANESE_HEADS}))"
)
_BEFORE = re.compile(
    r"(?:(?P<org>[^\s、。はがの「」：:]{2,30}?)(?:の|\s|　))?"
    rf"(?P<role>[^\s、。はがの「」：:]{{0,12}}?(?:{JAPANESE_HEADS}))\s*[：:の　 ]?\s*"
    r"(?:に(?:就任|着任|任命|昇任|選任)[^。、]{0,10})?$"
)
_HEADING = re.compile(rf"([^\s、。]{{0,14}}?(?:{JAPANESE_HEADS}))[\s　]*(?=\S{{1,4}}[\s　]\S{{1,4}}\Z)")
_TAKEN_UP = re.compile(
    rf"(?P<role>[^\s、。はがのにを]{{0,14}}?(?:{JAPANESE_HEADS}))(?:に?(?:就任|着任|昇格|昇進)|を務め|を歴任|として|[（(]現職|\Z)"
)
_POST = re.compile(rf"[^\s、。：:はがの]{{0,8}}?(?:{JAPANESE_HEADS})")
_NEAR = 50


def beside(text: str, start: int, end: int) -> Iterator[tuple[Held, int]]:
    """The post stated right after or right before a name, and how sure that is."""
    if not _SCRIPT.search(text):
        return
    after = _AFTER.match(text, end)
    if after:
        org = after["org"]
        past = bool(re.match("元|前", org or ""))
        yield Held(after["role"], after.start("role"), after.end("role"), org, None, past), 5
        return
    shift = max(0, start - _NEAR)
    before = _BEFORE.search(text[shift:start])
    if before:
        yield Held(before["role"], shift + before.start("role"), shift + before.end("role"), before["org"]), 4


def post_before_name(text: str) -> re.Match[str] | None:
    """A post at the beginning of a heading that goes on with nothing but a name."""
    return _HEADING.match(text)


def taken_up(text: str) -> tuple[int, int] | None:
    """Where the post stands that a dated line of a career says was taken up ("2018年 代表取締役に就任")."""
    spans = [found.span("role") for found in _TAKEN_UP.finditer(text)]
    return spans[-1] if spans else None


def is_post(text: str) -> bool:
    """Whether a text is a post and nothing else."""
    return _POST.fullmatch(text.strip()) is not None
