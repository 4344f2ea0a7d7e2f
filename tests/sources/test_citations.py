import pytest

from sources import citations


def person(name):
    family, _, given = name.partition(", ")
    return {"family": family, "given": given}


def people(*names):
    return [person(name) for name in names]


ALLEN = {
    "type": "article-journal",
    "title": "LSD increases sleep duration the night after microdosing",
    "container_title": "Translational Psychiatry",
    "year": 2024,
    "volume": "14",
    "issue": None,
    "pages": "191",
    "authors": people(
        "Allen, Nathan",
        "Jeremiah, Aron",
        "Murphy, Robin",
        "Sumner, Rachael",
        "Forsyth, Anna",
        "Hoeh, Nicholas",
        "Menkes, David B.",
        "Evans, William",
        "Muthukumaraswamy, Suresh",
        "Sundram, Frederick",
        "Roop, Partha",
    ),
    "authors_complete": True,
    "doi": "10.1038/s41398-024-02900-4",
    "pmid": "38622150",
    "pmcid": "PMC11018829",
    "url": "https://doi.org/10.1038/s41398-024-02900-4",
    "status": "published",
}
ONA = {
    "type": "article-journal",
    "title": "Potential safety, benefits, and influence of the placebo effect in microdosing "
    "psychedelic drugs: A systematic review",
    "container_title": "Neuroscience & Biobehavioral Reviews",
    "year": 2020,
    "volume": "119",
    "issue": None,
    "pages": "194-203",
    "authors": people("Ona, Genís", "Bouso, José Carlos"),
    "authors_complete": True,
    "doi": "10.1016/j.neubiorev.2020.09.035",
    "pmid": "33031815",
    "pmcid": None,
    "status": "published",
}
DINKELACKER = {
    "type": "article-journal",
    "title": "Microdosing psychedelics has no impact on cognitive function in naturalistic settings",
    "container_title": "Journal of Psychology & Clinical Psychiatry",
    "year": 2023,
    "volume": None,
    "issue": "4",
    "pages": "111-117",
    "authors": people("Dinkelacker, Jannis", "Pop, Ioana"),
    "authors_complete": True,
    "doi": "10.15406/jpcpy.2023.14.00738",
    "status": "published",
}
MURRAY = {
    "type": "article-journal",
    "title": "Neural complexity is increased after low doses of LSD, but not moderate to high doses "
    "of oral THC or methamphetamine",
    "container_title": "Neuropsychopharmacology",
    "year": 2024,
    "authors": people("Murray, Conor"),
    "authors_complete": False,
    "doi": "10.1038/s41386-024-01809-2",
    "status": "published",
}
FEJER = {
    "type": "article",
    "title": "Microdosing psychedelics and its effect on creativity: Lessons learned from three "
    "double-blind placebo controlled longitudinal trials",
    "container_title": "PsyArXiv (preprint)",
    "year": None,
    "authors": people("Fejer, G.", "Fiacchino, D.", "Hommel, B."),
    "authors_complete": False,
    "url": "https://www.moreblossom.com/papers/microdosing-psychedelics",
    "status": "published",
}
HANKA = {
    "type": "report",
    "title": "MindBio Therapeutics announces results from landmark phase 2B microdosing in depression trial",
    "container_title": "Stockwatch (company news release)",
    "year": 2026,
    "authors": people("Hanka, Justin"),
    "authors_complete": True,
    "url": "http://www.stockwatch.com/News/Item/Z-C!MBIO-3753526/C/MBIO",
    "status": "published",
}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            ALLEN,
            "Allen N, Jeremiah A, Murphy R, Sumner R, Forsyth A, Hoeh N, et al. LSD increases sleep "
            "duration the night after microdosing. Translational Psychiatry. 2024;14:191. "
            "doi:10.1038/s41398-024-02900-4 PMID: 38622150 PMCID: PMC11018829",
        ),
        (
            ONA,
            "Ona G, Bouso JC. Potential safety, benefits, and influence of the placebo effect in "
            "microdosing psychedelic drugs: A systematic review. Neuroscience & Biobehavioral Reviews. "
            "2020;119:194-203. doi:10.1016/j.neubiorev.2020.09.035 PMID: 33031815",
        ),
        (
            DINKELACKER,
            "Dinkelacker J, Pop I. Microdosing psychedelics has no impact on cognitive function in "
            "naturalistic settings. Journal of Psychology & Clinical Psychiatry. 2023;(4):111-117. "
            "doi:10.15406/jpcpy.2023.14.00738",
        ),
        (
            MURRAY,
            "Murray C, et al. Neural complexity is increased after low doses of LSD, but not moderate "
            "to high doses of oral THC or methamphetamine. Neuropsychopharmacology. 2024. "
            "doi:10.1038/s41386-024-01809-2",
        ),
        (
            FEJER,
            "Fejer G, Fiacchino D, Hommel B, et al. Microdosing psychedelics and its effect on "
            "creativity: Lessons learned from three double-blind placebo controlled longitudinal trials "
            "[preprint]. PsyArXiv. [date unknown]. "
            "Available from: https://www.moreblossom.com/papers/microdosing-psychedelics",
        ),
        (
            HANKA,
            "Hanka J. MindBio Therapeutics announces results from landmark phase 2B microdosing in "
            "depression trial [report]. Stockwatch (company news release). 2026. "
            "Available from: http://www.stockwatch.com/News/Item/Z-C!MBIO-3753526/C/MBIO",
        ),
    ],
)
def test_vancouver_writes_a_real_record(source, expected):
    assert citations.vancouver(source) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("David B.", "Doe DB"),
        ("David B", "Doe DB"),
        ("Raíssa Nóbrega de", "Doe RN"),
        ("Erick Allan dos Santos", "Doe EAS"),
        ("Jean-Paul", "Doe JP"),
        ("Jean‐Paul", "Doe JP"),
        ("Drummond E-Wen", "Doe DEW"),
        ("N.R.P.W.", "Doe NRPW"),
        ("C. M.", "Doe CM"),
        ("CM", "Doe CM"),
        ("F", "Doe F"),
        ("F Jr", "Doe F Jr"),
        ("Felix, Jr", "Doe F Jr"),
        ("Patrick MacDonald", "Doe PM"),
        ("E\u0301lodie", "Doe É"),
        ("öznur", "Doe Ö"),
        ("", "Doe"),
        (None, "Doe"),
    ],
)
def test_authors_line_takes_initials_from_a_given_name(given, expected):
    source = {"authors": [{"family": "Doe", "given": given}]}
    assert citations.authors_line(source) == expected


@pytest.mark.parametrize(
    ("count", "is_complete", "expected"),
    [
        (0, True, ""),
        (0, False, ""),
        (1, True, "A"),
        (1, False, "A, et al."),
        (6, True, "A, B, C, D, E, F"),
        (6, False, "A, B, C, D, E, F, et al."),
        (7, True, "A, B, C, D, E, F, et al."),
        (7, False, "A, B, C, D, E, F, et al."),
    ],
)
def test_authors_line_says_when_authors_are_missing(count, is_complete, expected):
    source = {"authors": people(*"ABCDEFG"[:count]), "authors_complete": is_complete}
    assert citations.authors_line(source) == expected


def test_authors_line_shortens_at_the_number_asked_for():
    assert citations.authors_line(ALLEN, at_most=2) == "Allen N, Jeremiah A, et al."


def test_authors_line_keeps_a_suffix():
    source = {"authors": [{"family": "Doe", "given": "Felix", "suffix": "Jr."}]}
    assert citations.authors_line(source) == "Doe F Jr"


def test_authors_line_keeps_a_corporate_author_whole():
    source = {"authors": [{"literal": "World Health Organization"}, person("Doe, Jane")]}
    assert citations.authors_line(source) == "World Health Organization, Doe J"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "2024;14:191"),
        ({"issue": "2"}, "2024;14(2):191"),
        ({"pages": None}, "2024;14"),
        ({"volume": None}, "2024:191"),
        ({"volume": None, "pages": None}, "2024"),
        ({"volume": None, "issue": "4"}, "2024;(4):191"),
        ({"year": None}, "[date unknown];14:191"),
        ({"year": None, "volume": None, "pages": None}, "[date unknown]"),
    ],
)
def test_parts_say_where_as_far_as_known(changes, expected):
    assert citations.parts(ALLEN | changes)["where"] == expected


@pytest.mark.parametrize(
    ("status", "ending"),
    [
        ("retracted", " [RETRACTED]"),
        ("expression-of-concern", " [Expression of concern]"),
        ("corrected", " [Corrected]"),
        ("published", " PMCID: PMC11018829"),
        (None, " PMCID: PMC11018829"),
    ],
)
def test_vancouver_ends_with_the_status(status, ending):
    assert citations.vancouver(ALLEN | {"status": status}).endswith(ending)


@pytest.mark.parametrize("title", ["Does it work?", "It works!", "It works."])
def test_vancouver_does_not_double_a_full_stop(title):
    reference = citations.vancouver({"title": title, "container_title": "J. Test.", "year": 2020})
    assert reference == f"{title} J. Test. 2020."


def test_vancouver_of_a_bare_title_has_no_holes():
    assert citations.vancouver({"title": "Alone"}) == "Alone. [date unknown]."


def test_vancouver_is_one_line():
    source = {"title": "Two\nlines\t and  a tab", "year": 2020}
    assert citations.vancouver(source) == "Two lines and a tab. 2020."


def test_vancouver_leaves_escaping_to_others():
    assert citations.vancouver({"title": "<b>A & B</b>", "year": 2020}) == "<b>A & B</b>. 2020."


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (HANKA, "Hanka 2026"),
        (ONA, "Ona & Bouso 2020"),
        (ALLEN, "Allen et al. 2024"),
        (MURRAY, "Murray et al. 2024"),
        (FEJER, "Fejer et al. n.d."),
        ({"authors": people("de Wit, H."), "year": 2022}, "de Wit 2022"),
        ({"authors": [{"literal": "WHO"}], "year": 2022}, "WHO 2022"),
        ({"title": "A short title", "year": 2022, "authors": []}, "A short title 2022"),
        (
            {"title": "A title that goes on and on until nobody reads it", "authors": None},
            "A title that goes on and on until… n.d.",
        ),
    ],
)
def test_label_names_authors_and_year(source, expected):
    assert citations.label(source) == expected


def test_parts_list_identifiers_with_their_addresses():
    assert citations.parts(ALLEN)["identifiers"] == [
        (
            "doi",
            "10.1038/s41398-024-02900-4",
            "https://doi.org/10.1038/s41398-024-02900-4",
        ),
        ("PMID", "38622150", "https://pubmed.ncbi.nlm.nih.gov/38622150/"),
        ("PMCID", "PMC11018829", "https://pmc.ncbi.nlm.nih.gov/articles/PMC11018829/"),
    ]


def test_parts_give_the_web_address_only_without_identifiers():
    address = HANKA["url"]
    assert citations.parts(HANKA)["identifiers"] == [("URL", address, address)]


def test_parts_quote_a_doi_in_its_address():
    found = citations.parts({"title": "T", "doi": "10.1000/a#b?c%d(e)"})["identifiers"][0]
    assert found.address == "https://doi.org/10.1000/a%23b%3Fc%25d(e)"


def test_parts_call_a_preprint_so_only_once():
    piece = citations.parts(FEJER)
    assert (piece["title"][-10:], piece["container"]) == ("[preprint]", "PsyArXiv")


def test_parts_have_an_empty_mark_for_sound_work():
    assert citations.parts(ALLEN)["mark"] == ""


def test_list_in_unknown_order_gives_no_first_author():
    source = {"title": "Lessons from three trials", "year": 2024, "authors_in_order": False}
    source["authors"] = [{"family": "Fejer", "given": "George"}]
    assert citations.label(source) == "Lessons from three trials 2024"


def test_reference_says_that_the_order_of_authors_is_unknown():
    source = {"title": "Lessons", "authors_in_order": False}
    source["authors"] = [{"family": "Fejer", "given": "George"}]
    assert citations.authors_line(source) == "Fejer G [order of authors not known]"
