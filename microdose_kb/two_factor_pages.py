"""The page where a person sets up, renews or removes the second factor of their own account."""

from io import BytesIO

import django_otp
import segno
from django.contrib import admin, messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from microdose_kb import two_factor as factor


@require_http_methods(["GET", "HEAD", "POST"])
def two_factor(request):
    if request.method != "POST":
        return page(request)
    deed = DEEDS.get(request.POST.get("deed"))
    if deed is None:
        raise BadRequest("The form names nothing that this page can do. Load it again.")
    try:
        return deed(request, request.POST.get("code", ""))
    except factor.CodeRefused as refusal:
        return page(request, error=str(refusal))


@require_safe
def picture(request):
    """The secret as a QR code, as long as it is not in use."""
    phone = factor.unconfirmed_phone(request.user)
    if phone is None:
        raise Http404
    drawn = BytesIO()
    segno.make_qr(phone.config_url).save(drawn, kind="svg", scale=4, dark="#000", light="#fff")
    headers = {"Cache-Control": "no-store"}
    return HttpResponse(drawn.getvalue(), content_type="image/svg+xml", headers=headers)


def begin(request, code):
    factor.begin(by=request.user)
    return redirect("admin:two_factor")


def confirm(request, code):
    phone, codes = factor.confirm(by=request.user, code=code)
    django_otp.login(request, phone)
    return page(request, codes=codes)


def verify(request, code):
    django_otp.login(request, factor.check(user=request.user, code=code))
    return redirect("admin:index")


def renew(request, code):
    return page(request, codes=factor.renew_codes(by=request.user, code=code))


def remove(request, code):
    factor.remove(by=request.user, code=code)
    messages.success(request, "Two-factor sign-in is off. Your password alone signs you in.")
    return redirect("admin:two_factor")


DEEDS = {
    "begin": begin,
    "confirm": confirm,
    "verify": verify,
    "renew": renew,
    "remove": remove,
}


def page(request, *, error="", codes=()):
    phone = factor.phone(request.user)
    waiting = None if phone else factor.unconfirmed_phone(request.user)
    context = admin.site.each_context(request) | {
        "title": "Two-factor sign-in",
        "subtitle": None,
        "is_nav_sidebar_enabled": False,
        "error": error,
        "codes": codes,
        "has_phone": phone is not None,
        "secret": factor.secret(waiting) if waiting else "",
        "codes_left": factor.codes_left(request.user),
        "is_held_back": factor.is_held_back(request.user),
    }
    return render(request, "accounts/two_factor.html", context)
