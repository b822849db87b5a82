"""The units of a text: each once, in order, with its printed label and its place in the outline."""

import pytest

from tests.support_pages import WE_MET, column, document, html_page, quotes, rows, statement, text_page
from tests.support_reading import comes_back

FIRST = "We will count the cables that lie between our countries, and publish where they lie."
SECOND = "We will share the ships that mend them when one of us has more to mend than ships."
THIRD = "We will speak with those who own the cables before the next meeting of our experts."


def labels(page):
    """All clauses but the opening sentence as (label, depth)."""
    return [(c["label"], c["depth"]) for c in rows(page, "clauses") if c["text"] != WE_MET]


def outline(page):
    """Each labelled clause under the label of its parent."""
    by_id = {c["clause_id"]: c["label"] for c in rows(page, "clauses")}
    return [(by_id.get(c["parent_id"]), c["label"]) for c in rows(page, "clauses") if c["text"] != WE_MET]


def marked(*items, start=""):
    return html_page(
        f"<h1>G7 Ministers' Statement on Cables</h1><p>Bari, Italy, May 13, 2017</p><p>{WE_MET}</p>{start}{''.join(items)}"
    )


@pytest.mark.parametrize(
    ("markers", "printed", "numbering"),
    [
        (("1.", "2.", "3."), ("1", "2", "3"), "decimal"),
        (("1)", "2)", "3)"), ("1)", "2)", "3)"), "decimal"),
        (("(1)", "(2)", "(3)"), ("(1)", "(2)", "(3)"), "decimal"),
        (("a)", "b)", "c)"), ("a)", "b)", "c)"), "letter"),
        (("A.", "B.", "C."), ("A", "B", "C"), "letter"),
        (("i.", "ii.", "iii."), ("i", "ii", "iii"), "roman"),
        (("I.", "II.", "III."), ("I", "II", "III"), "roman"),
        (("(i)", "(ii)", "(iii)"), ("(i)", "(ii)", "(iii)"), "roman"),
        (("①", "②", "③"), ("①", "②", "③"), "decimal"),
        (("（１）", "（２）", "（３）"), ("（１）", "（２）", "（３）"), "decimal"),
        (("•", "•", "•"), ("•", "•", "•"), "bullet"),
        (("-", "-", "-"), ("-", "-", "-"), "bullet"),
    ],
)  # fmt: skip
def test_a_list_of_any_kind(markers, printed, numbering):
    page = text_page(
        "G7 Ministers' Statement on Cables",
        "Bari, Italy, May 13, 2017",
        *(f"{m} {words}" for m, words in zip(markers, (FIRST, SECOND, THIRD), strict=True)),
    )
    assert column(page, "clauses", "label") == list(printed)
    assert set(column(page, "clauses", "numbering")) == {numbering}
    assert column(page, "clauses", "text") == [FIRST, SECOND, THIRD]


def test_paragraphs_without_labels_are_clauses_of_their_own():
    page = statement(FIRST, SECOND)
    assert column(page, "clauses", "text") == [WE_MET, FIRST, SECOND]
    assert set(column(page, "clauses", "numbering")) == {"none"}
    assert set(column(page, "clauses", "depth")) == {0}


def test_positions_count_from_one_and_make_the_ids():
    page = statement(FIRST, SECOND)
    assert column(page, "clauses", "position") == [1, 2, 3]
    identity = document(page)["document_id"]
    assert column(page, "clauses", "clause_id") == [f"{identity}-0001", f"{identity}-0002", f"{identity}-0003"]


def test_items_lie_in_the_clause_above_them():
    page = statement(
        f"1. {FIRST}", "   a) to count what lies there already", "   b) to count what will be laid", f"2. {SECOND}"
    )
    assert outline(page) == [(None, "1"), ("1", "a)"), ("1", "b)"), (None, "2")]
    assert labels(page) == [("1", 0), ("a)", 1), ("b)", 1), ("2", 0)]


def test_lists_lie_in_lists_three_deep():
    page = statement(f"1. {FIRST}", "(a) The first part of what we will do is this:", "(i) to count what lies there already", "(ii) to count what will be laid",
                     "(b) The second part of it is that:", f"2. {SECOND}")  # fmt: skip
    assert outline(page) == [(None, "1"), ("1", "(a)"), ("(a)", "(i)"), ("(a)", "(ii)"), ("1", "(b)"), (None, "2")]


def test_a_long_list_of_letters_stays_one_list():
    letters = [f"{letter})" for letter in "abcdefghijkl"]
    page = statement(*(f"{letter} {FIRST}" for letter in letters))
    assert labels(page) == [(letter, 0) for letter in letters]
    assert set(column(page, "clauses", "numbering")) == {"none", "letter"}


def test_a_list_of_romans_stays_one_list():
    romans = ["i.", "ii.", "iii.", "iv.", "v.", "vi.", "vii.", "viii.", "ix.", "x."]
    page = statement(*(f"{roman} {FIRST}" for roman in romans))
    assert labels(page) == [(roman[:-1], 0) for roman in romans]
    assert set(column(page, "clauses", "numbering")) == {"none", "roman"}


def test_numbers_with_points_lie_in_each_other():
    page = statement(f"1. {FIRST}", f"1.1 {SECOND}", f"1.1.1 {THIRD}", f"1.2 {FIRST}", f"2. {SECOND}", f"2.1 {THIRD}")
    assert outline(page) == [(None, "1"), ("1", "1.1"), ("1.1", "1.1.1"), ("1", "1.2"), (None, "2"), ("2", "2.1")]


@pytest.mark.parametrize("word", ["share", "search", "print"])
def test_an_item_of_one_word_is_an_item(word):
    page = statement("1. We agreed to do these things with what we know:", "• count", f"• {word}", f"2. {SECOND}")
    assert [c["text"] for c in rows(page, "clauses") if c["numbering"] == "bullet"] == ["count", word]


def test_a_footnote_is_no_clause():
    page = marked(
        f"<p>{FIRST}<sup>1</sup></p><p>{SECOND}</p><hr><p><sup>1</sup> See the report of 2016 on the cables that lie in the sea.</p>"
    )
    assert len(rows(page, "clauses")) == 3


def test_the_lists_of_a_web_page_lie_as_their_markup_does():
    page = marked(
        f"<ol><li>{FIRST}<ul><li>to count what lies there already</li><li>to count what will be laid</li></ul></li><li>{SECOND}</li></ol>"
    )
    assert outline(page) == [(None, "1"), ("1", "•"), ("1", "•"), (None, "2")]


def test_bullets_lie_in_the_sentence_that_leads_to_them():
    page = statement(
        "We agreed on three things that we will do at once:", "• to count the cables", "• to share the ships", SECOND
    )
    top = [c["text"] for c in rows(page, "clauses") if c["parent_id"] is None]
    assert top == [WE_MET, "We agreed on three things that we will do at once:", SECOND]
    assert [c["label"] for c in rows(page, "clauses") if c["parent_id"]] == ["•", "•"]


def test_a_paragraph_without_a_number_goes_on_with_the_clause_above_it():
    page = statement(f"1. {FIRST}", SECOND, f"2. {THIRD}")
    assert outline(page) == [(None, "1"), ("1", None), (None, "2")]


def test_items_that_lost_their_marks_are_told_by_their_semicolons():
    page = statement(
        "To this end we intend to:",
        "count the cables that lie there already;",
        "share the ships that mend them; and",
        "report every year.",
        SECOND,
    )
    assert labels(page) == [(None, 0), (None, 1), (None, 1), (None, 1), (None, 0)]


def test_a_paragraph_cut_at_a_comma_is_no_item_of_a_sentence_that_ended():
    page = statement("We will report in spring on what each of us has done about the cables, and in autumn on ships,")
    assert [c["depth"] for c in rows(page, "clauses")] == [0, 0]


def test_figures_in_brackets_end_where_bare_ones_begin():
    page = statement(
        "We publish:", "(1) a count of cables", "(2) a list of ships", "1. Cables lie in the sea.", "(1) Some break."
    )
    assert [(c["label"], c["depth"]) for c in rows(page, "clauses")][2:] == [
        ("(1)", 1),
        ("(2)", 1),
        ("1", 0),
        ("(1)", 1),
    ]


def test_long_numbered_paragraphs_stand_by_themselves_below_what_announces_them():
    page = statement(
        FIRST,
        "We agreed in Turin on what each of us will do.",
        "A summary:",
        f"1. {WE_MET} {FIRST} {SECOND}",
        "2. Ships.",
    )
    assert [(c["label"], c["depth"]) for c in rows(page, "clauses")][-2:] == [("1", 0), ("2", 0)]


@pytest.mark.parametrize("marker", ["II.", "B."])
def test_a_short_line_with_a_numeral_heads_the_paragraph_below(marker):
    page = statement(f"{marker} SHIPS AND CABLES", f"1. {WE_MET}")
    assert [(c["label"], c["section"]) for c in rows(page, "clauses")][1:] == [("1", "SHIPS AND CABLES")]


def test_bare_figures_number_japanese_paragraphs():
    page = text_page(
        "G7海の大臣会合",
        "1 5月3日、G7の海の大臣は会合を開いた。",
        "2 大臣は、ケーブルについて話した。",
        "3 次の会合は秋に開く。",
    )
    assert [c["label"] for c in rows(page, "clauses")] == ["1", "2", "3"]


def test_numbers_that_restart_under_each_heading_keep_their_labels():
    page = marked(f"<h2>Cables</h2><ol><li>{FIRST}<li>{SECOND}</ol><h2>Ships</h2><ol><li>{THIRD}</ol>")
    clauses = [c for c in rows(page, "clauses") if c["label"]]
    assert [(c["section"], c["label"]) for c in clauses] == [("Cables", "1"), ("Cables", "2"), ("Ships", "1")]
    assert len({c["clause_id"] for c in clauses}) == 3


def test_numbers_that_run_on_over_headings_keep_theirs():
    page = marked(f"<h2>Cables</h2><p>1. {FIRST}</p><p>2. {SECOND}</p><h2>Ships</h2><p>3. {THIRD}</p>")
    assert labels(page) == [("1", 0), ("2", 0), ("3", 0)]


def test_a_text_that_begins_with_a_later_number_is_a_part_of_a_longer_one():
    page = text_page("G7 Ministers' Statement on Cables", "Bari, Italy, May 13, 2017", f"34. {FIRST}", f"35. {SECOND}")
    assert column(page, "clauses", "label") == ["34", "35"]


def test_a_section_is_the_path_of_the_headings_above():
    page = marked(
        f"<h2>Cables</h2><h3>Old ones</h3><p>{FIRST}</p><h3>New ones</h3><p>{SECOND}</p><h2>Ships</h2><p>{THIRD}</p>"
    )
    assert column(page, "clauses", "section") == [None, "Cables > Old ones", "Cables > New ones", "Ships"]


def test_a_heading_is_no_clause():
    page = marked(f"<h2>Cables</h2><p>{FIRST}</p><p><b>Ships</b></p><p>{SECOND}</p>")
    assert column(page, "clauses", "text") == [WE_MET, FIRST, SECOND]
    assert column(page, "clauses", "section")[-1].endswith("Ships")


def test_a_year_at_the_start_of_a_paragraph_is_no_label():
    page = statement("1997. That was the year in which we first spoke about the cables that lie between us.", SECOND)
    assert column(page, "clauses", "label") == [None, None, None]


def test_a_number_that_does_not_count_on_is_no_label():
    page = marked(
        f"<p>1. {FIRST}</p><p>2. {SECOND}</p><p>40. It is the number of ships that we have counted in all our ports.</p>"
    )
    assert column(page, "clauses", "label") == [None, "1", "2", None]


def test_a_lead_in_without_its_list_is_flagged():
    page = statement("To this end, we the ministers intend to:", SECOND, "To this end we also intend to:")
    flagged = [c["text"] for c in rows(page, "clauses") if "list_lost" in c["flags"]]
    assert flagged == ["To this end, we the ministers intend to:", "To this end we also intend to:"]
    assert "list_lost" in document(page)["flags"]


def test_a_lead_in_with_its_list_is_not():
    page = statement("We agreed on two things:", "• to count the cables", "• to share the ships")
    assert all(not c["flags"] for c in rows(page, "clauses"))


@pytest.mark.xfail(
    reason="extract/clauses.py: _closes: a number always ends a lead-in, even where it begins its list", strict=True
)
def test_a_lead_in_may_lead_to_numbers():
    page = marked(
        f"<p>To this end we intend to:</p><ol><li>count the cables that lie there;</li><li>share the ships.</li></ol><p>{SECOND}</p>"
    )
    assert outline(page) == [(None, None), (None, "1"), (None, "2"), (None, None)]
    assert labels(page) == [(None, 0), ("1", 1), ("2", 1), (None, 0)]
    assert all(not c["flags"] for c in rows(page, "clauses"))


def test_numbered_clauses_after_we_agreed_as_follows_stand_by_themselves():
    page = statement("We have therefore agreed as follows:", f"1. {FIRST}", f"2. {SECOND}", f"3. {THIRD}")
    assert [depth for label, depth in labels(page) if label] == [0, 0, 0]


def test_the_dateline_of_a_release_is_no_part_of_its_first_clause():
    page = text_page(
        "Treasury Secretary's Remarks on the G7 Finance Ministers' Meeting", "May 28, 2015",
        "WASHINGTON – The Secretary spoke today about what the G7 Finance Ministers have agreed on.",
        url="https://home.treasury.gov/news/press-releases/jl0463",
    )  # fmt: skip
    assert column(page, "clauses", "text") == [
        "The Secretary spoke today about what the G7 Finance Ministers have agreed on."
    ]


def test_a_clause_is_its_words_without_the_label():
    page = statement(f"1. {FIRST}")
    clause = rows(page, "clauses")[-1]
    text = document(page)["text"]
    assert text[clause["start"] : clause["end"]] == clause["text"] == FIRST
    assert quotes(page, "label", "clauses") == ["1."]


def test_words_are_counted():
    page = statement("We will mend it: 12 ships, one e-mail each.")
    assert rows(page, "clauses")[-1]["words"] == 9
    assert document(page)["words"] == sum(column(page, "clauses", "words"))
    assert document(page)["clause_count"] == len(rows(page, "clauses"))


def test_the_words_of_japanese_are_counted_by_pairs_of_characters():
    page = text_page(
        "G7デジタル・技術大臣会合 閣僚宣言",
        "高崎、2023年4月30日",
        "我々G7デジタル大臣は、海底ケーブルについて率直な議論を行い、次の点で一致した。",
    )
    assert rows(page, "clauses")[0]["words"] == 19


@pytest.mark.parametrize(
    "line",
    [
        "[back to top]",
        "Source: Official website of the G7 Presidency",
        "This page was last updated May 01, 2023.",
        "All contents copyright © 2024. All rights reserved.",
        "Please send comments to: editors@g7-texts.example",
        "Haut de page",
        "Nach oben",
        "Torna su",
        "ページの先頭へ",
        "Share this page",
        "# # #",
        "Home | Meetings | Publications | Search",
    ],
)
def test_what_a_site_prints_below_a_text_is_no_clause(line):
    assert column(statement(FIRST, line), "clauses", "text") == [WE_MET, FIRST]


def test_nor_what_stands_between_the_text_and_its_end():
    page = statement(FIRST, "[back to top]", SECOND, "[back to top]")
    assert column(page, "clauses", "text") == [WE_MET, FIRST, SECOND]


def test_clauses_and_headings_give_back_the_body():
    body = [
        "<h2>Cables</h2>",
        f"<ol><li>{FIRST}<ul><li>to count what lies there</li></ul></li><li>{SECOND}</li></ol>",
        "<h2>Ships</h2>",
        f"<p>{THIRD}</p>",
    ]
    page = marked(*body)
    texts = column(page, "clauses", "text")
    sections = list(dict.fromkeys(s for s in column(page, "clauses", "section") if s))
    assert sorted([*texts, *sections]) == sorted(
        [WE_MET, "Cables", FIRST, "to count what lies there", SECOND, "Ships", THIRD]
    )


@pytest.mark.parametrize("piece", ["A", "Aa-", "Aa.", "C.", "G7大臣会合", "Bundes"])
def test_a_first_clause_full_of_capitals_is_read(piece):
    words = piece * (20_000 // len(piece))
    page = comes_back(lambda: text_page("G7 Ministers' Statement on Cables", "Bari, May 13, 2017", words))
    assert page.page["outcome"] == "published"


def test_numbers_run_into_one_paragraph_part_it():
    page = text_page("G7 Ministers' Statement on Cables", f"1. {WE_MET} 2. {FIRST} 3. {SECOND}")
    assert [(c["label"], c["text"]) for c in rows(page, "clauses")] == [("1", WE_MET), ("2", FIRST), ("3", SECOND)]


def test_a_number_that_does_not_count_on_parts_nothing():
    page = text_page("G7 Ministers' Statement on Cables", f"1. {WE_MET} 4. {FIRST} 3. {SECOND}")
    assert [c["label"] for c in rows(page, "clauses")] == ["1"]


@pytest.mark.parametrize("before", ["PARIS, le 3 mai 2019 /NEWS Wire/ - ", "date 2022-05 "])
def test_a_number_behind_a_dateline_or_stamp_is_seen(before):
    page = text_page("Communiqué des ministres du G7", f"{before}1. {WE_MET}", f"2. {FIRST}")
    assert [(c["label"], c["depth"]) for c in rows(page, "clauses")] == [("1", 0), ("2", 0)]


def test_a_credit_behind_a_last_paragraph_loses_none():
    page = text_page(
        "G7の会議",
        "【5月3日 NEWSY】G7の大臣は会議を開いて海のケーブルのことを長く話したと発表した。",
        "日本では来年も会議が行われる。(c)NEWSY",
    )
    assert [c["text"][:4] for c in rows(page, "clauses")] == ["G7の大", "日本では"]


@pytest.mark.parametrize(
    "code", ["AB-2943 ", "FROM THE OFFICE OF PUBLIC AFFAIRS AB-557 ", "Washington − ", "Washington , D.C. – "]
)
def test_the_number_and_dateline_of_a_release_are_no_part_of_its_first_clause(code):
    page = text_page("Statement by G7 Finance Ministers", "September 23, 2005", f"{code}{FIRST}", SECOND)
    assert column(page, "clauses", "text") == [FIRST, SECOND]


@pytest.mark.parametrize("line", ["ab1190", "Report-3085", "2005-6-10-11-8-38-20852"])
def test_the_number_of_a_release_alone_is_no_clause(line):
    page = html_page(f"<h1>G7 Ministers' Statement</h1><p>June 10, 2005</p><p>{line}</p><p>{WE_MET}</p>")
    assert column(page, "clauses", "text") == [WE_MET]


def test_links_listed_at_the_end_are_no_clauses():
    items = "<li><a href=1.htm>Statement of the Ministers</a></li><li><a href=2.htm>Schedule of Events</a></li>"
    assert column(marked(f"<ul>{items}</ul>"), "clauses", "text") == [WE_MET]
    assert column(marked(f"<p><b>LINKS</b></p><ul>{items}</ul>"), "clauses", "text") == [WE_MET]


def test_links_to_which_a_line_leads_are_items_of_the_text():
    items = "<li><a href=1.htm>A plan for cables</a></li><li><a href=2.htm>A plan for ships</a></li>"
    page = marked(f"<p>We adopted two plans to keep our networks whole:</p><ul>{items}</ul>")
    assert labels(page) == [(None, 0), ("•", 1), ("•", 1)]


def test_a_greeting_is_the_first_clause_of_a_speech():
    page = html_page(
        f"<h1>Remarks by Minister Ada Quill at the G7 Meeting</h1><p>June 5, 2021</p><p>Good morning.</p><p>{FIRST}</p>"
    )
    assert column(page, "clauses", "text") == ["Good morning.", FIRST]


def test_a_degree_sign_may_stand_behind_a_number():
    page = marked("<p>1° We met in Paris to speak about our cables.</p><p>2° We will protect them.</p>")
    assert labels(page) == [("1", 0), ("2", 0)]


def test_what_stands_over_the_beginning_of_the_text_is_no_clause():
    lead = "The text of the following statement was released by the G7 Foreign Ministers of our seven countries."
    page = html_page(f"<h1>G7 Statement</h1><p>{lead}</p><p>Begin Text:</p><p>{WE_MET}</p><p>End Text</p>")
    assert column(page, "clauses", "text") == [WE_MET]


@pytest.mark.parametrize(
    "foot",
    [
        "<p>(R.D.)</p>",
        "<p>Disclaimer</p><p>This was published by the ministry, which is solely responsible for what is said in it.</p>",
        "<h2>Contacts</h2><p>Ada Quill</p><p>613-323-0000</p>",
        "<ol><li>As agreed by the United Nations in 2004. ↩</li></ol>",
    ],
)
def test_contacts_initials_and_notes_below_a_text_are_no_clauses(foot):
    last = (
        "We will go on to protect the cables of the sea, as they carry the words of all who live on both of its shores."
    )
    assert column(marked(f"<p>{last}</p>{foot}"), "clauses", "text") == [WE_MET, last]
