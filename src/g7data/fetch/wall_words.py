"""How sites say that the page asked for did not come, in five languages: English, German, French, Italian, Japanese.

`says(line)` reads a title, a heading or a line that stands alone: it must say so in whole. `PLAIN` are sentences about the
page itself, which no document holds; `FAINT` are those that a document might, and that count only beside almost nothing
else. All are tried on folded lines: lower case, single blanks, straight apostrophes. No gap in a pattern is unbounded.
"""

import re
import unicodedata
from collections.abc import Iterator

ERROR, LOGIN, CONSENT = "error_page", "login_wall", "consent_wall"

_APOSTROPHES = str.maketrans("’‘ʼ´`", "'''''")
_LONGEST_SAYING = 120  # characters: a title or heading that is longer speaks of more than an error
_SEGMENTS = re.compile(r"\s[|–—·»«•:/>-]{1,3}\s|[|»«•·]|:\s")
_EDGES = re.compile(
    r"^(?:(?:https?|error|erreur|fehler(?:code)?|errore|エラー|status|code|oops|ups|oups|ops|hoppla|sorry|we're sorry|"
    r"désolée?|leider|spiacenti|申し訳ございません|申し訳ありません|n[°º]|[45]\d\d)(?![a-z0-9])|[\W_])+|(?:[\W_]|\b[45]\d\d\b)+$"
)
_MARKS = re.compile(r"^[\W_]+|[\W_]+$")
_STATUS = re.compile(r"(?<!\d)(?:40\d|41\d|429|50\d)(?!\d)")
_ERROR_WORD = re.compile(r"^\W*(?:error|erreur|fehler|errore|エラー)\W*$")


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


_PAGE = r"(?:web ?)?(?:page|file|document|resource|url|address|content|site|website|item|object)"
_SEITE = r"(?:(?:web|internet)?seite|datei|adresse|url|das dokument|der inhalt|website)"
_PAGE_FR = r"(?:page|fichier|document|ressource|url|adresse|contenu|site)"
_PAGINA = r"(?:pagina|file|documento|risorsa|url|indirizzo|contenuto|sito)"
_PAGE_JA = r"(?:ウェブ|web)?(?:ページ|ファイル|url|サイト|記事|コンテンツ)"
_NOT_THERE = r"(?:not|n't|cannot|no longer|never)\b[\w ]{0,20}\b(?:found|exists?|available|displayed|accessible|be located|reached|there)"
_GONE = r"(?:been|was|were) (?:moved|removed|deleted|renamed|archived or removed|unpublished)"

_SAYINGS: dict[str, re.Pattern[str]] = {
    ERROR: _any(
        # English
        rf"(?:the |this |that |requested |your )*{_PAGE}(?: [\w' ]{{1,50}})? (?:{_NOT_THERE}|(?:has |have |may have |might have )?{_GONE}|is missing|is gone|unavailable)",
        r"(?:page |file |resource |object )?not found", r"nothing (?:was )?found(?: here)?", r"gone", r"(?:we )?(?:can't|cannot|couldn't|could not) find (?:that|this|the) page",
        r"access (?:is |has been |to this (?:page|site|resource) (?:is |has been ))?(?:denied|forbidden|blocked|restricted)", r"forbidden", r"unauthori[sz]ed", r"permission denied", r"bad request",
        r"(?:internal |application |runtime |unexpected |database |server )(?:server )?error", r"server error in [\w'/ .-]{1,40}application", r"bad gateway", r"gateway time-?out",
        r"(?:service|site|page|website|temporarily) (?:is )?(?:temporarily |currently )?(?:unavailable|offline|down)", r"(?:site |website |we(?:'re| are) |currently )*(?:under|down for|undergoing|in) (?:scheduled )?maintenance(?: mode)?", r"(?:site|scheduled|server|system) maintenance(?: in progress)?|(?:we'll|we will) be (?:right )?back(?: soon| shortly)?",
        r"too many requests", r"an? (?:unexpected |internal |unknown )?error (?:has )?occurr?ed", r"something went wrong", r"error establishing a database connection", r"request (?:rejected|blocked|denied|unsuccessful)",
        r"just a moment|one moment,? please|please wait|attention required", r"checking (?:your|the) browser(?: before accessing [\w.-]{1,80})?", r"(?:are you|verify(?:ing)? (?:that )?you(?:'re| are)|please verify you are) (?:a )?(?:human|robot|not a robot)",
        r"(?:security|bot|human|browser) (?:check|verification|challenge)", r"captcha|(?:(?:site|page) )?under construction|coming soon", r"pardon our interruption", r"you have been blocked", r"unusual traffic[\w ]{0,40}",
        r"(?:this |the )?domain(?: name)? (?:is |may be )?(?:for sale|parked|expired|has expired)",
        # German
        rf"(?:die |diese |ihre |angeforderte |gesuchte |aufgerufene )*{_SEITE}(?: [\w ]{{1,40}})? nicht (?:gefunden|vorhanden|verfügbar|erreichbar|mehr verfügbar|mehr vorhanden)(?: werden)?", r"(?:die |diese )?seite (?:existiert|gibt es) (?:leider )?nicht(?: mehr)?", r"nicht gefunden",
        r"(?:der )?(?:zugriff|zugang) (?:wurde )?(?:verweigert|verboten|gesperrt|nicht gestattet)", r"(?:kein zugriff|keine berechtigung)", r"interner (?:server)?fehler|interner server ?fehler|serverfehler", r"(?:ein |es ist ein )?(?:interner |unerwarteter |technischer )?fehler(?: ist)? aufgetreten",
        r"(?:dienst|seite|website|angebot)? ?(?:ist )?(?:vorübergehend|derzeit|momentan|zur ?zeit) nicht (?:verfügbar|erreichbar)", r"wartungsarbeiten|wartungsmodus|(?:seite |website )?(?:wegen wartung|in wartung)[\w ]{0,40}", r"sicherheitsüberprüfung|einen moment,? bitte|bitte warten",
        # French
        rf"(?:la |cette |le |ce |l')?{_PAGE_FR}(?: [\w' ]{{1,40}})? (?:(?:est |semble )?introuvable|non trouvée?|n'existe (?:pas|plus)|n'est (?:pas|plus) disponible|n'a pas été trouvée?|a été (?:supprimée?|déplacée?)|inexistante?|indisponible|inaccessible)", r"introuvable|non trouvée?",
        r"(?:l')?accès (?:(?:est |a été )?(?:refusé|interdit|bloqué|non autorisé))", r"interdit", r"erreur (?:interne|serveur|interne du serveur)", r"une erreur (?:inattendue |interne |technique )?(?:est survenue|s'est produite)",
        r"(?:le )?(?:service|site) (?:est )?(?:temporairement |momentanément |actuellement )?(?:indisponible|en maintenance)", r"(?:site )?en (?:cours de )?maintenance|maintenance en cours", r"vérification de (?:sécurité|votre navigateur)|un instant|veuillez patienter",
        # Italian
        rf"(?:la |questa |il |questo |l')?{_PAGINA}(?: [\w' ]{{1,40}})? (?:non (?:è stat[oa] )?(?:trovat[oa]|esiste(?: più)?|disponibile|(?:è )?(?:più )?disponibile|raggiungibile)|inesistente|è stat[oa] (?:rimoss|spostat|cancellat)[oa])", r"non trovat[oa]",
        r"accesso (?:è )?(?:stato )?(?:negato|vietato|bloccato|non consentito|non autorizzato)", r"errore (?:interno|del server|interno del server)", r"si è verificato un errore[\w ]{0,30}",
        r"(?:il )?(?:servizio|sito) (?:è )?(?:temporaneamente |momentaneamente |attualmente )?(?:non disponibile|in manutenzione)", r"(?:sito )?in manutenzione", r"verifica di sicurezza|un momento|attendere prego",
        # Japanese
        rf"(?:ご指定の|お探しの|指定された|要求された|アクセスしようとした|この)?{_PAGE_JA}(?:が|は)(?:見つかりません|見つかりませんでした|存在しません|ありません|削除されました|表示できません|移動しました)(?:でした)?", r"(?:ページ)?not found",
        r"(?:この(?:ページ|サイト)への)?(?:アクセス|閲覧)(?:が|は)(?:拒否|禁止|制限)され(?:ました|ています)", r"アクセス(?:拒否|禁止|制限|できません)", r"(?:内部)?サーバー?(?:内部)?エラー", r"(?:システム)?エラーが発生しました",
        r"(?:ただいま|現在)?[、,]?(?:サービス|サイト|システム)?(?:は|の)?(?:一時的に)?(?:ご)?利用(?:いただけません|できません)", r"(?:ただいま|現在)?[、,]?(?:システム|サイト|サーバー?)?メンテナンス(?:中|中です|のお知らせ|を行っています)", r"しばらくお待ちください|セキュリティ(?:チェック|確認)",
    ),
    LOGIN: _any(
        r"(?:please )?(?:log ?-?in|sign ?-?in|log ?-?on|sign ?-?on)(?: (?:to|with|or|required|page|form|here|first|register|sign up|your|account|continue|view|access|this|the|site|page|content|document)){0,6}", r"(?:login|authentication|authori[sz]ation|registration) (?:is )?required", r"(?:members|staff|subscribers|registered users|authori[sz]ed users) only", r"member login|user login|restricted area|single sign-?on",
        r"(?:bitte )?(?:anmelden|anmeldung|einloggen|login|melden sie sich an)(?: erforderlich)?|(?:geschützter|geschlossener|interner) bereich|zugang nur für [\w ]{1,30}",
        r"(?:se )?connecter|connexion(?: requise)?|connectez-vous|identification(?: requise)?|identifiez-vous|authentification(?: requise)?|(?:espace|accès) (?:réservé|membres?|privé)",
        r"accedi|accesso|effettua (?:il login|l'accesso)|autenticazione(?: richiesta)?|area (?:riservata|privata)|login",
        r"(?:会員|ユーザー?)?ログイン(?:画面|ページ|してください|が必要です)?|サインイン|認証が必要です|会員専用(?:ページ)?",
    ),
    CONSENT: _any(
        r"before you continue(?: to [\w. ]{1,40})?", r"(?:your |our |we (?:use|value|care about) )*(?:cookies?|privacy|consent)(?: (?:and|your|consent|settings|preferences|choices|notice|cookies?|privacy|matters|is important to us)){0,5}", r"(?:this (?:site|website)|we) uses? cookies",
        r"(?:cookie|datenschutz|privatsphäre)-?(?:einstellungen|hinweis|einwilligung)?|(?:wir|diese (?:web)?seite) (?:verwende[nt]|benutz(?:en|t)|nutz(?:en|t)) cookies|(?:wir brauchen|wir benötigen) ihre (?:zustimmung|einwilligung)|(?:ihre )?(?:zustimmung|einwilligung)[\w ]{0,30}",
        r"(?:gestion|paramètres|préférences|politique)(?: (?:de|des|en matière de))* cookies|ce site utilise des cookies|nous utilisons des cookies|(?:votre )?(?:consentement|vie privée)[\w ,']{0,30}",
        r"(?:questo sito (?:utilizza|usa)|utilizziamo|usiamo)(?: i)? cookie|(?:informativa|preferenze|impostazioni|gestione)(?: (?:sui|dei|cookie|privacy|sulla))*|(?:il tuo )?consenso[\w ]{0,30}",
        r"(?:クッキー|cookie)(?:の|について|に関する|を)?(?:使用|利用|同意|設定|ポリシー)?(?:について|しています|のお願い)?|(?:プライバシー|同意)(?:の)?(?:設定|確認|お願い)",
    ),
}  # fmt: skip

PLAIN: dict[str, re.Pattern[str]] = {
    ERROR: _any(
        rf"{_PAGE} (?:that )?you(?:'re| are| were| have| ve)? ?(?:requested|looking for|searching for|trying to (?:reach|access|view|open)|tried to (?:reach|access|view|open)|asked for|followed)",
        rf"requested {_PAGE}\b.{{0,120}}?\b(?:not|no longer|cannot|couldn't|removed|unavailable|rejected)\b", rf"\b(?:this|that|the) (?:web ?)?(?:page|site|website|url) .{{0,60}}?(?:{_NOT_THERE}|{_GONE})",
        r"(?:do not|don't|does not|not) have (?:the )?(?:necessary )?(?:permissions?|authori[sz]ation|rights?|privileges?) to (?:access|view|open|see)", r"not authori[sz]ed to (?:access|view)", r"access to (?:this|the|our) (?:web ?)?(?:page|site|website|resource|server|document|content|url)[\w .]{0,40} (?:is|was|has been) (?:denied|forbidden|blocked|restricted)",
        r"enable java ?script and cookies to|checking (?:your|the) browser|verify(?:ing)? (?:that )?you(?:'re| are) (?:a )?(?:human|not a (?:ro)?bot)|(?:complete|solve|pass) the (?:captcha|security check)|(?:unusual|suspicious|automated) (?:traffic|requests|activity|access)[\w ]{0,30} from your|ddos protection|(?:security (?:service|solution)|firewall) to protect|triggered the security",
        r"\b(?:incident|ray|support|request|event) id\b(?: is)?:? ?\w", r"request (?:was |has been |could not be )?(?:unsuccessful|rejected|blocked|satisfied)", r"(?:internal server error|bad gateway|gateway time-?out|service (?:is )?(?:temporarily )?unavailable|error establishing a database|too many (?:requests|connections))",
        r"\b(?:an|the following) (?:unexpected |application |internal |unknown |server )?error (?:has )?occurr?ed|server (?:encountered|is unable|was unable|is too busy|is temporarily|is down)", r"(?:site|website|page|server|system) (?:is |will be |has been )?(?:currently |temporarily |now )*(?:unavailable|offline|down for|under(?:going)? (?:\w+ )?maintenance)|performing (?:scheduled|planned|some|routine) maintenance|down for (?:\w+ ){0,2}mainten[ae]nce", r"\bdomain(?: name)? [\w.-]{0,60} ?(?:is|may be) (?:for sale|parked|available for purchase)|buy this domain|domain (?:name )?has expired",
        rf"{_SEITE}\b.{{0,80}}?\b(?:nicht (?:gefunden|vorhanden|verfügbar|erreichbar|mehr)|existiert (?:leider )?nicht|gelöscht|verschoben)", r"keine (?:berechtigung|zugriffsrechte)|nicht berechtigt,? (?:auf )?diese", r"(?:browser|zugriff) wird (?:über)?prüft|bestätigen sie,? dass sie (?:kein roboter|ein mensch)",
        rf"\b{_PAGE_FR} (?:demandée?|que vous (?:cherchez|recherchez|avez demandée?|souhaitez)|recherchée?)", rf"\b(?:cette|la|ce|le) {_PAGE_FR} .{{0,60}}?(?:n'existe|n'est (?:pas|plus) (?:disponible|accessible)|introuvable|a été (?:supprimée?|déplacée?))", r"(?:pas|plus) (?:la permission|l'autorisation|les droits?|autorisée?)[\w ,']{0,20} (?:d'|de |à |y )?(?:accéder|consulter|accès)", r"vous n'êtes pas un robot|êtes (?:bien )?(?:un )?humain",
        rf"\b{_PAGINA} (?:richiest[oa]|che (?:stai|state|sta) cercando|cercat[oa]|desiderat[oa])", rf"\b(?:questa|la|il|questo) {_PAGINA} .{{0,60}}?(?:non esiste|non (?:è )?(?:più )?(?:disponibile|accessibile)|non (?:è stat[oa] )?trovat[oa]|è stat[oa] (?:rimoss|spostat|cancellat))", r"non (?:hai|avete|ha|si dispone) (?:i |il |de[il] |l'|le )?(?:permess[oi]|autorizzazion[ei]|diritt[oi])[\w ']{0,20} (?:accedere|visualizzare|accesso)", r"non sei un robot|sei (?:un )?(?:essere )?umano",
        rf"(?:お探し|ご指定|指定され|要求され|ご覧になろう|アクセスしよう)[ぁ-んァ-ヶー一-龠]{{0,8}}{_PAGE_JA}", rf"{_PAGE_JA}(?:が|は).{{0,30}}?(?:見つかりません|存在しません|削除され|移動した可能性|表示できません)", r"アクセス(?:する)?(?:権限|許可)が(?:ありません|必要)|(?:アクセス|閲覧)(?:が|は)(?:拒否|禁止|制限)され", r"ロボットではない|人間であること|(?:ただいま|現在).{0,20}?(?:メンテナンス|混み合って|ご利用いただけません)",
    ),
    LOGIN: _any(
        r"(?:must|need to|have to|please) (?:be )?(?:first )?(?:logged in|log ?in|sign(?:ed)? ?in|authenticate)\b", r"(?:log|sign) ?in to (?:continue|view|access|read|see)", r"(?:only (?:available|accessible)|restricted) to (?:registered|authori[sz]ed|logged|members|subscribers)",
        r"(?:müssen|bitte).{0,30}?(?:anmelden|einloggen|angemeldet sein)|melden sie sich (?:bitte )?an", r"(?:devez|veuillez).{0,30}?(?:connecter|identifier|authentifier|connectée?)\b|connectez-vous (?:pour|afin)", r"(?:devi|è necessario|occorre|prego|bisogna).{0,30}?(?:accedere|autenticar|effettuare (?:il login|l'accesso))|accedi per", r"ログイン(?:してください|する必要|が必要)",
    ),
}  # fmt: skip

FAINT: re.Pattern[str] = _any(
    r"(?:enable|activate|turn on|allow|requires?|support) (?:java ?script|cookies)", r"java ?script (?:is|must|needs|has|seems|appears)", r"try again (?:later|in a (?:few|moment)|shortly)", r"under maintenance|(?:site|page) (?:is )?(?:currently |still )?under construction",
    r"\bnot found\b|access denied|(?:permission|request) denied|forbidden|no longer (?:available|exists?)|temporarily (?:unavailable|down)", r"java ?script (?:aktivieren|ist (?:deaktiviert|erforderlich)|muss)|aktivieren sie (?:bitte )?java ?script|später (?:noch ?(?:ein)?mal|erneut)|nicht (?:mehr )?(?:verfügbar|erreichbar)|wartungsarbeiten|zugriff verweigert",
    r"activer java ?script|java ?script (?:est|doit)|réessayer? (?:plus tard|ultérieurement)|introuvable|en maintenance|indisponible|accès (?:refusé|interdit)", r"(?:abilita|attiva)\w* java ?script|java ?script (?:è|deve)|riprova\w* più tardi|non trovat[oa]|in manutenzione|non disponibile|accesso negato",
    r"java ?scriptを有効|(?:後|のち)ほど|時間をおいて|見つかりません|ご利用いただけません|メンテナンス",
)  # fmt: skip

COOKIE = re.compile(
    r"\bcookies?\b|クッキー|your (?:privacy|consent)\b|ihre (?:einwilligung|zustimmung|privatsphäre)|votre (?:consentement|vie privée)|"
    r"(?:il tuo|la tua|il vostro|la vostra) (?:consenso|privacy)|同意(?:する|し(?:て|ます))"
)  # of the reader's own: a statement on privacy is none
CHOICE = re.compile(
    r"\b(?:accept|agree|allow|reject|decline|manage|customi[sz]e|continue|zustimmen|akzeptier|ablehnen|einverstanden|accepter|refuser|"
    r"continuer|paramétrer|accett|rifiut|acconsent|personalizza)|同意する|同意します|許可|拒否"
)  # fmt: skip


_TRACES = tuple(
    "you requested|looking for|searching for|trying to|tried to|asked for|you followed|requested |not found|be found|no longer|not exist|n't exist|longer exist|never exist|"
    "not available|n't available|unavailable|longer available|be available|currently available|yet available|displayed|accessible|be located|be reached|moved|removed|deleted|renamed|unpublished|permission|not authori|authorization to|authorisation to|rights to|right to|privileges|"
    "denied|forbidden|blocked|restricted|browser|are human|a human|robot|captcha|security check|traffic|automated|ddos|firewall|"
    "security s|triggered|incident id|ray id|support id|request id|event id|unsuccessful|rejected|satisfied|gateway|database|too many|error occur|error has|server |offline|down for|"
    "mainten|undergoing|domain|logged in|log in|login|sign in|signed in|authenticat|only a|to members|subscribers|javascript|java script|"
    "cookie|try again|construction|coming soon|gefunden|vorhanden|verfügbar|erreichbar|existiert|gelöscht|verschoben|nicht mehr|berechtig|"
    "zugriff|bestätigen|roboter|anmelden|angemeldet|einloggen|melden sie|später|wartung|demandé|cherche|souhaite|n'existe|introuvable|"
    "supprimé|déplacé|l'autorisation|les droit|humain|connecte|identifie|authentifi|réessaye|indisponible|accès|richiest|cercando|cercat|"
    "desiderat|non esiste|disponibil|accessibil|trovat|rimoss|spostat|cancellat|autorizzazion|permess|diritt|umano|accedere|accedi|"
    "autenticar|effettuare|riprova|manutenzione|negato|ページ|ファイル|url|サイト|記事|コンテンツ|アクセス|閲覧|ロボット|人間|ただいま|現在|ログイン|"
    "のち|後ほど|時間をおいて|見つかり|利用|メンテナンス|クッキー|your privacy|your consent|ihre einwilligung|ihre zustimmung|ihre privatsphäre|votre consentement|vie privée|consenso|la tua privacy|la vostra privacy|同意".split(
        "|"
    )
)  # every sentence of the patterns above holds one: most pages hold none, and need not be read


def leaves_a_trace(text: str) -> bool:
    """Whether a text in lower case holds any string without which none of the sentences can stand in it."""
    return any(trace in text for trace in _TRACES)


def fold(line: str) -> str:
    """A line as the patterns want it: compatible forms, lower case, single blanks, straight apostrophes."""
    return " ".join(unicodedata.normalize("NFKC", line).translate(_APOSTROPHES).lower().split())


def says(line: str) -> str | None:
    """What a title or a line that stands alone says in whole, or between its dividers: a code, or None.

    >>> says("404 – Page not found | Ministry of Examples")
    'error_page'
    >>> says("Ministers regret that access was denied to the observers")
    """
    folded = fold(line[: _LONGEST_SAYING * 2])
    return next((code for part in _parts(folded) if (code := _says(part)) is not None), None)


def _parts(folded: str) -> Iterator[str]:
    yield folded
    yield from _SEGMENTS.split(folded)


def _says(part: str) -> str | None:
    if len(part) > _LONGEST_SAYING:
        return None
    bare = _EDGES.sub("", part)
    if not bare:
        return ERROR if _STATUS.search(part) or _ERROR_WORD.match(part) else None
    whole = _MARKS.sub("", part)
    return next(
        (code for code, sayings in _SAYINGS.items() if sayings.fullmatch(bare) or sayings.fullmatch(whole)), None
    )
