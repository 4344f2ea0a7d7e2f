"""Reading the pages of one claim of the corpus."""

import re

from django.urls import reverse

from claims.models import Edition

SLUG = "microdose-mood"


def address(name="claim_detail", **kwargs):
    return reverse(name, kwargs={"slug": SLUG} | kwargs)


def text_of(response):
    words = re.sub(r"<[^>]+>", " ", response.content.decode().partition("<main")[2])
    return re.sub(r"\s+", " ", words)


def current():
    return Edition.objects.current().get(slug=SLUG)
