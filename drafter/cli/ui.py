"""``drafter ui``: open the page."""

from __future__ import annotations

from typing import Annotated

import typer

app = typer.Typer()


@app.command()
def ui(
    port: Annotated[int | None, typer.Option(help="Port (else STREAMLIT_SERVER_PORT, else 8501).")] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open a browser.")] = False,
) -> None:
    """Open the page in a browser; it listens on this machine only."""
    from drafter.cli._log import log_to_terminal
    from drafter.ui.launch import launch

    log_to_terminal("drafter.ui")
    raise typer.Exit(launch(port=port, open_browser=not no_browser))
