"""The screens: ``guidecheck ui`` starts them. Their settings are in ``.streamlit/config.toml`` beside this file.

It has a folder of its own because Streamlit would take ``pages`` beside it for pages to run as they are.
"""

import sys
from pathlib import Path

_ABOVE = str(Path(__file__).resolve().parents[2])
if _ABOVE not in sys.path:
    sys.path.insert(0, _ABOVE)

from ui.shell import run  # noqa: E402 - the path has to be set first

run()
