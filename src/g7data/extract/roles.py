"""Offices as a text writes them: how far one reaches around its head word.

"U.S. Treasury Deputy Secretary" reaches to the left, "Minister of Economy, Trade and Industry" to the right, and
"Deputy Prime Minister and Minister of Finance" are two offices of one person.
"""

from dataclasses import dataclass

from g7data.extract.nations import german_genitives
from g7data.extract.office_words import Is
from g7data.extract.word_tokens import POSSESSIVE, Words

_FARTHEST_LEFT = 11  # tokens
_FARTHEST_RIGHT = 24
_SUFFIXES = frozenset(
    "general général générale generale fédéral fédérale federal federale delegato delegata délégué déléguée delegate adjoint adjointe aggiunto aggiunta "
    "designate elect plenipotentiary adviser advisor counsel".split()
)
_NEED_LEFT = frozenset(
    ("chief", "leader", "manager", "attorney", "administrator", "chef", "cheffe", "king", "queen", "speaker")
)
_ROMANCE_HEADS = frozenset(
    "ministre président présidente secrétaire chancelier chancelière gouverneur gouverneure commissaire ambassadeur ambassadrice représentant représentante "
    "directeur directrice délégué déléguée chef cheffe ministro ministra presidente sottosegretario sottosegretaria segretario segretaria cancelliere cancelliera "
    "governatore governatrice commissario commissaria vicepresidente viceministro viceministra direttore direttrice rappresentante ambasciatore ambasciatrice".split()
)
_PRIVATE_TOO = frozenset(
    "chairman chair chairwoman chairperson president director manager leader chief représentant directeur directrice président présidente direttore presidente".split()
)
_LEADS = {
    ("con", "delega"): 2,
    ("in", "charge"): 2,
    ("chargé",): 1,
    ("chargée",): 1,
    ("auprès",): 1,
    ("responsible",): 1,
    ("zuständig",): 1,
}
_ENGLISH_LINKS = frozenset(("of", "for", "to", "at", "on"))
_GERMAN_LINKS = frozenset(("für", "der", "des", "vom", "im"))
_FIRST_LEADS = frozenset(words[0] for words in _LEADS)
_ADJECTIVES = frozenset("européen européenne europeo europea ue usa onu".split())
_ENGLISH_HEADS = frozenset(
    "president minister secretary governor commissioner ambassador chancellor chairman chair director representative premier envoy speaker".split()
)
_LIST_AHEAD = 9


@dataclass(frozen=True, slots=True)
class Office:
    """An office as tokens `first` to `last`; `owner` are those of a genitive before it: "Ukraine's", "the Bank of England's"."""

    first: int
    last: int
    plural: bool
    bare: bool  # nothing links it to a subject on its right
    private: bool = False  # of a company or association, by a word that is in no list
    owner: tuple[int, int] | None = None

    @property
    def opening(self) -> int:
        """The first token that belongs to it, its owner included."""
        return self.owner[0] if self.owner is not None else self.first


def read_office(t: Words, head: int) -> Office | None:
    """The office whose head word is a token; None where that word alone names no office."""
    first = _reach_left(t, head)
    last = head + (t.apart(head) and t.word(head + 1).lower() in _SUFFIXES)
    end = _reach_right(t, head, last)
    if t.word(head).lower() in _NEED_LEFT and first == head == last == end:
        return None
    return Office(
        first, end, bool(t.kind(head) & Is.PLURAL), end == last, _is_private(t, head, last, end), _owner(t, first)
    )


def _is_private(t: Words, head: int, last: int, end: int) -> bool:
    """Whether the office is one that companies have too, and what it is of is in no list of subjects, bodies and places."""
    listed = Is.SUBJECT | Is.BODY | Is.PLACE | Is.NATION
    return (
        end > last
        and t.word(head).lower() in _PRIVATE_TOO
        and not any(t.kind(i) & listed for i in range(last + 1, end + 1))
    )


def chain_right(t: Words, last: int) -> int:
    """The last token of further offices of the same person: "..., ministre de la Transition", "... and Minister of Finance"."""
    j = last + 1
    if not (t.word(j) == "," or t.kind(j) & Is.JOIN):
        return last
    comma = t.word(j) == ","
    j += 1
    while t.kind(j) & (Is.MODIFIER | Is.SUBJECT | Is.NATION) and not t.kind(j) & Is.OFFICE:
        j += 1
    if not t.kind(j) & Is.OFFICE or t.kind(j) & Is.PLURAL:
        return last
    further = read_office(t, j)
    if further is None or t.kind(further.last + 1) & (Is.NAME | Is.HONORIFIC | Is.INITIAL):
        return last
    closes = t.word(further.last + 1) in (",", ".", ")", ";", "", "–", "-")
    if comma and (
        not closes or (t.word(further.last + 1) == "," and t.kind(further.last + 2) & (Is.NAME | Is.HONORIFIC) > 0)
    ):
        return last
    return further.last


def body_after(t: Words, last: int) -> int:
    """The last token of the body or country behind a comma: "Managing Director, International Monetary Fund"."""
    j = last + 2
    if (
        t.word(last + 1) != ","
        or not (t.capital(j) and t.kind(j) & (Is.BODY | Is.PLACE | Is.NATION))
        or t.kind(j) & (Is.OFFICE | Is.EVENT)
    ):
        return last
    while (
        t.apart(j)
        and (t.capital(j + 1) or t.kind(j + 1) & (Is.LINK | Is.ARTICLE))
        and t.kind(j + 1) & (Is.BODY | Is.PLACE | Is.NATION | Is.SUBJECT | Is.LINK | Is.ARTICLE)
    ):
        j += 1
    closes = t.word(j + 1) in (",", ".", ")", ";", "", ":")
    return j if closes and not t.kind(j) & (Is.LINK | Is.ARTICLE) else last


def _reach_left(t: Words, head: int) -> int:
    """How far words that qualify the office reach before it."""
    first, joined = head, False
    while first > 0 and head - first < _FARTHEST_LEFT and t.apart(first - 1):
        j = first - 1
        kind = t.kinds[j]
        if kind & Is.EVENT or (t.capital(j) and t.word(j).lower() in german_genitives()):
            break
        if kind & (Is.MODIFIER | Is.NATION) or (
            kind & (Is.SUBJECT | Is.BODY | Is.PLACE) and (t.capital(j) or kind & Is.SUBJECT)
        ):
            first = j
        elif kind & Is.JOIN and t.kind(j - 1) & Is.OFFICE and not t.kind(j - 1) & Is.PLURAL and t.apart(j - 1):
            return _reach_left(t, j - 1)
        elif kind & Is.JOIN and t.kind(j - 1) & Is.SUBJECT and t.kind(first) & (Is.SUBJECT | Is.MODIFIER):
            first, joined = j - 1, True
        elif (joined and t.word(j) == "," and t.kind(j - 1) & Is.SUBJECT) or (
            t.word(j) == "of"
            and t.kind(j - 1) & Is.BODY
            and t.capital(j - 1)
            and t.kind(first) & (Is.PLACE | Is.BODY | Is.NATION)
        ):
            first = j - 1
        else:
            break
        if t.word(first - 1) == ",":
            if not joined:
                break
            first = first - 2 if t.kind(first - 2) & Is.SUBJECT else first
    return first


def _owner(t: Words, first: int) -> tuple[int, int] | None:
    """The genitive right before an office."""
    end = first - 1
    if end >= 0 and t.capital(end) and t.apart(end) and t.word(end).lower() in german_genitives():
        return end, end
    if t.word(end) not in POSSESSIVE:
        return None
    j = end
    while j > end - 7 and (t.capital(j - 1) or (t.word(j - 1) == "of" and t.capital(j - 2))):
        j -= 1
    return (j, end) if j < end else None


def _reach_right(t: Words, head: int, last: int) -> int:
    """How far the subjects of the office reach after it; after an English word "de" begins a name: "President de la Rúa"."""
    word = t.word(head)
    english = word.lower() in _ENGLISH_HEADS and not word.isupper()
    romance = word.lower() in _ROMANCE_HEADS
    end = last
    while end - last < _FARTHEST_RIGHT:
        if english and t.kind(end + 1) & Is.PARTICLE and t.word(end + 1).lower() not in _GERMAN_LINKS:
            return end
        further = _object(t, end, romance=romance)
        if further == end:
            return end
        end = further
    return end


def _object(t: Words, end: int, *, romance: bool) -> int:
    """The last token of what is linked to the office here: "of Finance", "für wirtschaftliche Zusammenarbeit", "français"."""
    if not (t.apart(end) or t.glued(end)):
        return end
    j = end + 1
    if (t.kind(j) & Is.NATION and (t.kind(j) & Is.LOWER or romance)) or (romance and t.word(j).lower() in _ADJECTIVES):
        return j
    j = _skip_lead(t, j)
    if not t.kind(j) & Is.LINK:
        return end
    link = t.word(j).lower()
    while t.kind(j) & (Is.LINK | Is.ARTICLE) and j - end < 6:
        j += 1
    further = _office_served(t, j)
    return further if further else _run_of_subjects(t, j, end, "de" if romance else link)


def _office_served(t: Words, j: int) -> int:
    """The head of an office that this one serves: "beim Bundesminister", "to the Minister", "auprès du ministre"."""
    contracted = t.kind(j - 1) & Is.ARTICLE or t.word(j - 1).lower() in ("beim", "du", "au", "al", "del", "dem")
    return j if contracted and t.kind(j) & Is.OFFICE and not t.kind(j) & Is.PLURAL else 0


def _skip_lead(t: Words, j: int) -> int:
    """Past "in charge", "con delega" and the like, where a link follows."""
    if t.word(j).lower() not in _FIRST_LEADS:
        return j
    for words, size in _LEADS.items():
        if all(t.word(j + k).lower() == word for k, word in enumerate(words)) and t.kind(j + size) & Is.LINK:
            return j + size
    return j


def _run_of_subjects(t: Words, start: int, end: int, link: str) -> int:
    """The last token of a run of subjects; `end` where there is none."""
    j, last = start, end
    while j < len(t) and j - start < _FARTHEST_RIGHT:
        if _is_subject(t, j, start, link):
            last = j
        elif _is_adjective(t, j, link):
            last = j if j > start else last
        elif further := _continues(t, j):
            j = last = further
        else:
            break
        if not (t.apart(j) or t.glued(j)):
            break
        j += 1
    return last


def _is_subject(t: Words, j: int, start: int, link: str) -> bool:
    """Whether a token is a subject of an office, by its kind or, where it is no listed word, by what stands before it."""
    kind = t.kinds[j]
    if kind & (Is.EVENT | Is.HONORIFIC):
        return False
    before = t.kind(j - 1)
    if kind & (Is.SUBJECT | Is.NATION | Is.PLACE) or (
        kind & Is.BODY and (t.capital(j) or link not in _ENGLISH_LINKS or before & (Is.ARTICLE | Is.BODY))
    ):
        return True
    if not kind & Is.NAME:
        return False
    adjective = link in _GERMAN_LINKS and before & Is.LOWER and not before & Is.JOIN
    return j == start or bool(before & (Is.LINK | Is.ARTICLE)) or bool(adjective)


def _is_adjective(t: Words, j: int, link: str) -> bool:
    """Whether a word in lower case goes on with the subject, as adjectives do in French, German and Italian."""
    bare = t.kinds[j] & ~Is.LOWER == 0
    return bare and link not in _ENGLISH_LINKS and t.word(j).isalpha() and t.kind(j - 1) & ~Is.LOWER != 0


def _continues(t: Words, j: int) -> int:
    """Where a conjunction, a comma or a link goes on to a further subject: the index of that subject, else 0."""
    comma = t.word(j) == ","
    if not (comma or t.kind(j) & (Is.JOIN | Is.LINK) or t.word(j).lower() in ("in", "-")):
        return 0
    k = j + 1
    if comma and t.kind(k) & Is.JOIN:
        k += 1
    elif comma and not any(
        t.kind(i) & Is.JOIN and t.kind(i + 1) & (Is.SUBJECT | Is.LINK) for i in range(k + 1, k + _LIST_AHEAD)
    ):
        return 0
    while t.kind(k) & (Is.LINK | Is.ARTICLE) and k - j < 5:
        k += 1
    subject = t.kind(k) & (Is.SUBJECT | Is.PLACE | Is.NATION) and (not comma or t.kind(k) & Is.SUBJECT)
    subject = subject or (
        t.kind(j) & Is.JOIN and t.kind(k) & Is.NAME and t.kind(k + 1) & Is.SUBJECT and t.capital(k + 1)
    )
    linked = t.kind(j) & Is.LINK and not t.kind(j) & Is.JOIN and t.capital(k) and t.kind(k) & (Is.BODY | Is.NAME)
    body = t.kind(j) & Is.JOIN and t.capital(k) and t.kind(k) & Is.BODY
    return k if (subject or linked or body) and not t.kind(k) & (Is.OFFICE | Is.HONORIFIC | Is.EVENT) else 0
