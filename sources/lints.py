"""What is often left out of a source's record, each with its words and its one condition."""

from django.db.models import Q

from microdose_kb.lints import Lint
from sources.vocabulary import REVIEW_DESIGNS

# What was merged into another source lacks nothing any more.
UNMERGED = Q(merged_into__isnull=True)
LINTS = (
    Lint(
        "not-described",
        "Design, species or dose not described",
        UNMERGED & (Q(design="") | Q(species="") | Q(dose_regime="")),
    ),
    Lint(
        "no-identifier",
        "No identifier, only an address",
        UNMERGED & Q(doi="", pmid="", pmcid="", registration=""),
    ),
    Lint(
        "incomplete-authors",
        "Authors not known or not complete",
        UNMERGED & (Q(authors_complete=False) | Q(authors=[])),
    ),
    # A review has studies, not participants.
    Lint(
        "no-sample-size",
        "No sample size",
        UNMERGED & Q(sample_size__isnull=True) & ~Q(design__in=REVIEW_DESIGNS),
    ),
)
