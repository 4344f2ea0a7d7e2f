"""What every page needs: the mechanisms for the navigation."""

from django.utils.functional import SimpleLazyObject

from claims.models import Mechanism


def navigation(request):
    """Return the mechanisms lazily: a page that shows no navigation asks nothing."""
    return {"mechanisms": SimpleLazyObject(lambda: list(Mechanism.objects.published()))}
