from io import StringIO

import pytest
from django.core.management import call_command

from claims.models import Claim
from tests.people import make_claim


def republish():
    output = StringIO()
    call_command("republish", stdout=output)
    return output.getvalue()


@pytest.fixture
def claims(editor):
    return [make_claim(by=editor, slug=slug, order=n) for n, slug in enumerate(("one", "two"))]


def test_republish_without_a_difference_publishes_nothing(claims):
    assert republish() == "0 new edition(s).\n"
    assert [claim.editions.count() for claim in claims] == [1, 1]


def test_republish_publishes_what_differs(claims):
    # No deed did this, as none does when rule or wording change with the code.
    Claim.objects.filter(slug="two").update(article_says="Put forward as certain.")
    words = republish()
    assert "two, edition 2: " in words
    assert words.endswith("1 new edition(s).\n")
    edition = Claim.objects.get(slug="two").editions.current().get()
    assert edition.document["claim"]["article_says"] == "Put forward as certain."
    assert edition.cause.startswith("Republished, rule ")
    assert edition.by.username == "corpus"


def test_republish_again_publishes_nothing(claims):
    Claim.objects.filter(slug="two").update(article_says="Put forward as certain.")
    republish()
    assert republish() == "0 new edition(s).\n"
