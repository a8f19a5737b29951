"""What the page's uploader would hand over, and a report to put on the page without a check."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from streamlit.testing.v1 import AppTest

from checker.check import Options
from checker.report import Report
from checker.reports.texts import Wording
from tests.reports.sample import texts
from tests.shared_material import ROOT
from ui.checking.running import Checked
from ui.uploads import Draft

APP = ROOT / "ui" / "start" / "app.py"
DESCRIPTION = ROOT / "tests" / "shapes" / "dimensions" / "DIM-01-fail.ttl"
TEXTUAL = ("html", "header", "subheader", "text", "error", "info", "markdown")
T = Wording(texts("en"))


@dataclass(frozen=True)
class Uploaded:
    name: str
    data: bytes = b"text"

    def getvalue(self) -> bytes:
        return self.data


def page() -> AppTest:
    """The page as it opens."""
    return AppTest.from_file(str(APP), default_timeout=60).run()


def checked_page(*files: Path | tuple[str, bytes], **choices: str) -> AppTest:
    """The page after these files were dropped, choices made by key, Check pressed, and the check has ended."""
    at = page()
    named = [(f.name, f.read_bytes()) if isinstance(f, Path) else f for f in files]
    at.file_uploader(key="uploads").set_value([(name, data, "application/octet-stream") for name, data in named])
    for key, value in choices.items():
        at.selectbox(key=f"{key.replace('_', '-')} en").set_value(value)
    at.run()
    return ended(at.button(key="check").click().run())


def ended(at: AppTest) -> AppTest:
    """The page when the check that it shows has come to its end."""
    if "checking" in at.session_state:
        at.session_state["checking"].job.wait(60)
    return at.run()


def page_with(report: Report) -> AppTest:
    """The page after a check that gave this report, of which no review was made."""
    drafts = tuple(Draft(found.path, b"") for found in report.inputs)
    report = replace(report, profile="everything")
    at = AppTest.from_file(str(APP), default_timeout=60)
    at.session_state["checked"] = Checked(drafts, Options(), report, (), tuple("" for _ in report.inputs))
    return at.run()


def switched(at: AppTest, language: str) -> AppTest:
    return at.segmented_control(key="interface-language").set_value(language).run()


def shown(at: AppTest, *kinds: str) -> str:
    """What the page's elements of these kinds say; of every kind that holds text unless given."""
    elements = [e for kind in kinds or TEXTUAL for e in at.get(kind)]
    return "\n".join(str(getattr(e, "value", None) or getattr(e.proto, "body", "")) for e in elements)
