"""Whether a line goes on with the one above it, in texts that were wrapped by hand and in those that were not."""

import pytest

from g7data.reading.lines import joins, wrap_width

WRAPPED = [
    "We, the Ministers of Finance of the seven countries, met to",
    "speak about the cables that carry our data across the sea,",
    "and agreed on what each of us will do before the end of",
    "the year, in our own countries and together with others.",
    "",
    "We will report.",
]
PARAGRAPHS = [
    "We, the Ministers of Finance, met.",
    "We spoke about cables.",
    "We agreed on what each of us will do before the end of the year, in our own countries and together with others.",
    "We will report on what was done, every year, in the spring.",
]
LIST = ["Australia and Canada, with New Zealand", "Republic of Korea, Japan, and Singapore", "Federal Republic of Germany and Italy",
        "United States of America, with Mexico"]  # fmt: skip


def test_a_text_wrapped_by_hand_shows_its_width():
    assert 50 <= wrap_width(WRAPPED) <= 60


@pytest.mark.parametrize("lines", [PARAGRAPHS, LIST, WRAPPED[:3], [], ["", "", "", ""], ["x" * 300] * 9])
def test_other_texts_have_none(lines):
    assert wrap_width(lines) is None


@pytest.mark.parametrize(
    ("last", "line", "goes_on"),
    [
        ("We, the Ministers of Finance of the seven countries, met to", "speak about cables.", True),
        ("We, the Ministers of Finance of the seven countries, met.", "We spoke about cables.", True),
        ("We will report.", "We spoke about cables.", False),
        ("We, the Ministers of Finance of the seven countries, met to", "2. Speak about cables.", False),
        ("We, the Ministers of Finance of the seven countries, met to", "• speak about cables.", False),
        ("", "speak about cables.", False),
        ("We met to", "", False),
    ],
)
def test_where_lines_were_wrapped_a_full_one_goes_on(last, line, goes_on):
    assert joins(last, line, 60) is goes_on


@pytest.mark.parametrize(
    ("last", "line", "goes_on"),
    [
        ("We met in Turin to speak about the cables of", "the sea.", True),
        ("We met in Turin to speak about the cables", "(see Annex 1).", True),
        ("We met in Turin to speak about cables.", "the sea.", False),
        ("We met in Turin to speak about the cables of", "Tokyo.", True),
        ("We met in Turin to speak about cables", "The Sea", False),
        ("Wir begrüßen den Beginn seiner", "Reform.", True),
        ("Noi Ministri della Cultura e", "Gioventù", True),
        ("Part the", "First", False),
        ("Statement of the Ministers of Annex E", "Canada", False),
        ("We agreed to count the ships of all members; and", "to share them.", False),
        ("Turin, Italy", "from the ministers", False),
        ("Nous nous sommes réunis à Turin pour parler des câbles", "économiques.", True),
    ],
)
def test_elsewhere_only_a_sentence_that_breaks_off_goes_on(last, line, goes_on):
    assert joins(last, line, None) is goes_on
