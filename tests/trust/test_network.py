"""Nothing listens beyond this machine, and no door to the network leaves certificates unchecked."""

from __future__ import annotations

import re
import ssl
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

import drafter
from drafter.gather.public_network import PublicBackend, PublicTransport
from drafter.llm.openai_compatible import OpenAICompatible
from drafter.settings import Settings
from drafter.ui.launch import __file__ as launch_file

PACKAGE = Path(drafter.__file__).parent
UNCHECKED = re.compile(
    r"verify\s*=\s*False|CERT_NONE|_create_unverified_context|check_hostname\s*=\s*False|ssl\s*=\s*False|VERIFY_NONE"
)
EVERYWHERE = re.compile(r"""["'](?:0\.0\.0\.0|::|\*)["']\s*,\s*\d|bind\(\(["']["']|host=["'](?:0\.0\.0\.0|::)["']""")


def test_no_door_leaves_certificates_unchecked() -> None:
    for source in PACKAGE.rglob("*.py"):
        found = UNCHECKED.search(source.read_text(encoding="utf-8"))
        assert found is None, f"{source}: {found}"


@pytest.mark.parametrize("door", ["model", "pages"])
def test_every_door_checks_certificates_and_names(door: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONHTTPSVERIFY", "0")
    if door == "model":
        found: Any = OpenAICompatible(Settings(model="m", api_key=SecretStr("k"), base_url="https://h.example/v1"))
        transport = found._client._client._transport
    else:
        transport = PublicTransport(PublicBackend(deadline=0))
    context = transport._pool._ssl_context
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname


def test_nothing_binds_every_address() -> None:
    for source in PACKAGE.rglob("*.py"):
        found = EVERYWHERE.search(source.read_text(encoding="utf-8"))
        assert found is None, f"{source}: {found}"
    assert '"127.0.0.1"' in Path(launch_file).read_text(encoding="utf-8")
