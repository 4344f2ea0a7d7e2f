import html5lib
import pytest
from django.utils.html import escape

from claims.models import Edition, Mechanism

pytestmark = pytest.mark.usefixtures("corpus")


def test_overview_shows_every_claim_with_its_verdict(client):
    page = client.get("/").content.decode()
    for edition in Edition.objects.current():
        assert escape(edition.statement) in page
        assert edition.summary["verdict"]["label"] in page


def test_overview_takes_three_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        client.get("/")


def test_overview_says_cells_in_words(client):
    assert "10 studies: 2 mixed, 8 no clear effect" in client.get("/").content.decode()


def test_overview_says_what_is_not_judged(client):
    page = client.get("/").content.decode()
    assert "No claim has been assessed by two people yet" in page
    assert "were read only as an abstract" in page
    summaries = [edition.summary for edition in Edition.objects.current()]
    unclear, assumed = (sum(s[name] for s in summaries) for name in ("role_unclear", "n_assumed"))
    assert f"for {unclear} it is unclear whether the outcome was the main one" in page
    assert f"for {assumed} we assume that everyone in the study was analysed" in page


def test_overview_lists_what_changed_last(client):
    assert "Edition 1: Loaded from the corpus." in client.get("/").content.decode()


def test_map_narrows_to_a_mechanism(client):
    drawn = client.get("/?mechanism=increased-connectivity").context["map"]
    assert [group.mechanism["slug"] for group in drawn.groups] == ["increased-connectivity"]


def test_map_narrows_to_what_cuts_across(client):
    drawn = client.get("/?mechanism=cross-cutting").context["map"]
    assert [group.mechanism for group in drawn.groups] == [None]


def tallies(drawn):
    return {
        (row.claim.slug, cell.stream.value): {term.value: number for term, number in cell.tally}
        for group in drawn.groups
        for row in group.rows
        for cell in row.cells
        if cell.total
    }


def counted_by_hand(**asked):
    found = {}
    for edition in Edition.objects.current():
        for study in edition.summary["studies_at"]:
            if all(code in study[name] for name, code in asked.items()):
                tally = found.setdefault((edition.slug, study["stream"]), {})
                tally[study["direction"]] = tally.get(study["direction"], 0) + 1
    return found


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("", {}),
        ("substance=lsd", {"substances": "lsd"}),
        ("dose=microdose", {"regimes": "microdose"}),
        ("substance=psilocybin&dose=full-dose", {"substances": "psilocybin", "regimes": "full-dose"}),
    ],
)  # fmt: skip
def test_map_counts_exactly_the_studies_asked_for(client, query, asked):
    drawn = client.get("/?" + query).context["map"]
    assert tallies(drawn) == counted_by_hand(**asked)


def test_map_offers_what_the_studies_used(client):
    fields = {field["name"]: field for field in client.get("/").context["selection"].fields}
    assert {"lsd", "psilocybin"} <= {option["value"] for option in fields["substance"]["options"]}
    assert {"microdose", "full-dose"} <= {option["value"] for option in fields["dose"]["options"]}


def test_filtered_cells_are_no_approximation(client):
    page = client.get("/?substance=lsd").content.decode()
    assert "Only studies that fit are counted and drawn." in page
    assert "as filtered" not in page


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


def test_mechanism_says_where_certainty_drops(client):
    response = client.get("/mechanisms/neurotransmitter-modulation/")
    page = response.content.decode()
    assert response.context["chain"].finding in page
    assert "holds no better than" not in page


def test_mechanism_has_a_strip_with_its_table_for_each_claim(client):
    response = client.get("/mechanisms/increased-connectivity/")
    page = response.content.decode().partition('id="weight"')[2].partition('id="summary"')[0]
    assert page.count('<figure class="harvest-strip">') == page.count("<table>") == 3
    for strip in response.context["strips"].strips:
        for study in strip.plot.studies:
            assert f'href="/claims/{strip.claim.slug}/#{study.items[0]}"' in page


def test_mechanism_page_is_valid_html(client):
    parser = html5lib.HTMLParser(strict=True)
    for slug in Mechanism.objects.values_list("slug", flat=True):
        parser.parse(client.get(f"/mechanisms/{slug}/").content.decode())


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
