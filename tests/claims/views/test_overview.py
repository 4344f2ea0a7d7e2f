import pytest
from django.utils.html import escape

from claims.models import Edition

pytestmark = pytest.mark.usefixtures("corpus")


def test_overview_shows_every_claim_with_its_verdict(client):
    page = client.get("/").content.decode()
    for edition in Edition.objects.current():
        assert escape(edition.statement) in page
        assert edition.summary["verdict"]["label"] in page


def test_overview_takes_four_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        client.get("/")


def test_overview_says_cells_in_words(client):
    assert "10 studies: 8 no clear effect, 2 mixed" in client.get("/").content.decode()


def test_overview_says_what_is_not_judged(client):
    page = client.get("/").content.decode()
    assert "No claim has been assessed by two people yet" in page
    assert "were read only as an abstract" in page


def test_overview_lists_what_changed_last(client):
    assert "Edition 1: Loaded from the corpus." in client.get("/").content.decode()


def test_map_narrows_to_a_mechanism(client):
    drawn = client.get("/?mechanism=increased-connectivity").context["map"]
    assert [group.mechanism["slug"] for group in drawn.groups] == ["increased-connectivity"]


def test_map_narrows_to_what_cuts_across(client):
    drawn = client.get("/?mechanism=cross-cutting").context["map"]
    assert [group.mechanism for group in drawn.groups] == [None]


def test_map_counts_the_studies_with_a_substance(client):
    cells = client.get("/?substance=lsd").context["map"].cells
    assert any(0 < cell.matching < cell.total for cell in cells)
    assert all(cell.matching <= cell.total for cell in cells)


def test_map_says_when_nothing_fits(client):
    page = client.get("/?substance=5-meo-dmt&dose=microdose").content.decode()
    assert "No claim has such a study." in page


@pytest.mark.parametrize(
    "query", ["?q=1", "?substance=tea", "?dose=%00", "?mechanism=" + "x" * 10_000, "?dose=%ff"]
)
def test_overview_refuses_nonsense(client, query):
    assert client.get("/" + query).status_code == 400


def test_mechanism_shows_its_chain_in_order(client):
    response = client.get("/mechanisms/neuroinflammation-reduction/")
    steps = [point.step.value for point in response.context["chain"].points]
    assert steps == ["premise", "premise", "microdose", "benefit"]


def test_mechanism_says_what_is_not_reviewed(client):
    page = client.get("/mechanisms/neuroinflammation-reduction/").content.decode()
    assert "Not yet reviewed by people" in page


def test_mechanism_takes_two_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        client.get("/mechanisms/enhanced-neuroplasticity/")


def test_tag_shows_claims_and_sources(client):
    context = client.get("/tags/cognition/").context
    assert context["claims"]
    assert context["sources"]


def test_tag_takes_four_queries_at_most(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        client.get("/tags/trial/")


@pytest.mark.parametrize("path", ["/mechanisms/telepathy/", "/tags/telepathy/", "/tags/oo/"])
def test_unknown_page_is_not_found(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "path",
    ["/article/", "/about/", "/methods/", "/tags/mood/", "/mechanisms/enhanced-neuroplasticity/"],
)
def test_pages_without_filters_refuse_parameters(client, path):
    assert client.get(path + "?x=1").status_code == 400


def test_about_says_it_is_no_medical_advice(client):
    assert "Nothing here is medical advice" in client.get("/about/").content.decode()
