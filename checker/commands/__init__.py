"""The commands, each a file: arguments and options in, calls of the rooms below, an exit code out."""
