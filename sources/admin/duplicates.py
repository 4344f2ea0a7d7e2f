"""The curators' pages on sources that look alike: a list of pairs, and one pair with what can be said of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django import forms
from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import re_path, reverse
from django.utils.text import get_text_list

from sources.comparing import compared
from sources.duplicates import plain, possible_duplicates
from sources.intake import merging, uniting, versions
from sources.intake.library import LibraryError
from sources.intake.look_alikes import look_alikes
from sources.models import Source, ToldApart
from sources.pair_forms import MergeForm, PairForm, UnlinkForm, VersionsForm
from sources.resting import resting

PER_PAGE = 25
LATEST = 25
PAIR = r"^duplicates/(?P<one>[1-9][0-9]{0,17})/(?P<other>[1-9][0-9]{0,17})/$"


def urls(modeladmin):
    """Return the addresses of both pages, for the screens of sources."""
    site = modeladmin.admin_site
    return [
        re_path(
            r"^duplicates/$",
            site.admin_view(partial(list_view, modeladmin)),
            name="sources_duplicates",
        ),
        re_path(PAIR, site.admin_view(partial(pair_view, modeladmin)), name="sources_pair"),
    ]


def list_view(modeladmin, request):
    """Show the pairs that wait, and take the keys of any other two."""
    _check_may(modeladmin, request)
    keys = [request.GET.get(name, "").strip() for name in ("one", "other")]
    found = [Source.objects.filter(key=key).first() for key in keys if key]
    if len(found) == 2 and all(found):
        return redirect(_address(*found))
    told = ToldApart.objects.select_related("one", "other", "by")
    context = {
        "title": "Duplicates and versions",
        "pairs": Paginator(look_alikes(), PER_PAGE).get_page(request.GET.get("page")),
        "told": told[:LATEST],
        "keys": keys,
        "refusal": _refusal([key for key in keys if key], found),
    }
    return _page(modeladmin, request, "list", context)


def _refusal(keys, found):
    """Say which keys are of no source; one key alone is only half a question."""
    unknown = [key for key, source in zip(keys, found, strict=True) if not source]
    if not unknown:
        return ""
    return f"No source has the key {' or '.join(unknown)}; look for it in the list of sources."


def _check_may(modeladmin, request):
    if not modeladmin.has_change_permission(request):
        raise PermissionDenied


def _page(modeladmin, request, name, context):
    shared = modeladmin.admin_site.each_context(request) | {"opts": modeladmin.opts}
    return TemplateResponse(request, f"admin/sources/duplicates/{name}.html", {**shared, **context})


def _address(one, other):
    return reverse("admin:sources_pair", args=[one.pk, other.pk])


@dataclass(frozen=True)
class Deed:
    """Something that can be said of a pair: its form, how it is done and what is told then."""

    form: type[forms.Form]
    do: object
    done: str
    after: Callable[[Source], str] = lambda source: ""


def _merge(form, by):
    kept, merged = form.chosen("keep")
    fields = {name: form.cleaned_data[name] for name in ("reason", "take_over")}
    return merging.merge(kept=kept, merged=merged, by=by, **fields)


def _link(form, by):
    article, preprint = form.chosen("article")
    fields = {"reason": form.cleaned_data["reason"], "record_it": form.cleaned_data["is_preprint"]}
    return versions.link_versions(preprint=preprint, article=article, by=by, **fields)


def _unlink(form, by):
    fields = {name: form.cleaned_data[name] for name in ("reason", "study")}
    return versions.unlink_versions(preprint=form.version, by=by, **fields)


def _study_after(version):
    """Say to which study the version that was unlinked belongs, and with what."""
    shared = get_text_list(versions.sharing(version), "and")
    if not shared:
        return f" {version.key} is the only paper of the study {version.study} now."
    return f" {version.key} still shares the study {version.study} with {shared}: they count once."


def _tell_apart(form, by):
    one, other = form.pair.values()
    return merging.tell_apart(one=one, other=other, by=by, reason=form.cleaned_data["reason"])


DEEDS = {
    "merge": Deed(MergeForm, _merge, "merged"),
    "versions": Deed(VersionsForm, _link, "linked as versions of one study"),
    "unlink": Deed(UnlinkForm, _unlink, "no longer linked as versions", _study_after),
    "apart": Deed(PairForm, _tell_apart, "told apart; they are not offered as duplicates again"),
}


def pair_view(modeladmin, request, one, other):
    """Show two sources side by side; do what is said of them."""
    _check_may(modeladmin, request)
    pair = _pair(int(one), int(other))
    if request.method != "POST":
        return _show(modeladmin, request, pair)
    name, seen = request.POST.get("deed", ""), _pair(int(one), int(other))
    if name not in _offered(seen):
        raise BadRequest("The form named nothing that can be done with this pair; open it again.")
    form = DEEDS[name].form(request.POST, prefix=name, pair=seen, rests=resting(seen))
    if form.is_valid():
        try:
            return _do(modeladmin, request, pair, name, form)
        except LibraryError as refusal:
            form.add_error(None, str(refusal))
    return _show(modeladmin, request, pair, {name: form})


def _pair(*keys):
    related = Source.objects.select_related("version_of", "merged_into")
    found = related.prefetch_related("tags", "notices").in_bulk(keys)
    if len(found) < 2:
        raise Http404
    return [found[key] for key in keys]


def _offered(pair):
    """Return the names of the deeds that these two can be put through, in the order shown."""
    if any(source.merged_into_id for source in pair):
        return []
    one, other = pair
    if one.version_of_id == other.pk or other.version_of_id == one.pk:
        return ["unlink"]
    return ["merge", "versions", "apart"]


def _do(modeladmin, request, pair, name, form):
    deed, reason = DEEDS[name], form.cleaned_data["reason"]
    done = deed.do(form, request.user)
    keys = " and ".join(source.key for source in pair)
    for source in pair:
        modeladmin.log_change(request, source, f"{keys}: {deed.done}. {reason}")
    words = f"{keys}: {deed.done}.{deed.after(done)}"
    modeladmin.message_user(request, words, messages.SUCCESS)
    if name == "merge":
        return redirect(modeladmin.address("change", done.pk))
    return redirect(_list_address(request))


def _list_address(request):
    """Return the address of the page of the list that the pair was opened from."""
    page = request.GET.get("page", "")
    return reverse("admin:sources_duplicates") + (f"?page={page}" if page.isdecimal() else "")


def _show(modeladmin, request, pair, bound=None):
    rests = resting(pair)
    offered = {
        name: DEEDS[name].form(prefix=name, pair=pair, rests=rests) for name in _offered(pair)
    }
    context = {
        "title": _title(*pair),
        "pair": pair,
        "list": _list_address(request),
        "refused": next(iter(bound or {}), ""),
        "why": [why for _, _, why in possible_duplicates(pair)],
        "told": ToldApart.objects.filter(one__in=pair, other__in=pair).select_related("by").first(),
        "compared": compared(*pair),
        "rests": [rests[source.pk].words for source in pair],
        "clashing": [name.upper() for name in uniting.clashing(*pair)],
        "forms": offered | (bound or {}),
    }
    return _page(modeladmin, request, "pair", context)


def _title(one, other):
    """Return the title that both have; of two titles, the names of both papers."""
    if plain(one.title) == plain(other.title):
        return one.title
    return f"{one.label} and {other.label}"
