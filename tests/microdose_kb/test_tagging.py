import pytest
from django.core.exceptions import ValidationError
from taggit.models import Tag

from claims import argument
from microdose_kb.tagging import check_name, set_in_order


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("!!!", "from a to z"),
        ("_", "from a to z"),
        ("日本", "from a to z"),
        ("", "from a to z"),
        ("x" * 101, "Shorten the tag “xxxxxxxxxxxxxxxxxxxx…”"),
        ("ﬃ" * 50, "Shorten the tag"),
        ("a\x00b", "control characters"),
        ("a\nb", "control characters"),
        ("a\u2028b", "control characters"),
        ("a\ud800", "control characters"),
    ],
)
def test_name_without_a_page_is_refused_with_a_remedy(name, remedy):
    with pytest.raises(ValidationError, match=remedy):
        check_name(name)


@pytest.mark.parametrize("name", ["mood", "5-HT2A", "rôle", "placebo controlled", "x" * 95])
def test_name_with_a_page_is_taken(name):
    assert check_name(name) is None


def test_deeds_refuse_a_name_without_a_page(claim):
    with pytest.raises(ValidationError, match="from a to z"):
        set_in_order(claim, ["mood", "日本"])
    assert not Tag.objects.exists()


@pytest.mark.parametrize("name", ["rôle", "ÉCOLE", "Å b"])
def test_slug_is_plain(claim, name):
    set_in_order(claim, [name])
    assert Tag.objects.get().slug in {"role", "ecole", "a-b"}


def test_tag_with_accents_has_its_page(client, reviewer, claim):
    argument.change_claim(claim=claim, by=reviewer, reason="Tagged by its theme.", tags=["rôle"])
    assert "/tags/role/" in client.get("/claims/a-claim/").content.decode()
    assert client.get("/tags/role/").status_code == 200
