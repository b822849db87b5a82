"""What somebody says in the sentence that follows, where a pronoun or the office alone names them; and letters after names."""

import pytest

from g7data.extract.nations import country_in
from g7data.extract.page import Page
from g7data.extract.people import read_people
from g7data.reading import read_page
from tests.linear_time import assert_quick

TITLE = "Meeting of the G7 Ministers on Cables"


def people(*paragraphs, title=TITLE):
    text = "\n\n".join((title, *paragraphs))
    return read_people(Page(read_page(text.encode(), "text/plain", "utf-8"), "https://g7-texts.example/x"))


def functions(*paragraphs, **context):
    return {person.name: person.function for person in people(*paragraphs, **context)}


@pytest.mark.parametrize(
    "words",
    [
        "Central bank President Ada Quill threw her weight behind the cable. “The cable has no problem,” she said.",
        "Finance Minister Ada Quill threw her weight behind the cable.\n\n“The cable has no problem,” she said.",
        "Finance Minister Ada Quill is in favour of cables. She said they were long.",
        "Le ministre des Finances Ada Quill a balayé les critiques. « Le câble n'a aucun problème », a-t-il déclaré.",
        "La ministre Ada Quill soutient les câbles. Elle a ajouté qu'ils sont longs.",
        "Außenministerin Ada Quill steht zu den Kabeln. „Wir brauchen mehr Zeit“, sagte sie.",
        "Außenministerin Ada Quill steht zu den Kabeln. Sie betonte, dass sie lang sind.",
        "Il ministro dell'Economia Ada Quill ha respinto le accuse. «Serve più tempo», ha detto.",
        "Il ministro Ada Quill ha respinto le accuse. Ha aggiunto che serve tempo.",
        'Prime Minister Ada Quill was in town. The talks were long. "We made progress," said the Prime Minister.',
        "Le ministre Ada Quill était là. La réunion a été longue. « Le câble est utile », a déclaré le ministre.",
        "Kanzlerin Ada Quill ist froh. Der Tag war lang. „Es war gut so“, sagte die Kanzlerin.",
        "Il Presidente Ada Quill era contento. Era tardi. Un successo, ha detto il Presidente.",
        "The Prime Minister of Japan, Ada Quill, was in town. The talks were long. The Prime Minister said they were over.",
    ],
)
def test_the_next_sentence_may_have_the_words_of_who_is_named_in_this_one(words):
    assert functions(words)["Ada Quill"] == "quoted"


@pytest.mark.parametrize(
    "words",
    [
        "The plan is that of Ben Orr, a writer, and of Finance Minister Ada Quill. “The cable has no problem,” he said.",
        "„Dass Präsident Ada Quill fehlt, hilft uns“, sagte Ben Orr aus Bonn. Er wies auf die Kabel hin.",
        'Finance Minister Ada Quill was in town. "We made progress," said the Finance Minister of Japan.',
        "Finance Minister Ada Quill and Finance Minister Ben Orr were in town. It was late. “It is over,” said the Finance Minister.",
        "Finance Minister Ada Quill was in town. The cable is “the longest cable of the world”.",
    ],
)
def test_the_words_of_another_are_not_theirs(words):
    assert functions(words)["Ada Quill"] == "mentioned"


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("The Right Honourable Ada Quill MP and Sir Ben Orr FRS will host the ministers.", ["Ada Quill", "Ben Orr"]),
        ("The Rt Hon Ada Quill MP, Minister for Science, and Sir Ben Orr KCMG FBA attended.", ["Ada Quill", "Ben Orr"]),
        ("Treffen der G7-Außenminister Grüße vom Meer", []),
        ("Am Rande sprach die G7-Außenministerin Quill lange mit ihren Kollegen.", ["Quill"]),
        ("O ministro alemão das Finanças, Ada Quill, afirmou que o acordo é histórico.", []),
        ("2007年5月23日から25日,アダ・クイル連邦司法大臣は会合を開いた。", ["アダ・クイル"]),
    ],
)
def test_names_have_no_letters_greetings_and_subjects_in_them(words, names):
    assert [person.name for person in people(words)] == names


@pytest.mark.parametrize(
    ("office", "country"),
    [
        ("Ambassador of France to Italy", "FRA"),
        ("Ambasciatrice di Francia in Italia", "FRA"),
        ("Ambassadrice du Japon en Italie", "JPN"),
        ("Botschafterin Kanadas in Italien", "CAN"),
        ("French Ambassador in Rome", "FRA"),
    ],
)
def test_an_ambassador_is_of_the_country_that_sends_them(office, country):
    assert country_in(office) == country


def test_a_headline_goes_on_after_the_name():
    assert list(functions("Minister Quill was there.", title="Minister Quill Wraps Up Successful G7 Meeting")) == [
        "Quill"
    ]


def test_a_section_sign_opens_what_a_member_of_parliament_says():
    assert functions("§ Ms Quill My hon. Friend was at the meeting of the ministers.") == {"Quill": "speaker"}
    assert functions("§ Mr. Orr To ask the Secretary of State what the ministers spoke of.") == {}


def test_who_is_known_from_other_times_was_not_there_with_the_heads_of_today():
    heads = "Joe Biden, Rishi Sunak, Emmanuel Macron and Olaf Scholz are on the photograph of 2023."
    history = "The plan that President Ada Quill made after the Second World War is an old one."
    assert functions(heads, history)["Ada Quill"] == "mentioned"


@pytest.mark.parametrize("unit", ["Minister Ada Quill was there. “", "Minister Ada Quill. He said ", "said with the "])
def test_long_texts_of_one_phrase_take_no_long_time(unit):
    assert_quick(lambda: people(unit * 3000), 5)
