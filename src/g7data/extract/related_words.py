"""Words by which a line names a related text."""

import re

from g7data.extract.group import GROUP

SEE_ALSO = re.compile(
    r"(?:see also|related (?:texts?|documents?)|voir (?:aussi|également)|siehe auch|vedi anche|参照|関連(?:文書|資料))\s*[:：]\s*(?=[^\W\d_]).{4,300}$",
    re.I,
)
"""A line that says "see also", with the name of the text behind it."""
SEE_FIRST = frozenset("sSrRvV参関")
"""The letters with which such a line begins."""
SEE_LINK = re.compile(r"(?:see also|voir (?:aussi|également)|siehe auch|vedi anche)\s+", re.I)
"""What begins a line that goes on as a link to the related text, with no colon."""
_TEXT_OF_GROUP = re.compile(
    r"communiqu[eé]|kommuniqu[eé]|コミュニケ|declaration|déclaration|erklärung|dichiarazione|宣言|chair['’]?s summary|résumé de la présidence",
    re.I,
)


def names_ours(words: str) -> bool:
    """Whether a teaser names the group, or a text of the kind that it agrees."""
    return GROUP.search(words) is not None or _TEXT_OF_GROUP.search(words) is not None
