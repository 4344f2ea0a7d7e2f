import re

import pytest

from claims.models import Citation
from sources.intake import library
from sources.models import Source

pytestmark = pytest.mark.usefixtures("corpus")


def test_list_is_paginated(client):
    response = client.get("/sources/")
    assert len(response.context["listing"].page) == 25
    assert b"Next" in response.content


def test_list_takes_four_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        client.get("/sources/?sort=author&page=2")


def test_list_shows_each_source_once(client):
    count = client.get("/sources/").context["listing"].page.paginator.count
    assert count == Citation.objects.current().values("source").distinct().count()


@pytest.mark.parametrize(
    "query",
    [
        "design=meta-analysis",
        "species=mouse",
        "dose=full-dose",
        "substance=ayahuasca",
        "tag=mood",
        "status=corrected",
        "year=2021",
    ],
)
def test_list_narrows(client, query):
    name, value = query.split("=")
    page = client.get("/sources/?" + query).context["listing"].page
    column = {"dose": "dose_regime", "substance": "substances", "tag": "tags"}.get(name, name)
    assert page.paginator.count
    assert all(value in str(getattr(source, column)) for source in page)


def test_list_orders_by_author(client):
    page = client.get("/sources/?sort=author").context["listing"].page
    labels = [source.label.lower() for source in page]
    assert labels[0] == min(labels)


def test_page_beyond_the_last_is_not_found(client):
    assert client.get("/sources/?page=999").status_code == 404


@pytest.mark.parametrize("query", ["?page=0", "?year=20200000000000000000", "?species=elf", "?x="])
def test_list_refuses_nonsense(client, query):
    assert client.get("/sources/" + query).status_code == 400


def test_source_says_which_claim_it_bears_on(client):
    findings = client.get("/sources/bershad2019acute/").context["findings"]
    assert [finding["claim"].slug for finding in findings] == [
        "microdose-mood",
        "microdose-cognition",
        "microdose-subperceptual",
    ]


def test_source_links_its_identifiers(client):
    page = client.get("/sources/bershad2019acute/").content.decode()
    assert 'href="https://doi.org/10.1016/j.biopsych.2019.05.019"' in page


def test_source_says_what_is_not_recorded(client):
    assert "not recorded" in client.get("/sources/bershad2019acute/").content.decode()


def test_source_takes_three_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        client.get("/sources/bershad2019acute/")


def test_source_names_the_reviews_that_include_it(client):
    relations = client.get("/sources/bershad2019acute/").context["relations"]
    assert [review.key for review in relations["included_in"]]


def test_published_source_has_no_banner(client):
    assert b'role="note"' not in client.get("/sources/bershad2019acute/").content


def test_retracted_source_says_so_first(client, editor):
    source = Source.objects.get(key="bershad2019acute")
    library.record_notice(
        source=source, kind="retraction", url="https://example.org/notice", by=editor
    )
    page = client.get("/sources/bershad2019acute/").content.decode()
    assert page.index('role="note"') < page.index("<h1")
    assert 'href="https://example.org/notice"' in page


def test_unknown_source_is_not_found(client):
    assert client.get("/sources/nobody1900/").status_code == 404


def test_source_takes_no_parameters(client):
    assert client.get("/sources/bershad2019acute/?x=1").status_code == 400


def text(client, key):
    page = client.get(f"/sources/{key}/").content.decode().partition("<main")[2]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_source_with_authors_in_no_known_order_says_so(client):
    unordered = [
        one.key for one in Citation.objects.one_per_source() if not one.record["authors_in_order"]
    ]
    assert len(unordered) == 4
    assert all("[order of authors not known]." in text(client, key) for key in unordered)
    assert "order of authors" not in text(client, "bershad2019acute")


def test_references_of_a_claim_say_that_the_order_is_not_known(client):
    key = next(
        one.key for one in Citation.objects.one_per_source() if not one.record["authors_in_order"]
    )
    slug = Citation.objects.current().filter(key=key).first().edition.slug
    page = client.get(f"/claims/{slug}/").content.decode()
    assert "[order of authors not known]" in page.partition('id="references"')[2]


def test_status_says_that_no_notice_is_recorded(client):
    assert "Status Published; no notice recorded" in text(client, "bershad2019acute")


def test_status_of_a_corrected_source_is_no_more_than_that(client):
    key = Citation.objects.one_per_source().filter(status="corrected").first().key
    assert "Status Corrected " in text(client, key)
    assert "no notice recorded" not in text(client, key)


def test_bias_inside_a_review_that_was_not_assessed_is_not_recorded(client):
    reviews = [one for one in Citation.objects.one_per_source() if one.record["review"]]
    silent = [one.key for one in reviews if "included_rob" not in one.record["review"]]
    assert silent
    for key in silent:
        words = text(client, key)
        assert "Bias of the studies inside not recorded" in words
        assert "Not reported" not in words.partition("Bias of the studies inside")[2][:40]


def test_finding_that_does_not_count_names_reviews_and_not_keys(client):
    keys = set(Citation.objects.one_per_source().values_list("key", flat=True))
    for key in sorted(keys):
        reasons = re.findall(
            r"Not counted: (.*?)</span>", client.get(f"/sources/{key}/").content.decode()
        )
        assert not [one for reason in reasons for one in keys if one in reason]


UNCHECKED = [("hanka2026mindbio", "Report"), ("smedfors2022psilocybin", "Preprint")]


@pytest.mark.parametrize(("key", "kind"), UNCHECKED)
def test_source_without_peer_review_says_so_before_its_design(client, key, kind):
    words = text(client, key)
    record = Citation.objects.one_per_source().get(key=key).record
    assert words.index(f"{kind}, not peer reviewed") < words.index(record["words"]["design"])


@pytest.mark.parametrize(("key", "kind"), UNCHECKED)
def test_row_without_peer_review_says_so(client, key, kind):
    year = Citation.objects.one_per_source().get(key=key).year
    page = client.get(f"/sources/?year={year}").content.decode()
    row = page.partition(f'href="/sources/{key}/"')[2].partition("</li>")[0]
    assert f"<strong>{kind}, not peer reviewed</strong>" in row


def test_peer_reviewed_source_says_nothing_of_it(client):
    assert "not peer reviewed" not in text(client, "bershad2019acute")


def test_findings_are_cards_with_roles(client):
    page = client.get("/sources/bershad2019acute/").content.decode()
    table = page.partition('<table class="cards evidence" role="table"')[2].partition("</table>")[0]
    assert table.count('role="row"') == 4
    assert "<td>" not in table


def test_outcomes_begin_with_a_capital(client):
    page = client.get("/sources/bershad2019acute/").content.decode()
    outcomes = re.findall(r'<p class="outcome">(.)', page)
    assert len(outcomes) == 3
    assert [one for one in outcomes if one.islower()] == []


def test_tags_of_a_source_have_readable_names(client):
    assert (
        ">depression and anxiety</a>" in client.get("/sources/hanka2026mindbio/").content.decode()
    )
