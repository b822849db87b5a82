"""Inside a block: links keep the words they cover, whatever is folded, joined or broken around them."""

import pytest

from g7data.reading.html import read_html
from tests.support_reading import linked, words


@pytest.mark.parametrize(
    ("html", "links"),
    [
        ("<p>See <a href=one.htm>the first</a> text</p>", [("the first", "one.htm")]),
        ("<p>See\n  <a href=' one.htm '>the\n first</a></p>", [("the first", "one.htm")]),
        ("<p>a <a href=1><b>bold</b> and <i>slanted</i></a> b</p>", [("bold and slanted", "1")]),
        ("<p><a href=1>one</a><a href=2>two</a></p>", [("one", "1"), ("two", "2")]),
        ("<p><a href=1>one<a href=2>two</a></p>", [("one", "1"), ("two", "2")]),
        ("<p><a name=top></a>Text <a href=''>no address</a></p>", []),
        ("<p>Text <a href=1></a></p>", []),
        ("<p><a href=1>starts<p>and goes on</a></p>", [("starts", "1"), ("and goes on", "1")]),
        ("<p>line<br><br><a href=1>one</a><br><a href=2>two</a></p>", [("one", "1"), ("two", "2")]),
        ("<ol><li>See <a href=1>one</a></ol>", [("one", "1")]),
        ("<p>日本語の<a href=1>文書</a>です</p>", [("文書", "1")]),
        ("<h2><a href=1>Title</a></h2>", [("Title", "1")]),
    ],
)
def test_a_link_covers_its_own_words(html, links):
    assert linked(read_html(html)) == links


def test_links_in_a_row_are_shown_apart():
    assert words(read_html("<p><a href=1>Annex 1</a><a href=2>Annex 2</a></p>")) == ["Annex 1 Annex 2"]


def test_pictures_times_and_labels_part_the_words_around_them():
    assert words(read_html("<p>Turin<img src=flag.gif>Italy<time>2017</time><label>a</label>b</p>")) == [
        "Turin Italy 2017 a b"
    ]


def test_a_link_over_lines_that_are_joined_again_covers_the_same_words():
    html = (
        "<p>We agreed that cables carry nearly all of the data that cross<br>   the oceans, and that <a href=1>a break can"
        "<br> cut off</a> whole islands<br>from the rest of the world for weeks.</p>"
    )
    assert linked(read_html(html)) == [("a break can cut off", "1")]


def test_emphasis_that_was_never_closed_reaches_to_the_end():
    reading = read_html("<p>Plain</p><div><b>One<p>Two</p></div>")
    assert [(reading.of(b), b.strong) for b in reading.blocks] == [("Plain", False), ("One", True), ("Two", True)]


def test_emphasis_may_leave_out_what_is_not_a_letter():
    reading = read_html("<p><b>1.</b> <b>Cables</b>:</p><p><b></b>Text</p>")
    assert [b.strong for b in reading.blocks] == [True, False]


def test_a_null_character_is_a_blank():
    assert words(read_html("<div>One</div><p>a b\0c</p>"))[0] == "One"


def test_a_link_does_not_cover_the_blanks_at_its_ends():
    assert linked(read_html("<p>See <a href=1> the text </a>.</p>")) == [("the text", "1")]


def test_lines_that_are_joined_again_have_one_blank_between_them():
    html = "<pre>1. We will count the cables that lie between our\n   countries, and publish where they lie.\n</pre>"
    assert words(read_html(html)) == [
        "1. We will count the cables that lie between our countries, and publish where they lie."
    ]


LONG_LINES = (
    "The ministers met to speak about the cables that lie between their countries, about the ships that mend them, and about what each of "
    "them would do if one of these cables were cut in a storm or by an anchor.",
    "Ships",
    "They agreed to share the ships.",
)


def test_long_lines_in_the_source_of_a_paragraph_are_paragraphs():
    assert words(read_html(f"<p>{chr(10).join(LONG_LINES)}</p>")) == list(LONG_LINES)


SENTENCES = (
    "The ministers met to speak about the cables that lie between their countries.",
    "They thanked the crews of the ships.",
)
GAPS = ("   ", " \u00a0 ", "&nbsp;&nbsp;&nbsp; ")


@pytest.mark.parametrize("gap", GAPS)
def test_wide_gaps_among_sentences_that_one_blank_parts_end_paragraphs(gap):
    paragraph = " ".join(SENTENCES)
    assert words(read_html(f"<p>{gap.join([paragraph, *LONG_LINES[:2], paragraph])}</p>")) == [
        paragraph,
        *LONG_LINES[:2],
        paragraph,
    ]


@pytest.mark.parametrize("gaps", [("   ", "  ", "   "), ("   ", " ", " "), ("   ", "   ", "   ")])
def test_gaps_of_other_kinds_end_none(gaps):
    """Two blanks somewhere: whoever typed is careless of them. One wide gap: a slip. Wide gaps alone: so they are all parted."""
    text = SENTENCES[0] + "".join(gap + SENTENCES[1] for gap in gaps)
    assert words(read_html(f"<p>{text}</p>")) == [" ".join([SENTENCES[0], *SENTENCES[1:] * 3])]


@pytest.mark.parametrize("between", ["\n", "   "])
def test_words_before_the_first_of_many_paragraphs_stay_apart(between):
    text = between.join([" ".join(SENTENCES), " ".join(SENTENCES), LONG_LINES[0]])
    assert words(read_html(f"<p><b>Ministers</b> {text}</p>"))[0] == f"Ministers {' '.join(SENTENCES)}"


def test_lines_that_were_wrapped_are_none():
    first = LONG_LINES[0]
    wrapped = first[:130] + "\n" + first[130:]
    assert words(read_html(f"<p>{wrapped}</p>")) == [first]
    open_end = "They will report on the state of the\n"
    assert words(read_html(f"<p>{first} {open_end}Baltic Sea.</p>")) == [f"{first} {open_end.strip()} Baltic Sea."]
