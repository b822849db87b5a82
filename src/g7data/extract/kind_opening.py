"""Kinds that the first words of a text show whatever its title says: said in a parliament, said to an audience, an entry of an encyclopaedia."""

import re

from g7data.extract.found import Found
from g7data.extract.guarded import guarded_words
from g7data.extract.layout import Role
from g7data.extract.notices import Notice
from g7data.extract.page import Page
from g7data.extract.shortlist import Shortlist

_LAST_LINES = 3  # of the header
_EARLY = 600  # characters of a paragraph
_FORMS: tuple[tuple[str, str], ...] = (
    ("other", r"to ask (?:the|his|her) (?:prime minister|secretary of state|chancellor|minister|majesty)|[(（](?:だい|しゅよう|せんしん)[ぁ-んァ-ヶー0-9０-９ ]{4,}"),
    ("speech", r"^\W*remarks (?:as )?prepared for (?:delivery|release)\b|\bwith permission,? (?:mr\.?|madam|mrs\.?) (?:deputy )?speaker\b|^\W*(?:mesdames(?:,| et) messieurs|meine (?:sehr (?:geehrten|verehrten) )?damen und herren|signore e signori|"
               r"ladies and gentlemen|monsieur le président|señoras y señores)\b"),
    ("transcript", r"\bma question s['’]adresse\b|[(（](?:applaudissements|beifall|applausi|applause|拍手)[^()（）]{0,60}[)）]"),
    ("readout", r"^\W*the (?:below|following) (?:readout )?is attributable to\b"),
    ("media_advisory", r"^\W*(?:all )?(?:reporters|journalists|members of the (?:press|media)|(?:news )?media(?: representatives)?)\b[^.]{0,40}\b(?:wishing|planning|interested|wanting) (?:to|in) (?:cover|attend)"),
    ("agenda", r"^\W*(?:here is|voici|hier ist|ecco|questo è) (?:the |le |der |il )?(?:\w+ )?(?:calendar|calendrier|kalender|calendario|programme?)\b"),
)  # fmt: skip
_SHOWN = Shortlist((kind, guarded_words(pattern, re.I)) for kind, pattern in _FORMS)
_ORIGIN = re.compile(r"encyclop|enzyklop|enciclop|wiki|百科", re.I)
_IS = re.compile(
    r"\W*(?:\([^()]{1,120}\)\W*)?(?:is|are|was|were|ist|sind|war|waren|est|sont|était|è|sono|era|は)\b(?! (?:being|expected))"
)
_ARTICLE = re.compile(r"\W*(?:(?:the|la|le|les|il|lo|i|gli|der|die|das|l['’])\s?)?", re.I)
_SHORTEST_ENTRY, _LONGEST_ENTRY = 5, 80


def kind_shown(page: Page) -> Found[str] | None:
    """The kind that the first paragraphs, or the line that says where an entry is from, leave no doubt of."""
    for block in page.noticed(Notice.BANNER):
        if _ORIGIN.search(page.text, block.content, block.end):
            return Found("other", block.content, block.end, "kind:entry of an encyclopaedia", 0.9)
    for block in (*page.header[-_LAST_LINES:], *page.layout.blocks(Role.HEADING)[:1], *page.opening[:2]):
        words = page.text[block.content : min(block.end, block.content + _EARLY)]
        for kind, patterns in _SHOWN.of(words).items():
            match = next(filter(None, (pattern.search(words) for pattern in patterns)), None)
            if match is not None:
                start, end = block.content + match.start(), block.content + match.end()
                return Found(kind, start, end, "kind:form of the opening", 0.9)
    return _entry(page)


def _entry(page: Page) -> Found[str] | None:
    """A text whose first words are its title again, with "is" behind them: an entry that says what its subject is."""
    for title, block in zip(page.title_blocks[:1], page.opening[:1], strict=False):
        name = page.words(title)
        at = block.content
        if (article := _ARTICLE.match(page.text, at)) is not None and not page.text.startswith(name, at):
            at = article.end()
        end = at + len(name)
        if _SHORTEST_ENTRY <= len(name) <= _LONGEST_ENTRY and page.text[at:end].casefold() == name.casefold():
            behind = _IS.match(page.text, end, block.end)
            if behind is not None:
                return Found("other", at, behind.end(), "kind:entry that says what it is", 0.8)
    return None
