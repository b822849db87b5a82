"""The one console that flows write to."""

from rich.console import Console

console = Console(stderr=True, highlight=False)
