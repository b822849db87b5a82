"""The words by which a text says who takes part, in five languages: before a list of countries, behind it, and inside it."""

import re

from g7data.extract.guarded import guarded, guarded_words

_ARTICLES = "and et und e the of la le les l de du des d der die dem den von il lo i gli di del della dei degli delle dell da dal dalla dall dai aus"
_OFFICES = (
    r"representatives? ministers? leaders? heads governors? colleagues members? counterparts? chairman president director officials authorities incoming foreign finance digital technology prime "
    r"premier première primo both also nations countries states partners managing secretary vertreter\w* präsidenten direktor\w* generalsekretär\w* delegationen délégations? delegations? delegazioni "
    r"délégués delegati directeur directrice générale? secrétaire présidente? presidente ministre ministro ministra direttore direttrice generale segretario"
)
_IN_LISTS = (
    r"ed y sowie as well also both with from for by mit à ai al alla alle aux au chairs? representative général chef cheffe haute? high hohe[rn]? alt[oa] außenminister\w* finanzminister\w* minister\w* ministr[ei]s? staatssekretär\w* generaldirektor\w* "
    r"représentant(?:e|s)? dirigeants? rappresentant[ei] leader vice viceministr[oai] sottosegretario deputy general today virtually including in person online on may june ainsi que nonché même "
    r"two three four five deux trois quatre cinq due tre quattro cinque zwei drei vier fünf organisations? organizations? organizzazioni organisationen internationales? internazionali internationalen? "
    r"pays paesi länder\w* états stati îles isole inseln islands présidence presidency presidenza"
)


def _any(*words: str) -> str:
    return "|".join(" ".join(words).split())


GAP = re.compile(
    rf"(?>\([^()\n]{{0,70}}\)|[\s,;:()/&–’'\"“”.-]|\b(?:{_any(_ARTICLES, _OFFICES, _IN_LISTS)})\b|\b[A-ZÀ-Þ][\w.’'-]*|\d{{1,2}})*+"
)
"""What stands between two bodies of a list: commas, conjunctions, names, titles, a remark in brackets, but no verb."""
TAIL = re.compile(rf"(?:(?<=[\s,])(?:{_any(_ARTICLES, _OFFICES)})\b[\s,]*|(?<=\s)[A-ZÀ-Þ][\w.’'-]*[\s,]*|['’(]\s*)+$")
"""Titles and names at the end of what stands before a list."""
BEFORE = guarded_words(
    r"(?:joined(?: \w+){0,5} by|together with|along with|alongside|met\b[^.;]{0,60}?\bwith|meeting\b[^.;]{0,40}?\bwith|dinner with|lunch with|session with|convened(?: \w+){0,2} with|discuss(?:ed|ion|ions)? with|"
    r"attend(?:ed|ing)? (?:\w+ )?by|attending(?: \w+){0,4} (?:were|was)|participation (?:of|by|from)|participation in[^.;]{0,60}? of|participants?(?: included?| were| from)?|presence of|present were|guests?(?: were| included|:| from)?|invited|inviting|invitations? (?:of|to)|(?:ministers|leaders|representatives|officials) (?:from|of) (?:the )?(?:G-?[78]|member|seven|eight)[^.;]{0,30}? as well as|outreach (?:partners|countries)|"
    r"briefed(?: \w+){0,2} by|briefing by|presentations? (?:by|from)|contributions? (?:of|from|by)|as did|as were|signed by|signatories|counterparts from|colleagues from|ministers from|leaders from|representatives (?:of|from)|heard from|"
    r"welcomed? the (?:participation|presence|attendance|contribution)[^.;]{0,60}?(?:of|by|from)|dialogue with|exchange with|"
    r"en présence|avec la participation|participation de|rejoints? par|invité(?:e?s)?(?: (?:étaient|sont|à [^.;:]{0,40}))?|ont (?:aussi |également )?participé|aux côtés|représentants|"
    r"(?:séance|session|rencontre|déjeuner|dîner|discussions?)[^.;:]{0,50} avec|en compagnie|accompagnée?s?|également présente?s?[^.;:]{0,30}|étaient (?:aussi |également )?présents|"
    r"gemeinsam mit|unter beteiligung|teilnahme (?:von|der|des)|gästen?|gastländern?|partnerländern?|eingeladen|sitzung mit|vertretern? (?:von|der|des)|im beisein|n[ea]hmen(?: (?:auch|zudem|außerdem|ferner|ebenfalls|daran))*|nimmt(?: auch)?|nahm(?: auch)?|"
    r"con la partecipazione|alla presenza|insieme a\w*|ospiti(?:,? provenienti)?|provenienti|(?:qui )?presenti|invitati|(?:hanno partecipato|parteciperanno|partecipano)(?: a(?:l|ll[aeo]|i|gli|ll['’])[^.;:,]{1,40}?)?(?: anche)?|(?:hanno preso|prenderanno|prendono) parte|g-?[78],? (?:più|plus)|de même que|sessione[^.;:]{0,40} con|rappresentanti)$",
    re.I,
)
BEHIND = re.compile(
    r"\W{0,3}(?:(?:who|which|also|have|has|had|been|été|stat[ie]|s['’]est|s['’]étaient|se|sont|nous|worden|wurden|sono|being|were|was|are|will|war|wird|werden|ist|sind|then|virtually|online|both|all|ont|aussi|également|étaient|a|haben|auch|waren|hanno|anche|erano|in|person|as|guests?)\W+){0,4}?"
    r"(?:took part|taking part|take part|participat\w+|attend(?:ed|ing|s)?|joined|joins|joining|invited(?! to)|represented|present\b|with (?:us|them)|contributed|spoke|briefed|reported|described|presented|updated|sent\b|as guests?|as an? (?:guest|observer|partner)|"
    r"participé\w*|participa\w*|pris part|preso parte|prenderanno parte|joint\w*|rejoint\w*|honoré\w*|invité\w*|représenté\w*|présent\w*|nahmen\b|nahm\b|teil(?:genommen|nahmen|nehmen|nimmt)?\b|als (?:gäste|gast)|eingeladen|vertreten|zugeschaltet|angereist|persönlich|"
    r"partecipat\w*|invitat\w*|presenti|rappresentat\w*|hosted|convened|met (?:today )?with)",
    re.I,
)
THOSE_WHO = guarded_words(
    r"\b(?:\w*minist\w+|leaders?|heads|governors?|members?|delegations?|representatives?|minist\w+|dirigeants?|chefs|capi|staats|regierungschefs|signed|technology)\b",
    re.I,
)
TOPIC = guarded_words(
    r"(?:against|except(?: for)?|excluding|without|sauf|hormis|à l['’]exception d[eu]|ohne|außer|ausgenommen|senza|tranne|eccetto|ad eccezione del?|sin|excepto|\bin|\bon|about|regarding|concerning|toward|towards|relations (?:with|to)|ties (?:with|to)|support (?:for|to|of)|aggression|situation|war|crisis|contre|gegen|contro|situation en|lage in|via|outside)\W+(?:the |la |le |l['’]|die |der )?$",
    re.I,
)
BILATERAL = guarded_words(r"\bbilateral|\bbilatér|bilateral\w* gespräch|\bbilaterale", re.I)
TRACES = guarded("|".join((
    "joined", "joins", "guest nations", "iscussion with", "inner with", "ession with", "articipants", "pris part", "joints", "est joint", "présente", "Gäste", "Gastl", "teilnehmen", "nehmen", "ospiti", "parteciper", "preso parte", "ogether with", "took part", "ttended", "articipat", "articipé", "invited", "nvitations", "met with", "met today with", "briefed", "lleagues from", "nterparts from", "resence of",
    "teilgenommen", "nahmen", "artecipato", "invité", "ccompagné", "artecipano", "representatives of", "discussed with", "convened", "guests", "参加", "出席", "招待",
)))  # fmt: skip
TAGS = re.compile(
    r"\W*(?:read more (?:on|about)|more (?:on|about)(?: this topic)?|tags?|topics?|keywords|related(?: topics)?|filed under|mots[- ]clés|étiquettes|thèmes|lire aussi|schlagwort\w*|schlagwörter|themen|mehr zum thema"
    r"|argomenti|temi|parole chiave|タグ|キーワード|関連キーワード)\s*[:：]?\s*$",
    re.I,
)
"""Above the subjects under which a publisher files a page."""
HEADS_LIST = re.compile(
    r"\W*(?:list of )?(?:participants?|participating|guests?|invited|outreach|delegations?|heads of delegation|international organi[sz]ations?|organi[sz]ations?|members?|G-?[78]|pays invités|membres|participants|"
    r"organisations internationales|teilnehmer\w*|gäste|gastländer|internationale organisationen|partecipanti|paesi invitati|organizzazioni|構成国|参加国|招待国|国際機関|G7構成国・地域|出席者)\b.{0,40}$",
    re.I,
)
JA_PRESENT = guarded(r"参加|出席|招待|同席|加わ|対話の場|交え")
JA_CALLED = re.compile(r"招待|参加|出席|構成国|オブザーバー")
JA_TOPIC = re.compile(
    r"情勢|問題|侵略|支援|への|に対する|における|に関する|産|製|国内|政府の|市場|戦争|危機|の安全|の平和|銀行総裁|総会|憲章|安保理|大学|時間|太平洋|が侵攻|侵攻|軍|語|円|海|条約|大使館|改革|を中核|を除|を巡る|をめぐ"
)
