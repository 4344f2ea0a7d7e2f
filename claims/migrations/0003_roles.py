"""Make the groups Editors and Reviewers."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

EDITING = {
    "sources": ["add_source", "change_source", "view_source", "add_notice", "view_notice"],
    "claims": [
        "add_evidence",
        "change_evidence",
        "view_evidence",
        "propose_evidence",
        "view_claim",
        "view_mechanism",
        "view_edition",
    ],
}
REVIEWING = {"claims": ["change_claim", "accept_evidence", "withdraw_evidence"]}


def permissions(apps, labels):
    Permission = apps.get_model("auth", "Permission")
    for app, codenames in labels.items():
        for codename in codenames:
            yield Permission.objects.get(content_type__app_label=app, codename=codename)


def make_roles(apps, schema_editor):
    for app in ("sources", "claims"):
        # Django makes permissions only after all migrations; the groups need them now.
        config = apps.get_app_config(app)
        models_module = getattr(config, "models_module", None)
        config.models_module = models_module or True
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = models_module
    Group = apps.get_model("auth", "Group")
    editors, _ = Group.objects.get_or_create(name="Editors")
    reviewers, _ = Group.objects.get_or_create(name="Reviewers")
    editing = list(permissions(apps, EDITING))
    editors.permissions.add(*editing)
    reviewers.permissions.add(*editing, *permissions(apps, REVIEWING))


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0002_initial"),
        ("sources", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
