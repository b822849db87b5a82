"""Lines that a site prints around a text: what kind of line each is, in five languages.

A closed table of patterns, tried in order on one line. None of them names a site: they are the words by which sites of
every kind say "source", "last updated", "back to top" and so on.
"""

import re
from enum import StrEnum
from functools import cache

from g7data.extract.guarded import guarded_words
from g7data.extract.shortlist import Shortlist
from g7data.sources import sources


class Notice(StrEnum):
    """What a line around a text says."""

    SOURCE = "source"
    UPDATED = "updated"
    COPYRIGHT = "copyright"
    END_MARK = "end_mark"
    BACK = "back"
    NAVIGATION = "navigation"
    LOGO = "logo"
    FILE = "file"
    ARCHIVED = "archived"
    RELATED = "related"
    MORE = "more"  # after it come teasers of other pages, to the end
    CONTACT = "contact"
    RELEASE_LINE = "release_line"
    PUBLISHED = "published"
    BEGIN = "begin"  # the text proper begins behind it
    BANNER = "banner"  # whose site it is, and where on it the reader is


_TABLE: tuple[tuple[Notice, str], ...] = (
    (Notice.BEGIN, r"\W*(?:begin(?:s|ning of)? (?:the )?text|(?:full )?text begins|statement (?:begins|follows)|début (?:du|de) texte|inizio (?:del )?testo)\W*"),
    (Notice.END_MARK, r"[-–— ]*(?:(?:page|seite|pagina|p\.)\s*)?\d{1,3}(?:\s*(?:/|of|von|di|sur|de)\s*\d{1,3})?[-–— ]*|(?:#\s*){2,4}\W*|-\s?30\s?-|(?:\* ?){3,}|-?(?:\d{1,3} ?% ?){6,}|thank you(?: very much)?[.!]?|[_=–—-]{3,}|(?-i:\((?![ivx]+\)|[a-z]\))(?:[a-z]{2,10}|[A-Z]{2,6}|[A-Z]\.[ ]?[A-Z]\.|[A-Z][\w ]{1,20} (?:News|Press|Agency|Agenzia|Agentur))(?:[/-][A-Za-z]{2,10})?\))|\(with (?:agency )?inputs? from .{2,40}\)|ends?(?: (?:of )?text)?[.:]?|page details|以上|[—|\s]{1,5}"),
    (Notice.BACK, r"\W*(?:back to top|(?:go )?to(?:p of (?:the )?page)|back to (?:the )?top|haut de (?:la )?page|retour en haut(?: de page)?|nach oben|"
                  r"zum seitenanfang|torna su|torna (?:all['’]inizio|in alto)|(?:この)?ページの?(?:トップ|先頭)へ?(?:戻る)?)\W*"),
    (Notice.SOURCE, r"[(（]?(?:\[(?:source|出典)\]|(?:sources?|font[ei]|quellen?|出典|出所)\s*[:：])\s*\S.*"),
    (Notice.UPDATED, r"\W*(?:(?:last )?updated?|mise? à jour|modifiée?|actualisée?|date de (?:modification|mise à jour)|aktualisiert|geändert|stand|modificat[oa]|"
                     r"data (?:di )?(?:aggiornamento|modifica)|aggiornamento)(?: (?:on|le|am|il|du|vom|del))?\s*[:：]?\s*(?:[^\W\d]{2,12}[.,]*\s+){0,2}\d[\w .,/:+-]{4,50}"),
    (Notice.UPDATED, r".{0,80}?\b(?:(?:stand|revised|date modified)\s*:|(?:last (?:updated|modified|reviewed)|page updated|dernière (?:mise à jour|modification)|mis à jour le|"
                     r"zuletzt (?:aktualisiert|geändert)|letzte (?:aktualisierung|änderung)|ultimo aggiornamento|"
                     r"ultima modifica|page modifiée le|aggiornat[ao] (?:il|al)|date modified)\b).{0,120}|.{0,10}(?:最終更新日?|更新日)\s*[:：]?.*"),
    (Notice.PUBLISHED, r"\W*(?:this (?:article|story|post|report|page) (?:was|has been) (?:first |originally )?(?:published|posted|broadcast)|cet article (?:a été|est) (?:initialement )?publié|"
                       r"diese[rs]? (?:nachricht|meldung|beitrag|artikel|text) (?:wurde|ist|erschien)|(?:questo )?articolo (?:è stato )?pubblicato|este artículo (?:fue|ha sido) publicado)\b(?!.{0,60}\bago\b).{0,20}\d.{4,120}"),
    (Notice.COPYRIGHT, r".*(?:©|\(c\) ?(?:19|20)\d\d|copyright\b(?!-| (?:law|protection|reform|infring))|all rights reserved|tous droits réservés|alle rechte vorbehalten|"
                       r"tutti i diritti riservati|無断転載|著作権は[^。]{0,20}帰属|crown copyright).*"),
    (Notice.LOGO, r".{40,280}(?:(?-i:\| ?[A-Z]{3,}(?:[ /-][A-Z]{3,})*|(?:[A-Z]{2,6} (?:[Pp]hotos?|Images)|[A-Z][a-z]+ Images)|\((?:[A-Z]{2,6}|[A-Z][a-z]+)(?:[ /][\w ]{2,20})? ?(?:[Pp]hoto|[Ff]ile|[Ii]mage)[\w ]{0,10}\))|"
                  r"[(（](?:photo|foto|bild|写真)[:：= ][^()（）]{2,50}[)）])\W*|"
                  r".{1,80}\.(?:png|jpe?g|svg|gif|webp)|(?!.*\b(?:unveil|present|reveal|launch))[\w .&’'-]{3,60}\blogo(?-i:(?:\s(?:[A-ZÀ-Þ][\w.’'-]*|of|the|for|and))*)|(?:\w[\w. ]{1,24}, ){2,}\w[\w ]{1,30} flags"),
    (Notice.LOGO, r"(?:logo|emblem|flag)s? (?:of|du|der|del)\b.*|(?:images?|photos?|bild|foto|caption|(?:photo|image|foto|picture|bild)[ -]?(?:credits?|nachweis)|cr[ée]dits?(?: photos?)?|credit[io] (?:foto|immagin[ei]))\s*[:：].*|※(?:画像|写真)は.{1,30}|(?:file|datei|fichier|ファイル)\s*:\S.*\.(?:png|jpe?g|svg|gif)"),
    (Notice.BANNER, r"\W*(?:symbole? (?:of the government of|du gouvernement du)\b.{0,60}|(?:an official website of|un site (?:web )?officiel d|eine offizielle (?:web)?seite|un sito ufficiale d)\b.{0,140}|"
                    r"official websites use\b.{0,60}|a \.\w+ website belongs\b.{0,140}|secure \.?\w+ websites use\b.{0,60}|a lock ?\(.{0,8}\)? ?or\b.{0,250}|share sensitive information only\b.{0,120}|"
                    r"here['’]s how you know|(?:there (?:were|are) )?[\d.,]+ (?:press releases|articles|stories) (?:posted|published) (?:in the last|today)\b.{0,80}|off the wire|you are here\b.{0,120}|vous êtes ici\b.{0,120}|sie (?:sind|befinden sich) hier\b.{0,120}|(?:ti trovi|sei) (?:qui|in)\s*:.{0,120}|現在(?:位置|地)\s*[:：].{0,80}|"
                    r"breadcrumbs?|fil d['’]ariane|brotkrum\w+(?:navigation)?|briciole di pane|パンくず(?:リスト)?|accessibility links|breaking news|adjust font size|please wait|no media source currently available|"
                    r"(?:from|aus|da|de|di) \S+\.(?:de|org|net|com|it|fr)|(?:(?:from|aus|da|de|di|出典)\W*)?[^.]{0,30}(?:the free encyclop\w+|(?:der |die )?freien? enzyklopädie|l['’]enciclopedia libera|l['’]encyclopédie libre|フリー百科事典).{0,30})\W*"),
    (Notice.FILE, r"\W*(?:pdf(?: (?:version|in|file|\()[^.]{0,60})?|download(?: (?:the |as )?(?:pdf|text|document|file)s?)?|full text(?: \(pdf\))?|"
                  r"scarica (?:il|la|i).{0,40}|télécharger.{0,40}|herunterladen|français|english|deutsch|italiano|日本語|"
                  r"(?:version|fassung|versione) .{0,30})(?:\s*\W*\s*\(?[\d.,]+\s?[kmKM][bo]B?\)?)?\W*"),
    (Notice.ARCHIVED, r"\W*(?:archived (?:content|document|page)|contenu archivé|archiviert|information identified as archived|l['’]information dont il est indiqué|this (?:article )?(?:was|is) (?:published )?(?:more than )?\d+ years? (?:ago|old)|cet article date de plus)\b.{0,200}"),
    (Notice.MORE, r"\W*(?:related (?:articles?|content|news|stories|topics?)|more (?:news|from|stories)\b.*|read (?:also|more|next)|you (?:may|might) also like|"
                  r"leave a (?:reply|comment)|comments?|share this(?: article| page)?|à lire aussi|sur le même (?:thème|sujet)|articles? (?:liés|similaires)|"
                  r"laisser un commentaire|mehr zum thema|weitere (?:meldungen|themen)|(?:das könnte|vielleicht|was) (?:sie|dich) auch interessier(?:t|en)(?: könnte)?|(?:vielleicht )?interessier(?:t|en) sie auch|(?:das )?könnte (?:sie|dich) (?:auch )?interessieren|vielleicht interessiert (?:sie|dich) auch|auch interessant|lesen sie (?:auch|mehr).{0,40}|ähnliche artikel|"
                  r"verwandte themen|potrebbe(?:ro)? interessar(?:ti|e)|leggi anche|articoli (?:correlati|simili)|vous aimerez aussi|à (?:découvrir|voir) aussi|dans la même rubrique|(?:también )?(?:te|le) puede interesar|noticias relacionadas|lee también|notizie correlate|関連(?:記事|ニュース)|あわせて読みたい|(?:この)?続きは.{0,20}(?:登録|購読|ログイン).{0,30}|こちらもおすすめ|おすすめ(?:記事|ニュース)?|"
                  r"latest news|most read|disclaimer|newsletter|subscribe.{0,40}|no comments|post a comment|\d{1,3} comments?|read more on|more on this topic|"
                  r"aucun commentaire|(?:enregistrer|publier) un commentaire|keine kommentare|kommentar (?:veröffentlichen|schreiben|hinterlassen)|nessun commento|(?:posta|lascia) un commento|commenti|"
                  r"コメント(?:を(?:投稿|書く)|はありません)|lien court|en kiosque|abonnez-vous.{0,40}|zum newsletter.{0,40}|iscriviti.{0,40})\W*"),
    (Notice.RELATED, r"\W*(?:see(?: also)?|(?:related|associated|external|useful) (?:documents?|links?|pages?|texts?|materials?|information|resources|publications?)|links|report\(s\)|attachments?|further (?:information|reading)|"
                     r"voir (?:aussi|également)|documents? (?:liés?|associés?|connexes|joints?|à télécharger)|liens (?:utiles|externes|connexes)|pièces? jointes?|(?:pour )?en savoir plus|"
                     r"siehe auch|weiterführende (?:links|informationen)|(?:externe )?links zum thema|externe links|weitere informationen|dokumente(?: zum (?:thema|download))?|"
                     r"vedi anche|documenti(?: (?:collegati|correlati|allegati|utili))?|(?:collegamenti|link) (?:utili|esterni|correlati)|allegati|(?:per )?approfondi(?:re|sci|menti)|per saperne di più|"
                     r"annexes?|anhänge|anlagen|documents?|les textes adoptés|adopted texts?|成果文書|関連(?:リンク|文書|資料|情報|ページ|サイト|ファイル)|参考(?:資料|リンク|ページ)|添付(?:資料|ファイル)|外部リンク|別添)\s*[:：]?\W*"),
    (Notice.NAVIGATION, r"(?:[^|]{1,60}\|){2,}.{0,80}|(?![^>›»]*[.:;,] ?[>›»])(?:[^>›»]{1,60}[>›»]+\s*){2,}[^>›»]{0,120}|"
                        r"\W*(?:home(?:page)?|accueil|startseite|menu|contents?|back to:?.{0,80}|print(?: this page)?|drucken|stampa|imprimer|facebook|twitter|"
                        r"x|linkedin|whatsapp|e-?mail|instagram|youtube|skip to (?:main )?content|suche|search|cerca|rechercher|condividi|partager|teilen|"
                        r"share|zur startseite|accessibility|(?:発信元|元の|前の|会議の|ニュース|記事|お知らせ)?(?:サイト|ページ|一覧|トップ|目次)(?:へ戻る|に戻る|へ)|トップページ|ホーム|本文へ|advertisement|anzeige|werbung|publicité|pubblicità|広告|go to video|listen to (?:this )?article|save (?:this )?article|enter search terms?(?:\(s\))?|advanced search|recherche avancée|erweiterte suche|ricerca avanzata)\W*|"
                        r"\W*(?:(?:skip|jump) to (?:main )?(?:content|navigation|footer|search)\W*)+.{0,110}|"
                        r"\W*(?:gift \d+ articles?|this article is (?:reserved|for subscribers)|already (?:a |have an? )?(?:subscriber|subscribed|member|account|registered)|"
                        r"by (?:subscribing|registering|signing up|(?:completing|submitting) (?:this|the) form),? you(?: agree\b.{0,200})?|complete (?:this|the) form (?:below )?to|\w{0,3}subscribe to (?:our|the) (?:\w+ ){0,3}newsletter|to (?:continue|keep) reading|(?:cet )?article (?:est )?réservé|déjà abonné|il vous reste|se connecter|s['’]abonner|segue nello spazio riservato|contenuto riservato|"
                        r"(?:contenuto/)?se sei già abbonato|abbonati|jetzt (?:abonnieren|weiterlesen|registrieren)|bereits (?:abonnent|registriert)|(?:この記事は|残り[\d０-９]+文字|有料会員).|(?:log|sign) in (?:to|or)|"
                        r"create (?:an|a free) account)\b.{0,110}"),
    (Notice.CONTACT, r"contacts?|(?:[^.]{0,80}\bcookies?\b|please send comments to|this information system is provided by|der (?:vor|nach)stehende beitrag wurde|this (?:article|content|release) (?:was|is) (?:provided|distributed|supplied) by|contenu fourni par|contenuto fornito da|press contacts?|media contacts?|contatti|"
                     r"pressekontakt|contact presse|お問い?合わせ先?|問い合わせ先|your email address will not|contact\s*:|tel(?:ephone|\.)?\s*[:：]|"
                     r"tempo di lettura|reading time|lesezeit|temps de lecture|argomenti\b|topics?\s*:|tags?\s*:|schlagworte?).*|\S+@\S+\.\w+\W*|\d{1,2} minut[ei]"),
    (Notice.RELEASE_LINE, r"\W*(?:for immediate release.*|(?!g-?\d)[A-Z]{1,3}-\d{1,5}|[A-Z]{2,3}\d{2,5}[a-z]?|(?:report|release|no\.?|nr\.?)[ -]\d{1,5}(?:/\d{2,4})?|20\d\d(?:-\d{1,2}){5}-\d{1,6}|from the office of public affairs|(?:press|news) (?:release|contact).{0,40}|"
                          r"communiqué de presse|pressemitteilung(?: nr\.? ?\S+)?|comunicato stampa|報道発表(?:資料)?|プレスリリース|(?:\w+ ){1,3}public affairs.*|"
                          r"contact:? .{0,60}\(?\d{3}\)?[ -]\d{3}.*|\(?\d{3}\)? ?\d{3}-\d{4}|embargoed.{0,80}|as prepared for (?:release|delivery).*|"
                          r"office of the press secretary|(?:presse|press|information)\w*-? (?:und|and|et|e) \w*(?:amt|office|stelle|service)\b.{0,40}|\(?as (?:released|delivered)\)?.*)\W*"),
)  # fmt: skip
_IN_ORDER = Shortlist((notice, guarded_words(pattern, re.I | re.S)) for notice, pattern in _TABLE)
_LONGEST_COPYRIGHT = 200
_RESERVED = re.compile(r"reserved|réservés|vorbehalten|riservati|無断|帰属", re.I)
CREDIT = re.compile(r"\W*(?:photo|foto|bild|image|cr[ée]dit|写真)", re.I)
"""How the line begins that says whose a picture is; what the picture shows stands above it."""
OWNER = re.compile(r"\W{0,2}©\s?(?!(?:19|20)\d\d)\w[^.]{1,60}\.?")
"""A line inside a text that says no more than whose a picture is, without a year."""
_AGENCIES = "(?:REUTERS|Reuters|AFP|AP|EFE|ANSA|EPA|dpa)"
_CREDIT_BEHIND = re.compile(
    rf"(?:\((?:[\w.’'-]+ [\w.’' -]{{2,30}}/ ?{_AGENCIES}|{_AGENCIES} ?/ ?[\w.’'-]+ [\w.’' -]{{2,30}})\)|"
    r"\b(?:Quelle|Foto|Photo|Bild|Crédit) ?: ?[A-ZÀ-Þ][\w.-]+(?: [A-ZÀ-Þ][\w.-]+)?/[\w.-]+)\W*$"
)
"""Whose a picture is, behind what it shows: a name and an agency or a site."""
_SHORTEST_CAPTION, _LONGEST_CREDIT = 40, 70  # characters
_ARCHIVED = re.compile(
    r"\W*(?:information identified as archived|l['’]information dont il est indiqué qu['’]elle est archivée)\b", re.I
)  # a paragraph of its own
_LONGEST = 320  # characters: a longer block is text whatever words it begins with


def notice_of(line: str) -> Notice | None:
    """What a line says around a text, or None where it is part of the text."""
    if len(line) > _LONGEST:
        return Notice.ARCHIVED if _ARCHIVED.match(line) else None
    for notice, patterns in _IN_ORDER.of(line).items():
        if any(pattern.fullmatch(line) for pattern in patterns):
            return None if notice is Notice.COPYRIGHT and _is_text(line) else notice
    if len(line) > _SHORTEST_CAPTION and "/" in line[-_LONGEST_CREDIT:]:
        behind = _CREDIT_BEHIND.search(line, max(0, len(line) - _LONGEST_CREDIT))
        if behind is not None:
            return Notice.LOGO
    return Notice.RELEASE_LINE if line.strip().casefold() in _publishers() else None


@cache
def _publishers() -> frozenset[str]:
    """The names of publishers, which stand alone above the texts they issue."""
    return frozenset(source.publisher.casefold() for source in sources())


def _is_text(line: str) -> bool:
    """Whether a line with a copyright sign goes on as text: long, and nothing in it is reserved."""
    return len(line) > _LONGEST_COPYRIGHT and _RESERVED.search(line) is None
