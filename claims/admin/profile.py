"""Profiles: everybody writes their own; those of others are to look at only."""

from django import forms
from django.contrib import admin, messages
from django.db import IntegrityError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.formats import date_format

from claims import people
from claims.accepted_forms import public_name
from claims.models import Profile
from claims.rating.vocabulary import InterestKind
from claims.refusals import DeskError
from microdose_kb.changes import DeedAdmin
from microdose_kb.constraints import in_words
from sources import identifiers
from sources.forms import IdentifierField
from sources.validators import no_control_characters


def name_field(label, **options):
    return forms.CharField(
        label=label, max_length=150, validators=[no_control_characters], **options
    )


class ProfileForm(forms.ModelForm):
    first_name = name_field("First name", required=False)
    last_name = name_field("Last name", help_text="Readers see both names beside your work.")
    orcid = IdentifierField(
        normalise=identifiers.orcid,
        label="ORCID",
        help_text="0000-0002-1825-0097, or its address; its last character is checked.",
    )
    interest_kinds = forms.MultipleChoiceField(
        label="Kinds of competing interest",
        required=False,
        choices=InterestKind.choices(),
        widget=forms.CheckboxSelectMultiple,
        help_text="Tick none if you have none.",
    )
    field_order = ("first_name", "last_name", "affiliation", "orcid", "interest_kinds")

    class Meta:
        model = Profile
        fields = ("affiliation", "orcid", "interests")
        widgets = {"interests": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        user = self.instance.user
        self.initial |= {
            "first_name": user.first_name,
            "last_name": user.last_name,
            "interest_kinds": self.instance.interest_list,
        }


@admin.register(Profile)
class ProfileAdmin(DeedAdmin):
    form = forms.ModelForm
    instead = "A profile is kept for good; its person can change what it says under “My profile”."
    change_list_template = "admin/claims/profile/change_list.html"
    list_display = ("name", "affiliation", "orcid", "interests_on", "recent")
    search_fields = ("user__first_name", "user__last_name", "user__username", "affiliation")
    ordering = ("user__last_name", "user__first_name")
    fields = readonly_fields = (
        "name",
        "affiliation",
        "orcid",
        "kinds",
        "interests",
        "interests_on",
        "recent",
    )

    class Media:
        css = {"all": ("admin_desk.css",)}

    @admin.display(description="name", ordering="user__last_name")
    def name(self, profile):
        return public_name(profile.user)

    @admin.display(description="kinds of interest")
    def kinds(self, profile):
        return ", ".join(InterestKind(code).label for code in profile.interest_list)

    @admin.display(description="stated within a year", boolean=True, ordering="interests_on")
    def recent(self, profile):
        return not people.is_due(profile, timezone.now().date())

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("user")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def get_urls(self):
        view = self.admin_site.admin_view(self.mine_view)
        return [path("mine/", view, name="claims_profile_mine"), *super().get_urls()]

    def mine_view(self, request):
        """Show and store what the person at the desk tells readers about themselves."""
        stored = Profile.objects.filter(user=request.user).select_related("user").first()
        form = ProfileForm(
            request.POST if request.method == "POST" else None,
            instance=stored or Profile(user=request.user),
        )
        if form.is_valid() and self._introduce(request, form):
            return redirect(self.address("mine"))
        return TemplateResponse(
            request,
            "admin/claims/profile/mine.html",
            {
                **self.admin_site.each_context(request),
                "title": "My profile",
                "form": form,
                "standing": standing(stored),
            },
        )

    def _introduce(self, request, form):
        today = timezone.now().date()
        try:
            profile = people.introduce(
                user=request.user, by=request.user, today=today, **form.cleaned_data
            )
        except DeskError as refusal:
            form.add_error(None, str(refusal))
        except IntegrityError as error:
            form.add_error(None, in_words(error))
        else:
            self.log_change(request, profile, "Introduced themselves.")
            self.message_user(request, f"Saved. {standing(profile)}", messages.SUCCESS)
        return form.is_valid()


def standing(profile):
    """Return until when the stated interests hold, or what to do."""
    if profile is None:
        return "You have no profile yet; readers see only your name."
    last = date_format(people.holds_until(profile), "j F Y")
    if people.is_due(profile, timezone.now().date()):
        return (
            f"What you said about your interests held until {last}. Read it again and save it"
            " before your next assessment, even if nothing has changed."
        )
    return f"What you said about your interests holds until {last}."
