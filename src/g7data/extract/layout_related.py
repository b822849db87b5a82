"""Lines that name other texts: under "See also" and the like, between title and body, and teasers that name the group."""

import re

from g7data.extract.annex import ANNEX
from g7data.extract.layout_end import begins_teasers
from g7data.extract.layout_roles import Role
from g7data.extract.notices import Notice
from g7data.extract.related_words import SEE_ALSO, SEE_FIRST, SEE_LINK, names_ours
from g7data.extract.shape import LONG, is_dateline, is_running_text
from g7data.reading import Reading

_SEE = re.compile(r"(?:see|voir|siehe|vedi)\b[^:]{0,12}:", re.I)


def mark_related(reading: Reading, notices: dict[int, Notice], roles: list[Role], title: int, body: int) -> None:
    """Lines under "See also" and the like name other texts, up to the body or the next notice; so do teasers that name the group."""
    listing = False
    teasers = next((i for i in notices if begins_teasers(reading, notices, body, i)), len(roles))
    for i, role in enumerate(roles):
        if i < title:
            continue
        if i > teasers:
            if role is Role.FURNITURE and has_link(reading, i) and names_ours(reading.of(reading.blocks[i])):
                roles[i] = Role.RELATED
            continue
        if role not in (Role.META, Role.NOTICE, Role.TABLE) and _sees_also(reading, i):
            roles[i] = Role.RELATED
            continue
        if notices.get(i) is Notice.RELATED:
            listing = True
        elif (
            listing
            and role not in (Role.META, Role.NOTICE)
            and _names_text(reading, i)
            and len(reading.of(reading.blocks[i])) < 2 * LONG
        ):
            roles[i] = Role.RELATED
        elif listing and (
            role in (Role.NOTICE, Role.META, Role.TITLE) or (i >= body and is_running_text(reading, reading.blocks[i]))
        ):
            listing = listing and notices.get(i) is Notice.FILE
        elif (listing and (i < body or _names_text(reading, i))) or (
            role is Role.HEADER and _names_text(reading, i) and not is_dateline(reading.of(reading.blocks[i]))
        ):
            roles[i] = Role.RELATED


def _sees_also(reading: Reading, index: int) -> bool:
    """Whether a line names a related text behind "see also": after a colon, or as a link that fills the rest of it."""
    block = reading.blocks[index]
    if reading.text[block.content : block.content + 1] not in SEE_FIRST:
        return False
    if SEE_ALSO.match(reading.of(block)):
        return True
    lead = SEE_LINK.match(reading.text, block.content, block.end)
    return lead is not None and any(a.start == lead.end() and a.end == block.end for a in reading.anchors)


def has_link(reading: Reading, index: int) -> bool:
    """Whether there is a link in a block."""
    block = reading.blocks[index]
    return any(a.start >= block.start and a.end <= block.end for a in reading.anchors)


def _names_text(reading: Reading, index: int) -> bool:
    block = reading.blocks[index]
    words = reading.of(block)
    return ANNEX.match(words) is not None or has_link(reading, index) or _SEE.match(words) is not None
