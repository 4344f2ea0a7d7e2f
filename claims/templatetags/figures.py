"""Figures that a template makes of the document it shows."""

from django import template

from claims.figures import bias_table, directions

register = template.Library()


@register.filter(name="bias_table")
def bias_table_of(document):
    """{{ page.document|bias_table }}: the risk of bias of every counted result."""
    return bias_table.bias_table(document)


@register.filter
def in_order(tally):
    """{% for way, number in summary.directions|in_order %}: what was found, in the order of every figure."""
    return directions.in_order(tally)
