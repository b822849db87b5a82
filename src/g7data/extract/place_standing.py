"""What the words before a place say of it: that the group meets there, met there before, or that another body does.

The nearest word before the place that tells of a meeting decides: the group's own name, a noun ("réunion"), or a verb ("si
svolgerà") with the noun that it is said of. Where none stands before it, one behind it may: "haben in Bari über Netze beraten".
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from g7data.extract import meeting_words as words
from g7data.extract.group import GROUP
from g7data.extract.guarded import Guarded
from g7data.extract.place_words import About


class Standing(Enum):
    """What a sentence says of a place in it."""

    OURS = auto()
    WEAK = auto()  # the group's, as far as the sentence goes
    NEXT = auto()  # that of a coming meeting
    NOT = auto()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, `text[start:end]`, on a page of which something is known."""

    text: str
    start: int
    end: int
    about: About

    def holds(self, *patterns: re.Pattern[str] | Guarded) -> bool:
        """Whether one of the patterns is found in it."""
        return any(pattern.search(self.text, self.start, self.end) for pattern in patterns)

    def before(self, position: int, most: int) -> str:
        """At most so many characters of it before a position."""
        return self.text[max(self.start, position - most) : position]

    @property
    def of_ministers(self) -> bool:
        """Whether its page is about ministers, so that the summit of the leaders is another meeting."""
        return self.about.track not in (None, "leaders")


OF = re.compile(r"\b(?:of|de|du|di|del|della|von|d['’]|dell['’])\b", re.I)
"""A preposition that joins a place to a name more often than to a meeting."""
NEAR = 60  # characters before the name of a meeting, or behind a place, that say more of it
_BEFORE = 220  # characters before a place in which the word for the meeting stands
_SUBJECT = 70  # characters before a verb in which the name of its meeting stands
_WITHIN = re.compile(r"\b(?:al|allo|alla|all|nel|nella|presso|au|à la|dans|at|in|im|am|auf|en)\b")
_CONFERENCE = re.compile(r"[ck]onf[eé]ren", re.I)
_CLAUSE = re.compile(r"[,;:]\s(?!(?:qui|which|che|der|die|das|que|to be|held|hosted)\b)")
_PLUPERFECT = re.compile(r"(?:avai(?:t|ent) été|s['’]étai(?:t|ent)|had(?: been)?|er[ao](?:no)? stat[aoie])\W+$", re.I)
_LINKED = re.compile(
    r"(?:(?:[\s-]+|,\s(?=[A-ZÀ-Þ][\w’'-]+ (?:e|ed|et|und|and) ))(?:[A-ZÀ-Þ][\w’'-]*|\d{1,2}\.?|20\d\d|(?:d|dell|l)['’]\w+|\w*minist\w*|financ\w+|\w*(?:treffen|gipfel)s?|[a-zà-ÿ]{1,5}|grand[ie]s?|leaders|summit|meeting|inclusione|"
    r"disabilità|nations|countries))*[\s,-]*"
)
_YEAR = re.compile(
    r"\W{0,3}(?:en|in|im|nel|of|anno)?(?: Jahre?)?\W{0,2}(?:[A-Za-zà-ÿ]{3,9}\.? )?(?P<year>(?:19|20)\d\d)\b"
)
_CLOSE = 40  # characters before a place in which the word for the meeting stands where meetings are rare
_AT_ONCE = 12  # characters, if the word may lead to whom something is given too: "apoyo a"
_TOWARDS = re.compile(r"(?:a|ad|à|au|to|of|de|du|di|del|von|d['’]|dell['’]) ?", re.I)
_BREAK = re.compile(r"[,;:«»“”\"(]|\b(?:and|et|und|e|y) ")
_FOR_MEETING = re.compile(
    r"(?: \([^()]{2,30}\))?(?:, [A-ZÀ-Þ][\w ]{2,20},?)?(?: (?:this|next) (?:week|weekend|month)| on [A-Z]\w+day| today| tomorrow)? (?:(?:at|for|during|to attend|to take part in|to participate in|where \w+(?: \w+)? (?:attended|participated in|took part in|joined)|zum (?:Abschluss|Auftakt|Beginn|Ende)|zum|zu|beim|bei|während|zu|"
    r"pour|lors|durant|pendant|à l['’]occasion|à l['’]issue|per|durante|al termine|in occasione|a margine|para|durante)\b)"
    r"(?: ?(?:of|du|de la|de|des|d['’]|del|della|dell['’]|der|das|the|a|le|la|l['’]|il|an|einem|eines|der|dem|los|el|ihre[mrs]?|su|their))*"
    rf" ?(?:[\w’'-]+ ){{0,3}}?(?:G-?[78]\b|Group of (?:Seven|Eight)\b|(?:{words.NOUNS})\b)"
)
_AT_ITS_OPENING = re.compile(
    r"\b(?:apertura|chiusura|avvio|inizio|inaugurazione|conclusione|ouverture|clôture|issue|opening|close|conclusion|clausura|inauguración|inicio|eröffnung|auftakt|abschluss) $",
    re.I,
)
_OF_MEETING = re.compile(
    rf" (?:of the|del|della|dell['’]|du|de la|de l['’]|des|der) ?(?:\w+ ){{0,2}}?(?:G-?[78]\b|(?:{words.NOUNS})\b)"
)
"""A place between the opening of a meeting and the meeting's name: "in apertura ad Ancona della riunione"."""
_AGREED = re.compile(
    r"\b(?:agreement|accords?|accordo|acuerdo|\w*abkommen|\w*protoko(?:ll|l)s?|protocole?|protocollo|treaty|traité|trattato|\w*vertrag\w*|convention|convenzione|\w*aktionsplan\w*|beschlüsse\w*|club|process|prozess\w*|processus|processo|proceso|format[oes]*) $",
    re.I,
)
"""What bears the name of the place where it was agreed once: "das Abkommen von Paris"."""
_BROUGHT = re.compile(r"us\b")
_BRINGS = re.compile(r"\b(?:bringing|brought|brings|inviting|invited|welcom\w+) $")
"""What a guest thanks a host for: "for bringing us here to this beautiful city of X"."""
_PLACE_FIRST = re.compile(r"\W*(?:\w+\W+){0,8}$")


def standing_of(sentence: Sentence, match: re.Match[str]) -> Standing:
    """What is said of the place of a match that begins with its preposition; less sure where nobody of the group is named."""
    if of_another_year(sentence, match.end("place")):
        return Standing.NOT
    if _BROUGHT.match(match[0]) and _BRINGS.search(sentence.before(match.start(), NEAR)):
        return Standing.OURS
    if OF.match(match[0]) and _AGREED.search(sentence.before(match.start(), NEAR)):
        return Standing.NOT
    standing = _by_words_before(sentence, match, sentence.before(match.start(), _BEFORE))
    named = sentence.holds(GROUP, words.MINISTERS, words.LEADERS, words.US)
    return Standing.WEAK if standing is Standing.OURS and not named else standing


def of_another_year(sentence: Sentence, position: int) -> bool:
    """Whether an earlier year than the page's stands behind a place."""
    year = _YEAR.match(sentence.text, position, sentence.end)
    return year is not None and sentence.about.year is not None and int(year["year"]) < sentence.about.year


def is_close(sentence: Sentence, position: int) -> bool:
    """Whether the word for the meeting stands just before a place, with no comma or quotation mark between."""
    before = sentence.before(position, _CLOSE)
    ends = [m.end() for pattern in (GROUP, words.NOUN, words.VERB) for m in pattern.finditer(before)]
    if not ends or _BREAK.search(before, max(ends)) or words.TOPIC.search(before, max(ends)):
        return False
    return len(before) - max(ends) <= _AT_ONCE or not _TOWARDS.match(sentence.text, position)


def follows_group(sentence: Sentence, position: int) -> bool:
    """Whether no more than the name of its meeting parts a place from the group's name."""
    return _group_linked(sentence.before(position, _BEFORE)) is not None


def _group_linked(before: str) -> re.Match[str] | None:
    group = _last(GROUP.finditer(before))
    return group if group is not None and _LINKED.fullmatch(before, group.end()) else None


def _by_words_before(sentence: Sentence, match: re.Match[str], before: str) -> Standing:
    if (group := _group_linked(before)) is not None:
        return _of_group(sentence, before[: group.start()], before[group.end() :])
    noun, verb = _last(words.NOUN.finditer(before)), _last(words.VERB.finditer(before))
    key = max((k for k in (noun, verb) if k is not None), key=lambda k: (k.end(), -k.start()), default=None)
    if key is None or words.TOPIC.search(before, key.end()):
        return _by_words_behind(sentence, match)
    if key is noun:
        return _of_meeting(sentence, before, key)
    if OF.match(match[0]) and not _WITHIN.search(before, key.end()):
        return Standing.NOT
    return _of_verb(sentence, before[: key.start()])


def _of_group(sentence: Sentence, ahead: str, behind: str) -> Standing:
    """A place right behind the group's name: for ministers less sure, where nobody in the sentence is one."""
    if words.NOT_THIS.search(ahead) or words.PREPARING.search(ahead):
        return Standing.NOT
    if words.NEXT_IN_CLAUSE.search(ahead):
        return Standing.NEXT
    if words.SINCE.search(ahead):
        return Standing.WEAK
    if not sentence.of_ministers or words.MINISTERS.search(behind):
        return Standing.OURS
    if words.SUMMIT.search(behind):
        return Standing.NOT
    return Standing.OURS if sentence.holds(words.MINISTERS) else Standing.WEAK


def _of_verb(sentence: Sentence, ahead: str) -> Standing:
    """A place behind a verb: that of the meeting which the verb is said of, if the clause names one."""
    if _PLUPERFECT.search(ahead) or (sentence.of_ministers and _of_leaders(ahead)):
        return Standing.NOT
    nouns = [n for n in words.NOUN.finditer(ahead) if len(ahead) - n.end() < _SUBJECT]
    if nouns and not _CLAUSE.search(ahead, nouns[-1].end()):
        return _of_meeting(sentence, ahead, nouns[-1])
    sure = not sentence.of_ministers or sentence.holds(words.MINISTERS, words.US)
    return Standing.OURS if sure else Standing.WEAK


def _of_meeting(sentence: Sentence, before: str, noun: re.Match[str]) -> Standing:
    """Whose meeting a noun names, and which of its meetings."""
    ahead, behind = before[max(0, noun.start() - NEAR) : noun.start()], before[noun.end() :]
    first = words.FIRST.search(ahead) is not None
    if (words.NOT_THIS.search(ahead) and not first) or words.PREPARING.search(ahead):
        return Standing.NOT
    theirs = _of_others(ahead, noun[0], behind) or (_CONFERENCE.search(noun[0]) and not sentence.holds(GROUP))
    if theirs and not words.MARGINS.search(before):
        return Standing.NOT
    summit = words.SUMMIT.fullmatch(noun[0]) or _of_leaders(behind)
    if summit and sentence.of_ministers and not words.MINISTERS.search(ahead + behind):
        return Standing.NOT
    if words.NEXT.search(ahead):
        return Standing.NEXT
    return Standing.WEAK if first or words.SINCE.search(ahead) else Standing.OURS


def _of_others(ahead: str, noun: str, behind: str) -> bool:
    """Whether a meeting is another body's, as the words next to its name say."""
    if words.OTHER_BEFORE.search(ahead) or words.OTHER_BEFORE.match(noun):
        return True
    return words.OTHER_BEHIND.match(behind) is not None


def _by_words_behind(sentence: Sentence, match: re.Match[str]) -> Standing:
    """A place with the word for the meeting behind it: "In Bari trafen sich", "haben in Bari über Netze beraten"."""
    ours = sentence.holds(GROUP, words.MINISTERS, words.LEADERS, words.US)
    if (
        ours
        and _AT_ITS_OPENING.search(sentence.before(match.start(), NEAR))
        and _OF_MEETING.match(sentence.text, match.start("place") + len(match["place"]), sentence.end)
    ):
        return Standing.OURS
    if OF.match(match[0]) or not ours:
        return Standing.NOT
    stop = match.start("place") + len(match["place"].split(",")[0])
    behind = sentence.text[stop : min(sentence.end, stop + _BEFORE)]
    if _FOR_MEETING.match(behind) and not _of_summit_for_ministers(sentence, behind):
        return Standing.OURS
    begins = _PLACE_FIRST.fullmatch(sentence.text, sentence.start, match.start()) is not None
    if words.VERB_LAST.search(behind) or (begins and words.VERB.search(behind[:NEAR])):
        return Standing.OURS
    return Standing.NEXT if begins and behind.startswith(",") else Standing.NOT


def _of_summit_for_ministers(sentence: Sentence, behind: str) -> bool:
    """Whether what follows a place is the leaders' summit, on a page about ministers."""
    return sentence.of_ministers and words.SUMMIT.search(behind[:NEAR]) is not None


def _of_leaders(stretch: str) -> bool:
    return words.LEADERS.search(stretch) is not None and words.MINISTERS.search(stretch) is None


def _last(matches: Iterable[re.Match[str]]) -> re.Match[str] | None:
    found = list(matches)
    return found[-1] if found else None
