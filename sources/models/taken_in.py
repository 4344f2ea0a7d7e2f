"""What came in as a file: one import, and what was decided on each of its records."""

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from microdose_kb.constraints import enumerated, paired
from sources.models.fields import line


class State(models.TextChoices):
    """How far an import has come."""

    PREVIEW = "preview", "Waiting for decisions"
    DONE = "done", "Taken in"
    DISCARDED = "discarded", "Discarded, nothing taken in"
    UNDONE = "undone", "Undone"


class Finding(models.TextChoices):
    """What a record of a file is to the library."""

    NEW = "new", "New"
    HERE = "here", "Already here"
    PERHAPS = "perhaps", "Perhaps the same"
    UNREADABLE = "unreadable", "Cannot be taken in"


class Import(models.Model):
    """One file of citations: who brought it when, and what became of it."""

    file_name = line(255, "Name of the file as it came.")
    format = models.CharField(max_length=20)
    sha256 = models.CharField(
        max_length=64, help_text="Of the file's bytes, so that the same file is known again."
    )
    size = models.PositiveBigIntegerField(help_text="Bytes.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.PREVIEW)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True, help_text="When taken in or discarded.")
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = "import of citations"
        verbose_name_plural = "imports of citations"
        constraints = [
            enumerated("state", State.values),
            paired("closed_by", "closed_at"),
            paired("undone_by", "undone_at"),
        ]

    def __str__(self):
        return f"{self.file_name}, {self.at:%Y-%m-%d %H:%M}"


class ImportedRecord(models.Model):
    """One record of a file, what it is to the library, and what the curator decided."""

    batch = models.ForeignKey(Import, models.PROTECT, related_name="records")
    number = models.PositiveIntegerField(help_text="Place in the file, from 1.")
    line = models.PositiveIntegerField(help_text="Line of the file where it begins, from 1.")
    finding = models.CharField(max_length=10, choices=Finding)
    # Why: the identifier that is here already, how two titles are alike, or what it lacks.
    why = models.TextField(blank=True)
    remedy = models.TextField(blank=True)
    record = models.JSONField(
        null=True, help_text="The record as read; null if nothing of it could be."
    )
    like = models.ForeignKey(
        "sources.Source", models.SET_NULL, null=True, related_name="+", help_text="The source here."
    )
    twin = models.PositiveIntegerField(
        null=True,
        help_text="Number of the earlier record of this file that is, or may be, the same.",
    )
    is_wanted = models.BooleanField(default=False, help_text="Take it in as a new source.")

    class Meta:
        ordering = ["batch", "number"]
        constraints = [
            enumerated("finding", Finding.values),
            UniqueConstraint(fields=["batch", "number"], name="%(app_label)s_%(class)s_once"),
            CheckConstraint(
                condition=Q(is_wanted=False) | Q(finding__in=[Finding.NEW, Finding.PERHAPS]),
                name="%(app_label)s_%(class)s_wanted_can_be_taken",
                violation_error_message="Only what is new, or perhaps the same, can be taken in.",
            ),
        ]

    def __str__(self):
        return f"Record {self.number} of {self.batch}"
