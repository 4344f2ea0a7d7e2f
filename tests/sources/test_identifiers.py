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
    ("text", "expected"),
    [
        ("ACTRN12621000436875", "ACTRN12621000436875"),
        ("NCT04558294", "NCT04558294"),
        ("PROSPERO CRD42022333096", "PROSPERO CRD42022333096"),
        ("CRD42022333096", "PROSPERO CRD42022333096"),
        ("PROSPERO: CRD420251012345", "PROSPERO CRD420251012345"),
        ("nct04558294", "NCT04558294"),
        ("NCT 04558294", "NCT04558294"),
        ("ClinicalTrials.gov identifier: NCT04558294.", "NCT04558294"),
        ("https://clinicaltrials.gov/study/NCT04558294?term=lsd", "NCT04558294"),
        ("ISRCTN12345678", "ISRCTN12345678"),
        ("https://www.isrctn.com/ISRCTN12345678", "ISRCTN12345678"),
        ("https://www.anzctr.org.au/ACTRN12621000436875", "ACTRN12621000436875"),
        ("EudraCT 2018-003573-97", "EudraCT 2018-003573-97"),
        ("EudraCT number: 2018-003573-97", "EudraCT 2018-003573-97"),
        ("2018-003573-97", "EudraCT 2018-003573-97"),
        ("UMIN000012345", "UMIN000012345"),
        ("JPRN-UMIN000012345", "UMIN000012345"),
        ("ChiCTR2000029742", "ChiCTR2000029742"),
        ("chictr-trc-08000184", "ChiCTR-TRC-08000184"),
        ("DRKS00012345", "DRKS00012345"),
    ],
)
def test_registration_is_written_as_its_registry_does(text, expected):
    assert identifiers.registration(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "NCT0455829",
        "NCT045582944",
        "ACTRN1262100043687",
        "CRD12022333096",
        "2018-003573",
        "PROSPERO",
        "XYZ12345678",
        "NCT04558294 NCT04558295",
        "<NCT04558294>",
        "NCT0455\x008294",
    ],
)
def test_registration_refuses_what_is_none(text):
    with pytest.raises(identifiers.BadIdentifier):
        identifiers.registration(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "http://www.stockwatch.com/News/Item/Z-C!MBIO-3753526/C/MBIO",
            "http://www.stockwatch.com/News/Item/Z-C!MBIO-3753526/C/MBIO",
        ),
        (
            "https://rd.springer.com/a/10.1007%2Fs00213",
            "https://rd.springer.com/a/10.1007%2Fs00213",
        ),
        (" https://example.org/a?b=c&d=e#f ", "https://example.org/a?b=c&d=e#f"),
        ("HTTPS://Example.ORG/Path", "https://example.org/Path"),
        ("https://example.org:8443/", "https://example.org:8443/"),
        ("https://[2001:db8::1]/", "https://[2001:db8::1]/"),
    ],
)
def test_url_keeps_a_web_address(text, expected):
    assert identifiers.url(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "www.example.org",
        "/relative",
        "//example.org/",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "JaVaScRiPt://example.org/%0aalert(1)",
        "data:text/html,x",
        "ftp://example.org/",
        "mailto:a@example.org",
        "https://",
        "https:///path",
        "https:example.org",
        "https://exam ple.org/",
        "https://example.org/a b",
        "https://example.org/\x00",
        "https://example.org/\u202etxt",
        'https://example.org/"onclick=',
        "https://example.org/<b>",
        "https://example.org\\@evil.example",
        "https://pubmed.gov@evil.example/",
        "https://example.org:99999/",
        "https://example.org:x/",
        "https://[bad/",
        "https://example.org/" + "a" * 500,
    ],
)
def test_url_refuses_what_is_no_web_address(text):
    with pytest.raises(identifiers.BadIdentifier):
        identifiers.url(text)


@pytest.mark.parametrize(
    "text",
    [
        "0000-0002-1825-0097",
        "0000000218250097",
        "https://orcid.org/0000-0002-1825-0097",
        "http://www.orcid.org/0000-0002-1825-0097/",
        "orcid.org/0000-0002-1825-0097?lang=en",
        "ORCID: 0000-0002-1825-0097",
        "ORCID iD: https://orcid.org/0000-0002-1825-0097",
        "  0000-0002-1825-0097.\n",
    ],
)
def test_orcid_loses_its_dress(text):
    assert identifiers.orcid(text) == "0000-0002-1825-0097"


@pytest.mark.parametrize("text", ["0000-0002-1694-233X", "0000-0002-1694-233x"])
def test_orcid_may_end_in_x(text):
    assert identifiers.orcid(text) == "0000-0002-1694-233X"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0000-0002-1825-0098",
        "0000-0002-1852-0097",
        "0000-0002-1825-009X",
        "0000-0002-1825-009",
        "0000-0002-1825-00977",
        "0000-0002-X825-0097",
        "0000 0002 1825 0097",
        "०000-0002-1825-0097",
        "https://evil.example/0000-0002-1825-0097",
        "https://orcid.org.evil.example/0000-0002-1825-0097",
        "0000-0002-1825-0097\x00",
        "0" * 100_000,
    ],
)
def test_orcid_refuses_what_fails_its_checksum_or_shape(text):
    with pytest.raises(identifiers.BadIdentifier):
        identifiers.orcid(text)


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


@pytest.mark.parametrize(
    "example",
    [
        "NCT04558294",
        "ISRCTN12345678",
        "EudraCT 2018-003573-97",
        "ACTRN12621000436875",
        "PROSPERO CRD42022333096",
        "UMIN000012345",
        "ChiCTR2000029742",
        "DRKS00012345",
    ],
)
def test_registration_accepts_its_own_examples(example):
    assert identifiers.registration(example) == example


def test_refusal_shortens_a_long_text():
    with pytest.raises(identifiers.BadIdentifier) as refusal:
        identifiers.doi("x" * 100_000)
    assert len(str(refusal.value)) < 200
