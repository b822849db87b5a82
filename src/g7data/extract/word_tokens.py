"""The words of a stretch of text, with where they stand and what each can be."""

import re
from dataclasses import dataclass
from itertools import pairwise

from g7data.extract.office_words import Is, kind_of

_TOKEN = re.compile(
    r"[A-ZÀ-Þ]\.(?:-?[A-ZÀ-Þ]\.)+"
    r"|(?:Mrs?|Ms|Messrs|Dr|Prof|Hon|Rt|Sen|Rep|Gov|Sec|Dep|Amb|Gen|Jr|Sr|Mme|MM|Sig|On|Dott)\.(?:ssa\b|ra\b)?"
    r"|[A-ZÀ-Þ]\."
    r"|(?:[dDlL]|[dDnN]ell|[aA]ll|[dD]all|[sS]ull|[uU]n)['’](?=[^\W\d_])"
    r"|(?<=\w)['’´]s\b"
    r"|[A-Z]{1,4}\d{1,2}\b"
    r"|[^\W\d_]+(?:[-‐'’ʼ](?!s\b)[^\W\d_]+)*"
    r"|\d+|[^\s_]"
)
_GLUED = re.compile(r"[a-zß-ÿ]{2}[A-ZÀ-Þ]|[A-Z]{2}[a-z]{2}")
_SEAM = re.compile(r"(?<=[a-zß-ÿ]{2})(?=[A-ZÀ-Þ])|(?<=[A-Z]{2})(?=[A-Z][a-z]{2})")
_PREFIXES = ("Mac", "Van", "Del", "Des", "San", "Fitz", "Von", "Dos", "Ben")
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
        return not self.kind(index) & Is.LOWER and self.text[self.starts[index]].isalpha() if 0 <= index < len(self) else False


def read_words(text: str, start: int, end: int) -> Words:
    """Take a stretch of a text apart."""
    words = Words(text, [], [], [])
    for match in _TOKEN.finditer(text, start, end):
        token = match[0]
        if len(token) > 4 and _GLUED.search(token):
            _add_parts(words, match.start(), token)
        else:
            words.starts.append(match.start())
            words.ends.append(match.end())
            words.kinds.append(kind_of(token))
    return words


def _add_parts(words: Words, start: int, token: str) -> None:
    """The words of a token in which two were run together: "SnowMeeting", "AMSecretary"; not those of "MacKay"."""
    cuts = [0, *(m.start() for m in _SEAM.finditer(token) if not token.startswith(_PREFIXES)), len(token)]
    for a, b in pairwise(cuts):
        words.starts.append(start + a)
        words.ends.append(start + b)
        words.kinds.append(kind_of(token[a:b]))
