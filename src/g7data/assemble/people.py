"""The same person under several spellings: family name first or last, with or without accents and initials.

Two names are one person's where their words are the same in any order, or where a surname alone has one full name with the
same country. Nobody is joined across countries, and a surname that two people share stays by itself.
"""

import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field

import duckdb
import pyarrow as pa

_NAMED = """
SELECT m.person_id, m.name, m.country, count(*) FROM shard_ministers m JOIN kept_documents USING (document_id, page_id)
GROUP BY ALL ORDER BY ALL
"""
_PEOPLE = pa.schema([(n, pa.string()) for n in ("person_id", "name", "family_name", "given_name", "country")])
_KEYS = pa.schema([("key", pa.string()), ("person_id", pa.string())])
_PARTICLES = frozenset("de di del della von van der den du la le da bin al".split())


@dataclass(slots=True)
class _Group:
    country: str | None
    keys: set[str] = field(default_factory=set)
    names: Counter[str] = field(default_factory=Counter)


def resolve(connection: duckdb.DuckDBPyConnection) -> None:
    """Make `known_people` and `person_keys`, which says who is meant by each spelling on each page."""
    groups: dict[tuple[str | None, frozenset[str]], _Group] = {}
    for key, name, country, count in connection.execute(_NAMED).fetchall():
        group = groups.setdefault((country, words_of(name)), _Group(country))
        group.keys.add(key)
        group.names[name] += count
    _join_without_country(groups)
    _join_surnames(groups)
    people: list[dict[str, str | None]] = []
    keys: list[dict[str, str | None]] = []
    taken: Counter[str] = Counter()
    for group in sorted(groups.values(), key=lambda g: sorted(g.keys)):
        person = _person(group)
        taken[person["person_id"] or ""] += 1
        if taken[person["person_id"] or ""] > 1:
            person["person_id"] = f"{person['person_id']}-{taken[person['person_id'] or '']}"
        people.append(person)
        keys.extend({"key": key, "person_id": person["person_id"]} for key in sorted(group.keys))
    connection.register("known_people", pa.Table.from_pylist(people, _PEOPLE))
    connection.register("person_keys", pa.Table.from_pylist(keys, _KEYS))


def words_of(name: str) -> frozenset[str]:
    """The words of a name without accents, case, initials and order."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(c))
    words = [w.strip(".,'’") for w in folded.replace("・", " ").replace(",", " ").split()]
    full = [w for w in words if len(w) > 1] or words
    return frozenset(full)


def _join_without_country(groups: dict[tuple[str | None, frozenset[str]], _Group]) -> None:
    """A full name without a country is the person of that name, where there is just one."""
    for country, words in [key for key in groups if key[0] is None and len(key[1]) > 1]:
        same = [key for key in groups if key[1] == words and key[0] is not None]
        if len(same) == 1:
            _absorb(groups, same[0], (country, words))


def _join_surnames(groups: dict[tuple[str | None, frozenset[str]], _Group]) -> None:
    """A surname with a country is the one person of that country who bears it."""
    bearers: dict[tuple[str | None, str], list[tuple[str | None, frozenset[str]]]] = defaultdict(list)
    for key in groups:
        if len(key[1]) > 1:
            for word in key[1]:
                bearers[(key[0], word)].append(key)
    for key in [key for key in groups if key[0] is not None and len(key[1]) == 1]:
        known = bearers.get((key[0], next(iter(key[1]))), [])
        if len(known) == 1 and known[0] in groups:
            _absorb(groups, known[0], key)


def _absorb(
    groups: dict[tuple[str | None, frozenset[str]], _Group],
    into: tuple[str | None, frozenset[str]],
    key: tuple[str | None, frozenset[str]],
) -> None:
    other = groups.pop(key)
    groups[into].keys |= other.keys
    groups[into].names += other.names


def _person(group: _Group) -> dict[str, str | None]:
    name = max(group.names, key=lambda n: (len(n.split()), group.names[n], n))
    family, given = split_name(name)
    country = group.country
    slug = "-".join(sorted(words_of(name), key=lambda w: (w in words_of(family or ""), w)))
    return {
        "person_id": f"{slug}-{country.lower()}" if country else slug, "name": name, "family_name": family, "given_name": given, "country": country,
    }  # fmt: skip


def split_name(name: str) -> tuple[str | None, str | None]:
    """Family and given name, where the name's form tells: capitals, a comma, or the order of European names."""
    if "," in name:
        family, given = (part.strip() for part in name.split(",", 1))
        return family or None, given or None
    words = name.split()
    if len(words) < 2:
        return (name, None) if name.isascii() or not words else (None, None)
    capitals = [w for w in words if len(w) > 1 and w.isupper() and w.isalpha()]
    if capitals and len(capitals) < len(words):
        return " ".join(capitals).title(), " ".join(w for w in words if w not in capitals)
    cut = next((i for i, w in enumerate(words[1:], 1) if w.lower() in _PARTICLES), len(words) - 1)
    return " ".join(words[cut:]), " ".join(words[:cut])
