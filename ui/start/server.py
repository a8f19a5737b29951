"""Streamlit's server, which asks nobody for the addresses of this computer.

By itself it does, of a service on the internet: where it listens on all addresses, and whenever a page from elsewhere
turns to it. Names under which it is reached otherwise are for ``browser.serverAddress``.
"""

from __future__ import annotations

from streamlit import net_util
from streamlit.web.cli import main


def _nobody_is_asked() -> None:
    return None


if __name__ == "__main__":
    net_util.get_external_ip = net_util.get_internal_ip = _nobody_is_asked
    main(prog_name="streamlit")
