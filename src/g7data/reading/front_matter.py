"""The block of settings at the top of a page that a site generator keeps as Markdown: its title and date are the page's."""

import re

_FENCE = re.compile(r"\ufeff?\s*(?P<fence>---|\+\+\+)[ \t]*\n(?P<lines>.{0,8000}?)\n(?P=fence)[ \t]*(?:\n|$)", re.S)
_SETTING = re.compile(
    r"^[ \t]*(?P<name>title|date|published|lastmod|author)[ \t]*[:=][ \t]*"
    r"(?:\"(?P<escaped>(?:[^\"\\]|\\.)*+)\"|'(?P<quoted>(?:[^']|'')*+)'|(?:[>|][+-]?\n)?(?P<plain>[ \t]*[^\s][^\n]*(?:\n[ \t]+[^\s][^\n]*)*+))",
    re.I | re.M | re.S,
)
_SIGN = re.compile(
    r"\\(?:\n[ \t]*|x(?P<two>[0-9a-f]{2})|(?-i:u)(?P<four>(?!d[89a-f])[0-9a-f]{4})|(?-i:U)000(?P<eight>[01][0-9a-f]{4})|(?P<letter>.))",
    re.I | re.S,
)
_SIGNS = {"_": "\xa0", "N": "\n", "n": "\n", "t": "\t", "r": "\n", "L": "\n", "P": "\n", "0": ""}
_FOLD = re.compile(r"(?<!\\)[ \t]*\n[ \t]*")  # a line's end in a value is a blank
_ESCAPED = re.compile(r"\\u((?!d[89a-f])[0-9a-f]{4})", re.I)
_LINK = re.compile(r"\]\((?:https?://|/)[^\s)]+\)")
_FEWEST_LINKS = 2


def split_front_matter(source: str) -> tuple[dict[str, str], str]:
    """The settings that say something of the page, and the source without the block; no settings where there is none."""
    match = _FENCE.match(source)
    if match is None:
        return {}, source
    settings: dict[str, str] = {}
    for setting in _SETTING.finditer(match["lines"]):
        settings.setdefault(setting["name"].lower(), _value(setting))
    return settings, source[match.end() :]


def _value(setting: re.Match[str]) -> str:
    """What a setting says, without the quotation marks and signs that YAML and TOML write it with."""
    if setting["escaped"] is not None:
        value = _SIGN.sub(_sign, _FOLD.sub(" ", setting["escaped"]))
    elif setting["quoted"] is not None:
        value = _FOLD.sub(" ", setting["quoted"].replace("''", "'"))
    else:
        value = unescaped(_FOLD.sub(" ", setting["plain"]))
    return " ".join(value.split())


def _sign(code: re.Match[str]) -> str:
    if number := code["two"] or code["four"] or code["eight"]:
        return chr(int(number, 16))
    return _SIGNS.get(code["letter"], code["letter"]) if code["letter"] is not None else ""


def unescaped(text: str) -> str:
    """A text in which signs are written as JSON and YAML write them, with the signs themselves."""
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)


def is_markdown(source: str) -> bool:
    """Whether a text that calls itself plain is Markdown: it begins with settings, or links stand in it as Markdown has them."""
    return _FENCE.match(source) is not None or len(_LINK.findall(source, 0, 20_000)) >= _FEWEST_LINKS
