"""A bill of materials of an installed guidecheck, as CycloneDX 1.6 in JSON: ``python -m dependencies.sbom``."""

from __future__ import annotations

import json
import re
import sys
from typing import Any

from checker import __version__
from dependencies.installed import ROOT, Package, needed, plain

_LOCKED = re.compile(
    r"^([\w.-]+)==(\S+)(?: ;[^\n]*)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)


def bill() -> dict[str, Any]:
    """Nothing in it changes from run to run. Hashes are those that the lock allows, of the version installed."""
    packages, locked = needed(), _locked()
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": _component("application", "guidecheck", __version__, "Apache-2.0")},
        "components": [
            {**_component("library", p.name, p.version, p.licence), **locked.get((p.name, p.version), {})}
            for p in packages.values()
        ],
        "dependencies": [
            {"ref": _ref(p), "dependsOn": [_ref(packages[n]) for n in p.needs]} for p in packages.values()
        ],
    }


def _component(kind: str, name: str, version: str, licence: str) -> dict[str, Any]:
    at = f"pkg:pypi/{name}@{version}"
    spdx = re.fullmatch(r"[\w.+-]+( (AND|OR|WITH) [\w.+-]+)*", licence)
    said = {"expression": licence} if spdx else {"license": {"name": licence.splitlines()[0][:80]}}
    return {"type": kind, "bom-ref": at, "name": name, "version": version, "purl": at, "licenses": [said]}


def _ref(package: Package) -> str:
    return f"pkg:pypi/{package.name}@{package.version}"


def _locked() -> dict[tuple[str, str], dict[str, Any]]:
    found = {}
    for name, version, hashes in _LOCKED.findall((ROOT / "requirements.lock").read_text("utf-8")):
        content = [{"alg": "SHA-256", "content": h} for h in re.findall(r"sha256:(\w{64})", hashes)]
        found[plain(name), version] = {"hashes": content}
    return found


if __name__ == "__main__":
    json.dump(bill(), sys.stdout, indent=1)
    sys.stdout.write("\n")
