"""Who took part in a meeting of ministers though a report of it does not say so in words that any table holds.

Reports name the holders of offices because they were there: in captions, by turns of phrase that no list of verbs foresees.
Of those of whom nothing else is said, half took part and a quarter were only mentioned, as pages labelled by hand show.
Heads of state and government are named for other reasons too, so are those who are out of office, and who was missed; a
schedule of days tells of other meetings beside.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from g7data.extract.elsewhere import is_elsewhere
from g7data.extract.fields import Fields
from g7data.extract.known_people import in_office, is_known_name, leads_country
from g7data.extract.people import Person

_REPORTS = frozenset(("news", "press_release", "readout", "fact_sheet"))
_NO_MEMBER = "RUS"  # of the Seven
_ABOVE = 1500  # characters before somebody in which a list of who signed would be announced
_NEAR = 90  # characters around a name that may say why somebody is named
_FORMER = re.compile(
    r"\b(?:former|ex|then|late|outgoing|incoming|ancien(?:ne)?|ehemalige\w*|frühere\w*|designiert\w*|già|predecess\w+|prédécesseure?|successor|Nachfolger\w*|Vorgänger\w*|antecesora?|(?:antecesora?|predecess\w+|prédécesseure?|Nachfolger\w*|Vorgänger\w*),)[- ](?:[\w'’-]+ ){0,3}$",
    re.I,
)
_NOT_THERE = re.compile(
    r"\b(?:not|never|absen\w+|without|stayed|declined|instead|nicht|fehl\w+|ohne|statt|pas|sans|non|senza|assent\w+|ausen[tc]\w*|sin|no"
    r"|dimission\w+|resign\w+|démission\w*|Rücktritt\w*|dimisión|succe(?:ed|ss)\w*|relinquish\w*|retir(?:ed?|ing)|step(?:s|ped|ping)? down|behalf|représentée? par|represented by|vertreten durch|rappresentat[oa] da\w*)\b|n['’]t\b|欠席|代理|前任|後任|辞任",
    re.I,
)
_SIGNED = re.compile(r"sign(?:ed|ator|atair|é)|firmat|sottoscri|siglat|unterzeichn|gez\.|suscri|署名", re.I)
_SENT_ELSEWHERE = re.compile(
    r"envoy|spokes|ambassad|sprecher|botschaft|gesandt|porte-parole|émissaire|portavo[cz]e?|ambasciat|inviat|embajad|特使|報道官|大使",
    re.I,
)


def presumed_present(text: str, people: Iterable[Person], fields: Fields) -> list[Person]:
    """The people of a document, with those taken to have been at the meeting of ministers that it reports."""
    track = fields.track.value if fields.track is not None else None
    reports = fields.kind.value in _REPORTS and not fields.official.value
    if not reports:
        return list(people)
    people = [_unless_signed(text, p) for p in people]
    if track in (None, "leaders"):
        return people
    seven = fields.forum is None or fields.forum.value != "G8"
    year = fields.dated.when.value.first.year if fields.dated.when is not None else None
    return [
        replace(p, function="participant", presumed=True)
        if p.function == "mentioned" and not (seven and p.country == _NO_MEMBER) and _may_be_there(text, p, year)
        else p
        for p in people
    ]


def _unless_signed(text: str, person: Person) -> Person:
    """A person listed under a report as having been there: nobody signs a report but where it says so."""
    signed = (
        person.function != "signatory" or _SIGNED.search(text, max(0, person.start - _ABOVE), person.start) is not None
    )
    return person if signed else replace(person, function="participant")


def _may_be_there(text: str, person: Person, year: int | None) -> bool:
    """Whether a person holds an office below the head of a government, and no words around say that they were not there."""
    if person.portfolio == "leaders" or leads_country(person.name):
        return False
    if person.role_span is None and (
        year is None or not is_known_name(person.name) or not in_office(person.name, year)
    ):
        return False
    office = person.role_span if person.role_span is not None else (person.start, person.start)
    if _SENT_ELSEWHERE.search(text, *office) is not None:
        return False
    before = text[max(0, person.start - _NEAR) : person.start].rpartition("\n")[2]
    around = before + text[person.start : person.end + _NEAR].partition("\n")[0]
    first = min(person.start, office[0]) if abs(person.start - office[0]) < _NEAR else person.start
    former = _FORMER.search(text[max(0, first - _NEAR) : first]) or text[slice(*office)].lower().startswith("ex-")
    return not former and _NOT_THERE.search(around) is None and not is_elsewhere(around)
