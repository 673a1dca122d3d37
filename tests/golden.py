"""The drafts that the offline writer makes of the sample contacts; ``python -m tests.golden`` writes them anew."""

from __future__ import annotations

import datetime
import json
import sys
from pathlib import Path

from drafter.batch.cases import Case, read_case, read_cases
from drafter.batch.evaluate import draft_case
from drafter.pipeline import Drafter

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
GOLDEN = FIXTURES / "golden"
TODAY = datetime.date(2031, 5, 12)


def cases() -> dict[str, Case]:
    """The sample contacts by name, the demonstration among them."""
    found = {case.name: case for case in read_cases(FIXTURES / "contacts", today=TODAY)}
    return found | {"demo": read_case(FIXTURES / "demo" / "contact.toml", today=TODAY)}


def drafted(case: Case) -> str:
    """What is written to one contact, as JSON text that reads well in a difference."""
    result = draft_case(Drafter(model="offline"), case)
    draft = result.draft
    facts = {fact.id: fact.statement for fact in result.profile.facts}
    used = dict.fromkeys(fact for sentence in (draft.sentences if draft else ()) for fact in sentence.facts)
    golden = {
        "subject": draft.subject if draft else None,
        "message": draft.message.split("\n") if draft else None,
        "voicemail": draft.voicemail if draft else None,
        "facts": [facts[fact] for fact in used],
        "needs": list(result.needs),
    }
    return json.dumps(golden, ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Write every golden file; tell which changed."""
    GOLDEN.mkdir(exist_ok=True)
    for name, case in cases().items():
        path, text = GOLDEN / f"{name}.json", drafted(case)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            print(f"changed: {path.name}")
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
