"""Plain text and Markdown to blocks.

An empty line parts paragraphs. Within a run of lines each line is a paragraph of its own, unless the text was wrapped
by hand or a sentence plainly goes on. Tabs make a row of a table; a printed marker makes a list item, deeper where it is
indented further.
"""

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby, pairwise

from markdown_it import MarkdownIt

from g7data.reading.blocks import Kind, Reading, Writer
from g7data.reading.front_matter import split_front_matter, unescaped
from g7data.reading.html import read_html
from g7data.reading.lines import broken_word, joins, wrap_width
from g7data.reading.markers import MARKER
from g7data.reading.run_on import run_on_cuts

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\0"), None) | {ord("\u00a0"): " "}
_FEWEST_COLUMNS = 2
_BEFORE_WIDE_BLANK = re.compile(r"\s*([0-9０-９]{1,2})\u3000+(?=\S)")
_TAB = 4  # blanks
_WORD_GAP = re.compile(r"(?<=\S)  (?=\S)")
_LINE_GAP = re.compile(r" {4,}(?=\S)")
_MANY_GAPS = 20


def read_plain(text: str) -> Reading:
    """The blocks of a plain text; linear in its length."""
    plain = unescaped(text).translate(_INVISIBLE).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    lines = [part for line in plain.split("\n") for part in _broken_at_wide_blanks(line)]
    width = wrap_width([line.strip() for line in lines])
    writer = Writer()
    indents: list[int] = []
    for paragraph, gap in _paragraphs(lines, width):
        _write(writer, paragraph, indents, gap=gap)
    return writer.reading()


def read_markdown(text: str) -> Reading:
    """The blocks of a Markdown text, rendered by markdown-it (CommonMark with tables) and read as HTML.

    The title of its front matter stands at the top, as a site would show it; its dates are metadata.
    """
    settings, text = split_front_matter(text)
    body = MarkdownIt("commonmark").enable("table").render(text)
    named = settings.get("title", "")
    title = f"<h1>{escape(named)}</h1>" if named and not text.lstrip().startswith(f"# {named}\n") else ""
    dates = "".join(
        f'<meta name="{name}" content="{escape(settings[key])}">'
        for key, name in (("date", "date"), ("published", "pubdate"), ("lastmod", "last-modified"))
        if key in settings
    )
    return read_html(f"<html><head>{dates}</head><body>{title}{body}</body></html>" if title or dates else body)


def _broken_at_wide_blanks(line: str) -> list[str]:
    """The lines that a program ran into one when it took a text out of a PDF: two blanks part its words, more its lines."""
    if len(_WORD_GAP.findall(line)) < _MANY_GAPS:
        return [line]
    return _LINE_GAP.split(line)


def _paragraphs(lines: list[str], width: int | None) -> Iterator[tuple[list[str], bool]]:
    """Runs of lines that are one paragraph each, and whether an empty line stands before it."""
    for filled, run in groupby(lines, key=lambda line: not line.isspace() and line != ""):
        if not filled:
            continue
        paragraph: list[str] = []
        gap = True
        for line in run:
            if paragraph and ("\t" in line or not joins(paragraph[-1].strip(), line.strip(), width)):
                yield paragraph, gap
                paragraph, gap = [], False
            paragraph.append(line)
        yield paragraph, gap


def _write(writer: Writer, paragraph: list[str], indents: list[int], *, gap: bool) -> None:
    cells = [" ".join(cell.split()) for cell in paragraph[0].strip().split("\t")]
    if len(paragraph) == 1 and len(cells) >= _FEWEST_COLUMNS and all(cells):
        writer.add(Kind.ROW, "\t".join(cells), gap=gap)
        return
    wide = _BEFORE_WIDE_BLANK.match(paragraph[0])
    if wide:
        words = _joined([paragraph[0][wide.end() :], *paragraph[1:]])
        writer.add(Kind.ITEM, words, level=_depth(paragraph[0], indents), marker=wide[1], gap=gap)
        return
    words = _joined(paragraph)
    for start, end in pairwise((0, *run_on_cuts(words, ()), len(words))):
        _write_words(writer, words[start:end].strip(), paragraph[0], indents, gap=gap and start == 0)


def _write_words(writer: Writer, words: str, first_line: str, indents: list[int], *, gap: bool) -> None:
    match = MARKER.match(words)
    if match is None or match.end() == len(words):
        writer.add(Kind.PARAGRAPH, words, gap=gap)
        return
    writer.add(Kind.ITEM, words[match.end() :], level=_depth(first_line, indents), marker=match[0].rstrip(), gap=gap)


def _joined(lines: list[str]) -> str:
    """The lines of a paragraph as one, words that were broken with a hyphen made whole."""
    words = " ".join(lines[0].split())
    for line in lines[1:]:
        following = " ".join(line.split())
        words = words[:-1] + following if broken_word(words[-40:], following) else f"{words} {following}"
    return words


def _depth(line: str, indents: list[int]) -> int:
    """The depth of a list item by its indentation, from 1; `indents` holds those of the items it lies in."""
    expanded = line.expandtabs(_TAB)
    indent = len(expanded) - len(expanded.lstrip())
    while indents and indents[-1] > indent:
        indents.pop()
    if not indents or indents[-1] < indent:
        indents.append(indent)
    return len(indents)
