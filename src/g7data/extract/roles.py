"""Offices and the words for them in five languages: what stands before or after a name and says who somebody is."""

import re
from functools import cache

from g7data import reference
from g7data.extract.gazetteer import find_country

HONORIFIC = (
    r"(?:(?:The |the )?(?:Rt\.? |Right )?Hon(?:ou?rable|\.)?|H\.E\.|His Excellency|Her Excellency|Mr\.?|Mrs\.?|Ms\.?|Messrs\.?|Dr\.?|Prof\.?|Professor|Sir|Lord|"
    r"Dame|Baroness|M\.|Mme|MM\.|Monsieur|Madame|Herrn?|Frau|Sig\.(?:ra)?|On\.|Onorevole|Sen\.|Senator|Dott\.(?:ssa)?)"
)
_CAP = r"[A-ZÀ-ÞŁŚŽ][\wÀ-ÿ’'ʼ-]*"
_PARTICLE = r"(?:de|di|del|della|dello|dos|da|von|van|der|den|zu|le|la|du|bin|al|el|y)"
NAME = rf"(?:{_CAP}(?:\s+(?:[A-Z]\.\s*)?(?:{_PARTICLE}\s+){{0,2}}{_CAP}){{1,3}}|[A-Z]\.(?:\s?[A-Z]\.)*\s+{_CAP})"
SURNAME = rf"(?:(?:{_PARTICLE}\s+)?{_CAP})"
_PREFIX = r"(?:(?:Deputy|Vice|Under|Assistant|Acting|Former|former|Associate|Parliamentary|Principal|Senior|Chief|Federal|Permanent|First|Second)[ -])*"
_SUBJECT = (
    r"(?:(?:Treasury|Finance|Foreign|Digital|Environment|Home|Health|Trade|Justice|Energy|Prime|Commerce|Defen[cs]e|Education|Transport|Agriculture|Labou?r|"
    r"Interior|Development|Science|Culture|Tourism|Economic|Economy|Industry|Technology|Climate|Business|Labor|State|Press|National Security|External Affairs|International Trade|General|Managing|Executive|Central Bank)"
    r"(?:(?:,| and| &)? (?=[A-Z]))?){0,3}"
)
_OFFICE_EN = r"(?:Minister|Secretary(?: of State)?|President|Chancellor|Premier|Commissioner|Governor|Ambassador|Representative|Undersecretary|Director(?: General)?|Chair(?:man|woman|person)?|Attorney General|Sherpa|Envoy|Adviser|Advisor|Speaker)"
_OFFICE_DE = r"(?:[A-ZÄÖÜ][\wäöüß-]*)?(?:[Mm]inister|[Kk]anzler|[Pp]räsident|[Kk]ommissar|[Ss]taatssekretär|[Bb]eauftragte|[Aa]ußenbeauftragte|[Nn]otenbankchef|[Rr]egierungschef)(?:in|innen|ium)?(?:s|n|en)?"
_OFFICE_FR = r"(?:(?:[Pp]remi(?:er|ère) )?[Mm]inistre(?: d[’']État)?|[Pp]résidente?|[Ss]ecrétaire(?: d[’']État| général)?|[Cc]hancel(?:ier|ière)|[Gg]ouverneure?|[Cc]ommissaire|[Cc]heffe? de la diplomatie)"
_OFFICE_IT = r"(?:(?:[Vv]ice)?[Mm]inistr[oa]|(?:[Pp]rimo )?[Mm]inistro|[Pp]resident(?:e|essa)(?: del Consiglio)?|[Ss]ottosegretari[oa](?: di Stato)?|[Ss]egretari[oa](?: di Stato| generale)?|[Cc]ancellier[ea]|[Gg]overnatore|[Cc]ommissari[oa]|[Pp]remier)"
_OF_EN = rf"(?:\s+(?:of|for|to|at)\s+(?:the\s+)?{_CAP}(?:(?:,|\s+and|\s+of|\s+for|\s+the|,\s+and|\s+&)*\s+{_CAP})*)?"
_OF_FR = r"(?:\s+(?:de|des|du|de la|de l[’']|chargée? d\w+)\s?[\wÀ-ÿ’' ,-]{3,80}?)?"
_OF_IT = r"(?:\s+(?:degli|delle|dell[’']|della|del|dei|per|alla?|con delega)\s?[\wÀ-ÿ’' ]{3,70}?)?"
_STATE = r"(?:(?:U\.S\.|US|UK|EU|[A-Z][a-z]+(?:ese|ian|ish|an|ch|ean))\s+(?:the\s+)?|[A-Z][\w.]+(?: [A-Z][\w.]+)?[’']s\s+)?"
BEFORE = re.compile(
    rf"(?P<state>{_STATE})(?P<role>(?<![\w-])(?:{_PREFIX}{_SUBJECT}\s?{_PREFIX}{_OFFICE_EN}{_OF_EN}"
    rf"|(?:[a-zäöü]+(?:ische|ische[nrsm]|deutsche[nrsm]?)\s+|US-|EU-)?{_OFFICE_DE}|(?:{_OFFICE_FR}{_OF_FR}|{_OFFICE_IT}{_OF_IT})"
    rf"(?:\s+(?:américain|français|allemand|italien|britannique|japonais|canadien|russe|ukrainien|statunitense|francese|tedesc|britannic|giapponese|canadese|russ[oa]|ucrain)\w*)?))"
    rf"(?:\s+|,\s+)(?P<honorific>{HONORIFIC}\s+)?(?P<name>{NAME}|{SURNAME})(?![\w])"
)
"""An office and the name that follows it."""
AFTER = re.compile(
    rf"(?P<honorific>{HONORIFIC}\s+)?(?P<name>{NAME})\s*(?:,|\s[–—-]|\s?\()\s*(?:the\s+|[Ll]e\s+|[Ll]a\s+|[Ii]l\s+|[Ll][’'])?"
    rf"(?P<role>(?:{_STATE}(?:{_PREFIX}{_SUBJECT}\s?{_PREFIX}{_OFFICE_EN}{_OF_EN}(?:,\s+(?:and\s+)?{_PREFIX}{_OFFICE_EN}{_OF_EN})?)|{_OFFICE_FR}[^,.;:()\n]{{0,90}}|{_OFFICE_IT}[^,.;:()\n]{{0,90}}|{_OFFICE_DE}[^,.;:()\n]{{0,60}}))"
)
"""A name and the office that follows it."""
TITLED = re.compile(rf"(?<![\w])(?P<honorific>{HONORIFIC})\s+(?P<name>{NAME})")
"""A name with an honorific and no office."""
JAPANESE = re.compile(
    r"(?P<name>[ァ-ヶー]{2,}(?:[・＝][ァ-ヶー]{2,})+|(?<![一-鿿])[一-鿿]{1,3}[ 　][一-鿿]{1,3}|(?<![一-鿿ァ-ヶ])[一-鿿]{2,5}?)\s?"
    r"(?P<role>(?:[独仏英米伊加日露中韓]|[ァ-ヶー]{2,10}|[一-鿿]{2,8})?(?:特命担当大臣|担当大臣|大臣|外相|財務相|首相|大統領|国務長官|長官|特使|議長|総裁|報道官|副大臣|政務官|委員長|高級?代表|事務総長))"
)
OFFICE_WORD = re.compile(
    r"[Mm]inist|[Ss]ecretar|[Pp]r[eé]siden|PRESIDENT|MINISTER|[Cc]hancel|[Kk]anzler|[Pp]räsiden|[Gg]overn(?:or|at)|[Cc]ommiss(?:ion|air|ari)|[Ss]ottosegret|[Pp]remier|[Dd]irector|Chair|"
    r"Mr|Ms|Mrs|Hon|Sir|Lord|Herr|Frau|Mme|M\. |Dr|Envoy|Kommissar|Beauftragte|sekretär|Cancellier|Representative|Attorney|大臣|相|大統領|長官|議長|総裁|特使"
)
_NATIONAL = {
    "U.S.": "USA", "US": "USA", "American": "USA", "UK": "GBR", "British": "GBR", "EU": None, "French": "FRA", "German": "DEU", "Italian": "ITA",
    "Japanese": "JPN", "Canadian": "CAN", "Russian": "RUS", "Ukrainian": "UKR", "Chinese": "CHN", "Indian": "IND", "Australian": "AUS", "Iranian": "IRN",
    "US-": "USA", "Bundes": "DEU", "britisch": "GBR", "französisch": "FRA", "italienisch": "ITA", "japanisch": "JPN", "kanadisch": "CAN", "deutsch": "DEU",
    "amerikanisch": "USA", "russisch": "RUS", "ukrainisch": "UKR", "américain": "USA", "français": "FRA", "allemand": "DEU", "italien": "ITA",
    "britannique": "GBR", "japonais": "JPN", "canadien": "CAN", "russe": "RUS", "ukrainien": "UKR", "statunitense": "USA", "francese": "FRA",
    "tedesc": "DEU", "britannic": "GBR", "giapponese": "JPN", "canadese": "CAN", "russo": "RUS", "ucrain": "UKR", "Presidente del Consiglio": "ITA",
    "独": "DEU", "仏": "FRA", "英": "GBR", "米": "USA", "伊": "ITA", "加": "CAN", "日": "JPN", "露": "RUS", "中": "CHN", "韓": "KOR",
}  # fmt: skip


@cache
def _national() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.])(?:" + "|".join(re.escape(word) for word in sorted(_NATIONAL, key=len, reverse=True)) + ")")


def country_of_role(role: str) -> str | None:
    """The country that an office belongs to, where its words say so: "of Japan", "German", "Bundes-"."""
    match = _national().search(role)
    if match:
        return _NATIONAL[match[0]]
    for named in re.finditer(rf"(?:\b(?:of|for|de|du|della?|von)\s+(?:the\s+)?)?(?P<name>{_CAP}(?:\s+(?:of\s+)?{_CAP}){{0,3}}|[ァ-ヶー]{{2,}})", role):
        country = find_country(re.sub(r"[’']s$", "", named["name"]))
        if country is not None:
            return country
    return None


_PORTFOLIOS = (
    ("finance", r"financ|treasury|exchequer|trésor|finanz|tesoro|財務"),
    ("foreign", r"foreign|external|étrang|außen|aussen|ester[io]|外務|外相|secretary of state(?! for)|国務"),
    ("digital", r"digital|numérique|技術|デジタル|innovazione|telecom|information and communication|総務"),
    ("industry", r"industr|enterpris|imprese|business|産業"),
    ("environment", r"environ|umwelt|ambiente|climat|環境"), ("energy", r"energ|énerg"), ("health", r"health|santé|gesundheit|salute|保健|厚生"),
    ("labour", r"labou?r|travail|arbeit|lavoro|emploi|労働"), ("agriculture", r"agric|landwirt|農"), ("justice", r"justi|giustizia|attorney|法務"),
    ("interior", r"interior|home|intérieur|innen|interno|内務"), ("trade", r"trade|commerc|handel"), ("development", r"develop|développ|entwickl|cooperazione"),
    ("science", r"scien|research|wissensch|forsch|ricerca|科学"), ("education", r"educ|éducation|bildung|istruzione|文部"), ("culture", r"cultur|kultur"),
    ("tourism", r"touris"), ("transport", r"transport|infrastr|verkehr|trasport|交通"), ("gender", r"wom[ae]n|gender|famil|égalité|pari opport"),
    ("defence", r"defen[cs]e|défense|verteid|difesa|防衛"), ("urban", r"urban|housing|stadt"), ("inclusion", r"inclus|disab|handicap"),
    ("leaders", r"prime minister|premier|president|chancellor|kanzler|présiden|präsiden|首相|大統領"),
)  # fmt: skip
_COMPILED = tuple((track, re.compile(pattern, re.I)) for track, pattern in _PORTFOLIOS)


def portfolio_of_role(role: str) -> str | None:
    """The track that an office belongs to."""
    known = {track.track_id for track in reference.tracks()}
    return next((track for track, pattern in _COMPILED if track in known and pattern.search(role)), None)
