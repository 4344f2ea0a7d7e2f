"""The list of sources: what it shows of each."""

import pytest

from tests.claims.admin.pages import text
from tests.people import make_source
from tests.sources.admin.source_pages import LIST

pytestmark = pytest.mark.usefixtures("deeds_ask_again")


def test_list_is_called_what_it_lists(as_editor, source):
    assert as_editor.get(LIST).context["title"] == "Sources"


@pytest.mark.parametrize("status", ["retracted", "corrected"])
def test_list_tells_a_notice(as_editor, editor, status):
    make_source(by=editor, status=status)
    row = as_editor.get(LIST).content.decode().split("<tbody>")[1]
    assert f'<td class="field-notices">{status.capitalize()}</td>' in row


def test_list_is_silent_where_there_is_no_notice(as_editor, source):
    row = as_editor.get(LIST).content.decode().split("<tbody>")[1].split("</tbody>")[0]
    assert "Published" not in row
    assert '<td class="field-notices"></td>' in row


def test_list_shows_a_title_of_sixteen_words(as_editor, editor):
    make_source(by=editor, title=" ".join(f"word{number}" for number in range(20)))
    assert "word15…" in text(as_editor.get(LIST))


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
