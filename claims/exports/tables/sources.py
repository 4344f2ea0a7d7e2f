"""The table of sources: one row for each publication that the editions cite."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claims.exports.tables import Column, Table
from claims.exports.tables.columns import code, joined, text, whole, yes_or_no
from sources.vocabulary import (
    Design,
    DoseRegime,
    IncludedBias,
    ReviewOf,
    SourceType,
    Species,
    Status,
)


def records(editions: Iterable[Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the public record of each source once, where it is first cited."""
    seen = set()
    for edition in editions:
        for key, record in sorted(edition.document["sources"].items()):
            if key not in seen:
                seen.add(key)
                yield record


def _authors(record):
    """Return "Hutten, Nadia; van der Berg, Jan, Jr.; A Corporate Author"."""
    return "; ".join(map(_author, record["authors"])) or None


def _author(name):
    parts = [name.get(part) for part in ("family", "given", "suffix")]
    return name.get("literal") or ", ".join(filter(None, parts))


TABLE = Table(
    name="sources",
    title="Sources",
    description="Publications and registrations that the claims rest on.",
    columns=(
        text("key", "Short name of the source; its page is /sources/<key>/."),
        text("label", "How it is named in running text."),
        code("type", "What kind of publication it is.", SourceType.values),
        text("title", "Title as printed."),
        Column("authors", "string", "Authors as Family, Given, with semicolons between.", _authors),
        yes_or_no("authors_complete", "Whether all authors are named."),
        yes_or_no("authors_in_order", "Whether they stand in printed order."),
        text("container_title", "Journal, book or repository."),
        whole("year", "Year of publication."),
        whole("month", "Month, 1 to 12."),
        whole("day", "Day, 1 to 31."),
        text("volume", "Volume as printed."),
        text("issue", "Issue as printed."),
        text("pages", "Pages or article number."),
        text("doi", "DOI without address."),
        text("pmid", "PubMed number."),
        text("pmcid", "PubMed Central number."),
        text("url", "Full address."),
        text("registration", "Registration of the trial or review."),
        text("reference", "Reference in Vancouver style."),
        code("design", "How it was done.", Design.values),
        code("species", "In whom or in what.", Species.values),
        text("population", "Who took part."),
        whole("sample_size", "People, animals or samples studied."),
        Column("substances", "string", "Codes of what was given, with spaces between.", joined("substances")),
        text("dose_text", "Dose in the authors' units."),
        code("dose_regime", "Which kind of dose that is.", DoseRegime.values),
        text("funding_note", "Who paid, as stated; empty if not seen."),
        text("coi_note", "Interests that the authors state; empty if not seen."),
        text("data_note", "Where the data are, as stated; empty if not seen."),
        yes_or_no("peer_reviewed", "Whether it was peer reviewed."),
        code("status", "Editorial standing.", Status.values),
        text("study", "Name of the study; papers on the same participants share it."),
        text("version_of", "Key of the article that this is an earlier version of.", "version_of.key"),
        code("review_of", "What kind of studies a review is made of.", ReviewOf.values, "review.review_of"),
        whole("review_studies", "Studies inside the review.", "review.n_studies"),
        code("review_bias", "Risk of bias that the review reports inside.", IncludedBias.values, "review.included_rob"),
        Column("review_includes", "string", "Keys of the sources here that the review contains, with spaces between.", joined("review.includes")),
        yes_or_no("review_checked", "Whether somebody compared the review's list with this library.", "review.includes_checked"),
        text("review_overlap", "Reviews of the same studies share it.", "review.overlap_group"),
        whole("review_until", "Last year that the review searched.", "review.search_until"),
        Column("tags", "string", "Slugs of its tags, with spaces between.", joined("tags", "slug")),
        Column("checked", "string", "Addresses that it was checked against, with spaces between.", joined("checked")),
    ),
    rows=records,
    key=("key",),
    brief=("key", "reference", "design", "dose_regime", "status"),
)  # fmt: skip
