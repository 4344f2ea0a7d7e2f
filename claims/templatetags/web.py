"""What machines read of a page: structured data, what link previews show, what reference managers take."""

import json

from django import template
from django.urls import reverse
from django.utils.html import format_html

from claims.article import TITLE
from claims.exports import edition_citation, page_metadata, structured_data

register = template.Library()

register.filter("highwire", page_metadata.highwire)
register.filter("coins", page_metadata.coins)
register.filter("brief_coins", page_metadata.brief_coins)
register.filter("vancouver", edition_citation.vancouver)
register.filter("cited_title", edition_citation.title)
# They would end the element or begin another; JSON reads them back.
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


class Json:
    """Data as JSON that no text in it can turn into markup."""

    def __init__(self, data):
        self.data = data

    def __html__(self):
        text = json.dumps(self.data, ensure_ascii=False, separators=(",", ":"))
        return text.translate(ESCAPES)


def data_block(data):
    """Return a data block: no browser runs it, so no policy on scripts concerns it."""
    return format_html('<script type="application/ld+json">{}</script>', Json(data))


@register.simple_tag
def claim_review(request, edition):
    """{% claim_review request page.edition %}: the ClaimReview of a current edition."""
    card = reverse("edition_card", args=[edition.slug, edition.number])
    data = structured_data.claim_review(
        edition,
        root=_absolute(request, reverse("overview")),
        page=_absolute(request, reverse("claim_detail", args=[edition.slug])),
        image=_absolute(request, card),
        article=TITLE,
    )
    return data_block(data)


@register.simple_tag
def scholarly_article(request, record):
    """{% scholarly_article request record %}: what a source is."""
    page = _absolute(request, reverse("source_detail", args=[record["key"]]))
    return data_block(structured_data.article(record, page=page))


@register.simple_tag
def data_set(request, editions, built):
    """{% data_set request claims built %}: the built files, as old as they are; without any, what the pages tell."""
    root, page = (_absolute(request, reverse(name)) for name in ("overview", "export_index"))
    files = [
        (file, _absolute(request, reverse("export_file", args=[file.name])))
        for file in (built.files if built else ())
    ]
    newest = max((edition.published_at for edition in editions), default=None)
    as_of = built.as_of if built else newest
    return data_block(structured_data.data_set(root=root, page=page, as_of=as_of, files=files))


def _absolute(request, path):
    return request.build_absolute_uri(path)
