"""Settings of a project: from a file, from the environment, or as they are by default."""

from checker.config.effective import effective
from checker.config.files import config_file
from checker.config.keys import SETTINGS, Setting, Value

__all__ = ["SETTINGS", "Setting", "Value", "config_file", "effective"]
