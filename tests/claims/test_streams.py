"""Which column of the gap map a study stands in, and how often."""

import pytest

from claims.models import Edition
from claims.streams import count_by_dose, count_by_stream, stream_of, studies_at

RECORD = {
    "design": "rct-parallel",
    "dose_regime": "microdose",
    "status": "published",
    "substances": [],
}


@pytest.mark.parametrize(
    ("design", "dose", "stream"),
    [
        ("rct-crossover", "microdose", "trials-microdose"),
        ("self-blinded-rct", "microdose", "trials-microdose"),
        ("rct-parallel", "full-dose", "trials-full-dose"),
        ("rct-parallel", "low-dose", "other-human"),
        ("open-label", "microdose", "other-human"),
        ("cross-sectional", "microdose", "surveys"),
        ("animal-experiment", "microdose", "animals"),
        ("in-vitro", "not-applicable", "cells"),
        ("meta-analysis", "mixed", "reviews"),
        ("narrative-review", "mixed", "reviews"),
    ],
)
def test_stream_follows_from_design_and_dose(design, dose, stream):
    assert stream_of(RECORD | {"design": design, "dose_regime": dose}) == stream


def shown(study, source, direction):
    return {"study": study, "source": source, "direction": direction, "use": "shown"}


def test_shown_papers_of_one_study_count_once_and_mixed_if_they_differ():
    document = {
        "studies": [],
        "evidence": [shown("trial", "a", "supports"), shown("trial", "b", "no-effect")],
        "sources": {"a": RECORD, "b": RECORD},
    }
    assert count_by_stream(studies_at(document)) == {"trials-microdose": {"mixed": 1}}


def test_retracted_study_stands_nowhere():
    document = {
        "studies": [],
        "evidence": [shown("trial", "a", "supports") | {"use": "excluded"}],
        "sources": {"a": RECORD | {"status": "retracted"}},
    }
    assert studies_at(document) == []


def test_study_of_several_doses_is_neither_micro_nor_full():
    document = {
        "studies": [],
        "evidence": [shown("trial", "a", "supports"), shown("trial", "b", "supports")],
        "sources": {"a": RECORD, "b": RECORD | {"dose_regime": "full-dose"}},
    }
    assert count_by_dose(studies_at(document)) == {"microdose": 0, "full-dose": 0, "other": 1}


def test_counted_studies_stand_in_the_map_as_the_claim_page_shows_them(corpus):
    for edition in Edition.objects.current():
        document = edition.document
        places = studies_at(document)[: len(document["studies"])]
        folded = [(study["stream"], study["direction"]) for study in document["studies"]]
        assert [(place["stream"], place["direction"]) for place in places] == folded
