"""The front page of the desk, for the admin's index."""

from django import template

from claims.admin.front_page import build

register = template.Library()


@register.simple_tag
def front_page(user):
    """{% front_page user as work %}: the sections that the person may act on."""
    return build(user)
