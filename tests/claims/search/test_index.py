"""The search follows the editions: what a deed publishes is found, what it takes away is not."""

from claims import desk
from claims.models import Edition, SearchDocument, SearchWord
from claims.search.facets import NEXT
from claims.search.index import rebuild, shelve
from sources.intake import library
from tests.claims.search.shelf import ANSWERS, BLOOD, TRIAL, found
from tests.people import make_accepted, make_draft, make_proposed, make_source


def test_draft_and_proposed_items_are_not_found(shelf, editor):
    mood, _ = shelf
    source = make_source(by=editor, key="hidden2024", title="Hidden quokkas")
    make_draft(claim=mood, source=source, by=editor, finding="Quokkas were happy.")
    make_proposed(claim=mood, source=source, by=editor, outcome="x", finding="Quokkas again.")
    assert found("quokkas") == []
    assert not SearchWord.objects.filter(word__startswith="quokka").exists()


def test_accepted_item_is_found_at_once(shelf, editor, reviewer):
    source = make_source(by=editor, key="new2024", title="Quokkas at play")
    make_accepted(
        claim=shelf[0], source=source, by=editor, accepted_by=reviewer, finding="Quokkas sang."
    )
    assert found("quokkas") == ["source new2024", "result new2024 in mood"]


def test_withdrawn_item_is_gone_and_so_is_its_source(shelf, editor, reviewer):
    source = make_source(by=editor, key="new2024", title="Quokkas at play")
    evidence = make_accepted(
        claim=shelf[0], source=source, by=editor, accepted_by=reviewer, finding="Quokkas sang."
    )
    desk.withdraw(evidence=evidence, by=reviewer, reason="Entered for another claim.")
    assert found("quokkas") == []


def test_source_that_another_claim_cites_stays(shelf, reviewer):
    evidence = shelf[0].evidence.get(source__key="muller2021trial")
    desk.withdraw(evidence=evidence, by=reviewer, reason="Entered for another claim.")
    assert found("muller") == [BLOOD, TRIAL]


def test_corrected_source_is_found_by_its_new_title(shelf, editor):
    source = shelf[0].evidence.get(source__key="muller2021trial").source
    source.title = "Quokkas in a naïve group"
    library.update(source=source, by=editor, reason="Title as printed.")
    assert (found("quokkas"), found('"trial of microdoses"')) == ([TRIAL], [])


def test_rebuilding_changes_nothing(shelf):
    def stored():
        return set(SearchDocument.objects.values_list("name", "pk", "title", "body", "claim"))

    before = stored()
    rebuild()
    assert stored() == before
    assert {text: found(text) for text in ANSWERS} == ANSWERS


def test_taken_numbers_lose_no_document(shelf, editor, reviewer):
    make_accepted(
        claim=shelf[0],
        source=make_source(by=editor, key="new2024", title="Quokkas at play"),
        by=editor,
        accepted_by=reviewer,
        finding="Quokkas sang.",
    )
    own = SearchDocument.objects.get(name="source new2024")
    number, body = own.pk, own.body
    SearchDocument.objects.filter(pk=number).update(name="another", body="")
    SearchDocument(pk=number + NEXT, name="a third", kind="source").save(force_insert=True)
    shelve(Edition.objects.current().get(claim=shelf[0]))
    assert SearchDocument.objects.get(name="source new2024").body == body
    assert SearchDocument.objects.filter(name__in=["another", "a third"]).count() == 2
