"""What Italian says about a person's part in a meeting: phrases, one a line, before the name and after it."""

SAID = (
    "detto|dichiarato|affermato|commentato|sottolineato|spiegato|aggiunto|scritto|osservato|ribadito|annunciato|ricordato|concluso|precisato|assicurato|avvertito|esordito|definito|ringraziato|"
    "evidenziato|auspicato|chiarito|rivendicato|rilevato|riferito|rimarcato|proseguito|risposto|chiesto|lanciato|garantito|rassicurato|twittato|invitato a|rivolto|espresso|rinnovato|auspicato|chiarito|smentito|negato|criticato|elogiato|accusato|rimarcato|illustrato|confermato|fatto sapere|tenuto a"
)
SAYS = (
    "dice|afferma|spiega|dichiara|sottolinea|commenta|osserva|ribadisce|aggiunge|scrive|conclude|ricorda|evidenzia|auspica|annuncia|assicura|avverte|chiarisce|rivendica|rileva|riferisce|rimarca|"
    "prosegue|risponde|chiede|lancia|garantisce|scandisce|definisce|confida|precisa|esordisce|racconta|riassume"
)
_COLLEAGUES = r"\b(?:omologhi|colleghi|ministri|leader|capi|delegazion\w|partner|partecipanti|ospiti|rappresentanti|grandi|potenti|delegat[ie]|componenti)\b"

BEFORE = {
    "chair": r"""
        sotto la (?:co-?|guida e la )?(?:presidenza|guida|direzione)
        (?:co-?)?presiedut[aoie] (?:congiuntamente )?da(?:l|lla|llo)?
        (?:hanno|ha|aveva) (?:co-?)?presieduto
        (?:presiedut[oa]|presiede) (?:insieme|congiuntamente) (?:a|al|alla|con)
        (?:co-?)?presied(?:e|ono|erà|eranno)
        (?:coordinat|dirett)[aoie] da(?:l|lla|i)?
        guidat[aoi] da
        (?:riunione|vertice|lavori|sessione|incontro|ministeriale|discussioni)\b[^.;,]{0,50}? (?:guidat|diretti?)[aoie] da(?:l|lla|i|ll['’])?
        a (?:co-?)?presiedere\b[^.;,]{0,50}?(?: è| sarà| è stat[oa]| sono| saranno)?
        alla presidenza
        co-?president[ei]""",
    "host": r"""
        (?:padron[ea]|padroni) di casa['’”"]?,?
        (?:ospitat|convocat|organizzat|promoss|accolt|ricevut|invitat|indett)[aoie] da(?:l|lla|i)?
        (?:su|dietro) invito
        (?:riunit|riunion|incontr|svolt|tenut|convocat|organizzat|vertice|conferenza)\w*\b[^.;]{0,50}? su(?:ll['’])? ?iniziativa
        (?:accogliendo|ricevendo|salutando) (?:i|gli|le) (?:\w+ ){0,2}(?:omologhi|colleghi|ministri|delegazioni|ospiti)\b[^.;,“”"]{0,60},
        a fare gli onori di casa(?: è| sarà| c['’]era)?
        ad? (?:attendere|accogliere|ricevere)\b[^.;,]{0,50}?(?: è stat[oa]| sarà| c['’]era| il nostro| la nostra)?""",
    "participant": r"""
        con la partecipazione
        \(con
        delegazion[ei] (?:\w+ ){0,2}?(?:guidat|compost|capeggiat|format)[aei] (?:anche )?da(?:l|lla|i|ll['’])?
        (?:è|sono|era|erano|sarà|saranno) presenti?\b[^.;]{0,40}? con
        (?:partecipato|preso parte|presenti|partecipano|invitati)\b[^.;]{0,80}?,? (?:nonché|così come|oltre a|come pure)
        (?:car[oa]|grazie|benvenut[oa]),?
        (?:alla|in|con la) presenza
        (?:insieme|assieme|accanto) (?:a|ad|al|alla|con)
        al fianco
        (?:incontro|riunione|colloquio|bilaterale|vertice|cena|pranzo|sessione|faccia a faccia|dialogo)(?: \w+){0,2} (?:con|tra|fra)
        (?:incontro|riunione|colloquio) (?:tenut|svolt)[^.;,]{0,50}? con
        oltre (?:a|al|all['’])
        (?:ultim[oa] |prim[oa] )?ad? (?:arrivare|sfilare|intervenire|partecipare|giungere) (?:è|sarà|sono|era) (?:stat[oaie] )?
        (?:hanno|ha) sfilato(?: poi| anche)?
        con (?:lui|lei|loro)\b[^.;:]{0,80}?
        con (?:i suoi|i loro|gli) (?:\w+ )?(?:omologhi|colleghi)\b[^.;,]{0,40}? e
        (?:intervent[oi]|salut[oi]|arrivo|visita) (?:introduttiv[oi] )?d(?:i|ei|el|ella|ell['’]|egli|elle)
        incontr(?:ato|a|are|erà|ano)
        (?:confrontat\w+|confrontarsi|incontri bilaterali)\b[^.;]{0,40}? con
        presenzi(?:a|ano|ato|erà|eranno)(?: anche)?
        present[ei](?: anche)?(?: all['’]\w+| al \w+| alla \w+| ai \w+)?
        (?:a|per) rappresentare [^.;,]{1,40}?
        rappresentat[aoie] da(?:l|lla)?
        (?:ha|hanno|avevano) (?:\w+ )?(?:partecipato|preso parte|preso (?:\w+ )?parte (?:ai lavori|alla riunione|al vertice))(?: anche)?
        partecipato(?: anche)?(?: in rappresentanza [^.;,]{1,30},)?
        partecip(?:ano|a|eranno|erà|avano|are)(?: anche)?
        (?:preso parte|intervengono|interverrà|interverranno|intervenuti|intervenut[oa]|arrivati?|arriva|arrivano|arriverà|attesi?)(?: anche)?
        preso (?:\w+ )?parte(?: ai lavori| alla riunione| al vertice)?(?: anche)?
        (?:partecipanti|ospiti|invitati|presenti)\b[^.;]{0,30}?(?:sono stati|sono|erano|saranno|anche|tra cui|:)
        (?:ad aprire|a chiudere|a introdurre)\b[^.;,]{0,50}?(?:è stat[oa]|sono stati|sarà|anche)
        prend(?:e|ono|erà|eranno) parte[^.;,]{0,30}?(?: anche)?
        al tavolo(?: anche)?
        (?:introdott|apert|tenut|svolt|chius)[oaie] da(?:l|lla|i)?
        (?:in )?collegat[oiae]\b[^.;,]{0,30}?
        affiancat[aoi] da(?:l|lla)?
        accompagnat[aoi] da(?:l|lla)?
        ospit(?:ando|ato|a|ati)
        da sinistra(?: a destra)?\W{0,2}
        (?:attes[oi]|giunt[oai]|giunge|giungono|sbarcat[oi]|atterrat[oi])(?: anche)?
        (?:leader|ministri|capi di Stato)\b[^.;]{0,30}?(?:tra cui|compres[oi]|inclus[oi])""",
    "quoted": rf"""
        (?:ha|hanno|aveva)(?: anche| poi| inoltre)? (?:{SAID})(?: a margine| oggi| ieri| in apertura| al termine)?
        (?:{SAYS})
        così(?: in una nota(?: stampa)?| ieri| oggi)?
        (?:a|ad) (?:dirlo|annunciarlo|spiegarlo|sottolinearlo|ribadirlo|affermarlo|dichiararlo|comunicarlo|confermarlo|ricordarlo|riferirlo|sostenerlo)(?: è| è stat[oa]| oggi| ieri| stato| stata)*(?: in (?:una|un) [^.;,]{{0,40}}?)?
        (?:questo|questa|queste) (?:il|la|le|è il|è la) (?:messaggio|parole|dichiarazione|commento)(?: che| di)?
        con queste parole
        parole (?:d[ei]l?(?:la|l['’])?|usate dal)
        lo (?:ha |hanno )?(?:{SAID}|{SAYS})
        secondo
        (?:a (?:parere|detta|giudizio|dire)|ad avviso)
        (?:soddisfatt[oa]|fiducios[oa]|ottimista|entusiasta|duro|dura|netto|netta)(?: anche)?
        per""",
    "speaker": r"""
        (?:relatori|relatore|relatrice|interventi)\s?:
        (?:trascrizione|testo|resoconto|estratti) (?:del|della|dell['’]|dei|delle) ?(?:\w+ ){0,2}(?:conferenza|discorso|intervento|dichiarazioni|intervista)[^.;]{0,30}? (?:del|di|dell['’]|della)
        (?:discorso|intervento|conferenza stampa)(?: \w+){0,2} (?:pronunciat[oa]|tenut[oa]) da(?:l|lla)?""",
}  # fmt: skip
AFTER = {
    "chair": r"""
        (?:co-?)?presied(?:uto|e|eva|ono|evano)\b
        presied(?:erà|eranno|ere)\b
        presidente (?:di turno|del vertice|della riunione|della sessione)
        in (?:qualità|veste) di presidente
        (?:(?:a )?cui )?(?:tocca|spetta|detiene|assume|ha assunto|esercita|compete) la presidenza\b
        (?:ha guidato|ha diretto|ha coordinato|guiderà|guida|dirigerà) (?:i|la|le|gli|il|l['’]) ?(?:lavori|riunione|sessione|discussioni|vertice|incontro)""",
    "host": rf"""
        ospit(?:a|ato|erà|ano|eranno|are)\b(?! d)
        (?:e )?padron[ea] di casa
        (?:accogli(?:e|erà|eranno|ono|ere)|accolto|convoca(?:to)?|riuni(?:to|sce|rà)|ricev(?:e|uto|erà|eranno)|invita(?:to)?|saluta(?:to)?|dato il benvenuto)\b[^.;,]{{0,50}}?{_COLLEAGUES}
        ha (?:convocato|riunito)
        (?:ha )?(?:accolto|accoglie|accoglierà|dato il benvenuto)\b(?: (?:ad?|in|al|alla|nel|nella|nell['’]) ?[A-ZÀ-Þ][^.;,]{{1,40}}(?:, [^.;,]{{3,40}},)?)? (?:(?:a|al|alla) )?(?:il |la |l['’])?(?:vice)?(?:ministr[oa]|sottosegretari[oa]|presidente|premier|cancelliere|commissari[oa]|segretari[oa]|direttor|direttrice|prefetto|sindac[oa]|governator)
        per (?:l['’]|la|la sua |la loro )?(?:\w+ )?(?:ospitalità|accoglienza)
        per (?:l['’]|la )(?:\w+ )?organizzazione
        (?:scelto|deciso|voluto)(?: di)? (?:invitare|ospitare|riunire|convocare|coinvolgere)\b
        per aver (?:ospitato|organizzato|accolto)
        fa(?:rà|ranno|nno)? gli onori di casa""",
    "participant": r"""
        partecip\w+
        intervenut\w+
        intervien\w+
        interv(?:errà|erranno|enire)
        presenti?\b
        (?:si )?(?:è )?collegat\w+
        (?:tenuto|avuto) (?:un|una|dei|diversi) (?:\w+ )?(?:incontr[oi]|colloqui[o]?|bilaterali?|faccia a faccia)\b
        raggiunto (?:il|la|l['’]|i)
        (?:avuto (?:modo|occasione|l['’]occasione) di )?(?:incontr(?:ato|a|erà|ano|eranno|are)|confrontarsi)\b
        (?:ha |hanno )?aperto\b
        apre i lavori
        arriv(?:a|erà|ano|ato|ata|ati|eranno)\b
        prend(?:e|ono|erà|eranno|ere) (?:\w+ )?parte
        preso (?:\w+ )?parte
        (?:in )?rappresent\w+
        affiancat[oa]\b
        e (?:i suoi|i loro|le sue) (?:\w+ ){0,2}(?:omologhi|colleghi|partner)\b
        (?:si )?(?:è |sono )?(?:riunit[oiae]|riuniscono|riunirà|riuniranno|confrontat[oaie]|recat[oaie]|reca|recherà)\b
        (?:ha |hanno )?(?:firmato|sottoscritto|siglato|adottato|discusso|approvato)\b
        (?:attes[oai]|giunt[oai]|giunge|sbarcat[oa]|atterrat[oa]|volat[oa]|inaugurato|inaugura)\b
        (?:a|in) [A-ZÀ-Þ]\w+ per\b
        (?:è|sarà) il (?:primo|suo|ultimo|debutto)\b[^.;,]{0,30}?(?:vertice|summit|G-?[78])
        (?:a colloquio|in bilaterale)\b
        assist\w+
        (?:accompagn|guid)(?:a|ato|ano|erà)\b (?:i|gli|le) (?:\w+ )?(?:colleghi|colleghe|omologhi|delegazioni)\b
        presenzi(?:a|ano|ato|erà)\b
        si unir\w+
        lascia(?:to)?\b
        (?:accolt|ricevut|invitat)[oaie] (?:da|dal|dalla|a|al)\b""",
    "quoted": rf"""
        (?:ha |hanno |aveva )?(?:{SAID}|parlato)\b
        (?:{SAYS})\b
        (?:ha )?iniziato la conferenza stampa
        affida a\b
        (?:osservando|aggiungendo|sottolineando|spiegando|precisando|ricordando|ribadendo|affermando|dichiarando|commentando|avvertendo)\b
        (?:rilasciato|diffuso|fatto) la seguente dichiarazione\b
        si (?:dice|è dett[oa])\b
        incontrando (?:la stampa|i giornalisti)\b
        in (?:una nota|un['’]intervista|conferenza stampa)\b""",
}  # fmt: skip
LATER = {
    "host": r"\bper (?:accogliere|ricevere|dare il benvenuto a[gil]*) (?:i|gli|le|la) (?:suoi |sue )?(?:omologhi|colleghi|colleghe|ministri|delegazion[ei]|ospiti)\b",
    "participant": r"\b(?:che (?:parteciperà|sarà presente)|hanno partecipato|saranno presenti|erano presenti|parteciperanno|prenderanno parte)\b",
}
ADVERBS = """
    era erano sarà saranno ha hanno che anche lo è sono aveva avevano vi ci si ne oggi ieri domani inoltre poi però dovrebbe dovrebbero deve devono può potrebbe stato stata stati stamattina
    stamane stasera lunedì martedì mercoledì giovedì venerdì sabato domenica mattina sera pomeriggio oltre quindi infine ancora subito
"""
