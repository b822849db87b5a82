"""A value together with the words it was read from, and cascades of rules that find one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T", covariant=True)
S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value read from `text[start:end]` by `rule`; `confidence` between 0 and 1 is how far the rule is trusted."""

    value: T
    start: int
    end: int
    rule: str
    confidence: float = 1.0

    def as_value(self, value: S) -> "Found[S]":
        """Another value read from the same words by the same rule."""
        return Found(value, self.start, self.end, self.rule, self.confidence)

    def shifted(self, by: int) -> "Found[T]":
        """The same, where the words were a stretch that begins at `by`."""
        return Found(self.value, self.start + by, self.end + by, self.rule, self.confidence)


def first(rules: Iterable[Callable[[S], Found[T] | None]], page: S) -> Found[T] | None:
    """What the first rule that finds anything finds: rules stand in order of trust."""
    for rule in rules:
        found = rule(page)
        if found is not None:
            return found
    return None
