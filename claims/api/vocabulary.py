"""Every enumeration that rows and filters speak in, with the words for readers."""

import re

from django.db.models import TextChoices
from ninja import Router

from claims.api.schemas import Vocabulary
from claims.rating import vocabulary as rating
from claims.views.filters import refuse_parameters
from sources import vocabulary as library

CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")

router = Router(tags=["Vocabulary"])


@router.api_operation(
    ["GET", "HEAD"], "vocabulary", response=Vocabulary, operation_id="vocabulary", summary="Vocabulary"
)  # fmt: skip
def vocabulary(request):
    """Every enumeration: its codes, in reading order, with label and definition."""
    refuse_parameters(request)
    told = [{"name": name, "terms": terms} for name, terms in sorted(enumerations().items())]
    return {"enumerations": told}


def enumerations():
    """Return {name: terms}; what library and rating rule both name has the rule's definitions."""
    found = [*_within(library, TextChoices), *_within(rating, rating.Term)]
    return {_name(one): [_term(term) for term in one] for one in found}


def _within(module, kind):
    members = vars(module).values()
    return [one for one in members if isinstance(one, type) and issubclass(one, kind) and len(one)]


def _name(enumeration):
    return CAPITAL.sub("-", enumeration.__name__).lower()


def _term(one):
    return {
        "code": one.value,
        "label": one.label,
        "definition": getattr(one, "definition", "") or None,
        "symbol": getattr(one, "symbol", "") or None,
    }
