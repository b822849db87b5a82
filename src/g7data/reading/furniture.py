"""What of a page is the site's and not the text's, told by structure: menus, hidden parts, headers, footers and asides."""

import re

from selectolax.lexbor import LexborNode

from g7data.reading.blocks import Region

_REGIONS = {"header": Region.HEADER, "footer": Region.FOOTER, "aside": Region.ASIDE}
_ROLES = {"navigation": None, "search": None, "banner": Region.HEADER, "contentinfo": Region.FOOTER,
          "complementary": Region.ASIDE}  # fmt: skip
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|cookies?|consent|share|sharing|social|skip|"
    r"skiplinks?|newsletter|pagination|pager|search|hidden|sr-only|screen-reader(?:-text)?|toolbar|popup|modal|related|"
    r"comments?|tags|topbar|offscreen)(?:$|[\s_-])",
    re.I,
)
_FOOT = re.compile(r"(?:^|[\s_-])(?:footer|copyright|colophon|imprint)(?:$|[\s_-])", re.I)
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_MAY_BE_CALLED = frozenset(("div", "section", "ul", "p", "form"))
SEALED = frozenset(("html", "body", "main", "article", "h1", "table", "tbody", "tr", "td"))
"""Elements that are never furniture, whatever they are called."""
SHORT = 200
"""Characters: a part of the page that calls itself furniture and is shorter is dropped whatever it holds."""
_LONGEST_CAPTION = 320  # characters
_LINK_DENSE = 0.6  # share of the characters that are links, above which a part is a menu


def region_of(node: LexborNode, tag: str) -> Region | None:
    """The part of the site that an element makes by its tag, its role or what it calls itself; None if it does not say."""
    if (region := _REGIONS.get(tag)) is not None or tag not in _MAY_BE_CALLED:
        return region
    attributes = node.attributes
    role = attributes.get("role")
    region = _ROLES.get(role) if role else None
    names = _names(attributes)
    if region is None and _FOOT.search(names):
        return Region.FOOTER
    if region is None and _FURNITURE.search(names):
        return Region.ASIDE
    return region


def is_caption(node: LexborNode) -> bool:
    """Whether a figure's caption is a line or two below a picture; some sites put whole paragraphs there."""
    figure = node.parent
    return (
        figure is not None
        and figure.css_first("img, picture") is not None
        and len(" ".join((node.text(deep=True) or "").split())) < _LONGEST_CAPTION
    )


def _names(attributes: dict[str, str | None]) -> str:
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}"


def is_skip_link(node: LexborNode) -> bool:
    """Whether a link leads into the same page for readers who cannot see it."""
    attributes = node.attributes
    return (attributes.get("href") or "").startswith("#") and bool(_FURNITURE.search(_names(attributes)))


def is_menu(node: LexborNode) -> bool:
    """Whether a block-level element is hidden, or is a menu by what it calls itself and what it holds."""
    attributes = node.attributes
    if not attributes:
        return False
    if "hidden" in attributes or _INVISIBLE.search(attributes.get("style") or ""):
        return not holds_heart(node)
    role = attributes.get("role")
    if role in ("navigation", "search", "dialog", "alertdialog"):
        return True
    if not _FURNITURE.search(_names(attributes)) or holds_heart(node):
        return False
    words = len(" ".join((node.text(deep=True) or "").split()))
    return words < SHORT or _link_share(node, words) > _LINK_DENSE


def holds_heart(node: LexborNode) -> bool:
    """Whether the page's main heading or main part lies inside: then it is no furniture, whatever it is called."""
    return node.css_first("h1, main, article") is not None


def _link_share(node: LexborNode, words: int) -> float:
    linked = sum(len(" ".join((a.text(deep=True) or "").split())) for a in node.css("a"))
    return linked / words if words else 1.0
