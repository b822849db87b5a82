"""What stands on a page of a PDF: runs of letters, each set in one font on one baseline, with the place they stand at.

This is the one module that asks PDFium for letters. A run is a text object of the page: PDFium is asked of every eighth
letter which object it belongs to, and a few times an object where it stands and how it is set. Places are measured
along the text: `x` runs with the writing and `y` up from one line to the line above, so that a page that lies on its
side, turned by its `/Rotate` or in its text, reads like any other.
"""

import ctypes
import math
import re
import struct
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

_BOLD: Final = re.compile(r"bold|black|heavy|demi|[-,]bd|cmb|sfb", re.I)
_ITALIC: Final = re.compile(r"ital|obli|kursiv|[-,](?:it|bdit)\b|cmti|sfti", re.I)
_ITALIC_FLAG: Final = 1 << 6  # ISO 32000-1, table 123
_FORCE_BOLD_FLAG: Final = 1 << 18
_FILL_AND_STROKE: Final = 2  # the rendering mode that feigns a bold face
_NAME_LENGTH: Final = 256
_HYPHEN_AT_LINE_END: Final = "\ufffe"  # what PDFium puts there for U+002D and U+00AD alike
SEEN_SPACE: Final = "\x1f"
"""White space that is seen between letters but was not written: PDFium's, and that between runs."""
_CLEAN: Final = {
    **dict.fromkeys((*range(0x09), *range(0x0E, 0x1F), 0x7F, 0x200B, 0xFEFF, 0xFFFF)),
    ord(_HYPHEN_AT_LINE_END): "-",
    **dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)),
}
_LINE_END: Final = "\r\n"
UNSPACED: Final = re.compile(r"[\u3001-\u30ff\u3400-\u9fff\uff00-\uffef]")
"""A letter of Chinese or Japanese, which set no spaces: white space next to it may be a matter of setting only."""
_STRIDE: Final = 8  # letters: of an object's letters none belongs to another


@dataclass(frozen=True, slots=True)
class Run:
    """Letters set in one font on one baseline; lengths are in points."""

    text: str
    left: float
    right: float
    y: float
    size: float
    bold: bool
    italic: bool


_Face = tuple[bool, bool]  # bold, italic


def read_runs(page: pdfium.PdfPage) -> dict[int, list[Run]]:
    """The runs of a page in the order they were drawn, by the direction they are written in (whole degrees)."""
    textpage = page.get_textpage()
    try:
        return _by_direction(textpage)
    finally:
        textpage.close()


def _by_direction(textpage: pdfium.PdfTextPage) -> dict[int, list[Run]]:
    faces: dict[int, _Face] = {}
    runs: dict[int, list[Run]] = defaultdict(list)
    for text, first, last, thing in _stretches(textpage):
        direction, scale = _matrix(textpage, first)
        left, y = _origin(textpage, first, direction)
        right = _right(textpage, last, direction)
        size = raw.FPDFText_GetFontSize(textpage, first) * scale
        if all(map(math.isfinite, (left, right, y, size))):
            bold, italic = _face(thing, faces)
            runs[direction].append(Run(text, left, max(left, right), y, size, bold, italic))
    return runs


def _stretches(textpage: pdfium.PdfTextPage) -> Iterator[tuple[str, int, int, Any]]:
    """Each text object with its words, the spaces after them included, and its first and last letter's index."""
    letters = _letters(textpage)
    if UNSPACED.search(letters):
        letters = "".join(_mark_spaces(textpage, letters))
    for start, end, thing in _spans(textpage, len(letters)):
        visible = letters[start:end].strip()
        if visible:
            first = letters.index(visible, start)
            text = letters[start:end].rstrip(_LINE_END).translate(_CLEAN)
            if text.strip():
                yield text, first, first + len(visible) - 1, thing


def _spans(textpage: pdfium.PdfTextPage, count: int) -> list[tuple[int, int, Any]]:
    """The start and end of each text object's letters, with those that PDFium has put after them."""
    object_of, address_of, handle = raw.FPDFText_GetTextObject, ctypes.addressof, textpage.raw
    starts: list[tuple[int, Any]] = []
    address = index = fence = 0  # beyond the fence it is not known yet where the object ends
    while index < count:
        thing = object_of(handle, index)
        if thing and (here := address_of(thing.contents)) != address:
            starts.append((index, thing))
            address = here
        leaps = thing and index >= fence
        fence = index + _STRIDE if leaps else fence
        index += _STRIDE if leaps and _belongs(handle, fence, count, address) else 1
    return [(start, end, thing) for (start, thing), (end, _) in pairwise([*starts, (count, None)])]


def _belongs(handle: Any, index: int, count: int, address: int) -> bool:
    if index >= count:
        return False
    thing = raw.FPDFText_GetTextObject(handle, index)
    return bool(thing) and ctypes.addressof(thing.contents) == address


def _mark_spaces(textpage: pdfium.PdfTextPage, letters: str) -> Iterator[str]:
    for index, letter in enumerate(letters):
        seen = letter == " " and raw.FPDFText_IsGenerated(textpage, index) == 1
        yield SEEN_SPACE if seen else letter


def _letters(textpage: pdfium.PdfTextPage) -> str:
    """One character for each that PDFium counts."""
    count = textpage.count_chars()
    if count <= 0:
        return ""
    text: str = textpage.get_text_range()
    if len(text) == count:
        return text
    codes = (raw.FPDFText_GetUnicode(textpage, index) for index in range(count))
    return "".join(_HYPHEN_AT_LINE_END if code == 2 else _character(code) for code in codes)


def _character(code: int) -> str:
    surrogate = 0xD800 <= code < 0xE000
    return "\ufffd" if surrogate or code > 0x10FFFF else chr(code)


def _matrix(textpage: pdfium.PdfTextPage, index: int) -> tuple[int, float]:
    """The direction of the writing in degrees, and what a unit of font size measures on the page."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(textpage, index, matrix) or not math.isfinite(matrix.a + matrix.b):
        return 0, 1.0
    return round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360, math.hypot(matrix.c, matrix.d)


def _turned(x: float, y: float, direction: int) -> tuple[float, float]:
    if direction == 0:
        return x, y
    cos, sin = math.cos(math.radians(direction)), math.sin(math.radians(direction))
    return x * cos + y * sin, y * cos - x * sin


def _origin(textpage: pdfium.PdfTextPage, index: int, direction: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(textpage, index, x, y)
    return _turned(x.value, y.value, direction)


def _right(textpage: pdfium.PdfTextPage, index: int, direction: int) -> float:
    left, right, bottom, top = ctypes.c_double(), ctypes.c_double(), ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharBox(textpage, index, left, right, bottom, top)
    if direction == 0:
        return float(right.value)
    corners = ((x.value, y.value) for x in (left, right) for y in (bottom, top))
    return max(_turned(x, y, direction)[0] for x, y in corners)


def _face(thing: Any, faces: dict[int, _Face]) -> _Face:
    """How a text object is set; `faces` remembers the fonts of the page."""
    font = raw.FPDFTextObj_GetFont(thing)
    if not font:
        return False, False
    address = ctypes.addressof(font.contents)
    if address not in faces:
        faces[address] = _read_face(font)
    bold, italic = faces[address]
    return bold or raw.FPDFTextObj_GetTextRenderMode(thing) == _FILL_AND_STROKE, italic


def _read_face(font: Any) -> _Face:
    """Whether a font is bold or italic: by its name, its flags, and what the embedded font says of itself.

    A PDF made by merging others may call its fonts F1, F2 and give no flags: then the font file alone tells.
    """
    buffer = ctypes.create_string_buffer(_NAME_LENGTH)
    raw.FPDFFont_GetBaseFontName(font, buffer, _NAME_LENGTH)
    name = buffer.value.decode("utf-8", "replace")
    flags = max(0, raw.FPDFFont_GetFlags(font))
    style = _style_of_file(font)
    bold = bool(_BOLD.search(name) or flags & _FORCE_BOLD_FLAG or style & 1)
    italic = bool(_ITALIC.search(name) or flags & _ITALIC_FLAG or style & 2)
    return bold, italic


def _style_of_file(font: Any) -> int:
    """The `macStyle` of an embedded font (OpenType, table `head`): bit 0 is bold, bit 1 italic; 0 where not said."""
    length = ctypes.c_size_t()
    if not raw.FPDFFont_GetIsEmbedded(font) or not raw.FPDFFont_GetFontData(font, None, 0, length):
        return 0
    data = (ctypes.c_uint8 * length.value)()
    raw.FPDFFont_GetFontData(font, data, length.value, length)
    return _mac_style(memoryview(data).cast("B"))


def _mac_style(data: memoryview) -> int:
    """The `macStyle` of a font file.

    >>> _mac_style(memoryview(b"no font"))
    0
    """
    if len(data) < 12:
        return 0
    count = struct.unpack_from(">H", data, 4)[0]
    for entry in range(12, min(12 + 16 * count, len(data) - 15), 16):
        tag, _, offset = struct.unpack_from(">4sLL", data, entry)
        if tag == b"head" and offset + 46 <= len(data):
            return int(struct.unpack_from(">H", data, offset + 44)[0])
    return 0
