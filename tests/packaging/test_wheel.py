"""The wheel works away from the checkout: built, installed into an empty environment, and put to its main job there."""

from __future__ import annotations

import os
import subprocess
import venv
from pathlib import Path

import pytest

from tests.shared_material import ROOT


def run(*command: str | Path, cwd: Path) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout


@pytest.mark.skipif(
    os.environ.get("CI") != "true" and not os.environ.get("GUIDECHECK_PACKAGING"),
    reason="builds and installs a wheel; set GUIDECHECK_PACKAGING=1",
)
def test_the_wheel_does_the_main_job_elsewhere(tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    run(python, "-m", "pip", "wheel", "-q", "--no-deps", "-w", tmp_path, ROOT, cwd=tmp_path)
    (wheel,) = tmp_path.glob("guidecheck-*.whl")
    run(python, "-m", "pip", "install", "-q", wheel, cwd=tmp_path)
    report = tmp_path / "report.html"
    draft = ROOT / "examples" / "drafts" / "sop-reintegration-en.docx"
    command = tmp_path / "env" / "bin" / "guidecheck"
    run(command, "check", draft, "--output", report, "--fail-on", "never", cwd=tmp_path)
    html = report.read_text("utf-8")
    assert "SOP-07" in html
    assert "Consent procedure described" in html
    (ui,) = (tmp_path / "env").rglob("checker/ui/start/.streamlit/config.toml")
    assert (ui.parent.parent / "app.py").is_file()
    places = run(python, "-c", "from checker.places import ONTOLOGY; print(ONTOLOGY)", cwd=tmp_path)
    assert str(tmp_path) in places
