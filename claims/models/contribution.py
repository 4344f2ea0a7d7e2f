"""Who wrote what: kept for good, because nobody may accept what they wrote."""

from django.conf import settings
from django.db import models

from claims.models.evidence import Evidence


class Contribution(models.Model):
    """Somebody wrote part of an item, once and for good."""

    evidence = models.ForeignKey(Evidence, models.PROTECT)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["evidence", "user"], name="%(app_label)s_%(class)s_once"
            )
        ]

    def __str__(self):
        return f"{self.user} on {self.evidence}"
