"""Two sources that look alike and that somebody has found to be two."""

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.db.models.functions import Length
from django.db.models.lookups import GreaterThan

from sources.models.source import Source
from sources.validators import no_control_characters


class ToldApart(models.Model):
    """Somebody looked at two sources that seem to be one, and said why they are two."""

    one = models.ForeignKey(Source, models.PROTECT, related_name="+")
    other = models.ForeignKey(Source, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500, validators=[no_control_characters])
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name_plural = "told apart"
        constraints = [
            UniqueConstraint(fields=["one", "other"], name="%(app_label)s_%(class)s_once"),
            CheckConstraint(
                condition=Q(one__lt=F("other")),
                name="%(app_label)s_%(class)s_in_order",
            ),
            CheckConstraint(
                condition=GreaterThan(Length("reason"), 0),
                name="%(app_label)s_%(class)s_has_reason",
                violation_error_message="Say what shows that they are two publications.",
            ),
        ]

    def __str__(self):
        return f"{self.one.key} is not {self.other.key}"
