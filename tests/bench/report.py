"""What was measured, written for people to `docs/benchmarks.md` and for programs to `output/benchmarks.json`.

Each section says when and on what machine it was measured; one whose benchmark was not run this time stays as it was.
"""

import json
from datetime import date
from pathlib import Path

from tests.bench.section import Section

_OPENING = """\
# Benchmarks

Written by `make bench`, never by hand. `make bench CORPUS=path/to/file.warc.gz` measures on pages of your own, and
`make bench BENCH=extraction` one of the benchmarks alone.
"""
_HEADING = "\n## "


def write_page(path: Path, sections: list[Section], machine: str, today: date) -> None:
    """Write the sections into the page; those of other benchmarks that stand in it already are kept."""
    old = path.read_text(encoding="utf-8") if path.is_file() else _OPENING
    _, *parts = old.split(_HEADING)
    kept = {part.partition("\n")[0]: part.rstrip() for part in parts}
    kept |= {section.title: as_markdown(section, machine, today) for section in sections}
    path.write_text(f"\n{_HEADING}".join((_OPENING.rstrip(), *kept.values())) + "\n", encoding="utf-8", newline="\n")


def as_markdown(section: Section, machine: str, today: date) -> str:
    """A section of the page, without the marks of its heading."""
    tables = [table.as_markdown() for table in section.all_tables()]
    return "\n\n".join((section.title, f"Measured on {today:%Y-%m-%d}: {machine}.", *section.words, *tables))


def write_figures(path: Path, sections: list[Section]) -> None:
    """Write the figures by their keys; those of other benchmarks that stand in the file already are kept."""
    figures = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    for section in sections:
        figures |= section.figures()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(figures, indent=2, sort_keys=True) + "\n", encoding="utf-8")
