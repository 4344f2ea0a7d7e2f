"""Atom feeds of what changed for readers: verdict, certainty and state of review, from editions only."""

from django.contrib.syndication.views import Feed
from django.db.models import F, Q, Window
from django.db.models.functions import Lag
from django.http import Http404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.views.decorators.http import conditional_page

from claims.exports.escaping import one_line
from claims.models import Edition
from claims.rating.vocabulary import headline
from claims.views.filters import refuse_parameters

ENTRIES = 50
TOLD = ("verdict", "certainty", "review_state")


def changes():
    """Return the editions that changed what stands at the top, and the first ones, newest first."""
    before = {
        f"{name}_before": Window(Lag(name), partition_by=F("claim"), order_by=F("number").asc())
        for name in TOLD
    }
    is_change = Q(verdict_before=None)
    for name in TOLD:
        is_change |= ~Q(**{f"{name}_before": F(name)})
    editions = Edition.objects.without_documents().annotate(**before).filter(is_change)
    return editions.order_by("-published_at", "-pk")


class Changes(Feed):
    """What changed on the whole site."""

    feed_type = Atom1Feed
    # Atom wants an author for every entry; the editions have the site's.
    author_name = "Microdosing Evidence"
    title = "Microdosing Evidence: what changed"
    subtitle = "Every change of a verdict, of its certainty and of the state of its review."

    def link(self):
        return reverse("overview")

    def items(self):
        return changes()[:ENTRIES]

    def item_title(self, edition):
        return one_line(f"{edition.statement.rstrip('.')}: {headline(edition.verdict).label}")

    def item_description(self, edition):
        """Return what was done and where it led; Atom's summaries are HTML."""
        certainty = edition.get_certainty_display() or "none for now"
        words = [
            _closed(edition.cause),
            f"{headline(edition.verdict).label}.",
            f"Certainty: {certainty}.",
            f"{edition.get_review_state_display()}.",
        ]
        return escape(" ".join(words))

    def item_pubdate(self, edition):
        return edition.published_at

    def item_updateddate(self, edition):
        return edition.published_at


class MechanismChanges(Changes):
    """What changed on the claims of one mechanism; the object of the feed is its list of editions."""

    def get_object(self, request, slug):
        editions = list(changes().filter(mechanism=slug)[:ENTRIES])
        if not editions:
            raise Http404
        return editions

    def title(self, editions):
        return one_line(f"{editions[0].summary['mechanism']['name']}: what changed")

    def link(self, editions):
        return reverse("mechanism_detail", args=[editions[0].mechanism])

    def items(self, editions):
        return editions


class ClaimChanges(Changes):
    """What changed on one claim; the object of the feed is its list of editions."""

    def get_object(self, request, slug):
        editions = list(changes().filter(slug=slug)[:ENTRIES])
        if not editions:
            raise Http404
        return editions

    def title(self, editions):
        return one_line(f"{editions[0].statement.rstrip('.')}: what changed")

    def link(self, editions):
        return reverse("claim_detail", args=[editions[0].slug])

    def items(self, editions):
        return editions


def _closed(text):
    words = one_line(text)
    return words if words.endswith((".", "?", "!")) else f"{words}."


@conditional_page
def changes_feed(request):
    """What changed on any claim."""
    refuse_parameters(request)
    return Changes()(request)


@conditional_page
def mechanism_feed(request, slug):
    """What changed on the claims of one mechanism."""
    refuse_parameters(request)
    return MechanismChanges()(request, slug=slug)


@conditional_page
def claim_feed(request, slug):
    """What changed on one claim."""
    refuse_parameters(request)
    return ClaimChanges()(request, slug=slug)
