"""The adjectives of country in five languages, in the masculine and the feminine; German ones without their endings.

A line of a table has the ISO 3166-1 alpha-3 code of a country and the words for it.
"""

from functools import cache

_ENGLISH = """
USA american|GBR british|CAN canadian|FRA french|DEU german|ITA italian|JPN japanese|RUS russian soviet|UKR ukrainian|CHN chinese|IND indian|
AUS australian|IRN iranian|TUR turkish|ISR israeli|BRA brazilian|MEX mexican|KOR korean|IDN indonesian|ARG argentine argentinian|POL polish|ESP spanish|
NLD dutch|CHE swiss|SWE swedish|NOR norwegian|DNK danish|FIN finnish|IRL irish|BEL belgian|AUT austrian|CZE czech|HUN hungarian|ROU romanian|
GRC greek|PRT portuguese|EGY egyptian|NGA nigerian|SEN senegalese|KEN kenyan|ETH ethiopian|RWA rwandan|DZA algerian|MAR moroccan|TUN tunisian|
IRQ iraqi|SYR syrian|LBN lebanese|JOR jordanian|SAU saudi|ARE emirati|QAT qatari|AFG afghan|PAK pakistani|VNM vietnamese|THA thai|PHL philippine|
MYS malaysian|SGP singaporean|BLR belarusian|MDA moldovan|GEO georgian|SRB serbian|VEN venezuelan|COL colombian|CHL chilean|LBY libyan|GHA ghanaian|
EST estonian|LVA latvian|LTU lithuanian|SVN slovenian|SVK slovak|HRV croatian|MLI malian|NER nigerien|JAM jamaican|HTI haitian|COM comorian|
TZA tanzanian|TCD chadian|GIN guinean|NAM namibian|UGA ugandan|ZMB zambian|ZWE zimbabwean|AGO angolan|MOZ mozambican|BWA botswanan|CMR cameroonian|GAB gabonese|GMB gambian|
LBR liberian|TGO togolese|BEN beninese|BFA burkinabe|MRT mauritanian|MUS mauritian|MDG malagasy|MWI malawian|BDI burundian|SDN sudanese|SOM somali|DJI djiboutian|
ERI eritrean|COD congolese|CIV ivorian|SYC seychellois|PER peruvian|BOL bolivian|ECU ecuadorian|URY uruguayan|PRY paraguayan|GUY guyanese|CUB cuban|
PAN panamanian|GTM guatemalan|HND honduran|SLV salvadoran|NIC nicaraguan|BHS bahamian|BRB barbadian|TTO trinidadian|BLZ belizean|SUR surinamese|
KAZ kazakh|UZB uzbek|TKM turkmen|KGZ kyrgyz|TJK tajik|MNG mongolian|AZE azerbaijani|ARM armenian|BGR bulgarian|ALB albanian|BIH bosnian|MNE montenegrin|MKD macedonian|XKX kosovar|
ISL icelandic|LUX luxembourgish|MLT maltese|CYP cypriot|KWT kuwaiti|OMN omani|BHR bahraini|YEM yemeni|BGD bangladeshi|NPL nepalese|BTN bhutanese|MDV maldivian|
MMR burmese|KHM cambodian|LAO laotian|BRN bruneian|TLS timorese|PNG papuan|FJI fijian|WSM samoan|TON tongan|VUT vanuatuan|PSE palestinian"""
_FRENCH = """
USA américain américaine étasunien|GBR britannique|CAN canadien canadienne|FRA français française|DEU allemand allemande|ITA italien italienne|
JPN japonais japonaise|RUS russe|UKR ukrainien ukrainienne|CHN chinois chinoise|IND indien indienne|AUS australien australienne|
IRN iranien iranienne|TUR turc turque|BRA brésilien brésilienne|ESP espagnol espagnole|NLD néerlandais néerlandaise|POL polonais polonaise|
EGY égyptien égyptienne|ZAF sud-africain sud-africaine|KOR sud-coréen sud-coréenne|SEN sénégalais sénégalaise|ISR israélien israélienne|
RWA rwandais rwandaise|BFA burkinabè burkinabé|NER nigérien nigérienne|NGA nigérian nigériane|TUN tunisien tunisienne|DZA algérien algérienne|
MAR marocain marocaine|MRT mauritanien mauritanienne|MEX mexicain mexicaine|ARG argentin argentine|IDN indonésien indonésienne|CHL chilien chilienne|COM comorien comorienne|
COD congolais congolaise|ETH éthiopien éthiopienne|KEN kényan kényane|LBY libyen libyenne|SAU saoudien saoudienne|ARE émirien émirienne émirati émiratie|JOR jordanien jordanienne|
VNM vietnamien vietnamienne|SWE suédois suédoise|NOR norvégien norvégienne|DNK danois danoise|FIN finlandais finlandaise|GRC grec grecque|PRT portugais portugaise|HUN hongrois hongroise|
AUT autrichien autrichienne|IRL irlandais irlandaise|MDA moldave|GEO géorgien géorgienne|BLR biélorusse|SYR syrien syrienne|IRQ irakien irakienne|LBN libanais libanaise|CIV ivoirien ivoirienne|
MLI malien malienne|COL colombien colombienne|TZA tanzanien tanzanienne|TCD tchadien tchadienne|GIN guinéen guinéenne|NAM namibien namibienne|UGA ougandais ougandaise|ZMB zambien zambienne|ZWE zimbabwéen zimbabwéenne|
AGO angolais angolaise|MOZ mozambicain mozambicaine|CMR camerounais camerounaise|GAB gabonais gabonaise|BEN béninois béninoise|TGO togolais togolaise|MDG malgache|MUS mauricien mauricienne|BDI burundais burundaise|
SDN soudanais soudanaise|SOM somalien somalienne|GHA ghanéen ghanéenne|LBR libérien libérienne|HTI haïtien haïtienne|CUB cubain cubaine|PER péruvien péruvienne|VEN vénézuélien vénézuélienne|BOL bolivien bolivienne|
PAK pakistanais pakistanaise|BGD bangladais bangladaise|AFG afghan afghane|THA thaïlandais thaïlandaise|PHL philippin philippine|MYS malaisien malaisienne|KAZ kazakh kazakhe|UZB ouzbek ouzbèke|AZE azerbaïdjanais azerbaïdjanaise|
ARM arménien arménienne|BGR bulgare|ROU roumain roumaine|CZE tchèque|SVK slovaque|SVN slovène|HRV croate|SRB serbe|ALB albanais albanaise|BIH bosnien bosnienne|LTU lituanien lituanienne|LVA letton lettone|EST estonien estonienne|
BEL belge|ISL islandais islandaise|LUX luxembourgeois luxembourgeoise|QAT qatari qatarie|KWT koweïtien koweïtienne|OMN omanais omanaise|YEM yéménite|PRK nord-coréen nord-coréenne|PSE palestinien palestinienne|KHM cambodgien cambodgienne|MNG mongol mongole"""
_ITALIAN = """
USA statunitense americano americana|GBR britannico britannica inglese|CAN canadese|FRA francese|DEU tedesco tedesca|ITA italiano italiana|
JPN giapponese|RUS russo russa|UKR ucraino ucraina|CHN cinese|IND indiano indiana|AUS australiano australiana|IRN iraniano iraniana|
TUR turco turca|BRA brasiliano brasiliana|ESP spagnolo spagnola|NLD olandese|POL polacco polacca|EGY egiziano egiziana|ISR israeliano israeliana|
ZAF sudafricano sudafricana|KOR sudcoreano sudcoreana|ARG argentino argentina|TUN tunisino tunisina|DZA algerino algerina|LBY libico libica|MRT mauritano mauritana|MEX messicano messicana|IDN indonesiano indonesiana|KEN keniano keniana keniota|JOR giordano giordana|SAU saudita|ARE emiratino emiratina|
ALB albanese|SRB serbo serba|SWE svedese|NOR norvegese|DNK danese|FIN finlandese|GRC greco greca|PRT portoghese|HUN ungherese|AUT austriaco austriaca|CHE svizzero svizzera|SYR siriano siriana|
IRQ iracheno irachena|LBN libanese|ETH etiope|NGA nigeriano nigeriana|SEN senegalese|VNM vietnamita|MDA moldavo moldava|GEO georgiano georgiana|BLR bielorusso bielorussa|CZE ceco ceca|BEL belga|ROU rumeno rumena|BGR bulgaro bulgara|SVK slovacco slovacca|SVN sloveno slovena|HRV croato croata|IRL irlandese|ISL islandese|
LTU lituano lituana|LVA lettone|EST estone|ARM armeno armena|AZE azero azera azerbaigiano azerbaigiana|KAZ kazako kazaka|UZB uzbeko uzbeka|PAK pakistano pakistana|AFG afghano afghana|THA thailandese|PHL filippino filippina|
MYS malese|QAT qatarino qatarina|KWT kuwaitiano kuwaitiana|YEM yemenita|PSE palestinese|PRK nordcoreano nordcoreana|GHA ghanese|CIV ivoriano ivoriana|NER nigerino nigerina|MLI maliano maliana|TCD ciadiano ciadiana|GIN guineano guineana|
TZA tanzaniano tanzaniana|NAM namibiano namibiana|UGA ugandese|ZMB zambiano zambiana|ZWE zimbabwese|AGO angolano angolana|MOZ mozambicano mozambicana|CMR camerunense|GAB gabonese|BEN beninese|TGO togolese|RWA ruandese|
BDI burundese|SDN sudanese|SOM somalo somala|ERI eritreo eritrea|COD congolese|MAR marocchino marocchina|CUB cubano cubana|PER peruviano peruviana|VEN venezuelano venezuelana|COL colombiano colombiana|CHL cileno cilena|BOL boliviano boliviana"""
_GERMAN = """
USA amerikanisch us-amerikanisch|GBR britisch|CAN kanadisch|FRA französisch|DEU deutsch|ITA italienisch|JPN japanisch|RUS russisch|UKR ukrainisch|
CHN chinesisch|IND indisch|AUS australisch|IRN iranisch|TUR türkisch|BRA brasilianisch|ESP spanisch|NLD niederländisch|POL polnisch|EGY ägyptisch|
ISR israelisch|ZAF südafrikanisch|KOR südkoreanisch|ARG argentinisch|IDN indonesisch|SEN senegalesisch|MDA moldauisch|AUT österreichisch|
CHE schweizer schweizerisch|BLR belarussisch belarusisch|SYR syrisch|MEX mexikanisch|NOR norwegisch|SWE schwedisch|DNK dänisch|FIN finnisch|GRC griechisch|PRT portugiesisch|HUN ungarisch|BEL belgisch|IRL irisch|JOR jordanisch|SAU saudisch|
IRQ irakisch|LBN libanesisch|TUN tunesisch|ETH äthiopisch|NGA nigerianisch|KEN kenianisch|VNM vietnamesisch|GEO georgisch|ROU rumänisch|SVK slowakisch|LTU litauisch|LVA lettisch|EST estnisch|CZE tschechisch|BGR bulgarisch|SVN slowenisch|HRV kroatisch|SRB serbisch|ALB albanisch|BIH bosnisch|ISL isländisch|
LUX luxemburgisch|ARM armenisch|AZE aserbaidschanisch|KAZ kasachisch|UZB usbekisch|PAK pakistanisch|AFG afghanisch|BGD bangladeschisch|THA thailändisch|PHL philippinisch|MYS malaysisch|QAT katarisch|KWT kuwaitisch|
ARE emiratisch|OMN omanisch|YEM jemenitisch|LBY libysch|DZA algerisch|MAR marokkanisch|PSE palästinensisch|PRK nordkoreanisch|GHA ghanaisch|CIV ivorisch|NER nigrisch|MLI malisch|TCD tschadisch|GIN guineisch|
TZA tansanisch|NAM namibisch|UGA ugandisch|ZMB sambisch|ZWE simbabwisch|AGO angolanisch|MOZ mosambikanisch|CMR kamerunisch|GAB gabunisch|BEN beninisch|TGO togoisch|RWA ruandisch|BDI burundisch|SDN sudanesisch|
SOM somalisch|COD kongolesisch|COM komorisch|CUB kubanisch|PER peruanisch|VEN venezolanisch|COL kolumbianisch|CHL chilenisch|BOL bolivianisch|HTI haitianisch"""
_SPANISH = """
USA estadounidense americano|GBR británico británica britânico britânica|CAN canadiense canadense|FRA francés francesa francês|DEU alemán alemana alemão alemã|ITA italiano italiana|
JPN japonés japonesa japonês|UKR ucraniano ucraniana|RUS ruso rusa russo|CHN chino china chinês chinesa|IND indio india|MEX mexicano mexicana|KOR surcoreano surcoreana|TUR turco turca|POL polaco polaca|NLD neerlandés neerlandesa holandés holandesa|
CHL chileno chilena|PER peruano peruana|EGY egipcio egipcia|IRN iraní|ISR israelí|AUS australiano australiana|ZAF sudafricano sudafricana|MAR marroquí|SAU saudí|NOR noruego noruega|SWE sueco sueca|CHE suizo suiza|BEL belga|BRA brasileño brasileña brasileiro brasileira|ESP español española espanhol"""
_ENDINGS = ("e", "er", "en", "es", "em")


@cache
def adjectives() -> dict[str, str]:
    """The adjectives of country in lower case, with the ISO 3166-1 alpha-3 code of each."""
    known: dict[str, str] = {}
    for table, endings in (
        (_ENGLISH, ("",)),
        (_FRENCH, ("", "s")),
        (_ITALIAN, ("",)),
        (_SPANISH, ("",)),
        (_GERMAN, _ENDINGS),
    ):
        for entry in table.replace("\n", "").split("|"):
            country, *words = entry.split()
            for word in words:
                known.update((word + ending, country) for ending in endings)
    return known
