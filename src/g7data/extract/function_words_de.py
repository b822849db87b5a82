"""What German says about a person's part in a meeting: phrases, one a line, before the name and after it.

German sets its verbs apart: "hat" before what somebody has done, "nahm" before "teil". `FRAMED` holds the ends of such brackets,
which begin beside the name.
"""

SAID = (
    "sagten?|sagt|erklärten?|erklärt|betonten?|betont|mahnten?|mahnt|warnten?|warnt|forderten?|fordert|meinten?|meint|äußerten?|kündigten?|kündigt|schrieb|schreibt|kritisierten?|kritisiert|lobten?|lobt|"
    "nannte|bezeichnete|versicherte|verwies|bekräftigten?|bekräftigt|unterstrich|unterstreicht|würdigten?|würdigt|freute?n? sich|spricht von|rechtfertigten?|dementierten?|bestätigten?|bestätigt|vermutet?e?|rechnet?e?|prognostizierte|erinnerten?|erinnert|empfahl|gab sich|beklagten?|beklagt|erwartet|erwartete|erhofft|hält|hielt|spricht sich|sprach sich|verurteilten?|verurteilt|appellierte|plädierte|verlangten?|ergänzten?|fügte|hob|teilte|"
    "bemerkten?|bemerkt|konstatierten?|konstatiert|verteidigten?|verteidigt|unterstrichen|argumentierten?|berichteten?|gestand|versprach|zeigten? sich|zeigt sich|bedauerte|begründete|räumte|wies|dankte|resümierte|bilanzierte|drängte|pochte|rief|twitterte|sieht|sah|hofft|hoffte|räumt|(?:be)?werteten?|(?:be)?wertet|beurteilte"
)
_SAID_LAST = (
    "gesagt|erklärt|betont|gefordert|angekündigt|gewarnt|geäußert|bezeichnet|kritisiert|gelobt|mitgeteilt|verteidigt|aufgerufen|gemahnt|bekräftigt|bestätigt|versichert|verwiesen|verurteilt|zugesagt|gezogen|gerufen|hingewiesen|gezeigt|ausgesprochen|gedankt|"
    "angemahnt|begrüßt|gewürdigt|zufrieden gezeigt"
)
_SAYS_LAST = "mitteilte|mitteilten|sagte|sagten|erklärte|erklärten|betonte|ankündigte|äußerte|versicherte|bekräftigte|schrieb|meinte|berichtete"
_GUESTS = r"(?:kollegen|kolleginnen|kollege|minister\w*|ministerinnen|chefs|vertreter\w*|gäste|gastländer\w*|partner\w*|staaten|staatengruppe|delegationen|teilnehmer\w*|treffen|gipfel\w*)"
_HAVE = "hat|hatte|hatten|habe|haben|hätten"
_WILL = "wird|werden|werde|will|wollen|wolle|wollte|wollten|soll|sollen|sollte|möchte|möchten|darf|kann"
_IS = "ist|sind|war|waren|sei|seien|wurde|wurden"

BEFORE = {
    "chair": r"""
        unter (?:dem |der )?(?:gemeinsame[mnr] |deutsche[mn] )?(?:vorsitz|leitung|präsidentschaft|führung|ägide)
        geleitet (?:wird |wurde |wurden |werden )?von
        (?:co-?)?vorsitzende[rn]?
        vorsitz\b[^.;,]{0,40}?(?:hatten?|führten?|hat|haben|führen|führt|übernahm(?:en)?|übernimmt|lag bei|liegt bei)
        (?:leitete[n]?|leiten) (?:gemeinsam mit)?
        moderiert von""",
    "host": r"""
        auf (?:die )?einladung(?: (?:von|des|der) [^.;,]{1,70}? und)?
        (?:treffen|trafen|getroffen|zusammengekommen|zusammen|tagten|stattgefunden|konferenz|gipfel|sitzung)\b[^.;]{0,50}? auf (?:die )?initiative
        gastgeber(?:in|innen)?\b[^.;:]{0,40}?(?:,|:| war| waren| ist| sind)?
        (?:eingeladen|geladen|einberufen|angesetzt|organisiert|ausgerichtet|empfangen|begrüßt)\b[^.;,]{0,40}?(?:hatten?|haben?|von|wurden? von|durch)
        (?:angesetzt|einberufen|ausgerichtet|anberaumt) wurden?\b[^.;,]{0,40}? von
        eingeladen (?:hatten?|haben?)""",
    "participant": r"""
        (?:gemeinsam|zusammen) mit
        \(mit
        (?:im|in) (?:beisein|anwesenheit|gegenwart)
        (?:traf|trafen|trifft)\b(?: sich| auch| zudem| außerdem| anschließend| zunächst)?(?:[^.;,]{0,60}? mit)?
        (?:treffen|gespräche?n?|telefonat|austausch|begegnung|gipfel|videokonferenz|abendessen|arbeitsessen|bilaterale\w*)\b[^.;,]{0,30}? mit
        (?:traf|trifft) der \w+
        (?:teilnahme|anwesenheit|ankunft|rede|auftritt|vortrag) (?:von|der|des)?
        (?:vertreten|begleitet|repräsentiert) (?:durch|von)
        unter anderem
        (?:teilgenommen|anwesend|dabei|nehmen|nahmen|eingeladen)\b[^.;]{0,80}?,? (?:sowie|ebenso wie)
        (?:liebe[rs]?|danke|willkommen,?)
        (?:darunter|u\.\s?a\.)
        (?:nahmen?|nehmen|nimmt|nehme)\b[^.;]{0,90}?
        (?:kamen|kommen|kommt|kam|reisten?|reist)(?: auch)?
        neben
        (?:gruppenfoto|familienfoto|im (?:vorder|hinter)grund|im bild)\W{0,2}(?:im (?:vorder|hinter)grund)?
        mit (?:seinen|ihren|den) (?:[\w-]+ )?(?:amts)?kolleg\w+\b[^.;,]{0,40}? (?:und|sowie)
        mit (?:ihm|ihr|ihnen)(?: waren| sind| war| ist| kamen)?
        (?:empfing|empfingen|empfängt)
        (?:stoßen|stießen|stieß|stößt)
        dabei (?:sind|waren|war|ist)
        (?:erwartet|eingeladen|begrüßt) (?:wird|werde|werden|wurden?|sind|ist)(?: auch| zudem| außerdem| ebenfalls)?
        (?:traf|trafen|trifft)\b[^.;,„“]{0,90}? (?:sein|ihr)en?
        (?:anwesend|vertreten|zu gast|eingeladen|zugeschaltet) (?:sind|waren|war|ist|wurde|wurden)(?: \w+){0,2}?
        (?:gästen|teilnehmern|rednern) (?:gehört|gehören|zählt|zählen|gehörten|zählten)(?: auch)?
        mit am tisch (?:sitzt|sitzen|saß|saßen)(?: auch)?
        (?:stellten?|stellen|stellt|zeigten?|versammelten?|versammeln) sich
        mit dabei (?:ist|sind|war|waren)(?: auch)?
        (?:sprach|sprachen|spricht|telefonierte|beriet|diskutierte)\b[^.;,]{0,40}? mit
        delegation (?:unter|von)(?: leitung)?
        (?:eröffnet|gehalten|vorgetragen|eingeleitet|vorgestellt) (?:von|durch)
        teilnehmer(?:innen)?\W{0,2}
        (?:teilnehmer\w*|gästen?|amtskollegen) wie(?: etwa| zum beispiel)?
        (?:von links(?: nach rechts)?|v\.\s?l\.(?:\s?n\.\s?r\.)?)\]?\W{0,2}
        gäste? (?:war|waren|sind|ist)(?: auch)?""",
    "quoted": rf"""
        (?:{SAID})
        so
        laut
        (?:nach|aus) (?:den )?(?:worten|angaben|aussagen?|ansicht|auffassung|einschätzung|meinung|überzeugung|sicht)(?: (?:von|des|der))?
        äußerten? sich[^.;]{{0,40}}?
        hieß es von
        zufolge""",
    "speaker": r"""
        (?:sprecher(?:in)?|redner(?:in)?|teilnehmer(?:in)?|im gespräch|interview)\s?:
        (?:mitschrift|wortlaut|abschrift|protokoll|niederschrift)\b[^.;]{0,40}?(?:pressekonferenz|statement|rede|erklärung|interview)s?\b[^.;]{0,20}? (?:von|der|des|mit)
        (?:rede|pressekonferenz|statement|ansprache|interview),? (?:gehalten|gegeben) von""",
}  # fmt: skip
AFTER = {
    "chair": r"""
        leite(?:te|n|ten|t)\b(?! die delegation)
        geleitet
        führt?e?n? den vorsitz
        hat(?:te)?(?:n)? (?:\w+ ){0,2}den vorsitz
        (?:den|im) vorsitz
        (?:in (?:ihrer|seiner) (?:funktion|rolle|eigenschaft) )?als (?:vorsitzende[rn]?|(?:amtierende[rn]? )?präsident(?:in)?|leiter(?:in)?|G-?[78]-vorsitzende[rn]?)
        (?:co-?)?vorsitzende[rn]? (?:des|der) (?:treffens|gipfels|sitzung|konferenz|G-?[78])""",
    "host": rf"""
        (?:lädt|lud|laden|luden)\b[^.;]{{0,90}}?\b(?:ein|nach|zu|zum|zur)\b
        empf[äi]ng?t?e?n?\b[^.;,]{{0,60}}?{_GUESTS}
        begrüß(?:t|te|ten|en)\b[^.;,]{{0,60}}?{_GUESTS}
        richte[tn]?e?n?\b[^.;]{{0,40}}? aus\b
        (?:als|ist|sind|war|waren) (?:\w+ )?gastgeber
        (?:(?:der|die) )?(?:ko-|co-|mit-?)?gastgeber(?:in|innen)?\b
        für (?:die |ihre |seine )?(?:\w+ )?gastfreundschaft
        für (?:die|das) (?:ausrichtung|gastgeben|einladung|organisation)
        hat (?:sich )?(?:entschieden|beschlossen)\b[^.;]{{0,80}}? einzuladen""",
    "participant": r"""
        nahm(?:en)?\b
        (?:nimmt|nehmen|nehme)\b
        teil(?:genommen|nahm|nahmen|nehmen|nimmt|zunehmen|nehme|nahme)?\b
        angereist
        und (?:seine|ihre|deren) (?:[\w-]+ ){0,3}?[\w-]*(?:kollegen|kolleginnen|amtskolleg\w+|partner|minister\w*)\b
        (?:sind|waren|war|ist) (?:auch |ebenfalls |mit )?(?:dabei|anwesend|zu gast|vertreten|zugegen)
        reis(?:t|te|ten|en)\b
        zugeschaltet
        vertr(?:itt|at|aten|eten)\b
        (?:traf|trafen|trifft|treffen)\b
        eröffne(?:te|ten|t|n)?\b
        sprach(?:en)? mit(?! blick)
        kam(?:en)? (?:in|nach|zu|auch|mit|zusammen)
        komm(?:t|en) (?:in|nach|zu|auch|mit|zusammen)
        (?:berät|beriet|berieten|beraten)\b
        (?:erwartet|eingetroffen|gelandet|hinzugestoßen)\b
        dazu\b
        zusammen(?:getroffen|gekommen)\b
        (?:einigten?|verständigten?|tausch\w+) sich\b
        (?:telefonier|diskutier|verhandel)t?e?n?t?\b
        unterzeichne\w+
        verabschiedete\w*
        als gäste?\b
        (?:ist|war|wird) es der \w+ [\w-]*(?:gipfel|treffen)\b
        verl(?:ässt|ieß|ießen)\b
        (?:wurden?|werden|wird) (?:am \w+ )?(?:von|durch)\b[^.;]{0,80}?\b(?:empfangen|begrüßt|eingeladen)\b""",
    "quoted": rf"""
        (?:{SAID})\b
        sprach (?:sich|mit blick)
        sprach\b[^.;:,„“”"]{{0,60}}? von\b
        machte deutlich
        (?:bei|in|auf|während) (?:einer|der|seiner|ihrer) (?:\w+ )?[\w-]*pressekonferenz
        mitteilte
        (?:gab|gibt|veröffentlichte) (?:die |dazu |heute )*folgende[sn]? \w*(?:erklärung|statement|stellungnahme)
        zufolge""",
    "speaker": r"""
        (?:gab|gibt) (?:ein|das|dem) (?:\w+ ){0,2}interview\b""",
}  # fmt: skip
LATER = {
    "chair": r", (?:der|die) [^.;,]{0,60}\bleitete?\b|\bals (?:amtierende[rn]? )?Vorsitzende[rn]?\b",
    "host": r"\b(?:als (?:\w+ )?Gastgeber(?:in|innen)?\b|(?:gemeinsam |zusammen )?(?:einladen|einlädt|einlud|einluden)(?=[.,;]|$))",
    "quoted": rf"\b(?:{_SAYS_LAST})\b",
    "participant": r"\b(?:(?:kommt|kommen|kam|kamen)\b[^.;]{0,80}\b(?:zusammen|nach|zu|an)\b|(?:stellt|stellen|stellten?)\b[^.;]{0,60}\bFragen|teilgenommen|teilnahmen|teilnahm|nahmen?\b[^.;]{0,80}\bteil|als (?:Gast|Gäste)|zugeschaltet|zuzuschalten|zu Gast)\b",
}
FRAMED = {
    "chair": r"\b(?:geleitet|leiten|moderiert)\b",
    "host": rf"{_GUESTS}[^.;]{{0,60}}?\b(?:begrüßt|empfangen|eingeladen|geladen|gebeten|begrüßen|einladen|einberufen|ausgerichtet|zusammengerufen)\b|\beingeladen\b",
    "participant": r"\b(?:teilgenommen|teilnehmen|teilnimmt|getroffen|treffen|beraten|erwartet|eingetroffen|angereist|eröffnet|eröffnen|zugeschaltet|vertreten|anwesend|dabei|gekommen|zusammengekommen|zusammenkommen|gesprochen|sprechen|begonnen|reisen|gereist|abgereist|unterzeichnet|äußern|vorstellen|informieren|(?:Vortrag|Rede|Ansprache|Grußwort)\b[^.;]{0,60}?\bhalten)\b",
    "quoted": rf"\b(?:{_SAID_LAST})\b",
}  # fmt: skip
ADVERBS = "hat haben wird werden der die auch am im heute gestern morgen montag dienstag mittwoch donnerstag freitag samstag sonntag sich ebenfalls zudem außerdem sei ist war selbst dort hier dann"

AUXILIARIES = {
    "chair": rf"(?:{_HAVE}|{_WILL})",
    "host": rf"(?:{_HAVE}|{_WILL})",
    "participant": rf"(?:{_HAVE}|{_WILL}|{_IS})",
    "quoted": rf"(?:{_HAVE})",
}
"""What begins a bracket that ends as `FRAMED` says; who "is invited" is no host."""
VERB_FIRST = {
    "chair": (
        r"\b(?:führten?|führt|führen|hat|hatte|übernimmt|übernahm)$",
        r"[^.;:]{0,50}?(?<!20-)(?<!EU-)(?<!AU-)\b(?:Vorsitz|Leitung)\b",
    ),
    "host": (
        r"\b(?:begrüßten?|begrüßt|empfing|empfingen|empfängt|lud|luden|lädt|laden|versammelt|versammelte)$",
        rf"[^.;:]{{0,70}}?{_GUESTS}",
    ),
    "quoted": (
        r"\b(?:teilten?|teilt)(?: [A-ZÄÖÜ]\w+s)?(?: (?:der|die))?(?: [a-zäöü]\w+[er])?$",
        r"[^.;:,]{0,60}?\bmit(?=[.,:;]|$)",
    ),
}
"""A verb before somebody, and what it is about after: "Zum Auftakt begrüßte NAME die Gäste"."""
