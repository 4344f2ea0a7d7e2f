"""The page of a source that was merged into another one, or that is a version of another one."""

import re

import pytest

from sources.intake import merging, versions
from sources.models import Source
from tests.people import make_source

pytestmark = pytest.mark.usefixtures("corpus")


def text(client, key):
    page = client.get(f"/sources/{key}/").content.decode().partition("<main")[2]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def merge(kept, merged, by):
    pair = [Source.objects.get(key=key) for key in (kept, merged)]
    merging.merge(kept=pair[0], merged=pair[1], by=by, reason="Entered twice by mistake.")


OLD = "bershad2019acute"


@pytest.mark.parametrize("chain", [["kept2019"], ["kept2019", "last2019"]])
def test_key_of_a_merged_source_leads_to_the_kept_one(client, editor, chain):
    for merged, kept in zip([OLD, *chain], chain, strict=False):
        make_source(by=editor, key=kept)
        merge(kept, merged, editor)
    for key in [OLD, *chain][:-1]:
        response = client.get(f"/sources/{key}/")
        assert (response.status_code, response.get("Location")) in (
            (301, f"/sources/{chain[-1]}/"),
            (404, None),
        )
    assert client.get(f"/sources/{OLD}/", follow=True).status_code == 200


def test_merged_source_leaves_the_list(client, editor):
    before = client.get("/sources/").context["listing"].page.paginator.count
    merge("hutten2020mood", OLD, editor)
    assert client.get("/sources/").context["listing"].page.paginator.count == before - 1


def test_merged_source_that_nobody_cites_has_no_page(client, editor):
    for key in ("first2019", "second2019"):
        make_source(by=editor, key=key)
    merge("first2019", "second2019", editor)
    assert client.get("/sources/second2019/").status_code == 404


def test_note_form_of_a_merged_source_is_that_of_the_kept_one(client, editor):
    make_source(by=editor, key="kept2019")
    merge("kept2019", OLD, editor)
    assert client.get(f"/sources/{OLD}/note/").context["place"].source_key == "kept2019"


@pytest.fixture
def linked(editor):
    """A preprint that is an earlier version of an article, both cited here."""
    first, second = (Source.objects.get(key=key) for key in (OLD, "hutten2020mood"))
    versions.link_versions(
        preprint=first, article=second, by=editor, reason="Named in the article."
    )


def test_preprint_leads_to_its_article(client, linked):
    page = client.get(f"/sources/{OLD}/").content.decode()
    assert 'An earlier version of <a href="/sources/hutten2020mood/">' in page


def test_article_leads_to_its_preprint(client, linked):
    page = client.get("/sources/hutten2020mood/").content.decode()
    assert f'An earlier version was published too: <a href="/sources/{OLD}/">' in page


def test_versions_are_not_listed_again_as_companions(client, linked):
    for key in (OLD, "hutten2020mood"):
        companions = client.get(f"/sources/{key}/").context["relations"]["companions"]
        assert not {OLD, "hutten2020mood"} & {one.key for one in companions}


def test_article_that_bears_on_no_claim_is_named_without_a_link(client, editor):
    article = make_source(by=editor, key="article2020")
    preprint = Source.objects.get(key=OLD)
    versions.link_versions(
        preprint=preprint, article=article, by=editor, reason="Named in the article."
    )
    assert "An earlier version of Smith 2024, which bears on no claim here" in text(client, OLD)


def test_source_with_versions_takes_three_queries(client, linked, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        client.get(f"/sources/{OLD}/")
