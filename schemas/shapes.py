"""The shapes of coded values: regular expressions, each with the words that tell a person what was expected.

Polars runs them (Rust syntax, linear time), anchored here and not by the caller.
"""

from typing import NamedTuple


class Shape(NamedTuple):
    """A regular expression and what it stands for, to be read after "is not"."""

    pattern: str
    says: str


# ISO 3166-1 alpha-3, all 249 codes: a mere `[A-Z]{3}` would let GER, ENG and UK. pass.
_COUNTRIES = """
ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM
BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR
CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB
GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA
JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA
MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR
NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS
SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON
TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE
"""
# The European Union (reserved by ISO), Kosovo (in common use), and states that old texts name and that are no more.
_BESIDE_ISO = "EUE XKX SUN YUG SCG CSK DDR"

COUNTRY = Shape(
    rf"^(?:{'|'.join((_COUNTRIES + _BESIDE_ISO).split())})$",
    "an ISO 3166-1 alpha-3 code such as JPN (EUE for the European Union)",
)
LANGUAGE = Shape(
    r"^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-[a-z0-9]{5,8})*$",
    "a BCP 47 language tag such as en, pt-BR or und",
)
ID = Shape(r"^\S+$", "an id: one or more characters without blanks")
MEETING_ID = Shape(
    r"^g[78]-[0-9]{4}(?:-[a-z0-9_]+)+$",
    "a meeting id: forum, year, track and, where known, month and day, as in g7-2023-digital-0429",
)
NAME_IN_CODE = Shape(r"^[a-z][a-z0-9_]*$", "a lower-case name with underscores, such as list_lost")
VERSION_OF_CODE = Shape(r"^[0-9a-f]{12}$", "the version of an extractor: 12 lower-case hexadecimal digits")
VERSION = Shape(r"^(?:0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]*)){2}$", "a version: three numbers, such as 1.4.0")
SHA256 = Shape(r"^[0-9a-f]{64}$", "a SHA-256 digest: 64 lower-case hexadecimal digits")
URL = Shape(r"^[a-z][a-z0-9+.-]*:\S", "an absolute address such as https://g7.utoronto.ca/ or file:page.html")
MEDIA_TYPE = Shape(r"^[a-z0-9!#&^_.+-]+/[a-z0-9!#&^_.+-]+$", "a bare media type such as text/html")
JSON_OBJECT = Shape(r"(?s)^\{.*\}$", "a JSON object")
