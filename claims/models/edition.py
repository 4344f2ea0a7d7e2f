"""The shelf: what readers see. Written once by `claims.editions`, never changed."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import reverse

from claims.models.claim import Claim
from claims.rating import vocabulary
from claims.upgrades import lift
from microdose_kb.constraints import enumerated
from sources.models import Source


class Immutable(Exception):
    """Somebody tried to change or delete what was published."""


def refuse(*args, **kwargs):
    raise Immutable("An edition is never changed or deleted; publish a new one instead.")


class EditionQuerySet(models.QuerySet):
    update = delete = bulk_update = refuse

    def current(self):
        """The newest edition of each claim."""
        newer = Edition.objects.filter(claim=OuterRef("claim"), number__gt=OuterRef("number"))
        return self.filter(~Exists(newer))

    def as_of(self, moment):
        """The edition of each claim that was current at `moment`."""
        newer = Edition.objects.filter(
            claim=OuterRef("claim"), number__gt=OuterRef("number"), published_at__lte=moment
        )
        return self.filter(~Exists(newer), published_at__lte=moment)

    def without_documents(self):
        """For lists: everything but the document."""
        return self.defer("document")

    def in_reading_order(self):
        return self.order_by("position", "slug")


class Edition(models.Model):
    """One claim as it was published at one moment, complete and frozen."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    published_at = models.DateTimeField(db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    cause = models.TextField(help_text="What was done that made this edition.")
    fingerprint = models.CharField(max_length=64)
    rule = models.CharField(max_length=10)
    verdict = models.CharField(
        max_length=25,
        choices=vocabulary.HEADLINES,
        help_text="What stands at the top: a verdict, or why there is no single one.",
    )
    certainty = models.CharField(max_length=10, blank=True, choices=vocabulary.Certainty.choices())
    review_state = models.CharField(max_length=15, choices=vocabulary.ReviewState.choices())
    edited_at = models.DateTimeField(help_text="When claim, evidence or sources last changed.")
    reviewed_on = models.DateField(null=True, help_text="When the last assessment came in.")
    searched_on = models.DateField(null=True, help_text="When studies were last searched for.")
    withdrawn_on = models.DateField(null=True, help_text="When evidence was last withdrawn.")
    slug = models.SlugField(max_length=80)
    statement = models.CharField(max_length=300)
    mechanism = models.SlugField(max_length=80, blank=True)
    position = models.PositiveIntegerField(help_text="Mechanism order * 1000 + claim order.")
    kind = models.CharField(max_length=15)
    scope = models.CharField(max_length=15)
    step = models.CharField(max_length=15)
    tags = models.TextField(blank=True, help_text="Slugs between spaces: ' mood serotonin '.")
    summary = models.JSONField()
    document = models.JSONField()
    sources = models.ManyToManyField(Source, through="Citation", related_name="+")

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["claim", "-number"]
        get_latest_by = "number"
        constraints = [
            enumerated("verdict", [code for code, _ in vocabulary.HEADLINES]),
            enumerated("certainty", vocabulary.Certainty.values(), blank=True),
            enumerated("review_state", vocabulary.ReviewState.values()),
            models.UniqueConstraint(
                fields=["claim", "number"], name="%(app_label)s_%(class)s_number_unique"
            ),
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="%(app_label)s_%(class)s_number_from_one"
            ),
        ]

    def __str__(self):
        return f"{self.slug}, edition {self.number}"

    def save(self, *args, **kwargs):
        if self.pk:
            refuse()
        super().save(*args, **kwargs)

    delete = refuse

    def get_absolute_url(self):
        return reverse("edition_detail", args=[self.slug, self.number])

    @classmethod
    def from_db(cls, db, field_names, values):
        """Read the document in the present schema, whenever it was published."""
        edition = super().from_db(db, field_names, values)
        if "document" in field_names:
            edition.document = lift(edition.document)
        return edition

    def refresh_from_db(self, using=None, fields=None, **kwargs):
        super().refresh_from_db(using=using, fields=fields, **kwargs)
        if fields and "document" in fields:
            self.document = lift(self.document)


class CitationQuerySet(models.QuerySet):
    update = delete = bulk_update = refuse

    def current(self):
        """Citations of the editions that readers see."""
        return self.filter(edition__in=Edition.objects.current())

    def heir(self, key):
        """Return the key under which readers find what `key` was merged into, or None."""
        merged = Source.objects.filter(key=key, merged_into__isnull=False)
        kept = merged.values_list("merged_into__key", flat=True).first()
        return kept if kept and self.current().filter(key=kept).exists() else None

    def one_per_source(self):
        """One row for each source that readers see; every current edition shows the same."""
        first = self.current().values("source").annotate(first=models.Min("pk"))
        return self.filter(pk__in=first.values("first"))


class Citation(models.Model):
    """A source as one edition cites it; the columns are what the list of sources needs."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="citations")
    source = models.ForeignKey(Source, models.PROTECT, related_name="+")
    key = models.SlugField(max_length=60, db_index=True)
    label = models.CharField(max_length=200)
    title = models.CharField(max_length=500)
    year = models.PositiveSmallIntegerField(null=True)
    design = models.CharField(max_length=20)
    species = models.CharField(max_length=20)
    dose_regime = models.CharField(max_length=20)
    substances = models.CharField(max_length=130, blank=True, help_text="',lsd,psilocybin,'")
    study = models.SlugField(max_length=80)
    status = models.CharField(max_length=25)
    is_deciding = models.BooleanField(default=False, help_text="Its study decided the suggestion.")
    tags = models.TextField(blank=True, help_text="Slugs between spaces: ' mood trial '.")
    record = models.JSONField()

    objects = CitationQuerySet.as_manager()

    class Meta:
        ordering = ["key"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "source"], name="%(app_label)s_%(class)s_source_once"
            )
        ]

    def __str__(self):
        return f"{self.key} in {self.edition}"

    def save(self, *args, **kwargs):
        if self.pk:
            refuse()
        super().save(*args, **kwargs)

    delete = refuse

    def get_absolute_url(self):
        return reverse("source_detail", args=[self.key])
