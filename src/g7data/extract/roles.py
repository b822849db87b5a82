"""Offices as a text writes them: how far one reaches around its head word.

"U.S. Treasury Deputy Secretary" reaches to the left, "Minister of Economy, Trade and Industry" to the right, and
"Deputy Prime Minister and Minister of Finance" are two offices of one person.
"""

from dataclasses import dataclass

from g7data.extract.nations import german_genitives
from g7data.extract.office_words import Is
from g7data.extract.subjects import reach_right
from g7data.extract.word_tokens import POSSESSIVE, Words

_FARTHEST_LEFT = 11  # tokens
_LONGEST_VICE = 6  # tokens
_MOST_SUFFIXES = 2
_IN_POST = ("new", "current", "incoming", "outgoing", "newly-appointed")
_SUFFIXES = frozenset(
    "general général générale generale fédéral fédérale federal federale delegato delegata délégué déléguée delegate adjoint adjointe aggiunto aggiunta speciale spécial spéciale "
    "principal principale gerente anfitrión anfitriona presidenziale présidentiel présidentielle presidencial operativo operativa esecutivo esecutiva exécutif exécutive opérationnel designate elect plenipotentiary adviser advisor counsel".split()
)
_BODIES = Is.BODY | Is.PLACE | Is.NATION | Is.SUBJECT
_LOWER = frozenset(("central", "bank"))  # of a body that is written in lower case
_NEED_LEFT = frozenset(
    "chief leader manager attorney administrator chef cheffe chefin king queen speaker spokesman spokeswoman spokesperson sprecher sprecherin portavoce conseiller conseillère consigliere consigliera "
    "assistant collega collègue kollege kollegin kollegen capo titolare titular leiter leiterin coordinator head patron patronne responsable garde porte-parole counterpart homologue omologo omologa amtskollege amtskollegin amtskollegen".split()
)
_CLOSES = frozenset((",", ".", ")", ";", "", "–", "-", "who", "qui", "che"))
_PRIVATE_TOO = frozenset(
    "chairman chair chairwoman chairperson president director manager leader chief head leiter leiterin représentant directeur directrice président présidente direttore presidente".split()
)


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
    last = _past_suffixes(t, head)
    end = reach_right(t, head, last)
    if t.word(head).lower() in _NEED_LEFT and first == head == last == end:
        return None
    if t.word(head).lower() == "pm" and (not t.word(head).isupper() or t.word(head - 1)[:1].isdigit()):
        return None  # the time of day
    return Office(
        first, end, bool(t.kind(head) & Is.PLURAL), end == last, _is_private(t, head, last, end), _owner(t, first)
    )


def _past_suffixes(t: Words, head: int) -> int:
    """The last of the words that qualify an office behind its head: "ministre adjoint principal"."""
    last = head
    while last - head < _MOST_SUFFIXES and t.apart(last) and t.word(last + 1).lower() in _SUFFIXES:
        last += 1
    return last


def _is_private(t: Words, head: int, last: int, end: int) -> bool:
    """Whether the office is one that companies have too, and what it is of is in no list of subjects, bodies and places."""
    listed = Is.SUBJECT | Is.BODY | Is.PLACE | Is.NATION
    spelt_out = (
        t.word(end).isupper() and t.word(end + 1) == "("
    )  # the short name of a body, what it stands for behind it
    return (
        end > last
        and not spelt_out
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
    closes = t.word(further.last + 1).lower() in _CLOSES
    if comma and (
        not closes or (t.word(further.last + 1) == "," and t.kind(further.last + 2) & (Is.NAME | Is.HONORIFIC) > 0)
    ):
        return last
    return further.last


def body_after(t: Words, last: int) -> int:
    """The last token of the body or country behind a comma: "Managing Director, International Monetary Fund"."""
    j = first = last + 2
    if t.word(last + 1) != "," or not t.capital(j):
        return last
    while t.kind(j) & (_BODIES | Is.LINK | Is.ARTICLE) and not t.kind(j) & (Is.OFFICE | Is.EVENT):
        j += 1
        if not t.apart(j - 1):
            break
    named = any(t.kind(i) & (Is.BODY | Is.PLACE | Is.NATION) for i in range(first, j))
    closes = t.word(j) in (",", ".", ")", ";", "", ":") and not t.kind(j - 1) & (Is.LINK | Is.ARTICLE)
    return j - 1 if named and closes else last


def _reach_left(t: Words, head: int) -> int:
    """How far words that qualify the office reach before it."""
    first, joined = head, False
    while first > 0 and head - first < _FARTHEST_LEFT and t.apart(first - 1):
        j = first - 1
        kind = t.kinds[j]
        if kind & Is.EVENT or (t.capital(j) and t.word(j).lower() in german_genitives()):
            break
        if kind & (Is.MODIFIER | Is.NATION) or (
            kind & (Is.SUBJECT | Is.BODY | Is.PLACE) and (t.capital(j) or kind & Is.SUBJECT or t.word(j) in _LOWER)
        ):
            first = j
        elif kind & Is.JOIN and (vice := _vice_before(t, j - 1)):
            return _reach_left(t, vice)
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


def _vice_before(t: Words, end: int) -> int:
    """The head word of a deputy's office that ends here, whose holder has the next one too: "Vicepresidente del Consiglio e ..."."""
    j = end
    while (
        j > max(0, end - _LONGEST_VICE) and t.kind(j) & (_BODIES | Is.LINK | Is.ARTICLE) and not t.kind(j) & Is.OFFICE
    ):
        j -= 1
    if j == end or not t.kind(j) & Is.OFFICE or t.kind(j) & Is.PLURAL:
        return 0
    return j if t.word(j).lower().startswith("vice") or t.word(j - 1).lower() in ("vice", "deputy") else 0


def _owner(t: Words, first: int) -> tuple[int, int] | None:
    """The genitive right before an office."""
    end = first - 1
    if t.word(end).lower() in _IN_POST and t.word(end - 1) in POSSESSIVE:
        end -= 1  # "France's new interior minister"
    if end >= 0 and t.capital(end) and t.apart(end) and t.word(end).lower() in german_genitives():
        return end, end
    plural = t.word(end) in ("'", "’") and t.word(end - 1).endswith("s") and t.glued(end - 1)
    if t.word(end) not in POSSESSIVE and not plural:
        return None
    j = end
    while j > end - 7 and (t.capital(j - 1) or (t.word(j - 1) == "of" and t.capital(j - 2))):
        j -= 1
    return (j, end) if j < end else None
