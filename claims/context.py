"""What every page needs: the mechanisms for the navigation, the terms explained so far."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from claims.models import Edition


@dataclass(frozen=True)
class Mechanism:
    """A mechanism as the current editions name it."""

    slug: str
    name: str

    def get_absolute_url(self):
        return reverse("mechanism_detail", args=[self.slug])


def navigation(request):
    """Return the mechanisms lazily: a page that shows no navigation asks nothing."""
    return {"mechanisms": SimpleLazyObject(_mechanisms), "terms_met": set()}


def _mechanisms():
    named = Edition.objects.current().exclude(mechanism="").in_reading_order()
    names = dict(named.values_list("mechanism", "summary__mechanism__name"))
    return [Mechanism(slug, name) for slug, name in names.items()]
