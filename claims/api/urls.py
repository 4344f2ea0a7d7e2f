"""The addresses below /api/."""

from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from claims.api.api import api
from claims.api.conditional import if_changed
from claims.api.page import api_page, openapi

urlpatterns = [
    path("", csrf_exempt(require_safe(api_page)), name="api_page"),
    path("openapi.json", if_changed(openapi), name="api_openapi"),
    path("", api.urls),
]
