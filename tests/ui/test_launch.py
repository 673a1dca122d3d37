import socket
import tomllib
from pathlib import Path

import pytest
from streamlit import config, net_util
from streamlit.web import skills
from streamlit.web.server.server_util import is_url_from_allowed_origins

from drafter.errors import InputError
from drafter.ui import theme
from drafter.ui.launch import launch, server_options
from drafter.ui.server import build_app

ROOT = Path(__file__).resolve().parent.parent.parent


def test_it_listens_on_this_machine_only_and_tells_nobody() -> None:
    options = server_options(environment={})
    assert options["server.address"] == "127.0.0.1"
    assert options["server.port"] == 8501
    assert options["browser.gatherUsageStats"] is False


def test_nothing_of_the_maker_s_is_offered_over_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    # Streamlit withholds its offer from servers without a window of their own; ours has one.
    monkeypatch.setattr(skills, "agent_harness_present", lambda: True)
    options = server_options(environment={}, open_browser=True)
    monkeypatch.setattr(config, "get_option", lambda name: options.get(name, False))
    assert skills.nudge_suppression_reason() == "welcome_hidden"


def test_nobody_is_asked_for_this_machine_s_address(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(net_util, "get_external_ip", net_util.get_external_ip)
    monkeypatch.setattr(net_util, "_make_blocking_http_get", lambda url, timeout: asked.append(url))
    build_app({})
    assert not is_url_from_allowed_origins("https://elsewhere.example")
    assert asked == []


def test_the_environment_and_the_option_choose_the_port() -> None:
    environment = {"STREAMLIT_SERVER_PORT": "9123"}
    assert server_options(environment=environment)["server.port"] == 9123
    assert server_options(port=9200, environment=environment)["server.port"] == 9200


def test_the_configuration_file_says_the_same_as_the_flags() -> None:
    table = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    options = server_options(environment={})
    for section in ("server", "browser", "runner", "client", "logger"):
        for name, value in table[section].items():
            assert options[f"{section}.{name}"] == value
    colours = {f"theme.{name}": value for name, value in table["theme"].items() if not isinstance(value, dict)}
    for scheme in ("light", "dark"):
        colours |= {f"theme.{scheme}.{name}": value for name, value in table["theme"][scheme].items()}
    assert colours == theme.options()


def test_a_port_in_use_is_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert launch(port=port, open_browser=False) == 2
    assert capsys.readouterr().err.strip() == f"port {port} is in use; stop what uses it, or choose another with --port"


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.0.2.7", "desk.example.org"])
def test_the_page_is_not_open_to_the_network_without_a_way_to_sign_in(address: str) -> None:
    with pytest.raises(InputError, match="DRAFTER_PASSWORD"):
        server_options(environment={"STREAMLIT_SERVER_ADDRESS": address})
    for guard in ("DRAFTER_PASSWORD", "DRAFTER_USER_HEADER"):
        options = server_options(environment={"STREAMLIT_SERVER_ADDRESS": address, guard: "x"})
        assert options["server.address"] == address


@pytest.mark.parametrize("port", ["abc", "0", "65536", "-1", "8501.5"])
def test_a_port_that_is_none_is_told_in_one_line(
    port: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STREAMLIT_SERVER_PORT", port)
    assert launch(open_browser=False) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
@pytest.mark.parametrize("text", ["textColor", "linkColor"])
def test_text_has_enough_contrast(colours: dict[str, str], ground: str, text: str) -> None:
    one, two = sorted((luminance(colours[ground]), luminance(colours[text])), reverse=True)
    assert (one + 0.05) / (two + 0.05) >= 4.5
