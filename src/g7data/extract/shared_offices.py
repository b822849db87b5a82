"""Who shares an office in the plural: names one after another behind it, or each behind a subject of their own."""

from g7data.extract.name_edges import past_bracket
from g7data.extract.names import Name, read_name
from g7data.extract.office_words import Is
from g7data.extract.roles import Office
from g7data.extract.subjects import reach_right
from g7data.extract.word_tokens import Words

_LONGEST_MEMBERS = 7  # tokens
_MEMBERS = frozenset("countries nations members states pays paesi staaten länder mitgliedstaaten países".split())
_OF_BODIES = ("organi", "agenz", "agenc", "agentur", "istituz", "institut")
"""Words of an office behind which the names of bodies stand: "rappresentanti delle Organizzazioni internazionali Interpol, Oim"."""


def list_after(t: Words, office: Office) -> list[tuple[Name, Office | None]]:
    """The names after an office in the plural: "Ministers Padoan and Visco"."""
    names: list[Name] = []
    if any(t.word(i).lower().startswith(_OF_BODIES) for i in range(office.first, office.last + 1)):
        return []
    start = _past_members(t, office.last) + 1
    while t.apart(start - 1) or t.word(start - 1) == ",":
        name = read_name(t, start + (t.kind(start) & Is.ARTICLE > 0))
        if name is None or (t.kind(name.first) & Is.LOWER and t.kind(name.first + 1) & Is.SUBJECT):
            break  # "al Clima NAME": what another of them is for
        names.append(name)
        start = past_bracket(t, name.last) + 1
        if t.word(start) == ",":
            start += 1
        if t.kind(start) & Is.JOIN:
            start += 1
        elif t.word(start - 1) != ",":
            break
    return [(name, office) for name in names] if len(names) > 1 else []


def _past_members(t: Words, last: int) -> int:
    """On over whose ministers they are: "the ministers of finance of the G7 countries NAME, NAME and NAME"."""
    if not t.kind(last + 1) & Is.LINK:
        return last
    return next((k for k in range(last + 2, last + _LONGEST_MEMBERS) if t.word(k).lower() in _MEMBERS), last)


def shared_after(t: Words, office: Office) -> list[tuple[Name, Office | None]]:
    """Who shares the word for an office, each with a subject of their own: "The ministers of the interior, A, and of justice, B"."""
    holders: list[tuple[Name, Office | None]] = []
    while t.word(office.last + 1) == "," or t.apart(office.last):
        name = read_name(t, office.last + 1 + (t.word(office.last + 1) == ","))
        if name is None or name.count == 1:
            break
        holders.append((name, office))
        link = name.last + 1 + (t.word(name.last + 1) in (",", ";"))
        link += t.kind(link) & Is.JOIN > 0
        nation = t.kind(link) & Is.NATION and t.kind(link) & Is.LOWER  # "i ministri francese, NAME, e tedesco NAME"
        end = link if nation else reach_right(t, link - 1, link - 1)
        if link == name.last + 1 or end < link or not (nation or t.kind(link) & Is.LINK):
            break
        office = Office(link, end, plural=True, bare=False)
    return holders if len(holders) > 1 else []
