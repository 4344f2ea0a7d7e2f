"""What readers tell the desk; nothing of it is public."""

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import CheckConstraint, Q

from claims.models.edition import Edition
from claims.models.evidence import Evidence
from microdose_kb.constraints import enumerated, paired
from sources.models import Source
from sources.validators import no_control_characters

LONGEST = 3000


class NoteKind(models.TextChoices):
    STUDY = "study", "Suggest a study"
    ERROR = "error", "Report an error"


class NoteQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(closed_at__isnull=True)


class ReaderNote(models.Model):
    """A reader's suggestion or correction, tied to the edition that the reader saw."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    source_key = models.SlugField(
        max_length=60, blank=True, help_text="Given if the note was written on a source's page."
    )
    kind = models.CharField(max_length=10, choices=NoteKind)
    text = models.TextField(validators=[MaxLengthValidator(LONGEST), no_control_characters])
    contact = models.CharField(
        max_length=200,
        blank=True,
        validators=[no_control_characters],
        help_text="Only if you would like an answer. Never shown.",
    )
    sender = models.CharField(
        max_length=64, db_index=True, help_text="A keyed digest of the address, for the limit."
    )
    sent_at = models.DateTimeField(db_index=True)
    answer = models.TextField(
        blank=True, validators=[MaxLengthValidator(LONGEST)], help_text="What became of it."
    )
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True)
    made_source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="+")
    made_evidence = models.ForeignKey(Evidence, models.PROTECT, null=True, related_name="+")

    objects = NoteQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at", "-pk"]
        constraints = [
            enumerated("kind", NoteKind.values),
            paired("closed_by", "closed_at"),
            CheckConstraint(
                condition=Q(closed_at__isnull=True) | ~Q(answer=""),
                name="%(app_label)s_%(class)s_closed_has_answer",
                violation_error_message="Say what became of the note.",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.edition}"
