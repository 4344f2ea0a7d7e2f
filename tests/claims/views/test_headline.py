"""What stands at the top of a claim's page, from the suggestion to a retracted study."""

import datetime

import pytest

from claims import argument
from claims.models import Claim, Edition
from claims.views.dates import is_search_old
from claims.views.headline import KINDS, Headline
from sources.intake import library
from sources.models import Source
from tests.claims.views.claim_pages import SLUG, address, current, text_of
from tests.people import make_assessment

pytestmark = pytest.mark.usefixtures("corpus")

DAY = datetime.date(2026, 11, 23)


@pytest.fixture
def claim():
    return Claim.objects.get(slug=SLUG)


def box(client, **kwargs):
    """Return the words from the statement to the table of contents."""
    return text_of(client.get(address(**kwargs))).partition("The article and the evidence")[0]


def narrow(claim, by):
    claim.refresh_from_db()
    claim.target_population = "Healthy adults who microdose"
    argument.change_claim(claim=claim, by=by, reason="Narrower population.")


def retract(by):
    study = next(one for one in current().document["studies"] if one["is_deciding"])
    source = Source.objects.get(key=study["sources"][0])
    library.record_notice(
        source=source,
        kind="retraction",
        by=by,
        issued_on=datetime.date(2026, 1, 5),
        url="https://example.org/notice",
        reason="Errors in the data.",
    )
    return source


def test_suggestion_is_labelled_so(client):
    assert "Automatic suggestion, not yet reviewed." in box(client)


def test_agreed_verdict_is_told_with_the_reviewers_sentences(
    client, claim, reviewer, second_reviewer
):
    make_assessment(claim=claim, by=reviewer)
    make_assessment(claim=claim, by=second_reviewer)
    words = box(client)
    assert "Assessed by two reviewers" in words
    assert "“Rosa says so in one sentence.”" in words
    assert "The rule suggests the same." in words


def test_other_suggestion_is_told_beside_the_reviewers(client, claim, reviewer):
    make_assessment(claim=claim, by=reviewer, verdict="probably-supported", certainty="moderate")
    words = box(client)
    assert "▲ Probably supported" in words
    assert "The rule suggests something else ▼ Possibly not so" in words


def test_disagreement_shows_both_with_their_reasons(client, claim, reviewer, second_reviewer):
    make_assessment(claim=claim, by=reviewer, verdict="supported", certainty="high")
    make_assessment(claim=claim, by=second_reviewer, verdict="not-supported", certainty="high")
    html, words = client.get(address()).content.decode(), box(client)
    assert "≠ Reviewers disagree" in words
    assert words.index("▲ Supported") < words.index("▼ Not so")
    assert 'href="#assessment-1"' in html
    assert 'href="#assessment-2"' in html


def test_old_verdict_stands_under_the_words_out_of_date(client, claim, reviewer):
    make_assessment(claim=claim, by=reviewer, verdict="probably-supported", certainty="moderate")
    narrow(claim, reviewer)
    words = box(client)
    assert words.index("Out of date") < words.index("What stood ▲ Probably supported")
    assert "What the rule suggests now ▼ Possibly not so" in words
    assert "What changed since Claim changed: the target." in words


def test_old_disagreement_still_shows_both(client, claim, reviewer, second_reviewer):
    make_assessment(claim=claim, by=reviewer, verdict="supported", certainty="high")
    make_assessment(claim=claim, by=second_reviewer, verdict="not-supported", certainty="high")
    narrow(claim, reviewer)
    words = box(client)
    assert "Out of date" in words
    assert "What stood ≠ Reviewers disagree" in words
    assert "▼ Not so" in words


def test_fallen_study_is_named_with_the_edition_it_decided(client, claim, editor):
    source = retract(editor)
    html, words = client.get(address()).content.decode(), box(client)
    assert "… Under review" in words
    assert f"{source.label} was retracted. It decided this claim in edition 1" in words
    assert f'href="/sources/{source.key}/"' in html
    assert "What the rule suggests without it" in words


def test_steps_of_certainty_explain_the_suggestion(client, claim, reviewer):
    make_assessment(claim=claim, by=reviewer, verdict="supported", certainty="high")
    assert "How we got from High to Low" in text_of(client.get(address()))


def test_four_dates_stand_apart(client):
    words = box(client)
    edited = current().edited_at
    assert f"Last edited {edited.day} {edited:%B %Y}" in words
    assert "Last reviewed never" in words
    assert "Last searched no search recorded" in words
    assert "Evidence last withdrawn never" in words


@pytest.mark.parametrize(
    ("searched_on", "is_old"),
    [
        (None, False),
        (DAY, False),
        (DAY - datetime.timedelta(days=365), False),
        (DAY - datetime.timedelta(days=366), True),
    ],
)
def test_search_is_old_after_a_year(searched_on, is_old):
    assert is_search_old(searched_on, DAY) is is_old


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_headline_has_a_template(kind, settings):
    template = Headline({"headline": {"kind": kind}}).template
    assert (settings.BASE_DIR / "templates" / template).is_file()


def test_lists_mark_a_verdict_that_no_longer_stands(client, claim, reviewer):
    make_assessment(claim=claim, by=reviewer)
    narrow(claim, reviewer)
    for path in ("/", "/claims/", "/article/", f"/mechanisms/{claim.mechanism.slug}/"):
        assert "Possibly not so (out of date)" in text_of(client.get(path)), path


def test_lists_show_where_reviewers_disagree(client, claim, reviewer, second_reviewer):
    make_assessment(claim=claim, by=reviewer, verdict="supported", certainty="high")
    make_assessment(claim=claim, by=second_reviewer, verdict="not-supported", certainty="high")
    for path in ("/", "/claims/", "/article/", f"/mechanisms/{claim.mechanism.slug}/"):
        assert "≠ Reviewers disagree" in text_of(client.get(path)), path
    assert "1 claim of 19 assessed by two people, who disagree on 1." in text_of(client.get("/"))


@pytest.mark.parametrize(
    "query", ["verdict=reviewers-disagree", "review=disagreement", "verdict=under-review"]
)
def test_claims_are_found_by_headline_and_review(client, claim, reviewer, second_reviewer, query):
    make_assessment(claim=claim, by=reviewer, verdict="supported", certainty="high")
    make_assessment(claim=claim, by=second_reviewer, verdict="not-supported", certainty="high")
    found = client.get(f"/claims/?{query}").context["listing"].page
    assert [one.slug for one in found] == ([] if "under-review" in query else [SLUG])


def test_claim_page_with_assessments_asks_few_queries(
    client, claim, reviewer, second_reviewer, django_assert_max_num_queries
):
    make_assessment(claim=claim, by=reviewer)
    make_assessment(claim=claim, by=second_reviewer)
    assert Edition.objects.filter(slug=SLUG).count() == 3
    with django_assert_max_num_queries(3):
        client.get(address())


@pytest.mark.parametrize(
    ("label", "sentence", "review", "words"),
    [
        ("Not so", "It is not so.", "Agreed", "Not so. It is not so. Agreed."),
        ("Reviewers disagree", "", "Reviewers disagree", "Reviewers disagree."),
    ],
)
def test_headline_in_short_says_who_has_reviewed_it(label, sentence, review, words):
    document = {
        "headline": {"kind": "reviewers"},
        "verdict": {"label": label, "sentence": sentence},
        "review": {"label": review},
    }
    assert Headline(document).in_short == words


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("reviewers", "is judged “Not so” (high certainty; agreed)"),
        ("out-of-date", "was judged “Not so” (high certainty; agreed)"),
        ("disagreement", "is judged differently by its reviewers"),
        ("under-review", "is under review after a retraction"),
    ],
)
def test_answer_fits_what_stands_at_the_top(headline, words):
    document = {
        "headline": {"kind": headline},
        "claim": {"statement": "It helps."},
        "verdict": {"label": "Not so"},
        "certainty": {"label": "High"},
        "review": {"label": "Agreed"},
    }
    told = Headline(document).answer(DAY)
    assert told == f"As of 23 November 2026, the evidence on “It helps” {words}:"
