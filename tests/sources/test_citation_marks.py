"""What a reference says of the standing of a publication."""

import pytest

from sources import citations
from sources.vocabulary import NoticeKind
from tests.sources.test_citations import ALLEN

RETRACTION = {
    "kind": "retraction",
    "issued_on": "2024-05-01",
    "url": "https://doi.org/10.1000/n",
    "reason": None,
}


def test_vancouver_names_the_notice_behind_a_retraction():
    source = ALLEN | {"status": "retracted", "notices": [RETRACTION]}
    ending = " [RETRACTED; Retraction 2024-05-01: https://doi.org/10.1000/n]"
    assert citations.vancouver(source).endswith(ending)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"kind": "correction"}, "Erratum 2024-05-01: https://doi.org/10.1000/n"),
        ({"kind": "reinstatement", "url": None}, "Retraction lifted 2024-05-01"),
        ({"kind": "expression-of-concern", "issued_on": None}, "Expression of concern: https://doi.org/10.1000/n"),
    ],
)  # fmt: skip
def test_notice_is_told_as_far_as_it_is_known(changes, expected):
    assert citations.editorial({"notices": [RETRACTION | changes]}) == [expected]


def test_notice_of_which_nothing_is_known_leaves_only_the_mark():
    notice = RETRACTION | {"kind": "correction", "issued_on": None, "url": None}
    assert citations.editorial({"status": "corrected", "notices": [notice]}) == ["Corrected"]


def test_every_kind_of_notice_has_its_words():
    assert set(citations.NOTICES) == set(NoticeKind.values)
