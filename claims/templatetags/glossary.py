"""Definitions where a term first stands on a page; none of the tags asks the database."""

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.text import slugify

from claims import glossary

register = template.Library()

MARKED = (
    '<button type="button" class="term" popovertarget="define-{slug}">{words}</button>'
    '<span class="definition" id="define-{slug}" role="note" popover>{definition}'
    ' <a href="{address}">{term} in the glossary</a></span>'
)
# More would make a paragraph a hedge of underlines.
MOST_IN_A_TEXT = 3


@register.simple_tag(takes_context=True)
def defined(context, slug, words=""):
    """{% defined "certainty" "How certain" %}: the words, with the definition the first time on the page."""
    term = glossary.BY_SLUG[slug]
    return _shown(glossary.Mention(term, words or term.term), _met(context))


@register.simple_tag(takes_context=True)
def defined_domain(context, code, words):
    """{% defined_domain row.step.domain row.label %}: a domain of the certainty, explained the first time."""
    return defined(context, slugify(code), words)


@register.simple_tag(takes_context=True)
def with_definitions(context, text):
    """{% with_definitions mechanism.summary %}: plain text, its words of research explained the first time."""
    met, left = _met(context), MOST_IN_A_TEXT
    shown = []
    for piece in glossary.pieces(text):
        is_new = left > 0 and _is_new(piece, met)
        left -= is_new
        shown.append(_shown(piece, met) if is_new else getattr(piece, "words", piece))
    return format_html_join("", "{}", ((piece,) for piece in shown))


def _met(context):
    """Return the slugs already explained on this page; None where a page keeps no count."""
    return context.get("terms_met")


def _is_new(piece, met):
    return isinstance(piece, glossary.Mention) and met is not None and piece.term.slug not in met


def _shown(mention, met):
    if not _is_new(mention, met):
        return mention.words
    term = mention.term
    met.add(term.slug)
    return format_html(
        MARKED,
        slug=term.slug,
        words=mention.words,
        definition=term.definition,
        term=f"{term.term[0].upper()}{term.term[1:]}",
        address=f"{reverse('glossary')}#{term.slug}",
    )
