from drafter.batch.across import RULES, Written, findings_across
from drafter.models import Draft, Finding
from drafter.settings import RuleSettings, Settings

BODY = "the way you cut {thing} down to {number} minutes is something we try as well, and I keep wondering how."


def written(
    number: int, message: str, *, organization: str | None = None, channel: str = "email", key: str = ""
) -> Written:
    name = f"Person{number} Family{number}"
    return Written(
        number * 10, number, name, organization or f"Firm{number}", key or name, channel, Draft(message=message)
    )


def rules(found: dict[int, list[Finding]] | object) -> set[str]:
    assert isinstance(found, dict)
    return {finding.rule for findings in found.values() for finding in findings}


def different(number: int) -> str:
    words = [f"word{number}x{place}" for place in range(40)]
    return f"Hello Person{number},\n\n{' '.join(words)}"


def test_different_messages_have_no_findings() -> None:
    assert findings_across([written(n, different(n)) for n in range(20)], settings=Settings()) == {}


def test_messages_that_differ_only_in_names_are_near_duplicates() -> None:
    messages = [written(n, f"Hello Person{n},\n\nAt Firm{n} " + BODY.format(thing="jobs", number=40)) for n in (1, 2)]
    found = findings_across([*messages, written(3, different(3))], settings=Settings())
    assert set(found) == {20}
    (finding,) = found[20]
    assert finding.rule == "batch.near_duplicate"
    assert "row 1" in finding.message


def test_an_opening_used_too_often_is_underlined() -> None:
    messages = [written(n, f"Hi Person{n},\n\nYour work in our field stood out. {different(n)}") for n in range(1, 6)]
    found = findings_across(messages, settings=Settings())
    assert rules(found) == {"batch.opening"}
    one = messages[0].draft
    assert one is not None
    finding = found[10][0]
    assert one.message[finding.start : finding.end] == "Your work in our field"
    assert findings_across(messages[:3], settings=Settings()) == {}


def test_a_phrase_used_too_often() -> None:
    def message(n: int) -> str:
        return f"Hi,\n\n{different(n)} because small teams ship the better maps always {different(n + 50)}"

    found = findings_across([written(n, message(n)) for n in range(8)], settings=Settings())
    assert rules(found) == {"batch.phrase"}


def test_many_to_one_organization() -> None:
    messages = [written(n, different(n), organization="Kelpworks") for n in range(1, 6)]
    found = findings_across(messages, settings=Settings())
    assert set(found) == {40, 50}
    assert "5 messages of this batch go to Kelpworks" in found[40][0].message


def test_the_same_person_twice() -> None:
    found = findings_across([written(n, different(n), key="same") for n in (1, 2)], settings=Settings())
    assert [finding.rule for finding in found[20]] == ["batch.same_person"]


def test_the_invitation_quota_holds_for_free_accounts() -> None:
    messages = [written(n, different(n), channel="linkedin_invitation") for n in range(1, 8)]
    assert set(findings_across(messages, settings=Settings())) == {60, 70}
    assert findings_across(messages, settings=Settings(paid_linkedin=True)) == {}


def test_rules_can_be_turned_off_or_made_stricter() -> None:
    messages = [written(n, different(n), organization="Kelpworks") for n in range(1, 6)]
    off = Settings(rules=RuleSettings(disable=("batch",)))
    assert findings_across(messages, settings=off) == {}
    strict = Settings(rules=RuleSettings(severity={"batch.organization": "hint"}, thresholds={"batch.organization": 1}))
    assert [
        finding.severity for findings in findings_across(messages, settings=strict).values() for finding in findings
    ] == ["hint"] * 4
    assert set(RULES) >= {
        finding.rule for found in findings_across(messages, settings=strict).values() for finding in found
    }
