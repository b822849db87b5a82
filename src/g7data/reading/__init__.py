"""Bytes in, a text with blocks out: HTML of every age, PDF, Markdown and plain text, in any encoding."""

from g7data.reading.blocks import Anchor, Block, Kind, Reading, Region
from g7data.reading.read import NoText, UnreadablePage, decode_page, read_page

__all__ = ["Anchor", "Block", "Kind", "NoText", "Reading", "Region", "UnreadablePage", "decode_page", "read_page"]
