"""The desk's door: user name, password and, for accounts that have one, a second factor."""

from functools import wraps

from django import forms
from django.contrib.admin import AdminSite
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.forms import UsernameField
from django.contrib.auth.models import User
from django.shortcuts import redirect
from django.urls import path

from microdose_kb import lock_out, two_factor, two_factor_pages

# What somebody whose second factor is due may still open.
ALWAYS_OPEN = ("admin:two_factor", "admin:two_factor_picture", "admin:logout")


class SignInForm(AdminAuthenticationForm):
    # Django sets the length on the widget only, and PostgreSQL refuses to keep a longer name.
    username = UsernameField(
        max_length=User._meta.get_field("username").max_length,
        widget=forms.TextInput(attrs={"autofocus": True}),
    )
    code = forms.CharField(
        max_length=20,
        required=False,
        help_text="Only if you have set up two-factor sign-in: the six digits on your phone, or one"
        " of your recovery codes.",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "none"}),
    )

    def clean(self):
        cleaned = super().clean()
        user = self.get_user()
        if user is not None and two_factor.phone(user):
            self._check_code(user)
        if user is not None:
            lock_out.forgive(request=self.request, username=user.get_username())
        return cleaned

    def _check_code(self, user):
        code = self.cleaned_data.get("code")
        if not code:
            raise forms.ValidationError(
                "This account has two-factor sign-in. Type your password again, and a code with it."
            )
        try:
            user.otp_device = two_factor.check(user=user, code=code)
        except two_factor.CodeRefused as refusal:
            if isinstance(refusal, two_factor.WrongCode):
                lock_out.count_failure(request=self.request, username=user.get_username())
            raise forms.ValidationError(str(refusal)) from refusal


class DeskSite(AdminSite):
    login_form = SignInForm

    def admin_view(self, view, cacheable=False):
        guarded = super().admin_view(view, cacheable)

        @wraps(guarded)
        def inner(request, *args, **kwargs):
            is_open = request.resolver_match.view_name in ALWAYS_OPEN
            if (
                self.has_permission(request)
                and not is_open
                and two_factor.is_held_back(request.user)
            ):
                return redirect("admin:two_factor")
            return guarded(request, *args, **kwargs)

        return inner

    def get_urls(self):
        return [
            path("two-factor/", self.admin_view(two_factor_pages.two_factor), name="two_factor"),
            path(
                "two-factor/qr.svg",
                self.admin_view(two_factor_pages.picture),
                name="two_factor_picture",
            ),
            *super().get_urls(),
        ]
