"""The page about the API, made from its OpenAPI document, and the document itself."""

import json
from dataclasses import dataclass

from django.http import JsonResponse
from django.shortcuts import render

from claims.api.conditional import published
from claims.api.openapi import GROWING, held
from claims.views.filters import refuse_parameters

LINES_SHOWN = 40


@dataclass(frozen=True)
class Endpoint:
    """One address as the page tells it."""

    path: str
    told: dict

    @property
    def name(self):
        return self.told["operationId"]

    @property
    def parameters(self):
        """Return the parameters that a program may leave out, and whether their values grow with the base."""
        return [
            {**one, "grows": one["name"] in GROWING}
            for one in self.told["parameters"]
            if one["in"] == "query"
        ]

    @property
    def example(self):
        """Return the address of an example with the beginning of its answer; None on an empty base."""
        content = self.told["responses"][200]["content"]["application/json"]
        first = content.get("examples", {}).get("first")
        if first is None:
            return None
        lines = json.dumps(first["value"], indent=2, ensure_ascii=False).splitlines()
        tail = ["…"] if len(lines) > LINES_SHOWN else []
        text = "\n".join([*lines[:LINES_SHOWN], *tail])
        return {"address": first["summary"].removeprefix("GET "), "text": text}


def openapi(request):
    """The OpenAPI document."""
    refuse_parameters(request)
    return JsonResponse(held(request, request.published))


def api_page(request):
    refuse_parameters(request)
    told = held(request, published())
    endpoints = [Endpoint(path, methods["get"]) for path, methods in told["paths"].items()]
    context = {"info": told["info"], "endpoints": endpoints, "root": told["servers"][0]["url"]}
    return render(request, "api/api_page.html", context)
