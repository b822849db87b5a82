"""Office-holders named in a text: name, honorific, office, country, and what they do in it.

Every naming is found first (`mentions`, `mentions_ja`, `delegations`). Then it is read what each person does, from the words
around the naming and around the bare surname later on (`doings`), and the namings of one person are put together: the
fullest name, the strongest function, the first office and country that any of them gives. A country that no words give
comes from well-known office-holders, from the group's presidency for who chairs, or from whose government's site it is.
"""

import re
from dataclasses import dataclass, field

from g7data import reference
from g7data.extract.delegations import listed
from g7data.extract.doings import Doing, functions_of_mentions, functions_of_surname
from g7data.extract.functions import strongest
from g7data.extract.known_people import country_of_person, is_known_name
from g7data.extract.layout import Role
from g7data.extract.mentions import Mention, find_mentions
from g7data.extract.mentions_ja import find_mentions_ja
from g7data.extract.office_words import unaccented
from g7data.extract.page import Page
from g7data.extract.roles import portfolio_of_role
from g7data.sources import publisher_of

_WANTED = (Role.TITLE, Role.HEADER, Role.CLAUSE, Role.HEADING, Role.TABLE)
_YEAR = re.compile(r"(?<!\d)(?:19[789]|20[0-4])\d(?!\d)")
_YEAR_WITHIN = 3000  # characters from the beginning of the page
_NATIONAL = {
    "USA": r"(?<!Foreign )(?<!Home )\bSecretary\b(?!-| General| of State for)|Attorney General|National Security Advis|Vice President|APNSA|Sec\.|Trade Representative",
    "GBR": r"Secretary of State|(?<!Treasury )Secretary\b(?!-| General| of the Treasury)|Chancellor|Minister (?:of State|for)",
    "CAN": r"Minister (?:of|for|responsible)|ministre (?:de|du|des)|(?:Finance|Foreign|Prime|Deputy) Minister",
    "JPN": r"Minister (?:of|for)|大臣|政務官|外相|首相",
    "FRA": r"[Mm]inistre (?:de|du|des|d['’]|délég)|[Ss]ecrétaire d['’]État|[Pp]résident de la République|Minister (?:of|for)",
    "ITA": r"[Mm]inistr[oa] (?:d|per)|[Ss]ottosegretari|[Vv]iceministr|Minister (?:of|for)|Undersecretary",
    "DEU": r"[Bb]undes|[Ss]taatssekretär|Federal (?:Minister|Chancellor)|[Mm]inister(?:in)? für",
}
_CHAIRS = re.compile(r"[Mm]inist|大臣|Secretary of State|[Cc]hancellor|[Kk]anzler|[Pp]resident|[Pp]résident|[Gg]overnor")


@dataclass(frozen=True, slots=True)
class Person:
    """One office-holder: the name is `text[start:end]`; `role` is as written."""

    name: str
    honorific: str | None
    role: str | None
    role_span: tuple[int, int] | None
    portfolio: str | None
    country: str | None
    function: str
    start: int
    end: int


@dataclass(slots=True)
class _Cluster:
    """The mentions of one person, with what each of them does."""

    doings: list[Doing] = field(default_factory=list)

    @property
    def fullest(self) -> Mention:
        """The mention with the longest name; the first of equals."""
        return max((d.mention for d in self.doings), key=lambda m: (len(_words(m.name)), -m.start))

    @property
    def country(self) -> str | None:
        """The first country that a mention gives; an empty string for an office of an international body."""
        given = [d.country for d in self.doings if d.country is not None]
        return next((c for c in given if c), given[0] if given else None)

    @property
    def role(self) -> tuple[int, int] | None:
        """The office that stands with the longest name, in the text rather than in its title."""
        titled = [d for d in self.doings if d.mention.role is not None]
        best = max(titled, key=lambda d: (len(_words(d.mention.name)), not d.titular, d.size, -d.mention.start), default=None)
        return best.mention.role if best is not None else None


def read_people(page: Page) -> list[Person]:
    """Every office-holder once, in the order of first naming, with the fullest name and the strongest function."""
    where = [(b, role) for b, role in zip(page.reading.blocks, page.layout.roles, strict=True) if role in _WANTED]
    blocks = [b for b, _ in where]
    mentions = find_mentions(page.text, blocks)
    if "の" in page.text:
        mentions = sorted([*mentions, *find_mentions_ja(page.text, blocks)], key=lambda m: m.start)
    if not mentions:
        return []
    doings = functions_of_mentions(page.text, where, mentions, listed(page.text, blocks, mentions))
    clusters = _cluster(doings)
    year = _year(page)
    people = (_person(page, cluster, functions_of_surname(page.text, blocks, cluster.doings, cluster.fullest), year) for cluster in clusters)
    return [person for person in people if _counts(person)]


def _year(page: Page) -> int | None:
    match = _YEAR.search(page.text, 0, _YEAR_WITHIN)
    return int(match[0]) if match is not None else None


def _cluster(doings: list[Doing]) -> list[_Cluster]:
    clusters: list[_Cluster] = []
    for doing in doings:
        cluster = next((c for c in clusters if _same(c, doing)), None)
        if cluster is None:
            cluster = _Cluster()
            clusters.append(cluster)
        cluster.doings.append(doing)
    return clusters


def _words(name: str) -> list[str]:
    """The words of a name without accents, initials and dots."""
    words = re.findall(r"[^\W\d_]+", unaccented(name)) if name[-1:] < "぀" else re.split(r"[・＝=\s]", name)
    return [w for w in words if len(w) > 1 and w not in ("jr", "sr", "iii")] or words


def _same(cluster: _Cluster, doing: Doing) -> bool:
    """Whether a mention may be of the same person: a surname that fits, the same words in any order, or the same initials."""
    if cluster.country and doing.country and cluster.country != doing.country:
        return False
    a, b = _words(cluster.fullest.name), _words(doing.mention.name)
    if a == b or set(a) == set(b):
        return True
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return short[0] == long[-1] or (short[0] in long and _is_family(short[0], cluster, doing)) or _begins(short[0], long)
    return (a[-1] == b[-1] and a[0][0] == b[0][0]) or (set(short) < set(long) and short[-1] == long[-1])


def _is_family(word: str, cluster: _Cluster, doing: Doing) -> bool:
    """Whether a word is set in capitals as a family name in one of two mentions."""
    names = f"{cluster.fullest.name} {doing.mention.name}".split()
    return any(unaccented(n) == word and n.isupper() for n in names)


def _begins(short: str, long: list[str]) -> bool:
    """Whether a Japanese family name begins a whole name: 河野 and 河野太郎."""
    return short[-1] > "぀" and len(long) == 1 and len(short) > 1 and (long[0].startswith(short) or short.startswith(long[0]))


def _person(page: Page, cluster: _Cluster, later: str, year: int | None) -> Person:
    best = cluster.fullest
    role = page.text[slice(*cluster.role)] if cluster.role is not None else None
    function = strongest([later, *(d.function for d in cluster.doings)])
    country = cluster.country
    if country is None and not any(d.listed for d in cluster.doings):
        country = country_of_person(best.name, year) or _country_by_place(page, role, function, year)
    honorific = next((d.mention.honorific for d in cluster.doings if d.mention.honorific), None)
    portfolio = portfolio_of_role(role) if role is not None else None
    return Person(best.name, best.honorific or honorific, role, cluster.role, portfolio, country or None, function, best.start, best.end)


def _country_by_place(page: Page, role: str | None, function: str, year: int | None) -> str | None:
    """The publisher's country for an office of its own government; the presidency's for who chairs as a minister."""
    if role is None:
        return None
    publisher = publisher_of(page.url)
    own = _NATIONAL.get(publisher.country or "") if publisher.kind == "government" else None
    if own is not None and re.search(own, role):
        return publisher.country
    presidency = reference.presidencies().get(year or 0)
    if function in ("chair", "host") and presidency is not None and _CHAIRS.search(role):
        return presidency.presidency
    return None


def _counts(person: Person) -> bool:
    """Whether a person belongs in the list: by an office, as a known office-holder, or addressed with respect and acting."""
    return person.role is not None or is_known_name(person.name) or (person.honorific is not None and person.function not in ("mentioned", "quoted"))
