"""Keeping the search documents in step with the current editions, in the transaction of the deed."""

from django.db import transaction

from claims.models import Citation, Claim, Edition, SearchDocument, SearchWord
from claims.search.facets import NEXT
from claims.search.rows import rows
from claims.search.words import known_words

BATCH = 200


@transaction.atomic
def shelve(edition):
    """Put what a new current edition shows in the place of what its claim showed before."""
    SearchDocument.objects.filter(claim=edition.claim_id).delete()
    documents = [SearchDocument(**row) for row in rows(edition.document)]
    own = [document for document in documents if document.kind != "source"]
    for document in own:
        document.claim_id = edition.claim_id
    _store(own)
    _store_sources([document for document in documents if document.kind == "source"])
    _forget_sources(edition)
    _learn(documents)


def rebuild():
    """Make all search documents anew; no claim is published meanwhile."""
    with transaction.atomic():
        list(Claim.objects.select_for_update(no_key=True).order_by("pk").values_list("pk"))
        SearchDocument.objects.all().delete()
        SearchWord.objects.all().delete()
        for edition in Edition.objects.current().order_by("pk").iterator(chunk_size=20):
            shelve(edition)


def is_missing():
    """Return whether there are editions that no search could find."""
    return Edition.objects.exists() and not SearchDocument.objects.exists()


def _store(documents):
    """Write documents; where a number is taken by another name, the next free one is as good."""
    numbered, waiting = set(), documents
    while waiting:
        numbered |= SearchDocument.objects.in_bulk([document.pk for document in waiting]).keys()
        waiting = [document for document in waiting if not _has_number(document, numbered)]
    # Two claims that are published at once may bring the same source.
    SearchDocument.objects.bulk_create(documents, batch_size=BATCH, ignore_conflicts=True)


def _has_number(document, numbered):
    """Take the document's number if it is free; else move on to the next and return False."""
    if document.pk in numbered:
        document.pk += NEXT
        return False
    numbered.add(document.pk)
    return True


def _store_sources(documents):
    """Write the sources that are new or read differently now; several claims share them."""
    names = [document.name for document in documents]
    stored = SearchDocument.objects.filter(name__in=names)
    known = {document.name: _reading(document) for document in stored}
    changed = [one for one in documents if known.get(one.name) != _reading(one)]
    SearchDocument.objects.filter(name__in=[one.name for one in changed]).delete()
    _store(changed)


def _reading(document):
    return [getattr(document, field.attname) for field in document._meta.fields]


def _forget_sources(edition):
    """Remove what the edition before this one cited and no current edition does."""
    before = Citation.objects.filter(edition__claim=edition.claim_id)
    before = before.filter(edition__number=edition.number - 1).values_list("key", flat=True)
    dropped = set(before) - set(edition.document["sources"])
    if dropped:
        kept = Citation.objects.current().filter(key__in=dropped).values_list("key", flat=True)
        gone = SearchDocument.objects.filter(kind="source", key__in=dropped - set(kept))
        gone.delete()


def _learn(documents):
    words = {}
    for document in documents:
        words |= known_words(document.title) | known_words(document.body)
    stored = SearchWord.objects.filter(word__in=list(words))
    known = set(stored.values_list("word", flat=True))
    new = [SearchWord(word=word, stem=stem) for word, stem in words.items() if word not in known]
    SearchWord.objects.bulk_create(new, batch_size=BATCH, ignore_conflicts=True)
