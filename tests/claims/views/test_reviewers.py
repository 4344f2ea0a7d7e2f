"""The reviewers' page: who they are, how often they depart, how far they agree."""

import html5lib
import pytest
from django.template.loader import render_to_string
from django.utils.html import escape

from claims.models import Claim, Edition
from claims.views.reviewer_rows import ReviewerRow, landis_koch, measures
from tests.claims.views.claim_pages import SLUG, text_of
from tests.people import make_assessment, make_profile


def words(client):
    return text_of(client.get("/reviewers/"))


def pairs(number, sides=("for", "for"), certainties=("low", "low"), people=(1, 2)):
    pair = {"sides": list(sides), "certainties": list(certainties), "people": list(people)}
    return [{"pair": pair}] * number


def figures(measure):
    return {one["name"]: one["figure"] for one in measure.coefficients}


def without_people(summaries):
    """The same as editions of before stored them."""
    kept = ("sides", "certainties")
    return [{"pair": {name: one["pair"][name] for name in kept}} for one in summaries]


COHEN = "Cohen's kappa"
SPLIT = ("for", "against")
NOT_STATED = "not stated: the pairs are of different people"


def brief(**fields):
    given = {
        "verdict": {"code": "insufficient"},
        "certainty": {"code": "low"},
        "suggested": {"verdict": "insufficient", "certainty": "low"},
        "departs": True,
        "domains": {"imprecision": 0, "risk of bias": 0},
    }
    return given | fields


def test_page_without_people_says_so(client, db):
    assert "Nobody has a public profile yet." in words(client)


def test_person_is_shown_with_interests(client, reviewer):
    make_profile(
        reviewer,
        affiliation="Hospital of Example",
        interest_kinds=["advocacy"],
        interests="Spoke at a congress.",
    )
    assert "Rosa Example Hospital of Example" in words(client)
    assert "Public advocacy: Spoke at a congress." in words(client)


def test_who_may_not_assess_is_left_out(client, editor):
    make_profile(editor)
    assert "Nobody has a public profile yet." in words(client)


def test_who_left_is_left_out(client, reviewer):
    make_profile(reviewer)
    reviewer.is_active = False
    reviewer.save()
    assert "Rosa" not in words(client)


def test_who_left_after_assessing_stays(client, corpus, reviewer):
    make_assessment(claim=Claim.objects.get(slug=SLUG), by=reviewer)
    reviewer.is_active = False
    reviewer.save()
    assert "Rosa Example University of Example · no longer at the desk" in words(client)
    assert f'id="reviewer-{reviewer.pk}"' in client.get("/reviewers/").content.decode()


def test_departures_are_counted(client, corpus, reviewer):
    claim = Claim.objects.get(slug=SLUG)
    make_assessment(claim=claim, by=reviewer, verdict="supported", certainty="high")
    told = words(client)
    assert "Departures from the rule 1 of 1" in told
    assert "Another verdict: once" in told
    assert "Higher certainty: once" in told


def test_recusals_are_no_departures(client, corpus, reviewer):
    make_assessment(claim=Claim.objects.get(slug=SLUG), by=reviewer, recused=True)
    told = words(client)
    assert "Assessments 1, of which 1 recused" in told
    assert "Departures from the rule" not in told


@pytest.mark.parametrize(
    ("fields", "ways"),
    [
        ({"verdict": {"code": "contested"}}, ["another verdict: once"]),
        ({"certainty": None}, ["lower certainty: once"]),
        ({"certainty": {"code": "high"}}, ["higher certainty: once"]),
        ({"domains": {"imprecision": -1}}, ["imprecision, stricter than the rule: once"]),
        ({"domains": {"imprecision": 1}}, ["imprecision, milder than the rule: once"]),
        ({"departs": False, "domains": {"imprecision": 1}}, []),
    ],
)
def test_departure_tells_which_way(fields, ways):
    assert ReviewerRow(None, [brief(**fields)]).ways == ways


def test_same_departures_are_added_up():
    row = ReviewerRow(
        None, [brief(domains={"imprecision": -1}), brief(domains={"imprecision": -2})]
    )
    assert row.ways == ["imprecision, stricter than the rule: 2 times"]


def test_claims_with_a_pair_are_compared(client, corpus, reviewer, second_reviewer):
    for person in (reviewer, second_reviewer):
        make_assessment(claim=Claim.objects.get(slug=SLUG), by=person)
    told = words(client)
    assert "Claims compared 1 Share given the same answer 1.00" in told
    assert "Agreement beyond chance stated from ten claims up" in told


def test_agreement_over_nothing_is_not_defined(client, corpus):
    assert "Claims compared 0 Share given the same answer not defined" in words(client)


@pytest.mark.parametrize(("number", "has"), [(9, False), (10, True)])
def test_coefficients_are_stated_from_ten_claims(number, has):
    assert [one.found.has_coefficients for one in measures(pairs(number))] == [has, has]


def test_kappa_of_one_category_is_not_defined():
    assert figures(measures(pairs(12))[0]) == {
        COHEN: "not defined",
        "Pooled kappa (Scott's pi)": "not defined",
        "Gwet's AC1": "1.00",
    }


def test_kappa_is_stated_for_one_pair_of_people():
    told = figures(measures([*pairs(6), *pairs(6, SPLIT)])[0])
    assert told[COHEN] == "0.00"


def test_kappa_is_not_stated_for_changing_pairs():
    told = figures(measures([*pairs(6), *pairs(6, SPLIT, people=(1, 3))])[0])
    assert told == {
        COHEN: NOT_STATED,
        "Pooled kappa (Scott's pi)": "−0.33",
        "Gwet's AC1": "0.43",
    }


def test_pairs_from_before_count_as_changing():
    old = without_people(pairs(6))
    for summaries in (old, [*old, *pairs(6)]):
        assert figures(measures(summaries)[0])[COHEN] == NOT_STATED


def test_pair_that_graded_nothing_leaves_certainty_to_the_others():
    other = pairs(1, certainties=(None, "low"), people=(1, 3))
    verdict, certainty = measures([*pairs(12, certainties=("low", "high")), *other])
    assert figures(verdict)[COHEN] == NOT_STATED
    assert figures(certainty)[COHEN] != NOT_STATED


def test_page_says_why_kappa_is_not_stated(rf, db):
    changing = measures([*pairs(6), *pairs(6, SPLIT, people=(1, 3))])
    context = {"reviewers": [], "measures": changing}
    page = render_to_string("claims/reviewers.html", context, rf.get("/reviewers/"))
    assert page.count(f"<dt>{escape(COHEN)}</dt><dd>{NOT_STATED}</dd>") == 2


def test_pair_is_told_in_the_order_of_people(corpus, reviewer, second_reviewer):
    claim = Claim.objects.get(slug=SLUG)
    later, earlier = sorted((reviewer, second_reviewer), key=lambda one: -one.pk)
    make_assessment(claim=claim, by=later, verdict="supported", certainty="high")
    make_assessment(claim=claim, by=earlier)
    pair = Edition.objects.current().get(claim=claim).summary["pair"]
    assert pair["people"] == [earlier.pk, later.pk]
    assert (pair["sides"][1], pair["certainties"][1]) == ("for", "high")


def test_pairs_without_certainty_are_left_out_of_certainty():
    told = measures([*pairs(2), *pairs(1, certainties=(None, "low"))])
    assert [one.found.n for one in told] == [3, 2]


def test_quadratic_weights_know_the_order_of_levels():
    near = pairs(5, certainties=("low", "very-low")) + pairs(5, certainties=("high", "high"))
    far = pairs(5, certainties=("high", "very-low")) + pairs(5, certainties=("high", "high"))
    assert measures(near)[1].found.ac1 > measures(far)[1].found.ac1


def test_summaries_from_before_are_read():
    assert measures([{}])[0].found.n == 0


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (None, ""),
        (-0.1, "poor"),
        (0.0, "slight"),
        (0.2, "slight"),
        (0.21, "fair"),
        (0.5, "moderate"),
        (0.7, "substantial"),
        (1.0, "almost perfect"),
    ],
)
def test_words_of_the_convention(value, word):
    assert landis_koch(value) == word


def test_page_asks_few_queries(
    client, corpus, reviewer, second_reviewer, django_assert_max_num_queries
):
    for person in (reviewer, second_reviewer):
        make_assessment(claim=Claim.objects.get(slug=SLUG), by=person)
    with django_assert_max_num_queries(3):
        client.get("/reviewers/")


def test_page_is_valid_html(client, corpus, reviewer):
    make_assessment(claim=Claim.objects.get(slug=SLUG), by=reviewer)
    html5lib.HTMLParser(strict=True).parse(client.get("/reviewers/").content.decode())
