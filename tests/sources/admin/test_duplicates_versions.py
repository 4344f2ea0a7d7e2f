"""The curators' page of a pair: two sources linked as versions of one study, and unlinked."""

import pytest
from django.db import connection

from sources.intake import versions
from sources.models import Source
from tests.claims.admin.pages import text
from tests.people import make_source
from tests.sources.admin.duplicate_pages import WHY, address, make_pair, sent, stored

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("deeds_ask_again")]


@pytest.fixture
def pair(editor):
    return make_pair(editor)


def test_linking_records_the_preprint(as_editor, pair):
    as_editor.post(address(pair), sent(pair, "versions", article=pair[1].pk, is_preprint="on"))
    linked = stored(pair[0])
    assert (linked.type, linked.peer_reviewed) == ("article", False)


def test_versions_are_linked_and_unlinked(as_editor, pair):
    as_editor.post(address(pair), sent(pair, "versions", article=pair[1].pk))
    linked = [stored(source) for source in pair]
    assert linked[0].version_of == pair[1]
    as_editor.post(address(pair), sent(linked, "unlink", study="two2024"))
    assert stored(pair[0]).version_of is None


def unlink_one_of_three(client, pair, editor, **fields):
    for key in ("third2023", pair[0].key):
        preprint = Source.objects.filter(key=key).first() or make_source(by=editor, key=key)
        article = stored(pair[1])
        versions.link_versions(preprint=preprint, article=article, by=editor, reason=WHY)
    linked = [stored(source) for source in pair]
    return client.post(address(pair), sent(linked, "unlink", **fields), follow=True)


def test_unlinking_one_of_three_says_with_whom_it_still_counts(as_editor, pair, editor):
    page = text(unlink_one_of_three(as_editor, pair, editor, study="two2024"))
    assert "one2024 still shares the study two2024 with third2023 and two2024" in page
    assert Source.objects.get(key="third2023").version_of == pair[1]


def test_unlinking_one_of_three_gives_it_a_study_of_its_own(as_editor, pair, editor):
    page = text(unlink_one_of_three(as_editor, pair, editor, study="one2024"))
    assert "one2024 is the only paper of the study one2024 now." in page
    assert Source.objects.filter(study="two2024").count() == 2


def test_unlinking_without_a_study_is_refused(as_editor, pair, editor):
    page = text(unlink_one_of_three(as_editor, pair, editor, study=""))
    assert "Now two2024, shared with third2023 and two2024: together they count once." in page
    assert stored(pair[0]).version_of == pair[1]


def test_version_with_a_study_of_its_own_is_said_to_share_none(as_editor, pair, editor):
    versions.link_versions(preprint=pair[0], article=pair[1], by=editor, reason=WHY)
    Source.objects.filter(pk=pair[0].pk).update(study="one2024")
    page = text(as_editor.get(address(pair)))
    assert "Now one2024, which no other paper shares. Leave it, or write the study of" in page


def test_pair_unlinked_while_it_is_read_is_opened_again(as_editor, pair, editor):
    versions.link_versions(preprint=pair[0], article=pair[1], by=editor, reason=WHY)
    linked = [stored(source) for source in pair]
    readings = []

    def unlink_before_the_second_reading(execute, sql, params, many, context):
        if '"version_of_id" = T' in sql and sql.startswith("SELECT"):
            readings.append(sql)
            if len(readings) == 2:
                versions.unlink_versions(preprint=linked[0], by=editor, reason=WHY)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(unlink_before_the_second_reading):
        answer = as_editor.post(address(pair), sent(linked, "unlink", study="one2024"))
    assert answer.status_code == 400
    assert "open it again" in text(answer)
