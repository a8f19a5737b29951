"""The hook, the action and the template: well formed, and their commands run in a scratch repository."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.shared_material import ROOT

DRAFTS = ROOT / "tests" / "shapes" / "sop-and-data"
HOOKS, ACTION, TEMPLATE = ROOT / ".pre-commit-hooks.yaml", ROOT / "action.yml", ROOT / "ci" / "gitlab.yml"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A draft that falls short in a folder with a blank in its name, and the command on the path."""
    folder, tools = tmp_path / "our data", tmp_path / "tools"
    for made in (folder, tools):
        made.mkdir()
    (folder / "draft.ttl").write_text((DRAFTS / "SOP-07-fail.ttl").read_text("utf-8"), "utf-8")
    command = tools / "guidecheck"
    command.write_text(f"#!{sys.executable}\nfrom checker.cli import main\nmain()\n", "utf-8")
    command.chmod(0o755)
    subprocess.run(["git", "init", "--quiet", "."], cwd=tmp_path, check=True)
    return tmp_path


def shell(script: str, at: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """As a runner does it: bash that stops at the first error."""
    environment = {**os.environ, "PATH": f"{at / 'tools'}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), **variables}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=at, env=environment, capture_output=True, text=True, check=False)


def valid(schema: str, file: Path) -> bool:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def loaded(file: Path) -> Any:
    return yaml.safe_load(file.read_text("utf-8"))


@pytest.mark.parametrize(("schema", "file"), [("vendor.github-actions", ACTION), ("vendor.gitlab-ci", TEMPLATE)])
def test_files_follow_the_schema_of_their_service(schema: str, file: Path, tmp_path: Path) -> None:
    assert valid(schema, file)
    broken = tmp_path / file.name
    broken.write_text(file.read_text("utf-8").replace("runs:", "rums:").replace("  script:", "  scripts:"), "utf-8")
    assert not valid(schema, broken)


def step(**given: str) -> tuple[str, dict[str, str]]:
    """The script of the action's last step, and its variables as the runner fills them."""
    action = loaded(ACTION)
    last = action["runs"]["steps"][-1]
    inputs = {name: given.get(name, str(said["default"])) for name, said in action["inputs"].items()}
    filled = {key: inputs[said.removeprefix("${{ inputs.").removesuffix(" }}")] for key, said in last["env"].items()}
    return last["run"], filled


def test_the_action_annotates_sums_up_and_fails(repository: Path) -> None:
    script, variables = step(paths="our data\n", sarif="out.sarif", junit="out.xml")
    done = shell(script, repository, GITHUB_STEP_SUMMARY=str(repository / "summary"), **variables)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=our data/draft.ttl,line=5,col=1,title=")
    assert (repository / "summary").read_text("utf-8").startswith("# guidecheck")
    assert json.loads((repository / "out.sarif").read_text("utf-8"))["runs"]
    assert (repository / "out.xml").read_text("utf-8").startswith("<?xml")


@pytest.mark.parametrize("settings", ['paths = ["our data"]\nfail-on = "never"', 'fail-on = "never"'])
def test_what_is_not_given_is_left_to_the_projects_settings(repository: Path, settings: str) -> None:
    (repository / "guidecheck.toml").write_text(settings, "utf-8")
    (repository / "package.json").write_text("{}", "utf-8")
    job = loaded(TEMPLATE)
    template = "\n".join(job["guidecheck"]["script"])
    for (script, variables), said in ((step(), "our data/draft.ttl"), ((template, job["variables"]), "Asistencia")):
        done = shell(script, repository, GITHUB_STEP_SUMMARY=str(repository / "summary"), **variables)
        assert (done.returncode, said in done.stdout) == (0, True), done.stderr
    script, variables = step(**{"fail-on": "must"})
    assert shell(script, repository, GITHUB_STEP_SUMMARY="summary", **variables).returncode == 1


def test_the_template_takes_any_path(repository: Path) -> None:
    (repository / "our data").rename(repository / "l'été")
    job = loaded(TEMPLATE)
    variables = {**job["variables"], "GUIDECHECK_PATHS": "l'été\n", "GUIDECHECK_FAIL_ON": "never"}
    done = shell("\n".join(job["guidecheck"]["script"]), repository, **variables)
    assert done.returncode == 0, done.stderr


def test_the_action_reads_no_input_as_shell(repository: Path) -> None:
    script, variables = step(paths="$(touch hit)\n--help;touch hit", profile="`touch hit`", sarif="'; touch hit; '")
    done = shell(script, repository, GITHUB_STEP_SUMMARY=str(repository / "summary"), **variables)
    assert done.returncode == 2
    assert not (repository / "hit").exists()
    assert "${{" not in script


def test_the_template_writes_what_it_hands_on(repository: Path) -> None:
    job = loaded(TEMPLATE)
    variables = {**job["variables"], "GUIDECHECK_PATHS": "our data"}
    done = shell("\n".join(job["guidecheck"]["script"]), repository, **variables)
    assert done.returncode == 1, done.stderr
    for kind, file in job["guidecheck"]["artifacts"]["reports"].items():
        assert (repository / file).stat().st_size > 100, kind
    assert "No se menciona" in done.stdout


def test_the_template_installs_nothing_whose_place_was_not_said() -> None:
    """The bare name would be taken from whatever index the runner asks."""
    template = loaded(TEMPLATE)
    (install,) = template["guidecheck"]["before_script"]
    said = {"PATH": os.environ["PATH"], "GUIDECHECK_PACKAGE": template["variables"]["GUIDECHECK_PACKAGE"]}
    done = subprocess.run(["bash", "-c", install], env=said, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "say in this variable where guidecheck is installed from" in done.stderr


def test_the_hook_checks_what_is_staged(repository: Path) -> None:
    validated = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(HOOKS)], capture_output=True, check=False
    )
    assert validated.returncode == 0
    hooks = [{**hook, "language": "system"} for hook in loaded(HOOKS)]
    config = {"repos": [{"repo": "local", "hooks": hooks[:1]}]}
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")
    (repository / "README.md").write_text("About this folder.", "utf-8")
    shell("git add -A .", repository)
    run = f"{sys.executable} -m pre_commit run --color never"
    done = shell(run, repository, PRE_COMMIT_HOME=str(repository / "kept"))
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Asistencia individual" in done.stdout
    assert "README" not in done.stdout
    (repository / "our data" / "draft.ttl").unlink()
    shell("git add -A .", repository)
    assert "no files to check" in shell(run, repository, PRE_COMMIT_HOME=str(repository / "kept")).stdout
