"""Whether the group met in a room, online, or both."""

import pytest

from tests.support_pages import document, quotes, statement, text_page


def mode(page):
    row = document(page)
    return row["mode"], row["city"]


@pytest.mark.parametrize(
    ("opening", "words"),
    [
        (
            "We, the G7 Digital Ministers, held a virtual meeting on 28 April 2021 to speak about the cables of the sea.",
            "virtual meeting",
        ),
        (
            "We, the G7 Digital Ministers, met virtually on 28 April 2021 to speak about the cables of the sea.",
            "met virtually",
        ),
        (
            "The G7 Finance Ministers met by videoconference on 12 February 2021 to speak about the world economy.",
            "by videoconference",
        ),
        (
            "Les ministres du numérique du G7 se sont réunis par visioconférence le 28 avril 2021 pour parler des câbles.",
            "par visioconférence",
        ),
        (
            "Die Finanzminister der G7 haben sich am 12. Februar 2021 in einer Videokonferenz über die Weltwirtschaft ausgetauscht.",
            "Videokonferenz",
        ),
        (
            "I Ministri delle Finanze del G7 si sono riuniti in videoconferenza il 12 febbraio 2021 per parlare di economia.",
            "in videoconferenza",
        ),
        (
            "G7貿易大臣会合は、2021年3月31日にオンライン形式で開催され、海底ケーブルについて率直な議論が行われた。",
            "オンライン形式",
        ),
    ],
)
def test_a_meeting_online_has_no_place(opening, words):
    page = text_page("G7 Ministers' Statement", "London, April 28, 2021" if "28" in words else "", opening)
    assert mode(page) == ("virtual", None)
    assert words in quotes(page, "mode")[0]


def test_a_meeting_in_a_room_and_online_is_hybrid():
    page = statement("The meeting was held in a hybrid format.", header="Elmau, Germany, June 27, 2022")
    assert mode(page) == ("hybrid", "Elmau")


def test_in_person_and_online_together_are_hybrid():
    opening = (
        "We, the G7 Digital Ministers, met in person in London and virtually on 28 April 2021 to speak about cables."
    )
    assert mode(text_page("G7 Ministers' Statement", opening))[0] == "hybrid"


def test_a_place_means_a_room():
    assert mode(statement()) == ("in_person", "Takasaki")


def test_who_names_neither_leaves_it_open():
    assert mode(statement(header="April 30, 2023")) == (None, None)


def test_a_virtual_currency_is_no_virtual_meeting():
    assert mode(statement("We spoke about virtual assets and online safety.")) == ("in_person", "Takasaki")


@pytest.mark.parametrize(
    "opening",
    [
        "We, the Leaders of the G7, held an extraordinary videoconference today to speak about what we will do together.",
        "On March 31, 2021, the G7 Trade Ministers' Meeting took place in the form of a video conference, and ministers spoke.",
        "The G7 Finance Ministers met online on 12 February 2021 to speak about the world economy and about cables.",
    ],
)
def test_other_ways_to_say_that_nobody_travelled(opening):
    assert mode(text_page("G7 Ministers' Statement", opening))[0] == "virtual"


@pytest.mark.parametrize(
    "sentence",
    [
        "Les ministres des Affaires étrangères du G7 ont participé à la réunion organisée par visio-conférence mercredi.",
        "Le premier ministre a rencontré virtuellement les dirigeants du G7 pour parler de la paix et des câbles de la mer.",
        "Le sommet virtuel des dirigeants du G7 a duré une heure ; ils ont parlé des câbles et de la mer qui les porte.",
        "La riunione straordinaria dei ministri del G7, convocata in formato virtuale, parlerà dei cavi sottomarini.",
        "È durata un'ora la riunione del G7 in videoconferenza, a cui hanno preso parte i leader di tutti i Paesi.",
        "The President will virtually meet with the leaders of the G7 on August 24, 2021 to speak about the cables.",
        "Nach dem einstündigen Video-Gipfel der G7 sagte die Kanzlerin, dass alle mehr für die Kabel tun wollen.",
        "Die Staats- und Regierungschefs der G7 wollen am Donnerstag in einer Videoschaltung über Kabel beraten.",
        "Beim digitalen G7-Gipfel haben die Staats- und Regierungschefs über die Kabel in der Tiefe der See gesprochen.",
        "G7首脳は11日、オンライン会議を開き、海底ケーブルの備えを進めることで一致した。議長国が声明を発表した。",
        "G7財務相は11日、リモート会議を開き、海底ケーブルの備えを進めることで一致した。議長国が声明を発表した。",
    ],
)
def test_there_are_many_words_for_meeting_online(sentence):
    assert mode(text_page("G7", sentence))[0] == "virtual"


@pytest.mark.parametrize(
    "sentence",
    [
        "At Miyazaki the G7 ministers heard the minister of Ukraine, who attended the meeting virtually, on Sunday morning.",
        "Le ministre ukrainien devrait participer par vidéoconférence à une séance des ministres du G7 à Tokyo mercredi.",
        "Neben den Ministern der G7 war in Bonn am Dienstag auch der ukrainische Minister per Video zugeschaltet.",
        "Il presidente ucraino è intervenuto in videoconferenza mentre i ministri del G7 erano riuniti a Stresa.",
    ],
)
def test_a_guest_on_a_screen_makes_no_meeting_online(sentence):
    assert mode(text_page("G7", sentence))[0] != "virtual"


def test_an_earlier_meeting_online_is_another_one():
    sentence = (
        "The G7 ministers, who last met by videoconference in 2020, met in London on Tuesday to speak about cables."
    )
    assert mode(text_page("G7 Ministers' Statement", sentence))[0] != "virtual"


def test_who_does_not_meet_in_person_meets_online():
    sentence = (
        "Die Minister der G7 treffen sich nicht persönlich, sondern in einer Videokonferenz, um über Kabel zu sprechen."
    )
    assert mode(text_page("G7", sentence))[0] == "virtual"


def test_an_earlier_meeting_online_says_nothing_of_this_one():
    page = text_page(
        "G7貿易大臣会合", "4月のオンライン会合に続く2回目のG7貿易大臣会合が大阪で開かれ、各国の大臣が参加した。"
    )
    assert mode(page) == ("in_person", "Osaka")


def test_a_meeting_may_be_hosted_online():
    page = text_page(
        "G7貿易大臣会合", "議長国の英国がG7貿易大臣会合をオンラインで主催し、日本からも大臣が参加しました。"
    )
    assert mode(page) == ("virtual", None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Les ministres du G7 ont tenu une conférence téléphonique pour parler des câbles.",
        "I ministri del G7 hanno tenuto una conferenza telefonica sui cavi.",
        "Los ministros del G7 celebraron una conferencia telefónica sobre los cables.",
    ],
)
def test_a_conference_by_telephone_has_no_room(sentence):
    assert mode(text_page("G7: cables", sentence)) == ("virtual", None)


def test_an_exchange_by_video_is_a_meeting_online():
    page = text_page(
        "G7 Finances : Paris veut parler de la mer",
        "Les ministres des Finances du G7 ont parlé du mer. L'échange, en visioconférence, a permis de présenter les priorités.",
    )
    assert document(page)["mode"] == "virtual"


def test_a_guest_who_spoke_in_a_virtual_session_makes_no_meeting_virtual():
    told = "The summit was held in Schloss Elmau from June 26 to June 28, 2022. In a virtual meeting, President Ada Quill told the G7 leaders of the war."
    assert document(text_page("What the G7 leaders discussed", told))["mode"] == "in_person"


def test_a_teleconference_of_leaders_is_virtual():
    told = "I spoke with the leaders of the other countries about ships, and about the cables between our countries."
    assert (
        document(text_page("Press Conference on the G7 Leaders' Teleconference", "October 2, 2024", told))["mode"]
        == "virtual"
    )


def test_one_guest_of_whom_the_verb_comes_last_makes_no_meeting_virtual():
    told = "An den Beratungen in Elmau wird auch der Präsident Ada Quill virtuell teilnehmen. Die G7 sprechen über Schiffe und Kabel."
    assert mode(text_page("G7-Gipfel in Schloss Elmau", "27. Juni 2022", told)) == ("in_person", "Elmau")
