"""The library's screen: what is pasted becomes what is stored, and every change has a reason."""

import datetime

import pytest

from sources.models import Notice, Source
from tests.claims.admin.pages import shown, text
from tests.people import make_proposed, make_source

pytestmark = pytest.mark.usefixtures("deeds_ask_again")
LIST = "/admin/sources/source/"
ADD = f"{LIST}add/"
NEW = {
    "key": "",
    "type": "article-journal",
    "title": "Mood and cognition after administration of low LSD doses",
    "authors": "Hutten, Nadia R. P. W.\nMason, Natasha L.",
    "authors_complete": "on",
    "authors_in_order": "on",
    "year": "2020",
    "doi": "",
    "pmid": "33082016",
    "design": "rct-crossover",
    "species": "human",
    "sample_size": "24",
    "substances": ["lsd"],
    "dose_regime": "microdose",
    "included_rob": "not-assessed",
    "tags": "mood, acute",
    "checked": "https://pubmed.ncbi.nlm.nih.gov/33082016/",
}


def page(source):
    return f"{LIST}{source.pk}/change/"


def errors(response):
    return dict(response.context["adminform"].form.errors)


@pytest.mark.parametrize("address", ["", "add/", "1/change/", "1/history/", "1/delete/"])
def test_stranger_gets_nothing(client, stranger, address):
    client.force_login(stranger)
    assert client.get(LIST + address).status_code == 403


@pytest.mark.parametrize("person", ["editor", "reviewer"])
@pytest.mark.parametrize("address", ["", "add/", "{}/change/", "{}/history/"])
def test_pages_open_for_both_roles(client, request, person, address, source):
    client.force_login(request.getfixturevalue(person))
    assert client.get(LIST + address.format(source.pk)).status_code == 200


def test_list_asks_as_much_for_four_rows_as_for_one(
    as_editor, editor, source, django_assert_max_num_queries
):
    with django_assert_max_num_queries(20) as one:
        as_editor.get(LIST)
    for number in range(3):
        make_source(by=editor, key=f"source{number}")
    with django_assert_max_num_queries(len(one)):
        assert as_editor.get(LIST).context["cl"].result_count == 4


@pytest.mark.parametrize("word", ["smith2024", "trial called", "Smith"])
def test_list_searches_key_title_and_authors(as_editor, source, word):
    assert as_editor.get(LIST, {"q": word}).context["cl"].result_count == 1


def test_add_makes_the_key_and_the_study(as_editor):
    as_editor.post(ADD, NEW)
    source = Source.objects.get()
    assert (source.key, source.study) == ("hutten2020mood", "hutten2020mood")
    assert source.authors[1] == {"family": "Mason", "given": "Natasha L."}
    assert [tag.name for tag in source.tags.order_by("pk")] == ["mood", "acute"]


def test_add_takes_the_registration_for_the_study(as_editor):
    as_editor.post(ADD, NEW | {"registration": "EudraCT number: 2018-003573-97"})
    source = Source.objects.get()
    assert source.registration == "EudraCT 2018-003573-97"
    assert source.study == "eudract-2018-003573-97"


def test_add_records_who(as_editor, editor):
    as_editor.post(ADD, NEW)
    assert Source.objects.get().history.last().history_user == editor


@pytest.mark.parametrize(
    ("field", "pasted", "stored"),
    [
        ("doi", "https://doi.org/10.1016/J.EURONEURO.2020.10.002", "10.1016/j.euroneuro.2020.10.002"),
        ("pmid", "https://pubmed.ncbi.nlm.nih.gov/33082016/", "33082016"),
        ("pmcid", "https://pmc.ncbi.nlm.nih.gov/articles/PMC11018829/", "PMC11018829"),
        ("registration", "clinicaltrials.gov identifier: nct04558294", "NCT04558294"),
        ("url", " https://Example.org/a ", "https://example.org/a"),
    ],
)  # fmt: skip
def test_add_stores_identifiers_bare(as_editor, field, pasted, stored):
    as_editor.post(ADD, NEW | {field: pasted})
    assert getattr(Source.objects.get(), field) == stored


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"doi": "not one"}, "doi", "Write it like 10.1038"),
        ({"pmid": "x" * 600}, "pmid", "at most 500"),
        ({"registration": "MY-TRIAL-1"}, "registration", "NCT04558294"),
        ({"url": "javascript:alert(1)"}, "url", "web address"),
        ({"pmid": ""}, "__all__", "Give at least one of DOI"),
        ({"authors": "A, B, C, D"}, "authors", "in braces"),
        ({"key": "Hutten 2020"}, "key", "valid “slug”"),
        ({"key": "Hutten2020"}, "key", "small letters"),
        ({"title": ""}, "title", "required"),
        ({"title": "a\x07b"}, "title", "control characters"),
        ({"checked": "a\x07b"}, "checked", "control characters"),
        ({"design": "meta-analysis"}, "review_of", "what the review is made of"),
        ({"n_studies": "4"}, "n_studies", "Only a review"),
        ({"month": "13"}, "__all__", "A day needs a month"),
        ({"substances": ["lsd", "water"]}, "substances", "not one of the available"),
        ({"year": "1700"}, "year", "1800"),
        ({"sample_size": "9" * 20}, "sample_size", "less than or equal"),
        ({"includes": ["abc"]}, "includes", "not a valid value"),
        ({"includes": ["9" * 20]}, "includes", "not one of the available"),
    ],
)
def test_add_refuses_and_says_what_to_do(as_editor, changes, field, message):
    response = as_editor.post(ADD, NEW | changes)
    assert message in " ".join(errors(response)[field])
    assert not Source.objects.exists()


def test_add_of_the_same_doi_is_refused(as_editor, editor):
    make_source(by=editor, doi="10.1000/x")
    response = as_editor.post(ADD, NEW | {"doi": "doi:10.1000/X"})
    assert "Another source has this DOI" in text(response)


def test_add_of_a_taken_key_suggests_another(as_editor, editor):
    make_source(by=editor, key="hutten2020mood")
    assert "hutten2020moodb" in errors(as_editor.post(ADD, NEW))["key"][0]


def test_groups_and_suffixes_survive_the_form(as_editor, editor):
    authors = [
        {"literal": "Psychedelics, Brain and Body Group"},
        {"literal": "LSD Consortium"},
        {"family": "King", "given": "Martin", "suffix": "Jr."},
        {"family": "Plato", "given": ""},
    ]
    source = make_source(by=editor, authors=authors)
    sent = shown(as_editor, page(source))
    as_editor.post(page(source), sent | {"authors": f"{sent['authors']}\nNew, One", "reason": "x"})
    assert Source.objects.get().authors == [*authors, {"family": "New", "given": "One"}]


def test_form_of_every_shipped_source_changes_nothing(as_editor, corpus):
    for source in Source.objects.filter(design__in=["rct-parallel", "meta-analysis"])[:8]:
        response = as_editor.post(page(source), shown(as_editor, page(source)), follow=True)
        assert "You changed nothing" in text(response)


def test_change_keeps_its_reason_and_its_tags(as_editor, editor):
    source = make_source(by=editor, tags=["zinc", "acid"])
    sent = shown(as_editor, page(source), title="Another title", reason="As printed.")
    as_editor.post(page(source), sent)
    source.refresh_from_db()
    assert (source.title, source.version) == ("Another title", 2)
    assert source.history.first().history_change_reason == "As printed."
    assert [tag.name for tag in source.tags.order_by("pk")] == ["zinc", "acid"]


def test_change_without_a_reason_is_refused(as_editor, source):
    response = as_editor.post(page(source), shown(as_editor, page(source), title="Another title"))
    assert "Say why" in errors(response)["reason"][0]
    assert "Another title" in response.content.decode()
    assert Source.objects.get().title == source.title


def test_change_of_a_stale_form_says_who_was_quicker(as_editor, source):
    stale = shown(as_editor, page(source), title="Mine", reason="Shorter.")
    as_editor.post(page(source), stale | {"title": "Theirs", "reason": "Quicker."})
    response = as_editor.post(page(source), stale)
    assert "edith changed this on" in text(response)
    assert "Mine" in response.content.decode()
    assert Source.objects.get().title == "Theirs"


def test_change_cannot_touch_the_key(as_editor, source):
    as_editor.post(page(source), shown(as_editor, page(source), key="other", title="T", reason="x"))
    assert Source.objects.get().key == source.key


def test_change_publishes_the_claims_that_cite_it(client, reviewer, editor, claim, source):
    evidence = make_proposed(claim=claim, source=source, by=editor)
    client.force_login(reviewer)
    sent = {"deed": "accept", "seen_version": evidence.version}
    client.post(f"/admin/claims/evidence/{evidence.pk}/deed/", sent)
    client.post(page(source), shown(client, page(source), title="As printed", reason="Checked."))
    edition = claim.editions.first()
    assert edition.document["sources"][source.key]["title"] == "As printed"
    assert edition.by == reviewer


def test_review_includes_sources_by_autocomplete(as_editor, editor, source):
    as_editor.post(
        ADD, NEW | {"design": "meta-analysis", "review_of": "rct", "includes": [source.pk]}
    )
    assert list(Source.objects.get(key="hutten2020mood").includes.all()) == [source]


def test_review_does_not_include_itself(as_editor, editor):
    review = make_source(by=editor, design="meta-analysis", review_of="rct")
    sent = shown(as_editor, page(review), reason="x") | {"includes": [review.pk]}
    assert "does not include itself" in text(as_editor.post(page(review), sent))


def test_autocomplete_finds_sources(as_editor, source):
    query = {
        "app_label": "claims",
        "model_name": "evidence",
        "field_name": "source",
        "term": "smith",
    }
    found = as_editor.get("/admin/autocomplete/", query).json()["results"]
    assert [row["id"] for row in found] == [str(source.pk)]


def new_notice(**fields):
    given = {f"notices-0-{name}": value for name, value in fields.items()}
    return {"notices-TOTAL_FORMS": 1, **given}


def test_notice_is_recorded_and_sets_the_status(as_editor, editor, source):
    notice = new_notice(kind="retraction", issued_on="2025-03-01", url="https://example.org/n")
    as_editor.post(page(source), shown(as_editor, page(source)) | notice)
    recorded = Notice.objects.get()
    assert (recorded.issued_on, recorded.recorded_by) == (datetime.date(2025, 3, 1), editor)
    assert Source.objects.get().status == "retracted"


def test_notice_with_a_bad_address_is_refused(as_editor, source):
    notice = new_notice(kind="retraction", url="nowhere")
    response = as_editor.post(page(source), shown(as_editor, page(source)) | notice)
    assert "Not a web address" in text(response)
    assert not Notice.objects.exists()


def test_recorded_notice_stays_as_it_is(as_editor, source):
    notice = new_notice(kind="retraction", reason="Data were invented.")
    as_editor.post(page(source), shown(as_editor, page(source)) | notice)
    sent = shown(as_editor, page(source)) | {
        "notices-0-kind": "correction",
        "notices-0-DELETE": "on",
    }
    as_editor.post(page(source), sent)
    assert Notice.objects.get().kind == "retraction"


@pytest.mark.parametrize("method", ["get", "post"])
def test_delete_is_refused_in_words(client, admin_user, source, method):
    client.force_login(admin_user)
    address = f"{LIST}{source.pk}/delete/"
    response = getattr(client, method)(address, {"post": "yes"}, follow=True)
    assert "withdraw it instead" in text(response)
    assert Source.objects.exists()


def test_delete_action_is_refused_in_words(client, admin_user, source):
    client.force_login(admin_user)
    sent = {"action": "delete_selected", "_selected_action": source.pk, "post": "yes"}
    assert "withdraw it instead" in text(client.post(LIST, sent, follow=True))
    assert Source.objects.exists()


def test_history_tells_who_and_why(as_editor, editor, source):
    review = make_source(by=editor, key="review", design="meta-analysis", review_of="rct")
    for number in range(3):
        included = [make_source(by=editor, key=f"part{number}").pk]
        sent = shown(as_editor, page(review), reason=f"Reason {number}.") | {"includes": included}
        as_editor.post(page(review), sent)
    words = text(as_editor.get(f"{LIST}{review.pk}/history/"))
    assert "Reason 1." in words
    assert "edith" in words
