"""What goes wrong in a resource, as a problem document."""

from django.core.exceptions import BadRequest
from django.http import Http404
from ninja.errors import ValidationError

from microdose_kb.programs import HELP, problem

NOTHING = f"There is nothing at this address. {HELP}"


def bad_request(request, error):
    return problem(request, 400, str(error))


def not_found(request, error):
    """Say what was missed where the resource said it; Django's own words name models."""
    return problem(request, 404, str(error) or NOTHING)


def no_such_address(request, error):
    """Only parts of the path are checked by their type, and a wrong one names nothing."""
    return problem(request, 404, NOTHING)


HANDLERS = {BadRequest: bad_request, Http404: not_found, ValidationError: no_such_address}
