"""The desk's log: one line for every deed on an evidence item, written with the deed."""

from django.conf import settings
from django.db import models

from claims.models.edition import Edition
from claims.models.evidence import Evidence
from claims.states import State
from microdose_kb.constraints import enumerated


class LogLine(models.Model):
    """Who did what to an item, when and why, and which edition it made."""

    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="log")
    deed = models.CharField(max_length=20)
    state = models.CharField(max_length=15, choices=State, help_text="The state it led to.")
    version = models.PositiveIntegerField(help_text="The version of the item it made.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField(blank=True)
    edition = models.ForeignKey(Edition, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["evidence", "pk"]
        get_latest_by = "pk"
        constraints = [
            enumerated("state", State.values),
            models.UniqueConstraint(
                fields=["evidence", "version"], name="%(app_label)s_%(class)s_version_once"
            ),
        ]

    def __str__(self):
        return f"{self.deed}: {self.evidence}"
