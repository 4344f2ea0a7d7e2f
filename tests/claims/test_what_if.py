"""A reader's what-if: the same rule on the same document, with something left out."""

import itertools
import json
from dataclasses import replace

import pytest

from claims.models import Edition
from claims.rating.items import Question
from claims.what_if import NOTHING_LEFT, Answer, Asked, RatedDocument, UnknownSwitch, answer
from tests.claims.what_if_documents import QUESTION, cases, document_of, make_item

ALL = ("abstract-only", "animals", "preprints", "unblinded", "industry", "small", "blinding-floor")


@pytest.fixture(scope="module")
def mixed():
    """RatedDocument on which every switch does something; two studies fit two switches."""
    items = [
        make_item("abstract", basis="abstract", direction="no-effect", point="no-difference"),
        make_item("mice", design="animal-experiment", species="mouse", basis="abstract"),
        make_item("preprint", direction="contradicts"),
        make_item("open", outcome_kind="self-report", blinding="none"),
        make_item("company"),
        make_item("few", n_analysed=12, blinding="broken"),
        make_item("sound"),
    ]
    records = {
        "preprint": {"peer_reviewed": False},
        "company": {"funding_note": "Paid by Example Therapeutics"},
    }
    return RatedDocument(document_of(items, records=records))


@pytest.fixture
def editions(corpus):
    return list(Edition.objects.current())


def fragile(document):
    return {study["key"] for study in document["suggestion"]["fragile_to"]}


def moving(evidence):
    """Return the keys of counted studies without which the side is another."""
    alone = {key: evidence.answer(Asked(studies=(key,))) for key in evidence.counted}
    return {key for key, one in alone.items() if one.side != evidence.real.side}


@pytest.fixture(scope="module")
def vectors():
    """The 400 sets of METHOD as documents: (set, its evidence)."""
    return [(case, RatedDocument(document_of(case.items, case.question))) for case in cases()]


def test_documents_give_the_rule_its_items(vectors):
    assert len(vectors) == 400
    assert all(list(evidence.items.values()) == list(case.items) for case, evidence in vectors)


def test_short_answer_is_that_of_the_rule(vectors):
    for case, evidence in vectors:
        assert answer(case.question, case.items) == evidence.real, case.name


def test_leaving_out_nothing_changes_nothing(vectors):
    for case, evidence in vectors:
        view = evidence.view(Asked())
        assert json.loads(json.dumps(view)) == evidence.document, case.name


def test_each_study_alone_agrees_with_fragile(vectors):
    for case, evidence in vectors:
        if len(evidence.counted) != 1:
            assert moving(evidence) == fragile(evidence.document), case.name


def test_leaving_out_every_study_is_insufficient(vectors):
    for case, evidence in vectors:
        left = evidence.answer(Asked(studies=tuple(evidence.studies)))
        assert left == Answer("insufficient", None, 0), case.name


@pytest.mark.parametrize("code", ALL)
def test_view_says_what_its_short_answer_says(vectors, code):
    for case, evidence in vectors[::4]:
        asked = evidence.parse(code)
        suggestion = evidence.view(asked)["suggestion"]
        told = (suggestion["verdict"], suggestion["certainty"], suggestion["counted_studies"])
        assert Answer(*told) == evidence.answer(asked), case.name


def test_leaving_out_nothing_is_each_edition_of_the_corpus(editions):
    documents = [edition.document for edition in editions]
    views = [json.loads(json.dumps(RatedDocument(one).view(Asked()))) for one in documents]
    assert len(documents) == 19
    assert views == documents


def test_each_study_of_the_corpus_agrees_with_fragile(editions):
    for edition in editions:
        evidence = RatedDocument(edition.document)
        assert len(evidence.counted) == 1 or moving(evidence) == fragile(edition.document)


def test_leaving_out_all_of_the_corpus_is_insufficient(editions):
    for edition in editions:
        evidence = RatedDocument(edition.document)
        left = evidence.view(Asked(studies=tuple(evidence.studies)))
        assert left["suggestion"]["verdict"] == "insufficient"
        assert left["studies"] == []


def test_order_of_switches_does_not_matter(mixed):
    asked = {mixed.parse(",".join(codes)) for codes in itertools.permutations(ALL, 3)}
    assert asked == {mixed.parse(",".join(codes)) for codes in itertools.combinations(ALL, 3)}


def test_codes_of_a_view_read_back_as_it(mixed):
    asked = mixed.parse("study:sound,blinding-floor,animals,small")
    assert asked.codes == ("animals", "small", "blinding-floor", "study:sound")
    assert mixed.parse(",".join(asked.codes)) == asked


def test_what_is_left_and_what_is_gone_is_everything(mixed):
    for codes in itertools.combinations(ALL, 2):
        asked = mixed.parse(",".join(codes))
        assert set(mixed.left(asked)) | set(mixed.gone(asked)) == set(mixed.items)
        assert not set(mixed.left(asked)) & set(mixed.gone(asked))


def test_result_left_out_twice_keeps_both_reasons(mixed):
    gone = mixed.gone(mixed.parse("small,animals,abstract-only,unblinded"))
    assert gone["mice"] == ["abstract-only", "animals"]
    assert gone["few"] == ["unblinded", "small"]


def test_view_counts_fewer_studies(mixed):
    view = mixed.view(mixed.parse("abstract-only,preprints"))
    assert {study["key"] for study in view["studies"]} == {"open", "company", "few", "sound"}
    assert view["suggestion"]["counted_studies"] == 4


def test_result_left_out_is_shown_with_the_reason(mixed):
    view = mixed.view(mixed.parse("preprints"))
    left_out = [form for form in view["evidence"] if form["use"] != "counted"]
    assert [(form["id"], form["use_reason"]) for form in left_out] == [
        ("preprint", "Left out in your view, not in ours.")
    ]


def test_view_leaves_its_document_alone(mixed):
    before = json.dumps(mixed.document)
    mixed.view(mixed.parse(",".join(ALL)))
    assert json.dumps(mixed.document) == before


def test_without_the_floor_a_broken_blind_counts_as_held():
    felt = make_item("felt", outcome_kind="self-report", blinding="broken")
    evidence = RatedDocument(document_of([felt]))
    bias = evidence.view(Asked(no_floor=True))["evidence"][0]["strength"]["effective_bias"]
    assert evidence.document["evidence"][0]["strength"]["effective_bias"] == "high"
    assert bias == "low"


def test_floor_lifts_only_what_it_raised(mixed):
    assert mixed.lifted() == {"open": {"open"}}


def test_review_left_out_gives_back_its_studies():
    inside = make_item("inside")
    review = make_item(
        "review", design="meta-analysis", review_of="rct", n_studies=9, includes=("inside",)
    )
    evidence = RatedDocument(document_of([inside, review]))
    view = evidence.view(evidence.parse("study:review:review"))
    assert evidence.counted == {"review:review"}
    assert [study["key"] for study in view["studies"]] == ["inside"]


def test_retracted_study_still_holds_its_review_down():
    fallen = make_item("fallen", status="retracted", basis="abstract")
    review = make_item(
        "review", design="meta-analysis", review_of="rct", n_studies=9, includes=("fallen",)
    )
    view = RatedDocument(document_of([fallen, review])).view(Asked(switches=("abstract-only",)))
    assert view["studies"][0]["strength"]["code"] == "weak"


def test_group_without_studies_says_nothing_is_left():
    group = {"slug": None, "name": "Mood", "suggestion": {"counted_studies": 1}}
    evidence = RatedDocument(document_of([make_item("one")], groups=[group]))
    left = evidence.view(Asked(studies=("one",)))["groups"][0]
    assert left["verdict"]["sentence"] == NOTHING_LEFT
    assert left["suggestion"]["counted_studies"] == 0


def test_document_of_another_rule_cannot_be_rated():
    document = document_of([make_item("one")])
    assert RatedDocument(document).can_be_rated
    assert not RatedDocument(document | {"rule": "0.9"}).can_be_rated


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("fun", "Use abstract-only, animals, preprints, unblinded, industry, small and"),
        ("animals,Small", "“Small” is no switch"),
        ("study:", "No study of this claim has the key “”"),
        ("study:nobody2020", "No study of this claim has the key “nobody2020”"),
        ("x" * 10_000, "“" + "x" * 60 + "”"),
    ],
)
def test_unknown_switch_is_refused_with_what_there_is(mixed, text, words):
    with pytest.raises(UnknownSwitch, match=words):
        mixed.parse(text)


def test_flag_of_publication_bias_stays_in_the_question():
    question = replace(QUESTION, publication_bias_flag=True)
    evidence = RatedDocument(document_of([make_item("one")], question))
    assert isinstance(evidence.question, Question)
    assert evidence.question == question
