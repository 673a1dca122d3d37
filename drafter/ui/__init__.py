"""The Streamlit page, thin over the library."""
