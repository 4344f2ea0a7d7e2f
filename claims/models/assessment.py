"""What reviewers conclude about a claim: private until submitted, never changed afterwards (METHOD 1.7)."""

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from claims.assessment_checks import DEPARTURE_REASON_LENGTH, DOMAINS
from claims.models.claim import Claim
from claims.models.edition import Edition, Immutable
from claims.models.fields import choice, needs
from claims.rating import vocabulary
from microdose_kb.constraints import enumerated
from sources.validators import no_control_characters

IS_DRAFT = Q(submitted_at__isnull=True)


def text(length, help_text, **options):
    return models.TextField(
        blank=True,
        validators=[MaxLengthValidator(length), no_control_characters],
        help_text=help_text,
        **options,
    )


def concern(name):
    return choice(vocabulary.Concern, "How much it takes off.", blank=True, verbose_name=name)


def why(name):
    return text(500, "In one sentence.", verbose_name=f"reason for {name}")


def refuse(*args, **kwargs):
    raise Immutable("A submitted assessment is never changed or deleted; submit a new one instead.")


class AssessmentQuerySet(models.QuerySet):
    update = delete = bulk_update = refuse

    def submitted(self):
        """What everybody may see, in the order in which it was submitted."""
        return self.exclude(IS_DRAFT).order_by("submitted_at", "pk")

    def with_people(self):
        """Load what composing reads, in a fixed number of queries."""
        rows = self.select_related("reviewer__profile", "edition").defer("edition__document")
        return rows.prefetch_related("signatures__by")


class Assessment(models.Model):
    """One person's judgement of one claim."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="assessments")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = choice(vocabulary.AssessmentKind)
    edition = models.ForeignKey(
        Edition, models.PROTECT, related_name="+", help_text="What the reviewer looked at."
    )
    supersedes = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    verdict = choice(vocabulary.Verdict, "What the evidence says.", blank=True)
    certainty = choice(vocabulary.Certainty, "Leave empty if nothing counts.", blank=True)
    risk_of_bias = concern("risk of bias")
    risk_of_bias_reason = why("risk of bias")
    inconsistency = concern("inconsistency")
    inconsistency_reason = why("inconsistency")
    indirectness = concern("indirectness")
    indirectness_reason = why("indirectness")
    imprecision = concern("imprecision")
    imprecision_reason = why("imprecision")
    publication_bias = concern("publication bias")
    publication_bias_reason = why("publication bias")
    raised = models.PositiveSmallIntegerField(
        "rated up by", default=0, help_text="Levels: 0, 1 or 2."
    )
    raised_reason = text(
        500,
        "Only if rated up: a large effect, a dose response, or bias against it.",
        verbose_name="reason for rating up",
    )
    suggested = models.JSONField(
        default=dict, editable=False, help_text="What the rule said when it was submitted."
    )
    departs = models.BooleanField(default=False, help_text="Differs from the suggestion.")
    departure_reason = text(
        1000,
        "Only if verdict, certainty or a domain differs from the rule's: at least 40 characters. Public.",
        verbose_name="why you differ from the suggestion",
    )
    lay_sentence = text(
        300, "One sentence for everybody, without jargon.", verbose_name="in one sentence"
    )
    rationale = text(4000, "How you weighed the evidence. Public.")
    interest_kinds = models.CharField(max_length=60, blank=True)
    interests = text(
        1000, "Your competing interests, or: None declared.", verbose_name="competing interests"
    )
    recused = models.BooleanField(
        "I recuse myself", default=False, help_text="Recorded and shown, but not counted."
    )
    authored = models.JSONField(
        default=list, blank=True, help_text="Keys of listed studies that the reviewer wrote."
    )
    is_namesake = models.BooleanField(
        "not the author of that name",
        default=False,
        help_text="Tick if you share a name with an author but are somebody else.",
    )
    extracted_all = models.BooleanField(
        default=False, help_text="The reviewer had a hand in every item of the claim."
    )
    started_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, db_index=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        ordering = ["claim", "submitted_at", "pk"]
        permissions = [("assess_claim", "Can assess claims")]
        constraints = [
            enumerated("kind", vocabulary.AssessmentKind.values()),
            enumerated("verdict", vocabulary.Verdict.values(), blank=True),
            enumerated("certainty", vocabulary.Certainty.values(), blank=True),
            *(enumerated(name, vocabulary.Concern.values(), blank=True) for name in DOMAINS),
            UniqueConstraint(
                fields=["claim", "reviewer"],
                condition=IS_DRAFT,
                name="%(app_label)s_%(class)s_one_draft",
                violation_error_message="You have begun an assessment of this claim already.",
            ),
            CheckConstraint(
                condition=IS_DRAFT | Q(recused=True) | ~Q(verdict=""),
                name="%(app_label)s_%(class)s_has_verdict",
                violation_error_message="Choose a verdict, or recuse yourself.",
            ),
            CheckConstraint(
                condition=Q(raised__lte=2),
                name="%(app_label)s_%(class)s_raised_by_two",
                violation_error_message="Certainty is rated up by two levels at most.",
            ),
            needs(~IS_DRAFT, "interests", "Declare your interests, or write: None declared."),
            needs(
                ~IS_DRAFT & Q(departs=True, recused=False),
                "departure_reason",
                "Say in at least 40 characters why you differ from the suggestion.",
                length=DEPARTURE_REASON_LENGTH,
            ),
        ]

    def __str__(self):
        return f"{self.reviewer} on {self.claim.slug}"

    def save(self, *args, **kwargs):
        if self.pk and type(self).objects.submitted().filter(pk=self.pk).exists():
            refuse()
        super().save(*args, **kwargs)

    delete = refuse

    @property
    def is_submitted(self):
        return self.submitted_at is not None

    @property
    def concerns(self):
        """Return {field: Concern} of the domains that are judged."""
        given = {name: getattr(self, name) for name in DOMAINS}
        return {name: vocabulary.Concern(code) for name, code in given.items() if code}

    @property
    def interest_list(self):
        return self.interest_kinds.split(",") if self.interest_kinds else []


class Signature(models.Model):
    """Somebody signed a consensus; its writer signs by submitting it."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="signatures")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            UniqueConstraint(fields=["assessment", "by"], name="%(app_label)s_%(class)s_once")
        ]

    def __str__(self):
        return f"{self.by} signed {self.assessment}"
