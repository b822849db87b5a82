"""Every block of a page has one role; what the site prints around the text is told by what it says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from g7data.extract.layout import Role, lay_out
from g7data.extract.notices import Notice, notice_of
from g7data.reading.html import read_html
from g7data.reading.plain import read_plain
from tests.support_pages import TITLE, WE_MET


def roles(text):
    reading = read_plain(text)
    return [(role, reading.of(block)) for block, role in zip(reading.blocks, lay_out(reading).roles, strict=True)]


def test_a_text_has_a_head_a_body_and_a_foot():
    text = f"Logo of the Presidency\n\n{TITLE}\n\nTakasaki, April 30, 2023\n\nSee also\nAnnex 1: A Vision for Networks\n\n{WE_MET}\n\nCables\n\n{WE_MET}\n\n[back to top]\n\nSource: Official website"
    assert roles(text) == [
        (Role.NOTICE, "Logo of the Presidency"),
        (Role.TITLE, TITLE),
        (Role.HEADER, "Takasaki, April 30, 2023"),
        (Role.NOTICE, "See also"),
        (Role.RELATED, "Annex 1: A Vision for Networks"),
        (Role.CLAUSE, WE_MET),
        (Role.HEADING, "Cables"),
        (Role.CLAUSE, WE_MET),
        (Role.NOTICE, "[back to top]"),
        (Role.NOTICE, "Source: Official website"),
    ]


def test_a_footnote_is_no_clause():
    assert (Role.FOOTNOTE, "[1] As agreed in Turin in the year 2017.") in roles(
        f"{TITLE}\n\n{WE_MET}\n\n{WE_MET}\n\n[1] As agreed in Turin in the year 2017."
    )


@pytest.mark.parametrize(("note", "role"), [("*with the guests of the presidency.", Role.FOOTNOTE), ("*Ships* will be counted.", Role.CLAUSE)])  # fmt: skip
def test_a_star_before_a_word_marks_a_footnote(note, role):
    assert (role, note) in roles(f"{TITLE}\n\n{WE_MET}\n\n{note}\n\n{WE_MET}")


def test_stars_before_each_of_several_lines_mark_a_list():
    items = [
        f"*We will {what} together, and report to each other in the autumn." for what in ("build", "repair", "guard")
    ]
    found = {text: role for role, text in roles("\n\n".join((TITLE, WE_MET, *items, WE_MET)))}
    assert [found[item] for item in items] == [Role.CLAUSE] * 3


def test_teasers_of_other_pages_end_the_text():
    read = roles(
        f"{TITLE}\n\n{WE_MET}\n\nRelated articles\n\nAnother story that is long enough to be read as a paragraph of its own, and says something else."
    )
    assert read[-1][0] is Role.FURNITURE


def test_a_header_and_a_footer_of_the_site_are_furniture():
    reading = read_html(
        f"<header><p>Ministry</p></header><h1>{TITLE}</h1><p>{WE_MET}</p><footer><p>{WE_MET}</p></footer>"
    )
    assert list(lay_out(reading).roles) == [Role.FURNITURE, Role.TITLE, Role.CLAUSE, Role.FURNITURE]


@pytest.mark.parametrize(
    ("line", "notice"),
    [
        ("Source: Official website of the Presidency", Notice.SOURCE),
        ("出典：外務省", Notice.SOURCE),
        ("This page was last updated May 01, 2023.", Notice.UPDATED),
        ("Zuletzt aktualisiert am 1. Mai 2023", Notice.UPDATED),
        ("© 2024 University of Toronto", Notice.COPYRIGHT),
        ("Tutti i diritti riservati", Notice.COPYRIGHT),
        ("[back to top]", Notice.BACK),
        ("Top of Page", Notice.BACK),
        ("Retour en haut de page", Notice.BACK),
        ("Home | Meetings | Publications | Search", Notice.NAVIGATION),
        ("Accueil > Presse > Communiqués", Notice.NAVIGATION),
        ("Logo of the 2023 G7 Japanese Presidency", Notice.LOGO),
        ("[PDF]", Notice.FILE),
        ("Download PDF (1.2 MB)", Notice.FILE),
        ("See also", Notice.RELATED),
        ("Voir aussi :", Notice.RELATED),
        ("関連リンク", Notice.RELATED),
        ("Related articles", Notice.MORE),
        ("Vielleicht interessiert Sie auch:", Notice.MORE),
        ("Vous aimerez aussi", Notice.MORE),
        ("Te puede interesar", Notice.MORE),
        ("この続きは会員登録の後で読めます", Notice.MORE),
        ("Crédits photo : Ministère de la Mer", Notice.LOGO),
        ("Photo credit: Ministry of the Sea", Notice.LOGO),
        ("※写真は船です", Notice.LOGO),
        ("The ministers of the sea on board a ship in Turin. Quelle: Ann Writer/photos.example", Notice.LOGO),
        ("The ministers of the sea on board a ship in Turin (ANN WRITER/REUTERS)", Notice.LOGO),
        ("The ministers of the sea met on board a ship in Turin. (dpa/AFP)", None),
        ("発信元サイトへ", Notice.NAVIGATION),
        ("ニュース一覧に戻る", Notice.NAVIGATION),
        ("Leave A Reply", Notice.MORE),
        ("FOR IMMEDIATE RELEASE", Notice.RELEASE_LINE),
        ("Pressemitteilung Nr. 12", Notice.RELEASE_LINE),
        ("Archived Content", Notice.ARCHIVED),
        ("Please send comments to: g7@utoronto.ca", Notice.CONTACT),
        ("###", Notice.END_MARK),
        ("-30-", Notice.END_MARK),
        ("以上", Notice.END_MARK),
    ],
)
def test_a_line_around_the_text_says_what_it_is(line, notice):
    assert notice_of(line) is notice


@pytest.mark.parametrize(
    "line",
    [
        WE_MET,
        TITLE,
        "Takasaki, Gunma, April 30, 2023",
        "We call on all sources of finance to share the work.",
        "The ends do not justify the means.",
        "Sharing the ships that mend cables",
        "Top of the agenda is the sea.",
        "We updated our plan for the last time in 2017.",
        "English is one of our languages.",
        "Contact groups will meet in spring.",
        "Home to many islands, the ocean is wide.",
    ],
)
def test_a_line_of_the_text_says_nothing_about_the_page(line):
    assert notice_of(line) is None


@settings(deadline=None, max_examples=100)
@given(st.lists(st.sampled_from([TITLE, WE_MET, "Bari, May 13, 2017", "Source: x", "See also", "Annex 1: y", "[back to top]", "1. We will.", "• to count", "a\tb", "Related articles", "Cables", "© 2024", "[1] note"]), max_size=12))  # fmt: skip
def test_every_block_has_one_role(lines):
    reading = read_plain("\n\n".join(lines))
    layout = lay_out(reading)
    assert len(layout.roles) == len(reading.blocks)
    assert sum(len(layout.blocks(role)) for role in Role) == len(reading.blocks)
    assert len(layout.blocks(Role.NOTICE)) <= len(layout.notices)


@pytest.mark.parametrize(
    ("line", "notice"),
    [
        ("Skip to contentSkip to footer", Notice.NAVIGATION),
        ("Jump to navigation Jump to search", Notice.NAVIGATION),
        ("Gift 9 articles to a friend.", Notice.NAVIGATION),
        ("Contenuto riservato ai lettori", Notice.NAVIGATION),
        ("Advertisement", Notice.NAVIGATION),
        ("Anzeige", Notice.NAVIGATION),
        ("A minister speaks at a press conference on Sunday in the north. | NEWSY", Notice.LOGO),
        ("File:Ships of the sea.png", Notice.LOGO),
        ("-0%1%2%3%4%5%6%7%", Notice.END_MARK),
        ("This article was published 12 years ago", Notice.ARCHIVED),
        ("June 3, 2019 | MARKETS", None),
        ("Advertisement of cables is free.", None),
    ],
)
def test_what_sites_print_around_a_text(line, notice):
    assert notice_of(line) is notice


def test_a_byline_with_a_full_stop_is_no_text():
    assert roles(f"{TITLE}\n\nApril 09, 1987|By Ann B. Writer, City Tribune.\n\n{WE_MET}")[1][0] is Role.HEADER


def _roles(text):
    layout = lay_out(read_plain(text))
    return {layout.reading.of(b): role for b, role in zip(layout.reading.blocks, layout.roles, strict=True)}


def test_a_last_paragraph_that_was_cut_belongs_to_the_text():
    cut = "The ministers were also told that the ships which lay the cab"
    teaser = "Ships Return To Harbour As Storm Hits Coast"
    assert _roles(f"{TITLE}\n\n{WE_MET}\n\n{cut}")[cut] is Role.CLAUSE
    assert _roles(f"{TITLE}\n\n{WE_MET}\n\n{teaser}")[teaser] is Role.FURNITURE


@pytest.mark.parametrize("last", ["The next meeting is in July. (cable)", "Support for those who lay cables; and"])
def test_what_ends_in_an_agency_or_a_conjunction_is_text(last):
    assert _roles(f"{TITLE}\n\n{WE_MET}\n\n{last}")[last] is Role.CLAUSE


def test_a_paragraph_printed_twice_and_the_title_again_are_no_text():
    layout = lay_out(read_plain("\n\n".join((TITLE, WE_MET * 2, TITLE, WE_MET * 2))))
    assert [role for role in layout.roles if role is Role.CLAUSE] == [Role.CLAUSE]


@pytest.mark.parametrize("line", ["Posta un commento", "(cables)", "Official websites use .gov", "READ MORE ON:"])
def test_lines_of_sites_and_agencies_are_notices(line):
    assert notice_of(line) is not None


def test_what_a_picture_shows_is_no_text_once_or_twice_above_its_credit():
    caption = "The ministers (left) on board a ship in Turin."
    read = roles(f"{TITLE}\n\n{WE_MET}\n\n{caption}\n\n{caption}\n\nFoto: Ministry of the Sea\n\n{WE_MET}")
    assert [role for role, words in read if words == caption] == [Role.FURNITURE] * 2
    assert [role for role, words in read if words == WE_MET] == [Role.CLAUSE] * 2


@pytest.mark.parametrize(
    ("inside", "role"),
    [
        ("<a href='/ships'>Go to the ships</a>", Role.FURNITURE),
        ("<a href='/ships'>The ships will sail in spring.</a>", Role.CLAUSE),
        ("Go to the <a href='/ships'>ships</a>", Role.CLAUSE),
    ],
)
def test_a_paragraph_that_is_one_link_is_a_button(inside, role):
    layout = lay_out(read_html(f"<h1>{TITLE}</h1><p>{WE_MET}</p><p>{inside}</p><p>We will report in June.</p>"))
    assert layout.roles[2] is role


def test_a_roman_numeral_alone_is_a_heading():
    assert (Role.HEADING, "II") in roles(f"{TITLE}\n\n{WE_MET}\n\nII\n\nCables\n\n{WE_MET}")


def test_links_with_bullets_over_the_title_are_a_menu():
    page = "<ul><li><a href=1>About us</a></li><li><a href=2>Press conferences</a></li></ul><h1>G7 Summit</h1>"
    reading = read_html(f"{page}<p>{WE_MET}</p>")
    assert lay_out(reading).roles[:3] == (Role.FURNITURE, Role.FURNITURE, Role.TITLE)


def test_see_also_before_a_link_needs_no_colon():
    reading = read_html(f"<h1>G7 Principles</h1><p>See also <a href=c>Ministers' Text</a></p><p>{WE_MET}</p>")
    assert lay_out(reading).roles[:3] == (Role.TITLE, Role.RELATED, Role.CLAUSE)


def test_a_form_for_searching_is_no_text():
    assert [notice_of(line) for line in ("Enter Search Term(s):", "Erweiterte Suche")] == [Notice.NAVIGATION] * 2


def test_arrows_behind_a_sentence_are_no_path():
    assert notice_of("The ministers agreed on actions: > Paint without lead. > Petrol without lead.") is None
    assert notice_of("Home > News > G7 ministers") is Notice.NAVIGATION


def test_a_form_to_fill_in_before_reading_on_is_no_text():
    lines = ("Complete the form to unlock this article.", "By completing this form, you agree to receive news from us.")
    assert [notice_of(line) for line in lines] == [Notice.NAVIGATION] * 2


def test_what_stands_below_a_picture_is_no_text():
    caption = "<figure><img src=a><figcaption>Die Ministerin begrüßt ihre Gäste am Meer.</figcaption></figure>"
    shown = "<p>Die Gäste der Tagung</p><p>© Ministerium / Ada Quill</p>"
    reading = read_html(f"<main><h1>G7 Summit</h1><p>{WE_MET}</p>{caption}{shown}<p>{WE_MET} Once more.</p></main>")
    kept = [reading.of(b) for b in lay_out(reading).blocks(Role.CLAUSE)]
    assert kept == [WE_MET, f"{WE_MET} Once more."]


def test_a_quotation_with_its_speaker_ends_a_text():
    said = "„Wir werden die Kabel im Meer besser schützen als zuvor.“ Ministerin Ada Quill"
    reading = read_html(f"<h1>G7 Summit</h1><p>{WE_MET}</p><blockquote>{said}</blockquote>")
    assert [reading.of(b) for b in lay_out(reading).blocks(Role.CLAUSE)] == [WE_MET, said]
