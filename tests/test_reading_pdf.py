"""PDF pages made here with fpdf2: each shows one thing that a careful person would copy without thinking."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from fpdf import FPDF
from fpdf.enums import AccessPermission
from hypothesis import given, settings
from hypothesis import strategies as st

from g7data.reading.blocks import Block, Kind, Reading, Region
from g7data.reading.pdf import UnreadablePdf, read_pdf
from g7data.reading.pdf_hyphens import Hyphenation
from g7data.reading.pdf_lines import Line
from g7data.reading.pdf_paragraphs import Draft, find_marker
from g7data.reading.pdf_runs import Run

LEFT, TOP, WIDTH, LEADING = 25.0, 30.0, 160.0, 5.0  # millimetres
CABLES = (
    "We recognise that submarine cables carry nearly all of the data that cross the oceans, and that a break can cut "
    "off whole islands from the rest of the world for weeks until a ship arrives to mend it."
)
ISLANDS = (
    "Small islands have told us that a second route matters more to them than a faster one, because the first storm of "
    "the season is enough to show the difference between the two to everybody who lives there."
)
SHIPS = (
    "Repair ships are few and old. We will count them together, publish where they lie, and look for ways to share "
    "them between oceans when one coast has more work than its own fleet can do in a year."
)


class Paper(FPDF):
    """An A4 document with a body of 11 points that breaks pages only where told."""

    def __init__(self) -> None:
        super().__init__(format="A4")
        self.set_auto_page_break(auto=False)
        self.set_margins(LEFT, TOP, 210 - LEFT - WIDTH)
        self.new_page()

    def new_page(self) -> None:
        self.add_page()
        self.set_font("helvetica", size=11)

    def paragraph(self, text: str, left: float = LEFT, width: float | None = None, gap: float = 3.0) -> None:
        self.set_x(left)
        self.multi_cell(width or LEFT + WIDTH - left, LEADING, text, align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(gap)

    def lines(self, lines: Iterable[str], left: float = LEFT, top: float = TOP) -> None:
        for number, line in enumerate(lines):
            self.text(left, top + number * LEADING, line)

    def heading(self, text: str, size: float = 14, style: str = "B") -> None:
        self.set_font("helvetica", style, size)
        self.multi_cell(WIDTH, size * 0.45, text, align="L", new_x="LMARGIN", new_y="NEXT")
        self.set_font("helvetica", size=11)
        self.ln(3)

    def item(self, marker: str, text: str, left: float) -> None:
        self.text(left, self.get_y() + 3.8, marker)
        self.paragraph(text, left + 8, gap=1.0)

    def body(self) -> bytes:
        return bytes(self.output())


def content(reading: Reading) -> list[Block]:
    return [block for block in reading.blocks if block.region is Region.CONTENT]


def words(reading: Reading, *kinds: Kind) -> list[str]:
    return [reading.of(block) for block in content(reading) if not kinds or block.kind in kinds]


def wrapped(page: FPDF, text: str, width: float = WIDTH) -> list[str]:
    lines = page.multi_cell(width, LEADING, text, align="L", dry_run=True, output="LINES")
    assert isinstance(lines, list)
    return [str(line) for line in lines]


def test_lines_of_a_paragraph_are_joined_and_a_gap_ends_it() -> None:
    page = Paper()
    page.paragraph(CABLES)
    page.paragraph(ISLANDS)
    reading = read_pdf(page.body())
    assert words(reading) == [CABLES, ISLANDS]
    assert {(block.kind, block.page) for block in content(reading)} == {(Kind.PARAGRAPH, 1)}


def test_an_indent_or_a_short_last_line_ends_a_paragraph_where_there_is_no_gap() -> None:
    page = Paper()
    first = wrapped(page, f"{CABLES} Ships.")
    page.lines(["     " + first[0], *first[1:]])
    page.lines(["     " + line if number == 0 else line for number, line in enumerate(wrapped(page, ISLANDS))], top=50)
    page.lines(wrapped(page, SHIPS), top=65)
    assert words(read_pdf(page.body())) == [f"{CABLES} Ships.", ISLANDS, SHIPS]


def test_the_left_column_is_read_first_and_a_heading_over_both_stays_above() -> None:
    page = Paper()
    page.heading("G7 Statement on Connectivity", 18)
    top = page.get_y()
    for left, text in ((LEFT + 85, f"{ISLANDS} {SHIPS}"), (LEFT, f"{CABLES} {SHIPS}")):  # the right is drawn first
        page.set_xy(left, top)
        page.multi_cell(75, LEADING, text, align="L")
    page.set_xy(LEFT, top + 60)
    page.paragraph(SHIPS)
    assert words(read_pdf(page.body())) == [
        "G7 Statement on Connectivity",
        f"{CABLES} {SHIPS}",
        f"{ISLANDS} {SHIPS}",
        SHIPS,
    ]


def test_a_sentence_goes_on_from_one_column_to_the_next() -> None:
    page = Paper()
    text = f"{CABLES} {ISLANDS} {SHIPS} {CABLES}"
    lines = wrapped(page, text, 75)
    half = len(lines) // 2 - 1
    assert not lines[half - 1].endswith(".")
    for left, part in ((LEFT, lines[:half]), (LEFT + 85, lines[half:])):
        page.lines(part, left)
    assert words(read_pdf(page.body())) == [text]


def test_running_heads_feet_and_page_numbers_are_left_out() -> None:
    page = Paper()
    bodies = [CABLES, ISLANDS, SHIPS]
    for number, body in enumerate(bodies, 1):
        page.set_font("helvetica", "I", 9)
        page.text(LEFT, 15, "G7 Ministerial Meeting")
        page.text(LEFT, 285, "Declaration")
        page.text(LEFT + 130, 285, f"Page {number} of {len(bodies)}")
        page.set_font("helvetica", size=11)
        page.set_xy(LEFT, TOP)
        page.paragraph(body)
        if number < len(bodies):
            page.new_page()
    assert words(read_pdf(page.body())) == bodies


@pytest.mark.parametrize("form", ["{}", "- {} -", "– {} –", "Page {} of 12", "Seite {}", "{}/12"])
def test_a_page_number_alone_at_the_foot_is_left_out(form: str) -> None:
    page = Paper()
    page.set_font("times", size=11)
    page.paragraph(CABLES)
    page.text(100, 285, form.format(3).replace("–", "\x96"))
    assert words(read_pdf(page.body())) == [CABLES]


def test_a_line_that_only_happens_to_come_twice_at_the_top_of_a_page_is_kept() -> None:
    page = Paper()
    for number in range(6):
        page.paragraph("We commit to:" if number in (1, 3) else f"Of matter {number} we say this.", gap=0)
        page.paragraph(CABLES)
        page.new_page()
    assert words(read_pdf(page.body())).count("We commit to:") == 2


def test_annexes_of_a_page_each_keep_their_numbers() -> None:
    page = Paper()
    for number, body in enumerate((CABLES, ISLANDS, SHIPS), 1):
        page.paragraph(f"Annex {number}")
        page.paragraph(body)
        page.new_page()
    assert words(read_pdf(page.body())) == ["Annex 1", CABLES, "Annex 2", ISLANDS, "Annex 3", SHIPS]


def test_a_title_that_becomes_the_running_head_is_kept_once() -> None:
    page = Paper()
    for body in (CABLES, ISLANDS, SHIPS):
        page.heading("G7 Statement on Submarine Cables", 16)
        page.paragraph(body)
        page.new_page()
    assert words(read_pdf(page.body())) == ["G7 Statement on Submarine Cables", CABLES, ISLANDS, SHIPS]


def test_a_paragraph_over_a_page_break_is_one_block_of_the_page_it_begins_on() -> None:
    page = Paper()
    page.paragraph(CABLES)
    lines = wrapped(page, f"{ISLANDS} {SHIPS}")
    page.lines(lines[:2], top=270)
    page.text(100, 285, "1")
    page.new_page()
    page.lines(lines[2:])
    page.text(100, 285, "2")
    page.set_y(60)
    page.heading("Repair")
    page.paragraph(CABLES)
    reading = read_pdf(page.body())
    assert words(reading) == [CABLES, f"{ISLANDS} {SHIPS}", "Repair", CABLES]
    assert [block.page for block in content(reading)] == [1, 1, 2, 2]


def test_a_footnote_follows_the_paragraph_that_goes_on_over_it() -> None:
    page = Paper()
    lines = wrapped(page, f"{ISLANDS} {SHIPS}")
    page.lines(lines[:2], top=255)
    page.set_font("helvetica", size=6)
    page.text(LEFT, 274, "1")
    page.set_font("helvetica", size=9)
    page.text(LEFT + 2, 275, "See the note of the Secretariat.")
    page.new_page()
    page.lines(lines[2:])
    reading = read_pdf(page.body())
    assert words(reading) == [f"{ISLANDS} {SHIPS}"]
    note = reading.blocks[1]
    assert (note.region, note.marker, reading.of(note)) == (Region.ASIDE, "¹", "See the note of the Secretariat.")


def test_bullets_and_numbers_become_items_with_levels_by_their_indent() -> None:
    page = Paper()
    page.paragraph("1. We, the Ministers, intend to:")
    page.item("\x95", CABLES, LEFT + 8)
    page.item("-", ISLANDS, LEFT + 16)
    page.item("-", SHIPS, LEFT + 16)
    page.item("\x95", SHIPS, LEFT + 8)
    page.paragraph(f"2. {CABLES}")
    page.item("(a)", ISLANDS, LEFT + 8)
    page.item("iv)", SHIPS, LEFT + 8)
    page.set_x(LEFT)
    page.paragraph(SHIPS)
    reading = read_pdf(page.body())
    assert [(block.kind, block.marker, block.level) for block in content(reading)] == [
        (Kind.ITEM, "1.", 1),
        (Kind.ITEM, "•", 2),
        (Kind.ITEM, "-", 3),
        (Kind.ITEM, "-", 3),
        (Kind.ITEM, "•", 2),
        (Kind.ITEM, "2.", 1),
        (Kind.ITEM, "(a)", 2),
        (Kind.ITEM, "iv)", 2),
        (Kind.PARAGRAPH, "", 0),
    ]
    assert words(reading)[1:5] == [CABLES, ISLANDS, SHIPS, SHIPS]
    first = content(reading)[1]
    assert reading.text[first.start : first.end] == f"• {CABLES}"


def test_a_paragraph_set_in_under_an_item_has_its_level() -> None:
    page = Paper()
    page.item("1.", CABLES, LEFT)
    page.paragraph(ISLANDS, LEFT + 8)
    page.paragraph(SHIPS)
    assert [(block.kind, block.level) for block in content(read_pdf(page.body()))] == [
        (Kind.ITEM, 1),
        (Kind.PARAGRAPH, 1),
        (Kind.PARAGRAPH, 0),
    ]


def test_a_number_that_a_line_break_puts_first_is_no_marker() -> None:
    page = Paper()
    lines = ["We have three aims for the cables between our coasts, which we all share: the third of them is aim", "3)"]
    page.lines([lines[0], f"{lines[1]} of the paper that our officials wrote, and we adopt it as it stands today."])
    assert words(read_pdf(page.body()), Kind.ITEM) == []


def test_larger_bold_and_capital_lines_are_headings_ranked_by_size() -> None:
    page = Paper()
    page.heading("Ministerial Declaration of the Group of Seven on the Resilience of Networks and on the Ships", 20)
    page.paragraph("Torino, 26 September 2017")
    page.heading("Our vision", 15)
    page.paragraph(CABLES)
    page.heading("Repair ships", 11)
    page.paragraph(SHIPS)
    page.paragraph("GOING FORWARD")
    page.paragraph(ISLANDS)
    reading = read_pdf(page.body())
    headings = [block for block in content(reading) if block.kind is Kind.HEADING]
    assert [(reading.of(block), block.level, block.strong) for block in headings] == [
        ("Ministerial Declaration of the Group of Seven on the Resilience of Networks and on the Ships", 1, True),
        ("Our vision", 2, True),
        ("Repair ships", 4, True),
        ("GOING FORWARD", 3, False),
    ]


def test_bold_and_italic_paragraphs_are_strong_and_words_in_bold_do_not_break_one() -> None:
    page = Paper()
    page.set_font("helvetica", "I", 11)
    page.paragraph(CABLES)
    page.set_font("helvetica", size=11)
    page.multi_cell(WIDTH, LEADING, ISLANDS.replace("second route", "**second route**"), markdown=True)
    reading = read_pdf(page.body())
    assert [(reading.of(block), block.strong) for block in content(reading)] == [(CABLES, True), (ISLANDS, False)]


def test_rows_of_a_table_keep_their_cells_apart() -> None:
    page = Paper()
    page.paragraph(CABLES)
    people = [("Canada", "Melanie Joly"), ("Germany", "Karsten Wildberger"), ("United Kingdom", "Liz Kendall")]
    for country, name in people:
        page.text(LEFT, page.get_y(), country)
        page.text(LEFT + 60, page.get_y(), name)
        page.ln(7)
    reading = read_pdf(page.body())
    assert words(reading, Kind.ROW) == ["\t".join(row) for row in people]


def test_words_broken_at_line_ends_are_mended_and_compounds_keep_their_hyphen() -> None:
    page = Paper()
    page.lines([
        "We will invest in digital infra-",
        "structure, with a multi-stakeholder",
        "approach and with many multi-",
        "stakeholder meetings on inter\xad",
        "operability for security- and privacy-",
        "minded people from G7-",
        "Members.",
    ])  # fmt: skip
    assert words(read_pdf(page.body())) == [
        "We will invest in digital infrastructure, with a multi-stakeholder approach and with many multi-stakeholder "
        "meetings on interoperability for security- and privacyminded people from G7-Members."
    ]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["the inter\u00ad", "national order"], "the international order"),
        (["see https://g7.example/a/", "b.html"], "see https://g7.example/a/b.html"),
        (["security-", "and privacy-enhancing"], "security- and privacy-enhancing"),
        (["from 2016-", "2017 on"], "from 2016-2017 on"),
        (["COVID-", "19"], "COVID-19"),
        (["state-of-the-", "art of the matter"], "state-of-the-art of the matter"),
        (["我々は、安全で強靱な", "インフラ"], "我々は、安全で強靱なインフラ"),
        (["an aim –", "not a rule"], "an aim – not a rule"),
    ],
)
def test_lines_are_joined_as_they_would_be_read(lines: list[str], joined: str) -> None:
    assert Hyphenation.of(lines).join(lines) == joined


def test_a_document_that_breaks_no_words_keeps_all_its_hyphens() -> None:
    lines = ["a text without broken words"] * 100 + ["that has the potential for far-", "reaching effects"]
    assert Hyphenation.of(lines).join(lines[-2:]) == "that has the potential for far-reaching effects"


def line(*runs: tuple[str, float]) -> Line:
    made = tuple(Run(text, left, left + 5.0 * len(text), 700.0, 11.0, False, False) for text, left in runs)
    return Line(made, 700.0, 11.0, page=1, flow=0, edge=500.0)


@pytest.mark.parametrize(
    ("runs", "marker"),
    [
        ([("•", 72), ("to act", 90)], "•"),
        ([("\uf0b7", 72), ("to act", 90)], "\uf0b7"),
        ([("o", 72), ("to act", 90)], "o"),
        ([("o to act", 72)], ""),
        ([("12a. The commitment", 72)], "12a."),
        ([("(iii) to act", 72)], "(iii)"),
        ([("1.1 Improve access", 72)], "1.1"),
        ([("3.5 million people", 72)], ""),
        ([("J. Smith", 72)], ""),
        ([("A.", 72), ("Introduction", 100)], "A."),
        ([("7", 72), ("We welcome", 100)], "7"),
        ([("7 countries", 72)], ""),
        ([("2017. In that year", 72)], ""),
    ],
)
def test_markers_are_told_from_words_that_look_like_them(runs: list[tuple[str, float]], marker: str) -> None:
    assert find_marker(line(*runs)) == marker


def test_a_bullet_of_a_symbol_font_is_written_as_a_bullet() -> None:
    first = line(("\uf0b7", 72), ("to act", 90))
    draft = Draft.of(first, find_marker(first))
    assert (draft.marker, draft.texts) == ("•", ["to act"])


def test_raised_digits_are_written_raised() -> None:
    runs = (
        Run("of employment", 72.0, 150.0, 700.0, 11.0, False, False),
        Run("2", 150.0, 154.0, 704.0, 7.0, False, False),
        Run(" and the 25", 154.0, 200.0, 700.0, 11.0, False, False),
        Run("th", 200.0, 206.0, 704.0, 7.0, False, False),
    )
    assert Line(runs, 700.0, 11.0, page=1, flow=0, edge=500.0).text == "of employment² and the 25th"


def test_a_page_that_lies_on_its_side_reads_like_any_other() -> None:
    page = Paper()
    page.add_page(orientation="L")
    with page.rotation(90, 100, 100):
        page.lines(wrapped(page, CABLES), 30, 30)
    assert words(read_pdf(page.body())) == [CABLES]


def test_a_stamp_across_the_page_stays_out_of_the_text() -> None:
    page = Paper()
    page.paragraph(CABLES)
    with page.rotation(45, 100, 100):
        page.text(80, 120, "EMBARGOED")
    page.paragraph(ISLANDS)
    reading = read_pdf(page.body())
    assert words(reading) == [CABLES, ISLANDS]
    assert [(reading.of(b), b.region) for b in reading.blocks][2:3] == [("EMBARGOED", Region.ASIDE)]


def test_metadata_comes_last_where_it_is_there() -> None:
    page = Paper()
    page.set_title("Declaration of  Torino")
    page.set_author("G7 Presidency")
    page.set_creation_date(datetime(2017, 9, 26, tzinfo=UTC))
    page.paragraph(CABLES)
    reading = read_pdf(page.body())
    assert [reading.of(block) for block in reading.blocks if block.kind is Kind.META] == [
        "title: Declaration of Torino",
        "author: G7 Presidency",
        "creation_date: 2017-09-26",
    ]
    assert {block.region for block in reading.blocks[1:]} == {Region.META}


def test_a_page_without_a_text_layer_gives_an_empty_reading() -> None:
    page = Paper()
    page.set_title("A scan")
    page.rect(20, 20, 100, 100, style="F")
    assert read_pdf(page.body()) == Reading("", ())


def encrypted() -> bytes:
    page = Paper()
    page.set_encryption(owner_password="owner", user_password="user", permissions=AccessPermission.none())
    page.paragraph(CABLES)
    return page.body()


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (encrypted, "encrypted"),
        (lambda: b"", "broken"),
        (lambda: b"%PDF-1.7\n", "broken"),
        (lambda: b"<html><body>Not found</body></html>", "broken"),
    ],
)
def test_a_file_that_does_not_open_says_why(body: Callable[[], bytes], reason: str) -> None:
    with pytest.raises(UnreadablePdf, match=reason):
        read_pdf(body())


def test_a_file_that_anyone_may_open_is_read_though_it_forbids_printing() -> None:
    page = Paper()
    page.set_encryption(owner_password="owner", permissions=AccessPermission.none())
    page.paragraph(CABLES)
    assert words(read_pdf(page.body())) == [CABLES]


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    read_pdf(sample())
    with pytest.raises(UnreadablePdf):
        read_pdf(b"%PDF-1.4 broken")
    assert capfd.readouterr() == ("", "")


def sample() -> bytes:
    page = Paper()
    page.set_compression(False)
    page.heading("Heading")
    page.paragraph(f"1. {CABLES}")
    page.paragraph(ISLANDS)
    page.new_page()
    page.paragraph(SHIPS)
    return page.body()


SAMPLE = sample()


def check(body: bytes) -> None:
    """Whatever the bytes, they are refused or give blocks that lie in the text one after another."""
    try:
        reading = read_pdf(body)
    except UnreadablePdf:
        return
    assert all(0 <= b.start <= b.content <= b.end <= len(reading.text) for b in reading.blocks)
    assert all(one.end < other.start for one, other in pairwise(reading.blocks))
    assert all(b.page is None if b.kind is Kind.META else b.page and b.page >= 1 for b in reading.blocks)
    reading.text.encode()


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([b"", b"%PDF-1.7\n"]))
def test_any_bytes_are_refused_or_read(body: bytes, head: bytes) -> None:
    check(head + body)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(SAMPLE)), st.integers(0, len(SAMPLE)), st.binary(max_size=8))
def test_a_damaged_file_is_refused_or_read(start: int, length: int, put: bytes) -> None:
    check(SAMPLE[:start] + put + SAMPLE[start + length :])


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_truncated_file_is_refused_or_read(share: float) -> None:
    check(SAMPLE[: int(share * len(SAMPLE))])
