"""The OpenAPI document: what ninja knows, the parameters of the lists, and examples from the base itself."""

import json
from io import BytesIO

from django.core.handlers.wsgi import WSGIRequest
from django.urls import resolve, reverse

from claims.api import changes, claim, evidence, mechanism, search, source
from claims.api.api import api
from claims.api.pagination import LAST_PAGE, MOST_ON_A_PAGE
from claims.api.schemas import Problem
from claims.models import Citation, Edition
from claims.search.query import LONGEST

ASKED = {
    "mechanisms": mechanism.ASKING,
    "claims": claim.CLAIMS,
    "editions": claim.EDITIONS,
    "evidence": evidence.ASKING,
    "sources": source.ASKING,
    "changes": changes.ASKING,
    "search": search.ASKING,
}
WHOLE = {
    "page": ("Number of the page; 404 beyond the last.", LAST_PAGE, 1),
    "page_size": ("How many on a page.", MOST_ON_A_PAGE, None),
}
# What grows with the base is no part of the contract: the values are in an answer.
LISTED = {"type": "string", "maxLength": 100}
LISTED_AT = {
    "mechanism": "the slug of one of /api/mechanisms, or cross-cutting",
    "claim": "the slug of one of /api/claims",
    "source": "the key of one of /api/sources",
    "tag": "one of the tags of a row",
    "year": "a year of a row",
}
TEXTS = {"q": ("What to search for: all words, “words side by side” in quotation marks, begin*, -without.", LONGEST)}  # fmt: skip
REFUSALS = {
    "304": "Nothing was published since: what you have is still right.",
    "400": "A parameter is unknown, given twice or has no such value.",
    "404": "There is no such thing, or no such page of the list.",
    "412": "A precondition that you sent does not hold.",
    "503": "The database is away; Retry-After says in how many seconds to ask again.",
}
MOVED = {"source": {"301": "The source was merged with the one at Location."}}
# Only what is asked without conditions has an answer to show.
CONDITIONS = {"HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE"}  # fmt: skip


def document(request):
    """Return the OpenAPI document of the API as it stands at the request's host."""
    told = dict(api.get_openapi_schema())
    told["servers"] = [{"url": request.build_absolute_uri("/").rstrip("/")}]
    told["components"]["schemas"]["Problem"] = Problem.model_json_schema()
    shown = addresses()
    for path in told["paths"].values():
        path.pop("head", None)
        _complete(path["get"], request, shown)
    return told


def addresses():
    """Return {operation: an address on this base}; {} while nothing is published."""
    edition = Edition.objects.current().in_reading_order().without_documents().first()
    if edition is None:
        return {}
    key = Citation.objects.filter(edition=edition).values_list("key", flat=True).first()
    one = "?page_size=1"
    return {
        "statement": reverse("api:statement"),
        "mechanisms": reverse("api:mechanisms") + one,
        "claims": reverse("api:claims") + one,
        "claim": reverse("api:claim", args=[edition.slug]),
        "editions": reverse("api:editions", args=[edition.slug]) + one,
        "edition": reverse("api:edition", args=[edition.slug, edition.number]),
        "evidence": f"{reverse('api:evidence')}{one}&claim={edition.slug}",
        "sources": reverse("api:sources") + one,
        "source": key and reverse("api:source", args=[key]),
        "changes": reverse("api:changes") + one,
        "search": reverse("api:search") + "?q=mood",
        "vocabulary": reverse("api:vocabulary"),
    }


def _complete(operation, request, shown):
    asking = ASKED.get(operation["operationId"])
    operation["parameters"] += list(_parameters(asking)) if asking else []
    for status, words in (REFUSALS | MOVED.get(operation["operationId"], {})).items():
        operation["responses"][status] = _refusal(status, words)
    if address := shown.get(operation["operationId"]):
        content = operation["responses"][200]["content"]["application/json"]
        example = shortened(answer_to(request, address))
        content["examples"] = {"first": {"summary": f"GET {address}", "value": example}}


def _refusal(status, words):
    if status.startswith("3"):
        return {"description": words}
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": words, "content": {"application/problem+json": {"schema": schema}}}


def _parameters(asking):
    for name in asking.texts:
        words, most = TEXTS[name]
        yield _parameter(name, words, {"type": "string", "maxLength": most})
    for one in asking.filters():
        is_open = one.name in LISTED_AT
        words = f"{one.label}; {LISTED_AT[one.name]}" if is_open else one.label
        yield _parameter(one.name, f"{words}.", LISTED if is_open else _codes(one.words))
    if asking.sorts:
        yield _parameter("sort", "Order.", _codes(asking.sorts))
    for name in asking.numbers:
        words, most, usual = WHOLE[name]
        usual = usual or asking.size
        whole = {"type": "integer", "minimum": 1, "maximum": most, "default": usual}
        yield _parameter(name, words, whole)


def _parameter(name, words, schema):
    return {"name": name, "in": "query", "required": False, "description": words, "schema": schema}


def _codes(words):
    """The empty value asks for everything, as an untouched field of a page's form does."""
    return {"type": "string", "enum": ["", *words]}


def answer_to(request, address):
    """Return what the API itself answers to an address."""
    path, _, query = address.partition("?")
    environ = {name: value for name, value in request.META.items() if name not in CONDITIONS}
    environ |= {"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query}
    asked = WSGIRequest(environ | {"wsgi.input": BytesIO()})
    match = resolve(path)
    return json.loads(match.func(asked, *match.args, **match.kwargs).content)


def shortened(value):
    """Return an answer with the first of every list only."""
    if isinstance(value, list):
        return [shortened(one) for one in value[:1]]
    if isinstance(value, dict):
        return {name: shortened(one) for name, one in value.items()}
    return value
