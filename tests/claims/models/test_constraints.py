"""What the database itself refuses, on both engines."""

import datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from claims.models import Claim, Edition, Evidence
from sources.models import Source
from tests.people import make_accepted, make_draft, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def evidence(claim, source, editor):
    return make_draft(claim=claim, source=source, by=editor)


def refused(queryset, **values):
    """Return the text of the database's refusal of an update that bypasses every deed."""
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        queryset.update(**values)
    return str(error.value)


ENUMERATIONS = [
    (Source, field)
    for field in ["type", "design", "species", "dose_regime", "review_of", "included_rob", "status"]
] + [
    (Evidence, field)
    for field in ["direction", "point", "outcome_kind", "outcome_role", "blinding", "comparator", "risk_of_bias", "rob_tool", "d_population", "d_dose", "d_outcome", "d_comparator", "basis", "strength_override", "state", "origin"]
] + [(Claim, field) for field in ["step", "kind", "scope", "asserts"]]  # fmt: skip

REASON_FOR = {"strength_override": {"override_reason": "x" * 40}}


@pytest.mark.parametrize(
    ("model", "field"), ENUMERATIONS, ids=lambda value: getattr(value, "__name__", value)
)
def test_enumeration_is_closed(evidence, model, field):
    name = f"{model._meta.label_lower.replace('.', '_')}_{field}_known"
    values = {field: "no-such"} | REASON_FOR.get(field, {})
    assert name in refused(model.objects.all(), **values)


def test_every_field_with_choices_is_an_enumeration_of_the_database():
    with_choices = {
        (model, field.name)
        for model in (Source, Evidence, Claim)
        for field in model._meta.fields
        if field.choices
    }
    assert with_choices == set(ENUMERATIONS)


@pytest.mark.parametrize("value", ["aspirin", "lsd,", ",lsd", "lsd;psilocybin", "LSD"])
def test_substances_are_an_enumeration_too(source, value):
    assert "substances_known" in refused(Source.objects.all(), substances=value)


@pytest.mark.parametrize("field", ["effect_estimate", "effect_low", "effect_high", "effect_p"])
def test_effect_holds_plain_numbers(evidence, field):
    assert f"{field}_is_number" in refused(Evidence.objects.all(), **{field: "1e5"})


@pytest.mark.parametrize("who", ["verified", "decided", "override"])
def test_person_and_time_go_together(evidence, reviewer, who):
    name = f"{who}_by_with_{who}_at"
    assert name in refused(Evidence.objects.all(), **{f"{who}_by": reviewer})


def test_verifier_is_not_the_extractor(evidence, editor):
    values = {"verified_by": editor, "verified_at": timezone.now()}
    assert "two_people" in refused(Evidence.objects.all(), **values)


def test_accepted_item_has_a_verifier(evidence):
    values = {"state": "accepted", "accepted_form": {}}
    assert "accepted_is_verified" in refused(Evidence.objects.all(), **values)


def test_accepted_item_keeps_its_accepted_form(evidence):
    values = {"state": "accepted", "origin": "corpus"}
    assert "accepted_has_form" in refused(Evidence.objects.all(), **values)


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"risk_of_bias": "high", "rob_note": ""}, "rob_note_given"),
        ({"large_effect": True}, "upgrade_reason_given"),
        ({"strength_override": "weak", "override_reason": "x" * 39}, "override_reason_given"),
        ({"state": "withdrawn"}, "decision_reason_given"),
        ({"outcome": ""}, "outcome_given"),
        ({"finding": ""}, "finding_given"),
        ({"direction": "supports", "null_informative": True}, "informative_null_is_null"),
        ({"correct_guess_rate": 101}, "guess_rate_is_percent"),
    ],
)
def test_evidence_that_contradicts_itself_is_refused(evidence, values, name):
    assert name in refused(Evidence.objects.all(), **values)


def test_outcome_of_a_source_stands_once_on_a_claim(evidence, claim, source, editor):
    with pytest.raises(IntegrityError):
        make_draft(claim=claim, source=source, by=editor)


@pytest.mark.parametrize("field", ["doi", "pmid", "pmcid"])
def test_identifier_is_unique_where_present(source, editor, field):
    make_source(by=editor, key="other2020b", **{field: "12345"})
    refused(Source.objects.filter(pk=source.pk), **{field: "12345"})


def test_several_papers_may_share_a_registration(source, editor):
    make_source(by=editor, key="one2020a", registration="NCT04558294")
    assert make_source(by=editor, key="two2020b", registration="NCT04558294").pk


def test_source_can_be_found(source):
    assert "can_be_found" in refused(Source.objects.all(), url="")


def test_day_needs_a_month(source):
    assert "date_in_order" in refused(Source.objects.all(), day=3)


def test_flagged_publication_bias_has_a_reason(claim):
    assert "bias_flag_has_reason" in refused(Claim.objects.all(), publication_bias_flag=True)


def test_edition_number_stands_once(claim):
    stored = claim.editions.get()
    copy = Edition(**{f.attname: getattr(stored, f.attname) for f in Edition._meta.fields})
    copy.pk = None
    with pytest.raises(IntegrityError):
        copy.save()


@pytest.mark.parametrize("name", ["claim", "source"])
def test_what_evidence_rests_on_cannot_be_deleted(evidence, name):
    with pytest.raises(ProtectedError):
        getattr(evidence, name).delete()


def test_accounts_behind_evidence_cannot_be_deleted(evidence, editor):
    with pytest.raises(ProtectedError):
        editor.delete()


def test_change_without_a_reason_is_refused_by_the_database(source):
    source.refresh_from_db()
    if hasattr(source, "_change_reason"):
        del source._change_reason
    with pytest.raises(IntegrityError), transaction.atomic():
        source.save()


def test_set_and_row_form_of_public_agree(claim, editor, reviewer):
    for key in ("one2020a", "two2020b"):
        make_draft(claim=claim, source=make_source(by=editor, key=key), by=editor)
    shown = make_source(by=editor, key="three2020c")
    make_accepted(claim=claim, source=shown, by=editor, accepted_by=reviewer)
    public = set(Evidence.objects.public())
    assert public == {item for item in Evidence.objects.all() if item.is_public}
    assert len(public) == 1


def test_sqlite_keeps_a_write_ahead_log():
    if connection.vendor == "sqlite":
        options = connection.settings_dict["OPTIONS"]
        assert (options["transaction_mode"], "WAL" in options["init_command"].upper()) == (
            "IMMEDIATE",
            True,
        )
    else:
        assert connection.settings_dict["CONN_HEALTH_CHECKS"] is True


def test_extraction_has_a_day(evidence):
    assert isinstance(evidence.extracted_on, datetime.date)
