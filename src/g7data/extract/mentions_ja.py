"""People named together with their offices in Japanese: 河野太郎デジタル大臣, ベアボック独外相, 財務大臣の鈴木俊一氏.

The office is found by its last signs; its other words are read backwards by a list of ministries, bodies and countries, and
the name is what stands before them. Signs that no list explains and that are too many for a name make no person.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from g7data.extract.gazetteer import find_city
from g7data.extract.known_people import is_known_name, japanese_names
from g7data.extract.mentions import Mention
from g7data.extract.nations import country_in, country_named_ja
from g7data.extract.nations import japanese_names as country_names
from g7data.reading import Block

_CORE = re.compile(
    r"(?:副総理|大臣政務官|副大臣|大臣(?!官)|政務官|大統領補佐官|副大統領|大統領|首席補佐官|補佐官|国務長官|官房長官|副長官|長官|総理大臣|総理(?!大臣)|副首相|首相|専務理事|副総裁|総裁|理事長|事務総長|事務局長|"
    r"国家安全保障局長|総局長|局長|担当委員(?!会)|副委員長|委員長|上級代表|高級代表|通商代表|特別代表|常任議長|議長|欧州委員(?!会)|特使|報道官|大使|事務次官|事務次長|次官|次長|財務官|外務審議官|審議官|検察官|検事総長|(?<![首宰真様世手人血位諸粗滅寝])相)"
    r"(?!・中(?:央銀行|銀)総裁会|会(?!見)|級|国|選|官邸|宣言|声明|総括|府|室|経験|職|館|レベル|代理|談話|談|らの|公邸|令|補|間|互|次|当|手|席)"
    r"(?:兼[一-鿿ァ-ヴー・]{0,20}?(?:大臣|相|長官|総裁|理事長))?"
)
_STEMS = (
    "大臣官房|サイバーセキュリティ|内閣|大蔵|通産|通商産業|文部|厚生|郵政|自治|農林|総務|外務|財務|法務|環境|防衛|国防|復興|文部科学|文科|厚生労働|厚労|農林水産|農水|経済産業|経産|国土交通|国交|内閣府特命|特命|内閣総理|内閣官房|内閣府|デジタル|経済再生|経済安全保障|"
    "共生社会|男女共同参画|女性活躍|国家公安委員会|国家安全保障|内務|司法|教育|文化|スポーツ|科学技術|科学|技術|研究|大学|保健|健康|労働|雇用|社会|英連邦|政策|輸出|促進|持続可能な開発|未来|農業|農務|食料|漁業|運輸|交通|エネルギー|"
    "資源|貿易|通商|産業|工業|開発|国際開発|国際協力|経済|金融|商務|予算|首相|気候変動|気候|家族|女性|男女平等|平等|住宅|都市|建設|観光|情報通信|情報|通信|革新|イノベーション|企業|連邦|"
    "インフラ|主任|ICC|国際刑事裁判所|海洋環境|海洋|食糧|農産食品|農村|駐日|女性の権利|社会問題|筆頭|第一|臨時代理|次期|安全保障|国家安全保障担当|安全|国民|欧州|対外|民生|移民|難民|国務委員兼|外交|国務|国家"
)
_SHORT_STEMS = "外|財|農|法|蔵|防|内"  # before 相 only: elsewhere they end family names, as in 竹内
_BODIES = (
    "欧州委員会|欧州委員|欧州委|欧州理事会|欧州連合|欧州議会|欧州中央銀行|日本銀行|日銀|中央銀行|中銀|国連|国際連合|世界銀行グループ|世界銀行|世銀|国際通貨基金|世界貿易機関|世界保健機関|"
    "経済協力開発機構|北大西洋条約機構|国際エネルギー機関|国際労働機関|金融安定理事会|連邦準備制度理事会|イングランド銀行|カナダ銀行|フランス銀行|イタリア銀行|ドイツ連邦銀行|ドイツ連銀|"
    "EU|ＥＵ|IMF|ＩＭＦ|WTO|ＷＴＯ|WHO|ＷＨＯ|OECD|ＯＥＣＤ|NATO|ＮＡＴＯ|ECB|ＥＣＢ|FRB|ＦＲＢ|FSB|IEA|ILO|FAO|UNESCO|UNICEF"
)
_SIGN = "[独仏英米伊加露中韓印豪]"
_SIGN_BEHIND = re.compile(r"[（(](?P<sign>[日独仏英米伊加露])[）)]")
_KATAKANA = r"[ァ-ヴー]{2,12}(?:[・＝=\s](?=[ァ-ヴー])[ァ-ヴー]{1,12}){0,4}"
_KANJI = r"[一-鿿々ヶ]{1,4}[ 　][一-鿿々ぁ-ん]{1,4}|[一-鿿々ヶ]{2,5}"
_SHORT_NAMES = frozenset(
    "林森菅谷堀原泉関辻東南平岸堺馳牧星畑柳桂梅橘柴椿榊楠榎杉桜滝沢浜島峰岡城宮寺乾仲辺角門戸伴奥姜栗境錦鎌隅鳥鶴鮫"
)
_TIME_BEFORE = re.compile(
    r"(?:冒頭|一方|最後|続き|当日|同日|本日|今回|今般|今次|先般|昨日|今日|今夜|今朝|午前|午後|夕方|現地|席上|途中|今月|先月|来月|今年|昨年|同席|会合|会議|会談|同様|以上|以下)(?=[一-鿿])"
)
_KANA_RUN = re.compile(r"(?P<kana>[ァ-ヴー]{2,}(?:[・＝=][ァ-ヴー]+)*)・?[^、。，「」【】はがをにでとの\s]{0,24}$")
_IN_LATIN = re.compile(r"[（(][A-Za-zÀ-ÿ .'’-]{2,40}[)）]$")
_NAME_END = re.compile(rf"(?:(?P<kana>{_KATAKANA})|(?P<kanji>{_KANJI}))$")
_NAME_START = re.compile(
    rf"(?:の|[ 　\t]|：|:)?(?P<name>[ァ-ヴー]{{2,12}}(?:[・＝=][ァ-ヴー]{{1,12}}){{1,4}}(?=氏|さん|（|\(|[ 　\t]|$|、|。|が|は|と)|(?<=の)(?:{_KANJI}|{_KATAKANA})(?=氏|さん)|(?<=[ 　\t])(?:{_KANJI})(?=氏|さん|（|\(|\s|$|、|。|が|は))"
)
_ADDRESSED = re.compile(rf"(?:(?P<kana>{_KATAKANA})|(?<![一-鿿々])(?P<kanji>[一-鿿々]{{2,5}}))(?=氏)")
_NOT_IN_NAMES = re.compile(
    r"[駐省庁府会社県区員党軍議者各両等回約係銀]|大臣|担当|政府|閣僚|中央|先進|世界|産業|地域|共同|主要|当時|日本|北朝鮮|台湾|新任|歴代|次期|技術|現職|首脳|国務|開催|開幕|閉幕|会合|会議|会見|出席|声明|発表|訪問|決定|採択|参加|合意|次長|事務"
)
_NOT_PEOPLE = frozenset(
    "デジタル サイバー サイバーセキュリティ エネルギー インフラ テクノロジー ビジネス パートナー グループ リーダー メンバー オンライン イノベーション スポーツ ジェンダー アウトリーチ セッション サミット "
    "ワーキングランチ ワーキングディナー ワーキングセッション ランチ ディナー レセプション ラウンドテーブル アジア アフリカ ヨーロッパ インド・太平洋 ワーキング タスクフォース コミュニケ クリーン グリーン データ".split()
)
_MOST_OFFICES = 1500  # of a page: far more than the longest has
_LONGEST_ROLE = 26  # characters before the last signs of an office
_LONGEST_NAME = 28


def find_mentions_ja(text: str, blocks: list[Block]) -> list[Mention]:
    """Every naming of a person with an office, or with 氏, in the order of the text."""
    found: list[Mention] = []
    left = _MOST_OFFICES
    for index, block in enumerate(blocks):
        taken = block.content
        for core in islice(_CORE.finditer(text, block.content, block.end), left):
            left -= 1
            mention = _named_before(
                text, max(taken, core.start() - _LONGEST_ROLE - _LONGEST_NAME), core, index
            ) or _named_after(text, taken, core, block, index)
            if mention is not None:
                found.append(mention)
                taken = mention.closing
        spans = [(m.start, m.end) for m in found if m.block == index]
        found.extend(_addressed(text, block, index, spans))
    return sorted(found, key=lambda m: m.start)


@cache
def _role_start(last: str) -> re.Pattern[str]:
    """The words of an office before its last signs, read to the left."""
    short = f"(?:{_SHORT_STEMS})?" if last == "相" else ""
    return re.compile(
        rf"(?:(?:{_countries()}|(?<=[ァ-ヴー]){_SIGN}))?(?:(?:{_BODIES})(?:[（(][A-Z]+[）)])?|(?:{_STEMS})[・、]?(?:担当)?|(?:{_countries()})?担当)*{short}$"
    )


@cache
def _countries() -> str:
    names = (
        name
        for name, country in country_names().items()
        if country and name[0] > "゠" and (len(name) > 2 or name[0] > "㐀" or name == "タイ")
    )
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


@cache
def _country_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<country>{_countries()}|我が国|わが国|EU|ＥＵ|欧州連合|{_BODIES})(?:の|から(?:は)?|側(?:から)?(?:は)?|・|：)、?$"
    )


def _named_before(text: str, low: int, core: re.Match[str], index: int) -> Mention | None:
    """The person whose name stands before the office."""
    words = text[low : core.start()]
    match = _role_start(core[0]).search(words)
    role = match.start() if match is not None else len(words)
    before = words[:role].rstrip(" 　\t（(前元現新・")
    before = _IN_LATIN.sub("", before)
    explained = core[0] != "相" or role < len(words)
    dotted = words[:role].endswith("・")
    span = (_known_name_at_end(before) or _name_at_end(before, dotted=dotted)) if explained else None
    if span is None:
        span, role = _foreign_name(words) or (None, role)
    return _mention(text, (low + span[0], low + span[1]), (low + role, core.end()), index) if span is not None else None


def _foreign_name(words: str) -> tuple[tuple[int, int], int] | None:
    """A name in katakana at the head of an office of whatever words, and where that begins: クレバリー英国外務・英連邦・開発大臣."""
    run = _KANA_RUN.search(words)
    if run is None:
        return None
    end = role = run.start()
    for part in re.finditer(r"[^・＝=]+", words[run.start() : run.end("kana")]):
        rest = words[run.start() + part.end() :]
        if (part[0] in _NOT_PEOPLE and not _starts_with_country(rest)) or country_named_ja(part[0]) is not None:
            break
        end, role = run.start() + part.end(), run.start() + part.end()
    role += words.startswith("・", role)
    return ((run.start(), end), role) if end - run.start() > 1 and role < len(words) else None


def _starts_with_country(words: str) -> bool:
    return words.startswith(tuple(name for name, country in country_names().items() if country))


def _known_name_at_end(words: str) -> tuple[int, int] | None:
    """A known name that ends here, whatever signs it is written with: 片山さつき."""
    known = next((name for name in japanese_names() if words.endswith(name)), None)
    return (len(words) - len(known), len(words)) if known is not None else None


def _name_at_end(words: str, *, dotted: bool) -> tuple[int, int] | None:
    """What may be a name at the end of some words; in kanji only where no dot parts it from the office, for that parts two offices."""
    name = _NAME_END.search(words)
    if name is not None and name["kanji"] is not None:
        return None if dotted else _kanji_at_end(words, name)
    if name is not None:
        span = _trimmed(name)
        return span if _is_name(words[slice(*span)]) and not re.search(r"[一-鿿々]$", words[: span[0]]) else None
    alone = words[-1:] in _SHORT_NAMES and words != "" and not re.search(r"[一-鿿々]$", words[:-1])
    return (len(words) - 1, len(words)) if alone else None


def _kanji_at_end(words: str, name: re.Match[str]) -> tuple[int, int] | None:
    """A name in kanji, without the time or the place that runs into it: 冒頭岸田; none where it goes on a word in kana: アフリカ連合."""
    time = _TIME_BEFORE.match(name[0])
    start = name.start() + (time.end() if time is not None else 0)
    written = words[start:]
    parts = re.split(r"[ 　]", written)
    if len(parts) > 1 and _NOT_IN_NAMES.search(parts[0]):  # 開催 茂木: of a headline
        start, written = len(words) - len(parts[-1]), parts[-1]
    short = len(written) == 1 and written in _SHORT_NAMES
    runs_on = (
        re.search(r"[一-鿿々ァ-ヴー・0-9０-９]$" if time is None else r"[一-鿿々]$", words[: name.start()]) is not None
    )
    return (start, len(words)) if (short or _is_name(written)) and not runs_on else None


def _trimmed(name: re.Match[str]) -> tuple[int, int]:
    """A name without the country that follows it behind a dot: ゼレンスキー・ウクライナ."""
    written = name[0]
    parts = re.split(r"[・＝=]", written)
    if len(parts) > 1 and country_named_ja(parts[-1]) is not None:
        return name.start(), name.end() - len(parts[-1]) - 1
    return name.start(), name.end()


def _is_name(name: str) -> bool:
    if is_known_name(name):
        return True
    if re.fullmatch(r"[ァ-ヴー・＝=\s]+", name):
        return (
            name not in _NOT_PEOPLE
            and country_named_ja(name) is None
            and not any(part in _NOT_PEOPLE for part in re.split(r"[・\s]", name))
        )
    return not _NOT_IN_NAMES.search(name) and country_named_ja(name) is None and len(name) > 1


def _named_after(text: str, low: int, core: re.Match[str], block: Block, index: int) -> Mention | None:
    """The person whose name follows the office."""
    match = _NAME_START.match(text, core.end(), block.end)
    if match is None or not _is_name(match["name"]) or find_city(match["name"]) is not None:
        return None
    words = text[max(low, core.start() - _LONGEST_ROLE) : core.start()]
    start = _role_start(core[0]).search(words)
    role = core.start() - len(words) + (start.start() if start is not None else len(words))
    if role == core.start() and core[0] == "大臣":
        return None
    return _mention(text, match.span("name"), (role, core.end()), index)


def _addressed(text: str, block: Block, index: int, taken: list[tuple[int, int]]) -> Iterator[Mention]:
    for match in islice(_ADDRESSED.finditer(text, block.content, block.end), _MOST_OFFICES):
        if not any(a < match.end() and match.start() < b for a, b in taken) and _is_name(match[0]):
            yield Mention(match[0], match.start(), match.end(), None, None, None, match.start(), match.end() + 1, index)


def _mention(text: str, name: tuple[int, int], role: tuple[int, int], index: int) -> Mention:
    opening, closing = min(name[0], role[0]), max(name[1], role[1])
    before = _country_before().search(text[max(0, opening - 12) : opening])
    country = country_in(before["country"]) if before is not None else None
    opening -= len(before[0]) if before is not None else 0
    behind = _SIGN_BEHIND.match(text, closing)
    if country is None and behind is not None:
        country, closing = country_in(behind["sign"]), behind.end()
    if country is None:
        country = country_in(
            text[name[1] : role[1]] if name[0] < role[0] else re.sub(r"^.*?担当", "", text[slice(*role)])
        )
    return Mention(text[slice(*name)], *name, None, role, country, opening, closing, index)
