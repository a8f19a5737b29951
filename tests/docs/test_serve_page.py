"""The page on the server can be followed: each of its calls is made, in their order, and is answered."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.docs.shown import FENCE
from tests.serving.server import RDF, TOKEN, WORD, served
from tests.shared_material import ROOT

PAGE = (ROOT / "docs/how-to/serve.md").read_text("utf-8")
CALLS = [line for _, script in FENCE.findall(PAGE) for line in script.splitlines() if "curl" in line]
WRITTEN = {"report.html": "<!doctype html>", "report.md": "#", "report.json": "{", "report.sarif": "{"}


@pytest.mark.skipif(shutil.which("curl") is None, reason="no curl")
def test_each_call(tmp_path: Path) -> None:
    folder = tmp_path / "here"
    (folder / "drafts").mkdir(parents=True)
    shutil.copy(WORD, folder / "sop.docx")
    shutil.copy(RDF, folder / "data.ttl")
    for name in ("one.docx", "two words.docx", "three.docx"):
        (folder / "drafts" / name).write_bytes(WORD.read_bytes())
    with served(tmp_path, "--running=1", "--waiting=0", token=TOKEN) as server:
        place = f"{server.http.base_url.host}:{server.http.base_url.port}"
        sent = f'curl() {{ command curl -H "Authorization: Bearer {TOKEN}" "$@"; }}\n'
        script = sent + "\n".join(CALLS).replace("127.0.0.1:8400", place)
        own = {"GUIDECHECK_SERVE_TOKEN": TOKEN}
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            cwd=folder, env={**os.environ, **own}, capture_output=True, text=True, timeout=500,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for name, begins in WRITTEN.items():
        assert (folder / name).read_text("utf-8").startswith(begins), name
    assert '"state":"done"' in done.stdout
    for file in (folder / "drafts").glob("*.docx"):
        report = json.loads(file.with_name(f"{file.name}.json").read_bytes())
        assert report["inputs"][0]["path"] == file.name


def test_each_status_that_is_answered_is_on_the_page(tmp_path: Path) -> None:
    with served(tmp_path) as server:
        described = server.http.get("/openapi.json").json()["paths"]
    answered = {status for methods in described.values() for call in methods.values() for status in call["responses"]}
    assert [status for status in sorted(answered) if f"{status}" not in PAGE and status != "204"] == []
