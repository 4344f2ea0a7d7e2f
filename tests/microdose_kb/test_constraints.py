"""What the database refuses reaches people in words, on both engines."""

import pytest
from django.contrib.auth.models import Permission
from django.db import IntegrityError, transaction

from claims.models import Claim, Evidence
from microdose_kb.constraints import CONTRADICTS, TWICE, in_words
from tests.people import make_claim, make_draft


def words_of(change):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        change()
    return in_words(refusal.value)


def test_what_is_stored_twice_is_said_so(claim, editor):
    assert words_of(lambda: make_claim(by=editor, slug=claim.slug)) == TWICE


def test_broken_constraint_speaks_its_own_words(claim):
    stored = Claim.objects.filter(pk=claim.pk)
    words = words_of(lambda: stored.update(publication_bias_flag=True))
    assert words == "Say why publication bias is suspected."


@pytest.mark.parametrize("number", ["١", "1.5\n"])
def test_number_of_an_effect_is_refused_in_words(claim, source, editor, number):
    make_draft(claim=claim, source=source, by=editor)
    words = words_of(lambda: Evidence.objects.update(effect_estimate=number))
    assert words == "Write a plain number such as -0.34 or 44."


def test_refusal_without_a_name_of_ours_gets_a_general_sentence(db):
    assert words_of(lambda: Permission.objects.update(name=None)) == CONTRADICTS
