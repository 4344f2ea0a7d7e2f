"""The corpus of what readers see, loaded again."""

import json

import pytest
from django.db import transaction

from claims.corpus import load
from claims.models import Citation, Edition
from claims.whole_base import included
from claims.whole_base.artefacts import corpus as artefact
from claims.whole_base.shelf import Shelf
from sources.intake import library, merging, versions
from sources.models import Source
from tests.people import make_accepted, make_claim, make_draft, make_source
from tests.snapshot import put_corpus

pytestmark = pytest.mark.django_db


def documents():
    return {row.slug: row.document for row in Edition.objects.current()}


@pytest.fixture
def exported(unzipped, tmp_path):
    """A function: the corpus of the present shelf as a directory of files."""

    def export():
        artefact.write(Shelf(), tmp_path / "corpus.zip")
        return unzipped(tmp_path / "corpus.zip")

    return export


def records(directory, name):
    return json.loads((directory / f"{name}.json").read_text())


def test_exported_corpus_makes_the_same_documents_in_an_empty_database(exported):
    with transaction.atomic():
        put_corpus()
        before, directory = documents(), exported()
        transaction.set_rollback(True)
    assert not Edition.objects.exists()
    load(directory)
    assert documents() == before


def make_published(editor, reviewer):
    """Publish a review with a paper that no claim cites, notices, tags, a group and a tiny number."""
    paper = make_source(by=editor, key="paper2020within", tags=["mood"])
    library.record_notice(source=paper, kind="retraction", by=editor, issued_on="2021-02-03")
    review = make_source(
        by=editor,
        key="review2022all",
        includes=[paper],
        design="systematic-review",
        review_of="rct",
        n_studies=2,
        tags=["mood", "Anxiety"],
    )
    library.record_notice(source=review, kind="correction", by=editor, url="https://example.org/c")
    library.record_notice(source=review, kind="retraction", by=editor, reason="Data made up.")
    library.record_notice(source=review, kind="reinstatement", by=editor)
    groups = [{"slug": "tests", "name": "Tests"}]
    claim = make_claim(by=editor, tags=["mood"], outcome_groups=groups)
    make_accepted(
        claim=claim,
        source=review,
        by=editor,
        accepted_by=reviewer,
        outcome_group="tests",
        effect_measure="SMD",
        effect_estimate="0.00001",
        effect_low="-1.50",
        effect_high="44",
    )
    return claim


# Who read and who accepted it is the desk's own, and another desk has its own.
CREDITS = ("origin", "extracted_by", "extracted_on", "verified_by", "verified_on")


def without_credits(document):
    items = [
        {key: value for key, value in item.items() if key not in CREDITS}
        for item in document["evidence"]
    ]
    return document | {"evidence": items}


def test_what_the_desk_published_loads_again(exported, editor, reviewer):
    with transaction.atomic():
        make_published(editor, reviewer)
        before, directory = documents(), exported()
        transaction.set_rollback(True)
    load(directory)
    assert Source.objects.get(key="paper2020within").status == "retracted"
    assert without_credits(documents()["a-claim"]) == without_credits(before["a-claim"])


def test_preprint_is_loaded_again_with_its_article(exported, editor, reviewer):
    preprint = make_source(by=editor, key="early2020", type="article", peer_reviewed=False)
    article = make_source(by=editor, key="late2021")
    versions.link_versions(
        preprint=preprint, article=article, by=editor, reason="The same trial, said in the article."
    )
    claim = make_claim(by=editor)
    make_accepted(claim=claim, source=preprint, by=editor, accepted_by=reviewer)
    sources = {record["key"]: record for record in records(exported(), "sources")}
    assert sources["early2020"]["version_of"] == "late2021"
    assert "late2021" in sources


def test_paper_that_only_a_review_names_is_told_as_printed(exported, editor, reviewer):
    make_published(editor, reviewer)
    Source.objects.filter(key="paper2020within").update(
        population="Words of ours", dose_text="Words of ours", coi_note="Words of ours"
    )
    directory = exported()
    paper = records(directory, "sources")[-1]
    assert (paper["key"], paper["status"]) == ("paper2020within", "retracted")
    assert (paper["design"], paper["tags"], paper["checked"]) == (None, [], [])
    assert "Words of ours" not in (directory / "sources.json").read_text()


def test_paper_that_only_a_review_names_is_no_source_that_counts(editor, reviewer, tmp_path):
    make_published(editor, reviewer)
    counts = artefact.write(Shelf(), tmp_path / "corpus.zip")
    assert counts["source"] == Citation.objects.one_per_source().count() == 1


def test_nothing_unpublished_is_in_it(exported, editor, reviewer):
    claim = make_published(editor, reviewer)
    uncited = make_source(by=editor, key="xylophone2024uncited")
    make_draft(claim=claim, source=uncited, by=editor, finding="Xylophone in a draft.")
    directory = exported()
    kept = {row["key"] for row in records(directory, "sources")}
    assert kept == {"review2022all", "paper2020within"}
    words = "".join(path.read_text() for path in directory.iterdir())
    assert "xylophone" not in words.lower()


def test_source_that_was_changed_is_as_the_edition_shows_it(exported, editor, reviewer):
    make_published(editor, reviewer)
    Source.objects.filter(key="review2022all").update(population="Not published")
    assert "Not published" not in (exported() / "sources.json").read_text()


@pytest.fixture
def merged(editor, reviewer):
    """A public review into which another record of it was merged, and which was told from a third."""
    make_published(editor, reviewer)
    review, twin, other = (
        Source.objects.filter(key=key).first() or make_source(by=editor, key=key, design="")
        for key in ("review2022all", "twin2022", "other2022")
    )
    why = "Xylophone: two reports of two years."
    merging.tell_apart(one=review, other=other, by=editor, reason=why)
    return merging.merge(kept=review, merged=twin, by=editor, reason="Entered twice by mistake.")


def test_former_key_leads_to_the_source_in_another_installation(
    exported, client, editor, reviewer, request
):
    with transaction.atomic():
        request.getfixturevalue("merged")
        directory = exported()
        transaction.set_rollback(True)
    load(directory)
    assert client.get("/sources/twin2022/").headers["Location"] == "/sources/review2022all/"


def test_why_two_were_told_apart_is_the_desks_own(exported, merged):
    assert "Xylophone" not in (exported() / "sources.json").read_text()


def test_former_key_that_leads_to_nothing_public_is_not_in_it(exported, editor, reviewer):
    make_published(editor, reviewer)
    pair = [make_source(by=editor, key=key) for key in ("kept2022", "twin2022")]
    merging.merge(kept=pair[0], merged=pair[1], by=editor, reason="Entered twice by mistake.")
    assert "twin2022" not in (exported() / "sources.json").read_text()


def test_merge_that_changes_no_edition_has_the_files_built_anew(editor, reviewer):
    make_published(editor, reviewer)
    before = included.mark(Shelf())
    pair = (
        Source.objects.get(key="review2022all"),
        make_source(by=editor, key="twin2022", design=""),
    )
    merging.merge(kept=pair[0], merged=pair[1], by=editor, reason="Entered twice by mistake.")
    assert included.mark(Shelf()) != before
