import html5lib
import pytest

from claims.models import Edition
from tests.claims.views.claim_pages import text_of
from tests.people import make_accepted, make_assessment, make_claim, make_source

MOST_WORDS = 700


def words_of(client):
    return text_of(client.get("/tour/")).partition("Not medical advice")[0]


@pytest.fixture
def three_claims(editor, reviewer):
    """Three claims, of which the second has two counted trials at microdose."""
    for number, trials in enumerate((0, 2, 1), start=1):
        claim = make_claim(by=editor, slug=f"claim-{number}", order=number)
        for trial in range(trials):
            source = make_source(by=editor, key=f"trial{number}{trial}")
            make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)


@pytest.mark.usefixtures("corpus")
def test_tour_reads_in_three_minutes(client):
    assert 300 < len(words_of(client).split()) <= MOST_WORDS


@pytest.mark.usefixtures("corpus")
def test_tour_explains_the_five_ideas(client):
    words = words_of(client)
    assert all(
        f"{number}. {idea}:" in words
        for number, idea in enumerate(
            ("Direction", "Strength", "Certainty", "Verdict", "Review"), start=2
        )
    )


@pytest.mark.usefixtures("corpus")
def test_examples_stand_on_the_shelf(client):
    tour = client.get("/tour/").context["tour"]
    assert [one["item"]["direction"] for one in tour.results] == ["supports", "no-effect"]
    for one in tour.results:
        current = Edition.objects.current().get(slug=one["claim"].slug)
        assert one["item"] in current.document["evidence"]


@pytest.mark.usefixtures("corpus")
def test_each_certainty_names_a_claim_that_has_it(client):
    levels = dict(client.get("/tour/").context["tour"].levels)
    held = set(Edition.objects.current().values_list("certainty", flat=True)) - {""}
    assert {level for level, claim in levels.items() if claim} == held
    assert all(claim.certainty == level for level, claim in levels.items() if claim)


@pytest.mark.usefixtures("corpus")
def test_tour_is_valid_html(client):
    html5lib.HTMLParser(strict=True).parse(client.get("/tour/").content.decode())


@pytest.mark.usefixtures("corpus")
def test_tour_takes_three_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        client.get("/tour/")


def test_example_has_most_trials_at_microdose(client, three_claims):
    tour = client.get("/tour/").context["tour"]
    assert (tour.example.slug, tour.trials) == ("claim-2", 2)


def test_tour_counts_what_two_people_judged(client, three_claims, reviewer, second_reviewer):
    claim = Edition.objects.current().get(slug="claim-2").claim
    for person in (reviewer, second_reviewer):
        make_assessment(claim=claim, by=person)
    assert "Judged by two people so far: 1 of 3 claims." in words_of(client)


def test_tour_counts_two_who_disagree(client, three_claims, reviewer, second_reviewer):
    claim = Edition.objects.current().get(slug="claim-2").claim
    make_assessment(claim=claim, by=reviewer, verdict="supported", certainty="high")
    make_assessment(claim=claim, by=second_reviewer, verdict="not-supported", certainty="high")
    assert Edition.objects.current().get(slug="claim-2").review_state == "disagreement"
    assert "Judged by two people so far: 1 of 3 claims." in words_of(client)


def test_tour_leaves_out_what_no_study_found(client, three_claims):
    tour = client.get("/tour/").context["tour"]
    assert [one["item"]["direction"] for one in tour.results] == ["no-effect"]


def test_tour_works_with_a_claim_without_studies(client, claim):
    assert "this is the first on our list" in words_of(client)


@pytest.mark.django_db
def test_tour_works_with_an_empty_shelf(client):
    assert "No claim is published yet" in words_of(client)


@pytest.mark.django_db
def test_tour_refuses_parameters(client):
    assert client.get("/tour/?step=2").status_code == 400
