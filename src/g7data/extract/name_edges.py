"""What stands around names and offices and belongs to them: short forms in brackets, countries, letters after a name."""

from g7data.extract.nations import country_in
from g7data.extract.office_words import Is, acronyms
from g7data.extract.word_tokens import POSSESSIVE, Words

_LETTERS = frozenset(
    "MP MEP MdB QC KC PC CH KG OM OBE CBE MBE KBE DBE KCMG GCMG FRS FREng FRSE FBA PhD CDU SPD CSU FDP".split()
)  # that stand behind a name without being part of it
_FORMS_OF_STATE = frozenset(("Republic", "Kingdom", "Federation", "Commonwealth", "Government", "State"))
_LONGEST_BRACKET = 10  # tokens
_LONGEST_BODY = 14  # tokens of the name that a short form stands for


def past_short_form(t: Words, last: int) -> int:
    """On over the short form of a body's name, or what it stands for: "of the International Monetary Fund (IMF)", "IMF (International ...)"."""
    if t.word(last + 1) != "(":
        short = t.apart(last) and t.capital(last + 1) and t.word(last + 1).lower() in acronyms()
        return last + 1 if short and t.word(last + 2) == "," else last
    if t.word(last + 3) == ")" and t.word(last + 2).isupper():
        return last + 3
    if t.word(last + 2).isupper() and t.word(last + 3) == "," and t.word(last + 5) == ")":
        return last + 5  # two of them
    short = t.word(last).isupper() and len(t.word(last)) > 2
    return next((k for k in range(last + 3, last + _LONGEST_BODY) if t.word(k) == ")"), last) if short else last


def through_capitals(t: Words, last: int) -> int:
    """On over capitalised words: where the name stands before the office, none can follow it."""
    j = last
    while t.apart(j) and t.capital(j + 1) and t.kind(j + 1) & (Is.NAME | Is.SUBJECT | Is.BODY | Is.PLACE):
        j += 1
    return j


def past_bracket(t: Words, last: int) -> int:
    """On over the country or the field after a name: "(Canada)", "of Canada", "(Ambiente, oceani e pesca)"."""
    if t.word(last + 1) != "(":
        return nation_after(t, last)[0]
    return next((last + k for k in range(3, _LONGEST_BRACKET) if t.word(last + k) == ")"), last)


def skip_letters(t: Words, j: int) -> int:
    """Back over what follows a name without being part of it: "MP", "(CDU)", "(Party of the Sea)"."""
    if t.word(j) == ")":
        opening = next((k for k in range(j - 2, j - _LONGEST_BRACKET, -1) if t.word(k) in ("(", ")")), j)
        return opening - 1 if t.word(opening) == "(" and t.capital(opening + 1) else j
    while (t.word(j) in _LETTERS or t.word(j) == ",") and j > 0:
        j -= 1
    return j


def past_letters(t: Words, last: int) -> int:
    """On over what follows a name without being part of it: "MP", "KCMG FRS"."""
    while t.apart(last) and t.word(last + 1) in _LETTERS:
        last += 1
    return last


def nation_after(t: Words, last: int) -> tuple[int, str | None]:
    """A country right after a name: "of France", "(Germany)"; the last token of that, and the country."""
    j = last + 1
    clause = t.word(j + 1) in ("who", "qui", "che", "der", "die")
    if t.word(j) == "(" and not clause and any(t.word(j + k) == ")" for k in range(2, 6)):
        end = next(j + k for k in range(2, 6) if t.word(j + k) == ")")
        return end, country_in(t.text[t.starts[j + 1] : t.starts[end]])
    if t.apart(last) and t.kind(j) & Is.LINK and t.word(j).lower() not in ("to", "at", "for", "on", "à", "zu"):
        end = j
        while end < j + 6 and (
            (t.capital(end + 1) and t.kind(end + 1) & (Is.PLACE | Is.BODY | Is.NATION | Is.SUBJECT))
            or (end == j and t.kind(end + 1) & Is.ARTICLE)
            or (t.word(end) in _FORMS_OF_STATE and t.word(end + 1) in ("of", "and"))
        ):
            end += 1
        country = country_in(t.text[t.ends[j] : t.ends[end]]) if end > j else None
        return (end, country) if country is not None else (last, None)
    return last, None


def nation_before(t: Words, first: int) -> tuple[int, str | None]:
    """A country right before a name: "Germany's NAME", "el británico NAME", "l'Américain NAME"; its first token, and the country."""
    j = first - 1
    if t.word(j) in POSSESSIVE and t.capital(j - 1) and t.kind(j - 1) & (Is.PLACE | Is.NATION | Is.BODY):
        country = country_in(t.text[t.starts[j - 1] : t.ends[j - 1]])
        return (j - 1, country) if country else (first, None)
    if t.kind(j) & Is.NATION and t.kind(j - 1) & (Is.ARTICLE | Is.LINK) and (t.apart(j - 1) or t.glued(j - 1)):
        country = country_in(t.text[t.starts[j] : t.ends[j]])
        return (j, country) if country else (first, None)
    return first, None
