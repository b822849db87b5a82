"""What Spanish, Portuguese and Dutch say about a person's part in a meeting: phrases, one a line, before the name and after it."""

_SAID = (
    "dijo|declaró|afirmó|señaló|aseguró|indicó|explicó|subrayó|destacó|anunció|advirtió|agregó|añadió|aclaró|comentó|sostuvo|insistió|reiteró|recordó|pidió|criticó|celebró|estimó|consideró|recalcó|enfatizó|matizó|precisó|confirmó|reveló|informó|lamentó|alertó|condenó|manifestó|expresó|apuntó|opinó|prometió|agradeció|resaltó|puntualizó|defendió|instó|exigió|reclamó|abogó|dijeron|declararon|afirmaron|señalaron|anunciaron|confirmaron|subrayaron|pidieron|expresaron|manifestaron|instaron|exigieron|reclamaron|abogaron|"
    "disse|declarou|afirmou|destacou|anunciou|explicou|ressaltou|advertiu|acrescentou|comentou|defendeu|pediu|criticou|estimou|considerou|sublinhou|salientou|reiterou|lembrou|observou|assegurou|frisou"
)
_EXPRESSED = rf"(?:{_SAID}|(?:ha|había|habían|han|tinha|tinham) (?:dicho|declarado|afirmado|señalado|asegurado|expresado|advertido|anunciado|dito|anunciado))"

BEFORE = {
    "chair": r"""
        (?:bajo|sob) (?:la|a) presiden(?:cia|cia de)
        (?:presidid|dirigid|encabezad|liderad)[oa]s? (?:por|pel[oa])""",
    "host": r"""
        (?:gastheer|gastvrouw)
        (?:anfitri(?:ón|ona)|anfitri(?:ão|ã))(?: d\w+ (?:la |el |los |las |este |esta )?\w+)?,?
        (?:por|a) invitación
        invitación(?: \w+){0,2} (?:de|del|por)
        a convite
        (?:reuni|encuentr|encontr|celebra)\w*\b[^.;]{0,50}? (?:por|a) iniciativa
        al (?:recibir|acoger|saludar) a (?:sus|los|las) (?:\w+ ){0,2}(?:homólogos|colegas|ministros|delegaciones|invitados)\b[^.;,“”"]{0,60},
        (?:organizad|convocad|recibid|acogid|recebid)[oa]s? (?:por|pel[oa])""",
    "participant": r"""
        con la participación
        (?:conversación|entrevista|diálogo|charla|conversa|entrevista)\b[^.;,]{0,20}? (?:con|com)
        com a participação
        (?:en|com a|na) presen(?:cia|ça)
        (?:además|aparte) del?
        (?:entre|con) (?:estos|ellos|ellas|estas)(?: últimos)?,?(?: estarán| están)?
        reuniones (?:bilaterales )?con
        con sus (?:\w+ )?(?:homólogos|colegas|pares)\b[^.;,]{0,40}? y
        acompañad[oa]s? (?:de|por)
        estuv(?:o|ieron) presentes?(?: también)?
        (?:llegada|intervención|asistencia) d(?:e|el)
        (?:reunirse|reunirá|reúne|encontrarse|encontrará|entrevistarse|entrevistó|conversó|dialogó) con
        presencia (?:\w+ )?d(?:e|el)(?: \w+ y d(?:e|el))?
        (?:reuni(?:ón|ones)|encuentros?|llamadas?|diálogos?|conversaci(?:ón|ones)|discusiones|entrevista)\b[^.;,]{0,30}? (?:con|entre)
        (?:líderes|mandatarios|ministros|dirigentes|invitados|asistentes)\b[^.;,]{0,30}? como
        entre los (?:asistentes|participantes|presentes|invitados)\b[^.;,]{0,40}?(?:se encontr\w+|estuv\w+|estaba\w*|est[áa]n?|figur\w+)\b[^.;]{0,60}?
        (?:junto|reunión|encuentro|reunió|reuniu-se|encontro|reunião)(?: \w+){0,2} (?:con|com|a)
        (?:participaron|asistieron|participó|asistió|participaram|participou)""",
    "quoted": rf"""
        {_EXPRESSED}
        (?:zei|zegt|zeiden|verklaarde|benadrukte|aldus|volgens)
        según
        (?:de acuerdo con|a juicio de|en palabras de|en opinión de)
        segundo
        palabras""",
}  # fmt: skip
AFTER = {
    "chair": r"""
        (?:presidió|preside|presidirá|presidiu|presidirá)\b""",
    "host": r"""
        (?:als )?(?:gastheer|gastvrouw)\b
        (?:[ye] |el |la |o |a )?anfitri(?:ón|ona|ão|ã)\b
        (?:recibió|recibe|recibirá|acogió|convocó|invitó|recebeu|recebe|convidou|sediou|acolheu)\b[^.;,]{0,50}?\b(?:ministros|líderes|homólogos|homologos|socios|pares|gobernadores|colegas|jefes|chefes|dirigentes)\b""",
    "participant": r"""
        particip\w+
        (?:sostuvo|sostendrá|sostuvieron|mantuvo|mantendrá|mantuvieron|tuvo|tendrá) (?:\w+ ){0,2}(?:encuentros?|reuni\w+|conversaci\w+|llamadas?|diálogos?)\b
        (?:partió|partirá|arribó|aterrizó|salió) (?:\w+ ){0,8}(?:a|hacia|de|rumbo)\b
        estar[áa]n? (?:\w+ )?(?:en [A-Z]\w+|presentes?)
        (?:firmó|firmaron|suscribió|suscribieron|inauguró|intervino|intervendrá|viajará|acudirá|viajarán|acudirán)\b
        asist(?:ió|ieron|irá|e)\b
        (?:se )?(?:reunió|reunieron|reunirá|encontró|reuniu|reuniram|encontrou)\b
        (?:llegó|llegará|viajó|acudió|chegou|viajou)\b
        presentes?\b
        representó\b""",
    "quoted": rf"""
        (?:zei|zegt|zeiden|verklaarde|benadrukte|noemde|stelde|meldde)\b
        {_EXPRESSED}\b""",
}  # fmt: skip
LATER = {
    "host": r"\bpara (?:recibir|acoger|dar la bienvenida) a (?:sus|los|las|la) (?:\w+ )?(?:homólogos|colegas|ministros|delegaci\w+|invitados)\b",
    "participant": r"\b(?:que (?:participará|asistirá|acudirá|viajará|estará)n?|a sus (?:\w+ )?(?:homólogos|homólogas|colegas|pares))\b",
}
ADVERBS = "que también também ha han había habían se hoy ayer hoje ontem quien lunes martes miércoles jueves viernes sábado domingo este esta será serán fue foi"
