"""Whatever the OpenAPI document allows, and much that it does not, is answered as the document says."""

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS

from claims.api.openapi import document
from tests.claims.api.operations import OPERATIONS, PATHS

EXAMPLES = 12
# What comes compressed is not unpacked on the way through WSGI.
PLAIN = {"Accept-Encoding": "identity"}
# A text of more than twenty words is refused, which no schema can say.
REFUSES_MORE = {"search"}
TAKES_NOTHING = {"statement", "vocabulary"}

pytestmark = pytest.mark.usefixtures("corpus", "held_connection")
bounded = settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def told(rf):
    return document(rf.get("/api/openapi.json"))


@pytest.mark.parametrize("name", OPERATIONS)
def test_what_the_document_allows_is_answered(told, name):
    left_out = [CHECKS.get_one("positive_data_acceptance")] if name in REFUSES_MORE else []
    ask(told, name, GenerationMode.POSITIVE, left_out)


@pytest.mark.parametrize("name", [name for name in OPERATIONS if name not in TAKES_NOTHING])
def test_what_the_document_forbids_is_refused(told, name):
    ask(told, name, GenerationMode.NEGATIVE, [])


def ask(told, name, mode, left_out):
    schema = schemathesis.openapi.from_dict(told)
    schema.app = get_wsgi_application()
    operation = schema[PATHS[name]]["GET"]

    @bounded
    @given(case=operation.as_strategy(generation_mode=mode))
    def asked(case):
        case.call_and_validate(headers=PLAIN, excluded_checks=left_out)

    asked()
