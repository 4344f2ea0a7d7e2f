"""The section on assessments of a claim's page."""

import html5lib
import pytest

from claims import argument, reviewing
from claims.models import Claim
from claims.views import assessments
from tests.claims.views.claim_pages import SLUG, address, text_of
from tests.people import make_assessment, make_profile

pytestmark = pytest.mark.usefixtures("corpus")


@pytest.fixture
def claim():
    return Claim.objects.get(slug=SLUG)


def section(client):
    return text_of(client.get(address())).rpartition("Assessments")[2].partition("References")[0]


def html(client):
    return client.get(address()).content.decode()


def test_page_without_assessments_says_what_would_happen(client):
    assert "Nobody has assessed this claim yet. Two reviewers will each judge" in section(client)


def test_assessment_is_shown_with_person_and_interests(client, claim, reviewer):
    make_profile(reviewer, affiliation="Hospital of Example", orcid="0000-0002-1825-0097")
    make_assessment(
        claim=claim, by=reviewer, interest_kinds="advocacy", interests="Spoke at a congress."
    )
    words = section(client)
    assert "Rosa" in words
    assert "Hospital of Example" in words
    assert "Interests declared Public advocacy: Spoke at a congress." in words
    assert "Does it count? Yes." in words
    assert 'href="https://orcid.org/0000-0002-1825-0097"' in html(client)
    assert f'href="/reviewers/#reviewer-{reviewer.pk}"' in html(client)


def test_domains_stand_beside_the_rule(client, claim, reviewer):
    make_assessment(
        claim=claim, by=reviewer, imprecision="very-serious", imprecision_reason="Few people."
    )
    assert "Imprecision Very serious (−2)" in section(client)
    assert ", differs Few people." in section(client)


def test_departure_is_shown_with_its_reason(client, claim, reviewer):
    make_assessment(claim=claim, by=reviewer, verdict="supported", certainty="high")
    words = section(client)
    assert "Differs from the rule The largest trial measured something else" in words
    assert "The rule suggested “Possibly not so”, low certainty." in words


def test_rationale_is_made_safe(client, claim, reviewer):
    make_assessment(claim=claim, by=reviewer, rationale="**Weighed** <script>alert(1)</script>")
    assert "<strong>Weighed</strong>" in html(client)
    assert "<script>alert" not in html(client)


def test_recusal_is_shown_and_does_not_count(client, claim, reviewer):
    make_assessment(claim=claim, by=reviewer, recused=True)
    words = section(client)
    assert "Recused: recorded and shown, but not counted." in words
    assert "Does it count? No. Recused." in words


def test_signatures_of_a_consensus_are_named(client, claim, reviewer, second_reviewer):
    make_assessment(claim=claim, by=reviewer, verdict="supported", certainty="high")
    make_assessment(claim=claim, by=second_reviewer, verdict="not-supported", certainty="high")
    consensus = make_assessment(claim=claim, by=reviewer, kind="consensus")
    reviewing.sign(assessment=consensus, by=second_reviewer)
    words = section(client)
    assert "Signed by Rosa Example, Sven Example" in words
    assert "3 earlier" not in words


def test_replaced_assessment_stands_below(client, claim, reviewer):
    make_assessment(claim=claim, by=reviewer)
    make_assessment(claim=claim, by=reviewer, verdict="supported", certainty="high")
    assert "1 earlier assessment, replaced or made for other evidence" in section(client)


def test_assessment_of_other_evidence_stands_below(client, claim, reviewer, second_reviewer):
    make_assessment(claim=claim, by=reviewer)
    claim.refresh_from_db()
    claim.target_population = "Healthy adults who microdose"
    argument.change_claim(claim=claim, by=reviewer, reason="Narrower population.")
    assert "1 earlier assessment" not in section(client)
    make_assessment(claim=claim, by=second_reviewer)
    assert "1 earlier assessment" in section(client)


def test_page_with_assessments_is_valid_html(client, claim, reviewer, second_reviewer):
    make_assessment(claim=claim, by=reviewer, verdict="supported", certainty="high")
    make_assessment(claim=claim, by=second_reviewer, verdict="not-supported", certainty="high")
    html5lib.HTMLParser(strict=True).parse(html(client))


def test_partition_keeps_every_assessment(claim, reviewer, second_reviewer):
    make_assessment(claim=claim, by=reviewer)
    make_assessment(claim=claim, by=reviewer)
    make_assessment(claim=claim, by=second_reviewer, recused=True)
    document = reviewing.current_edition(claim).document
    parts = [assessments.standing(document), assessments.earlier(document)]
    assert [[one["number"] for one in part] for part in parts] == [[2, 3], [1]]
