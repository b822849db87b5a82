"""A guard spares looking for a pattern where it cannot be found, and changes nothing of what is found."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import g7data.extract
from g7data.archive.folder import read_folder
from g7data.extract.any_case import any_case
from g7data.extract.group import GROUP, GROUP_TRACES
from g7data.extract.guarded import Guarded, guarded, guarded_words, look_over
from g7data.extract.needed_strings import needed_strings
from g7data.extract.shortlist import Shortlist
from g7data.extract.traces import Traces
from tests.bench.contestants import ROOT

NAMINGS = (
    "G7|the G 8|G-7|P8|Ｇ７|G ‑ 7|Group of Seven|GROUP OF EIGHT|Groupe des Huit|Groupe des 7|Gruppe der Sieben|Gruppo dei Sette|summit of the Eight|"
    "Sommet des Huit|seven leading industrialised|Sieben führenden Industrienationen|sette Grandi|sommet économique|SOMMET ÉCONOMIQUE|les Sept|"
    "dei Sette|Economic Summit|ECONOMIC SUMMIT|Weltwirtschaftsgipfel|vertice economico|先進7か国|先進主要カ国|主要七カ国|主要国首脳|先進国首脳"
).split("|")
SCRAPS = [
    *NAMINGS,
    *"G 7 8 g7+ non-G7 Asian European G7.5 in-person virtual Virtually meeting by video conference İn ſaid MEETING 会合".split(),
]


def patterns() -> Iterator[tuple[str, Guarded]]:
    """All guarded patterns of the extraction, by module and name."""
    for module in pkgutil.iter_modules(g7data.extract.__path__, "g7data.extract."):
        for name, value in vars(importlib.import_module(module.name)).items():
            members = (
                value if isinstance(value, tuple) else value._patterns if isinstance(value, Shortlist) else (value,)
            )
            for member in members:
                found = member[1] if isinstance(member, tuple) and len(member) == 2 else member
                if isinstance(found, Guarded):
                    yield f"{module.name}.{name}", found


PATTERNS = list(patterns())
ONCE = list({(pattern.pattern, pattern.flags): (name, pattern) for name, pattern in PATTERNS}.values())
"""Each pattern under one of the names that modules have for it."""


@cache  # there are more of them than the standard library remembers
def plain(pattern: Guarded) -> re.Pattern[str]:
    return re.compile(pattern.pattern, pattern.flags)


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\bhybrid\b", {"hybrid"}),
        (r"colou?r|gr[ae]y", {"color", "colour", "gray", "grey"}),
        (r"(?:©|copyright) \d{4}", {"© ", "copyright "}),
        (r"\d+ (?:May|June)(?: 2024)?", {" May", " June"}),
        (r"(?:meeting|summit)*", set()),
        (r"meeting|\d+", set()),
        (r"(?i:meeting)", set()),
        (r"(?<=the )summit(?! of)", {"summit"}),
    ],
)
def test_reads_from_a_pattern_what_no_match_can_do_without(pattern: str, needed: set[str]) -> None:
    assert set(needed_strings(pattern)) == needed


@pytest.mark.parametrize(
    ("pattern", "reach"),
    [
        (r"\bsummit", 0),
        (r"\w{1,4} summit", 4),
        (r"(?:a|the) \d summit", 5),
        (r"(?:\w+ ){0,3}summit", 10_000),
        (r"[a-z]?summit|\d\dhybrid", 2),
    ],
)
def test_knows_how_far_from_the_start_of_a_match_they_stand(pattern: str, reach: int) -> None:
    assert max(needed_strings(pattern).values()) == reach


def test_a_guard_turns_away_what_cannot_match_and_lets_through_what_may() -> None:
    pattern = guarded(r"\bhybrid (?:meeting|summit)\b", re.I)
    assert not pattern.may_match("they met in person")
    assert pattern.may_match("A HYBRID SUMMIT of leaders")
    assert pattern.search("A HYBRID SUMMIT of leaders") is not None
    assert pattern.search("a hybrid car") is None


def test_looks_only_at_the_stretch_that_is_asked_for() -> None:
    pattern = guarded("summit")
    assert pattern.search("a summit", 0, 5) is None
    assert [m.span() for m in pattern.finditer("summit, summit", 3)] == [(8, 14)]
    assert pattern.findall("summit, summit") == ["summit", "summit"]
    assert pattern.fullmatch("a summit", 2) is not None
    assert pattern.match("a summit", 2) is not None


def test_signs_that_lower_case_changes_are_not_turned_away() -> None:
    for text in ("İN PERSON", "ın person", "in perſon"):
        assert guarded("in person", re.I).search(text) is not None, text


@pytest.mark.parametrize("naming", NAMINGS)
def test_every_naming_of_the_group_holds_a_trace(naming: str) -> None:
    text = f"It was told of {naming}, at length."
    assert Traces(group=GROUP_TRACES).places_in(text)
    assert (GROUP.search(text) is None) == (plain(GROUP).search(text) is None)
    assert GROUP.search(text) is not None


def test_a_string_may_be_a_trace_of_several_families() -> None:
    traces = Traces(group={"summit of": 2, "G7": 0}, economic={"summit of": 0})
    assert traces.places_in("a summit of the G7") == {"group": [(2, 2), (16, 0)], "economic": [(2, 0)]}
    assert traces.places_in("a g7 meeting") == {}
    assert traces.places_in("\ud800 G7") == {"group": [(2, 0)]}


@pytest.mark.parametrize("text", ["City and CITÀ, in ville", "station, Stadt, stad, STADT", "sPa İsola île Île"])
def test_alternatives_in_any_case_are_found_as_the_engine_finds_them(text: str) -> None:
    words = "city|città|stadt|stad|station|spa|isola|île|ville|in"
    found = re.compile(rf"\b{any_case(words)}\b")
    assert found.findall(text) == re.compile(rf"\b(?:{words})\b", re.I).findall(text)


def test_words_with_half_a_sign_are_not_turned_away() -> None:
    text = "hybrid \ud800 summit"
    look_over(text)
    assert guarded("summit", re.I).search(text) is not None
    assert guarded_words("summit").search(text) is not None


def test_a_text_that_was_looked_over_gives_the_same_answers(samples: list[str]) -> None:
    for text in samples[::8]:
        look_over(text)
        for name, pattern in ONCE:
            assert same(pattern, text), name
            middle = len(text) // 2
            expected = [m.span() for m in plain(pattern).finditer(text, middle, middle + 400)]
            assert [m.span() for m in pattern.finditer(text, middle, middle + 400)] == expected, name


def test_a_pattern_made_after_a_text_was_looked_over_is_found_in_it_too() -> None:
    text = "They met to speak about quokkas."
    look_over(text)
    assert guarded("quokka").search(text) is not None


@pytest.mark.parametrize("text", ["İt was a hybrid summit", "a Kelvin ſummit, hybrid"])
def test_a_text_whose_lower_case_is_another_is_not_relied_on(text: str) -> None:
    look_over(text)
    assert guarded("hybrid", re.I).search(text) is not None
    assert guarded("summit", re.I).search(text) is not None


def test_there_are_guarded_patterns_to_look_at() -> None:
    assert len(PATTERNS) > 30
    assert sum(bool(pattern.needed) for _, pattern in PATTERNS) > 30


@pytest.fixture(scope="module")
def samples() -> list[str]:
    pages = read_folder(ROOT / "tests" / "pages").pages
    return [page.path.read_bytes().decode(errors="replace") for page in pages if page.path.suffix in (".html", ".txt")]


@pytest.fixture(scope="module")
def lines(samples: list[str]) -> list[str]:
    """The lines of all samples, each once."""
    return list(dict.fromkeys(line for text in samples for line in text.splitlines()))


@pytest.mark.parametrize(("name", "pattern"), ONCE, ids=[name for name, _ in ONCE])
def test_finds_in_the_sample_pages_what_the_plain_pattern_finds(name: str, pattern: Guarded, lines: list[str]) -> None:
    for line in lines:
        expected = plain(pattern).search(line)
        found = pattern.search(line)
        assert (found and found.span()) == (expected and expected.span()), (name, line)


def same(pattern: Guarded, text: str) -> bool:
    """Whether a guarded pattern finds the same as the plain one."""
    return [m.span() for m in pattern.finditer(text)] == [m.span() for m in plain(pattern).finditer(text)]


@settings(
    deadline=None,
    max_examples=60,
    derandomize=True,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
@given(st.from_regex(plain(GROUP), alphabet=st.characters(max_codepoint=0xFFFF)))
def test_whatever_names_the_group_holds_a_trace(text: str) -> None:
    assert Traces(group=GROUP_TRACES).places_in(text)
    assert same(GROUP, text)


@pytest.mark.parametrize(("name", "pattern"), ONCE, ids=[name for name, _ in ONCE])
def test_finds_in_texts_made_to_match_what_the_plain_pattern_finds(name: str, pattern: Guarded) -> None:
    @settings(
        deadline=None,
        max_examples=4,
        derandomize=True,
        suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
    )
    @given(st.from_regex(plain(pattern), alphabet=st.characters(max_codepoint=0xFFFF)))
    def finds_the_same(text: str) -> None:
        assert same(pattern, text), name

    finds_the_same()


@given(st.lists(st.sampled_from(SCRAPS), max_size=6), st.sampled_from(["", " ", "-", "\n"]), st.sampled_from(PATTERNS))
def test_finds_in_any_text_what_the_plain_pattern_finds(
    scraps: list[str], glue: str, named: tuple[str, Guarded]
) -> None:
    assert same(named[1], glue.join(scraps))
    assert same(GROUP, glue.join(scraps))
