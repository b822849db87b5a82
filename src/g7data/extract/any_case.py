"""Alternatives in capitals or small letters, written so that the pattern engine leaves them at once.

Where letters count in any case, the engine tries every one of a row of alternatives at every place. A first letter that is
given in both cases is looked at before anything is tried, and those that begin with the same one need it looked at once.
"""

from itertools import groupby

_TAKEN_FOR = {"i": "İı", "k": "\u212a", "s": "ſ", "å": "\u212b"}  # as the engine does where case does not count


def any_case(words: str) -> str:
    """A pattern for one of several words, parted by `|`, in any case; of words of which one begins the other, the first that fits counts.

    >>> any_case("at|am|du")
    '(?:[aA](?i:t|m)|[dD](?i:u))'
    """
    first = sorted(words.split("|"), key=lambda word: word[0])
    groups = [(letter, [word[1:] for word in group]) for letter, group in groupby(first, key=lambda word: word[0])]
    choices = (f"[{a}{a.upper()}{_TAKEN_FOR.get(a, '')}](?i:{'|'.join(rest)})" for a, rest in groups)
    return f"(?:{'|'.join(choices)})"
