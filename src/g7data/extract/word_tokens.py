"""The words of a stretch of text, with where they stand and what each can be."""

import re
from dataclasses import dataclass
from itertools import pairwise

from g7data.extract.office_words import Is, kind_of

_TOKEN = re.compile(
    r"EE\.\s?UU\.?|[A-ZÀ-Þ]\.(?:-?[A-ZÀ-Þ]\.)+"
    r"|(?:Mrs?|Ms|MRS?|MS|DR|Messrs|Dr|Prof|Hon|Rt|Sen|Rep|Gov|Sec|Dep|Amb|Gen|Jr|Sr|Mme|MM|Sig|On|Dott)\.(?:ssa\b|ra\b)?"
    r"|[A-ZÀ-Þ]\."
    r"|(?:[dDlLsSjJn]|[qQ]u|[lL]orsqu|[pP]uisqu|[jJ]usqu|[dDnN]ell|[aA]ll|[dD]all|[sS]ull|[uU]n)['’](?=[^\W\d_])"
    r"|(?<=[\w.])['’´]s\b"
    r"|[A-Z]{1,4}\d{1,2}\b"
    r"|[^\W\d_]+(?:[-‐'’ʼ](?!s\b)[^\W\d_]+)*"
    r"|\d+|[^\s_]"
)
_GLUED = re.compile(r"[a-zß-ÿ]{2}[A-ZÀ-Þ]|[A-Z]{2}[a-z]{2}")
_MAY_BE_GLUED = re.compile(r"[A-ZÀ-Þ](?:(?<=[a-zß-ÿ].)|[A-Z])")  # begins with what few words hold within
_SEAM = re.compile(r"(?<=[a-zß-ÿ]{2})(?=[A-ZÀ-Þ])|(?<=[A-Z]{2})(?=[A-Z][a-z]{2})")
_PREFIXES = ("Mac", "Van", "Del", "Des", "San", "Fitz", "Von", "Dos", "Ben")
_SHORTEST_PAIR = 5
POSSESSIVE = ("'s", "’s", "´s")


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of `text`: word i is `text[starts[i]:ends[i]]` and `kinds[i]` the kinds (`Is`) it can be."""

    text: str
    starts: list[int]
    ends: list[int]
    kinds: list[int]

    def __len__(self) -> int:
        """How many tokens there are."""
        return len(self.starts)

    def word(self, index: int) -> str:
        """The token as it is written; nothing outside the stretch."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.starts) else ""

    def kind(self, index: int) -> int:
        """The kinds of a token; none outside the stretch."""
        return self.kinds[index] if 0 <= index < len(self.starts) else 0

    def apart(self, index: int) -> bool:
        """Whether only blanks stand between a token and the next, and at least one."""
        if not 0 <= index < len(self.starts) - 1:
            return False
        between = self.text[self.ends[index] : self.starts[index + 1]]
        return between in (" ", "_") or (between != "" and "\t" not in between and "\n\n" not in between)

    def glued(self, index: int) -> bool:
        """Whether a token touches the next one."""
        return 0 <= index < len(self.starts) - 1 and self.ends[index] == self.starts[index + 1]

    def capital(self, index: int) -> bool:
        """Whether a token begins with a capital."""
        return 0 <= index < len(self.kinds) and not self.kinds[index] & (Is.LOWER | Is.SIGN)


def read_words(text: str, start: int, end: int) -> Words:
    """Take a stretch of a text apart."""
    spans = [match.span() for match in _TOKEN.finditer(text, start, end)]
    if _MAY_BE_GLUED.search(text, start, end) is not None and _GLUED.search(text, start, end) is not None:
        spans = [part for a, b in spans for part in _parts(text, a, b)]
    return Words(text, [a for a, _ in spans], [b for _, b in spans], [kind_of(text[a:b]) for a, b in spans])


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words of a token in which two were run together: "SnowMeeting", "AMSecretary"; not those of "MacKay"."""
    if end - start < _SHORTEST_PAIR or text.startswith(_PREFIXES, start) or not _GLUED.search(text, start, end):
        return [(start, end)]
    cuts = [start, *(m.start() for m in _SEAM.finditer(text, start, end) if m.start() > start), end]
    return list(pairwise(cuts))
