"""Identifiers and addresses in RIS, wherever databases and programs keep them."""

import pytest

from tests.sources.intake.reading_files import fields


def record(*lines):
    return "\n".join(["TY  - JOUR", "TI  - T", "DO  - 10.5555/a", *lines, "ER  - ", ""])


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        (["AN  - 38622150", "DP  - NLM", "ID  - 25"], "38622150"),
        (["AN  - PMID:38622150", "DB  - Embase"], "38622150"),
        (["DB  - Ovid MEDLINE(R) 1946-Present", "ID  - 38622150"], "38622150"),
        (["DB  - Embase", "DB  - Medline", "C5  - 38622150", "U2  - L2011"], "38622150"),
        (["C5  - 38622150", "U2  - L2011"], "38622150"),
        (["DB  - PubMed", "AN  - 38622150", "U2  - 38622150"], "38622150"),
        (["DB  - Ovid MEDLINE(R)", "AN  - 20200101-1", "ID  - 38622150"], "38622150"),
        (["DB  - Ovid MEDLINE(R)", "AN  - 2020010112", "ID  - 38622150"], "38622150"),
    ],
)
def test_number_of_pubmed_is_read_where_each_database_keeps_it(lines, number):
    assert fields(record(*lines))["pmid"] == number


@pytest.mark.parametrize(
    "lines",
    [
        ["DP  - NLM", "ID  - 25"],
        ["DP  - NLM", "M1  - 117"],
        ["DB  - PubMed", "C1  - 42"],
        ["DB  - Embase", "DB  - Medline", "AN  - 2011000001", "U2  - L2011"],
        ["DB  - Embase", "ID  - 38622150"],
        ["C5  - 38622150"],
        ["C5  - 2021", "U2  - 38622150"],
        ["DB  - Medline", "AN  - 11000001", "U2  - L2011"],
    ],
    ids=" ".join,
)
def test_other_number_is_not_taken_for_one_of_pubmed(lines):
    assert "pmid" not in fields(record(*lines))


def at(*addresses):
    """Return the fields of a record that has addresses and no DOI."""
    lines = "\n".join(f"UR  - {address}" for address in addresses)
    return fields(f"TY  - JOUR\nTI  - T\n{lines}\nER  - \n")


@pytest.mark.parametrize(
    "address",
    [
        "https://www.tandfonline.com/doi/abs/10.5555/Invented.1",
        "https://www.tandfonline.com/doi/full/10.5555/invented.1?needAccess=true",
        "https://journals.example.org/doi/pdf/10.5555/invented.1",
        "https://journals.example.org/doi/epdf/10.5555/invented.1#page",
        "https://journals.example.org/doi/10.5555/invented.1/",
        "https://onlinelibrary.example.org/doi/10.5555/invented.1/abstract",
        "https://journals.example.org/journal/doi/10.5555%2Finvented.1",
        "https://www-tandfonline-com.ezproxy.example.edu/doi/abs/10.5555/invented.1",
    ],
)
def test_doi_in_the_address_of_a_publisher_is_read(address):
    found = at(address)
    assert (found["doi"], found["url"]) == ("10.5555/invented.1", address)


@pytest.mark.parametrize(
    "address",
    [
        "https://doi-org.ezproxy.example.edu/10.5555/invented.1",
        "http://dx.doi.org.ezproxy.example.edu:2048/10.5555/invented.1",
        "https://login.ezproxy.example.edu/login?url=https://doi.org/10.5555/invented.1",
    ],
)
def test_doi_behind_the_proxy_of_a_library_is_read_and_the_proxy_left_out(address):
    found = at(address)
    assert (found["doi"], found["url"]) == (
        "10.5555/invented.1",
        "https://doi.org/10.5555/invented.1",
    )


@pytest.mark.parametrize(
    "address",
    [
        "https://academic.example.org/article-abstract/doi/10.5555/sleep/zsz123/5506634",
        "https://journals.example.org/doi/pdf/10.5555/invented.pdf",
        "https://journals.example.org/doi/suppl/10.5555/invented.1",
        "https://journals.example.org/doi/citedby/10.5555/invented.1",
        "https://journals.example.org/content/10.5555/invented.1v2.full",
        "https://example.org/search?q=/doi/10.5555/invented.1",
        "https://doi-org/10.5555/invented.1",
    ],
)
def test_address_that_names_no_doi_for_sure_gives_none(address):
    found = at(address)
    assert ("doi" in found, found["url"]) == (False, address)


def test_two_addresses_that_name_different_dois_give_none():
    found = at("https://a.example.org/doi/10.5555/a", "https://a.example.org/doi/10.5555/b")
    assert "doi" not in found


def test_doi_tag_counts_before_the_address_of_a_publisher():
    found = fields(record("UR  - https://a.example.org/doi/abs/10.5555/b"))
    assert found["doi"] == "10.5555/a"


def test_doi_in_a_note_counts_before_the_address_of_a_publisher():
    lines = (
        "TY  - JOUR\nTI  - T\nN1  - DOI: 10.5555/a\nUR  - https://a.example.org/doi/abs/10.5555/b"
    )
    assert fields(f"{lines}\nER  - \n")["doi"] == "10.5555/a"
