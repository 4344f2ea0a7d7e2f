"""Rows back to corpus files: what was printed, as it was printed."""

import json

import pytest
from django.core.management import call_command

from claims import corpus_dump, desk
from claims.corpus import SHIPPED, load
from claims.models import Evidence
from sources.intake import merging, versions
from sources.models import Source
from tests.claims.corpus_files import edit, edit_first, write_numeral
from tests.people import make_accepted, make_source

pytestmark = pytest.mark.django_db


def bytes_in(directory):
    return {path.name: path.read_bytes() for path in directory.iterdir()}


def test_dump_writes_the_shipped_bytes(corpus, tmp_path):
    call_command("dump_corpus", tmp_path / "out")
    assert bytes_in(tmp_path / "out") == bytes_in(SHIPPED)


@pytest.mark.parametrize("numeral", ["0.10", "0.00001", "-0", "-6.0", "44", "100000000000"])
def test_numeral_comes_back_as_it_was_written(small_files, tmp_path, numeral):
    write_numeral(small_files, "estimate", numeral)
    load(small_files)
    corpus_dump.dump(tmp_path / "out")
    assert bytes_in(tmp_path / "out") == bytes_in(small_files)


def test_document_holds_a_plain_number(small_files):
    write_numeral(small_files, "estimate", "0.10")
    load(small_files)
    item = Evidence.objects.get(effect_estimate="0.10")
    assert item.accepted_form["effect"]["estimate"] == 0.1
    assert type(desk.form_of(item)["effect"]["estimate"]) is float


def test_numeral_of_an_item_under_revision_is_the_accepted_one(claim, source, editor, reviewer):
    item = make_accepted(
        claim=claim, source=source, by=editor, accepted_by=reviewer, effect_estimate="0.50"
    )
    item.effect_estimate = "0.7"
    desk.change(evidence=item, by=editor, reason="Table 2 was misread.")
    assert str(corpus_dump.dumped()["evidence"][0]["effect"]["estimate"]) == "0.50"


def test_numeral_that_json_cannot_write_is_written_as_its_number(claim, source, editor, reviewer):
    make_accepted(
        claim=claim, source=source, by=editor, accepted_by=reviewer, effect_estimate="007"
    )
    text = corpus_dump.as_json(corpus_dump.dumped()["evidence"])
    assert json.loads(text)[0]["effect"]["estimate"] == 7


def test_text_that_looks_like_a_numeral_set_off_stays_a_text(small_files, tmp_path):
    edit_first(small_files, "sources", title=r'\u00007\u0000 "\u00007\u0000"')
    load(small_files)
    corpus_dump.dump(tmp_path / "out")
    rows = json.loads((tmp_path / "out/sources.json").read_text())
    assert rows[0]["title"] == Source.objects.get(key=rows[0]["key"]).title


def test_guess_rate_of_nought_is_kept(small_files):
    edit_first(small_files, "evidence", correct_guess_rate=0)
    load(small_files)
    assert corpus_dump.dumped()["evidence"][0]["correct_guess_rate"] == 0


def test_group_is_written_in_one_order(small_files):
    edit_first(small_files, "claims", outcome_groups=[{"name": "Tests", "slug": "tests"}])
    load(small_files)
    assert list(corpus_dump.dumped()["claims"][0]["outcome_groups"][0]) == ["slug", "name"]


def versions_in(directory):
    """Make the second source of the files a version of the first; return the keys of both."""

    def change(rows):
        rows[1].update({"version_of": rows[0]["key"], "study": rows[0]["study"]})

    edit(directory, "sources", change)
    return [row["key"] for row in json.loads((directory / "sources.json").read_text())[:2]]


def test_version_comes_back_as_it_was_written(small_files, tmp_path):
    article, preprint = versions_in(small_files)
    load(small_files)
    assert Source.objects.get(key=preprint).version_of.key == article
    corpus_dump.dump(tmp_path / "out")
    assert bytes_in(tmp_path / "out") == bytes_in(small_files)


def test_version_is_loaded_into_a_library_that_is_there(small_files):
    load(small_files)
    _, preprint = versions_in(small_files)
    report = load(small_files)
    assert report.counts["sources", "updated"] == 1
    assert Source.objects.get(key=preprint).version_of
    assert load(small_files).counts["sources", "updated"] == 0


def test_linked_version_is_dumped(claim, editor):
    one, two = (make_source(by=editor, key=key) for key in ("article", "preprint"))
    versions.link_versions(preprint=two, article=one, by=editor, reason="Named in the article.")
    assert corpus_dump.dumped()["sources"][1]["version_of"] == "article"


def test_merged_source_is_dumped_as_a_key_of_the_kept_one(claim, editor):
    kept, merged = (make_source(by=editor, key=key) for key in ("kept", "merged"))
    merging.merge(kept=kept, merged=merged, by=editor, reason="Entered twice by mistake.")
    (record,) = corpus_dump.dumped()["sources"]
    assert (record["key"], record["merged"]) == ("kept", ["merged"])


def test_merge_survives_loading_the_files_again(small_files, editor):
    load(small_files)
    item = Evidence.objects.first()
    kept = make_source(by=editor, key="kept2024")
    merging.merge(kept=kept, merged=item.source, by=editor, reason="Entered twice by mistake.")
    load(small_files)
    assert Evidence.objects.get(pk=item.pk).source == kept
    assert Evidence.objects.filter(source=item.source).count() == 0
