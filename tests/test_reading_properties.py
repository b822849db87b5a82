"""What holds for every reading of any text at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from g7data.reading import Kind, UnreadablePage, read_page
from g7data.reading.html import read_html
from g7data.reading.plain import read_markdown, read_plain
from tests.support_reading import comes_back, outline

ALPHABET = st.one_of(
    st.characters(codec="utf-8"), st.sampled_from("G7 \n\t.1)a•（年月日\u3000<>&\"'-|#*\u00ad\u200b\0")
)
TEXTS = st.text(ALPHABET, max_size=300)
TAGS = ["p", "b", "a href=x", "ol", "ol type=a start=3", "ul", "li", "li value=9", "table", "tr", "td", "div", "h1", "h3", "pre", "nav", "main",
        "header", "footer", "div class=menu", "div hidden", "br", "span", "body", "head", "title", "script", "dl", "dd", "form", "select"]  # fmt: skip
MARKUP = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag.split()[0]}>" for tag in TAGS]),
        st.text(st.sampled_from("Ab c\n1.é日\u00ad&;"), max_size=12),
    ),
    max_size=60,
).map("".join)
READINGS = st.one_of(TEXTS.map(read_plain), TEXTS.map(read_markdown), TEXTS.map(read_html), MARKUP.map(read_html))


@settings(deadline=None, max_examples=120)
@given(READINGS)
def test_blocks_follow_one_another_inside_the_text(reading):
    position = 0
    for block in reading.blocks:
        assert position <= block.start <= block.content < block.end <= len(reading.text)
        position = block.end


@settings(deadline=None, max_examples=120)
@given(READINGS)
def test_nothing_but_blank_stands_between_blocks(reading):
    covered = "".join(reading.text[block.start : block.end] for block in reading.blocks)
    assert "".join(reading.text.split()) == "".join(covered.split())


@settings(deadline=None, max_examples=120)
@given(READINGS)
def test_a_block_begins_with_its_marker_and_a_blank(reading):
    for block in reading.blocks:
        assert reading.text[block.start : block.content] == (f"{block.marker} " if block.marker else "")


@settings(deadline=None, max_examples=120)
@given(READINGS)
def test_a_block_is_one_line_without_blanks_around_it(reading):
    for block in reading.blocks:
        words = reading.of(block)
        assert "\n" not in words
        assert words == words.strip() or block.kind is Kind.ROW


@settings(deadline=None, max_examples=120)
@given(READINGS)
def test_every_link_lies_inside_one_block(reading):
    for anchor in reading.anchors:
        assert any(block.content <= anchor.start < anchor.end <= block.end for block in reading.blocks)


@settings(deadline=None, max_examples=120)
@given(st.one_of(st.binary(max_size=200), TEXTS.map(str.encode), MARKUP.map(str.encode)), st.sampled_from(["text/html", "text/plain", "text/markdown", ""]),
       st.sampled_from([None, "utf-8", "shift_jis", "iso-2022-jp", "utf-16", "klingon"]))  # fmt: skip
def test_a_page_is_read_or_refused_by_name(body, media_type, charset):
    try:
        assert read_page(body, media_type, charset).blocks
    except UnreadablePage as error:
        refused = error.code
        assert refused.isidentifier()  # most pages are read, some refused: both are right


@settings(deadline=None, max_examples=100)
@given(
    st.lists(st.text(st.sampled_from("abc déλ日"), min_size=1, max_size=20).filter(str.strip), min_size=1, max_size=6)
)
def test_the_words_of_paragraphs_are_neither_lost_nor_doubled(paragraphs):
    expected = [" ".join(p.split()) for p in paragraphs]
    assert [w for _, w in outline(read_html("".join(f"<p>{p}</p>" for p in paragraphs)))] == expected
    assert [m + w for m, w in outline(read_plain("\n\n".join(paragraphs)))] == expected


@pytest.mark.parametrize("read", [read_plain, read_html, read_markdown])
@pytest.mark.parametrize(
    "character", "aA1 .,;:-–—•*#_()[]{}<>&|\\/\"'`~^=+%$@!?\n\t\r\f日ア年１。、・（\u3000\u00a0\u00ad\u200b\0é"
)
def test_a_hundred_thousand_of_any_character_are_read(read, character):
    assert len(comes_back(lambda: read(character * 100_000)).text) <= 200_000
