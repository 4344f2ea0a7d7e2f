"""What people of the desk tell readers about themselves; nobody speaks for another."""

import datetime

from django.contrib.auth import get_user_model
from django.db import transaction

from claims.models import Profile
from claims.rating.vocabulary import InterestKind
from claims.refusals import NotAllowed, Undeclared
from sources import identifiers

INTERESTS_LAST_DAYS = 365


def holds_until(profile):
    """Return the last day on which what was said about interests is recent enough."""
    return profile.interests_on + datetime.timedelta(days=INTERESTS_LAST_DAYS)


def is_due(profile, today):
    """Whether the interests were stated so long ago that they must be stated again."""
    return today > holds_until(profile)


@transaction.atomic
def introduce(
    *, user, by, first_name, last_name, affiliation, orcid, interest_kinds, interests, today
):
    """Store what `user` says about themselves today; `interest_kinds` are codes.

    Raises NotAllowed, Undeclared, and BadIdentifier for a wrong ORCID.
    """
    _check(user, by, f"{first_name}{last_name}", interests)
    _rename(user, first_name.strip(), last_name.strip())
    profile, reason = _next(user)
    profile.affiliation, profile.interests = affiliation.strip(), interests.strip()
    profile.orcid = identifiers.orcid(orcid) if orcid else ""
    profile.interest_kinds = _in_order(interest_kinds)
    profile.interests_on = today
    profile._history_user, profile._change_reason = by, reason
    profile.save()
    return profile


def _next(user):
    """Return the profile in its next version, and the reason that the history gives for it."""
    profile = Profile.objects.filter(user=user).first()
    if profile is None:
        return Profile(user=user), "Introduced."
    profile.version += 1
    return profile, "Interests stated again."


def _check(user, by, name, interests):
    if user.pk != by.pk:
        raise NotAllowed("Everybody writes their own profile; ask the person to open “My profile”.")
    if not (by.is_active and by.is_staff):
        raise NotAllowed("Only staff have a profile; ask an administrator for staff status.")
    if not name.strip():
        raise Undeclared("Give your name; readers see it beside your work.")
    if not interests.strip():
        raise Undeclared("State your interests, or write: None declared.")


def _rename(user, first_name, last_name):
    """Hold the account until the transaction ends, so that it gets one profile, and name it."""
    get_user_model().objects.select_for_update(no_key=True).get(pk=user.pk)
    user.first_name, user.last_name = first_name, last_name
    user.save(update_fields=["first_name", "last_name"])


def _in_order(kinds):
    if unknown := set(kinds) - set(InterestKind.values()):
        raise Undeclared(
            f"Unknown kinds of interest: {', '.join(sorted(unknown))}; choose among"
            f" {', '.join(InterestKind.values())}."
        )
    return ",".join(code for code in InterestKind.values() if code in kinds)
