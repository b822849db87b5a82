"""The words by which titles and the lines around them say what kind of text they head, in six languages."""

import re

from g7data.extract.found import Found
from g7data.extract.guarded import guarded_words
from g7data.extract.shortlist import Shortlist

_BY_TITLE: tuple[tuple[str, str], ...] = (
    ("media_advisory", r"media advisory|press accreditation|demandes? d['’]accréditation|akkreditierung|accredit[io]|\bto (?:attend|travel|visit|participate|host|hold|deliver|meet|join)\b|note aux rédactions|avis (?:à la |de |aux? )(?:presse|médias)|avviso (?:alla stampa|ai media)|presse-?termin|\bschedule\b|acreditaci[oó]n|convocatoria (?:de|a) (?:prensa|medios)|取材(?:要領|案内|申請|登録|について)"),
    ("table", r"一覧(?:表)?$|^list of (?:meetings|summits)|liste des (?:réunions|sommets)|elenco d(?:ei|elle) (?:vertici|riunioni)|lista de (?:cumbres|reuniones)|(?:開催|取組)(?:状況|実績)"),
    ("transcript", r"\btranscript\b|press (?:conference|briefing|gaggle|call)|on-the-record|background (?:press )?(?:call|briefing)|(?<!d['’]une )(?<!en )conférence de presse|(?<!einer )pressekonferenz|(?<!nella )(?<!in )(?<!una )conferenza stampa|(?<!en )(?<!una )(?:rueda|conferencia) de prensa|会見(?!す|し|で|に|後|を|場)|entrevista|point de presse|pressestatement|mitschrift|im wortlaut|interview|entretien (?:avec|accordé)|intervista"),
    ("other", r"^\W*(?:\d+\.\s*)?(?:minutes of (?:a|the)|memorandum of (?:a )?conversation|procès-verbal|verbale (?:di|della|del)|protokoll der)\b|議事録"),
    ("news", r"^\W*(?:editorial|opinion|op-ed|commentary|leitartikel|kommentar|éditorial|tribune|editoriale|社説|論説)\s*[:：|]"),
    ("fact_sheet", r"fact ?sheet|fiche|faktenblatt|scheda|ファクトシート"),
    ("readout", r"read-?out|statement (?:by|from) [^:]{2,60}spokes\w+ [^:]{0,40}on [^:]{2,80}(?:participation|meeting|call|travel|visit)|\b(?:meeting|conference) (?:held|took place)|outcome of the|results? of the (?:g-?[78] )?\w* ?(?:ministers|meeting)|compte[- ]rendu|resumen de (?:resultados|la reunión)|\(summary\)|\b(?:co-?)?chairs? the (?:g-?[78])|概要|(?:結果|開催結果)(?:について|$)"),
    ("speech", r"\bremarks?\b|\bquotes (?:from|by|of)\b|\bspeech\b|address by|\bopening statement|statement (?:by|of|from) (?:(?:u\.?s\.?|united states|acting) )?(?:the )?(?:treasury |deputy |under |assistant |finance |prime |foreign )*(?:secretary|minister|president|chancellor|under|attorney general|commissioner|administrator|ambassador)|"
               r"post-g-?[78] .*statement|testimony|discours|allocution|propos (?:liminaires?|introductifs?|tenus)|\brede\b|\bansprache\b|eingangsstatement|\bpk-statement|grußwort|discorso|intervento|discurso|\bpalabras (?:de|del)\b|intervención|冒頭発言|スピーチ|演説|挨拶|メッセージ|寄稿"),
    ("chairs_summary", r"chair(?:man|person|s|['’]s|persons['’]|man['’]s)*['’]?s? (?:summary|conclusions|statement)|conclusions of the (?:chair|presidency|g-?[78])|conclusions d(?:e la|u) présid|(?:presidency|chair(?:man)?)['’s]* conclusions|presiden(?:t|cy)['’s]* (?:summary|conclusions)|presidents['’] summary|"
                       r"co-?chairs['’]? (?:summary|statement)|résumé (?:de la présidence|du président)|synthèse|zusammenfassung de[rs] vorsitz\w*|schlussfolgerungen|sintesi della presidenza|resumen de la presidencia|conclusiones de la presidencia|^\W*(?:conclusions|conclusioni|conclusiones)\W*$|conclusioni della presidenza|sommaire d(?:u|es) président|erklärung (?:des vorsitz|(?:\w+ ){1,5}in (?:ihrer|seiner) (?:funktion|eigenschaft) als vorsitz)\w*|議長(?:総括|声明|サマリー)"),
    ("annex", r"^\W*(?:annex(?:e)?|appendix|anhang|anlage|allegato|附属)\b|\bannex(?:e)? \d|附属書|別添"),
    ("action_plan", r"action plan|plan d['’]action|aktionsplan|piano d['’]azione|plan de acción|hoja de ruta|行動計画|\broadmap\b|road map|feuille de route|fahrplan"),
    ("charter", r"\bcharter\b|\bcharte\b|\bcharta\b|\bcarta (?:di|della|per)\b|憲章"),
    ("principles", r"\bprinciples\b|\bprincipes\b|\bprinzipien\b|\bgrundsätze\b|\bprincipi\b|\bprincipios\b|原則|guidelines"),
    ("communique", r"conclusions of the (?:\w+ ){0,5}ministers|conclusions des ministres|communiqu[^\s\w]?[eé]?s?(?! de presse)\b|kommuniqu|abschlusserklärung|comunicato (?:finale|congiunto|dei ministri|conclusivo)|comunicado (?:final|conjunto|de (?:los|la))|コミュニケ|共同声明文"),
    ("agenda", r"\bagenda (?:of|for) the\b|summit agenda$|agenda del\w* |programme of|ordre du jour|tagesordnung|ordine del giorno|議題|calendar|calendrier|calendario|kalender|日程"),
    ("report", r"\breport\b|\brapport\b|\bbericht\b|\brapporto\b(?! (?:con|coi|col|fra|tra)\b)|\brelazione\b(?! (?:con|fra|tra)\b)|\binforme\b|dossier de presse|白書|青書|報告|取組"),
    ("press_release", r"^\W*photos?\s*:|(?:press|news|media) release\b|\breleased$|communiqué de presse|presse(?:mitteilung|erklärung|meldung|information)|medienmitteilung|(?:comunicato|nota) stampa|(?:nota|comunicado) de prensa|報道発表|プレスリリース|\b(?:releases?|publishes|issues|announces|welcomes|unveils|launches|hosts|attends)\s"),
    ("declaration", r"declaration|déclaration|\w*erklärung|dichiarazione|declaración|宣言"),
    ("statement", r"statement|stellungnahme|声明"),
)  # fmt: skip
_TITLES = Shortlist((kind, guarded_words(pattern, re.I)) for kind, pattern in _BY_TITLE)
_DECIDES_ANYWHERE = frozenset(
    ("media_advisory", "annex", "press_release")
)  # a title says these wherever the word stands in it
_OTHER_TEXT = re.compile(r"\W*(?:see|voir|siehe|vedi|cf\.|read)\b", re.I)


_QUOTED = re.compile(
    r"(?<=\S)\s*(?:[“„«”][^“”„«»]{1,60}[”“»]|「[^「」]{1,40}」)(?=\s*\S|$)"
)  # what a line quotes, it does not call itself
_CALLS_ITSELF = re.compile(
    r"(?:press|news|media) release|released$|communiqué de presse|presse(?:mitteilung|erklärung|meldung|information)|medienmitteilung|(?:comunicato|nota) stampa|(?:nota|comunicado) de prensa|報道発表|プレスリリース",
    re.I,
)


def is_only_told(kind: Found[str], text: str) -> bool:
    """Whether a line makes a page a release by a verb alone ("announces"), as headlines of news do too."""
    return kind.value == "press_release" and not _CALLS_ITSELF.search(text, kind.start, kind.end)


def kind_named(text: str, start: int, end: int) -> Found[str] | None:
    """The kind that a line names first; of two that begin at the same word, the one higher in the table."""
    if _OTHER_TEXT.match(text, start, end):
        return None
    line = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text[start:end])
    found = [
        (match.start(), i, kind, match)
        for i, (kind, patterns) in enumerate(_TITLES.of(line).items())
        for pattern in patterns
        if (match := pattern.search(line))
    ]
    if not found:
        return None
    leading = [f for f in found if f[2] in _DECIDES_ANYWHERE] or found
    if any(f[2] == "media_advisory" for f in leading):  # "Releases Schedule": the verb alone makes no release
        leading = [f for f in leading if f[2] != "press_release" or _CALLS_ITSELF.match(line, f[3].start())]
    _, _, kind, match = min(leading, key=lambda f: f[:2])
    return Found(kind, start + match.start(), start + match.end(), "kind:title", 0.9)
