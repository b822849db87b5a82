"""What French says about a person's part in a meeting: phrases, one a line, before the name and after it."""

SAID = (
    "déclaré|affirmé|expliqué|souligné|ajouté|assuré|estimé|indiqué|précisé|insisté|lancé|rappelé|averti|salué|plaidé|jugé|annoncé|observé|commenté|résumé|répondu|réagi|évoqué|martelé|"
    "prévenu|promis|dit|noté|conclu|confié|dénoncé|appelé|demandé|réclamé|exigé|espéré|proposé|refusé|confirmé|démenti|nié|critiqué|considéré|fait savoir|mis en garde|tenu à|fustigé|vanté|défendu|félicité|interpellé|renchéri|concédé|admis|révélé|reconnu|regretté|exhorté|martelé|écrit|tweeté|détaillé|poursuivi|interrogé|réitéré|réaffirmé"
)
SAYS = (
    "déclare|affirme|explique|souligne|ajoute|assure|estime|indique|précise|insiste|lance|rappelle|avertit|salue|plaide|juge|annonce|observe|commente|résume|répond|réagit|évoque|martèle|prévient|"
    "promet|dit|note|conclut|confie|dénonce|reconnaît|réclame|exige|espère|propose|refuse|confirme|dément|critique|considère|fustige|vante|défend|félicite|renchérit|concède|admet|révèle|regrette|exhorte|écrit|détaille|poursuit|réitère|réaffirme"
)
_HOMOLOGUES = r"\b(?:homologues?|ministres|dirigeant\w*|chefs|partenaires|collègues|participants|délégations|membres|représentants|invités|pays)\b"

_HOMOLOGUES_BEHIND = rf"(?:les|ses|leurs) (?:\w+ )?{_HOMOLOGUES}"

BEFORE = {
    "chair": r"""
        sous la (?:co-?|double )?pr[ée]sidence(?: conjointe)?
        co-?présidente?s?
        sous (?:la direction|la houlette|l['’]égide)
        (?:co-?)?présidée?s?(?: conjointement| également)? (?:par|avec)
        (?:a|ont|avait|avaient) (?:co-?)?présidé
        (?:réunion|rencontre|séance|session|ministérielle?|sommet|travaux|débats?|échanges?|G-?[78])\b(?:(?!délégation)[^.;]){0,60}?(?:menée?s?|dirigée?s?|animée?s?|conduite?s?|pilotée?s?) par""",
    "host": r"""
        [àa] l['’](?:invitation|initiative)
        sur (?:l['’])?invitation
        accueillie?s?\b[^.;,]{0,60}? par
        (?:réuni|convoqué|convié|invité|reçu|rassemblé|organisé)e?s? par
        (?:l['’])?hôtes?(?: d[eu][^.;,]{0,30})?(?:,|:| est| était| sont| étaient)?
        (?:en (?:accueillant|recevant|saluant)|accueillant|recevant) (?:ses|leurs|les) (?:\w+ ){0,2}(?:homologues|collègues|ministres|partenaires|invités)\b[^.;,“”"]{0,60},""",
    "participant": r"""
        en présence
        (?:participé|pris part|assisté|présents|invités|conviés|participent|participeront)\b[^.;]{0,80}?,? (?:de même que|ainsi que|tout comme)
        vous,
        (?:chère?|merci|bienvenue),?
        (?:aux|à ses) côtés
        en compagnie
        \(avec
        autour
        outre
        avec (?:ses|leurs) (?:\w+ )?homologues\b[^.;,]{0,40}? et
        avec (?:eux|elles|lui|elle)\b[^.;:]{0,60}?
        (?:est|sera|fut|était|(?:a|aura) été) l['’](?:occasion|opportunité) pour
        (?:introduite?s?|ouverte?s?|présentée?s?|prononcée?s?|clôturée?s?) par
        (?:premier|dernier|deuxième)\b[^.;,]{0,20} pour
        (?:la|une?|l['’]) ?(?:participation|intervention|présence|visite|arrivée|venue)(?: \w+|, [^,.;]{3,30},)? d[eu](?: l['’])?
        représentée?s? par
        (?:rencontr(?:é|e|er|ent|eront|era)|retrouv(?:é|e|er|era))
        (?:entretenue?s?|échangé|échanger|discuté|discuter|s['’]entretenir|s['’]entretient) avec
        (?:entretiens?|réunion|rencontre|échanges?|discussions?|dîner|déjeuner|session|tête-à-tête|bilatérale?)s?\b[^.;,]{0,40}? (?:avec|entre)
        (?:étaient|sont|était|est|seront|sera) (?:également |aussi )?présente?s?
        rejoint?e?s? par
        accompagnée?s? (?:de|par)
        (?:ont|a) (?:aussi |également )?(?:participé|pris part|assisté)
        particip(?:e|ent|ait|aient|era|eront)(?: aussi| également)?
        délégation[^.;]{0,30}(?:menée|conduite|dirigée) par
        invités?(?:,|:)?
        (?:dirigeants|ministres|participants|invités|personnalités|leaders|acteurs|responsables|représentants)\b[^.;]{0,40}?\b(?:dont|parmi lesquels|notamment)
        (?:sont|seront|étaient) (?:là|sur place|réunis|venus)\b[^.;]{0,40}?\b(?:dont|parmi lesquels|notamment)
        (?:de gauche à droite|de g\. à d\.)\W{0,2}
        accueilli(?:r|ra)?""",
    "quoted": rf"""
        selon
        (?:interrogée?s?|devant la presse|face à la presse|dans un communiqué|dans un entretien)\b[^.;,]{{0,50}},
        (?:aux yeux|de l['’]avis|du point de vue|à en croire)
        d['’]après
        (?:a|ont|avait|avaient)(?: également| aussi| ainsi| notamment)? (?:{SAID})
        s['’](?:est|était) (?:félicitée?|réjouie?|exclamée?|inquiétée?|ditee?)
        (?:{SAYS})
        (?:mots|propos|bouche)(?: \w+)? (?:de|du|par)""",
    "speaker": r"""
        (?:intervenante?s?|orateurs?|oratrices?)\s?:
        (?:revoir|revivez|regarder|écouter|visionner|voir|relire|lire|retrouvez|réécouter|découvrez)\b[^.;]{0,30}?(?:conférence de presse|discours|allocution|intervention|interview|déclaration|propos liminaires) (?:de|d['’]|du)
        (?:transcription|verbatim|texte|extraits?) (?:de |du |de la |de l['’]|des )(?:\w+ ){0,2}(?:conférence|discours|allocution|déclaration|intervention|entretien)[^.;]{0,30}? (?:de|par)
        (?:discours|allocution|conférence de presse|déclaration|intervention|propos)(?: \w+){0,2} (?:donnée?s?|prononcée?s?|tenue?s?|faite?s?) par""",
}  # fmt: skip
AFTER = {
    "chair": r"""
        (?:co-?)?prés(?:idée?|ide|idait|idera|idaient|ideront|idèrent|ida|ider)\b
        (?:assure|assurait|assume|exerce|détient|occupe) (?:\w+ ){0,2}?(?:la|sa) (?:co-)?présidence\b
        présidente? (?:de la (?:réunion|rencontre|séance|session)|du (?:sommet|G-?[78])|en exercice)
        en (?:sa|leur) qualité de présidente?s?
        (?:a|ont|avait) (?:dirigé|animé|conduit) (?:les|la|cette|ce) (?:travaux|réunion|rencontre|séance|session|débats)""",
    "host": rf"""
        accueill(?:i|ie|e|ait|era|eront|aient|ent|ir|it)\b(?! favorablement| par\b)
        (?:a |ont )?fai(?:t|sait|sant|re) les honneurs\b
        (?:réuni(?:t|ssait|ra|r)?|rassembl(?:é|e|er|era)|re[çc](?:u|oit|oivent|evra|evait|evoir)|convi(?:é|e|er|era|aient)|invit(?:é|e|er|era)|convoqu(?:é|e|er))\b[^.;,]{{0,50}}?{_HOMOLOGUES}
        (?:et |l['’]|une? (?:\w+ )?)?hôtes?(?:se)?\b
        pour (?:leur|son|l['’]|la|sa) ?(?:\w+ )?(?:accueil|hospitalité|organisation)
        (?:choisi|décidé|souhaité|voulu|tenu)(?: d['’]| de | à | )(?:y )?(?:convier|inviter|réunir|accueillir|rassembler|associer)\b
        (?:d['’]avoir|pour avoir) (?:accueilli|organisé|réuni)
        tenu\b[^.;]{{0,40}}? réunions?\b[^.;,]{{0,40}}? avec {_HOMOLOGUES_BEHIND}
        organis(?:e|é|ait|era|ent|aient)\b""",
    "participant": r"""
        (?:[nv]ous a honorés? )?de sa présence
        (?:[nv]ous a|nous ont) honorés?
        parl[ée]\b
        particip(?:é|e|ait|era|eront|ent|er|aient|eraient|erait|ant)\b
        présente?s?\b
        (?:en )?représent(?!ée?s? par\b)\w+
        (?:qui )?s['’]exprim(?:e|ait|era)\b[^.;,]{0,40}?(?:au|lors d\w{1,2}|dans (?:un|le|la|ce|cette)|à (?:un|une|la|ce|cette)) (?:\w+ )?(?:sommet|réunion|session|séance|G-?[78])
        (?:seront|sera|étaient|était|est|sont) de la partie
        (?:intervenue?s?|intervien\w+|intervenir|interviendra)\b
        rencontr(?:é|e|er|era|ent|eront|ait)\b
        (?:s['’])?(?:entretenue?s?|entretenir|entretient|entretiendra)\b
        échang(?:é|ent|er|e|era)\b
        (?:eu )?l['’](?:occasion|opportunité) de (?:rencontrer|s['’]entretenir|échanger|discuter)\b
        (?:pris|prend|prendra|prendront|prendre|prennent|prenaient|prenait) (?:également |aussi )?(?:part|la parole)
        arriv(?:ée?s?|e|ent|era|eront|er)\b
        (?:a|ont) ouvert
        (?:se|s['’])\s?(?:rend|rendra|rendront|rendre|rendu|rendue|rendus|rendent)\b
        rendue?s? (?:à|au|en|dans)\b
        assist\w+
        (?:y|en) (?:a |ont )?(?:particip\w+|assist\w+)
        (?:(?:se |s['’]|[nv]ous )?(?:a |est |sont |ont )?)?(?:joints?|jointes?|joindr\w+|rejoints?|rejoindr\w+|rejoignent)\b
        (?:se |s['’])?(?:réunis|réunies|réunir|réuniss\w+|réuniront|retrouv\w+|concert\w+|accord\w+)\b
        (?:tous |toutes )?(?:à|au) (?:la réunion|ce sommet|sommet|G-?[78]|rendez-vous)\b
        (?:doi(?:t|vent) |vont? )?se présenter
        (?:accueillie?s?|reçue?s?|invitée?s?|conviée?s?) (?:par|à)
        (?:conduir\w+|condui(?:t|sait)|mèn(?:e|era)|dirig(?:e|era)) (?:la|une) délégation
        quitt(?:é|e|era|ait)\b
        (?:attendue?s?(?! sur)|invitée?s?)\b
        (?:figur|compt)(?:e|ent|ait|aient|erait?|eront) parmi\b
        (?:à|en|au) [A-ZÀ-Þ][\w-]+ (?:pour|ce|cette|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|afin)\b
        (?:atterri|débarqué|inauguré|prononcé)\b
        f(?:ait|era|eront|ont|eraient|aisaient) (?:\w+ )?le déplacement\b
        et (?:ses|leurs) (?:\w+ ){0,3}(?:homologues|collègues|partenaires|pairs)\b
        particip(?:ent|eront) (?:tous|toutes)\b
        à la table\b
        (?:c['’])?(?:est|sera) (?:le|son) (?:premier|dernier) (?:sommet|G-?[78])\b
        (?:conclut|achève|termine|entame|poursuit|conclu|achevé|terminé|entamé|poursuivi) (?:aujourd['’]hui |hier )?(?:sa|leur|une|la) (?:visite|réunion|tournée|participation)
        eu (?:des|un|une|plusieurs|de) (?:\w+ ){0,2}(?:échanges?|entretiens?|rencontres?|discussions?|réunions?)\b
        (?:ont|a) (?:signé|adopté|convenu|négocié)
        tien(?:t|nent|dra) (?:une|un)\b
        (?:fait|font|feront|fera|faisaient) partie\b""",
    "quoted": rf"""
        s['’](?:est|était) (?:exprimée?|dite?|félicitée?|réjouie?|exclamée?|inquiétée?)\b
        (?:été )?(?:{SAID})\b
        (?:{SAYS})\b
        a défini\b
        (?:notant|ajoutant|soulignant|expliquant|précisant|rappelant|estimant|affirmant|déclarant|assurant|indiquant|observant)\b
        (?:fait|publié|diffusé|donné) la déclaration suivante\b
        (?:en|lors d['’]une|dans une) (?:\w+ )?(?:conférence|point) de presse
        appelle à\b
        demande (?:à|que)\b
        (?:se félicite|se réjouit|se dit|s['’]inquiète|s['’]est voulue?|s['’]est montrée?|veut croire|met en garde)\b""",
}  # fmt: skip
LATER = {
    "host": r"\bpour (?:y )?(?:accueillir|recevoir) (?:ses|leurs|les) (?:\w+ )?(?:homologues|collègues|ministres|délégations|invités)\b",
    "participant": r"\b(?:(?:étaient|sont|seront)(?: également| aussi| tous)? présents|seront tous|ont participé|assistent à|particip(?:ent|eront) tou(?:s|tes)|participeront|prendront part|qu['’](?:il|elle) (?:participera|assistera|se rendra))\b",
}
ADVERBS = """
    sera seront était étaient est sont ont a avaient avait qui également aussi donc ensuite hier aujourd'hui aujourd’hui va vont doit doivent devrait devraient pourrait pourra ce cette
    s['’]est s['’]était se lundi mardi mercredi jeudi vendredi samedi dimanche matin soir midi y en lui elle il eux même nous ainsi notamment pour sa part dès déjà été se
"""
