"""A preprint and its article are versions of one study."""

import pytest

from sources.intake import library, merging, versions
from sources.models import Source
from tests.people import make_source

pytestmark = pytest.mark.django_db
WHY = "The article names this preprint."


@pytest.fixture
def article(editor):
    return make_source(by=editor, key="article2024", study="nct04558294")


@pytest.fixture
def preprint(editor):
    return make_source(by=editor, key="preprint2023", type="article", peer_reviewed=False)


def link(preprint, article, by):
    return versions.link_versions(preprint=preprint, article=article, by=by, reason=WHY)


def stored(source):
    return Source.objects.get(pk=source.pk)


def test_linked_versions_share_the_study(preprint, article, editor):
    link(preprint, article, editor)
    assert stored(preprint).version_of == article
    assert stored(preprint).study == "nct04558294"


def test_article_takes_a_study_that_says_more(preprint, editor):
    article = make_source(by=editor, key="article2024")
    preprint.study = "nct04558294"
    library.update(source=preprint, by=editor, reason="Registration seen.")
    link(preprint, article, editor)
    assert stored(article).study == "nct04558294"


def test_link_is_in_the_history(preprint, article, editor):
    link(preprint, article, editor)
    past = preprint.history.latest()
    assert past.history_change_reason == (
        f"preprint2023 is an earlier version of article2024. {WHY}"
    )


def test_source_is_no_version_of_itself(article, editor):
    with pytest.raises(merging.NotOne):
        link(article, article, editor)


def test_version_of_a_version_is_refused(preprint, article, editor):
    link(preprint, article, editor)
    first = make_source(by=editor, key="first2022")
    with pytest.raises(versions.NotVersions, match="link first2022 to that one"):
        link(first, stored(preprint), editor)


def test_article_with_versions_is_no_preprint(preprint, article, editor):
    link(preprint, article, editor)
    last = make_source(by=editor, key="last2025")
    with pytest.raises(versions.NotVersions, match="Other sources are versions"):
        link(article, last, editor)


def test_circle_is_refused(preprint, article, editor):
    link(preprint, article, editor)
    with pytest.raises(versions.NotVersions):
        link(stored(article), stored(preprint), editor)


def test_second_article_is_refused(preprint, article, editor):
    link(preprint, article, editor)
    other = make_source(by=editor, key="other2025")
    with pytest.raises(versions.NotVersions, match="unlink it first"):
        link(stored(preprint), other, editor)


def test_merged_source_is_no_article(preprint, article, editor):
    other = make_source(by=editor, key="other2025")
    merging.merge(kept=other, merged=article, by=editor, reason=WHY)
    with pytest.raises(library.WasMerged):
        link(preprint, stored(article), editor)


def test_unlinked_versions_keep_their_study(preprint, article, editor):
    versions.unlink_versions(
        preprint=link(preprint, article, editor), by=editor, reason="Another trial after all."
    )
    assert (stored(preprint).version_of, stored(preprint).study) == (None, "nct04558294")


def test_unlinked_version_gets_the_study_that_it_is_given(preprint, article, editor):
    linked = link(preprint, article, editor)
    versions.unlink_versions(
        preprint=linked, by=editor, reason="Other participants.", study="preprint2023"
    )
    assert (stored(preprint).study, stored(article).study) == ("preprint2023", "nct04558294")
    assert "Moved from the study nct04558294 to preprint2023." in (
        preprint.history.latest().history_change_reason
    )


def test_sharing_names_the_other_papers_of_a_study(preprint, article, editor):
    assert versions.sharing(link(preprint, article, editor)) == ["article2024"]


def test_what_is_not_linked_is_not_unlinked(preprint, editor):
    with pytest.raises(versions.NotVersions, match="nothing to take back"):
        versions.unlink_versions(preprint=preprint, by=editor, reason=WHY)


def test_linked_versions_are_not_merged(preprint, article, editor):
    link(preprint, article, editor)
    with pytest.raises(merging.NotOne, match="unlink them first"):
        merging.merge(kept=article, merged=stored(preprint), by=editor, reason=WHY)


def test_versions_of_a_merged_article_are_versions_of_the_kept_one(preprint, article, editor):
    link(preprint, article, editor)
    kept = make_source(by=editor, key="kept2024")
    merging.merge(kept=kept, merged=article, by=editor, reason=WHY)
    assert stored(preprint).version_of == kept


def test_kept_preprint_takes_the_article_of_the_merged_one(preprint, article, editor):
    link(preprint, article, editor)
    kept = make_source(by=editor, key="kept2023")
    merging.merge(kept=kept, merged=stored(preprint), by=editor, reason=WHY)
    assert (stored(kept).version_of, stored(preprint).version_of) == (article, None)


def test_study_that_says_nothing_on_either_is_the_articles(preprint, editor):
    article = make_source(by=editor, key="article2024")
    link(preprint, article, editor)
    assert stored(preprint).study == "article2024"


def test_link_records_the_preprint_when_asked(article, editor):
    first = make_source(by=editor, key="first2022")
    linked = versions.link_versions(
        preprint=first, article=article, by=editor, reason=WHY, record_it=True
    )
    assert (stored(linked).type, stored(linked).peer_reviewed) == ("article", False)
    assert "Recorded as a preprint." in linked.history.latest().history_change_reason


def test_link_leaves_the_record_of_any_other_version(article, editor):
    first = make_source(by=editor, key="first2022", type="paper-conference")
    assert stored(link(first, article, editor)).type == "paper-conference"
