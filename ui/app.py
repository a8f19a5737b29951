"""The page a reviewer opens: ``streamlit run ui/app.py``. Its settings are in ``ui/.streamlit/config.toml``."""

import sys
from pathlib import Path

_ABOVE = str(Path(__file__).resolve().parents[1])
if _ABOVE not in sys.path:
    sys.path.insert(0, _ABOVE)

from ui.page import show  # noqa: E402 - the path has to be set first

show()
