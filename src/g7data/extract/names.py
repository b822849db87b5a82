"""What a personal name looks like: read to the right from where it begins, or to the left from where it ends."""

from dataclasses import dataclass

from g7data.extract.known_people import family_words, is_known_name
from g7data.extract.office_words import Is, unaccented
from g7data.extract.word_tokens import Words

_MOST_WORDS = 6
_MOST_TOKENS = 12  # initials and particles included
_MOST_HONORIFICS = 5
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "iii", "iv"))
_PLACES_TOO = frozenset("holland jordan ireland england hall monaco rome".split())  # surnames behind a given name
_ONLY_AFTER_PARTICLES = ("den", "das")  # "van den", but "Ben Orr den Fragen"
_ALWAYS_HONORIFIC = frozenset(("honourable", "honorable", "hon.", "rt"))


@dataclass(frozen=True, slots=True)
class Name:
    """A name as tokens `first` to `last`; `opening` is the first of its honorifics and the article before them."""

    first: int
    last: int
    opening: int
    count: int  # of its words, initials and particles left out
    honorific: tuple[int, int] | None = None


def read_name(t: Words, start: int) -> Name | None:
    """The name that begins at a token, its honorifics before it."""
    first = _skip_honorifics(t, start)
    last, count = _run(t, first)
    if last is None:
        return None
    titled = (
        (start + (t.kind(start) & Is.ARTICLE and not t.kind(start) & Is.HONORIFIC > 0), first - 1)
        if first > start
        else None
    )
    return Name(first, _with_suffix(t, last), start, count, titled)


def read_name_before(t: Words, end: int) -> Name | None:
    """The name that ends with a token, its honorifics before it."""
    k, first, count = end, None, 0
    while k > end - _MOST_TOKENS and k >= 0 and count < _MOST_WORDS:
        kind = t.kinds[k]
        if _is_name(t, k) or (k == end and _is_family(t, k) and bool(t.kind(k - 1) & (Is.NAME | Is.INITIAL))):
            first, count = k, count + 1
        elif kind & Is.INITIAL and count and not kind & Is.HONORIFIC:
            first = k
        elif not (kind & Is.PARTICLE and count == 1 and _particle_joins(t, k)):
            break
        if not (t.apart(k - 1) or t.kind(k - 1) & Is.PARTICLE):
            break
        k -= 1
    if first is None:
        return None
    opening = _honorifics_before(t, first)
    return Name(first, end, opening, count, (opening, first - 1) if opening < first else None)


def _run(t: Words, start: int) -> tuple[int | None, int]:
    """The last token of the name that begins here, and how many words it has."""
    j, last, count = start, None, 0
    while j < min(len(t), start + _MOST_TOKENS) and count < _MOST_WORDS:
        kind = t.kinds[j]
        if _is_name(t, j) or (_is_family(t, j) and (count == 0 or not t.kind(j - 1) & Is.PARTICLE)):
            last, count = j, count + 1
        elif kind & Is.PARTICLE and (joined := _after_particles(t, j)) is not None:
            j = last = joined
            count += 1
        elif not (kind & Is.INITIAL and t.kind(j + 1) & (Is.NAME | Is.INITIAL | Is.PARTICLE)):
            break
        if not t.apart(j):
            break
        j += 1
    return last, count


def _is_name(t: Words, index: int) -> bool:
    return bool(t.kind(index) & Is.NAME) or (
        t.word(index) == "Un" and t.kind(index - 1) & t.kind(index - 2) & Is.NAME > 0
    )


def _is_family(t: Words, index: int) -> bool:
    """Whether a listed word stands here as the family name of a known office-holder: May, Brown, King."""
    if not t.capital(index):
        return False
    if unaccented(t.word(index)) not in family_words():
        return t.word(index).lower() in _PLACES_TOO and bool(t.kind(index - 1) & Is.NAME)
    listed = t.kind(index) & (Is.HONORIFIC | Is.OFFICE)
    return not listed or (bool(t.kind(index - 1) & Is.NAME) and is_known_name(f"{t.word(index - 1)} {t.word(index)}"))


def _after_particles(t: Words, index: int) -> int | None:
    """The name word that up to three particles lead to."""
    j = index
    if t.word(j).lower() == "zu" and not _zu_joins(t, j):
        return None
    if t.word(j).lower() in _ONLY_AFTER_PARTICLES and t.kind(j - 1) & Is.NAME:
        return None
    while j < index + 3 and t.kind(j) & Is.PARTICLE and (t.apart(j) or t.glued(j)):
        j += 1
    return j if j > index and _is_name(t, j) else None


def _particle_joins(t: Words, index: int) -> bool:
    """Whether the particles that end here stand between two words of one name."""
    if t.word(index).lower() == "zu" and not _zu_joins(t, index):
        return False
    j = index
    while j > index - 3 and t.kind(j) & Is.PARTICLE:
        j -= 1
    return bool(t.kind(j) & (Is.NAME | Is.INITIAL)) and t.apart(j) and not t.kind(j) & Is.LOWER


def _zu_joins(t: Words, index: int) -> bool:
    """Whether "zu" belongs to a name: known to bear it, or with a given name in two parts before it that stands by itself."""
    if unaccented(t.word(index + 1)) in family_words():
        return True
    double = "-" in t.word(index - 1) and bool(t.kind(index - 1) & Is.NAME)
    return double and not t.kind(index - 2) & Is.NAME and t.apart(index)


def _skip_honorifics(t: Words, start: int) -> int:
    j = start
    while j < start + _MOST_HONORIFICS and (
        _is_honorific(t, j) or (j == start and t.kind(j) & Is.ARTICLE and _is_honorific(t, j + 1))
    ):
        j += 1
    return j


def _is_honorific(t: Words, index: int) -> bool:
    if not t.kind(index) & Is.HONORIFIC:
        return False
    if t.kind(index) & Is.INITIAL:  # "M." may be an initial
        return bool(t.kind(index + 1) & (Is.NAME | Is.PARTICLE))
    return (
        t.capital(index) or t.word(index).lower() in _ALWAYS_HONORIFIC or t.word(index + 1).lower() in _ALWAYS_HONORIFIC
    )


def _honorifics_before(t: Words, first: int) -> int:
    j = first
    while j > max(0, first - _MOST_HONORIFICS) and _is_honorific(t, j - 1) and t.apart(j - 1):
        j -= 1
    return j


def _with_suffix(t: Words, last: int) -> int:
    """With "Jr." and the like after it."""
    for j in (last + 1, last + 2):
        if t.word(j).lower() in _SUFFIXES and (j == last + 1 or t.word(last + 1) == ","):
            return j
    return last
