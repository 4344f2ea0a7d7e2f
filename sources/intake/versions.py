"""The deeds that say, or unsay, that two sources are versions of one study: a preprint and its article."""

from django.db import transaction

from sources.intake import library
from sources.intake.merging import NOBODY, check_reason, check_two, common_study, hold
from sources.models import Source
from sources.signals import source_changed
from sources.vocabulary import SourceType


class NotVersions(library.LibraryError):
    """The link would make a chain, is there already, or is not there."""


@transaction.atomic
def link_versions(*, preprint, article, by, reason, record_it=False):
    """Say that `preprint` is an earlier version of `article`: both then belong to one study.

    Papers on the same participants count once (METHOD 1.4). With `record_it` its record says too that
    it is a preprint and not peer reviewed; else it may be any earlier version. Raises NoReason, NotOne, NotVersions,
    WasMerged and ChangedMeanwhile.
    """
    check_reason(reason)
    check_two(preprint, article)
    preprint, article, _ = hold(preprint, article, also=NOBODY)
    _refuse_chain(preprint, article)
    study = common_study(article, preprint)
    preprint.version_of = article
    is_moved, article.study, preprint.study = article.study != study, study, study
    words = f"{preprint.key} is an earlier version of {article.key}. {reason}"
    if record_it and not is_preprint(preprint):
        preprint.type, preprint.peer_reviewed = SourceType.ARTICLE, False
        words = f"Recorded as a preprint. {words}"
    changed = [preprint, article] if is_moved else [preprint]
    _store(changed, by, words)
    return preprint


@transaction.atomic
def unlink_versions(*, preprint, by, reason, study=""):
    """Take back that `preprint` is a version of an article; other versions of it stay linked.

    With `study` it belongs to that one from now on, else to the one that they share. Raises NoReason,
    NotVersions, WasMerged and ChangedMeanwhile.
    """
    check_reason(reason)
    stored = library.lock(preprint)
    library.check_version(preprint, stored)
    if stored.version_of is None:
        raise NotVersions(
            f"{stored.key} is linked to no article, so there is nothing to take back."
        )
    words = f"{stored.key} is no version of {stored.version_of.key}. {reason}"
    if study and study != stored.study:
        words = f"Moved from the study {stored.study} to {study}. {words}"
        stored.study = study
    stored.version_of = None
    _store([stored], by, words)
    return stored


def sharing(source):
    """Return the keys of the other papers of the same study."""
    papers = Source.objects.unmerged().filter(study=source.study).exclude(pk=source.pk)
    return list(papers.order_by("key").values_list("key", flat=True))


def is_preprint(source):
    """Whether the record says so, and that nobody reviewed it."""
    return source.type == SourceType.ARTICLE and not source.peer_reviewed


def _refuse_chain(preprint, article):
    if preprint.version_of_id:
        raise NotVersions(
            f"{preprint.key} is a version of {preprint.version_of.key} already; unlink it first."
        )
    if article.version_of_id:
        raise NotVersions(
            f"{article.key} is itself a version of {article.version_of.key}; link {preprint.key}"
            " to that one."
        )
    if preprint.versions.exists():
        raise NotVersions(
            f"Other sources are versions of {preprint.key}; link them to {article.key} instead,"
            " and then this one."
        )


def _store(changed, by, words):
    """Write all before anything is announced, so that nobody reads half of it."""
    for source in changed:
        source.version += 1
        library.write(source, by, words)
    for source in changed:
        source_changed.send(sender=Source, source=source, by=by, cause=words)
