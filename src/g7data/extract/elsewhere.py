"""Meetings and times of others that a sentence tells of: who was at a NATO summit was not thereby at the group's."""

import re

from g7data.extract.guarded import guarded_words

_FORUM = r"(?:NATO|OTAN|G-?20|APEC|ASEAN|BRICS|OSCE|OSZE|OPEC|Commonwealth|Francophonie|UN|ONU|UNO|European Council|[A-Z][a-z]+[-–](?:EU|UE|Africa|Afrique|Afrika)|(?:EU|UE)[-–][A-Z][a-z]+|trilateral|quadrilateral)"
_OTHER = guarded_words(
    rf"\b{_FORUM}[- ](?:[a-zà-ÿ]+ ){{0,2}}(?:[Ss]ummit|[Mm]eeting|[Gg]ipfel|[Tt]reffen)|\b(?:sommet|vertice|réunion|riunione|summit|Gipfel|Treffen) (?:of |de |du |de l['’]|del |della |dell['’]|des |der )?(?:the )?{_FORUM}\b"
    r"|\b(?:state|official|working|private) visit to\b|\bon an? (?:[\w-]+ ){0,3}visit to\b|\bvisite (?:officielle|d['’][ÉE]tat)\b|\bStaatsbesuch\b|\bvisita (?:ufficiale|di Stato)\b"
    r"|\b(?:World War|Weltkriegs?|[Gg]uerre mondiale|[Gg]uerra mondiale)\b|世界大戦"
    r"|(?:NATO|ＮＡＴＯ|G20|Ｇ２０|APEC|ASEAN|国連総会|日EU|日・EU)[^。]{0,8}(?:首脳会議|首脳会合|首脳協議|サミット)"
)
_OURS = re.compile(
    r"G\s?-?[78]|Ｇ[７８]|[Gg]roup of (?:Seven|Eight)|\b(?:[Gg]roupe des|[Gg]ruppo dei|[Gg]ruppe der) |主要国|先進"
)


def is_elsewhere(sentence: str) -> bool:
    """Whether a sentence tells of another meeting and does not name the group."""
    return _OTHER.search(sentence) is not None and _OURS.search(sentence) is None
