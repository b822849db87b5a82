"""What English says about a person's part in a meeting: phrases, one a line, before the name and after it."""

BEFORE = {
    "chair": r"""
        under (?:the )?(?:\w+ )?(?:chair\w*|co-chair\w*|presidency)(?: of)?
        under (?:the )?(?:joint |overall |able )?leadership(?: of)?
        (?:co-?)?chaired (?:\w+ ){0,2}by
        chaired (?:in|at|on) [^.;()]{2,50}? by
        presided over (?:\w+ )?by
        (?<!delegation )(?<!team )(?<!mission )led by
        co-?chaired [^.;]{0,60}?with
        chair(?:ing|ed) [^.;,]{1,40}? (?:alongside|jointly with)
        chaired together with
        (?:co-?)?chairs?(?:,|:| were| was| is| are|men)?
        chair(?:man|woman|person)? of (?:the|this) (?:meeting|summit|conference|session)s?,?
        in the chair(?: was)?
        chairing (?:the|this|its|our) [^.;,]{1,40}? (?:is|was|are|were|will be)
        moderated by""",
    "host": r"""
        hosted (?:\w+ ){0,6}?by(?: \w+ and)?
        hosted (?:in|at|on) [^.;()]{2,50}? by
        (?:co-?)?hosts?(?:,|:| was| were| is| are)?
        (?:co-?)?hosting [^.;,]{1,40}? (?:alongside|together with|jointly with)
        co-?hosts [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2} and
        (?:met|meeting|gather\w*|convened|held|organi[sz]ed|assembled|took place|summit|conference)\b[^.;]{0,50}? (?:at|on|upon) the initiative of
        hosted by \w+['’]s
        (?:gathered|brought together|assembled) by
        hosts? of (?:the|this|today['’]s) [^.;,]{1,40},
        (?:at|on|upon|following|in accordance with) the (?:[\w-]+ )?invitation (?:of|from)(?: [^.;,]{1,60}? and)?
        hospitality of
        (?:convened|called|organi[sz]ed) (?:\w+ )?by
        (?:welcomed|invited|received|greeted) (?:(?!an?\b|the\b)\w+ ){0,3}?by
        (?:welcoming|greeting|receiving|as (?:he|she) (?:prepare[sd] to )?(?:welcome[sd]?|greet(?:s|ed)?|host(?:s|ed)?|receive[sd]?)) (?:his|her|their|the) (?:[\w-]+ ){0,3}(?:counterparts|colleagues|peers|ministers|partners|guests)\b[^.;,“”"]{0,60},
        guests? of""",
    "participant": r"""
        (?:together|along|jointly|side by side) with
        (?:press|news) conference with
        (?:greet(?:s|ing)|shak(?:es|ing) hands with)
        (?:joined|attended|addressed|flanked)(?: [\w-]+){0,4}? by
        attended the meeting
        \(with
        (?:present|attending|participating|joining|in attendance|taking part|on hand|at the table)\b[^.;]{0,40}?\b(?:were|was|is|are|will be)
        attend(?:ing|ed were)
        met\b[^.;]{0,60}?\bwith
        met
        meets? with
        (?:meeting|bilateral|dinner|lunch|breakfast|session|format|talks|encounter|trilateral)s? (?:\w+ )?(?:with|between)
        summits? (?:\w+ )?with
        to meet(?: with)?
        (?:will )?meets?(?: \w+ly)?(?: with)?
        convened(?: \w+){0,2} with
        spoke(?: \w+){0,2} (?:with|to)
        talk(?:ed|s) (?:to|with)
        call(?:s)?(?: \w+){0,3} (?:with|between)
        conversation with
        discussions? with
        discussed(?: \w+){0,3} with
        exchange (?:of views )?with
        (?:leaders|attendees|delegates|guests):?
        (?:look(?:s|ed|ing)? forward to|scheduled|planned) (?:meeting|welcoming|seeing)(?: with)?
        (?:representatives|delegates|heads of delegations?)\b[^.;]{0,30}? (?:were|are|included?):?
        (?:leaders|ministers|participants|guests|attendees|delegates|speakers|others|counterparts|partners|allies|colleagues|dignitaries|officials|members|these)\b[^.;]{0,40}?(?:including|included|include|such as|among them)[;:,]?
        (?:participation|presence|attendance) of
        participants?(?: \w+){0,2}:
        represented (?:\w+ )?by(?: [^.;]{0,60} and(?: by)?)?
        accompanied by
        (?:delegation|team) (?:was |is )?(?:led|headed) by
        you,
        (?:dear|welcome,?|thank you,?)
        (?:present|invited|guests?|attended|participated|took part|joined|taking part|participating)\b[^.;]{0,60}?,? as well as
        (?:briefed|briefings?|presentations?|updates?|address|remarks|speech|keynote|intervention)s? (?:by|from)
        heard from
        (?:introduced|opened|closed|presented|given|delivered) by
        (?:first|second|last|final|debut) (?:[\w-]+ )?(?:summit|meeting|gathering)[^.;]{0,30} (?:for|of|by)(?: outgoing| new)?
        as (?:did|were|was)
        alongside
        (?:we|I|and|have|had|ministers|leaders) (?:also |warmly )?(?:welcomed?|received)(?: the participation of)?
        hosting
        invit(?:ed|ing|ation to)
        from (?:the )?left(?: to right)?(?: in the (?:image|photo\w*|picture))?(?: are| is)?
        (?:in addition to|besides)
        (?:speaking|appearing) (?:at|during|to) the (?!press|media|news|commons|house|end)[^.;]{0,80}?\b(?:meeting|summit|session|ministers|leaders|conference|opening|gathering)\b[^.;]{0,50},
        with (?:his|her|their) (?:[\w-]+ )?counterparts\b[^.;,]{0,40}? and
        with (?:them|him|her) (?:was|were)
        including with
        \(?(?:L-R|L to R)\)?""",
    "quoted": r"""
        (?:said|says|added|adds|explained|explains|stated|states|commented|told us|wrote|noted|notes|warned|warns|stressed|stresses|emphasi[sz]ed|argued|insisted|declared|remarked|quoted|quoting|tweeted|concluded|announced|confirmed|acknowledged|recalled)(?: by)?
        according to
        (?:speaking (?:to|with) (?:reporters|journalists|the (?:press|media))|asked|in an interview|in (?:a|his|her) (?:statement|speech|post))\b[^.;,]{0,50},
        (?:words|tweet|quotes?) (?:of|by|from)""",
    "speaker": r"""
        (?:speakers?|briefers?|presenters?|interviewees?)\s?:
        (?:transcript|text|video|full text|excerpts?) of (?:a |the |an )?(?:\w+ ){0,4}(?:conference|remarks|speech|address|statement|interview|briefing|exchange)[^.;]{0,40}? (?:by|from|of|with)
        (?:press conference|remarks|speech|address|statement|interview|briefing|testimony)(?: \w+){0,3} (?:given|delivered|made) (?:\w+ ){0,3}?by""",
}  # fmt: skip
AFTER = {
    "chair": r"""
        (?:co-?)?chair(?:ed|s|ing)?\b(?! of)
        (?:the |current )*(?:co-?)?chair(?:man|woman|person)? of (?:the|this) (?:\w+ )?(?:meeting|summit|session|conference)
        presid(?:ed|es|ing|e)\b
        in the chair
        as (?:the |its |this year['’]s |current |G-?[78] )*(?:co-?)?chair(?:man|woman|person)?\b
        (?:,? who )?(?:currently )?(?:hold|assume|occup)(?:s|ds|ed|ies)? the (?:\w+ )?(?:chair(?:manship)?|presidency)\b
        in (?:his|her|their) (?:capacity|role|function) as (?:the |current |G-?[78] )*(?:co-?)?(?:chair|presiden)
        for (?:his|her|their) (?:\w+ )?(?:chairmanship|chairing|leadership of the meeting)
        led (?:the )?(?:\w+ )?(?:meeting|discussions?|session)\b
        moderat(?:ed|es|ing) the""",
    "host": r"""
        (?:co-?)?host(?:ed|s|ing)?\b(?! (?:a|an|the)? ?(?:\w+ )?(?:press|post|media|background|briefing))
        (?:(?:our|the) |an? (?:(?!former|tv|television|talk|game)[\w-]+ ){0,2}?)(?:co-?)?hosts?\b
        (?:cho(?:se|osen)|decid(?:ed|es)|opted) to (?:invite|host|convene|gather|include|bring)\b
        convene[ds]?\b(?! today with)
        and (?:co-)?hosts? of (?:the|this)\b
        welcom(?:ed|es|ing) us\b
        (?:welcom|greet|receiv)(?:ed?|es|s|ing)\b[^.;,'’]{0,50}?\b(?:ministers|counterparts|leaders|colleagues|guests|participants|delegations|delegates|partners|heads of|dignitaries|individuals|peers)\b(?!['’])
        invit(?:ed|es)\b(?! to)
        inviting (?:his|her|their|the) (?:[\w-]+ ){0,2}(?:counterparts|colleagues|ministers|peers)\b
        (?:,? ?and [\w’' ]{1,60} )?for (?:[\w’' ]{1,60} )?(?:hosting|hospitality|bringing us|bringing the|organi[sz]ing|convening|inviting|welcoming)""",
    "participant": r"""
        attend(?:ed|s|ing)?\b
        (?:acting|attending|standing in|sitting in|filling in|deputi[sz]ing) (?:on (?:his|her|their) behalf|in (?:his|her|their) (?:place|stead)|for (?:him|her|them))\b
        s? ?(?:attendance|participation|presence)\b
        (?:also )?in attendance\b
        (?:and|with|together with|along with) (?:his|her|their) (?:[\w-]+ ){0,4}(?:counterparts|colleagues|peers|ministers|leaders)\b
        ma(?:de|ke|kes|king) the (?:trip|journey)\b
        stay(?:ed|s|ing)? (?:behind|on)\b
        (?:landed|touched down|checked in)\b
        (?:is|are|was|were|be) in [A-Z]\w+ (?:for|to|on)\b
        speak(?:s|ing)? (?:at|during) the\b(?! (?:\w+ )?(?:press|news|end of a))
        accompanied\b
        (?:invited|welcomed|greeted|received|hosted) (?:as|to|by|at|for)\b
        (?:travel|fl[ey]w?|flies|head|return)(?:led|ed|s|ing|ling)? (?:to|for|from|home|back|early)\b
        travel(?:led|ed|s|ing)?\b
        participa\w+
        left\b (?:early|the)
        (?:took|take|takes|taking) (?:part|the floor|stock|(?:a |an )?(?:leading|active|key|central) (?:part|role) in)
        join(?:ed|s|ing)?\b
        me?et(?:s|ing)?\b
        represent(?:ed|s|ing)?\b(?! (?:\w+ )?by\b)
        visit(?:ed|s|ing)?\b
        depart(?:ed|s)?\b
        arriv(?:ed?|es|ing|al)\b
        on hand\b
        (?:among|amongst) (?:the |those )
        gave a
        present(?:ed|s)?\b(?! a)
        reported
        brief(?:ed|s)\b
        spoke\b
        (?:the |an )?(?:opportunity|chance) to (?:meet|talk|discuss|speak)\b
        address(?:ed|es)\b
        describ(?:ed|es)
        hold(?:s|ing)? (?:\w+ )?(?:talks|an? (?:\w+\W+){0,2}(?:press|news|briefing|conference))
        held\b
        gather\w*
        delivered (?:remarks|opening|a speech)
        opened the
        conclud(?:es?|ed|ing) (?:the |a |his |her |their )?(?:[\w’'-]+ ){0,6}(?:meeting|summit|visit|trip|participation)
        expect(?:s|ed) (?:growth|inflation)
        discuss(?:ed|es|ing)?\b
        agree[ds]?\b
        exchanged\b
        (?:led|leads?) the (?:\w+\W+){0,3}delegation
        for (?:his|her|their) (?:\w+ )?(?:briefing|presentation|participation|attendance)
        sign(?:ed|s)\b
        (?:seen|pictured|photographed)\b
        (?:welcomed|greeted|received|invited|hosted|joined) by
        pos(?:ed|es?|ing) (?:for|with)
        (?:told|informed|reassured) us
        raised\b
        thank(?:ed|s)\b
        (?:bilateral )?(?:call|discussion|conversation|trip|visit|travel|participation|schedule|meetings?|video conference|engagements?)s?\b
        (?:to|at|in) the G-?[78](?: \w+)? summit\b""",
    "quoted": r"""
        \s?:\s*[„“\"«»]
        sa(?:id|ys)\b
        (?:saying|noting|adding|stressing|warning|arguing|insisting|explaining|underlining|emphasi[sz]ing|declaring|remarking|commenting)\b
        (?:issued|released|made|gave|delivered|published) (?:the|this) following (?:\w+ )?(?:statement|remarks|declaration|comment|message)s?\b
        reiterate[ds]?\b
        speaking\b
        t(?:old|ells)\b
        (?:stat|add|comment|explain|remark|warn|insist|declar|stress|emphasi[sz]|not|tweet|argu|acknowledg|admitt|conced|answer|repli|respond|recall)(?:ed|es|s)\b
        (?:accus|affirm|appeal|ask|assert|assur|blam|boast|caution|challeng|claim|complain|confirm|contend|counter|demand|disclos|dismiss|echo|estimat|forecast|hint|hop|indicat|jok)(?:ed|es|s)\b
        (?:lament|maintain|mention|observ|ple(?:a)?d|consider|point|predict|press|propos|quipp|reassur|recount|refus|remind|repeat|reveal|signal|slamm|speculat|underlin|underscor|summ(?:ed|aris|ariz)|den(?:i))(?:ed|es|s)\b
        (?:is|was|sounded|appeared|remained) (?:confident|optimistic|hopeful|cautious|adamant|upbeat)\b
        conclude[ds] (?:that|by|with)\b
        wrote\b
        (?:at|in|during) (?:a|an|his|her|the|their) (?:\w+ ){0,2}(?:press|news) (?:conference|briefing)
        (?:called|calls) (?:on|for|it|the|this|that|these)\b
        (?:urge|vow|pledge|promise|announce)[ds]?(?:ed|s)?\b
        (?:hail|prais|commend|applaud|criticis|criticiz|condemn|denounc|reject|defend)(?:ed|es|s)\b
        welcom(?:ed|es)\b
        (?:suggested|expressed|described|issued|voiced)\b[^.;]{0,80}?[“\"«„]""",
    "speaker": r"""
        (?:gave|gives|was giving) (?:a|an|the) (?:\w+ ){0,2}interview\b""",
}  # fmt: skip
LATER = {
    "host": r"\bto (?:welcome|receive|greet) (?:his|her|their|the) (?:[\w-]+ ){0,2}(?:counterparts|colleagues|peers|ministers|delegations|guests)\b",
    "participant": r"\b(?:as (?:he|she|they) (?:attends?|attended|arrives?|arrived|leaves?|left|addresse[sd]) |(?:looks?|gestures|smiles|waves|listens|walks|reacts|shakes hands|poses) [^.;]{0,50}?\b(?:at|during|before|after|ahead of) (?:\w+ ){0,3}(?:G-?[78]|meeting|summit|session|talks)\b|represent(?:ed|ing) [A-Z]|took part|participated|(?:he|she) (?:will|would) (?:attend|travel|participate|join|take part))\b",
    "chair": r"\b(?:(?:after|while) (?:co-)?chairing|as (?:he|she) (?:co-)?chair(?:ed|s)|as (?:the )?(?:co-)?chair of the (?:G-?[78]|meeting|summit|conference|session))\b",
    "quoted": r"(?:, |\bby )(?:saying|adding|noting|warning|stressing)\b",
}
ADVERBS = """
    has had have will would could may might must should shall can do does did I we would also jointly then today yesterday tomorrow today’s both who and to is was were are be been both virtually
    personally this week weekend on later now set due expected scheduled going planning plans himself herself himself remotely reportedly already
    january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday
"""
