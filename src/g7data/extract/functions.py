"""What somebody does in a text, by the words before and after the name: tables of phrases in four languages.

The words before are read backwards from the name with all that belongs to it, the words after forwards from it. Of several
functions the strongest holds: who chairs is also present.
"""

import re
from collections.abc import Iterable
from functools import cache

FUNCTIONS = ("chair", "host", "speaker", "signatory", "participant", "quoted", "mentioned")
"""From the strongest to the weakest."""

_FARTHEST = {"chair": 110, "host": 70, "participant": 110, "quoted": 60}  # characters before a name
_STEMS = {  # one of them stands in whatever `_BEFORE` matches: a cheap test first
    "chair": ("chair", "presid", "présid", "led by", "vorsitz", "leit", "präsid", "führ", "presied", "coordinat"),
    "host": ("host", "invit", "hospital", "convened", "welcomed", "guest", "accueil", "réunis", "convoqu", "einlad", "geladen", "gastgeb", "padron", "ospit", "convocat"),
    "participant": (
        "with", "join", "attend", "met", "meet", "spoke", "talk", "call", "between", "particip", "presence", "present", "represent", "accompan", "delegation", "brief", "heard",
        "update", "address", "leader", "présen", "côtés", "représ", "rencontr", "tretien", "treten", "échang", "gemeinsam", "zusammen", "beisein", "tra", "treff", "gespräch",
        "teilnahm", "vertret", "unter and", "nahm", "nehm", "nimm", "kamen", "neben", "as did", "as were", "partec", "presen", "insieme", "incontr", "colloq", "bilat", "assieme",
        "interv", "preso", "pris part",
    ),
    "quoted": ("",),
}  # fmt: skip
_STEMS_ANYWHERE = {
    "chair": ("chair", "presided"),
    "host": ("hat", "haben"),
    "participant": ("teil", "Gäste", "Gast", "took part", "participated", "présents", "partecipato", "represent", "zugeschaltet"),
    "quoted": ("mitteilte", "sagte", "erklärte", "betonte", "ankündigte", "äußerte"),
}  # fmt: skip
_SMALL = r"(?:\s+(?:the|our|its|all|de|du|d['’]|des|von|der|des|dem|den|di|del|della|dell['’]|da|dal|dalla|par|le|la|l['’]|M\.|G-?[78]|leaders|counterparts?|partners|colleagues?))*\s*"
_BEFORE = {
    "chair": (
        r"(?:under (?:the )?(?:\w+ )?(?:chair\w*|co-chair\w*|presidency)(?: of)?|(?:co-?)?chaired (?:\w+ )?by|presided over (?:\w+ )?by|led by"
        r"|co-?chaired [^.;]{0,60}?with|(?:co-?)?chairs?(?:,|:| were| was| is| are|men)?|in the chair(?: was)?|sous la (?:co-?)?pr[ée]sidence|(?:co-?)?présidée?s? par|a présidé"
        r"|unter (?:dem |der )?(?:gemeinsame[mnr] )?(?:vorsitz|leitung|präsidentschaft|führung)|geleitet von|vorsitzende[rn]?|vorsitz (?:hatte|führte|führten|hatten)"
        r"|sotto la (?:co-?)?presidenza|(?:co-?)?presiedut[aoie] da[l]?|hanno presieduto|ha presieduto|presiedut[aoie] congiuntamente da|(?:presiedut[oa]|presiede) (?:insieme|congiuntamente) (?:a|al|alla|con)|chaired together with|leitete[n]? gemeinsam mit|présidée? (?:conjointement )?avec|coordinat[ao] da)"
    ),
    "host": (
        r"(?:hosted (?:\w+ )?by|hosts?(?:,|:| was| were| is| are)?|at the (?:\w+ )?invitation of|hospitality of|convened by|welcomed by|guests? of"
        r"|[àa] l['’]invitation|accueillie?s? par|réunis par|convoquée?s? par|auf einladung|gastgeber(?:in)?(?: (?:war|waren|ist|sind))?|eingeladen (?:hatte|von)"
        r"|padron[ea] di casa,?|ospitat[aoie] da(?:l|lla)?|su invito|convocat[aoie] da(?:l|lla)?)"
    ),
    "participant": (
        r"(?:(?:together|along|jointly) with|joined (?:\w+ )?by|attended by|attended the meeting|attending\b[^.;]{0,40}?\b(?:were|was)|attending|met\b[^.;]{0,60}?\bwith|met|meets? with|meeting(?:s)? (?:\w+ )?(?:with|between)"
        r"|to meet(?: with)?|will meet(?: with)?|convened(?: \w+){0,2} with|spoke(?: \w+){0,2} (?:with|to)|talked to|talks with|call(?:s)?(?: \w+){0,3} (?:with|between)|conversation with|discussions? with|discussed(?: \w+){0,3} with|leaders?:|entretenue?s? avec|échangé avec|étaient présente?s?|"
        r"exchange (?:of views )?with|participation of|participants?(?: \w+){0,2}:|in the presence of|represented (?:\w+ )?by(?: [^.;]{0,60} and(?: by)?)?|accompanied by|delegation led by|briefed by|briefing by|presentations? (?:by|from)|heard from|updates? from|address by"
        r"|en présence|aux côtés|avec la participation|représentée?s? par|rencontré|entretien avec|participation de|rejoints? par|ont (?:aussi |également )?participé"
        r"|gemeinsam mit|zusammen mit|im beisein|traf(?:en)?|treffen mit|gespräch mit|gesprächen mit|teilnahme|vertreten (?:durch|von)|unter anderem|trifft|(?:nahmen?|nehmen|nimmt)[^.;]{0,90}?|kamen(?: auch)?|neben|as did|as were|as was|participent(?: aussi| également)?|participaient|partecipano(?: anche)?|parteciperanno|partecipa(?: anche)?|presente(?: anche)?|presenti anche|preso parte|pris part|intervengono|attended were"
        r"|con la partecipazione|alla presenza|insieme a(?:l|lla)?|insieme con|incontro con|incontrato|presenti|rappresentat[aoie] da(?:l|lla)?|colloquio con|bilaterale con|partecipato(?: anche)?|assieme a(?:l|lla)?)"
    ),
    "quoted": (
        r"(?:said|says|added|adds|explained|according to|stated|commented|told us|wrote|noted|warned|stressed|emphasi[sz]ed|argued|insisted|declared|remarked|quoted|tweeted"
        r"|selon|d['’]après|a (?:déclaré|dit|affirmé|expliqué|souligné|ajouté|assuré|estimé|indiqué|précisé|lancé|insisté|résumé|rappelé|averti|commenté|salué|plaidé)|déclare|explique|affirme|estime|assure|souligne"
        r"|sagte|sagt|so|laut|erklärte|äußerten? sich[^.;]{0,40}?|betonte|nach (?:den )?(?:worten|angaben) (?:von|des|der)|fügte|mahnte|warnte|forderte|hieß es von|meinte|teilte|äußerte sich|äußerten sich|kündigte|zufolge|schrieb|kritisierte|lobte|mitteilte"
        r"|ha (?:detto|dichiarato|affermato|commentato|sottolineato|spiegato|aggiunto|scritto|osservato|ribadito|annunciato|ricordato|concluso|precisato|assicurato|avvertito)|dice|afferma|spiega|dichiara|sottolinea|secondo"
        r"|parole d[ei]l?|commenta|s['’]est félicitée?|s['’]est réjouie?|conclude|aggiunge|scrive|osserva|ribadisce)"
    ),
}  # fmt: skip
_BRIDGE = r"[\W_]{0,3}(?:\([^)]{1,30}\)[\W_]{0,3})?"
_ADVERBS = r"(?:(?:has|had|have|will|I|we|would|also|jointly|then|today|yesterday|today’s|sera|seront|était|étaient|era|erano|sarà|saranno|both|who|then|and|to|is|was|were|are|ont|a|avaient|avait|qui|également|aussi|hat|haben|wird|werden|der|die|auch|ha|hanno|che|anche|lo|è|had|virtually|personally|this|week|weekend|on|later|now|\d{1,2}|january|february|march|april|may|june|july|august|september|october|november|december)[\W_]+){0,5}"
_AFTER = {
    "chair": (
        r"(?:(?:co-?)?chair(?:ed|s|ing)?\b(?! of)|presid(?:ed|es|ing)\b|in the chair|as (?:the )?(?:co-?)?chair|for (?:his|her|their) (?:\w+ )?chairmanship|led the (?:meeting|discussion|session)|(?:co-?)?prés(?:idé|idait|ide|idera)\b|leite(?:te|n|ten|t)\b(?! die delegation)|geleitet|führte(?:n)? den vorsitz|hatte(?:n)? den vorsitz|den vorsitz"
        r"|(?:co-?)?presied(?:uto|e|eva|ono)\b|presiederà)"
    ),
    "host": (
        r"(?:(?:co-?)?host(?:ed|s|ing)?\b(?! (?:a|an|the)? ?(?:press|post|media|background|briefing))|(?:were|was) (?:our|the) hosts?|hôte\b|convened\b(?! today with)|welcomed (?:us\b|(?:the |his |her |their )?(?:G-?[78] )?(?:\w+ ){0,2}(?:ministers|counterparts|leaders|colleagues|guests|participants|delegations|partners)\b(?!['’]))|invited\b(?! to)|for (?:[\w’' ]{1,60} )?(?:hosting|hospitality)|(?:and [\w’' ]{1,40} )?for (?:hosting|bringing|(?:his|her|their|the) (?:warm |kind |generous |excellent )?hospitality|organi[sz]ing|convening|inviting|welcoming)"
        r"|accueill(?:i|e|ait|era)\b|(?:a |avait )?réuni\b|reçu\b|reçoit|lädt|lud|hatte[^.;]{0,60}?eingeladen|empfäng?t|empfing|begrüßte|richte[^.;]{0,40}? aus\b|ospit(?:a|ato|erà|ano)\b|accoglie|ha (?:accolto|convocato|riunito))"
    ),
    "participant": (
        r"(?:attend(?:ed|s|ing)?\b|travel(?:led|ed|s|ing)?\b|participat\w+|took part|take part|takes part|tak(?:e|ing) part|join(?:ed|s|ing)?\b|met\b|meets?\b|meeting\b|represent(?:ed|s|ing)?\b|visit(?:ed|s|ing)?\b|depart(?:ed|s)?\b|arriv(?:ed|es)\b|gave a|presented|reported|briefed|spoke\b|describ(?:ed|es)|present\b(?! a)|presente\b|presenti\b|échang(?:é|ent)\b|s['’]est entretenue?|pris la parole|telefoniert|took the floor|took stock|hold(?:s)? (?:talks|an? (?:\w+\W+){0,2}(?:press|news|briefing|conference))|held\b|host\b|gather\w*|delivered (?:remarks|opening|a speech)|opened the|expect(?:s|ed) (?:growth|inflation)|"
        r"discuss(?:ed|es|ing)?\b|agreed\b|exchanged\b|led the (?:\w+\W+){0,3}delegation|welcomed (?:the )?(?:agreement|progress)|signed\b|told us|informed us|reassured us|raised\b|reiterated\b|thanked (?:the|his|her) |(?:bilateral )?(?:call|discussion|conversation|trip|visit|travel|participation|schedule|meetings?|video conference|engagements?)s?\b"
        r"|parl[ée]\b|particip(?:é|e|ait|era|eront|ent)\b|étai(?:t|ent) présente?s?|présente?s?\b|représent\w+|(?:est|sont) intervenue?s?|rencontré|rencontre|pris part|(?:est|sont) arrivée?s?|(?:a|ont) ouvert|arrivée?\b|se rend|s['’]est rendue?|assist\w+"
        r"|nahm(?:en)?\b|nimmt|nehmen|teilgenommen|teilnahm|teilnehmen|war(?:en)?[^.;]{0,25} angereist|angereist|(?:sind|waren|war|ist) (?:auch |ebenfalls |mit )?(?:dabei|anwesend|zu gast|vertreten)|reist(?:e)?\b|zugeschaltet|vertritt|vertrat|traf(?:en)?\b|trifft|eröffnete|sprach mit(?! blick)|kam(?:en)? (?:in|nach|zu)|teil\b"
        r"|partecip\w+|(?:è|sono) intervenut\w+|intervien\w+|(?:era|erano|sono) presenti|(?:si è )?collegat\w+|ha incontrato|incontra\b|incontrerà|(?:ha |hanno )?aperto\b|apre i lavori|arriva\b|prende parte|ha preso parte|rappresent\w+)"
    ),
    "quoted": (
        r"(?:\s?:\s*[„“\"«»]|sa(?:id|ys)\b|told\b|stated\b|added\b|commented\b|comments\b|explained\b|remarked\b|warned\b|insisted\b|declared\b|stressed\b|emphasi[sz]ed\b|noted\b|wrote\b|tweeted\b|argued\b|acknowledged\b|admitted\b|conceded\b|(?:announced|called|urged|hailed|praised|suggested|expressed|vowed|pledged|promised|described|issued)\b[^.;]{0,80}?[“\"«„]"
        r"|déclaré?\b|répondu\b|réagi\b|évoqué\b|s['’]est dite?\b|martelé\b|prévenu\b|promis\b|dit\b|affirmé?\b|expliqué?\b|souligné?\b|ajouté?\b|assuré?\b|estimé?\b|indiqué?\b|précisé?\b|insisté?\b|lancé\b|rappelé?\b|averti\b|salué?\b|plaidé?\b|jugé?\b|annoncé?\b|observé\b"
        r"|sagte[n]?\b|sagt\b|erklärte[n]?\b|erklärt\b|betonte[n]?\b|betont\b|mahnte\b|warnte[n]?\b|forderte[n]?\b|meinte\b|äußerte[n]?\b|kündigte[n]?\b|schrieb\b|kritisierte[n]?\b|lobte\b|zeigte[n]? sich|sprach (?:von|sich|mit blick)|nannte\b|bezeichnete\b|versicherte\b|verwies\b|bekräftigte\b|hob\b|machte deutlich|teilte[^.;]{0,40} mit\b|mitteilte|zufolge"
        r"|(?:ha )?(?:detto|dichiarato|affermato|commentato|sottolineato|spiegato|aggiunto|scritto|osservato|ribadito|annunciato|ricordato|concluso|precisato|parlato|assicurato|avvertito)\b|dice\b|afferma\b|spiega\b|dichiara\b|sottolinea\b|commenta\b|osserva\b|ribadisce\b|aggiunge\b|scrive\b)"
    ),
}  # fmt: skip
_ANYWHERE = {
    "host": r"\s*(?:hat|hatte|haben)\b[^.;]{0,110}\b(?:begrüßt|empfangen|eingeladen)\b",
    "quoted": r"[^.;“”\"«»„]{0,70}\b(?:mitteilte|sagte|erklärte|betonte|ankündigte|äußerte)\b",
    "participant": r"[^.;]{0,110}?\b(?:represent(?:ed|ing) [A-Z]|teilgenommen|teilnahmen|teilnahm|nahmen?\b[^.;]{0,80}\bteil|als Gäste|zugeschaltet|zu Gast|took part|participated|étaient présents|hanno partecipato)\b",
    "chair": r"\W{0,3}(?:[^.;,]{0,60}),?\s(?:co-?chair(?:s|ed)?\b(?! of)|chaired|presided)|[^.;“”\"]{0,80}\b(?:after|while) (?:co-)?chairing\b",
}
_BEFORE_JA = {
    "chair": r"議長(?:は|を|：|として|の)?(?:務めた|務める|務めるのは)?、?$",
    "host": r"(?:主催者?(?:は|の|である)|ホスト(?:は|の|である))、?$",
    "participant": r"(?:出席者(?:は|：)|参加者(?:は|：)|から(?:は)?(?:、)?|代表(?:して|は))$",
    "quoted": r"(?!)",
}
_AFTER_JA = {
    "chair": r"^[^。]{0,25}?(?:の(?:共同)?議長の(?:下|もと)|を(?:共同)?議長(?:に|と)|が(?:共同)?議長|の議長により|とともに[^。]{0,10}議長|(?:が|は)[^。]{0,30}?(?:議長を務め|議長として|共同で務め|主宰し|議事を進行))",
    "host": r"^[^。]{0,20}?(?:の(?:主催|招待|招き)|が(?:主催|招待|招いて)|(?:が|は)[^。]{0,30}?(?:主催し|招待し|ホスト))",
    "participant": r"^(?:氏|さん)?の(?:対面)?(?:での)?(?:出席|参加|訪問)|^[^。]{0,10}?(?:が|は|も|、|ら)[^。]{0,70}?(?:出席|参加(?!国)|同席|あいさつし|挨拶し|会談(?:し|を行|に臨|する)|協議(?:し|を行|する|に臨)|臨(?:み|ん|む)|訪問し|訪れ|合流|面会し|意見交換(?:を|し)|署名し)"
    r"|^(?:と(?:の|も)?|との間で)[^。「]{0,40}?(?:会談|協議|面会|意見交換|懇談|やり取り)|^(?:を|も)?(?:招待|招き|招いて|交え)",
    "quoted": r"^[^。「]{0,4}?(?:によると|によれば|は「|は、「)|^[^。]{0,6}?(?:は|が|も|から|より)[^。]{0,120}?(?:述べ|語っ|語り|話し|強調し|表明し|指摘し|明らかにし|説明し|発言し|訴え|主張し|警告し|呼びかけ|批判し|との認識|との考え|と応じ|記者団に|発表し)",
}
_NOT = re.compile(r"\W*(?:will|did|does|is|was)?\s?(?:not|n['’]t)\b|^\W*won['’]t\b")
_TITLE_SPEAKS = re.compile(
    r"\b(?:remarks|statement|speech|address|testimony|transcript|interview|press conference|briefing|gaggle|press call|roundtable|discours|allocution|intervention|rede|statement|interview|discorso|intervento|intervista|dichiarazioni|déclaration)\b"
    r"[^.;]{0,60}\b(?:by|of|from|with|de|du|d['’]|von|des|der|di|del|dell['’]|della)\s*$",
    re.I,
)
_TITLE_COLON = re.compile(
    r"^\s*(?::\s*(?:\w+[ -]){0,3}(?:statement|remarks|speech|testimony)|[’']s? (?:\w+ )?(?:remarks|statement|speech|testimony)|(?:\w+[ -]){0,3}?(?:prepared )?(?:statement|remarks|testimony|speech)\b|(?:[\w-]+ ){0,2}?press conference)",
    re.I,
)


@cache
def _japanese(function: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_BEFORE_JA[function]), re.compile(_AFTER_JA[function])


@cache
def _before(function: str) -> re.Pattern[str]:
    return re.compile(r"(?:^|[^\w])(?:" + _BEFORE[function] + ")" + _SMALL + r"[\s(„“\"«:,]*$", re.I)


@cache
def _after(function: str) -> re.Pattern[str]:
    return re.compile(_BRIDGE + _ADVERBS + "(?:" + _AFTER[function] + ")", re.I)


@cache
def _anywhere(function: str) -> re.Pattern[str]:
    return re.compile(_ANYWHERE[function])


def function_between(before: str, after: str, *, than: str = "mentioned") -> str:
    """The strongest function that the words before and after a name give, if stronger than one that is known."""
    negated = _NOT.match(after) is not None
    for function in FUNCTIONS[: FUNCTIONS.index(than)]:
        if function in _BEFORE and (_is_before(function, before) or (not negated and _is_after(function, after))):
            return function
    return than


def _is_before(function: str, before: str) -> bool:
    words = before[-_FARTHEST[function] :]
    low = words.lower()
    return any(stem in low for stem in _STEMS[function]) and _before(function).search(words) is not None


def _is_after(function: str, after: str) -> bool:
    if _after(function).match(after):
        return True
    return any(stem in after for stem in _STEMS_ANYWHERE[function]) and _anywhere(function).match(after) is not None


def function_between_ja(before: str, after: str, *, than: str = "mentioned") -> str:
    """As `function_between`, of a Japanese sentence."""
    for function in FUNCTIONS[: FUNCTIONS.index(than)]:
        if function in _BEFORE_JA:
            left, right = _japanese(function)
            if left.search(before) or right.match(after):
                return function
    return than


def speaks_in_title(before: str, after: str) -> bool:
    """Whether a title presents somebody's own words: "Remarks by ...", "...: Post-G7 Statement"."""
    return _TITLE_SPEAKS.search(before) is not None or _TITLE_COLON.match(after) is not None


def strongest(functions: Iterable[str]) -> str:
    """The strongest of some functions."""
    return min(functions, key=FUNCTIONS.index, default="mentioned")
