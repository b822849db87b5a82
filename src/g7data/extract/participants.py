"""Countries and organisations that a text names as taking part.

A text names many countries; those take part that stand in a list with a word for it: "joined by", "took part", "guests", or,
where a text says who it is from, three members or more after "ministers of". A list of participants names them alone in a line.
Countries that are only a topic, as in "the war against", have no such word beside them.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import chain

from g7data.extract.bodies_named import Named, find_bodies
from g7data.extract.layout import Role
from g7data.extract.page import Page
from g7data.reading import Block

__all__ = ["Participant", "find_bodies", "read_participants"]

_MEMBERS_LISTED = 3
_MEMBER_KINDS = frozenset(("member", "eu"))
_COUNTED_KINDS = frozenset(("member", "eu", "former_member", "guest", "io", "organisation"))
_EIGHT = re.compile(r"(?<!\w)G-?8(?!\w)|Group of Eight|Ｇ８|主要国首脳会議")
_BEGINNING = 3000  # characters in which a text names its forum
_FAR = 170  # characters of a sentence before and after a list in which its word may stand
_WIDEST_GAP = 150
_LONGEST_LINE = 60
_GLUE_WORDS = (
    r"and|et|und|e|ed|sowie|as|well|the|of|from|for|by|le|la|les|l|de|du|des|d|der|die|dem|den|von|il|lo|i|gli|del|della|dei|degli|delle|dell|dal|dalla|also|with|mit|à|"
    r"representatives?|ministers?|leaders?|heads|governors?|colleagues|members?|counterparts?|chairs?|chairman|president|director|officials|authorities|"
    r"vertreter\w*|außenminister\w*|finanzminister\w*|minister\w*|ministr[ei]s?|représentants?|dirigeants?|rappresentanti|leader|today|virtually|both|including|incoming|foreign|finance|digital|technology|"
    r"prime|premier|in|person|online|on|may|june"
)
_TITLE_WORDS = (
    r"and|et|und|e|the|of|la|le|les|l|de|du|des|d|der|die|dem|den|von|il|lo|i|gli|di|di|del|della|dei|degli|delle|dell|representatives?|ministers?|leaders?|heads|governors?|colleagues|members?|counterparts?|"
    r"chairman|president|director|officials|authorities|incoming|foreign|finance|digital|technology|prime|premier|both|also|präsidenten|vertreter\w*"
)
_GLUE = rf"(?:[\s,;:()/&–’'\"“”.-]|\b(?:{_GLUE_WORDS})\b|\b[A-ZÀ-Þ][\w.’'-]*|\d{{1,2}})*"
_GAP = re.compile(_GLUE)
_LEFT = re.compile(
    r"(?:joined(?: \w+){0,5} by|together with|along with|alongside|met\b[^.;]{0,60}?\bwith|meeting\b[^.;]{0,40}?\bwith|dinner with|lunch with|session with|convened(?: \w+){0,2} with|discuss(?:ed|ion|ions)? with|"
    r"attend(?:ed|ing)? (?:\w+ )?by|attending(?: \w+){0,4} (?:were|was)|participation (?:of|by|from)|participation in[^.;]{0,60}? of|participants?(?: included?| were|:| from)|presence of|present were|guests?(?: were| included|:| from)?|invited|inviting|invitation (?:of|to)|outreach (?:partners|countries)|"
    r"briefed(?: \w+){0,2} by|briefing by|presentations? (?:by|from)|contributions? (?:of|from|by)|as did|as were|signed by|signatories|counterparts from|colleagues from|ministers from|leaders from|representatives (?:of|from)|heard from|"
    r"welcomed? the (?:participation|presence|attendance|contribution)[^.;]{0,60}?(?:of|by|from)|dialogue with|exchange with|"
    r"en présence|avec la participation|participation de|rejoints? par|invités?|ont (?:aussi |également )?participé|aux côtés|représentants|"
    r"gemeinsam mit|unter beteiligung|teilnahme (?:von|der|des)|gäste|eingeladen|vertretern? (?:von|der|des)|im beisein|"
    r"con la partecipazione|alla presenza|insieme a\w*|ospiti|invitati|hanno partecipato(?: anche)?|rappresentanti)$",
    re.I,
)
_RIGHT = re.compile(
    r"\W{0,3}(?:(?:who|which|also|have|has|had|been|being|were|was|are|will|war|ist|sind|then|virtually|online|both|all|ont|aussi|également|étaient|a|haben|auch|waren|hanno|anche|erano|in|person|as|guests?)\W+){0,4}?"
    r"(?:took part|taking part|take part|participat\w+|attend(?:ed|ing|s)?|joined|joining|invited(?! to)|represented|present\b|with (?:us|them)|contributed|spoke|briefed|reported|described|presented|updated|sent\b|as guests?|as an? (?:guest|observer|partner)|"
    r"participé\w*|participa\w*|invité\w*|représenté\w*|présent\w*|nahmen\b|nahm\b|teil(?:genommen|nahmen)?\b|als (?:gäste|gast)|eingeladen|vertreten|zugeschaltet|angereist|persönlich|"
    r"partecipat\w*|invitat\w*|presenti|rappresentat\w*|hosted|convened|met (?:today )?with)",
    re.I,
)
_GROUP = re.compile(
    r"\b(?:\w*minist\w+|leaders?|heads|governors?|members?|delegations?|representatives?|minist\w+|dirigeants?|chefs|capi|staats|regierungschefs|signed|technology)\b",
    re.I,
)
_JOINT_WORK = re.compile(r"\b(?:together|along|jointly) with\b", re.I)
_OPENS_SENTENCE = 8  # characters: "Together with" there says who met, farther on with whom to work
_TOPIC = re.compile(
    r"(?:against|\bin|\bon|about|regarding|concerning|toward|towards|support (?:for|to|of)|aggression|situation|war|crisis|contre|gegen|contro|situation en|lage in|via|outside)\W+(?:the |la |le |l['’]|die |der )?$",
    re.I,
)
_STRONG = (
    "joined", "ogether with", "took part", "ttended", "articipat", "articipé", "invited", "met with", "met today with", "briefed", "lleagues from", "nterparts from", "resence of",
    "teilgenommen", "nahmen", "artecipato", "invité", "representatives of", "discussed with", "convened", "guests", "参加", "出席", "招待",
)  # fmt: skip
_HEADS_LIST = re.compile(
    r"\W*(?:list of )?(?:participants?|participating|guests?|invited|outreach|delegations?|heads of delegation|international organi[sz]ations?|organi[sz]ations?|members?|G-?[78]|pays invités|membres|participants|"
    r"organisations internationales|teilnehmer\w*|gäste|gastländer|internationale organisationen|partecipanti|paesi invitati|organizzazioni|構成国|参加国|招待国|国際機関|G7構成国・地域|出席者)\b.{0,40}$",
    re.I,
)
_JA_PRESENT = re.compile(r"参加|出席|招待|同席|加わ|対話の場|交え")
_JA_TOPIC = re.compile(
    r"(?:情勢|問題|侵略|支援|への|に対する|における|に関する|産|製|国内|政府の|市場|戦争|危機|の安全|の平和|銀行総裁)"
)
_SENTENCE = re.compile(r"(?<=[a-zà-ÿ)”\"\d]{2}[.!?])\s+(?=[A-ZÀ-Þ“\"])|(?<=。)")


@dataclass(frozen=True, slots=True)
class Participant:
    """A country or body with the words that name it; participation is member, guest or organisation."""

    body_id: str
    participation: str
    start: int
    end: int


def read_participants(page: Page) -> list[Participant]:
    """Who takes part, each once, in the order of the text."""
    found: dict[str, Participant] = {}
    eight = _EIGHT.search(page.text, 0, _BEGINNING) is not None
    for named, start, end in chain(_in_sentences(page, found), _in_lists(page)):
        if named.kind in _COUNTED_KINDS:
            found.setdefault(named.body_id, Participant(named.body_id, _participation(named, eight=eight), start, end))
    return sorted(found.values(), key=lambda p: p.start)


def _participation(named: Named, *, eight: bool) -> str:
    if named.kind in _MEMBER_KINDS or (named.kind == "former_member" and eight):
        return "member"
    return "organisation" if named.kind in ("io", "organisation") else "guest"


def _in_sentences(page: Page, known: Container[str]) -> Iterator[tuple[Named, int, int]]:
    opening = {b.start for b in page.opening}
    strong = sorted({i for cue in _STRONG for i in _positions(page.text, cue)})
    at = 0
    for block in page.layout.blocks(Role.TITLE, Role.HEADER, Role.CLAUSE, Role.HEADING):
        while at < len(strong) and strong[at] < block.start:
            at += 1
        first = block.start in opening
        if not first and not (at < len(strong) and strong[at] < block.end):
            continue
        for start, end in _sentences(page.text, block):
            if first or any(start <= i < end for i in strong[at : at + 40]):
                yield from _taking_part(page.text, start, end, known, opening=first)


def _positions(text: str, cue: str) -> Iterator[int]:
    position = text.find(cue)
    while position >= 0:
        yield position
        position = text.find(cue, position + len(cue))


def _sentences(text: str, block: Block) -> Iterator[tuple[int, int]]:
    start = block.content
    for match in _SENTENCE.finditer(text, block.content, block.end):
        yield start, match.start()
        start = match.end()
    yield start, block.end


def _taking_part(
    text: str, start: int, end: int, known: Container[str], *, opening: bool
) -> Iterator[tuple[Named, int, int]]:
    bodies = list(find_bodies(text, start, end))
    if (bodies and text[bodies[0][1]] > "぀") or "。" in text[start:end]:
        yield from _in_japanese(text, start, end, bodies)
        return
    for run in _runs(text, bodies):
        if any(named.body_id not in known for named, _, _ in run) and _takes_part(
            text, start, end, run, opening=opening
        ):
            yield from run


def _in_japanese(
    text: str, start: int, end: int, bodies: list[tuple[Named, int, int]]
) -> Iterator[tuple[Named, int, int]]:
    if _JA_PRESENT.search(text, start, end):
        yield from (found for found in bodies if not _JA_TOPIC.match(text, found[2], found[2] + 6))


def _runs(text: str, bodies: list[tuple[Named, int, int]]) -> list[list[tuple[Named, int, int]]]:
    """Bodies in one list: between them stand commas, conjunctions, names and titles, but no verb."""
    runs: list[list[tuple[Named, int, int]]] = []
    for found in bodies:
        if runs:
            before = runs[-1][-1][2]
            if found[1] - before <= _WIDEST_GAP and _GAP.fullmatch(text, before, found[1]):
                runs[-1].append(found)
                continue
        runs.append([found])
    return runs


def _takes_part(text: str, start: int, end: int, run: list[tuple[Named, int, int]], *, opening: bool) -> bool:
    before = text[max(start, run[0][1] - _FAR) : run[0][1]]
    members = len({named.body_id for named, _, _ in run if named.kind in _MEMBER_KINDS})
    if _TOPIC.search(before) and members < _MEMBERS_LISTED:
        return False
    if opening and members >= _MEMBERS_LISTED and _GROUP.search(before):
        return True
    after = text[run[-1][2] : min(end, run[-1][2] + _FAR)]
    return (_cue_before(before) and (opening or not _JOINT_WORK.search(before, _OPENS_SENTENCE))) or _cue_after(after)


def _cue_before(before: str) -> bool:
    """Whether words for taking part stand before a list, with nothing but titles and names between."""
    match = _TAIL.search(before)
    return (match is not None and _LEFT.search(before[: match.start()].rstrip(" ,:;(")) is not None) or _LEFT.search(
        before.rstrip(" ,:;(")
    ) is not None


_TAIL = re.compile(rf"(?:(?<=[\s,])(?:{_TITLE_WORDS})\b[\s,]*|(?<=\s)[A-ZÀ-Þ][\w.’'-]*[\s,]*|['’(]\s*)+$")


def _cue_after(after: str) -> bool:
    match = _GAP.match(after)
    return _RIGHT.match(after) is not None or (
        match is not None and match.end() < len(after) and _RIGHT.match(after, max(0, match.end() - 1)) is not None
    )


def _in_lists(page: Page) -> Iterator[tuple[Named, int, int]]:
    """Bodies alone in a line or row under a heading for participants."""
    under = False
    for block, role in zip(page.reading.blocks, page.layout.roles, strict=True):
        if role in (Role.META, Role.NOTICE):
            continue
        words = page.words(block)
        if len(words) <= _LONGEST_LINE and _HEADS_LIST.match(words):
            under = True
        elif under:
            yield from _line(page.text, block)
            under = len(words) < 4 * _LONGEST_LINE and not words.endswith(".")


def _line(text: str, block: Block) -> list[tuple[Named, int, int]]:
    """The bodies of a line that names little else."""
    found = list(find_bodies(text, block.content, block.end))
    named = sum(end - start for _, start, end in found)
    return found if named * 2 > block.end - block.content - 2 * len(found) else []
