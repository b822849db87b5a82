"""What an office is for, to the right of its head word: "of Economy, Trade and Industry", "für Umwelt", "de l'Intérieur".

A subject is a listed word, or an unlisted one that a link leads to; a capitalised word that nothing leads to begins a name.
"""

from g7data.extract.nations import german_genitives
from g7data.extract.office_words import Is, acronyms
from g7data.extract.word_tokens import POSSESSIVE, Words

_FARTHEST_RIGHT = 24
_LEADS = {
    ("con", "delega"): 2,
    ("in", "charge"): 2,
    ("chargé",): 1,
    ("chargée",): 1,
    ("incaricato",): 1,
    ("incaricata",): 1,
    ("auprès",): 1,
    ("responsible",): 1,
    ("zuständig",): 1,
}
_FIRST_LEADS = frozenset(words[0] for words in _LEADS)
_ADJECTIVES = frozenset(
    "européen européenne européens européennes europeo europea europeos europeas europei europee ue usa onu".split()
)
_ENGLISH_LINKS = frozenset(("of", "for", "to", "at", "on"))
_GERMAN_LINKS = frozenset(("für", "der", "des", "vom", "im"))
_ENGLISH_HEADS = frozenset(
    "president minister secretary governor commissioner ambassador chancellor chairman chair director representative premier envoy speaker head prosecutor".split()
)
_ROMANCE_HEADS = frozenset(
    "ministre président présidente secrétaire chancelier chancelière gouverneur gouverneure commissaire ambassadeur ambassadrice représentant représentante "
    "directeur directrice délégué déléguée chef cheffe ministro ministra presidente sottosegretario sottosegretaria segretario segretaria cancelliere cancelliera "
    "consigliere consigliera conseiller conseillère governatore governatrice commissario commissaria vicepresidente viceministro viceministra direttore direttrice rappresentante ambasciatore ambasciatrice "
    "canciller secretario secretaria comisario comisaria presidenta vicepresidenta director directora gobernador gobernadora embajador embajadora jefe jefa representante ministros ministri ministres commissari commissaires comisarios".split()
)
_LIST_AHEAD = 9
_LONGEST_QUOTED = 7  # tokens
_QUOTES = {'"': '"”', "“": '”"', "„": "“”", "«": "»"}
_LISTED = Is.SUBJECT | Is.LINK | Is.ARTICLE
_CONTRACTED = frozenset("du des del della dell' dell’ dei degli delle dello al alla all' all’ agli alle aux au".split())
_NO_NOUNS = frozenset("quale quali même mêmes suo sua suoi sue loro nostro nostra più moins plus cual tutto".split())
_GO_ON = frozenset(("in", "-", "sul", "sulla", "sull'", "sull’", "sui", "sulle", "sugli", "sur", "sobre", "para"))
_ROMANCE = "de"  # stands for any link of French and Italian


def reach_right(t: Words, head: int, last: int) -> int:
    """How far the subjects of the office reach after it; after an English word "de" begins a name: "President de la Rúa", not "director de la FAO"."""
    word = t.word(head)
    romance = word.lower().removeprefix("vice") in _ROMANCE_HEADS
    english = word.lower() in _ENGLISH_HEADS and not word.isupper()
    end = last
    while end - last < _FARTHEST_RIGHT:
        particle = english and t.kind(end + 1) & Is.PARTICLE and not _leads(t, end + 1)
        if particle and not (romance and t.word(end + 1).islower()):
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
    if romance and t.word(j).isupper() and len(t.word(j)) > 2 and (t.kind(j) & Is.BODY or _is_spelt_out(t, j)):
        return j
    if romance and t.capital(j) and t.word(j).lower() in acronyms():
        return j  # "direttrice generale Omc"
    if (t.kind(j) & Is.NATION and (t.kind(j) & Is.LOWER or romance)) or (romance and t.word(j).lower() in _ADJECTIVES):
        return j
    if t.capital(j) and t.word(j).lower() in german_genitives():
        return j
    if romance and t.capital(j) and t.kind(j) & Is.SUBJECT and not t.kind(j) & (Is.NATION | Is.PLACE | Is.LINK):
        return _run_of_subjects(t, j, end, _ROMANCE)  # "ministro Economia, commercio e industria"
    if t.word(j) == "von" and t.kind(j + 1) & Is.PLACE:
        return j + 1
    j = _skip_lead(t, j)
    if not (t.kind(j) & Is.LINK or _is_dutch(t, j)):
        return end
    j += _is_dutch(t, j)
    link = t.word(j).lower()
    while t.kind(j) & (Is.LINK | Is.ARTICLE) and j - end < 6:
        j += 1
    further = _office_served(t, j)
    return further if further else _run_of_subjects(t, j, end, _ROMANCE if romance else link)


def _is_spelt_out(t: Words, j: int) -> bool:
    """Whether the words that a short name stands for follow it in brackets: "UNODC (United Nations Office ...)"."""
    return t.word(j + 1) == "(" and t.capital(j + 2) and all(t.word(j + k) not in (")", "") for k in (3, 4))


def _leads(t: Words, index: int) -> bool:
    """Whether a particle leads to what an office is for, not to a surname."""
    return t.word(index).lower() in _GERMAN_LINKS or _is_dutch(t, index)


def _is_dutch(t: Words, index: int) -> bool:
    """Whether a Dutch "van" stands before a subject: "minister van Financiën"."""
    return t.word(index) == "van" and t.kind(index + 1) & Is.SUBJECT > 0


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
        elif _is_adjective(t, j, link) or (last == j - 1 and _qualifies(t, j, link)):
            last = j if j > start or link == _ROMANCE else last
        elif further := _quoted(t, j) or _continues(t, j):
            j = last = further
        else:
            break
        if not (t.apart(j) or t.glued(j)):
            break
        j += 1
    return last


def _quoted(t: Words, j: int) -> int:
    """Where quotation marks behind a subject or a conjunction close: 'of Enterprises and "Made in Italy"'; else 0."""
    opening = j + (t.kind(j) & (Is.JOIN | Is.LINK) > 0)
    opening += t.kind(opening) & (Is.LINK | Is.ARTICLE) > 0
    if t.word(opening) not in _QUOTES:
        return 0
    closing = _QUOTES[t.word(opening)]
    return next((k for k in range(opening + 2, opening + _LONGEST_QUOTED) if t.word(k) in closing), 0)


def _is_subject(t: Words, j: int, start: int, link: str) -> bool:
    """Whether a token is a subject of an office, by its kind or, where it is no listed word, by what stands before it."""
    kind = t.kinds[j]
    if kind & (Is.EVENT | Is.HONORIFIC):
        return False
    before = t.kind(j - 1)
    if kind & (Is.SUBJECT | Is.NATION | Is.PLACE) or (link == _ROMANCE and t.word(j).lower() in _ADJECTIVES):
        return True
    if kind & Is.BODY and (t.capital(j) or link not in _ENGLISH_LINKS or before & (Is.ARTICLE | Is.BODY)):
        return True
    if not kind & Is.NAME:
        return link == _ROMANCE and j > 0 and _is_noun(t, j)
    adjective = link in _GERMAN_LINKS and before & Is.LOWER and not before & Is.JOIN
    qualifies = (
        link == _ROMANCE and before & Is.SUBJECT != 0 and _closes_before_name(t, j)
    )  # "Seguridad Energética, NAME NAME"
    return j == start or bool(before & (Is.LINK | Is.ARTICLE)) or bool(adjective) or qualifies


def _is_noun(t: Words, j: int) -> bool:
    """Whether an unlisted word in small letters is a noun, as it follows an article: "per l'azione", "della costruzione"."""
    before = t.word(j - 1).lower()
    articled = t.kind(j - 1) & Is.ARTICLE > 0 or before in _CONTRACTED
    return articled and t.kind(j) == Is.LOWER and t.word(j).isalpha() and t.word(j).lower() not in _NO_NOUNS


def _is_adjective(t: Words, j: int, link: str) -> bool:
    """Whether a word in lower case goes on with the subject, as adjectives do in French, German and Italian."""
    bare = t.kinds[j] & ~Is.LOWER == 0 and t.word(j) != "para"
    return bare and link not in _ENGLISH_LINKS and t.word(j).isalpha() and t.kind(j - 1) & ~Is.LOWER != 0


def _qualifies(t: Words, j: int, link: str) -> bool:
    """Whether a word in small letters qualifies an unlisted noun before it: "del cambiamento climatico"."""
    linked = t.kind(j - 2) & (Is.LINK | Is.ARTICLE) != 0
    unlisted = t.kind(j - 1) == t.kind(j) == Is.LOWER and t.word(j).isalpha() and t.word(j) not in _GO_ON
    return link == _ROMANCE and linked and unlisted


def _continues(t: Words, j: int) -> int:
    """Where a conjunction, a comma or a link goes on to a further subject: the index of that subject, else 0."""
    comma = t.word(j) == ","
    if _is_french_there(t, j) or _is_french_there(t, j + comma):
        return 0
    if t.word(j) in POSSESSIVE and t.kind(j + 1) & Is.SUBJECT:
        return j + 1  # "for Women's Affairs"
    if not (comma or t.kind(j) & (Is.JOIN | Is.LINK) or t.word(j).lower() in _GO_ON):
        return 0
    k = j + 1
    if comma and t.kind(k) & Is.JOIN:
        k += 1
    elif comma and not any(t.kind(i) & Is.JOIN and t.kind(i + 1) & _LISTED for i in range(k + 1, k + _LIST_AHEAD)):
        return 0
    while t.kind(k) & (Is.LINK | Is.ARTICLE) and k - j < 5:
        k += 1
    return k if _goes_on(t, j, k) else 0


def _goes_on(t: Words, joint: int, k: int) -> bool:
    """Whether a word behind a comma, a conjunction or a link is a further subject of the office, not a new person."""
    kind, following = t.kind(k), t.kind(k + 1)
    bare = kind == Is.LOWER and t.word(k).isalpha()
    if kind & (Is.OFFICE | Is.HONORIFIC | Is.EVENT):
        return False
    if kind & Is.SUBJECT:
        return True
    if t.word(joint) == ",":
        linked = k > joint + 1 and not t.kind(joint + 1) & Is.STOP
        listed = bare and (linked or following & (Is.SUBJECT | Is.JOIN) != 0)
        return listed or (kind & Is.NAME != 0 and linked and following & Is.JOIN != 0)
    if kind & (Is.PLACE | Is.NATION) or (kind & Is.BODY and t.capital(k)):
        return True
    if t.kind(joint) & Is.JOIN:
        linked = k > joint + 1 and not following & (Is.NAME | Is.INITIAL)
        described = (following & Is.SUBJECT != 0 and t.capital(k + 1)) or _closes_before_name(t, k)
        return (kind & Is.NAME != 0 and (linked or described)) or (bare and linked)
    return kind & Is.NAME != 0


def _closes_before_name(t: Words, k: int) -> bool:
    """Whether an unlisted word ends an office, as a comma and a whole name follow: "de Energía y Vivienda, NAME NAME"."""
    return t.word(k + 1) == "," and t.kind(k + 2) & Is.NAME > 0 and t.kind(k + 3) & Is.NAME > 0 and t.apart(k + 2)


def _is_french_there(t: Words, j: int) -> bool:
    """Whether a "y" is no Spanish conjunction: "..., ministre de la Justice, y a assisté"."""
    return t.word(j) == "y" and (t.kind(j + 1) & Is.STOP > 0 or t.kind(j + 1) == Is.LOWER)
