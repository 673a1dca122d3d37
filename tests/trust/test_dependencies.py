"""A weak dependency stops the check; a data base out of reach is told and stops nothing."""

import json

from tests.dependencies import judge


def test_a_known_weakness_fails_and_is_named() -> None:
    looked = [{"name": "a", "version": "1", "vulns": [{"id": "PYSEC-1"}]}, {"name": "b", "version": "2", "vulns": []}]
    status, told = judge(json.dumps({"dependencies": looked}), "")
    assert status == 1
    assert "a 1: PYSEC-1" in told
    assert "b 2" not in told


def test_no_weakness_passes_and_no_answer_says_that_nothing_was_looked_for() -> None:
    assert judge('{"dependencies": [{"name": "b", "version": "2", "vulns": []}]}', "") == (
        0,
        "no known weakness in 1 packages",
    )
    status, told = judge("", "Traceback …\nrequests.exceptions.ConnectionError: no route")
    assert status == 0
    assert "NOT looked for" in told
    assert "no route" in told
    assert "\n" not in told
