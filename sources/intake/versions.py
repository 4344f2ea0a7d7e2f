"""The deeds that say, or unsay, that two sources are versions of one study: a preprint and its article."""

from django.db import transaction

from sources.intake import library
from sources.intake.merging import NOBODY, check_reason, check_two, common_study, hold
from sources.models import Source
from sources.signals import source_changed


class NotVersions(library.LibraryError):
    """The link would make a chain, is there already, or is not there."""


@transaction.atomic
def link_versions(*, preprint, article, by, reason):
    """Say that `preprint` is an earlier version of `article`: both then belong to one study.

    Papers on the same participants count once (METHOD 1.4). Raises NoReason, NotOne, NotVersions,
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
    changed = [preprint, article] if is_moved else [preprint]
    _store(changed, by, words)
    return preprint


@transaction.atomic
def unlink_versions(*, preprint, by, reason):
    """Take back that `preprint` is a version of an article; the study that they share stays.

    Raises NoReason, NotVersions, WasMerged and ChangedMeanwhile.
    """
    check_reason(reason)
    stored = library.lock(preprint)
    library.check_version(preprint, stored)
    if stored.version_of is None:
        raise NotVersions(
            f"{stored.key} is linked to no article, so there is nothing to take back."
        )
    words = f"{stored.key} is no version of {stored.version_of.key}. {reason}"
    stored.version_of = None
    _store([stored], by, words)
    return stored


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
