"""HTML of every age becomes one text with blocks: what a visitor reads stays, what a site prints around it is told apart."""

import pytest

from g7data.reading import Kind, Region
from g7data.reading.html import read_html
from tests.support_reading import comes_back, outline, words

LONG = "We will report on cables every year, together with all who lay and repair them. " * 4


def regions(html):
    reading = read_html(html)
    return {reading.of(block): block.region for block in reading.blocks}


@pytest.mark.parametrize(
    "menu",
    [
        "<nav><p>Home</p></nav>",
        '<div role="navigation">Home</div>',
        '<div role="search">Home</div>',
        '<ul class="menu"><li><a href="/">Home</a></li></ul>',
        '<div id="breadcrumb"><a href="/">Home</a> &gt; <a href="/texts">Texts</a></div>',
        '<div class="cookie-consent"><p>Home</p></div>',
        '<div class="sidebar"><p>Home</p></div>',
        '<a class="skip-link" href="#text">Home</a>',
        "<form><button>Home</button><select><option>Home</option></select><textarea>Home</textarea></form>",
    ],
)
def test_menus_are_dropped(menu):
    assert words(read_html(f"<body>{menu}<p>The text</p></body>")) == ["The text"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<div hidden>Secret</div>",
        '<p style="display: none">Secret</p>',
        '<p style="visibility:hidden">Secret</p>',
        '<p class="sr-only">Secret</p>',
        "<script>Secret</script>",
        "<style>Secret</style>",
        "<template><p>Secret</p></template>",
        "<noscript><p>Secret</p></noscript>",
        "<!-- Secret -->",
        "<iframe>Secret</iframe>",
        '<svg><text x="0">Secret</text></svg>',
    ],
)
def test_what_nobody_sees_is_dropped(hidden):
    assert words(read_html(f"<body><p>Before</p>{hidden}<p>After</p></body>")) == ["Before", "After"]


def test_a_part_that_holds_the_main_heading_is_no_menu_whatever_it_is_called():
    assert words(read_html('<div id="navigation"><h1>The title</h1><p>The text</p></div>')) == ["The title", "The text"]


def test_a_page_that_calls_all_of_itself_furniture_is_read_all_the_same():
    assert words(read_html('<div class="nav"><a href="1.html">Annex 1</a></div>')) == ["Annex 1"]


@pytest.mark.parametrize(
    ("markup", "region"),
    [
        ("<header><p>Words</p></header>", Region.HEADER),
        ("<footer><p>Words</p></footer>", Region.FOOTER),
        ("<aside><p>Words</p></aside>", Region.ASIDE),
        ('<div role="banner">Words</div>', Region.HEADER),
        ('<div role="contentinfo">Words</div>', Region.FOOTER),
        ("<div><p>Words</p></div>", Region.CONTENT),
    ],
)
def test_a_block_knows_the_part_of_the_page_it_stands_in(markup, region):
    assert regions(f"<body>{markup}<p>Text</p></body>") == {"Words": region, "Text": Region.CONTENT}


def test_a_header_that_holds_the_main_heading_is_the_texts_own():
    assert regions("<header><h1>Title</h1></header><p>Text</p>")["Title"] is Region.CONTENT


def test_what_stands_around_the_main_part_is_the_sites():
    around = regions(f"<p>Ministry</p><main><p>{LONG}</p></main><p>Imprint</p>")
    assert around == {"Ministry": Region.HEADER, LONG.strip(): Region.CONTENT, "Imprint": Region.FOOTER}


def test_links_alone_in_a_header_or_footer_are_dropped():
    html = '<header><p><a href="/">Home</a></p><p>Ministry</p></header><p>Text</p><footer><p><a href="/x">Imprint</a></p></footer>'
    assert words(read_html(html)) == ["Ministry", "Text"]


def test_headings_keep_their_rank():
    reading = read_html("<h1>One</h1><h2>Two</h2><h6>Six</h6><p>Text</p>")
    assert [(b.kind, b.level) for b in reading.blocks] == [
        (Kind.HEADING, 1),
        (Kind.HEADING, 2),
        (Kind.HEADING, 6),
        (Kind.PARAGRAPH, 0),
    ]


def test_paragraphs_that_were_never_closed_are_parted():
    assert words(read_html("<p>One <b>bold<p>Two</b> and<li>Three<li>Four")) == ["One bold", "Two and", "Three", "Four"]


def test_words_outside_any_element_are_a_paragraph():
    assert words(read_html("Before <p>One</p> between <p>Two</p> after")) == [
        "Before",
        "One",
        "between",
        "Two",
        "after",
    ]


def test_what_is_emphasised_throughout_is_strong():
    reading = read_html("<p><b>All of it</b>.</p><p><i>All</i> <strong>of it</strong></p><p><b>Some</b> of it</p>")
    assert [block.strong for block in reading.blocks] == [True, True, False]


def test_white_space_is_folded_as_browsers_do():
    assert words(read_html("<p>  One\n  two&nbsp;three   <b> four</b> </p>")) == ["One two three four"]


def test_soft_hyphens_and_invisible_blanks_leave_no_trace():
    assert words(read_html("<p>Cyber&shy;security and data&#8203;base&#65279;</p>")) == ["Cybersecurity and database"]


def test_ordinals_and_indices_stay_with_their_word():
    assert words(read_html("<p>1<sup>st</sup> of May, CO<sub>2</sub></p>")) == ["1st of May, CO2"]


def test_line_breaks_end_lines_and_empty_lines_part_paragraphs():
    html = "<p>Turin, Italy<br>September 26, 2017<br><br>We met in Turin.<br>We spoke about cables.</p>"
    assert words(read_html(html)) == [
        "Turin, Italy", "September 26, 2017", "We met in Turin.", "We spoke about cables.",
    ]  # fmt: skip


def test_lines_that_were_broken_for_want_of_room_are_joined():
    html = "<p>We agreed that cables carry nearly all of the data that cross<br>the oceans, and that a break can cut off whole islands<br>from the rest of the world for weeks.</p>"
    assert words(read_html(html)) == [
        "We agreed that cables carry nearly all of the data that cross the oceans, and that a break can cut off whole "
        "islands from the rest of the world for weeks."
    ]


def test_preformatted_text_keeps_its_lines():
    assert words(read_html("<pre>Title\n\nFirst.\nSecond.</pre>")) == ["Title", "First.", "Second."]


@pytest.mark.parametrize(
    "tag", ["blockquote", "pre", "address", "figcaption", "dd", "dt", "center", "summary", "legend"]
)
def test_other_elements_are_paragraphs_of_their_own(tag):
    assert words(read_html(f"<div>Before<{tag}>Inside</{tag}>after</div>")) == ["Before", "Inside", "after"]


def test_a_table_that_holds_data_is_read_by_rows():
    html = "<table><tr><th>Meeting</th><th>Date</th></tr><tr><td>Finance<br>ministers</td><td>May 11</td></tr><tr><td></td><td></td></tr></table>"
    reading = read_html(html)
    assert {block.kind for block in reading.blocks} == {Kind.ROW}
    assert words(reading) == ["Meeting\tDate", "Finance ministers\tMay 11"]


def test_the_cells_of_a_row_are_spans_of_the_text():
    reading = read_html("<table><tr><td>a</td><td></td><td>c</td></tr><tr><td>d</td><td>e</td><td>f</td></tr></table>")
    cells = [[reading.text[start:end] for start, end in reading.cells(row)] for row in reading.blocks]
    assert cells == [["a", "", "c"], ["d", "e", "f"]]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>Menu</td><td><p>One</p><p>Two</p></td></tr></table>",
        "<table><tr><td>Menu</td></tr><tr><td>One<br><br>Two</td></tr></table>",
        "<table><tr><td><table><tr><td>Menu</td></tr></table></td><td><div><div>One</div>Two</div></td></tr></table>",
        "<table><tr><td>Menu<h1>One</h1></td><td>Two</td></tr></table>",
    ],
)
def test_a_table_that_lays_out_the_page_is_read_as_paragraphs(table):
    reading = read_html(table)
    assert words(reading) == ["Menu", "One", "Two"]
    assert all(block.kind is not Kind.ROW for block in reading.blocks)


def test_a_link_in_a_table_points_at_the_words_of_its_cell():
    reading = read_html(
        '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td><a href="x.pdf">the text</a></td></tr></table>'
    )
    (anchor,) = reading.anchors
    assert (reading.text[anchor.start : anchor.end], anchor.url) == ("the text", "x.pdf")


def test_the_language_is_what_the_page_declares():
    assert read_html('<html lang="fr_CA"><p>Texte</p></html>').language == "fr-ca"
    assert read_html('<html lang="not a language!"><p>Texte</p></html>').language is None
    assert read_html("<p>Texte</p>").language is None


@pytest.mark.parametrize("tag", ["div", "b", "ul", "table", "blockquote", "a", "font", "span", "ol><li", "td", "p"])
def test_ten_thousand_nested_elements_are_read(tag):
    html = f"<{tag}>" * 10_000 + "The text"
    assert words(comes_back(lambda: read_html(html)))[-1] == "The text"


@pytest.mark.parametrize(
    "piece", ["<br>", "<p>", "<", "&", "<a href=x>", "<li>", "<td>x", "<!--", "</p>", "a<br>", "<b>"]
)
def test_a_page_of_one_piece_over_and_over_is_read(piece):
    html = "<p>Start</p>" + piece * (100_000 // len(piece))
    assert words(comes_back(lambda: read_html(html)))[0] == "Start"


def test_numbers_of_a_list_go_on_under_each_other_after_a_paragraph_between():
    html = "<ol><li>One</li></ol><p>Between</p><ol start=2><li>Two</li></ol>"
    assert outline(read_html(html)) == [("1.", "One"), ("", "Between"), ("2.", "Two")]


def test_what_a_page_of_frames_says_to_old_browsers_is_read_as_text():
    html = "<frameset><frame src=text.htm></frameset><noframes><body><p>The text</p></body></noframes>"
    assert words(read_html(html)) == ["The text"]


def test_a_cell_over_two_rows_stands_in_both():
    html = "<table><tr><th>Date</th><th>Place</th></tr><tr><td>May 11</td><td rowspan=2>Bari</td></tr><tr><td>May 12</td></tr><tr><td>May 13</td><td>Rome</td></tr></table>"
    assert words(read_html(html)) == ["Date\tPlace", "May 11\tBari", "May 12\tBari", "May 13\tRome"]


@pytest.mark.parametrize("tag", ['footer class="site-footer"', 'div class="footer"', 'div id="copyright"'])
def test_a_footer_keeps_its_words_and_loses_its_links(tag):
    html = f'<body><p>Text</p><{tag}><ul><li><a href="/i">Imprint</a></li></ul><p>Last updated: 1 May 2023</p></{tag.split()[0]}></body>'
    reading = read_html(html)
    assert words(reading) == ["Text", "Last updated: 1 May 2023"]
    assert reading.blocks[-1].region in (Region.FOOTER, Region.ASIDE)
