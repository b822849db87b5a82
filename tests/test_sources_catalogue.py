"""The catalogue of sources: its files are read strictly, agree with each other, and sort real addresses rightly."""

import tomllib
from pathlib import Path

import pytest

from g7data.errors import G7DataError
from g7data.sources import (
    CatalogueError,
    UnknownSource,
    canonical_url,
    publisher_of,
    source,
    source_of,
    sources,
)
from g7data.sources.catalogue import CATALOGUE, read_source, read_sources
from g7data.sources.hosts import host_of, lies_under
from tests.linear_time import assert_quick

FILES = sorted(CATALOGUE.glob("*.toml"))
CRAWLED = [one for one in sources() if one.crawl is not None]
WHO = """\
source_id = "xx-ministry"
publisher = "Ministry of Examples"
homepage = "https://www.ministry.example/"
country = "JPN"
languages = ["ja", "en"]
hosts = ["ministry.example", "old.example"]
kind = "government"
host_rights = "CC-BY-4.0"
text_open = true
rights_url = "https://elsewhere.example/terms"
attribution = "Ministry of Examples"
"""
CRAWL = """
[crawl]
indexes = ["https://www.ministry.example/g7/"]
documents = ['^https://ministry\\.example/g7/[\\w-]+\\.html$', '^https://ministry\\.example/g7/list']
more = ['^https://ministry\\.example/g7/(?:list-\\d+)?$']
never = ['/g7/test-']
delay = 2
at_least = 10
lost_at_most = 3
"""


def written(folder: Path, text: str, name: str = "xx-ministry") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


class TestAFile:
    def test_says_who_publishes_and_on_which_terms(self, tmp_path):
        found = read_source(written(tmp_path, WHO))
        assert (found.source_id, found.country, found.languages) == ("xx-ministry", "JPN", ("ja", "en"))
        assert (found.host_rights, found.text_open, found.portfolio, found.one_site) == ("CC-BY-4.0", True, None, ())

    def test_without_a_crawl_is_known_and_not_fetched(self, tmp_path):
        assert read_source(written(tmp_path, WHO)).crawl is None

    def test_says_where_a_crawl_begins_and_how_polite_it_is(self, tmp_path):
        crawl = read_source(written(tmp_path, WHO + CRAWL)).crawl
        assert crawl is not None
        assert (crawl.indexes, crawl.sitemaps, crawl.feeds) == (("https://www.ministry.example/g7/",), (), ())
        assert (crawl.delay, crawl.at_least, crawl.lost_at_most) == (2.0, 10, 3)

    @pytest.mark.parametrize(
        ("old", "new", "key", "right"),
        [
            ('source_id = "xx-ministry"\n', "", "source_id", "is missing"),
            ('"xx-ministry"', '"XX ministry"', "source_id", "small letters, digits and hyphens"),
            ('"xx-ministry"', '"xx-office"', "source_id", "'xx-ministry', as the file"),
            ('publisher = "Ministry of Examples"', 'publisher = " "', "publisher", "a text that is not empty"),
            ('publisher = "Ministry of Examples"', "publisher = 3", "publisher", "a text that is not empty"),
            ('"https://www.ministry.example/"', '"www.ministry.example"', "homepage", "an address such as"),
            ('"https://www.ministry.example/"', '"https://other.example/"', "homepage", "one of its hosts"),
            ('"JPN"', '"JP"', "country", "three letters of ISO 3166-1"),
            ('["ja", "en"]', '["ja", "English"]', "languages", "BCP 47"),
            ('["ja", "en"]', "[]", "languages", "one or more"),
            ('"old.example"', '"https://old.example/"', "hosts", "without scheme and path"),
            ('"old.example"', '"ministry.example"', "hosts", "each once"),
            ('["ministry.example", "old.example"]', '"ministry.example"', "hosts", "a list of"),
            ('"government"', '"gouvernement"', "kind", "one of archive, government, research"),
            ("text_open = true", 'text_open = "yes"', "text_open", "true or false"),
            ('"CC-BY-4.0"\ntext_open = true', '"unknown"\ntext_open = true', "text_open", "expected false"),
            ('rights_url = "https://elsewhere.example/terms"\n', "", "rights_url", "the address of the notice"),
            ("attribution", 'portfolio = "fishing"\nattribution', "portfolio", "a track: one of agriculture"),
            ("attribution", 'one_site = ["new.example"]\nattribution', "one_site", "some of `hosts`"),
            ("attribution", 'hots = ["new.example"]\nattribution', "hots", "no such key"),
            ("delay = 2\n", "", "crawl.delay", "is missing"),
            ("delay = 2", "delay = -1", "crawl.delay", "a number of seconds"),
            ("delay = 2", "delay = inf", "crawl.delay", "a number of seconds"),
            ("at_least = 10", "at_least = 0.5", "crawl.at_least", "a whole number"),
            ("at_least = 10", "at_least = true", "crawl.at_least", "a whole number"),
            ("lost_at_most = 3", "lost_at_most = -3", "crawl.lost_at_most", "a whole number"),
            ("never = ['/g7/test-']", "never = ['(']", "crawl.never", "a regular expression"),
            ("more = ['^https://", "more = ['", "crawl.more", "begins with ^https://"),
            ("documents = [", "document = [", "crawl.documents", "one pattern or more"),
            ("more = [", "moer = [", "crawl.moer", "no such key"),
            ("www.ministry.example/g7/", "ministry.example.org/g7/", "crawl.indexes", "an address under"),
            ('indexes = ["https://www.ministry.example/g7/"]', "", "crawl.indexes", "an index page, or one of"),
            ("lost_at_most = 3", 'lost_at_most = 3\nexamples = "x"', "crawl.examples", "a table, [crawl.examples]"),
            (
                "lost_at_most = 3",
                'lost_at_most = 3\n[crawl.examples]\nneither = ["https://x.example/"]',
                "crawl.examples.neither",
                "an address under",
            ),
            (
                "lost_at_most = 3",
                'lost_at_most = 3\n[crawl.examples]\nindex = ["https://old.example/"]',
                "crawl.examples.index",
                "no such key",
            ),
        ],
    )
    def test_that_is_wrong_is_refused_with_file_key_and_what_is_right(self, tmp_path, old, new, key, right):
        text = WHO + CRAWL
        assert old in text
        with pytest.raises(CatalogueError) as raised:
            read_source(written(tmp_path, text.replace(old, new, 1)))
        assert str(raised.value).startswith(f"xx-ministry.toml: {key}: ")
        assert right in str(raised.value)

    def test_that_is_not_utf_8_is_refused(self, tmp_path):
        path = tmp_path / "xx-ministry.toml"
        path.write_bytes(WHO.encode("utf-16"))
        with pytest.raises(CatalogueError, match=r"xx-ministry\.toml: .*expected TOML"):
            read_source(path)

    def test_that_is_no_toml_is_refused_with_the_line(self, tmp_path):
        with pytest.raises(CatalogueError, match=r"xx-ministry\.toml: .*line 1"):
            read_source(written(tmp_path, "source_id xx\n"))

    def test_claims_no_host_of_another_file(self, tmp_path):
        written(tmp_path, WHO)
        written(tmp_path, WHO.replace("xx-ministry", "xx-office"), "xx-office")
        with pytest.raises(
            CatalogueError, match=r"xx-office\.toml: hosts: 'ministry\.example' is claimed by xx-ministry"
        ):
            read_sources(tmp_path)

    def test_errors_are_for_the_caller(self):
        assert issubclass(CatalogueError, G7DataError)
        assert issubclass(UnknownSource, G7DataError)


class TestRoleOf:
    @pytest.mark.parametrize(
        ("path", "role"),
        [
            ("/g7/communique.html", "document"),
            ("/g7/", "index"),
            ("/g7/list-2", "index"),  # looks like a document too: an index is read and followed
            ("/g7/list-of-annexes", "document"),
            ("/g7/test-page.html", None),
            ("/about.html", None),
        ],
    )
    def test_is_what_the_patterns_say(self, tmp_path, path, role):
        crawl = read_source(written(tmp_path, WHO + CRAWL)).crawl
        assert crawl is not None
        assert crawl.role_of(f"https://ministry.example{path}") == role

    def test_is_nothing_for_another_site_that_holds_the_address(self, tmp_path):
        crawl = read_source(written(tmp_path, WHO + CRAWL)).crawl
        assert crawl is not None
        assert crawl.role_of("https://trap.example/?to=https://ministry.example/g7/communique.html") is None


class TestLookingUp:
    def test_a_source_by_its_id(self):
        assert source("gb-gov").publisher == "Government of the United Kingdom"

    def test_an_unknown_id_names_the_nearest(self):
        with pytest.raises(UnknownSource, match="did you mean gb-gov"):
            source("gb-gvo")

    def test_an_id_like_no_other_says_where_all_are_listed(self):
        with pytest.raises(UnknownSource, match="g7data sources"):
            source("?")

    @pytest.mark.parametrize(
        ("url", "source_id"),
        [
            ("https://www.mofa.go.jp/files/1.pdf", "jp-mofa"),
            ("https://www.env.go.jp/", "jp-gov"),  # no file of its own: that of all hosts of the government
            ("http://assets.publishing.service.gov.uk:80/x", "gb-gov"),
            ("https://WWW.GOV.UK./x", "gb-gov"),
            ("https://ec.europa.eu/x", "eu-commission"),
            ("https://www.consilium.europa.eu/x", "eu-consilium"),
        ],
    )
    def test_an_address_by_the_longest_host(self, url, source_id):
        found = source_of(url)
        assert found is not None
        assert found.source_id == source_id

    @pytest.mark.parametrize(
        "url",
        ["https://notgov.uk/", "https://gov.uk.example/", "https://uk/", "mailto:a@gov.uk", "https://[", "", "/x"],
    )
    def test_an_address_of_nobody(self, url):
        assert source_of(url) is None

    def test_the_publisher_of_a_page_is_that_of_its_source(self):
        assert publisher_of("https://www.mofa.go.jp/x").source_id == "jp-mofa"

    def test_a_host_that_no_file_names_is_its_own_publisher(self):
        unknown = publisher_of("https://www.ministry.example/x")
        assert (unknown.source_id, unknown.publisher, unknown.host_rights) == ("ministry.example", None, "unknown")

    def test_a_ministry_is_known_as_government_by_its_host(self):
        assert publisher_of("https://www.finance.gov.au/x").kind == "government"


class TestTheFiles:
    def test_are_all_read(self):
        assert [one.source_id for one in sources()] == [path.stem for path in FILES]

    @pytest.mark.parametrize("one", CRAWLED, ids=lambda one: one.source_id)
    def test_sort_their_own_examples_rightly(self, one):
        text = (CATALOGUE / f"{one.source_id}.toml").read_text(encoding="utf-8")
        examples = tomllib.loads(text)["crawl"]["examples"]
        wanted = {"documents": "document", "indexes": "index", "neither": None}
        assert len(examples["documents"]) >= 1
        assert {(url, one.crawl.role_of(canonical_url(url))) for kind in examples for url in examples[kind]} == {
            (url, wanted[kind]) for kind in examples for url in examples[kind]
        }

    @pytest.mark.parametrize("one", CRAWLED, ids=lambda one: one.source_id)
    def test_begin_at_pages_that_are_indexes(self, one):
        assert [url for url in one.crawl.indexes if one.crawl.role_of(canonical_url(url)) != "index"] == []

    @pytest.mark.parametrize("one", CRAWLED, ids=lambda one: one.source_id)
    def test_have_patterns_of_their_own_hosts_alone(self, one):
        others = [url for other in CRAWLED for url in other.crawl.indexes if not lies_under(host_of(url), one.hosts)]
        assert [url for url in others if one.crawl.role_of(canonical_url(url)) is not None] == []

    @pytest.mark.parametrize("one", CRAWLED, ids=lambda one: one.source_id)
    def test_say_what_could_not_be_verified_and_are_polite(self, one):
        assert one.unverified
        assert 2 <= one.crawl.delay <= 10
        assert one.crawl.lost_at_most <= max(20, one.crawl.at_least // 10)

    @pytest.mark.parametrize("one", CRAWLED, ids=lambda one: one.source_id)
    def test_have_patterns_that_take_no_time_on_hostile_addresses(self, one):
        parts = ("g7-", "g7/", "a/", "-", "2024/", "a", "%20", "1")
        folders = ("", "en/", "summit/", "database/", "government/news/", "system/files/")
        hostile = [
            f"https://{host}/{folder}{part * 800}!" for host in one.hosts for part in parts for folder in folders
        ]
        roles = assert_quick(lambda: {one.crawl.role_of(url) for url in hostile}, 0.005 * len(hostile))
        assert roles <= {None, "document"}

    def test_cover_the_sites_of_members_presidencies_and_archives(self):
        sites = {host_of(url) for one in CRAWLED for url in (*one.crawl.indexes, *one.crawl.sitemaps, *one.crawl.feeds)}
        wanted = """www.g7.utoronto.ca g7g20-documents.org worldjpn.net www.gov.uk g7.canada.ca www.mofa.go.jp www.soumu.go.jp
            www.digital.go.jp www.consilium.europa.eu ec.europa.eu www.elysee.fr www.diplomatie.gouv.fr www.bundesregierung.de
            www.g7germany.de www.g7italy.it www.esteri.it home.treasury.gov www.whitehouse.gov www.state.gov"""
        assert set(wanted.split()) - sites == set()

    def test_know_the_names_under_which_one_site_is_asked(self):
        names = ("g7.utoronto.ca", "www.g7.utoronto.ca", "g8.utoronto.ca", "www.g8.utoronto.ca")
        assert {canonical_url(f"http://{name}/ict/index.html") for name in names} == {"https://g7.utoronto.ca/ict/"}
