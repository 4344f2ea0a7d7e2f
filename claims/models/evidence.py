"""One result of one source for one claim, and how far it has come."""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from simple_history.models import HistoricalRecords

from claims.models.claim import Claim
from claims.models.evidence_rules import CONSTRAINTS
from claims.models.fields import choice, numeral, prose
from claims.rating import vocabulary
from claims.states import Origin, State
from sources.models import Source
from sources.validators import no_control_characters, validate_texts

PLAIN = [no_control_characters]


class EvidenceQuerySet(models.QuerySet):
    def public(self):
        """Items that have a form on the public pages: accepted, or accepted and being revised."""
        return self.filter(state__in=[State.ACCEPTED, State.UNDER_REVISION])

    def with_source(self):
        """Load what composing reads, in a fixed number of queries."""
        return self.select_related("source__version_of").prefetch_related(
            "source__includes", "source__notices", "source__tags"
        )


class Evidence(models.Model):
    """What one source found for one outcome of one claim (METHOD 1.2)."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="evidence")
    source = models.ForeignKey(Source, models.PROTECT, related_name="+")
    outcome = models.CharField(
        max_length=200,
        validators=PLAIN,
        help_text="What was measured, and when: change in CRP two days after the dose.",
    )
    outcome_group = models.SlugField(
        max_length=50,
        blank=True,
        help_text="A group of the claim, if it has any: creativity-tests.",
    )
    direction = choice(vocabulary.Direction, "Towards or against the claim's sentence.")
    point = choice(vocabulary.Point, "Where the estimate lies, whatever its interval.")
    null_informative = models.BooleanField(
        "informative null",
        default=False,
        help_text="Only for no clear effect: the interval or an equivalence test excludes an effect"
        " that would matter.",
    )
    null_note = models.CharField("excluded effect",
        max_length=300, blank=True, validators=PLAIN,
        help_text="Which effect is excluded: the interval excludes more than 0.3 standard"
        " deviations.",
    )  # fmt: skip
    outcome_kind = choice(vocabulary.OutcomeKind, "Empty counts as self-report.", blank=True)
    outcome_role = choice(vocabulary.OutcomeRole, default="unclear")
    n_analysed = models.PositiveIntegerField(
        "number analysed",
        null=True,
        blank=True,
        help_text="People or animals behind this result: 48. Empty: the source's sample size.",
    )
    paired = models.BooleanField(
        default=False, help_text="Everyone was their own control (a crossover always is)."
    )
    blinding = choice(vocabulary.Blinding)
    correct_guess_rate = models.DecimalField(
        max_digits=4, decimal_places=1, null=True, blank=True, validators=[MaxValueValidator(100)],
        help_text="Per cent who guessed what they took: 72.5.",
    )  # fmt: skip
    expectancy_measured = models.BooleanField(default=False)
    comparator = choice(
        vocabulary.Comparator,
        "What it was compared with.",
        blank=True,
        verbose_name="compared with",
    )
    risk_of_bias = choice(vocabulary.RiskOfBias, default="not-assessed")
    rob_tool = choice(vocabulary.RobTool, blank=True, verbose_name="tool")
    rob_note = models.CharField("reasons for the risk of bias",
        max_length=500, blank=True, validators=PLAIN,
        help_text="Why: allocation not described, 9 of 48 dropped out.",
    )  # fmt: skip
    d_population = choice(vocabulary.Directness, verbose_name="directness of population")
    d_dose = choice(vocabulary.Directness, verbose_name="directness of dose")
    d_outcome = choice(
        vocabulary.Directness,
        "Until chosen it counts as partial.",
        blank=True,
        verbose_name="directness of outcome",
    )
    d_comparator = choice(vocabulary.Directness, verbose_name="directness of comparison")
    directness_note = models.CharField("reason for another directness",
        max_length=300, blank=True, validators=PLAIN,
        help_text="Why directness differs from what the method offers.",
    )  # fmt: skip
    basis = choice(vocabulary.Basis, "What you really read.")
    finding = prose("What was found, with numbers and units, in your words. Markdown.")
    effect_measure = models.CharField(
        max_length=30, blank=True, validators=PLAIN, help_text="SMD, MD, OR, r, percent."
    )
    effect_estimate = numeral("As printed: -0.34.")
    effect_low = numeral("Lower end of the 95 % interval: -0.57.")
    effect_high = numeral("Upper end of the 95 % interval: -0.11.")
    effect_p = numeral("Exact P value if printed: 0.004.", verbose_name="P value")
    effect_note = models.CharField(
        max_length=300, blank=True, validators=PLAIN, help_text="Unit and contrast of the estimate."
    )
    locator = models.CharField(
        max_length=200, blank=True, validators=PLAIN, help_text="Where in the source: Table 2."
    )
    limitations = prose("What this result cannot tell. Markdown.", blank=True)
    large_effect = models.BooleanField(default=False)
    dose_response = models.BooleanField(default=False)
    opposing_bias = models.BooleanField(
        default=False, help_text="Remaining bias would have hidden the effect, not made it."
    )
    upgrade_reason = models.CharField(
        "reason for rating up",
        max_length=500,
        blank=True,
        validators=PLAIN,
        help_text="Why any of the three is ticked.",
    )
    strength_override = choice(
        vocabulary.Strength, "Leave empty to keep the strength that the rule gives.", blank=True
    )
    override_reason = models.CharField(
        max_length=1000, blank=True, validators=PLAIN,
        help_text="At least 40 characters; public, with your name.",
    )  # fmt: skip
    override_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    override_at = models.DateTimeField(null=True, editable=False)
    checked = models.JSONField(
        default=list, blank=True, validators=[validate_texts], help_text='["Where it was read."]'
    )

    state = models.CharField(
        max_length=15, choices=State, default=State.DRAFT, editable=False, db_index=True
    )
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.DESK, editable=False)
    extracted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+"
    )
    extracted_on = models.DateField(editable=False)
    contributors = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="Contribution", editable=False, related_name="+"
    )
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    verified_at = models.DateTimeField(null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, editable=False)
    decision_reason = models.TextField(blank=True, editable=False)
    accepted_form = models.JSONField(null=True, editable=False)
    tombstone = models.JSONField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = EvidenceQuerySet.as_manager()
    history = HistoricalRecords(
        history_change_reason_field=models.TextField(blank=True, default=""),
        excluded_fields=["accepted_form", "tombstone"],
    )

    class Meta:
        verbose_name_plural = "evidence"
        ordering = ["claim", "source__key", "outcome"]
        permissions = [
            ("propose_evidence", "Can propose evidence"),
            ("accept_evidence", "Can accept or decline evidence of others"),
            ("withdraw_evidence", "Can withdraw evidence"),
        ]
        constraints = CONSTRAINTS

    def __str__(self):
        return f"{self.source.label}: {self.outcome}"

    @property
    def is_public(self):
        """The row form of `EvidenceQuerySet.public`."""
        return self.state in (State.ACCEPTED, State.UNDER_REVISION)
