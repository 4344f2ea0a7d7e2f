"""What was published. Nothing here knows that it is cited."""

import re

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import CheckConstraint, Q
from django.db.models.functions import Length
from django.db.models.lookups import GreaterThan
from simple_history.models import HistoricalRecords
from taggit.managers import TaggableManager

from microdose_kb.constraints import enumerated
from sources import citations, vocabulary
from sources.models.fields import line, unique_where_present
from sources.models.taken_in import Import
from sources.validators import (
    no_control_characters,
    validate_authors,
    validate_doi,
    validate_pmcid,
    validate_pmid,
    validate_registration,
    validate_substances,
    validate_texts,
    validate_url,
)

SUBSTANCE = "|".join(re.escape(code) for code in vocabulary.Substance.values)


class SourceQuerySet(models.QuerySet):
    def unmerged(self):
        """Sources that stand for themselves; the others live on in the one they were merged into."""
        return self.filter(merged_into__isnull=True)


class Source(models.Model):
    """One publication or registration, as printed, with what was studied in it."""

    key = models.SlugField(
        max_length=60,
        unique=True,
        help_text="First author, year, first word of the title: hutten2020mood. Never changes.",
    )
    type = models.CharField(max_length=20, choices=vocabulary.SourceType)
    title = models.CharField(max_length=500, validators=[no_control_characters])
    container_title = line(300, "Journal, book or repository: Psychopharmacology.")
    year = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1800), MaxValueValidator(2200)],
        help_text="Year of publication: 2020. Leave empty if it is not known.",
    )  # fmt: skip
    month = models.PositiveSmallIntegerField(null=True, blank=True, help_text="1 to 12.")
    day = models.PositiveSmallIntegerField(null=True, blank=True, help_text="1 to 31.")
    volume = line(30, "As printed: 14.")
    issue = line(30, "As printed: 2.")
    pages = line(40, "Pages or article number: 731-740.")
    authors = models.JSONField(
        default=list,
        blank=True,
        validators=[validate_authors],
        help_text='In printed order: [{"family": "Hutten", "given": "Nadia R. P. W."}].',
    )
    authors_complete = models.BooleanField(
        default=True, help_text="Untick if the printed list could not be confirmed."
    )
    authors_in_order = models.BooleanField(
        "authors in printed order",
        default=True,
        help_text="Untick if the order is not known; then no author is named as the first.",
    )
    doi = line(200, "Without address: 10.1016/j.euroneuro.2020.10.002.", validators=[validate_doi])
    pmid = line(12, "PubMed number: 33082016.", validators=[validate_pmid])
    pmcid = line(15, "PubMed Central number: PMC11018829.", validators=[validate_pmcid])
    url = line(
        500, "Full address if there is one: https://doi.org/10.1016/….", validators=[validate_url]
    )
    registration = line(
        60,
        "Trial or review registration: ACTRN12621000436875.",
        validators=[validate_registration],
        db_index=True,
    )
    design = models.CharField(max_length=20, choices=vocabulary.Design, blank=True)
    species = models.CharField(max_length=20, choices=vocabulary.Species, blank=True)
    population = line(300, "Who took part: healthy adult men.")
    sample_size = models.PositiveIntegerField(
        null=True, blank=True, help_text="People, animals or samples studied: 80."
    )
    substances = models.CharField(
        max_length=120,
        blank=True,
        validators=[validate_substances],
        help_text="What was given. Leave empty if no substance was.",
    )
    dose_text = line(300, "In the authors' units: 10 µg LSD every third day for 6 weeks.")
    dose_regime = models.CharField(max_length=20, choices=vocabulary.DoseRegime, blank=True)
    funding_note = line(500, "Who paid, as stated. Empty means not seen.")
    coi_note = line(500, "Interests that the authors state. Empty means not seen.")
    data_note = line(500, "Where the data are, as stated: https://osf.io/…. Empty means not seen.")
    peer_reviewed = models.BooleanField(default=True)
    study = models.SlugField(
        max_length=80,
        db_index=True,
        help_text="Papers on the same participants share it: the registration in small letters,"
        " or the key of the first paper.",
    )
    review_of = models.CharField(max_length=15, blank=True, choices=vocabulary.ReviewOf)
    n_studies = models.PositiveIntegerField(
        null=True, blank=True, help_text="Studies inside the review: 14."
    )
    included_rob = models.CharField(
        "risk of bias inside",
        max_length=15,
        choices=vocabulary.IncludedBias,
        default="not-assessed",
    )
    inconsistent_inside = models.BooleanField(
        default=False, help_text="The review reports differences that it could not explain."
    )
    includes = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="included_in",
        help_text="Sources of this library that the review contains.",
    )
    includes_checked = models.BooleanField(
        default=False, help_text="Someone compared the review's list of studies with this library."
    )
    overlap_group = models.SlugField(
        max_length=60, blank=True, help_text="Reviews of the same studies share it: blood-bdnf."
    )
    search_until = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Last year that the review searched: 2023."
    )
    checked = models.JSONField(
        default=list,
        blank=True,
        validators=[validate_texts],
        help_text='Where the record was seen: ["https://pubmed.ncbi.nlm.nih.gov/33082016/"].',
    )
    status = models.CharField(
        max_length=25, choices=vocabulary.Status, default="published", editable=False
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    version_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="versions",
        help_text="The journal article of this preprint, if it is in the library.",
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", editable=False
    )
    taken_in = models.ForeignKey(
        Import, models.PROTECT, null=True, blank=True, related_name="sources", editable=False
    )

    objects = SourceQuerySet.as_manager()
    tags = TaggableManager(blank=True, related_name="tagged_sources")
    history = HistoricalRecords(
        history_change_reason_field=models.TextField(blank=True, default=""),
        m2m_fields=[includes],
    )

    class Meta:
        ordering = ["key"]
        constraints = [
            enumerated("type", vocabulary.SourceType.values),
            enumerated("design", vocabulary.Design.values, blank=True),
            enumerated("species", vocabulary.Species.values, blank=True),
            enumerated("dose_regime", vocabulary.DoseRegime.values, blank=True),
            enumerated("review_of", vocabulary.ReviewOf.values, blank=True),
            enumerated("included_rob", vocabulary.IncludedBias.values),
            enumerated("status", vocabulary.Status.values),
            unique_where_present("doi"),
            unique_where_present("pmid"),
            unique_where_present("pmcid"),
            CheckConstraint(
                condition=Q(substances="")
                | Q(substances__regex=rf"^({SUBSTANCE})(,({SUBSTANCE}))*$"),
                name="%(app_label)s_%(class)s_substances_known",
                violation_error_message="Choose among the listed substances.",
            ),
            CheckConstraint(
                condition=~Q(doi="", pmid="", pmcid="", registration="", url="")
                | Q(merged_into__isnull=False),
                name="%(app_label)s_%(class)s_can_be_found",
                violation_error_message="Give at least one of DOI, PubMed number, PubMed Central"
                " number, registration or address, so that readers can find it.",
            ),
            CheckConstraint(
                condition=(Q(month__isnull=True) | Q(month__range=(1, 12), year__isnull=False))
                & (Q(day__isnull=True) | Q(day__range=(1, 31), month__isnull=False)),
                name="%(app_label)s_%(class)s_date_in_order",
                violation_error_message="A day needs a month and a month needs a year.",
            ),
            CheckConstraint(
                condition=GreaterThan(Length("title"), 0),
                name="%(app_label)s_%(class)s_has_title",
                violation_error_message="Give the title as printed.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.label}: {self.title}"

    @property
    def label(self):
        """How the source is named in running text: Hutten et al. 2020."""
        return citations.label(self.__dict__)

    @property
    def substance_list(self):
        return self.substances.split(",") if self.substances else []

    @property
    def is_described(self):
        """Whether somebody has said how it was done, in whom and at which dose; the rule needs all three."""
        return bool(self.design and self.species and self.dose_regime)

    @property
    def is_review(self):
        return self.design in vocabulary.REVIEW_DESIGNS
