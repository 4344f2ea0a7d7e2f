"""The desk's screens. They call deeds; none of them decides anything itself."""

from django.contrib import admin

from claims.admin import (
    assessment,
    assignment,
    claim,
    edition,
    evidence,
    mechanism,
    note,
    profile,
    search,
    users,
)

__all__ = [
    "assessment",
    "assignment",
    "claim",
    "edition",
    "evidence",
    "mechanism",
    "note",
    "profile",
    "search",
    "users",
]

admin.site.site_header = admin.site.site_title = "microdose_kb desk"
admin.site.index_title = "What would you like to work on?"
