"""A reader with twelve tabs tells the pages apart by their titles."""

from collections import defaultdict

from tests.browser.markup import Markup
from tests.browser.places import PLACES

# The same page with other rows; its title says what it lists, not how it was narrowed.
NARROWED = {"overview-filtered", "claims-filtered", "claims-none", "sources-filtered"}


def test_every_kind_of_page_has_a_title_of_its_own(site):
    kinds = defaultdict(list)
    for place in PLACES:
        if place.kind not in NARROWED:
            body = site.get(place.path).body
            kinds[Markup(body, place.path).title].append(place.kind)
    shared = {title: names for title, names in kinds.items() if len(names) > 1}
    assert not shared
