from django.contrib import admin
from django.urls import include, path

from microdose_kb.health import healthz

handler400 = "microdose_kb.errors.bad_request"
handler403 = "microdose_kb.errors.permission_denied"
handler404 = "microdose_kb.errors.page_not_found"
handler500 = "microdose_kb.errors.server_error"

urlpatterns = [
    path("", include("claims.urls")),
    path("admin/", admin.site.urls),
    path("healthz", healthz, name="healthz"),
]
