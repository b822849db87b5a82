"""The country of a person whose office does not say it: never guessed, always with the rule that gives it.

First come the words around the office and the heading over a delegation; then what is known of the person; then the
publisher, where it is a government and the office one of its own; last the presidency of the year, whose minister chairs.
"""

import re

from g7data import reference
from g7data.extract.clusters import Cluster
from g7data.extract.known_people import country_of_person, leads_country
from g7data.sources import publisher_of

_NATIONAL = {
    "USA": r"(?<!Foreign )(?<!Home )\bSecretary\b(?!-| General| of State for)|Attorney General|National Security Advis|Vice President|APNSA|Sec\.|Trade Representative",
    "GBR": r"Secretary of State|(?<!Treasury )Secretary\b(?!-| General| of the Treasury)|Chancellor|Minister (?:of State|for)",
    "CAN": r"Minister (?:of|for|responsible)|ministre (?:de|du|des)|(?:Finance|Foreign|Prime|Deputy) Minister",
    "JPN": r"Minister (?:of|for)|大臣|政務官|外相|首相",
    "FRA": r"[Mm]inistre (?:de|du|des|d['’]|délég)|[Ss]ecrétaire d['’]État|[Pp]résident de la République|Minister (?:of|for)",
    "ITA": r"[Mm]inistr[oa] (?:d|per)|[Ss]ottosegretari|[Vv]iceministr|Minister (?:of|for)|Undersecretary",
    "DEU": r"[Bb]undes|[Ss]taatssekretär|Federal (?:Minister|Chancellor)|[Mm]inister(?:in)? für",
}
_CHAIRS = re.compile(
    r"[Mm]inist|大臣|Secretary of State|[Cc]hancellor|[Kk]anzler|[Pp]resident|[Pp]résident|[Gg]overnor"
)


def country_of_cluster(
    cluster: Cluster, role: str | None, function: str, url: str, year: int | None
) -> tuple[str | None, str]:
    """The country of a person and the rule that gives it; None and no rule where nothing says it."""
    listed = all(d.listed for d in cluster.doings)
    if cluster.country is not None:
        said = any(d.mention.country for d in cluster.doings)
        return (cluster.country, "person:office" if said else "person:heading") if cluster.country else (None, "")
    if listed:
        return None, ""
    name = cluster.fullest.name
    labelled = role is None and name.isupper() and " " not in name  # "MR QUILL:" in a transcript: many bear that name
    known = country_of_person(name, year) if not labelled or leads_country(name) else None
    if known is not None:
        return known, "person:known office-holder"
    return _by_place(role, function, url, year)


def _by_place(role: str | None, function: str, url: str, year: int | None) -> tuple[str | None, str]:
    if role is None:
        return None, ""
    words = role.title() if role.isupper() else role
    publisher = publisher_of(url)
    own = _NATIONAL.get(publisher.country or "") if publisher.kind == "government" else None
    if own is not None and re.search(own, words):
        return publisher.country, "person:office of the publisher's government"
    presidency = reference.presidencies().get(year or 0)
    if presidency is not None and function in ("chair", "host") and _CHAIRS.search(words):
        return presidency.presidency, "person:chair for the presidency"
    return None, ""
