"""Where a text names the group, and which of its two forms."""

import pytest

from g7data.extract.group import GROUP, forum_of


@pytest.mark.parametrize(
    ("words", "forum"),
    [
        ("the G7 ministers", "G7"), ("the G-7", "G7"), ("the G 7", "G7"), ("G7-Staaten", "G7"), ("Group of Seven", "G7"), ("Groupe des Sept", "G7"),
        ("Gruppe der Sieben", "G7"), ("Gruppo dei Sette", "G7"), ("G7外相会合", "G7"), ("Ｇ７首脳", "G7"), ("先進7か国", "G7"), ("先進７カ国", "G7"),
        ("主要7か国", "G7"), ("the G8 ministers", "G8"), ("Summit of the Eight", "G8"), ("Groupe des Huit", "G8"), ("Gruppe der Acht", "G8"),
        ("Gruppo degli Otto", "G8"), ("主要8か国", "G8"), ("P8 environment ministers", "G8"), ("les Sept", "G7"),
        ("Group of 7", "G7"), ("Gruppe der 7", "G7"), ("Gruppo degli 8", "G8"), ("Grupo de los Siete", "G7"), ("Groep van Zeven", "G7"), ("Grupo dos Sete", "G7"),
        ("sieben wichtigsten westlichen Industriestaaten", "G7"), ("sommet des pays industrialisés", "G7"), ("G8Ambiente", "G8"),
    ],
)  # fmt: skip
def test_the_group_is_named(words, forum):
    match = GROUP.search(words)
    assert match is not None
    assert forum_of(match[0]) == forum
    assert GROUP.search(words)


@pytest.mark.parametrize(
    "words",
    [
        "the G77",
        "the G70",
        "G20",
        "the g7+ states",
        "LG7",
        "MIG7",
        "7 ministers",
        "seven ministers",
        "G7.5",
        "G7x",
        "Go8",
        "group of people",
        "huit ministres",
        "",
    ],
)
def test_the_group_is_not_named(words):
    assert GROUP.search(words) is None
    assert not GROUP.search(words)


@pytest.mark.parametrize(
    ("words", "forum"),
    [
        ("the eight major industrialized countries", "G8"),
        ("the seven largest industrial nations", "G7"),
        ("seven industrialised powers", "G7"),
        ("the seven-nation economic summit", "G7"),
        ("les sept pays les plus industrialisés", "G7"),
        ("huit grandes puissances industrialisées", "G8"),
        ("die acht führenden Industrienationen", "G8"),
        ("sieben Industrieländer", "G7"),
        ("i sette paesi più industrializzati", "G7"),
        ("otto maggiori potenze industrializzate", "G8"),
        ("los siete países más industrializados", "G7"),
        ("七国集团", "G7"),
        ("八國集團", "G8"),
    ],
)
def test_the_great_countries_are_counted(words, forum):
    match = GROUP.search(words)
    assert match is not None
    assert forum_of(match[0]) == forum


@pytest.mark.parametrize(
    "words",
    [
        "seven industrial sectors",
        "eight leading politicians",
        "acht große Industriekonzerne",
        "huit pays",
        "otto paesi",
        "weight industrial nations",
    ],
)
def test_what_else_is_counted_is_no_group(words):
    assert GROUP.search(words) is None
