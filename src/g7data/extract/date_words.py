"""Words beside a date that say what it is: the day of posting, of another text, of an event, of a meeting; in five languages."""

import re

from g7data.extract import meeting_words as words
from g7data.extract.guarded import guarded, guarded_words

POSTED = re.compile(
    r"\W*(?:[\w.]{3,40}\s*\|\s*)?(?:(?:pdf )?(?:first |date )?(?:posted|published|publication)|release date|(?:pdf )?mis[e]? en ligne|(?:date de )?publi(?:é|cation)|"
    r"(?:veröffentlicht|erschienen)|(?:data (?:di )?)?pubblica(?:to|ta|zione)|publicad[oa]|(?:aus: )?ausgabe vom|(?:edition|issue) of|numéro du|édition du|edizione del|(?:公開|掲載|発表|配信|更新)日?(?=\W*\d|[:：\s]))",
    re.I,
)
ISSUED_ON = re.compile(
    r"\W*(?:the )?(?:(?:full )?text of (?:the|a) )?(?:press release|news release|(?:joint )?statement|communiqu[eé]|declaration|speech|remarks|article|letter) "
    r"(?:issued|released|made|published|given|delivered|written) (?:by|in) [^.;]{3,100} on (?:\w+day,? )?(?=[\w ,]{0,16}\d{4})[\w ,]{8,20}\.?",
    re.I,
)
"""A line that says who issued the text and when: a site prints it over what it copied later."""
DECIDED = re.compile(r"付|の?(?:決定|閣議|改定|発表|公表)")
CITED = re.compile(
    r"(?:resolution|declaration|communiqu|statement|agreement|signed|adopted)\b[^.]{0,40}$|\b(?:since|until|after|before|depuis|seit)\b[^.,;]{0,40}$|"
    r"\b(?:invitations?|letter|einladung|schreiben|invito|lettera)\b[^.,;]{0,30}$|"
    r"\b(?:presidency|chairmanship|présidence|vorsitz|präsidentschaft|presidenza)(?: (?:of|du|der|des|del) (?:the )?G-?[78])? (?:from|on|since|le|dès le|am|vom|ab|ab dem|zum|il|dal|dall['’])\s*$|"
    r"\b(?:follow-?up to|suite (?:à|de|du)|a seguito d\w+|im anschluss an)\b[^.,;]{0,25}$|"
    r"\b(?:in continuation of|building (?:up)?on|dans (?:le prolongement|la continuité) d\w*|in fortsetzung|in continuità con|facendo seguito)\b[^.,;]{0,60}$|"
    r"(?:\b(?:founded|gegründet|fondée?|fondat[oa])|gründung|設立)\W{0,6}(?:(?:on|am|le|il) )?$|"
    r"\b(?:attacks?|attentats?|anschl[aä]g\w*|attentat[oi]|attacco|invasion|tsunami|earthquake)\b[^.,;]{0,20}$|\bby (?:the |end of |\w+day,? )*$",
    re.I,
)
ENDED = re.compile(
    rf"\b(?:{words.NOUNS})\b[^.;]{{0,160}}\b(?:ended|concluded|closed|wrapped up|achevée?|terminée?|conclue?|endete|beendet|(?:zu ende|abgeschlossen)|conclus[oa]|terminat[oa])\b",
    re.I,
)
"""A sentence in which a meeting ends: a date behind the text that it adopts is its own."""
ANOTHER = re.compile(
    r"\b(?:next|upcoming|forthcoming|prochaine?|nächste\w*|kommende\w*|prossim[oa]|próxim[oa]) (?:[A-ZÀ-Þ][\w-]+ ){1,4}(?:[Cc]onf[eé]ren\w+|Konferenz|[Ss]ummit|[Gg]ipfel|[Ss]ommet|[Vv]ertice|[Mm]eeting)[^.;]{0,60}$"
    r"|\b(?:next|prochaine?|prossima) (?:Conférence|Conferenza|Sommet|Vertice)\b[^.;]{0,80}$"
)
"""A coming conference of others."""
HEADS_DATE = re.compile(
    r"\W*(?:\d+\W+)?(?:date(?:s)?|datum|data|開催日(?:時)?|日程|日時|期日|会期)\b(?!.{20})|\W*(?:\d+\W+)?開催日", re.I
)
LABEL = re.compile(
    r"\W*(?:\d+\W+)?(?:(?:when|wann|quand|quando)\b|(?:開催)?(?:日時|日程|期日|期間)|開催日時?|会期)\W*", re.I
)
LABEL_IN_TEXT = re.compile(r"\W*(?:\d+\W+)?(?:dates?|datum|data|termin|fecha)\s*[:：]", re.I)
OPENS = re.compile(r"[\W\d]*(?:(?:[A-ZÀ-Þ][\w.’'À-ÿ-]*|date|le|am|il|on|den|el)[ ,/():–—-]*){0,8}$")
STAMP_AT_END = re.compile(r"\d{1,2}[:.]\d\d\s?(?:[AaPp]\.?[Mm]\.?)?\s?(?:Uhr|ET|EST|EDT|GMT|UTC|CET|CEST|JST|BST)\b")
AGENCY_AT_END = re.compile(
    r"\W*\([A-Z][\w ]{1,24}(?:News Agency|Agency|Daily|News|Post|Times|Net)?,? [^()]{6,24}\d{4}\)\W*"
)
WEEK_OF = re.compile(r"\b(?:week of|semaine du|woche (?:vom|ab|des)|settimana del|semana del)(?: the)? $", re.I)
"""What stands before the day with which a week begins."""
EDITED = re.compile(
    r"\b(?:redaktion|rédaction|redazione|redacción|press release|pressemitteilung|communiqué|comunicato|website|site)\b\W{0,3}(?:of |vom |du |del |dated )?$|[,;–—-]\s*(?:(?:of|vom|du|del|am|le|il) )?$|\(\s*$",
    re.I,
)
"""What stands in a line on the source before the day on which that was written."""
COMING = guarded(
    rf"\b(?:next|prochaine?|nächste\w*|prossim[oa]|próxim[oa]) (?:[\w-]+ ){{0,2}}(?:G-?[78]-)?(?:{words.NOUNS})\b[^.;]{{0,60}}"
    r"\b(?:will|to be|aura|se tiendra|findet|wird|si terr(?:à|a(?=['’`]))|avr(?:à|a(?=['’`]))|si svolger(?:à|a(?=['’`]))|será|tendrá|terá)\b[^.;]{0,60}"
    r"\b(?:in|en|im jahr|nel|em) (?P<year>20[0-6]\d)(?![\d-])",
    re.I,
)
EVENT = re.compile(
    r",? (?:a|an|the) (?:[\w-]+ ){1,5}will (?:hold|host|give) (?:a|an) (?:[\w-]+ ){0,2}(?:briefing|press conference|call)\b|"
    r".{0,6}?(?:の|に(?:起きた|発生した))[^。、,，]{0,12}(?:テロ|地震|事件|震災|侵攻)|"
    r"[, ]{1,2}(?:terror\w*|attacks?|bombings?|earthquake|tsunami|attentats?|anschl[aä]g\w+|attentat[oi]|attacco|terremoto|invasion)\b",
    re.I,
)
"""What stands behind the day of an attack or a disaster: "2001年9月11日の同時多発テロ", "the March 11 earthquake"."""

TOOK_PLACE = guarded_words(
    r"\b(?:das (?:treffen|ministertreffen) (?:fand|findet)|(?:the|this) (?:meeting|ministerial|summit) (?:took place|takes place|was held|is being held|will take place|will be held)|"
    r"la (?:réunion|rencontre) (?:s['’]est tenue|se tient|se tiendra|a eu lieu|aura lieu)|(?:la riunione|l['’]incontro|il vertice) (?:si è (?:svolt|tenut)[ao]|si svolge|si tiene|si terr(?:à|a(?=[\'’`]))|ha avuto luogo))\b",
    re.I,
)
"""What says outright, before a date and place, that the meeting of which a page speaks was then and there."""

ADOPTED = re.compile(
    r"\b(?:adopted|signed|adoptée?|signée?|verabschiedet\w*|angenommen\w*|unterzeichnet\w*|adottat[oa]|firmat[oa]|sottoscritt[oa])(?: \w+){0,3} $",
    re.I,
)
"""What stands before the day on which the text was adopted that a page is about."""
