"""The numbers of a paper: DOI, PubMed, PubMed Central; and what every refusal says."""

import pytest

from sources import identifiers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10.1038/s41398-024-02900-4", "10.1038/s41398-024-02900-4"),
        ("10.1016/s2215-0366(20)30138-3", "10.1016/s2215-0366(20)30138-3"),
        ("10.1001/2013.jamapsychiatry.4", "10.1001/2013.jamapsychiatry.4"),
        ("https://doi.org/10.7554/eLife.35082", "10.7554/elife.35082"),
        ("http://dx.doi.org/10.7554/elife.35082", "10.7554/elife.35082"),
        ("doi.org/10.7554/elife.35082", "10.7554/elife.35082"),
        ("HTTPS://DOI.ORG/10.7554/ELIFE.35082", "10.7554/elife.35082"),
        ("https://doi.org/10.1007%2Fs00213-018-5106-2", "10.1007/s00213-018-5106-2"),
        ("https://doi.org/10.7554/elife.35082?utm_source=x#top", "10.7554/elife.35082"),
        ("doi:10.7554/elife.35082", "10.7554/elife.35082"),
        ("DOI: 10.7554/elife.35082", "10.7554/elife.35082"),
        ("doi 10.7554/elife.35082", "10.7554/elife.35082"),
        ("doi: https://doi.org/10.7554/elife.35082", "10.7554/elife.35082"),
        ("info:doi/10.7554/elife.35082", "10.7554/elife.35082"),
        ("https://doi.org/doi:10.7554/elife.35082", "10.7554/elife.35082"),
        ("10.1000/a&amp;b", "10.1000/a&b"),
        ("10.7554/elife.35082.", "10.7554/elife.35082"),
        ("10.7554/elife.35082).", "10.7554/elife.35082"),
        ("10.7554/elife.35082;", "10.7554/elife.35082"),
        ("  10.7554/elife.35082\n", "10.7554/elife.35082"),
        ("10.1000.10/123456", "10.1000.10/123456"),
        ("10.1101/2021.01.28.428377v1", "10.1101/2021.01.28.428377"),
        ("https://doi.org/10.1101/428377v12.full", "10.1101/428377"),
        ("10.64898/2026.01.09.698608v1.full", "10.64898/2026.01.09.698608"),
        ("10.1101/gr.123456.119v1", "10.1101/gr.123456.119v1"),
        ("10.21203/rs.3.rs-1234567/v1", "10.21203/rs.3.rs-1234567/v1"),
        ("10.1000/" + "a" * 192, "10.1000/" + "a" * 192),
    ],
)
def test_doi_loses_its_dress(text, expected):
    assert identifiers.doi(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "elife.35082",
        "10.7554",
        "10.7554/",
        "11.7554/elife.35082",
        "10.75/elife.35082",
        "10.7554/elife 35082",
        "10.7554/elife\t35082",
        "10.7554/elife\x0035082",
        "10.7554/elife\u200b35082",
        "10.7554/<script>",
        "<10.7554/elife.35082>",
        "10.1002/1097-0142&lt;1::aid-1&gt;3.0.co;2-a",
        "10.7554/elife&none;35082",
        "10.1002/(sici)1097-0142<1::aid-1>3.0.co;2-a",
        '10.7554/elife"35082',
        "10.7554/élife",
        "10.७५५४/elife",
        "10.1000/" + "a" * 193,
        "10.1000/" + "a" * 100_000,
        "https://doi.org/10.7554/elife%00",
        "https://doi.org/10.7554/elife%20x",
        "https://doi.org/",
        "https://evil.example/10.7554/elife.35082",
    ],
)
def test_doi_refuses_what_is_none(text):
    with pytest.raises(identifiers.BadIdentifier):
        identifiers.doi(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("38622150", "38622150"),
        ("9875725", "9875725"),
        ("PMID: 38622150", "38622150"),
        ("PMID:38622150", "38622150"),
        ("pmid 38622150.", "38622150"),
        ("https://pubmed.ncbi.nlm.nih.gov/38622150/", "38622150"),
        ("https://pubmed.ncbi.nlm.nih.gov/38622150/?dopt=Abstract", "38622150"),
        ("https://www.ncbi.nlm.nih.gov/pubmed/38622150", "38622150"),
        ("pubmed.ncbi.nlm.nih.gov/38622150", "38622150"),
        ("https://europepmc.org/article/MED/38622150", "38622150"),
        ("https://europepmc.org/abstract/med/38622150", "38622150"),
    ],
)
def test_pmid_loses_its_dress(text, expected):
    assert identifiers.pmid(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "0", "012", "123456789", "PMC123", "12 34", "12a", "-1", "١٢٣", "1\x002", "PMID:"],
)
def test_pmid_refuses_what_is_none(text):
    with pytest.raises(identifiers.BadIdentifier):
        identifiers.pmid(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PMC11018829", "PMC11018829"),
        ("pmc11018829", "PMC11018829"),
        ("PMCID: PMC11018829", "PMC11018829"),
        ("PMC 11018829", "PMC11018829"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC4338939", "PMC4338939"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC4338939/?utm_source=x", "PMC4338939"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC4338939/pdf/a.pdf", "PMC4338939"),
        ("https://europepmc.org/article/PMC/PMC4338939", "PMC4338939"),
        ("https://www.ncbi.nlm.nih.gov/labs/pmc/articles/PMC4338939/", "PMC4338939"),
        ("PMC4338939.2", "PMC4338939"),
    ],
)
def test_pmcid_loses_its_dress(text, expected):
    assert identifiers.pmcid(text) == expected


@pytest.mark.parametrize(
    "text", ["", "11018829", "PMC", "PMC0", "PMC1x", "PMC1234567890", "PMC\x001"]
)
def test_pmcid_refuses_what_is_none(text):
    with pytest.raises(identifiers.BadIdentifier):
        identifiers.pmcid(text)


@pytest.mark.parametrize(
    ("normalise", "text", "example"),
    [
        (identifiers.doi, "smith2021", "10.1038/s41398-024-02900-4"),
        (identifiers.pmid, "smith2021", "38622150"),
        (identifiers.pmcid, "smith2021", "PMC11018829"),
        (identifiers.registration, "smith2021", "NCT04558294"),
        (identifiers.url, "smith2021", "https://www.zora.uzh.ch"),
        (identifiers.orcid, "smith2021", "0000-0002-1825-0097"),
    ],
)
def test_refusal_shows_an_example(normalise, text, example):
    with pytest.raises(ValueError, match=f"'smith2021'. Write it like {example}"):
        normalise(text)


def test_refusal_shortens_a_long_text():
    with pytest.raises(identifiers.BadIdentifier) as refusal:
        identifiers.doi("x" * 100_000)
    assert len(str(refusal.value)) < 200
