"""The argument of the article: five mechanisms and the claims that make their chains."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, validate_slug
from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords
from taggit.managers import TaggableManager

from claims.rating import vocabulary
from microdose_kb.constraints import enumerated
from sources.validators import no_control_characters

PLAIN = [no_control_characters]
# `claims.summaries` joins both numbers to one, in which 99 stands for no mechanism.
LAST_MECHANISM, LAST_CLAIM = 98, 999


def validate_outcome_groups(value):
    """Accept up to seven {"slug": ..., "name": ...}, as Cochrane's summaries hold (METHOD 1.1)."""
    shape = 'Give up to seven groups: [{"slug": "creativity-tests", "name": "Creativity tests"}].'
    if not isinstance(value, list) or len(value) > 7:
        raise ValidationError(shape)
    for group in value:
        if not isinstance(group, dict) or set(group) != {"slug", "name"}:
            raise ValidationError(shape)
        if not all(isinstance(text, str) and text for text in group.values()):
            raise ValidationError(shape)
        validate_slug(group["slug"])
    if len({group["slug"] for group in value}) != len(value):
        raise ValidationError("Each group needs a slug of its own.")


class Mechanism(models.Model):
    """One of the ways in which the article says that microdosing works."""

    slug = models.SlugField(max_length=80, unique=True)
    order = models.PositiveSmallIntegerField(
        unique=True,
        validators=[MaxValueValidator(LAST_MECHANISM)],
        help_text=f"Place in the article: 1; {LAST_MECHANISM} at most.",
    )
    name = models.CharField(max_length=120, validators=PLAIN)
    summary = models.CharField(
        max_length=500, validators=PLAIN, help_text="The idea in one sentence, in our words."
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    tags = TaggableManager(blank=True, related_name="tagged_mechanisms")
    history = HistoricalRecords(
        history_change_reason_field=models.TextField(blank=True, default="")
    )

    class Meta:
        ordering = ["order"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("mechanism_detail", args=[self.slug])


class Claim(models.Model):
    """One sentence of the article that can be right or wrong."""

    slug = models.SlugField(
        max_length=80, unique=True, help_text="The address: microdose-mood. Never changes."
    )
    mechanism = models.ForeignKey(
        Mechanism,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="claims",
        help_text="Leave empty for a claim that cuts across the mechanisms.",
    )
    order = models.PositiveSmallIntegerField(
        validators=[MaxValueValidator(LAST_CLAIM)],
        help_text=f"Place within the mechanism: 2; {LAST_CLAIM} at most.",
    )
    step = models.CharField(
        max_length=15,
        choices=vocabulary.Step.choices(),
        help_text="Its place in the article's chain, from premise to benefit.",
    )
    statement = models.CharField(
        max_length=300,
        validators=PLAIN,
        help_text="The claim as one sentence: Microdosing alleviates symptoms of depression.",
    )
    kind = models.CharField(max_length=15, choices=vocabulary.ClaimKind.choices())
    scope = models.CharField(max_length=15, choices=vocabulary.Scope.choices())
    asserts = models.CharField(
        max_length=15, choices=vocabulary.Asserts.choices(), default="effect"
    )
    target_population = models.CharField(
        "population", max_length=300, validators=PLAIN, help_text="Adults."
    )
    target_dose = models.CharField(
        "dose", max_length=300, validators=PLAIN, help_text="About a tenth of a recreational dose."
    )
    target_comparator = models.CharField(
        "compared with", max_length=300, validators=PLAIN, help_text="Placebo."
    )
    target_outcomes = models.CharField(
        "outcomes", max_length=300, validators=PLAIN, help_text="Mood, rated by oneself or others."
    )
    outcome_groups = models.JSONField(
        default=list,
        blank=True,
        validators=[validate_outcome_groups],
        help_text="Only for a claim that bundles several outcomes; each gets a row of its own:"
        ' [{"slug": "creativity-tests", "name": "Creativity tests"}].',
    )
    article_says = models.CharField(
        max_length=500, validators=PLAIN, help_text="In our words: how the article puts it forward."
    )
    publication_bias_flag = models.BooleanField(
        "publication bias suspected",
        default=False,
        help_text="A reviewer's judgement that unwelcome results went unpublished.",
    )
    publication_bias_reason = models.CharField(
        max_length=500, blank=True, validators=PLAIN, help_text="Why it is suspected."
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    tags = TaggableManager(blank=True, related_name="tagged_claims")
    history = HistoricalRecords(
        history_change_reason_field=models.TextField(blank=True, default="")
    )

    class Meta:
        ordering = ["mechanism__order", "order", "slug"]
        constraints = [
            enumerated("step", vocabulary.Step.values()),
            enumerated("kind", vocabulary.ClaimKind.values()),
            enumerated("scope", vocabulary.Scope.values()),
            enumerated("asserts", vocabulary.Asserts.values()),
            models.CheckConstraint(
                condition=models.Q(publication_bias_flag=False)
                | ~models.Q(publication_bias_reason=""),
                name="%(app_label)s_%(class)s_bias_flag_has_reason",
                violation_error_message="Say why publication bias is suspected.",
            ),
        ]

    def __str__(self):
        return self.statement

    def get_absolute_url(self):
        return reverse("claim_detail", args=[self.slug])
