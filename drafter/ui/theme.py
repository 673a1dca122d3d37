"""One look, light and dark: the colours, the little style that Streamlit's theme lacks, and escaping."""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path

STATIC = Path(__file__).resolve().parent / "static"

# Streamlit's option names. One accent; every pair of text and ground has a contrast of at least 4.5 to 1.
LIGHT = {
    "primaryColor": "#1f5f7a",
    "backgroundColor": "#fdfcfa",
    "secondaryBackgroundColor": "#f3f1ec",
    "textColor": "#24272b",
    "linkColor": "#1f5f7a",
    "borderColor": "#d9d5cc",
}
DARK = {
    "primaryColor": "#7fc4de",
    "backgroundColor": "#17191c",
    "secondaryBackgroundColor": "#212428",
    "textColor": "#e9e6e0",
    "linkColor": "#7fc4de",
    "borderColor": "#3a3f45",
}
COMMON: dict[str, str | bool] = {
    "font": "sans-serif",
    "baseRadius": "8px",
    "showWidgetBorder": True,
}
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$:])")


def options() -> dict[str, str | bool]:
    """The theme as Streamlit options, for the command line and the configuration file."""
    found: dict[str, str | bool] = {f"theme.{name}": value for name, value in COMMON.items()}
    found |= {f"theme.light.{name}": value for name, value in LIGHT.items()}
    found |= {f"theme.dark.{name}": value for name, value in DARK.items()}
    return found


@cache
def asset(name: str) -> str:
    """The text of a style sheet or script of ours."""
    return (STATIC / name).read_text(encoding="utf-8")


def colours() -> str:
    """The colours as a style rule, for a page that Streamlit does not make."""
    both = "; ".join(f"--{name}: light-dark({LIGHT[name]}, {DARK[name]})" for name in LIGHT)
    return f":root {{ color-scheme: light dark; {both} }}"


def apply() -> None:
    """Add our style sheet to the page."""
    import streamlit as st

    dark = st.context.theme.type == "dark"
    accent, on_accent = (DARK["primaryColor"], "#0f1d24") if dark else (LIGHT["primaryColor"], "#ffffff")
    st.html(f"<style>:root {{ --accent: {accent}; --on-accent: {on_accent}; }}\n{asset('page.css')}</style>")


def plain(text: str) -> str:
    """The text for a Streamlit label or markdown, with nothing in it taken as markup."""
    return _MARKDOWN.sub(r"\\\1", text)


def escaped(text: str) -> str:
    """The text for HTML."""
    return html.escape(text, quote=True)
