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
from claims.search.query import LONGEST, MOST_WORDS

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
# What grows with the base: the document lists the values of its moment, the page only says how many.
GROWING = {"mechanism", "claim", "source", "tag", "year"}
GROWS = "Any other is refused with 400."
MEANINGS = {
    "mechanism": "The slug of one of /api/mechanisms, or cross-cutting",
    "claim": "The slug of one of /api/claims",
    "source": "The key of one of /api/sources",
    "tag": "One of the tags of a row",
    "year": "A year of a row",
    "verdict": "What we conclude about the claim",
    "certainty": "How sure we are of that",
    "review": "Whether two people have judged it",
    "kind": "What kind of statement the claim is",
    "scope": "Which doses the claim is about",
    "direction": "What the result says of the claim",
    "strength": "How much the result weighs",
    "stream": "What was studied: trials, surveys, animals or cells",
    "bias": "How far the study can be trusted, as judged",
    "use": "Whether the rating counts the result",
    "design": "How the study was done",
    "species": "Who or what was studied",
    "dose": "How large the doses of the study were",
    "substance": "What was given",
    "status": "Whether it was retracted or corrected",
    "type": "What to look for: claims, results or sources",
}
TEXTS = {"q": (f"What to search for: all words, “words side by side” in quotation marks, begin*, -without; {MOST_WORDS} words at most.", LONGEST)}  # fmt: skip
REFUSALS = {
    "304": "Nothing was published since: what you have is still right.",
    "400": "A parameter is unknown, given twice or has no such value.",
    "404": "There is no such thing, or no such page of the list.",
    "412": "A precondition that you sent does not hold.",
    "503": "The database is away; Retry-After says in how many seconds to ask again.",
}
MOVED = {"source": {"301": "The source was merged with the one at Location."}}
# What an answer says of itself; on an empty base there is no Last-Modified.
HEADERS = {
    "ETag": "Send it back as If-None-Match: 304 until something is published.",
    "Last-Modified": "When the newest edition was published; conditions on a date are passed over.",
}
# Only what is asked without conditions has an answer to show.
CONDITIONS = {"HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE"}  # fmt: skip


# The documents made last, by what is published and for which host.
_HELD = {}
MOST_HELD = 4


def held(request, published):
    """Return the OpenAPI document; it is made once for what is published. Nobody may change it."""
    mark = published.mark(request.build_absolute_uri("/"))
    if mark not in _HELD:
        made = document(request)
        if len(_HELD) >= MOST_HELD:
            _HELD.clear()
        _HELD[mark] = made
    return _HELD[mark]


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
    operation["responses"][200]["headers"] = {
        name: {"description": words, "schema": {"type": "string"}}
        for name, words in HEADERS.items()
    }
    if address := shown.get(operation["operationId"]):
        given = operation["responses"][200]["content"]["application/json"]
        given["examples"] = _example(request, address)
        refused = operation["responses"]["400"]["content"]["application/problem+json"]
        refused["examples"] = _example(request, _wrong(address, operation["parameters"]))


def _example(request, address):
    value = shortened(answer_to(request, address))
    return {"first": {"summary": f"GET {address}", "value": value}}


def _wrong(address, parameters):
    """Return the address with a name that nothing has, or with a parameter that there is not."""
    growing = [one["name"] for one in parameters if one["name"] in GROWING]
    return f"{address.partition('?')[0]}?{growing[0] if growing else 'colour'}=no-such-thing"


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
        grows = [GROWS] if one.name in GROWING else []
        yield _parameter(one.name, " ".join([f"{MEANINGS[one.name]}.", *grows]), _codes(one.words))
    if asking.sorts:
        yield _parameter("sort", "Which come first.", _codes(asking.sorts))
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
