"""The command line: a skin over the library. Each command is a module; `main` puts them together."""

from g7data.cli.main import main

__all__ = ["main"]
