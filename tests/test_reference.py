"""The facts that the project brings along agree with each other, and each row says where it was read."""

import csv
import re
from collections import Counter, defaultdict
from datetime import date
from importlib.resources import files
from itertools import pairwise

import pytest

import schemas.vocabulary as vocabulary
from g7data import reference
from g7data.extract.gazetteer import find_city

TABLES = ("bodies", "leaders", "meetings", "places", "presidencies", "tracks")
THIS_YEAR = 2026
MEMBERS = {"CAN", "FRA", "DEU", "ITA", "JPN", "GBR", "USA"}
ADDRESS = re.compile(r"https?://[\w.-]+\.[a-z]+(?:[/?#]\S*)?")
ONE_AT_A_TIME = re.compile(
    r"President|Prime Minister|Chancellor.*|(?:Governor|President|Managing Director|Director-General|Secretary[ -]General|Chair) of .*|"
    r"Minister (?:of|for) Foreign Affairs|Foreign Secretary|Secretary of the Treasury|Minister of (?:the )?(?:Economy and )?Finance"
)
"""Offices that one person holds at a time; of others, such as minister, a country has many."""
COLLEAGUES = {("USA", "Secretary of State")}


def rows(table: str) -> list[dict[str, str]]:
    text = files("g7data.reference").joinpath(f"{table}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def twice(values) -> list[object]:
    return [value for value, count in Counter(values).items() if count > 1]


@pytest.mark.parametrize("table", TABLES)
class TestEveryTable:
    def test_has_as_many_cells_in_each_row(self, table):
        assert [row for row in rows(table) if None in row or None in row.values()] == []

    def test_has_no_row_twice(self, table):
        assert twice(tuple(row.values()) for row in rows(table)) == []

    def test_has_no_blanks_around_values(self, table):
        found = [value for row in rows(table) for value in row.values() if value != value.strip() or "  " in value]
        assert found == []

    def test_names_a_source_for_each_row(self, table):
        assert [row for row in rows(table) if not ADDRESS.fullmatch(row["source_url"])] == []


class TestSources:
    def test_what_was_not_read_there_says_so(self):
        assert {row["verified"] for row in rows("bodies")} == {"yes", "no"}
        assert {row["verified"] for row in rows("meetings")} <= {"yes", "no", "dates", "place"}

    def test_names_of_tracks_tell_in_which_languages_they_were_read(self):
        for row in rows("tracks"):
            assert set(row["names_verified"].split(";")) <= set(reference.LANGUAGES)

    def test_other_addresses_are_addresses_too(self):
        columns = {"presidencies": ["document_url"], "tracks": [f"source_{code}" for code in ("fr", "de", "it", "ja")]}
        found = [row[column] for table, names in columns.items() for row in rows(table) for column in names]
        assert [value for value in found if value and not ADDRESS.fullmatch(value)] == []


class TestPresidencies:
    def test_there_is_one_for_each_year(self):
        assert list(reference.presidencies()) == list(range(1975, THIS_YEAR + 1))
        assert len(rows("presidencies")) == len(reference.presidencies())

    def test_they_are_numbered_in_order(self):
        assert [int(row["ordinal"]) for row in rows("presidencies")] == list(range(1, len(rows("presidencies")) + 1))

    def test_members_preside(self):
        assert {row.presidency for row in reference.presidencies().values()} == MEMBERS | {"RUS"}

    def test_nobody_presides_two_years_running(self):
        years = list(reference.presidencies().values())
        assert [b.year for a, b in pairwise(years) if a.presidency == b.presidency] == []

    def test_the_order_of_members_is_kept_since_it_settled(self):
        turn = ["FRA", "USA", "GBR", "DEU", "JPN", "ITA", "CAN"]
        held = [row.presidency for row in reference.presidencies().values() if row.presidency != "RUS"]
        after = dict(zip(turn, turn[1:] + turn[:1], strict=True))
        assert [(a, b) for a, b in pairwise(held[6:]) if after[a] != b] == []

    def test_summits_lie_in_their_year_and_end_after_they_begin(self):
        for row in reference.presidencies().values():
            assert row.date_start.year == row.date_end.year == row.year
            assert row.date_start <= row.date_end

    def test_the_forum_is_that_of_the_time(self):
        forums = {row.year: row.forum for row in reference.presidencies().values()}
        assert [year for year, forum in forums.items() if forum == "G6"] == [1975]
        assert [year for year, forum in forums.items() if forum == "G8"] == list(range(1998, 2014))
        assert set(forums.values()) == {"G6", "G7", "G8"}

    def test_they_were_held_or_called_off(self):
        assert {row.status for row in reference.presidencies().values()} == {
            "held",
            "replacement",
            "cancelled_replaced_virtual",
        }


class TestTracks:
    def test_are_those_of_the_data_contract(self):
        assert [track.track_id for track in reference.tracks()] == [term.value for term in vocabulary.TRACKS]

    def test_have_a_name_in_every_language(self):
        found = [
            (row["track_id"], code) for row in rows("tracks") for code in reference.LANGUAGES if not row[f"name_{code}"]
        ]
        assert found == []

    def test_are_in_scope_out_of_it_or_at_its_edge(self):
        assert {track.scope for track in reference.tracks()} == {"in", "edge", "out"}


class TestBodies:
    def test_have_an_id_each(self):
        assert twice(body.body_id for body in reference.bodies()) == []

    def test_countries_are_known_by_their_code(self):
        for body in reference.bodies():
            assert body.country is None or (re.fullmatch("[A-Z]{3}", body.country) and body.body_id == body.country)

    def test_members_are_the_seven(self):
        assert {body.body_id for body in reference.bodies() if body.kind == "member"} == MEMBERS

    @pytest.mark.parametrize("code", reference.LANGUAGES)
    def test_share_no_name(self, code):
        bearers: dict[str, set[str]] = defaultdict(set)
        for row in rows("bodies"):
            for name in (row[code], *row[f"{code}_aliases"].split(";")):
                if name.strip():
                    bearers[name.strip().casefold()].add(row["body_id"])
        assert {name: ids for name, ids in bearers.items() if len(ids) > 1} == {}

    def test_join_before_they_leave(self):
        found = [
            row for row in rows("bodies") if row["from_year"] and row["to_year"] and row["from_year"] > row["to_year"]
        ]
        assert found == []


class TestMeetings:
    def test_are_of_a_track(self):
        assert {meeting.track for meeting in reference.meetings()} <= {track.track_id for track in reference.tracks()}

    def test_stand_under_the_presidency_of_their_year(self):
        years = reference.presidencies()
        assert [m for m in reference.meetings() if m.presidency != years[m.year].presidency] == []

    def test_lie_in_their_year_and_end_after_they_begin(self):
        for meeting in reference.meetings():
            days = [day for day in (meeting.date_start, meeting.date_end) if day is not None]
            assert days == sorted(days)
            assert {day.year for day in days} <= {meeting.year}
            assert not days or (days[-1] - days[0]).days < 8

    def test_have_one_row_each(self):
        assert twice((m.track, m.date_end) for m in reference.meetings() if m.date_end) == []

    def test_stand_in_the_order_of_their_years(self):
        years = [meeting.year for meeting in reference.meetings()]
        assert years == sorted(years)

    def test_what_was_held_has_a_day_that_is_past(self):
        for meeting in reference.meetings():
            if meeting.evidence in ("document", "held") and meeting.date_end:
                assert meeting.date_end <= date(THIS_YEAR, 12, 31)

    def test_a_summit_is_that_of_the_table_of_presidencies(self):
        for meeting in reference.meetings():
            if meeting.track == "leaders":
                summit = reference.presidencies()[meeting.year]
                assert (meeting.date_start, meeting.date_end) == (summit.date_start, summit.date_end)

    def test_places_are_known_to_the_gazetteer(self):
        for meeting in reference.meetings():
            found = [find_city(part) for part in re.split(r"[,・()]\s*| and | et | e ", meeting.place)]
            cities = [city for city in found if city is not None]
            assert cities or not meeting.place or "virtual" in meeting.place, meeting.place
            assert not cities or meeting.country in {city.country for city in cities}, meeting.place


class TestPlaces:
    def test_stand_once(self):
        assert twice((place.city, place.country) for place in reference.places()) == []

    def test_share_no_name_within_a_country(self):
        names = [(place.country, name) for place in reference.places() for name in {n.casefold() for n in place.names}]
        assert twice(names) == []

    def test_hold_the_place_of_every_summit(self):
        names = {name for place in reference.places() for name in place.names}
        missing = [
            row.place
            for row in reference.presidencies().values()
            if "conference" not in row.place and row.place.split(",")[0] not in names
        ]
        assert missing == []


class TestLeaders:
    def test_leave_after_they_came(self):
        assert [x for x in reference.leaders() if x.last is not None and x.last < x.first] == []

    def test_serve_in_no_year_that_has_not_come(self):
        assert [x for x in reference.leaders() if max(x.first, x.last or 0) > THIS_YEAR] == []

    def test_hold_an_office_one_at_a_time(self):
        terms: dict[tuple[str | None, str], list[reference.Leader]] = defaultdict(list)
        for leader in reference.leaders():
            if ONE_AT_A_TIME.fullmatch(leader.role) or (leader.country, leader.role) in COLLEAGUES:
                terms[(leader.country, leader.role)].append(leader)
        overlaps = [
            f"{a.family_name} {a.first}-{a.last} and {b.family_name} {b.first}-{b.last}: {role}, {country}"
            for (country, role), held in terms.items()
            for a, b in pairwise(sorted(held, key=lambda x: (x.first, x.last or THIS_YEAR)))
            if (a.last or THIS_YEAR + 1) > b.first
        ]
        assert len(terms) > 30
        assert overlaps == []

    def test_a_summit_has_the_leader_of_the_country_that_presides(self):
        heads = {"FRA": "President", "USA": "President", "RUS": "President", "DEU": "Chancellor"}
        for row in reference.presidencies().values():
            role = heads.get(row.presidency, "Prime Minister")
            found = [
                leader
                for leader in reference.leaders()
                if (leader.country, leader.role) == (row.presidency, role)
                and leader.first <= row.year <= (leader.last or THIS_YEAR)
            ]
            assert found, row
