"""The page's entry for Streamlit: navigation only. Open it with ``drafter ui``."""

from drafter.ui import run

run()
