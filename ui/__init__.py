"""The screens: Streamlit pages over the same functions as the command line."""
