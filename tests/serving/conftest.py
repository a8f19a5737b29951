from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.serving.server import TOKEN, Server, served


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One check at once, one waiting, uploads of at most a megabyte, with a token."""
    folder = tmp_path_factory.mktemp("serve")
    with served(folder, "--running=1", "--waiting=1", "--megabytes=1", token=TOKEN) as started:
        yield started
