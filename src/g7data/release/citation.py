"""CITATION.cff of a release, in the Citation File Format 1.2.0 (https://citation-file-format.github.io/).

Texts are written as JSON writes them, which YAML reads as the same.
"""

import json

from g7data.release.edition import HOME, KEYWORDS, MAINTAINERS, SUMMARY, TITLE, Edition

CITATION = "CITATION.cff"
"""The name of the file in a release."""
_MESSAGE = "Cite this release of the data as below, and the texts in it by their own addresses (documents.url)."


def citation(edition: Edition) -> str:
    """Return how to cite a release, for programs."""
    facts = {
        "cff-version": "1.2.0",
        "message": _MESSAGE,
        "type": "dataset",
        "title": TITLE,
        "abstract": SUMMARY,
        "version": str(edition.version),
        "license": edition.licence.name,
        "repository-code": HOME,
    }
    lines = [f"{name}: {_text(value)}\n" for name, value in facts.items()]
    lines += ["authors:\n", f"  - name: {_text(MAINTAINERS)}\n", "keywords:\n"]
    return "".join([*lines, *(f"  - {_text(word)}\n" for word in KEYWORDS)])


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
