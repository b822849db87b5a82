"""Plain text and Markdown: paragraphs, list items and table rows, as somebody typed them."""

import pytest

from g7data.reading import Kind
from g7data.reading.plain import read_markdown, read_plain
from tests.support_reading import comes_back, linked, outline, words


def test_an_empty_line_parts_paragraphs_and_stays_in_the_text():
    reading = read_plain("One.\n\n\nTwo.\n \t\nThree.")
    assert words(reading) == ["One.", "Two.", "Three."]
    assert reading.text == "One.\n\nTwo.\n\nThree."


def test_without_one_each_line_is_a_paragraph():
    assert words(read_plain("Takasaki, Japan\nApril 30, 2023\nWe met.\nWe spoke.")) == [
        "Takasaki, Japan",
        "April 30, 2023",
        "We met.",
        "We spoke.",
    ]


def test_a_sentence_that_breaks_off_goes_on_in_the_next_line():
    text = "We met in Takasaki to speak about the cables that carry\nour data. We agreed.\nThe End"
    assert words(read_plain(text)) == [
        "We met in Takasaki to speak about the cables that carry our data. We agreed.",
        "The End",
    ]


def test_a_text_that_was_wrapped_by_hand_is_unwrapped():
    text = (
        "We, the Ministers of Finance of the seven countries, met to\nspeak about the cables that carry our data across the sea,\n"
        "and agreed on what each of us will do before the end of\nthe year.\n\n1. Each of us will name one office that counts the cables,\n"
        "so that the others know whom to call when there is a\nbreak.\n"
    )
    assert outline(read_plain(text)) == [
        ("", "We, the Ministers of Finance of the seven countries, met to speak about the cables that carry our data across "
             "the sea, and agreed on what each of us will do before the end of the year."),
        ("1.", "Each of us will name one office that counts the cables, so that the others know whom to call when there is a break."),
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_will_do(end):
    assert words(read_plain(f"One.{end}{end}Two.{end}Three.")) == ["One.", "Two.", "Three."]


def test_a_form_feed_ends_the_page_and_the_paragraph():
    assert words(read_plain("the end of a page that is so long\fand goes on")) == [
        "the end of a page that is so long",
        "and goes on",
    ]


def test_blanks_of_all_kinds_are_one_blank():
    assert words(read_plain("\ufeffOne\u00a0two   three\u200b\u3000four\0")) == ["One two three four"]


def test_tabs_make_a_row():
    reading = read_plain("Meeting\tDate\nFinance \t May 11\nnot\t\ta row")
    assert [(b.kind, reading.of(b)) for b in reading.blocks] == [
        (Kind.ROW, "Meeting\tDate"),
        (Kind.ROW, "Finance\tMay 11"),
        (Kind.PARAGRAPH, "not a row"),
    ]


def test_a_marker_makes_an_item():
    reading = read_plain("1. One\n(b) Two\n• Three\n（１）四\nFive")
    assert outline(reading) == [("1.", "One"), ("(b)", "Two"), ("•", "Three"), ("（１）", "四"), ("", "Five")]
    assert {b.kind for b in reading.blocks[:4]} == {Kind.ITEM}


def test_a_marker_with_nothing_behind_it_is_a_paragraph():
    assert outline(read_plain("1. \n\n•")) == [("", "1."), ("", "•")]


def test_an_item_that_stands_further_in_lies_deeper():
    text = "1. One\n   a) Two\n\t- Three\n   b) Four\n2. Five\n"
    assert [(b.marker, b.level) for b in read_plain(text).blocks] == [
        ("1.", 1),
        ("a)", 2),
        ("-", 3),
        ("b)", 2),
        ("2.", 1),
    ]


def test_a_list_that_is_indented_as_a_whole_is_still_the_first_level():
    assert [b.level for b in read_plain("   1. One\n   2. Two").blocks] == [1, 1]


def test_markdown_is_read_as_it_would_be_shown():
    reading = read_markdown(
        "# Title\n\nWe *met* in [Turin](https://g7.example/turin).\n\n1. One\n2. Two\n   - Three\n\nA | B\n--|--\nc | d\n"
    )
    assert outline(reading) == [
        ("", "Title"), ("", "We met in Turin."), ("1.", "One"), ("2.", "Two"), ("•", "Three"), ("", "A\tB"), ("", "c\td"),
    ]  # fmt: skip
    assert reading.blocks[0].kind is Kind.HEADING
    assert linked(reading) == [("Turin", "https://g7.example/turin")]


def test_html_inside_markdown_is_html():
    assert words(read_markdown("One\n\n<div>Two</div>\n\n<script>three</script>\n")) == ["One", "Two"]


@pytest.mark.parametrize(
    "piece", ["\n", "1. x\n", "a\tb\n", "- ", "(", "\t", "x\n\n", "   - x\n", "1.", "|", "_", "*", "`", "[", ">"]
)
@pytest.mark.parametrize("read", [read_plain, read_markdown])
def test_one_piece_over_and_over_is_read(piece, read):
    assert comes_back(lambda: read("Start\n\n" + piece * (100_000 // len(piece)))).text.startswith("Start")


def test_a_figure_before_a_full_width_blank_is_a_marker():
    assert outline(read_plain("２\u3000我々は海底ケーブルについて議論した。")) == [
        ("２", "我々は海底ケーブルについて議論した。")
    ]


def test_lines_that_a_program_ran_together_with_wide_blanks_are_parted_again():
    line = "Communiqué  of  the  Ministers     Preamble     1.  We  met  to  speak  about  the  cables  that  lie  in  the  sea.     2.  We  will  count  them  all."
    reading = read_plain(line)
    assert [(b.marker, reading.of(b)) for b in reading.blocks] == [
        ("", "Communiqué of the Ministers"),
        ("", "Preamble"),
        ("1.", "We met to speak about the cables that lie in the sea."),
        ("2.", "We will count them all."),
    ]


def test_numbers_that_ran_into_one_paragraph_begin_lines_of_their_own():
    reading = read_plain("1. We met to speak about cables. 2. We will count them. 3. We will meet again.")
    assert [(b.marker, reading.of(b)) for b in reading.blocks] == [
        ("1.", "We met to speak about cables."),
        ("2.", "We will count them."),
        ("3.", "We will meet again."),
    ]


def test_lines_that_mostly_end_in_a_full_stop_are_paragraphs_however_even_their_width():
    lines = [
        "大臣会合は二十三日に海のある町で始まり、七か国から大臣が集まって話し合った。",
        "会合は海を守るための対応がテーマで、二十三日は線について議論が交わされた。",
        "青山大臣「各国が新しい課題に対応して、海を守る力を高めていくことを共有した」",
        "また夕方には町の人々が開いた会があり、海でとれたものが食卓に並べられていた。",
        "会合は二十四日も行われ、その成果を一つの宣言として取りまとめる予定である。",
    ]
    reading = read_plain("\n".join(lines))
    assert [reading.of(block) for block in reading.blocks] == lines
