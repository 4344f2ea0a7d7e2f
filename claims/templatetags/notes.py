"""The readers' form on pages that know nothing of it."""

from django import template

from claims.note_forms import NoteForm

register = template.Library()


@register.simple_tag
def empty_note():
    return NoteForm()
