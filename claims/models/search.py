"""Where, when and how the studies on a claim were searched for (METHOD 3, 4)."""

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import CheckConstraint, F, Q

from claims.models.claim import Claim
from microdose_kb.constraints import paired
from sources.validators import no_control_characters, validate_texts

PLAIN = [no_control_characters]


class SearchQuerySet(models.QuerySet):
    def standing(self):
        """What counts, the newest search first."""
        return self.filter(withdrawn_at__isnull=True).order_by("-searched_on", "-pk")


class SearchRecord(models.Model):
    """One literature search for one claim; a wrong record is withdrawn with a reason."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="searches")
    databases = models.JSONField(validators=[validate_texts], help_text='["MEDLINE", "PsycINFO"]')
    query = models.TextField(
        validators=[MaxLengthValidator(4000), no_control_characters],
        help_text="As it was typed: microdos* AND (lsd OR psilocybin).",
    )
    searched_on = models.DateField(help_text="The day of the search.")
    found = models.PositiveIntegerField(help_text="Records found, without duplicates: 412.")
    screened = models.PositiveIntegerField(help_text="Records read: 412.")
    included = models.PositiveIntegerField(help_text="Studies that came into the evidence: 7.")
    searched_by = models.CharField(
        max_length=200, validators=PLAIN, help_text="Who searched: Rosa Example."
    )
    note = models.CharField(
        max_length=500, blank=True, validators=PLAIN, help_text="Limits: English only, from 2010."
    )
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_reason = models.CharField(max_length=500, blank=True, editable=False)

    objects = SearchQuerySet.as_manager()

    class Meta:
        ordering = ["claim", "-searched_on", "-pk"]
        constraints = [
            paired("withdrawn_by", "withdrawn_at"),
            CheckConstraint(
                condition=Q(included__lte=F("screened"), screened__lte=F("found")),
                name="%(app_label)s_%(class)s_numbers_shrink",
                violation_error_message="Of what was found some is screened, and of that some is"
                " included: the numbers cannot grow.",
            ),
            CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_reason=""),
                name="%(app_label)s_%(class)s_withdrawn_has_reason",
                violation_error_message="Say why the search no longer counts.",
            ),
        ]

    def __str__(self):
        return f"Search for {self.claim.slug} on {self.searched_on}"
