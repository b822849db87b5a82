"""The closed sets: every value that a column with a fixed vocabulary may hold, each with its meaning.

A vocabulary is read three times: by the check that refuses any other word, by the Parquet metadata of a release, and
by the codebook. So a new value is one new line here, and nowhere else.
"""

from typing import NamedTuple


class Term(NamedTuple):
    """One allowed value and what it means."""

    value: str
    meaning: str


Vocabulary = tuple[Term, ...]


def terms(**meanings: str) -> Vocabulary:
    """Make a vocabulary of `value="meaning"` pairs, in the order given.

    >>> terms(found="it is there")
    (Term(value='found', meaning='it is there'),)
    """
    return tuple(Term(value, meaning) for value, meaning in meanings.items())


KINDS = terms(
    declaration="a text agreed by the group and called a declaration",
    communique="a text agreed by the group and called a communiqué",
    statement="a text agreed by the group, or given by the chair in its name, called a statement",
    chairs_summary="the chair's own summary or conclusions, not agreed line by line",
    annex="a text attached to another and agreed with it",
    action_plan="a list of actions with aims, often with dates: action plan, roadmap, programme",
    principles="a set of principles or guidelines",
    charter="a founding or lasting commitment called a charter, pact or compact",
    report="a report to or by the group: progress, accountability, expert findings",
    agenda="a programme or list of topics of a meeting still to come",
    press_release="a release by one government or body to the press",
    fact_sheet="a short account of results in points, issued by one government",
    readout="an account of a meeting or talk by one of those who took part",
    media_advisory="a notice to the press of what will happen, where and when",
    transcript="spoken words written down: press conferences, interviews",
    speech="one person's speech or remarks",
    news="journalism, or a news item of a site",
    table="a page that is mainly a table about meetings",
    other="a text in scope of none of the other kinds",
)

FORUMS = terms(
    G7="the Group of Seven, and the Group of Six of 1975",
    G8="the Group of Eight, with Russia, 1997 to 2014",
)

TRACKS = terms(
    leaders="Leaders' Summit",
    finance="Finance Ministers and Central Bank Governors",
    foreign="Foreign Ministers",
    digital="Digital and Technology Ministers",
    industry="Industry Ministers",
    environment="Environment Ministers",
    energy="Energy Ministers",
    health="Health Ministers",
    labour="Labour and Employment Ministers",
    agriculture="Agriculture Ministers",
    justice="Justice Ministers",
    interior="Interior and Security Ministers",
    terrorism="Ministerial on Terrorism",
    trade="Trade Ministers",
    trade_quad="Quadrilateral Trade Ministers",
    development="Development Ministers",
    science="Science and Technology Ministers",
    education="Education Ministers",
    culture="Culture Ministers",
    tourism="Tourism Ministers",
    transport="Transport Ministers",
    gender="Gender Equality Ministers",
    defence="Defence Ministers",
    urban="Urban Development Ministers",
    inclusion="Inclusion and Disability Ministers",
    fisheries="Fisheries or Oceans Ministers",
    cyber="G7 Cyber Expert Group",
    speakers="Speakers' Meeting",
    competition="Competition Authorities and Policymakers",
    dpa="Data Protection and Privacy Authorities Roundtable",
)

PRESIDENCIES = terms(
    CAN="Canada",
    FRA="France",
    DEU="Germany",
    ITA="Italy",
    JPN="Japan",
    GBR="United Kingdom",
    USA="United States",
    RUS="Russia, in the G8 only",
)

PRECISIONS = terms(
    day="the days themselves are known",
    month="only the month is known: the dates are the first and the last day it may have been",
    year="only the year is known: the dates are the first and the last day it may have been",
)

DATE_BASES = terms(
    header="the place and date line above the text",
    title="the title or subtitle",
    body="a sentence of the text",
    metadata="what the page says of itself: meta tags, file properties, the line with its publication date",
    reference="the project's own list of meetings",
)

MODES = terms(
    in_person="all met in one place",
    virtual="all met online",
    hybrid="some met in one place, others joined online",
)

NUMBERINGS = terms(
    decimal="a number: 1. or (1) or 1.2",
    letter="a letter: a) or (A)",
    roman="a roman number: iv. or (IV)",
    bullet="a bullet, dash or other mark that does not count",
    none="no mark",
)

FUNCTIONS = terms(
    chair="chaired or co-chaired the meeting",
    host="invited or received the others without being named as chair",
    participant="took part",
    signatory="signed or issued the text",
    speaker="speaks: the text is this person's speech, remarks or interview",
    quoted="is quoted",
    mentioned="is named in passing",
)

PARTICIPATIONS = terms(
    member="a member of the group at the time, or the European Union",
    guest="a country that was invited",
    organisation="an international organisation or other body that took part",
)

RELATIONS = terms(
    declaration="the main text to which this one belongs",
    annex="an annex of this text",
    see_also="another text that the page points to",
    pdf="the same text as a file",
    translation="the same text in another language",
    source="where the publisher says the text was taken from",
)

STATUSES = terms(
    held="took place",
    planned="announced, and not known to have taken place",
    cancelled="announced, and called off or replaced",
)

OUTCOMES = terms(
    published="holds a text in scope, which is in this release",
    out_of_scope="was read, and is not mainly about the group",
    rejected="could not be read or did not keep the contract: see the table `rejected`",
    duplicate="the same page met under another address of the same publisher",
    superseded="a newer capture of the same address was used",
    index="lists texts and holds none of its own",
)

STAGES = terms(
    fetch="getting the page, or reading it out of the archive",
    read="turning its bytes into text",
    extract="reading fields out of the text",
    validate="checking the rows against this contract",
)

CHANGE_KINDS = terms(
    added="the row is new",
    removed="the row is gone",
    changed="one value of the row differs",
    renamed="the table, the column or the id is called otherwise",
)

CAUSES = terms(
    source="the publisher's page is new, gone or different",
    extractor="the pipeline reads the same page differently",
    correction="a maintainer corrected the value",
    reference="the project's reference facts changed",
    rename="a maintainer gave a table, a column or an id another name",
)

TABLES = terms(
    documents="one text in scope",
    clauses="one unit of a text",
    ministers="one office-holder named in a document",
    people="one person",
    participants="one country or body taking part",
    links="one related text or file",
    meetings="one meeting",
    observations="one cell of a table about meetings",
    evidence="where one value was read",
    pages="one page read",
    rejected="one page or row set aside",
    sources="one publisher",
    coverage="one meeting that should exist",
    aliases="one id that was retired",
    accuracy="one field on one labelled set",
    changes="one change since the version before",
)

VOCABULARIES: dict[str, Vocabulary] = {
    "KINDS": KINDS,
    "FORUMS": FORUMS,
    "TRACKS": TRACKS,
    "PRESIDENCIES": PRESIDENCIES,
    "PRECISIONS": PRECISIONS,
    "DATE_BASES": DATE_BASES,
    "MODES": MODES,
    "NUMBERINGS": NUMBERINGS,
    "FUNCTIONS": FUNCTIONS,
    "PARTICIPATIONS": PARTICIPATIONS,
    "RELATIONS": RELATIONS,
    "STATUSES": STATUSES,
    "OUTCOMES": OUTCOMES,
    "STAGES": STAGES,
    "CHANGE_KINDS": CHANGE_KINDS,
    "CAUSES": CAUSES,
    "TABLES": TABLES,
}
