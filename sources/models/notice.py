"""What a journal said about its own paper afterwards."""

from django.conf import settings
from django.db import models
from django.db.models import Q, UniqueConstraint

from microdose_kb.constraints import enumerated
from sources import vocabulary
from sources.models.fields import line
from sources.models.source import Source
from sources.validators import validate_url


class Notice(models.Model):
    """One editorial notice on a source."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=25, choices=vocabulary.NoticeKind)
    issued_on = models.DateField(
        null=True, blank=True, help_text="Date of the notice. Leave empty if it is not known."
    )
    url = line(
        500,
        "Where the notice can be read: https://doi.org/10.1000/notice.",
        validators=[validate_url],
    )
    reason = line(1000, "The reason the journal gives, in your words.")
    reference = line(250, "Name where a check found it: retraction-watch:12345.", editable=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["recorded_at", "pk"]
        constraints = [
            enumerated("kind", vocabulary.NoticeKind.values),
            # One notice may be on several papers, and then has one name on all of them.
            UniqueConstraint(
                fields=["source", "reference"],
                condition=~Q(reference=""),
                name="%(app_label)s_%(class)s_reference_unique",
                violation_error_message="This notice is recorded already.",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.source.label}"
