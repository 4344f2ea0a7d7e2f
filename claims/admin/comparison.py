"""The accepted form of an item beside its present one, field by field."""

from django.utils.text import capfirst

from claims.accepted_forms import EFFECT, TEXTS, VALUES, form_of
from claims.models import Evidence
from claims.states import State

NOT_COMPARED = {"origin"}
FIELDS = [*TEXTS, *VALUES, "correct_guess_rate"]


def differences(evidence):
    """Return [(label, accepted, present)] of an item under revision; nothing for any other."""
    if evidence.state != State.UNDER_REVISION:
        return []
    accepted, present = evidence.accepted_form, form_of(evidence)
    pairs = [(name, accepted.get(name), present[name]) for name in FIELDS]
    pairs += [
        (field, _part(accepted["effect"], key), _part(present["effect"], key))
        for key, field in EFFECT.items()
    ]
    return [
        (label(name), _words(name, old), _words(name, new))
        for name, old, new in pairs
        if name not in NOT_COMPARED and old != new
    ]


def _part(effect, key):
    return (effect or {}).get(key)


def label(name):
    return capfirst(Evidence._meta.get_field(name).verbose_name)


def _words(name, value):
    if value in (None, "", []):
        return "(empty)"
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list):
        return "\n".join(value)
    return dict(Evidence._meta.get_field(name).choices or {}).get(value, value)
