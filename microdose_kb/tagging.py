"""Tags in the order in which they were given; taggit by itself keeps them in no order."""

import unicodedata
from collections import defaultdict

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from taggit.models import TaggedItem

LONGEST_NAME = 100
# Taggit numbers a second tag of the same slug, and its column holds 100 characters.
LONGEST_SLUG = 95
# Controls, halves of characters, and line ends that no form field shows as such.
UNPRINTABLE = {"Cc", "Cs", "Zl", "Zp"}


def check_name(name):
    """Raise ValidationError, with the remedy, for what cannot be a tag with a page of its own."""
    if any(unicodedata.category(character) in UNPRINTABLE for character in name):
        raise ValidationError("Remove the control characters from the tags; plain text only.")
    slug = slugify(name)
    if len(name) > LONGEST_NAME or len(slug) > LONGEST_SLUG:
        raise ValidationError(
            f"Shorten the tag “{name[:20]}…”: {LONGEST_NAME} characters at most, and"
            f" {LONGEST_SLUG} in its page's address."
        )
    if not slug:
        raise ValidationError(
            f"Write the tag “{name}” with letters from a to z or digits: its page's address is"
            " made of them."
        )


def set_in_order(row, names):
    """Give `row` exactly the tags `names`, in this order."""
    if names_in_order(type(row), [row.pk])[row.pk] != list(names):
        for name in names:
            check_name(name)
        row.tags.clear()
        for name in names:
            row.tags.add(name)


def names_in_order(model, pks=None):
    """Return {pk: [tag names in the order given]} for rows of `model`, in one query."""
    content_type = ContentType.objects.get_for_model(model)
    tagged = TaggedItem.objects.filter(content_type=content_type).order_by("pk")
    if pks is not None:
        tagged = tagged.filter(object_id__in=pks)
    names = defaultdict(list)
    for pk, name in tagged.values_list("object_id", "tag__name"):
        names[pk].append(name)
    return names
