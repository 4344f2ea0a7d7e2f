"""What records often lack: one condition each, for the desk's counts and for the lists behind them."""

from dataclasses import dataclass

from django.contrib import admin
from django.db.models import Q


@dataclass(frozen=True)
class Lint:
    name: str
    title: str
    condition: Q


def lint_filter(lints):
    """Return the admin's list filter of these lints; an unknown name filters nothing."""

    class LintFilter(admin.SimpleListFilter):
        title = "what is missing"
        parameter_name = "lint"

        def lookups(self, request, model_admin):
            return [(lint.name, lint.title) for lint in lints]

        def queryset(self, request, queryset):
            for lint in lints:
                if lint.name == self.value():
                    return queryset.filter(lint.condition)
            return queryset

    return LintFilter
