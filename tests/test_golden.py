"""The sample contacts are drafted to as before; see ``python -m tests.golden``."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

_SPEC = importlib.util.spec_from_file_location("golden", Path(__file__).with_name("golden.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
golden = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(golden)
CASES = golden.cases()


@pytest.mark.parametrize("name", sorted(CASES))
def test_the_draft_is_as_before(name: str) -> None:
    expected = (golden.GOLDEN / f"{name}.json").read_text(encoding="utf-8")
    assert golden.drafted(CASES[name]) == expected, "if this is better, run: python -m tests.golden"


def test_every_golden_file_belongs_to_a_contact() -> None:
    assert {path.stem for path in golden.GOLDEN.glob("*.json")} == set(CASES)
