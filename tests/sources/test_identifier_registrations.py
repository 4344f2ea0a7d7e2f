"""The numbers of trial registries."""

import pytest

from sources import identifiers


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
        ("ClinicalTrials.gov ID: NCT04558294", "NCT04558294"),
        ("ClinicalTrials.gov number, NCT04558294", "NCT04558294"),
        ("clinicaltrials.gov/study/NCT04558294", "NCT04558294"),
        ("www.clinicaltrials.gov/ct2/show/NCT04558294", "NCT04558294"),
        ("ISRCTN12345678", "ISRCTN12345678"),
        ("https://www.isrctn.com/ISRCTN12345678", "ISRCTN12345678"),
        ("https://www.anzctr.org.au/ACTRN12621000436875", "ACTRN12621000436875"),
        ("EudraCT 2018-003573-97", "EudraCT 2018-003573-97"),
        ("EudraCT number: 2018-003573-97", "EudraCT 2018-003573-97"),
        ("2018-003573-97", "EudraCT 2018-003573-97"),
        ("EudraCT No 2018-003573-97", "EudraCT 2018-003573-97"),
        ("EUCTR2018-003573-97-GB", "EudraCT 2018-003573-97"),
        (
            "https://www.clinicaltrialsregister.eu/ctr-search/trial/2018-003573-97/GB",
            "EudraCT 2018-003573-97",
        ),
        ("PROSPERO 2022 CRD42022333096", "PROSPERO CRD42022333096"),
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
