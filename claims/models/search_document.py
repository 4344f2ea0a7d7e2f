"""What readers can search: a copy of the current editions, and of nothing else.

Written by `claims.search.index` only; the database keeps its full-text index beside it (migration 0006).
"""

from django.db import models
from django.urls import reverse

from claims.models.claim import Claim

KINDS = [("claim", "Claim"), ("evidence", "Result"), ("source", "Source")]


class SearchDocument(models.Model):
    """One thing that a reader can find: a claim, a result or a source, as current editions show it."""

    id = models.BigIntegerField(
        primary_key=True,
        help_text="Lower stands first; holds the facets (claims/search/facets.py).",
    )
    kind = models.CharField(max_length=10, choices=KINDS)
    mechanism = models.CharField(max_length=80, blank=True)
    direction = models.CharField(max_length=20, blank=True)
    design = models.CharField(max_length=20, blank=True)
    dose = models.CharField(max_length=20, blank=True)
    verdict = models.CharField(max_length=25, blank=True)
    claim = models.ForeignKey(Claim, models.CASCADE, null=True, related_name="+")
    name = models.CharField(max_length=200, unique=True)
    slug = models.CharField(max_length=80, blank=True, help_text="Of the claim.")
    item = models.CharField(max_length=80, blank=True, help_text="The result's place on its page.")
    key = models.CharField(max_length=60, blank=True, db_index=True, help_text="Of the source.")
    standing = models.CharField(max_length=40, blank=True, help_text="Retracted, corrected.")
    context = models.CharField(max_length=300, blank=True)
    title = models.TextField()
    body = models.TextField(blank=True)
    title_stems = models.TextField()
    body_stems = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        if self.kind == "source":
            return reverse("source_detail", args=[self.key])
        return reverse("claim_detail", args=[self.slug]) + (f"#{self.item}" if self.item else "")


class SearchWord(models.Model):
    """A word of the search documents: what a beginning or a misspelling is compared with."""

    word = models.CharField(max_length=60, unique=True)
    stem = models.CharField(max_length=60, db_index=True)

    class Meta:
        ordering = ["word"]

    def __str__(self):
        return self.word
