"""How titles look, and the lines that stand around them: words and forms in five languages."""

import re

from g7data.extract.group import GROUP

TEXT = re.compile(
    r"declaration|statement|summary|communiqu|charter|action plan|principles|conclusions|report|initiative|remarks|readout|"
    r"press (?:conference|briefing)|transcript\b|speech|preview|delegates|interview|\bevaluation|written answers|"
    r"déclaration|résumé|sommaire|\bbilan\b|compte rendu|point de presse|conférence de presse|discours|plan d['’]action|rapport|erklärung|kommuniqu|rede\b|bericht|pressekonferenz|zusammenfassung|protokoll|"
    r"dichiarazione|comunicato|discorso|conferenza stampa|relazione|riepilogo|sintesi|宣言|声明|コミュニケ|総括|報告|概要|結果|会見|スピーチ|メッセージ|演説",
    re.I,
)
NAMES_TEXT = re.compile(
    rf"(?:\w+ (?:of the|de la|des?|der|della) )?(?:{TEXT.pattern})[\w ]* (?:of|by|de|du|des|von|der|di|de[il]\w*|on|to)\b",
    re.I,
)
WHO = re.compile(
    r"minist|summit|leaders|sommet|dirigeants|gipfel|treffen|vertice|riunione|presiden|präsident|chancellor|kanzler|大臣|首脳|会合|サミット|外相|財務相",
    re.I,
)
LABELLED = re.compile(r"\[?(?:title|titre|titel|titolo|文書名)\]", re.I)
REMARK = re.compile(r"[(（\[【].{1,14}[)）\]】]")
SITE = re.compile(
    r".{0,60}\b(?:Information Centre|Research Group|University of|Bibliothè?que|Library)\b.{0,60}|"
    r"(?:[\w’'-]+ ){1,4}(?:information|informationen|homepage|website|web site|site officiel|sito ufficiale)|"
    r"(?:welcome to|willkommen|bienvenue|benvenut\w)\b.{0,80}|.{0,60}\bwelcomes? you\b.{0,20}|.{0,40}(?:データベース|ホームページ|ウェブサイト|新着情報|フォトレポート).{0,40}",
    re.I,
)
SECTION = re.compile(
    r"\W*(?:preamble|introduction|background|overview|préambule|contexte|präambel|einleitung|preambolo|premessa|introduzione)\W*",
    re.I,
)
ELSEWHERE = re.compile(r"(?:see|voir|siehe|vedi|cf\.?|fait partie|teil von|参照)\b", re.I)
CAPTION = re.compile(
    r"via REUTERS|\b(?:AFP|AP|Getty|dpa|ANSA|[Pp]hotos?|Foto)\b|©|写真|[(（](?:写真)?[左右中](?:から[^)）]{0,8})?[)）]|に臨む.{0,20}[(（]|[=＝]\d{1,2}日|(?:様子|出席者|行う[^、。]{1,14}|する[^、。]{2,12}(?:大臣|首相|総理|外相|政務官)|座る[^、。]{1,14})$|"
    r"^(?:(?:the )?G-?[78] )?(?:participants|delegates|family photo|group photo|photo de famille|familienfoto|gruppenfoto|foto di (?:famiglia|gruppo)|記念撮影|集合写真)(?: (?:of|du|des|der|del|dei) .{2,40})?$"
)
HONOURED = re.compile(
    r"(?:the )?(?:rt\.?|right) hon(?:ourable|\.)?\b|\d{0,4}(?:prime minister|premier ministre|president|président|chancellor|bundeskanzler(?:in)?)\b.{0,60}\b(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d\)?$",
    re.I,
)  # a person's own page
CODED = re.compile(r"\d{6,8}\s?[-–_] ?|.*[|｜]\s*$|(?P<once>.{3,40}?)\s*(?P=once)\W*$")
"""The name of a file, a bar behind a site's name, a name printed twice."""
CRUMB = re.compile(r"[>›»＞→]\s*(?P<last>[^>›»＞→]{3,120})$")
ORIGIN = re.compile(
    r"^(?:from|aus|da|de|di) \S*wiki\S*|free encyclop|freien? enzyklop|enciclopedia lib|encyclopédie libre|フリー百科",
    re.I,
)
QUOTED = re.compile(r"[\"“„«»][^\"“”„«»]{20,160}[\"”“«»]")
SPEAKER = re.compile(r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’. ]{3,40}|[QF]) ?[:：–-] ?[\w“«„\"]")
GOES_ON = re.compile(
    r"(?:at|of|and|on|for|in|by|to|from|following|after|with|du|des?|de la|à|au|aux|et|sur|pour|der|des|und|zu[rm]?|dei|del\w*|e|sul\w*)\s",
    re.I,
)
ONLY_GROUP = re.compile(
    rf"(?:(?:{GROUP.pattern})(?:[- ](?:Gipfel|Summit|Präsidentschaft|Presidency))?[\s/・,]*)+(?:(?:日本|Japan|Italia|Italy|Canada|France|Deutschland|Germany|UK)?[ 　]?(?:19|20)\d\d)?"
)
MENU = re.compile(r"https?://|www\.|[|>→»]\s.*[|>→»]\s|^[>→»]|\S\s{3,}\S", re.I)
SKIP = re.compile(
    r"\W*(?:(?:jump|skip|salta|aller|passer|zum|direkt zum) (?:to |al |au |directement au )?(?:main )?(?:content|navigation|search|contenuto|contenu|inhalt)\W*)+.{0,80}",
    re.I,
)
ADDRESS = re.compile(r"\b\d{5}\b|@|\b(?:tel|fax|tdd)\b|\(?\b\d{3}\)? ?[ -]\d{3}-\d{4}\b", re.I)
MAIL = re.compile(r"(?:subject|betreff|objet|oggetto|件名)\s*[:：]", re.I)
AGENCY = re.compile(r"[A-ZÀ-Þ][\w .'’-]{2,30}\s*[-–—/(]+\s*[A-Z]{3,10}\)?")
SAID = re.compile(
    r",? (?:said|says|told|announced|dit|déclaré|annoncé|sagte|erklärte|teilte|ha (?:detto|dichiarato|annunciato))\b",
    re.I,
)
MEETING_OF = re.compile(
    r"(?:riunione|vertice|conferenza|réunion|sommet|conférence|treffen|tagung|konferenz|meeting|summit|conference) (?:(?:ministeriale|ministérielle|ministerial|del?|dei|des|du|der|of) )?"
    r"(?:(?:the|del|dei|la) )?(?:\w+ ){0,4}?G-?[78]\b[^.,;:]{0,60}\.",
    re.I,
)
GREETING = re.compile(
    r"(?:good (?:morning|afternoon|evening)|thank you|ladies and gentlemen|bonjour|bon après-midi|mesdames et messieurs|buongiorno|buon pomeriggio|signore e signori|guten (?:tag|morgen|abend)|meine damen und herren|buen(?:os días|as tardes))\b.{0,40}[.,!]",
    re.I,
)
ITEM = re.compile(r"(?:[\w’'-]+ ){0,2}[\w’'-]+")
CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\d+ ?(?:min|minute)", re.I)
