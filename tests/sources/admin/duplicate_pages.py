"""The curators' pages on two sources, for the tests of what is said there."""

from sources.models import Source
from tests.people import make_source

LIST = "/admin/sources/source/duplicates/"
WHY = "One trial report, entered twice."


def make_pair(by):
    given = {"title": "Mood under LSD", "tags": ["mood"]}
    return [
        make_source(by=by, key="one2024", pmid="38622150", volume="14", **given),
        make_source(by=by, key="two2024", doi="10.1000/two", **given),
    ]


def address(pair):
    return f"{LIST}{pair[0].pk}/{pair[1].pk}/"


def sent(pair, deed, **fields):
    seen = {"seen_one": pair[0].version, "seen_other": pair[1].version, "reason": WHY}
    return {"deed": deed} | {f"{deed}-{name}": value for name, value in (seen | fields).items()}


def stored(source):
    return Source.objects.get(pk=source.pk)
