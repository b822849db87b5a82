"""Which words at the start of a block are a printed marker, in all five languages, and which only look like one."""

import pytest

from g7data.reading.markers import MARKER


def marker(line):
    match = MARKER.match(line)
    return match and match[0].strip()


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("1. We met", "1."),
        ("12. We met", "12."),
        ("3.1 We met", "3.1"),
        ("3.1. We met", "3.1."),
        ("1) we met", "1)"),
        ("(1) we met", "(1)"),
        ("a) we met", "a)"),
        ("(b) we met", "(b)"),
        ("B. We met", "B."),
        ("iv. we met", "iv."),
        ("(iii) we met", "(iii)"),
        ("XIV. We met", "XIV."),
        ("1.We met", "1."),
        ("• we met", "•"),
        ("- we met", "-"),
        ("– we met", "–"),
        ("* we met", "*"),
        ("■ 成功", "■"),
        ("★ オンライン", "★"),
        ("▪ wir", "▪"),
        ("\uf0b7 nous", "\uf0b7"),
        ("① 我々は", "①"),
        ("（１）我々は", "（１）"),
        ("(2)我々は", "(2)"),
        ("１．我々は", "１．"),
        ("１、我々は", "１、"),
        ("1.開催日", "1."),
        ("２\u3000我々は", "２"),
        ("3 会合の成果", "3"),
        ("1 5月3日午後", "1"),
        ("（一）我々は", "（一）"),
        ("§ 3 We met", "§ 3"),
        ("¶12. We met", "¶12."),
    ],
)
def test_a_marker_is_found(line, printed):
    assert marker(line) == printed


@pytest.mark.parametrize(
    "line",
    [
        "1997. That was the year",
        "1997 was the year",
        "19. Februar 2021",
        "3 月に会合を開く",
        "7 人の大臣",
        "7. und 8. Juni 2015",
        "12. bis 14. Mai",
        "18.–20. Mai 2022",
        "2.5 million people",
        "G7 ministers",
        "-5 degrees",
        "*emphasis*",
        "A statement",
        "I am glad",
        "U.S. Treasury",
        "e.g. cables",
        "Mr. Smith",
        "vi",
        "1.",
        "•",
        "",
    ],
)
def test_what_only_looks_like_a_marker_is_none(line):
    assert marker(line) is None


@pytest.mark.parametrize(("line", "printed"), [("1．我々は", "1．"), ("2、我々は", "2、"), ("10．我々は", "10．")])
def test_a_full_width_point_may_follow_half_width_figures(line, printed):
    assert marker(line) == printed


def test_the_french_mister_is_no_letter():
    assert MARKER.match("M. Dupont a dit") is None
    assert MARKER.match("M. the thirteenth of the points") is not None


def test_a_japanese_bullet_has_no_blank_behind_it():
    match = MARKER.match("〇出席者")
    assert match is not None
    assert match[0] == "〇"
