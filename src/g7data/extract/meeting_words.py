"""Words with which texts tell of a meeting, in eight languages: of this one, of an earlier or later one, of another body's.

Dates and places are believed where such words stand beside them. English, French, German and Italian come first, then
Spanish, Portuguese and Dutch; Japanese has patterns of its own, as its words stand without blanks.
"""

import re

from g7data.extract.guarded import guarded

NOUNS = (
    r"summits?|meetings?|conference|talks(?! with)|gathering|sessions?|retreat|ministerial|"
    r"sommets?|réunions?|rencontres?|conférence|séances?|ministérielle|"
    r"\w*(?:gipfel|treffen|tagung|konferenz)\w*|beratungen|sitzung|"
    r"vertic[ei]|riunion[ei]|incontr[oi]|conferenza|ministeriale|"
    r"cumbre|reuni[óo]n|encuentro|cúpula|cimeira|reunião|encontro|bijeenkomst|overleg|vergadering"
)
VERBS = (
    r"met|meet(?:ing|s)?|gather(?:ed|ing|s)?|conven(?:e|ed|es|ing)|host(?:ed|s|ing)?|held|holds?|holding|t(?:ook|akes?|aking) place|assembl(?:ed|e|ing)|adopted|"
    r"co-?chair(?:ed|s|ing)?|open(?:ed|s)|conclud(?:ed|es)|wrap(?:ped|s)? up|"
    r"réuni\w*|tien(?:t|nent|dra|dront)|tenir|tenue?s?|retrouv\w+|déroul\w+|a(?:ura)? (?:eu )?lieu|auront lieu|accueill\w+|ouvr\w+|ouvert\w*|rassembl\w+|entreten\w+|"
    r"co-?présid\w+|rencontrée?s?|organis\w+|convoqu\w+|seront|prévue?s?|achev\w+|"
    r"tag(?:en|t|te|ten)|tr[ai]f(?:en|ft|f)?|trifft|getroffen|statt\w+|findet|fand(?:en)?|zusammen\w*|beraten|ber[ai](?:e?t|eten)\w*|versammelt\w*|lädt|empf(?:ängt|angen|ing\w*)|einget\w+|einberuf\w+|abgehalten|"
    r"riuni(?:ti|t[ae]|ranno|scono|rsi|to)|svolt[aoie](?:si)?|svolg\w+|si terr(?:à|a(?=['’`])|anno)|si tiene|si tengono|tenut[aoie](?:si)?|avr(?:à|a['’`]) luogo|hanno? avuto luogo|ha avuto luogo|"
    r"ospit\w+|incontr(?:ano|ati|eranno)|apert[oa]|previst[oaie]|in corso|al via|si (?:chiude|apre)|conclus[oa]|chius[oa]|conclude|organizzat[oa]|convocat[oa]|in programma|accogli\w+|partito|"
    r"reun(?:ido|idos|ieron|en|irán|iu|iram)|comenz(?:aron|ó)|inici(?:aron|ó)|reúnen?|celebr(?:an?|ó|ad[ao]s?|arán?|aron)|llev[óa]\w* a cabo|tendrá lugar|realiz(?:a|ou|ada)|bijeen\w*|plaatsvind\w*|plaatsgevonden|vergader\w+"
)
MEETING = guarded(
    rf"\b(?:{NOUNS}|{VERBS}|travel\w*|tagen|gespr[aä]ch\w*|konferier\w*|transcurr\w+|incontr\w+|riun\w+)\b|会合|開催|会議|サミット|開幕|閉幕|召開|召开|舉行|举行|峰會|峰会",
    re.I,
)
"""A word that tells of a meeting, in a sentence with its date."""

NOUN = re.compile(rf"\b(?:{NOUNS})\b", re.I)
VERB = re.compile(rf"\b(?:{VERBS})\b", re.I)

_EARLIER = (
    r"last (?:met|year|month|week(?!['’]s)|time)|since (?:our|their|the) (?:last )?meeting|earlier this year|previous(?:ly)?|will (?:next meet|meet (?:again|next))|"
    r"(?:next|coming|upcoming) meetings|prochaines réunions|nächsten? (?:treffen|sitzungen) (?:finden|werden)|prossime (?:riunioni|ministeriali)|próximas reuniones|"
    r"la dernière fois|l['’]an(?:née)? (?:dernier|dernière|passée?)|le mois dernier|la semaine dernière|"
    r"zuletzt|(?:im )?(?:vergangenen|letzten|vorigen) (?:jahr|monat|herbst|sommer|winter|frühjahr)|"
    r"l['’]ultima volta|(?:l['’]anno|il mese|la settimana) scors[oa]|(?:lo )?scorso (?:anno|mese)"
)
EARLIER = guarded(rf"\b(?:{_EARLIER})\b", re.I)
"""A sentence with one of these tells of a meeting before or after this one."""

NEXT_ONE = re.compile(
    rf"\W*(?:(?:the|das|die|der|la|le|il|el) )?(?:next|nächste[rs]?|prochaine?|prossim[oa]|próxim[oa]) (?:[\w-]+ ){{0,2}}?(?:{NOUNS})\b|次回",
    re.I,
)
"""What begins a sentence on the meeting after this one."""

NOT_THIS = re.compile(
    r"\b(?!(?:first|premi(?:er|ère)|erste[nrs]?|prim[oa]) (?:day|session|journée|jour|tag(?:es)?|sitzung|giornata|giorno|sessione)\b)(?:last|previous|first|inaugural|earlier|derni(?:er|ère)s?|premi(?:er|ère)|précédente?|letzte\w*|vorige\w*|erste\w*|ultim[oa]|precedente|scors[oa]|prim[oa]|second[ao]?|another|un[ea]? autre|un['’]altra|weitere\w*) (?:\w+ ){0,2}$",
    re.I,
)
"""What stands before the name of a meeting that is an earlier one."""

FIRST = re.compile(r"\b(?:first|inaugural|premi(?:er|ère)|erste\w*|prim[oa]) (?:\w+ ){0,2}$", re.I)
"""Of these, what this one may be called too: the first of its kind."""

NEXT = re.compile(
    r"\b(?:next|upcoming|forthcoming|prochaine?s?|nächste\w*|kommende\w*|prossim[oaie]|próxim[oa]s?) (?:\w+ ){0,2}$",
    re.I,
)
_RIGHT_BEHIND, _IN_CLAUSE = r"(?:\w+ ){0,2}$", r"[^,.;:]{0,60}$"
NOT_THIS_IN_CLAUSE = re.compile(NOT_THIS.pattern.replace(_RIGHT_BEHIND, _IN_CLAUSE), re.I)
NEXT_IN_CLAUSE = re.compile(NEXT.pattern.replace(_RIGHT_BEHIND, _IN_CLAUSE), re.I)
PREPARING = re.compile(
    r"\b(?:prepar(?:e|es|ed|ing|ation)(?: for| of)?|ahead of|before|in advance of|run-up to|advance of|prépar\w+|en amont d\w+|avant|d[’']ici|until|bis zum|fino al|en vue d\w+|"
    r"further to|(?:in )?continuation of|in fortsetzung|prolongement|continuità|follow(?:ing|s|ed)|recall\w*|building on|rappel\w+|suite|fait suite|vorbereit\w*|vor|im vorfeld|preparar\w*|preparazione|aanloop naar|voorbereid\w*|in vista d\w+|prima d\w+|antes d\w+)(?:\W+\w+){0,5}\W*$",
    re.I,
)
"""What stands before the name of a meeting to which this one only leads."""

SINCE = re.compile(r"\b(?:nach|im anschluss an|dopo|tras|después d\w+)(?:\W+\w+){0,5}\W*$", re.I)
"""What stands before the name of a meeting that is over: this one, for a report, unless a better one is told of."""

_OTHERS = (
    r"(?:NATO|OTAN|OS[ZC]E|U\.?N\.?(?![a-z])|UNO|VN|ONU|UE|EU|G-?20|COP ?\d*|IMF|FMI|IWF|APEC|ASEAN|BRICS|OECD|OCDE|WTO|OMC|United Nations|European|Nations [Uu]nies|"
    r"[Ee]uropé\w+|[Ee]uropä\w+|Vereinten Nationen|Nazioni Unite|[Ee]urope[oa]|World Bank|[Cc]lima(?:te?)?|[Kk]lima|[Pp]ress|[Nn]ews|[Pp]resse|[Ss]tampa|"
    r"[Cc]oncert\w*|[Ss]ecurity|[Ss]icherheits|[Bb]ilat\w+|[Tt]rilat\w+)"
)
OTHER_BEFORE = re.compile(rf"\b(?:{_OTHERS}|[Ii]nternationale)(?:[\s-]+[A-ZÀ-Þ][\w-]*){{0,2}}[\s-]*$")
OTHER_BEHIND = re.compile(
    rf"\W+(?:(?:of|de|des|du|di|del|dei|der|sur|for|on|sul) )?(?:(?:the|la|le|der|die) |l['’]|dell['’])?{_OTHERS}(?!\w)"
)
"""Whose meeting it is where it is not the group's, before its name and behind it."""

MARGINS = guarded(
    r"\b(?:sidelines|margins?|fringes|en marge|in marge|am rande|a margine|in margine|al margen|à margem|marges)\b",
    re.I,
)
TOPIC = re.compile(
    r"\b(?:situation|conflicts?|crisis|wars?|attacks?|attacked|violence|condemn\w*|killed|crise|conflit|guerre|attaques?|attentats?|condamn\w+|invasion|situazione|conflitto|conflicto|guerra|"
    r"attacc\w+|attentat\w*|condann\w+|Krieg\w*|Konflikt\w*|Angriff\w*|Lage|Gewalt|verurteil\w*|said|told|says|spoke|speaking|dit|déclaré|sagte|erklärte|detto|dichiarato|"
    r"talks with|after|when|while|après qu\W?\w*|lorsque|quand|alors qu\w+|nachdem|während|dopo che|mentre)\b",
    re.I,
)
"""Between a meeting and a place: the place belongs to what was spoken of or to who spoke."""
MINISTERS = re.compile(r"minist|secretar(?:y|ies)|gouverneur|governor|ministr|homologues|counterparts", re.I)
LEADERS = re.compile(
    r"leaders?\b|heads of (?:state|government)|staatshoofden|regeringsleiders|chefs d['’][ée]tat|dirigeants|capi di stato|staats- und regierungschefs|jefes de (?:estado|gobierno)|mandatarios|chefes de (?:estado|governo)",
    re.I,
)
SUMMIT = re.compile(r"\b(?:summits?|sommets?|\w*gipfel\w*|cumbre|cúpula|cimeira)\b", re.I)

VERB_LAST = re.compile(
    r"\b(?:zusammen\w*|gekommen|getroffen|beraten|getagt|statt\w+|versammelt|ausgetauscht|erwartet|empfangen|empfängt|begrüßt|begrüßen|treffen|tagen|bijeen\w*|vergaderd|ontmoet)\b",
    re.I,
)
"""A verb that German and Dutch put at the end of the clause."""
US = re.compile(r"\b(?:we|nous|wir|noi|nosotros)\b", re.I)
NOT_NOW = re.compile(
    r"\b(?:next|incoming|previous|former|future|upcoming|succeed\w*|hand\w* (?:\w+ )?over|last year|prochaine?|précédente?|futur\w*|céd\w+|pass(?:er|era|é)|transm\w+|dernière année|"
    r"nächst\w*|kommend\w*|künftig\w*|vorherig\w*|vorig\w*|letzt\w*|vergangen\w*|übergeb\w*|prossim\w*|precedente|scors[ao]|passat[ao]|entrante|uscente|ceder\w*|"
    r"próxim\w*|volgend\w*|vorige)\b|来年|次期|昨年|翌年|前年|次回",
    re.I,
)
"""Words of the presidency before or after this one."""
