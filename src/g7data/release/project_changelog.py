"""The section of a release in a project's CHANGELOG.md: below what is unreleased, above what came before."""

import re
from pathlib import Path

from g7data.release.changelog import causes_in_words
from g7data.release.errors import ChangelogUnreadable
from g7data.release.place import replace_text
from g7data.release.publish import Published

_HEADING = re.compile(r"^## (?!\[Unreleased\])", re.MULTILINE)


def add_to_changelog(path: Path, published: Published) -> None:
    """Write the section of a release into a changelog; one that is there already stays as it is.

    Raises ChangelogUnreadable where there is no such file.
    """
    text = read_changelog(path)
    title = f"## Data {published.version}\n"
    if title in text:
        return
    section = f"{title}\n{_told(published)}\n"
    later = _HEADING.search(text)
    if later is None:
        replace_text(path, f"{text.rstrip()}\n\n{section}")
    else:
        replace_text(path, f"{text[: later.start()]}{section}\n{text[later.start() :]}")


def read_changelog(path: Path) -> str:
    """Return the text of a changelog. Raises ChangelogUnreadable where there is no such file."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ChangelogUnreadable(f"{path} cannot be read ({error}); name the CHANGELOG.md to write to") from error


def _told(published: Published) -> str:
    if published.previous is None:
        rows = sum(published.rows.values())
        return f"The first release of the data: {rows:,} rows in {len(published.rows)} tables."
    told = [f"- {line}" for line in causes_in_words(published.tallies)]
    return "\n".join([f"Compared with {published.previous}; `CHANGES.md` of the release tells more.\n", *told])
