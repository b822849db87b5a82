"""A shortlist leaves out only patterns that cannot match."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from g7data.extract import functions
from g7data.extract.guarded import guarded_words
from g7data.extract.other_affairs import _LIKELY
from g7data.extract.shortlist import Shortlist

_CHAIRS, _HOSTS, _ANY = guarded_words(r"chaired by \w+", re.I), guarded_words("hosted|welcomed"), guarded_words(r"\d+")
_WORDS = "chaired co-chaired hosted by Minister welcomed CHAIRED 12 gastgeber erklärte said İ ſ présidé 議長 participated the".split()


def test_names_the_patterns_whose_strings_are_there_and_those_that_need_none() -> None:
    shortlist = Shortlist([("chair", _CHAIRS), ("host", _HOSTS), ("any", _ANY)])
    assert shortlist.of("The meeting was Chaired by her") == {"chair": [_CHAIRS], "any": [_ANY]}
    assert shortlist.of("welcomed") == {"host": [_HOSTS], "any": [_ANY]}
    assert shortlist.of("") == {"any": [_ANY]}


def test_leaves_out_none_where_letters_have_no_plain_lower_case() -> None:
    assert Shortlist([("chair", _CHAIRS), ("host", _HOSTS)]).of("İ") == {"chair": [_CHAIRS], "host": [_HOSTS]}


@settings(deadline=None)  # the first example compiles the patterns
@given(st.lists(st.sampled_from(_WORDS), max_size=8).map(" ".join))
def test_what_matches_is_on_the_list(words: str) -> None:
    for shortlist in (functions._before(), functions._after(), functions._brackets(), _LIKELY):
        chosen = shortlist.of(words)
        for name, pattern in shortlist._patterns:
            if re.compile(pattern.pattern, pattern.flags).search(words):
                assert pattern in chosen[name], (name, words)
