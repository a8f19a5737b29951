"""Settings that stand for options of ``guidecheck check``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from checker.config import Setting, config_file, effective


def from_settings(command: click.Command, context: click.Context, args: list[str]) -> list[str]:
    """The arguments with those that settings stand for before them, as far as the call does not say otherwise."""
    given, _, order = command.make_parser(context).parse_args(list(args))
    names = {parameter.name for parameter in order}
    if context.resilient_parsing or "no_config" in names or "help" in names:
        return args
    named = given.get("files")
    files = [Path(file) for file in named] if isinstance(named, list | tuple) else []
    settings = effective(config_file(files))
    more = [argument for setting in settings for argument in _arguments(setting, names)]
    paths = next(s.value for s in settings if s.key.name == "paths")
    return [*more, *(paths if isinstance(paths, tuple) and not files else ()), *args]


def _arguments(setting: Setting, given: Iterable[str | None]) -> Iterable[str]:
    key, value = setting.key, setting.value
    by_option = {"--format": {"formats", "outputs"}, "--condition": {"conditions"}, "--fail-on": {"fail_on"}}
    names = by_option.get(key.option, {key.option.removeprefix("--")})
    if not key.option or setting.source == "default" or names & set(given):
        return
    if isinstance(value, bool):
        yield key.option if value else key.option.replace("--", "--no-", 1)
    elif key.of == "format" and isinstance(value, tuple):
        for format_, _, file in (one.partition(":") for one in value):
            yield f"--format={format_}"
            if file:
                yield f"--output={file}"
    else:
        for one in (value,) if isinstance(value, str) else value:
            yield f"{key.option}={one}"
