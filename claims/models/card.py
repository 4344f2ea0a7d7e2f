"""The picture of an edition for link previews. Written by `claims.cards`; it can always be drawn again."""

from django.db import models
from django.urls import reverse

from claims.models.edition import Edition


class Card(models.Model):
    """What stands at the top of one edition, drawn as a PNG."""

    edition = models.OneToOneField(Edition, models.PROTECT, related_name="card")
    png = models.BinaryField()

    class Meta:
        ordering = ["edition"]

    def __str__(self):
        return f"Card of {self.edition}"

    def get_absolute_url(self):
        return reverse("edition_card", args=[self.edition.slug, self.edition.number])
