"""The track that an office belongs to: a table of the words of its title in five languages."""

import re
from functools import lru_cache

from g7data import reference

_PORTFOLIOS = (
    ("finance", r"financ|treasury|exchequer|trésor|finanz|tesoro|財務"),
    ("foreign", r"foreign|external|étrang|außen|aussen|auswärtig|ester[io]|外務|外相|secretary of state(?! for)|国務"),
    ("digital", r"digital|numéri|デジタル|innovazione|telecom|information and communication|internal affairs and communication|総務"),
    ("industry", r"industr|enterpris|imprese|business|産業"),
    ("environment", r"environ|umwelt|ambiente|climat|klima|écolog|環境"), ("energy", r"energ|énerg|エネルギー"), ("health", r"health|santé|gesundheit|salute|保健|厚生"),
    ("labour", r"labou?r|travail|arbeit|lavoro|emploi|労働"), ("agriculture", r"agra?r|agric|landwirt|農"), ("justice", r"justi|giustizia|attorney|法務"),
    ("interior", r"interior|home|intérieur|innen|interno|内務"), ("trade", r"trade|commerc|handel"), ("development", r"develop|développ|entwickl|cooperazione|international cooperation"),
    ("science", r"scien|research|wissensch|forsch|ricerca|科学"), ("education", r"educ|éducation|bildung|istruzione|文部"), ("culture", r"cultur|kultur"),
    ("tourism", r"touris"), ("transport", r"transport|infrastr|verkehr|trasport|交通"), ("gender", r"\bwom[ae]n|gender|famil|égalité|gleichstell|pari opport"),
    ("defence", r"defen[cs]e|défense|verteid|difesa|防衛"), ("urban", r"urban|housing|stadt"), ("inclusion", r"inclus|disab|handicap"),
    ("finance", r"\beconom(?:y|ia)|économie|wirtschaft"),
    ("leaders", r"prime minister|premier|president|chancellor|kanzler|présiden|präsiden|首相|大統領|総理"),
)  # fmt: skip
_COMPILED = tuple((track, re.compile(pattern, re.I)) for track, pattern in _PORTFOLIOS)


@lru_cache(maxsize=4096)
def portfolio_of_role(role: str) -> str | None:
    """The track that an office belongs to."""
    known = {track.track_id for track in reference.tracks()}
    return next((track for track, pattern in _COMPILED if track in known and pattern.search(role)), None)
