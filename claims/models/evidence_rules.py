"""What the database itself refuses in an evidence item (METHOD 1.2, 1.3, 1.7)."""

from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from claims.models.fields import needs, numeral_known
from claims.rating import vocabulary
from claims.states import Origin, State
from microdose_kb.constraints import enumerated, paired

OVERRIDE_REASON_LENGTH = 40  # METHOD 1.3

CONSTRAINTS = [
    UniqueConstraint(
        fields=["claim", "source", "outcome"],
        name="%(app_label)s_%(class)s_once",
        violation_error_message="This outcome of this source is already on this claim;"
        " change that item instead.",
    ),
    enumerated("direction", vocabulary.Direction.values()),
    enumerated("point", vocabulary.Point.values()),
    enumerated("outcome_kind", vocabulary.OutcomeKind.values(), blank=True),
    enumerated("outcome_role", vocabulary.OutcomeRole.values()),
    enumerated("blinding", vocabulary.Blinding.values()),
    enumerated("comparator", vocabulary.Comparator.values(), blank=True),
    enumerated("risk_of_bias", vocabulary.RiskOfBias.values()),
    enumerated("rob_tool", vocabulary.RobTool.values(), blank=True),
    enumerated("d_population", vocabulary.Directness.values()),
    enumerated("d_dose", vocabulary.Directness.values()),
    enumerated("d_outcome", vocabulary.Directness.values(), blank=True),
    enumerated("d_comparator", vocabulary.Directness.values()),
    enumerated("basis", vocabulary.Basis.values()),
    enumerated("strength_override", vocabulary.Strength.values(), blank=True),
    enumerated("state", State.values),
    enumerated("origin", Origin.values),
    numeral_known("effect_estimate"),
    numeral_known("effect_low"),
    numeral_known("effect_high"),
    numeral_known("effect_p"),
    paired("verified_by", "verified_at"),
    paired("decided_by", "decided_at"),
    paired("override_by", "override_at"),
    CheckConstraint(
        condition=Q(null_informative=False) | Q(direction="no-effect"),
        name="%(app_label)s_%(class)s_informative_null_is_null",
        violation_error_message="Only a result of no clear effect is an informative null.",
    ),
    CheckConstraint(
        condition=Q(correct_guess_rate__isnull=True) | Q(correct_guess_rate__range=(0, 100)),
        name="%(app_label)s_%(class)s_guess_rate_is_percent",
        violation_error_message="Give the correct guesses in per cent, 0 to 100.",
    ),
    needs(Q(outcome__isnull=False), "outcome", "Name the outcome."),
    needs(Q(finding__isnull=False), "finding", "Say what was found."),
    needs(
        ~Q(risk_of_bias="not-assessed"),
        "rob_note",
        "Say why the risk of bias is so judged.",
    ),
    needs(
        Q(large_effect=True) | Q(dose_response=True) | Q(opposing_bias=True),
        "upgrade_reason",
        "Say why the evidence is rated up.",
    ),
    needs(
        ~Q(strength_override=""),
        "override_reason",
        "An override needs a reason of at least 40 characters.",
        length=OVERRIDE_REASON_LENGTH,
    ),
    needs(
        Q(state__in=[State.DECLINED, State.WITHDRAWN]),
        "decision_reason",
        "Declining and withdrawing need a reason.",
    ),
    CheckConstraint(
        condition=~Q(state__in=[State.ACCEPTED, State.UNDER_REVISION])
        | Q(accepted_form__isnull=False),
        name="%(app_label)s_%(class)s_accepted_has_form",
        violation_error_message="An accepted item keeps its accepted form.",
    ),
    CheckConstraint(
        condition=Q(tombstone__isnull=True) | Q(accepted_form__isnull=False),
        name="%(app_label)s_%(class)s_tombstone_has_form",
        violation_error_message="Only what was once accepted leaves a tombstone.",
    ),
    CheckConstraint(
        condition=Q(verified_by__isnull=True) | ~Q(verified_by=F("extracted_by")),
        name="%(app_label)s_%(class)s_two_people",
        violation_error_message="Nobody accepts what they extracted.",
    ),
    CheckConstraint(
        condition=~Q(state=State.ACCEPTED) | Q(origin=Origin.CORPUS) | Q(verified_by__isnull=False),
        name="%(app_label)s_%(class)s_accepted_is_verified",
        violation_error_message="A second person accepts an item.",
    ),
]
