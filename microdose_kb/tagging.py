"""Tags in the order in which they were given; taggit by itself keeps them in no order."""

from collections import defaultdict

from django.contrib.contenttypes.models import ContentType
from taggit.models import TaggedItem


def set_in_order(row, names):
    """Give `row` exactly the tags `names`, in this order."""
    if names_in_order(type(row), [row.pk])[row.pk] != list(names):
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
