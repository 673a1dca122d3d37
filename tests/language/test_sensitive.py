from __future__ import annotations

import pytest

from drafter.language.sensitive import sensitivity_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("She was diagnosed with lupus.", "health"),
        ("He lives in Oslo with his wife.", "family"),
        ("Er ist verheiratet.", "family"),
        ("She is a shop steward.", "union"),
        ("He was convicted of fraud.", "criminal"),
        ("She ran for city council.", "politics"),
        ("彼は離婚した。", "family"),
    ],
)
def test_private_matters_are_seen(text, kind):
    assert sensitivity_of(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Head of Health Analytics",
        "member of the European Union",
        "a cancer research institute",
        "our partner companies",
        "ビデオゲームを開発",
    ],
)
def test_work_on_such_matters_is_not_private(text):
    assert sensitivity_of(text) is None
