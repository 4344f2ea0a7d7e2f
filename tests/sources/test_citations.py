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
            "creativity: Lessons learned from three double-blind placebo controlled longitudinal trials. "
            "PsyArXiv [Preprint]. [date unknown]. "
            "Available from: https://www.moreblossom.com/papers/microdosing-psychedelics",
        ),
        (
            HANKA,
            "Hanka J. MindBio Therapeutics announces results from landmark phase 2B microdosing in "
            "depression trial [Internet]. Stockwatch (company news release); 2026. "
            "Available from: http://www.stockwatch.com/News/Item/Z-C!MBIO-3753526/C/MBIO",
        ),
    ],
)
def test_vancouver_writes_a_real_record(source, expected):
    assert citations.vancouver(source) == expected


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


@pytest.mark.parametrize(
    "title",
    ["Does it work?", "It works!", "It works.", "It is “quoted.”", 'It asks "why?"', "And so…"],
)
def test_vancouver_does_not_double_a_full_stop(title):
    reference = citations.vancouver({"title": title, "container_title": "J. Test.", "year": 2020})
    assert reference == f"{title} J. Test. 2020."


@pytest.mark.parametrize("title", ['It is "quoted"', "It works (really?)"])
def test_vancouver_ends_a_title_that_has_no_end_of_its_own(title):
    assert citations.vancouver({"title": title, "year": 2020}) == f"{title}. 2020."


@pytest.mark.parametrize(
    "sign", "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
def test_vancouver_turns_no_direction(sign):
    source = {"title": f"Two{sign} words", "container_title": f"{sign}J", "year": 2020}
    assert citations.vancouver(source) == "Two words. J. 2020."


def test_vancouver_of_a_bare_title_has_no_holes():
    assert citations.vancouver({"title": "Alone"}) == "Alone. [date unknown]."


def test_vancouver_is_one_line():
    source = {"title": "Two\nlines\t and  a tab", "year": 2020}
    assert citations.vancouver(source) == "Two lines and a tab. 2020."


def test_vancouver_leaves_escaping_to_others():
    assert citations.vancouver({"title": "<b>A & B</b>", "year": 2020}) == "<b>A & B</b>. 2020."


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
    assert (piece["title"][-6:], piece["container"]) == ("trials", "PsyArXiv [Preprint]")


def test_parts_have_an_empty_mark_for_sound_work():
    assert citations.parts(ALLEN)["mark"] == ""
