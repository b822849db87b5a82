"""Markers printed before the units of a text: numbers, letters, romans, bullets, in all five languages."""

import re

_JAPANESE_BULLETS = "○〇◯●■◆◇□▼▽・"  # no blank stands after them
BULLETS = "•·●▪■◆◇○◦★☆※‣▶►➢✓–—*\uf0b7\uf0a7\uf0d8-" + _JAPANESE_BULLETS
_NO_DATE = (
    r"(?!\s*(?:Jan|Feb|M[äa]r|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-zä]*\b|\s*(?:bis|und|[–-])\s*\d)"  # 19. Februar
)
_CLOSED = (
    r"\(?(?:[0-9０-９]{1,3}|[a-zA-Z]|[ivxIVX]{2,6}|[一二三四五六七八九十]{1,3})[)）]"
    r"|（(?:[0-9０-９]{1,3}|[a-zA-Zａ-ｚ]|[一二三四五六七八九十]{1,3})）"
)
_DOTTED = (
    rf"(?:[0-9]{{1,3}}\.{_NO_DATE}|[0-9]{{1,2}}[°º](?=\s+[A-ZÀ-Þ])|[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,3}}\.?(?=\s+[A-ZÀ-Þぁ-ヿ一-鿿])"
    r"|(?!M\.\s+[A-ZÀ-Þ])[a-zA-Z]\.|[ivxIVX]{1,6}\.|[0-9０-９]{1,3}[．、]|[０-９]{1,3}\.|[0-9０-９]{1,2}(?=\u3000)"
    r"|[0-9０-９]{1,2}(?=[  ](?:G[78][ァ-ヶ一-鿿]|[0-9]{1,2}月|(?![月日年時分秒人名国件社回度位倍割点万億兆千百かカヶヵつ])[ぁ-んァ-ヶ一-鿿「（])))"
)
MARKER = re.compile(
    rf"(?P<bullet>[{re.escape(BULLETS)}])\s+"
    rf"|(?P<jabullet>[{_JAPANESE_BULLETS}])(?=[ぁ-んァ-ヶ一-鿿])"
    rf"|(?P<closed>{_CLOSED})\s*(?=\S)"
    rf"|(?P<dotted>{_DOTTED})(?:\s+|(?<=[.．、])(?=[^\W\d_]{{2}}))"
    r"|(?P<pointer>>)\s+(?=[A-ZÀ-Þ])"
    r"|(?P<circled>[①-⑳])\s*"
    r"|(?P<paragraph>(?:§|¶)\s?\d{1,3}\.?)\s+"
)
"""A printed marker at the start of a block, with the white space after it."""
