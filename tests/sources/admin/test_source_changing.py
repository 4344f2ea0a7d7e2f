"""Changing a source: every change has a reason, and notices are only added."""

import datetime

import pytest

from sources.models import Notice, Source
from tests.claims.admin.pages import errors, shown, text
from tests.people import make_proposed, make_source
from tests.sources.admin.source_pages import page

pytestmark = pytest.mark.usefixtures("deeds_ask_again")


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


def test_form_of_a_shipped_source_changes_nothing(as_editor, corpus):
    some = Source.objects.filter(design__in=["rct-parallel", "meta-analysis"])[:8]
    assert len(some) == 8
    for source in some:
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


def test_change_puts_the_doi_of_a_stored_version_in_order(as_editor, source):
    Source.objects.update(doi="10.1101/2020.01.01.123456v1")
    sent = shown(as_editor, page(source), title="Another title", reason="As printed.")
    as_editor.post(page(source), sent)
    source.refresh_from_db()
    assert (source.title, source.doi) == ("Another title", "10.1101/2020.01.01.123456")


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


def test_review_does_not_include_itself(as_editor, editor):
    review = make_source(by=editor, design="meta-analysis", review_of="rct")
    sent = shown(as_editor, page(review), reason="x") | {"includes": [review.pk]}
    assert "does not include itself" in text(as_editor.post(page(review), sent))


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
