"""Office-holders named in a text: name, honorific, office, country, and what they do in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from g7data.extract.layout import Role
from g7data.extract.page import Page
from g7data.extract.roles import AFTER, BEFORE, JAPANESE, OFFICE_WORD, TITLED, country_of_role, portfolio_of_role
from g7data.reading import Block

FUNCTIONS = ("chair", "host", "speaker", "signatory", "quoted", "participant", "mentioned")


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


_NOT_NAMES = re.compile(
    r"\b(?:January|February|March|April|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"Ministers?|Governors?|Secretary|Presidents?|Meeting|Council|Commission|Summit|Group|Bank|Fund|Union|Nations|Department|Government|Statement|Treasury|The|This|"
    r"We|Our|In|And|Of|On|At|For|With|To|As|By|From|Finance|Foreign|States|Republic|Annex|Press|Release|House|Office|Committee|Conference|Declaration|Communiqué|Leaders|Deputies|"
    r"Affairs|Public|International|Economic|National|General|Development|Central|Financial|Board|Agency|Authority|Policy|Trade|Security|Federal|European|World|Party|Organi[sz]ation|"
    r"Der|Die|Das|Den|Und|Für|Le|La|Les|Il|Gli|Per|Nel|Consiglio|Repubblica|Stato|G7|G8|G20|Presidency|Kingdom|Ministry|Ministerial|Today|Yesterday|Chair|Co-Chairs?|Action|Plan|Track|Act|Digital|Climate|Energy|Environment)\b"
)
_CHAIR_BEFORE = re.compile(r"(?:chair(?:manship|ed|man)?|presid(?:ency|ed)|présidence|présidé\w*|Vorsitz|geleitet|presidenza|presiedut\w*|co-?chairs?|議長)\W+(?:\w+\W+){0,4}$", re.I)
_CHAIR_AFTER = re.compile(r"^[^.;]{0,80}?\b(?:chaired|presided|who chaired|as chair|a présidé|leitete|ha presieduto)\b|^[^.;]{0,40}(?:が議長|議長を)", re.I)
_HOST = re.compile(r"(?:host(?:ed|s)?(?: by)?|at the invitation of|hospitality of|invitation de|accueilli\w* par|Einladung (?:von|des|der)|Gastgeber\w*|ospitat\w* da|invito d\w+)\W+(?:\w+\W+){0,4}$", re.I)
_HOST_AFTER = re.compile(r"^[^.;]{0,60}?\b(?:hosted|hosts|will host|convened|invited)\b", re.I)
_QUOTED_AFTER = re.compile(
    r"^[^.;“”\"«»]{0,60}?\b(?:said|says|stated|commented|remarked|told|added|explained|noted that|declared|a déclaré|a dit|a affirmé|a souligné|déclare|sagte|sagt|erklärte|betonte|so\b|kündigte|"
    r"ha (?:detto|dichiarato|affermato|commentato|sottolineato|spiegato)|afferma|dichiara)\b|^[^。]{0,40}(?:述べ|語っ|話し|強調し)",
    re.I,
)
_QUOTED_BEFORE = re.compile(r"(?:said|says|added|sagte|so|erklärte|according to|laut|selon|dit|déclare|ha detto|secondo)\s+(?:the\s+|die\s+|der\s+|le\s+|la\s+|il\s+)?$", re.I)
_PRESENT_AFTER = re.compile(
    r"^[^.;]{0,90}?\b(?:attend(?:ed|s|ing)?|travel(?:led|s)?|join(?:ed|s)?|participat\w+|took part|met with|will meet|represent\w+|took the floor|presented|reported|a participé|étaient présents|nahm\w*|teil|ha partecipato|hanno partecipato)\b",
    re.I,
)
_PRESENT_BEFORE = re.compile(
    r"(?:together with|joined by|with|attended by|met|meeting with|présence d\w+|aux côtés d\w+|nahmen[^.]{0,60}|unter anderem|partecipazione d\w+|insieme a|welcomed)\W+(?:\w+[’']?s?\W+){0,6}$", re.I
)
_TITLE_SPEAKS = re.compile(r"\b(?:remarks|statement|speech|address|testimony|transcript|interview|discours|allocution|rede|discorso|intervento)\b", re.I)


def read_people(page: Page) -> list[Person]:
    """Every office-holder once, in the order of first naming, with the fullest name and the strongest function."""
    found = [p for block, role in _blocks(page) for p in _in_block(page, block, role)]
    return _merged(found)


def _blocks(page: Page) -> Iterator[tuple[Block, Role]]:
    wanted = (Role.TITLE, Role.HEADER, Role.CLAUSE, Role.HEADING)
    for block, role in zip(page.reading.blocks, page.layout.roles, strict=True):
        if role in wanted and OFFICE_WORD.search(page.text, block.start, block.end):
            yield block, role


def _in_block(page: Page, block: Block, role: Role) -> Iterator[Person]:
    taken: list[tuple[int, int]] = []
    for pattern in (AFTER, BEFORE, TITLED, JAPANESE):
        for match in pattern.finditer(page.text, block.start, block.end):
            start, end = match.span("name")
            name = page.text[start:end].rstrip("’'")
            name = re.sub(r"[’']s$", "", name)
            if not name or any(a < end and start < b for a, b in taken) or not _is_name(name):
                continue
            taken.append((start, end))
            yield _person(page, block, role, match, name)


def _is_name(name: str) -> bool:
    return not _NOT_NAMES.search(name) and not (name.isupper() and len(name) < 4) and len(name) > 2 or bool(re.match(r"[ァ-ヶ一-鿿]{2,}", name))  # noqa: PLR2004


def _person(page: Page, block: Block, where: Role, match: re.Match[str], name: str) -> Person:
    groups = match.groupdict()
    role = groups.get("role")
    span = match.span("role") if role else None
    if span is not None and groups.get("state"):
        span = (match.start("state"), span[1])
    written = page.text[span[0] : span[1]].strip() if span is not None else None
    if span is not None and written is not None:
        start = page.text.index(written, span[0])
        span = (start, start + len(written))
    honorific = (groups.get("honorific") or "").strip() or None
    start = match.start("name")
    function = _function(page, block, where, match, written)
    return Person(
        name, honorific, written, span, portfolio_of_role(written) if written else None, country_of_role(written) if written else None,
        function, start, start + len(name),
    )  # fmt: skip


def _function(page: Page, block: Block, where: Role, match: re.Match[str], role: str | None) -> str:
    before = page.text[max(block.start, match.start() - 90) : match.start()]
    before = before[max(before.rfind(". "), before.rfind("。")) + 1 :]
    after = page.text[match.end() : min(block.end, match.end() + 140)]
    if where is Role.TITLE and _TITLE_SPEAKS.search(page.text, block.start, match.start()):
        return "speaker"
    tests = (
        ("chair", _CHAIR_BEFORE.search(before) or _CHAIR_AFTER.search(after) or (role is not None and re.match(r"(?:Co-?)?Chair", role))),
        ("host", _HOST.search(before) or _HOST_AFTER.search(after)),
        ("quoted", _QUOTED_AFTER.search(after) or _QUOTED_BEFORE.search(before)),
        ("participant", _PRESENT_AFTER.search(after) or _PRESENT_BEFORE.search(before)),
    )
    return next((function for function, hit in tests if hit), "mentioned")


def _merged(people: list[Person]) -> list[Person]:
    merged: list[Person] = []
    for person in people:
        i = next((i for i, known in enumerate(merged) if _same(known, person)), None)
        if i is None:
            merged.append(person)
        else:
            merged[i] = _joined(merged[i], person)
    return merged


def _same(known: Person, person: Person) -> bool:
    a, b = known.name.casefold().split(), person.name.casefold().split()
    if len(b) == 1 or len(a) == 1:
        return (a[-1] == b[-1] or set(b) <= set(a)) and (known.country is None or person.country is None or known.country == person.country)
    return set(a) == set(b) or (a[-1] == b[-1] and a[0][0] == b[0][0])


def _joined(known: Person, person: Person) -> Person:
    fuller, other = (person, known) if len(person.name.split()) > len(known.name.split()) else (known, person)
    function = min(known.function, person.function, key=FUNCTIONS.index)
    role, span = (fuller.role, fuller.role_span) if fuller.role else (other.role, other.role_span)
    return replace(
        fuller, function=function, role=role, role_span=span, portfolio=fuller.portfolio or other.portfolio,
        country=fuller.country or other.country, honorific=fuller.honorific or other.honorific,
    )  # fmt: skip
