"""The list filter of what a record lacks; the desk's front page counts by the same conditions."""

from django.contrib import admin

from claims.lints import LINTS


class LintFilter(admin.SimpleListFilter):
    title = "what is missing"
    parameter_name = "lint"

    def lookups(self, request, model_admin):
        return [(lint.name, lint.title) for lint in LINTS]

    def queryset(self, request, queryset):
        for lint in LINTS:
            if lint.name == self.value():
                return queryset.filter(lint.condition)
        return queryset
