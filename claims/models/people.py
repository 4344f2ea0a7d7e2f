"""The people of the desk: what readers may know of them, and what they have been asked to do."""

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from simple_history.models import HistoricalRecords

from claims.models.claim import Claim
from microdose_kb.constraints import enumerated, paired
from sources.validators import no_control_characters

PLAIN = [no_control_characters]


class Profile(models.Model):
    """What a person of the desk tells readers about themselves; the name is the account's."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="profile")
    affiliation = models.CharField(
        max_length=200,
        blank=True,
        validators=PLAIN,
        help_text="University of Example, Pharmacology.",
    )
    orcid = models.CharField(
        max_length=19, blank=True, help_text="0000-0002-1825-0097; its last character is checked."
    )
    interest_kinds = models.CharField(max_length=60, blank=True)
    interests = models.TextField(
        "competing interests",
        validators=[MaxLengthValidator(1000), no_control_characters],
        help_text="In your words, or: None declared. Public.",
    )
    interests_on = models.DateField(help_text="The day on which you last said so.")
    version = models.PositiveIntegerField(default=1, editable=False)

    history = HistoricalRecords(
        history_change_reason_field=models.TextField(blank=True, default="")
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["orcid"],
                condition=~models.Q(orcid=""),
                name="%(app_label)s_%(class)s_orcid_unique",
                violation_error_message="Another person has this ORCID.",
            )
        ]

    def __str__(self):
        return str(self.user)

    @property
    def interest_list(self):
        return self.interest_kinds.split(",") if self.interest_kinds else []


class Task(models.TextChoices):
    ASSESS = "assess", "Assess the claim"
    ARBITRATE = "arbitrate", "Arbitrate between two reviewers"
    SEARCH = "search", "Search for new studies"
    EXTRACT = "extract", "Enter evidence"


class AssignmentQuerySet(models.QuerySet):
    def open(self):
        return self.filter(closed_at__isnull=True).order_by("due_on", "pk")


class Assignment(models.Model):
    """Somebody was asked to do something about a claim by a certain day."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="assignments")
    task = models.CharField(max_length=15, choices=Task)
    to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="assigned to"
    )
    due_on = models.DateField()
    note = models.CharField(max_length=300, blank=True, validators=PLAIN)
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+"
    )
    assigned_at = models.DateTimeField(editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, editable=False)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            enumerated("task", Task.values),
            paired("closed_by", "closed_at"),
            models.UniqueConstraint(
                fields=["claim", "task", "to"],
                condition=models.Q(closed_at__isnull=True),
                name="%(app_label)s_%(class)s_open_once",
                violation_error_message="This person has been asked to do this already.",
            ),
        ]

    def __str__(self):
        return f"{self.get_task_display()}: {self.claim.slug}"
