"""Strings that no match of a pattern can do without, read from the pattern: "(?:©|copyright) 20" needs "© 20" or "copyright 20".

A pattern is taken apart as the standard library parses it. Parts that are known to the letter are joined; of a choice, each
branch has to need something; what may be left out needs nothing.
"""

from collections.abc import Iterable, Sequence
from itertools import product
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

Strings = frozenset[str]
Part = tuple[Any, Any]  # what kind of part it is, and its content, as the parser gives them
_EMPTY: Strings = frozenset(("",))
_MOST = 16  # strings into which a stretch of a pattern is multiplied out
_WORD = 6  # letters: a longer string is not much rarer
_MOST_IN_ALL = 3000
FAR = 10_000  # signs: a reach of that many or more is none


Needed = dict[str, int]
"""Strings of which every match holds at least one, and how many signs after the match's start each begins at most."""
_NOTHING: Needed = {}


def needed_strings(pattern: str, flags: int = 0) -> Needed:
    r"""What every match of a pattern holds, in the case in which the pattern has it; nothing if there is no such thing.

    >>> needed_strings(r"\d{1,3} (?:grey|white)\w*")
    {' grey': 3, ' white': 3}
    """
    return read_pattern(pattern, flags)[0]


def read_pattern(pattern: str, flags: int = 0) -> tuple[Needed, int]:
    """What `needed_strings` gives, and the flags of the pattern, with those that are written in it; it is not compiled for that."""
    parsed = _parser.parse(pattern, flags)
    found = _in_sequence(parsed.data)
    return dict(sorted(found.items())) if len(found) <= _MOST_IN_ALL else _NOTHING, int(parsed.state.flags)


_ONE_SIGN = frozenset((op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY))


def _in_sequence(items: Iterable[Part]) -> Needed:
    """The best of what the parts of a sequence need; parts that are known to the letter are joined."""
    best = _NOTHING
    joined = _EMPTY
    begun = passed = 0  # signs at most before the joined strings, and before the next part
    for kind, value in items:
        if kind is op.LITERAL:  # most parts are
            joined = frozenset([string + chr(value) for string in joined])
            passed = min(FAR, passed + 1)
            continue
        exact = _exact(kind, value)
        width = _width(kind, value)
        if exact is None or len(exact) > 1:  # what one sign is added to only gets better
            best = _better(best, dict.fromkeys(joined, begun))
        if exact is None:
            inside = _in_part(kind, value)
            best = _better(best, {string: min(FAR, reach + passed) for string, reach in inside.items()})
            joined, begun = _EMPTY, passed + width
        elif len(joined) * len(exact) <= _MOST:
            joined = frozenset(a + b for a, b in product(joined, exact))
        else:
            joined, begun = exact, passed
        passed = min(FAR, passed + width)
    return _better(best, dict.fromkeys(joined, begun))


def _width(kind: Any, value: Any) -> int:
    """The most signs that a part takes."""
    if kind in _ONE_SIGN:
        return 1
    state = _parser.State()
    state.groupwidths = [(0, FAR)] * 100
    return min(FAR, int(_parser.SubPattern(state, [(kind, value)]).getwidth()[1]))


def _in_part(kind: Any, value: Any) -> Needed:
    """What a part needs that is not known to the letter; no strings if nothing."""
    match kind, value:
        case op.SUBPATTERN, (_, 0, _, items):  # a part that minds the case may be looked for without minding it
            return _in_sequence(items.data)
        case op.BRANCH, (_, branches):
            return _of_all([_in_sequence(branch.data) for branch in branches])
        case op.MAX_REPEAT | op.MIN_REPEAT, (least, _, items) if least > 0:
            return _in_sequence(items.data)
    return _NOTHING


def _of_all(branches: Sequence[Needed]) -> Needed:
    if not all(branches):
        return _NOTHING
    merged: Needed = {}
    for branch in branches:
        for string, reach in branch.items():
            merged[string] = max(reach, merged.get(string, 0))
    return merged


def _exact(kind: Any, value: Any) -> Strings | None:
    """All strings that a part can stand for, if they are few; for what takes no room, that is the empty one."""
    match kind, value:
        case op.LITERAL, int(code):
            return frozenset(chr(code))
        case ((op.AT | op.ASSERT | op.ASSERT_NOT), _):
            return _EMPTY
        case op.IN, list(members) if len(members) <= 3 and all(member == op.LITERAL for member, _ in members):
            return frozenset(chr(code) for _, code in members)
        case op.SUBPATTERN, (_, 0, _, items):
            return _exact_sequence(items.data)
        case op.BRANCH, (_, branches):
            return _exact_branches(branches)
        case op.MAX_REPEAT | op.MIN_REPEAT, (0, 1, items):
            once = _exact_sequence(items.data)
            return None if once is None else once | _EMPTY
    return None


def _exact_branches(branches: Sequence[Any]) -> Strings | None:
    strings: Strings = frozenset()
    for branch in branches:  # left at the first that is not known: patterns are long, and nested
        exact = _exact_sequence(branch.data)
        if exact is None or len(strings := strings | exact) > _MOST:
            return None
    return strings


def _exact_sequence(items: Iterable[Part]) -> Strings | None:
    strings = _EMPTY
    for kind, value in items:
        if kind is op.LITERAL:
            strings = frozenset([string + chr(value) for string in strings])
            continue
        exact = _exact(kind, value)
        if exact is None or len(strings) * len(exact) > _MOST:
            return None
        strings = frozenset(a + b for a, b in product(strings, exact))
    return strings


def _better(one: Needed, other: Needed) -> Needed:
    """The one whose shortest string is longer, up to a word's length; of equals the one with fewer, then the longer ones."""
    return max(one, other, key=_worth)


def _worth(needed: Needed) -> tuple[int, int, int]:
    shortest = min(map(len, needed), default=0)
    return min(shortest, _WORD), -len(needed), shortest
