"""Sentences that say of everybody they go on to name that they were there, however far from the verb a name stands.

"Alla riunione partecipano, come invitati, A, B e C", "Also present were A, B and C", "An dem Treffen haben A, B und C
teilgenommen": verb and list belong together where no other verb stands between them. German says so at the end.
"""

import re

from g7data.extract.guarded import guarded_words

VERB = re.compile(
    r"\b(?:is|are|was|were|did|does|has|had|have|will|would|said|says|told|met|but|while|est|sont|était|étaient|ont|avait|sera|seront|mais|è|sono|era|erano|ha|hanno|aveva|sarà|ma|mentre"
    r"|ist|sind|war|waren|hat|haben|hatte|wird|werden|wurde|wurden|sagten?|aber|während|a (?:été|[^\W\d_]{2,}(?:é|is|it)))\b"
)
"""A finite verb, or a word that begins another clause."""
ABSENT = re.compile(
    r"\b(?:not|never|absent\w*|declined|without|pas|non|nicht|keine?|abwesend|assent[ei]|sans|senza|ohne)\b", re.I
)
ARTICLES = r"(?:the|le|la|les|der|die|den|dem|il|lo|gli|i|el|los|las|de|du|des|del|della|di)"
_GUESTS = (
    r"(?:guests?|invitees|attendees|participants|representatives|delegates|heads of delegations?|leaders|heads of state|invitée?s?|participants|dirigeants|chefs d['’][ée]tat|présidents|ospiti|invitati|partecipanti|presenti|capi di stato|gäste|gästen|gastländer\w*"
    r"|eingeladenen|teilnehmer\w*|staatschefs|invitados|asistentes|convidados)"
)
_GUESTS_ARE = re.compile(
    rf"\b{_GUESTS}\b[^.;:“”«»\"]{{0,90}}?(?::|\b(?:includ(?:e[sd]?|ing)|such as|namely|incluent|incluaient|comptent|comprennent|figurent|à savoir|includono|comprendono|sont|seront|étaient|are|were|will be|saranno|sono|erano|tra cui|ossia|cioè|zählen|gehören|zählten|gehörten|sind|waren|nämlich|incluyen))\s*"
    rf"(?:{ARTICLES}\s|[ld]['’])?\s*$",
    re.I,
)
_BE = r"(?:is|are|was|were|will be|would be|has been|have been)"
_BEFORE = guarded_words(
    rf"(?:\b(?:present|in attendance|attending|participating|taking part|joining|invited)\b[^.;:,]{{0,70}}? {_BE}|\b{_BE} (?:also )?(?:attended|joined) by|\bparticipants? (?:include[ds]?|were|are)"
    r"|\b(?:étaient|sont|seront|était|est|sera) (?:\w+ )?présente?s?|\b(?:y |ont )(?:\w+ )?(?:participent|participeront|participaient|participé|pris part|assisté|assistent)|\ben présence d[eu]"
    r"|\b(?:teilgenommen|anwesend|dabei|vertreten|zu Gast|eingeladen|zugeschaltet) (?:haben|hatten|waren|sind|wurden|ist|war)|\bim Beisein"
    r"|\b(?:(?:sono|erano|saranno|era|è|sarà) (?:anche )?)?present[ei](?: anche)?|\b(?:hanno|ha|avevano) (?:\w+ )?(?:partecipato|preso parte)|(?<!che )\bpartecip(?:ano|eranno|avano)|\bprend(?:ono|eranno) parte|\bc['’](?:è|era)(?:no)? anche"
    r"|\bci (?:sono|erano|saranno) (?:anche|inoltre|poi|pure)|\balla presenza|\bcon la partecipazione"
    r"|\b(?:participaron|participan|asistieron|asisten|participaram|estuvieron presentes))\b(?P<gap>[^.:;!?“”«»„\"\n]{0,220}:?\s*)$",
    re.I,
)
_BEGINS_BRACKET = re.compile(r"\b(?:hat|haben|hatten?|waren?|sind|ist|wurden?|werden|wird|nahmen?|nehmen)\b")
_ENDS_BRACKET = guarded_words(
    r"[^.;:“”«»„\"\n]{0,90}?\b(?:teilgenommen|eingeladen|geladen|anwesend|zugeschaltet|angereist|zu Gast|zugegen|teil|teilnehmen)\b(?=\s*(?:[.,;]|$|und\b))"
)
_AFTER = guarded_words(
    r"(?:(?:,\s(?:who|which|qui|che)\s[^,.;]{3,90},)?|,?\s(?:who|qui|che|die|que))\s(?:(?:will|would|(?:are|were) (?:to|expected to|due to|set to)|(?:have been|were) invited to|all)\s(?:also |all )?(?:attend|join|participate|take part|be present|travel|speak|address|present)"
    r"|(?:teilnehmen|sprechen|vortragen|anwesend sein|dabei sein) werden|interviendront|interverranno|intervendrán|participarán|participarão|participeront|prendront part|assisteront|seront présents|ont participé|étaient présents|doivent participer|parteciperanno|prenderanno parte|saranno presenti|hanno partecipato|erano presenti)",
    re.I,
)
_ALSO = re.compile(r"\b(?:auch|zudem|außerdem|ebenfalls)\s(?:der |die |den |das )?$")
_SHORT_GAP = 60  # characters between the verb and one person alone


def present_before(head: str, *, alone: bool) -> bool:
    """Whether the words of a sentence before a list, or before one person `alone`, end in saying who was there."""
    match = _BEFORE.search(head)
    if match is None or ABSENT.search(head, max(0, match.start() - 20)) is not None:
        return False
    gap = match["gap"]
    return VERB.search(gap) is None and not (alone and ("," in gap or len(gap) > _SHORT_GAP))


def announces_guests(head: str) -> bool:
    """Whether the words before a list end in naming whom it is of: "the guests included", "tra i partecipanti ci sono"."""
    return _GUESTS_ARE.search(head) is not None


def present_after(head: str, tail: str, *, alone: bool = False) -> bool:
    """Whether the words of a sentence behind a list say that all in it were, or will be, there; or behind one `alone` who was there too."""
    if alone and _ALSO.search(head) is None:
        return False
    match = _AFTER.match(tail)
    if match is None and _BEGINS_BRACKET.search(head) is not None:
        match = _ENDS_BRACKET.match(tail)
    return match is not None and ABSENT.search(match[0]) is None
