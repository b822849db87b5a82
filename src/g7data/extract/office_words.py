"""The words that stand in and around offices and names, in English, French, German, Italian and Spanish: data, and one lookup.

A word may be of several kinds at once: French "de" links an office to its subject and joins a surname to a given name. What is
capitalised and in none of the lists may be a name. Accents may be missing, as in texts set in capitals.
"""

import re
import unicodedata
from functools import cache, lru_cache

from g7data import reference
from g7data.extract.demonyms import adjectives
from g7data.extract.nations import countries


class Is:
    """What a word can be: bits of one integer, as an `IntFlag` would be many times slower."""

    OFFICE = 1
    PLURAL = 2  # of an office
    MODIFIER = 4  # stands before an office: deputy, prime, under
    SUBJECT = 8  # what an office is for: finance, foreign, digital
    BODY = 16  # a word of an organisation's or a document's name: bank, commission, statement
    PLACE = 32
    NATION = 64  # an adjective of country
    HONORIFIC = 128
    PARTICLE = 256  # of a surname: von, de, van
    LINK = 512  # office of, for, to ...
    ARTICLE = 1024
    JOIN = 2048  # and
    STOP = 4096  # capitalised where a sentence or a headline begins, never a name
    INITIAL = 8192
    NAME = 16384  # capitalised and in no list
    LOWER = 32768  # begins in lower case
    SIGN = 131072  # no letter: a mark or a number
    EVENT = 65536  # a word for meetings and texts: never part of an office


_WORDS: dict[int, str] = {
    Is.OFFICE: """
        minister secretary sec president chancellor premier commissioner governor ambassador representative undersecretary under-secretary director
        director-general secretary-general chair chairman chairwoman chairperson co-chair co-chairman sherpa envoy adviser advisor speaker
        spokesman spokeswoman spokesperson manager vice-president vice-premier vice-chancellor vice-minister attorney administrator solicitor ustr leader chief head
        apnsa prosecutor prosecutor-general pm counterpart sec. gov. amb. treasurer pope pape papst papa king queen sheikh emir
        ministre président présidente secrétaire chancelier chancelière gouverneur gouverneure commissaire ambassadeur ambassadrice représentant
        représentante directeur directrice délégué déléguée chef cheffe vice-président vice-présidente sous-secrétaire porte-parole argentier argentière homologue conseiller conseillère émissaire envoyé envoyée
        procureur procureure
        ministro ministra procuratore procuratrice delegato delegata presidente sottosegretario sottosegretaria segretario segretaria cancelliere cancelliera governatore governatrice
        commissario commissaria vicepresidente viceministro viceministra vicepremier direttore direttrice rappresentante ambasciatore ambasciatrice
        canciller secretario secretaria viceministro viceministra titular subsecretario subsecretaria director directora consejero consejera comisionado comisionada comisario comisaria gobernador gobernadora embajador embajadora jefe jefa presidenta vicepresidenta viceprimer homólogo homóloga
        amministratore amministratrice administrador administradora coordinatore coordinatrice coordinateur coordonnateur coordonnatrice coordinator coordinador coordinadora koordinator koordinatorin portavoce omologo omologa inviato inviata capo consigliere consigliera titolare guardasigilli premier
        chefin leiter leiterin patron patronne responsable garde assistant collega collègue kollege kollegin kollegen bk'in bundesvorstandsmitglied vorstandsmitglied""",
    Is.OFFICE | Is.PLURAL: """
        ministers secretaries presidents chancellors premiers governors commissioners ambassadors directors chairs co-chairs chairmen leaders
        ministres présidents présidentes gouverneurs commissaires ministri presidenti governatori commissari sottosegretari
        ministros ministras presidentes gobernadores comisarios secretarios embajadores""",
    Is.MODIFIER: """
        deputy vice under assistant acting associate personal diplomatic parliamentary principal senior official chief federal permanent first second prime executive managing
        general press special high attorney interim assistente minister-president dep. vice- premier premiere première primo primer primera alto alta haut haute undersecretary""",
    Is.SUBJECT: """
        action affairs agriculture agricultural artificial intelligence business citizens civil climate change commerce communication communications competition
        competitiveness cooperation co-operation coordination co-ordination culture cultural cyber cybersecurity critical data defence defense development digital digitalisation
        digitalization disability disabilities diversity economic economics economy education employment energy enterprise enterprises environment
        environmental equality equalities exchequer external families family finance financial fiscal fisheries food foreign forestry forests gender
        enlargement neighbourhood neighborhood growth health heritage home homeland housing human ict immigration inclusion indigenous industrial industry information infrastructure innovation
        interior internal international investment investments justice labour labor land lands levelling local made maritime media monetary
        multilateral national natural nuclear ocean oceans pensions planning policies policy post protection public recovery reform regional
        regulation relations research resilience resources risk rural safety science sciences security services settlement skills social society
        sovereignty space sport sports state strategy supervisory sustainability sustainable tax taxation tech technical technological technologies
        technology telecommunications territorial tourism trade training transformation transition transport transportation treasury universities
        university urban veterans water welfare women works youth zero citizenship refugees multiculturalism procurement crown foreign-policy credit commonwealth equal opportunities opportunity senior seniors intergovernmental macroeconomic stability supervision settlements critical-infrastructure
        sceaux politique affaires économie économique économiques finances budget étrangères étranger europe européennes européenne européen intérieur numérique
        numérisation écologique écologie solidaire environnement énergie énergétique santé travail emploi alimentation alimentaire souveraineté industrie
        industriel industrielle extérieur développement coopération éducation enseignement supérieur recherche défense armées transports égalité
        droits famille ville jeunesse tourisme relance comptes publics climat océans mer pêche prévention solidarités cohésion territoires familles autonomie personnes handicapées handicap logement associative citoyenneté aménagement
        buitenlandse binnenlandse zaken financiën justitie
        finanzen wirtschaft zusammenarbeit entwicklung umwelt naturschutz sicherheit nukleare klimaschutz klima energie gesundheit arbeit soziales justiz verbraucherschutz
        inneres innern heimat verteidigung ernährung landwirtschaft familien senioren frauen jugend bildung forschung digitales verkehr infrastruktur
        wohnen stadtentwicklung bauwesen auswärtigen auswärtiges äußeren kultur medien staatsmodernisierung
        economia finanze affari esteri sviluppo sociale previdenza cooperazione internazionale interno giustizia difesa ambiente sicurezza energetica energia salute lavoro
        politiche sociali agricoltura sovranità alimentare foreste imprese industria commercio innovazione tecnologica transizione digitale ecologica
        università ricerca istruzione merito turismo infrastrutture trasporti pari opportunità famiglia natalità disabilità giovani tesoro delega
        cultura comunicazione comunicazioni culturali mezzogiorno coesione amministrazione pubblica protezione civile riforme rapporti sud
        relaciones relações exteriores exterior hacienda asuntos economía finanzas salud sanidad agricultura ganadería trabajo educación energía industria
        comercio justicia defensa igualdad estado internacional internacionales económicos económica públicas pública transición ecológica demográfico reto presidencia patrimonio patrimoine rurali rurales ruraux clima export exports promotion small mercato imprenditoria pmi internazionalizzazione marittima viaggi antichità solidale climatico climatici sanitaria care semplificazione attuazione programma cortes memoria democrática derechos sociales desarrollo cooperación medioambiente medio transportes turismo pesca alimentación vivienda resiliencia circular competitiva hídrica ciencia universidades deporte inclusión migraciones interior seguridad política políticas agrifood agri-food agro-food agroalimentaire agroalimentari strategiche strategica strategico stratégique stratégiques
        stato agricole alimentari forestali territorio mare""",
    Is.BODY: """
        quartet association associations associazione asociación eurogruppo eurogruppe eurogroupe criminal police agency authority bank banks board boards bureau cabinet center centre central commission committee community congress convention council court department
        division eurogroup euro executive forum foundation fund group house institute institution law legal mission ministry ministries nations
        network office organisation organization panel parliament party programme program reserve secretariat section senate service settlements
        staff task force team tribunal union united white working world ecb imf wto un eu oecd nato fsb bis ilo fao iea itu unesco usaid epa fbi nsc
        duma knesset rada sahel g5 nepad brics asean apec
        fed kremlin élysée elysee pentagon cop cop26 cop28 cop29 kingdom republic democratic liberal states states' north south east west islands development-bank global partnership
        république conseil gouvernement état sénat assemblée nationale nationales banque mondiale centrale fonds monétaire nations unies organisation
        ministère trésor fmi omc oms onu otan ocde bce aie ue présidence comité agence autorité cour monde
        staat bund bundesrepublik republik kommission rat zentralbank ezb uno bundesbank weltbank welthandelsorganisation weltgesundheitsorganisation ratspräsidentschaft weltbankgruppe währungsfonds iwf parlament vereinten
        regierung bundesregierung ministerium
        bundesministerium kanzleramt amt gruppe staaten bundestag
        repubblica consiglio governo commissione unione banca centrale fondo monetario mondiale nazioni unite organizzazione presidenza ministero
        dipartimento senato camera ocse bankitalia fao unhcr banco mundial consejo europeo comisión unión naciones unidas eurogrupo organización secretaría tesoro ejecutivo estados unidos reino unido departamento interpol europol stati uniti""",
    Is.EVENT: """
        meeting meetings ministerial ministerials session summit presidency statement statements communique communiqué declaration summary conclusions
        remarks readout release fact sheet sheets transcript conference annual spring fall autumn winter summer schedule event events background
        briefing briefings call calls advisory update report roundtable dinner lunch reception photo level counsellor counselor talks week bilateral trip visit annex plan track
        agenda principles charter roadmap toolkit outcome outcomes initiative proposal framework process members member countries country heads
        deputies deputy-level officials government governments delegation delegations experts expert spokespersons media-advisory réunion sommet groupe vorsitz gipfel treffen erklärung pressemitteilung präsidentschaft gastgeber gastgeberin teilnehmer
        vertice riunione comunicato dichiarazione""",
    Is.PLACE: "england scotland wales ireland québec ontario bavaria bayern crimea gaza europe europa asia africa african afrika",
    Is.HONORIFIC: """
        mr mr. mrs mrs. ms ms. messrs messrs. dr dr. prof prof. professor sir lord lady dame baroness hon hon. honourable honorable rt rt. right excellency
        majesty highness h.e. mm. mme mme. monsieur madame herr herrn frau sig. signor signora on. onorevole sen. sen senator senatore senatrice dott.
        rep. gen. congressman congresswoman shri smt smt. datuk dato hon’ble hon'ble""",
    Is.HONORIFIC | Is.INITIAL: "m.",
    Is.PARTICLE: "van zu bin ibn al ter ten af do dos das von",
    Is.PARTICLE | Is.LINK: "de di del della dello du d' d’ da",
    Is.PARTICLE | Is.ARTICLE: "la le lo l' l’ el",
    Is.PARTICLE | Is.LINK | Is.ARTICLE: "der den",
    Is.LINK: "of for to at beim des dell' dell’ dei degli delle für per ai alla al all' all’ agli alle vom au aux à",
    Is.ARTICLE: "the les il gli i die das dem los las",
    Is.JOIN: "and & et und e ed y sowie nonché nonche",
    Is.STOP: """
        a an or as at in on from with by we our us this that these those it its he she they his her their there here today yesterday tomorrow
        monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
        am pm edt est following after before during prior new about all also both but not no yes who whom what when where how why which while will would
        shall should can could may must tells tell told has have had is are was were be been being do does did
        attends attend attended hosts host hosted holds hold held joins join joined meets meet met says say said visits travels announces announced
        releases released delivers delivered discusses discussed participates participate participant participants leads led opens opened closes
        addresses speaks spoke speak welcomes urges calls called warns backs issues issued makes concludes highlights outlines reaffirms reiterates
        commends applauds congratulates promises encourages prepared post pre post-g7 pre-g7 thank thanks good morning afternoon evening question
        my answer q yes okay well so now then next last however moreover furthermore finally additionally meanwhile over between among via per since until
        despite under again only once twice dear note see source related contact click share more read photo video top back page
        one two three four five six seven eight nine ten g7 g8 g20 g-7 g-8 g-20 former current outgoing incoming late noon previewing announcing regarding concerning launching marking celebrating commemorating honoring honouring
        signing visiting attending hosting welcoming highlighting joining amid ahead wraps wrap up unveils unveil pledges vows seeks kicks hails praises defends rejects pushes touts secures signs strengthens advances promotes celebrates chairs co-chairs co-hosts stresses underlines emphasizes
        emphasises arrives returns departs completes begins starts ends successful successfully reflects
        un une dans par pour sur avec sans sous nous notre nos ce cette ces il elle ils elles qui que dont où lors après avant pendant depuis ainsi
        mais outre enfin puis toutefois cependant aussi selon lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre
        décembre tous toutes si ses son sa leur leurs aujourd'hui hier ont sont se est était c'est c’est c'était c’était qu'est qu’est
        ein eine einer einem einen oder aber auch auf aus bei bis durch gegen im ins mit nach nicht ohne über um unter vor während wegen wir unser
        sein seine ihre ihr er sie es man als wie wenn dass zum zur am montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz
        mai juni juli oktober dezember heute gestern
        además asimismo también según tras ante mientras aunque pero
        inoltre infine intanto oltre zudem außerdem ferner
        uno una con su tra fra o ma che non si noi nostro questa questo nel nella nei negli nelle ai dal dalla sono è ha hanno anche come dopo prima
        erwartet eingetroffen angekommen così lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre
        dicembre ieri oggi paese paesi pays presenti presente présents présente présentes mp mep mdb kc qc obe cbe mbe kbe dbe kcmg gcmg kg frs freng frse fba mitte anfang ende quelle foto fotos bild bildquelle
        university college school street avenue road hotel room hall building airport palace castle""",
}  # fmt: skip
_GERMAN_OFFICE = re.compile(
    r"(?:[\wäöüß]+-)*[\wäöüß]*(?:minister|kanzler|präsident|kommissar|sekretär|direktor|botschafter|premier|außenbeauftragte|notenbankchef|"
    r"regierungschef|staatschef|bankchef|kremlchef|chefdiplomat|ressortchef|amtskollege|amtskollegin|sprecher|ratschef|parteichef|fondschef|-chef|gouverneur|beauftragter?|staatsanw[aä]lt|ankläger)(?P<ending>in|innen|s|n|en)?"
)
_SIGNS = frozenset(
    ("us", "u.s.", "uk", "u.k.", "usa", "u.s.a.", "ee.uu.", "ee.uu", "ee. uu.")
)  # not the English pronoun, so never in lower case
_NOT_PLACES = frozenset(
    "delle guest santa cook marshall people holy juan francisco island isle hague nice david marino jordan hamilton".split()
)
_GERMAN_BODY = re.compile(
    r"[\wäöüß-]*(?:agentur|organisation|behörde|gerichtshof(?:e?s)?|programms?|kommission|währungsfonds|klimarate?s)"
)
_LONG_ACRONYM = 6  # letters: shorter ones in small letters are words
_ARABIC = re.compile(r"[Aa]l-[A-ZÀ-Þ]|[A-Z][a-z]*-[a-z]+")
_PARTIES = ("csu", "cdu", "spd", "fdp", "afd", "grünen", "linken", "partei", "fraktion", "konzern", "unternehmens")
_INITIAL = re.compile(r"[A-ZÀ-Þ]\.(?:-?[A-ZÀ-Þ]\.)*")


@lru_cache(maxsize=20_000)
def unaccented(word: str) -> str:
    """A word in lower case without accents, with straight apostrophes."""
    if word.isascii():
        return word.lower()
    folded = unicodedata.normalize("NFKD", word.casefold()).replace("’", "'")
    return "".join(c for c in folded if not unicodedata.combining(c))


@cache
def vocabulary() -> dict[str, int]:
    """Every listed word in lower case, with and without accents, and what it can be."""
    known: dict[str, int] = {}
    for kind, words in _WORDS.items():
        for word in words.split():
            for form in {word, unaccented(word)}:
                known[form] = known.get(form, 0) | kind
    for word in adjectives():
        known[word] = known.get(word, 0) | Is.NATION
    known.update((word, Is.NATION) for word in _SIGNS)
    for kind, word in _place_words():
        known[word] = known.get(word, 0) | kind
    return known


def _place_words() -> set[tuple[int, str]]:
    """Countries and the group's cities of one word, and the words of the longer names of those who take part."""
    single = {*countries(), *(place.city for place in reference.places())}
    longer = {
        name for body in reference.bodies() if body.country is not None or body.kind == "eu" for name in body.names
    }
    words: set[tuple[int, str]] = {(Is.BODY, name) for name in acronyms()}
    for name in single | longer:
        parts = [
            part
            for part in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", name.casefold())
            if len(part) > 3 and part not in _NOT_PLACES
        ]
        if len(parts) == 1 or name in longer:
            words |= {
                (Is.PLACE if len(parts) == 1 else Is.BODY, form) for part in parts for form in (part, unaccented(part))
            }
    return words


@cache
def acronyms() -> frozenset[str]:
    """The short names of organisations, in lower case: such words only in capitals."""
    names = (name for body in reference.bodies() if body.country is None for name in body.names)
    return frozenset(
        name.casefold() for name in names if name.isascii() and name.isalpha() and name.isupper() and len(name) > 1
    )


@lru_cache(maxsize=20_000)
def kind_of(word: str) -> int:
    """What a word can be, as it is written."""
    if not word[0].isalpha():
        return (Is.STOP | Is.SIGN) if word != "&" else (Is.JOIN | Is.SIGN)
    case = Is.LOWER if word[0].islower() else 0
    low = word.casefold()
    known = vocabulary().get(low)
    if low in _SIGNS and word.islower():
        return Is.LOWER
    spelt = word.isupper() or (len(word) >= _LONG_ACRONYM and word[0].isupper())  # "Interpol"
    if known is not None and low in acronyms() and not spelt:
        known = known & ~Is.BODY or None
    if known is not None:
        return known | case
    if _INITIAL.fullmatch(word):
        return Is.INITIAL
    if _ARABIC.match(word):
        return Is.NAME
    if len(word) == 1 and word[0].isalpha():
        return Is.STOP
    compound = _compound(low)
    if compound:
        return compound | case
    return Is.NAME if word[0].isupper() else Is.LOWER


def _compound(low: str) -> int:
    """German compounds, and words whose last part after a hyphen is an office: "US-President"; "pre-" begins no name."""
    if low.startswith("ex-"):
        return kind_of(low[3:]) & Is.OFFICE or Is.STOP
    if low.startswith(("pre-", "post-", "mid-", "non-")):
        return Is.STOP
    if low.startswith("vice") and (deputy := vocabulary().get(low[4:], 0) & (Is.OFFICE | Is.PLURAL)):
        return deputy
    german = _GERMAN_OFFICE.fullmatch(low) if not low.startswith(_PARTIES) else None
    if german:
        return Is.OFFICE | Is.PLURAL if german["ending"] == "innen" else Is.OFFICE
    if _GERMAN_BODY.fullmatch(low):
        return Is.BODY
    last = vocabulary().get(low.rsplit("-", 1)[-1], 0) if "-" in low else 0
    return last & (Is.OFFICE | Is.PLURAL)
