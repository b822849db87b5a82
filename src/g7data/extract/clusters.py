"""Which mentions name the same person: by a surname that fits, the same words in any order, or the same initials."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from g7data.extract.doings import Doing
from g7data.extract.mentions import Mention
from g7data.extract.office_words import unaccented

_MOST_ALIKE = 50  # people with a word of their names in common that are looked at
_SUFFIXES = frozenset(("jr", "sr", "iii"))


@dataclass(slots=True)
class Cluster:
    """The mentions of one person, with what each of them does."""

    fullest: Mention  # the one with the longest name; the first of equals
    country: str | None = None  # the first that a mention gives; empty for an office of an international body
    doings: list[Doing] = field(default_factory=list)

    def add(self, doing: Doing) -> None:
        """Take in a further mention."""
        self.doings.append(doing)
        if _length(doing.mention.name) > _length(self.fullest.name):
            self.fullest = doing.mention
        self.country = self.country or (doing.country if doing.country is not None else self.country)

    @property
    def role(self) -> tuple[int, int] | None:
        """The office that stands with the longest name, in the text rather than in its title."""
        titled = (d for d in self.doings if d.mention.role is not None)
        best = max(
            titled, key=lambda d: (len(words_of(d.mention.name)), not d.titular, d.size, -d.mention.start), default=None
        )
        return best.mention.role if best is not None else None


def same_people(doings: list[Doing]) -> list[Cluster]:
    """The mentions put together by person, in the order of first naming."""
    clusters: list[Cluster] = []
    index: dict[str, list[Cluster]] = {}
    for doing in doings:
        keys = list(_keys(doing.mention.name))
        cluster = next((c for key in keys for c in index.get(key, ())[:_MOST_ALIKE] if _same(c, doing)), None)
        if cluster is None:
            cluster = Cluster(doing.mention)
            clusters.append(cluster)
        cluster.add(doing)
        for key in keys:
            known = index.setdefault(key, [])
            if cluster not in known[:_MOST_ALIKE]:
                known.append(cluster)
    return clusters


def _keys(name: str) -> Iterator[str]:
    """The words of a name, the last first; of a Japanese one its first sign too."""
    yield from reversed(words_of(name))
    if name[0] > "぀":
        yield name[0]


def _length(name: str) -> tuple[int, int]:
    return len(words_of(name)), len(name) if name[-1] > "぀" else 0


@lru_cache(maxsize=10_000)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name without accents, initials and dots."""
    words = re.findall(r"[^\W\d_]+", unaccented(name)) if name[-1:] < "぀" else re.split(r"[・＝=\s]", name)
    return tuple(w for w in words if len(w) > 1 and w not in _SUFFIXES) or tuple(words)


def _same(cluster: Cluster, doing: Doing) -> bool:
    if cluster.country and doing.country and cluster.country != doing.country:
        return False
    a, b = words_of(cluster.fullest.name), words_of(doing.mention.name)
    if set(a) == set(b):
        return True
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        word = short[0]
        inner = (
            word in long[1:] and "゠" < word[0] <= "ー"
        )  # ウェアラ of two family names in katakana is often left out
        first = word == long[0] and doing.mention.role is not None  # "Minister KONO" of "Kono Taro"
        return (
            word == long[-1]
            or first
            or inner
            or (word in long and _in_capitals(word, cluster, doing))
            or _begins(word, long)
        )
    return (a[-1] == b[-1] and a[0][0] == b[0][0]) or (set(short) < set(long) and short[-1] == long[-1])


def _in_capitals(word: str, cluster: Cluster, doing: Doing) -> bool:
    """Whether a word is set in capitals as a family name in one of two mentions."""
    names = f"{cluster.fullest.name} {doing.mention.name}".split()
    return any(unaccented(n) == word and n.isupper() for n in names)


def _begins(short: str, long: tuple[str, ...]) -> bool:
    """Whether a Japanese family name begins a whole name: 河野 and 河野太郎."""
    if len(long) > 1:
        return short[0] >= "㐀" and long[0] == short
    return short[-1] > "぀" and (long[0].startswith(short) or short.startswith(long[0]))
