"""The markers that a browser prints before list items are read as if they stood in the page."""

import pytest

from g7data.reading import Kind
from g7data.reading.html import read_html
from g7data.reading.lists import printed, to_roman
from tests.support_reading import outline


@pytest.mark.parametrize(
    ("attributes", "markers"),
    [
        ("", ["1.", "2.", "3."]),
        ("start=4", ["4.", "5.", "6."]),
        ("start=none", ["1.", "2.", "3."]),
        ("type=a", ["a.", "b.", "c."]),
        ("type=A start=26", ["Z.", "AA.", "AB."]),
        ("type=i", ["i.", "ii.", "iii."]),
        ("type=I start=9", ["IX.", "X.", "XI."]),
        ("type=a start=0", ["0.", "a.", "b."]),
        ('style="list-style-type: none"', ["", "", ""]),
    ],
)
def test_an_ordered_list_prints_its_own_kind_of_numbers(attributes, markers):
    assert outline(read_html(f"<ol {attributes}><li>x<li>y<li>z</ol>")) == list(zip(markers, "xyz", strict=True))


def test_bullets_stand_before_the_items_of_other_lists():
    assert outline(read_html("<ul><li>x</ul><menu><li>y</menu><li>z")) == [("•", "x"), ("•", "y"), ("•", "z")]


def test_an_item_with_a_value_counts_on_from_it():
    assert outline(read_html("<ol><li>a<li value=7>b<li>c</ol>")) == [("1.", "a"), ("7.", "b"), ("8.", "c")]


def test_a_list_inside_a_list_is_deeper_and_counts_for_itself():
    reading = read_html("<ol><li>a<ol type=a><li>b<ul><li>c</ul></ol><li>d</ol>")
    assert [(b.marker, b.level) for b in reading.blocks] == [("1.", 1), ("a.", 2), ("•", 3), ("2.", 1)]


def test_only_the_first_paragraph_of_an_item_is_marked():
    reading = read_html("<ol><li><p>One</p><p>goes on</p></li><li>Two</li></ol>")
    assert outline(reading) == [("1.", "One"), ("", "goes on"), ("2.", "Two")]
    assert [(b.kind, b.level) for b in reading.blocks] == [(Kind.ITEM, 1), (Kind.PARAGRAPH, 1), (Kind.ITEM, 1)]


def test_an_empty_item_takes_its_number_with_it():
    assert outline(read_html("<ol><li></li><li>Two</li></ol>")) == [("2.", "Two")]


def test_a_heading_in_an_item_carries_the_number():
    (block,) = read_html("<ol><li><h3>Cables</h3></ol>").blocks
    assert (block.kind, block.marker) == (Kind.HEADING, "1.")


@pytest.mark.parametrize(
    ("number", "roman"),
    [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (40, "xl"), (1994, "mcmxciv"), (3999, "mmmcmxcix")],
)
def test_roman_figures(number, roman):
    assert to_roman(number) == roman


@pytest.mark.parametrize(
    ("style", "number", "marker"),
    [("i", 0, "0."), ("I", 4000, "4000."), ("A", -1, "-1."), ("1", -1, "-1."), ("a", 703, "aaa."), ("•", 5, "•")],
)
def test_a_number_that_its_style_cannot_write_is_written_in_figures(style, number, marker):
    assert printed(style, number) == marker


def test_a_reversed_list_counts_down():
    assert outline(read_html("<ol reversed start=3><li>x<li>y<li>z</ol>")) == [("3.", "x"), ("2.", "y"), ("1.", "z")]


def test_a_list_may_choose_its_numbers_by_style():
    assert outline(read_html('<ol style="list-style-type: lower-alpha"><li>x<li>y</ol>')) == [("a.", "x"), ("b.", "y")]
