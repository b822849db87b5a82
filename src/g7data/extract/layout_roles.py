"""What the blocks of a page may be for."""

from enum import StrEnum


class Role(StrEnum):
    """What a block is for."""

    TITLE = "title"
    HEADER = "header"  # a line between title and body: place, date, kind of text
    RELATED = "related"  # names another text
    HEADING = "heading"
    CLAUSE = "clause"
    FOOTNOTE = "footnote"
    TABLE = "table"
    NOTICE = "notice"  # says something about the page; which notice it is stands in `Layout.notices`
    FURNITURE = "furniture"
    META = "meta"
