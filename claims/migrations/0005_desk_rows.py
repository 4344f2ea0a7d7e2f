"""Bring what was published before to the new columns, and give the desk its new permissions."""

import datetime

from django.contrib.auth.management import create_permissions
from django.db import migrations

EDITING = [
    *("view_assignment", "view_profile", "view_readernote", "change_readernote"),
    *("add_searchrecord", "view_searchrecord"),
]
REVIEWING = [
    *("assess_claim", "view_assessment", "add_assessment", "change_assessment"),
    *("add_assignment", "change_assignment", "change_searchrecord"),
]


def make_permissions(apps):
    """Django makes permissions only after all migrations; the groups need them now."""
    config = apps.get_app_config("claims")
    models_module = getattr(config, "models_module", None)
    config.models_module = models_module or True
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = models_module


def widen_roles(apps, schema_editor):
    make_permissions(apps)
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    known = Permission.objects.filter(content_type__app_label="claims")
    for name, codenames in (("Editors", EDITING), ("Reviewers", [*EDITING, *REVIEWING])):
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*known.filter(codename__in=codenames))


def fill_editions(apps, schema_editor):
    """An edition from before knows only when it was published and what its document says."""
    Edition = apps.get_model("claims", "Edition")
    Citation = apps.get_model("claims", "Citation")
    for edition in Edition.objects.iterator(chunk_size=20):
        document = edition.document
        studies = [study for study in document["studies"] if study["is_deciding"]]
        deciding = {key for study in studies for key in study["sources"]}
        days = [tomb["on"] for tomb in document["withdrawn"]]
        Edition.objects.filter(pk=edition.pk).update(
            edited_at=edition.published_at, withdrawn_on=max(days, default=None)
        )
        Citation.objects.filter(edition=edition, key__in=deciding).update(is_deciding=True)


def begin_log(apps, schema_editor):
    """Items from before the log get one line that says where they stood."""
    Evidence = apps.get_model("claims", "Evidence")
    LogLine = apps.get_model("claims", "LogLine")
    for evidence in Evidence.objects.iterator(chunk_size=200):
        last = evidence.decided_by_id or evidence.extracted_by_id
        line = LogLine(
            evidence=evidence,
            deed="before the log",
            state=evidence.state,
            version=evidence.version,
            by_id=last,
            at=evidence.decided_at or evidence.verified_at or _midnight(evidence.extracted_on),
        )
        line.save()


def _midnight(day):
    return datetime.datetime.combine(day, datetime.time.min, tzinfo=datetime.UTC)


class Migration(migrations.Migration):
    dependencies = [("claims", "0004_desk")]

    operations = [
        migrations.RunPython(widen_roles, migrations.RunPython.noop),
        migrations.RunPython(fill_editions, migrations.RunPython.noop),
        migrations.RunPython(begin_log, migrations.RunPython.noop),
    ]
