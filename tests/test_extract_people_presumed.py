"""Who is taken to have been at a meeting of ministers that a report is about, and who is not."""

import pytest

from tests.support_pages import column, document, html_page, rows

REPORT = (
    "The G7 digital ministers met in Takasaki on 29 April 2023, they said in a statement.",
    "Reporters saw them walk by the river after the meeting of the digital ministers had ended.",
)


def article(title, *paragraphs):
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    return html_page(
        f"<html lang=en><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>",
        "https://news.example/a",
    )


def functions(sentence):
    page = article("G7 digital ministers end meeting, officials say", *REPORT, sentence)
    assert (document(page)["kind"], document(page)["track"]) == ("news", "digital")
    cited = [e for e in page.evidence if e["table_name"] == "ministers" and e["column_name"] == "function"]
    return [(m["name"], m["function"], e["rule"]) for m, e in zip(rows(page, "ministers"), cited, strict=True)]


def test_the_holder_of_an_office_of_whom_a_report_says_no_more_took_part():
    assert functions("Digital Minister Ada Quill of Japan wore a blue coat.") == [
        ("Ada Quill", "participant", "person:office in a report")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The former Digital Minister Ada Quill wore a blue coat.",
        "The Digital Minister, Ada Quill, was not in town.",
        "Canada missed its Digital Minister, Ada Quill, who stayed at home.",
        "President Ada Quill of France wore a blue coat.",
        "Special envoy Ada Quill wore a blue coat.",
        "The Russian Digital Minister Ada Quill wore a blue coat.",
        "A week before the G20 summit in Bali, Digital Minister Ada Quill wore a blue coat.",
    ],
)
def test_who_is_out_of_office_missing_or_elsewhere_is_only_mentioned(sentence):
    ((_, function, rule),) = functions(sentence)
    assert (function, rule) == ("mentioned", "person:mentioned")


def test_in_the_text_of_the_group_itself_nobody_is_taken_to_have_been_there():
    page = article(
        "Ministerial Declaration of the G7 Digital Ministers",
        "1. We, the G7 Digital Ministers, met in Takasaki on 29 April 2023.",
        "2. We know the report of Digital Minister Ada Quill.",
        "3. We will meet again.",
    )
    assert document(page)["official"]
    assert column(page, "ministers", "function") == ["mentioned"]
