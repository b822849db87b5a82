"""The words that name a track: phrases that do anywhere near ministers or the group, and names of portfolios that do beside them.

The five languages stand together, with the commonest words of Spanish, Portuguese and Dutch. Latin words begin where a word
begins; Japanese ones stand inside longer words, with no blank before them.
"""

import re
from functools import cache

from g7data.extract.guarded import Guarded, guarded

_LATIN = {
    "leaders": r"(?:our|nos|unsere[nr]?|i nostri) (?:foreign|finance|environment|trade|health|justice|interior|ministres|\w*minister|ministri)(?: (?:and \w+ )?ministers)?|(?:g-?[78]|the|world|our) leaders['’]?|leaders['’]? (?:summit|statement|declaration|communiqué|meeting|of the)|heads of (?:state|government)|(?<!social )summit(?! of the world)|sommet(?! social)|"
               r"dirigeants (?:du|des|mondiaux)|chefs d['’][ée]tat|\w*(?<!sozial)gipfel\w*|staats- und regierungschefs|vertice(?! sociale)|capi di stato|(?:i|dei) sette grandi|leader (?:dei|del|delle|mondiali|g[78])|"
               r"cumbre|cúpula|cimeira|líderes|mandatarios|jefes de (?:estado|gobierno)|chefes de (?:estado|governo)|leiders|regeringsleiders|\w*topconferentie|g[78]-top",
    "finance": r"ministers? (?:of|for) (?:the )?(?:finance|economy and finance)|financ(?:e|ial) (?:ministers?|chiefs|heads|track|meeting|leaders)|central bank|finance deput|ministres des finances|\w*finanzminister\w*|notenbank\w*|ministri delle finanze|banche centrali|"
               r"banques centrales|ministr[oa]s? de (?:finanzas|hacienda)|ministr[oa]s? das finanças|financiën|price cap|global minimum tax|cyber expert group",
    "foreign": r"ministers? (?:of|for) foreign|foreign (?:affairs )?ministers?|foreign secretar|affaires étrangères|(?:außen|aussen)minister\w*|ministri degli (?:affari )?esteri|esteri\b|relaciones exteriores|asuntos exteriores|ministros? de exteriores|"
               r"relações exteriores|negócios estrangeiros|buitenlandse zaken|buitenlandminister\w*|non-?proliferation directors|political directors",
    "digital": r"digital(?! (?:tax|services tax|econom))\w*+(?! (?:g-?[78][ -])?(?:summit|meeting|format|gipfel|treffen|konferenz))|ict\b|tech(?:nology)? (?:ministers?|leaders)|information society|société de l['’]information|informationsgesellschaft|"
               r"società dell['’]informazione|internet|cyber ?security|online safety|5g\b|telecom\w*|numérique|intelligen(?:ce|za|cia) artifici\w+|künstliche\w* intelligenz|artificial intelligence|(?-i:AI|IA)\b|info-?telecommunication",
    "industry": r"ministers? (?:of|for) industry|industry(?! and digital|, digital| and technology) ministers?|ministres de l['’]industrie|industriemin\w*|ministri dell['’]industria|industria(?!l)",
    "environment": r"environment|climate|climat(?:ique)?s?\b|umwelt\w*|klimaminister\w*|environnement|transition écologique|ambiente|clima\b|medio ambiente|milieuminister\w*",
    "energy": r"energy|énergie|energie\w*|energia|energía",
    "health": r"health(?!y|ier|ily)|santé|gesundheit\w*|salute|sanità|salud\b|sanidad\b|saúde|volksgezondheid",
    "labour": r"labou?r\b|employ(?:ment|ability)|jobs? (?:ministerial|conference|summit)|social summit|sommet social|sozialgipfel|emploi|(?<!de )travail\b|arbeits(?!sitzung|programm|grupp|treffen|essen|proze|schwerpunkt|weise|ebene|kreis|besuch|gespräch|frühstück|plan|phase|runde|format|mittag|abend|papier|auftr)\w*|beschäftigung\w*|(?<!di )lavoro|occupazione|empleo|ministr[oa]s? de trabajo|werkgelegenheid",
    "agriculture": r"agricultur\w*|farm|food security|landwirtschaft\w*|agrar\w*|ernährung\w*|agricoltura|agricole|landbouw\w*",
    "justice": r"justice|justiz\w*|giustizia|justicia|justiça",
    "interior": r"interior|home affairs|security ministers|intérieur|innenminister\w*|(?<![*:/])innen-|interno|interni",
    "terrorism": r"ministerial (?:conference )?on (?:counter-?)?terrorism|conférence ministérielle sur le terrorisme",
    "trade_quad": r"quadrilateral trade|trade quad",
    "trade": r"trade ministers?|ministers? (?:of|for|responsible for) (?:international )?trade|ministres? (?:du|chargés du) commerce|handelsminister\w*|ministri del commercio|(?<!camera di )(?<!camere di )commercio|commerce extérieur|ministr[oa]s? de comercio",
    "development": r"development ministers?|ministers? (?:of|for) (?:international )?(?:co-?operation|development)|development cooperation|ministres? du développement|entwicklungsminister\w*|ministri dello sviluppo|ministr[oa]s? de desarrollo|cooperazione allo sviluppo",
    "science": r"science|research ministers?|recherche|wissenschaft\w*|forschung\w*|scienza|ministr[oa]s? de ciencia|ricerca",
    "education": r"education|éducation|bildung\w*|istruzione|educación|educação",
    "culture": r"culture|kultur\w*|cultura",
    "tourism": r"tourism|tourisme|tourismus|turismo",
    "transport": r"transport\w*|verkehr\w*|trasporti",
    "gender": r"gender|women['’]?s|equality|égalité|gleichstellung\w*|pari opportunità|ministr[oa]s? de igualdad",
    "defence": r"defen[cs]e ministers?|ministers? (?:of|for) defen[cs]e|défense|verteidigung\w*|difesa",
    "urban": r"urban|cities ministers|développement urbain|stadtentwicklung\w*|bauminister\w*|sviluppo urbano",
    "inclusion": r"inclusion|disabilit\w+|handicap|inklusion\w*|disabilità",
    "fisheries": r"fisheries|oceans?|pêche|fischerei\w*|pesca\b",
    "speakers": r"speakers['’]? (?:meeting|summit)",
    "competition": r"competition (?:authorities|summit|policymakers)|autorités de concurrence",
    "dpa": r"data protection (?:and privacy )?authorities",
}  # fmt: skip
_JAPANESE = {
    "leaders": "サミット|首脳|首脑|首腦|峰会|峰會", "finance": "財務|中央銀行|蔵相|财长|財長|财政部长|財政部長|央行行长|央行行長", "foreign": "外務|外相", "digital": "情報通信|デジタル|人工知能", "industry": "産業", "environment": "環境|気候",
    "energy": "エネルギー", "health": "保健|厚生", "labour": "労働|雇用", "agriculture": "農業|農相|農林", "justice": "司法|法務", "interior": "内務|治安|国家公安",
    "terrorism": "テロ対策閣僚", "trade_quad": "四極通商", "trade": "貿易", "development": "開発(?:大臣|担当|相)", "science": "科学", "education": "教育", "culture": "文化",
    "tourism": "観光", "transport": "交通|運輸", "gender": "男女共同|女性", "defence": "防衛", "urban": "都市", "inclusion": "障害", "fisheries": "水産|海洋",
    "speakers": "下院議長", "competition": "競争当局", "dpa": "データ保護",
}  # fmt: skip
_PORTFOLIOS = {
    "finance": r"finances?\b|finanz\w*|finanziari\w+|economia|économie|economy\b",
    "foreign": r"foreign affairs|auswärtige\w*|außen-|esteri",
    "environment": r"klima\b",
    "industry": r"industry|industrie\b",
    "trade": r"trade\b|commerce\b|handels?\b",
    "development": r"development\b|développement|entwicklung|sviluppo\b",
    "interior": r"security\b|sécurité|sicurezza|inneren",
    "defence": r"defen[cs]e\b",
}
"""Names that mean a track only where they are joined to ministers or to the group's name: "G7 Finance"."""
BY_THEMSELVES = ("leaders", "terrorism", "trade_quad")  # their words name a meeting without ministers or the group


@cache
def subjects() -> Guarded:
    """The phrases, each in a group named for its track."""
    return _any_of(_LATIN)


@cache
def portfolios() -> Guarded:
    """The phrases and the names of portfolios, each in a group named for its track."""
    return _any_of({t: "|".join(filter(None, (latin, _PORTFOLIOS.get(t)))) for t, latin in _LATIN.items()})


@cache
def meetings() -> Guarded:
    """The phrases that name a meeting by themselves."""
    return _any_of({track: _LATIN[track] for track in BY_THEMSELVES})


def _any_of(latin: dict[str, str]) -> Guarded:
    """Tried only where a Latin word begins or a Japanese sign stands: most places are neither."""
    tracks = "|".join(f"(?P<{track}>{words}|{_JAPANESE[track]})" for track, words in latin.items())
    return guarded(rf"(?:(?<![^\W\d])(?=\w)|(?=[぀-ヿ㐀-鿿]))(?:{tracks})", re.I)
