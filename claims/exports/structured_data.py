"""What a page shows, for machines: schema.org records of a claim's edition, of a source and of the whole. Pure.

Nothing stands here that the page does not say, and what is not known is left out.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from claims.rating.vocabulary import Side, Verdict
from sources import identifiers

from .edition_citation import SITE
from .escaping import one_line
from .front_matter import published_on, version_of

CONTEXT = "https://schema.org"
# From worst to best; a verdict that is on no side has no place between true and false.
RATINGS = [one for one in reversed(Verdict) if one.side != Side.INSUFFICIENT]
TYPES = {
    "report": "Report",
    "book": "Book",
    "chapter": "Chapter",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
WHOLES = {"article-journal": "Periodical", "chapter": "Book", "webpage": "WebSite"}
# What "published in" tells of these is who brought them out, not a work that they are part of.
BROUGHT_OUT = ("article", "report", "book", "thesis")
PAGED = ("ScholarlyArticle", "Report", "Chapter")


def claim_review(edition, *, root: str, page: str, image: str, article: str) -> dict[str, Any]:
    """Return the ClaimReview of a current edition.

    `root`, `page` and `image` are addresses of the site, the claim and its card; `article` is the title
    of what makes the claim, of which we know no author and no address.
    """
    document = edition.document
    return {
        "@context": CONTEXT,
        "@type": "ClaimReview",
        "url": page,
        "datePublished": published_on(edition),
        "version": version_of(document),
        "image": image,
        "author": _site(root),
        "claimReviewed": one_line(document["claim"]["statement"]),
        "itemReviewed": {
            "@type": "Claim",
            "appearance": {"@type": "CreativeWork", "name": article},
        },
        "reviewRating": rating(document["verdict"], document["review"]),
    }


def rating(verdict: Mapping[str, str], review: Mapping[str, str]) -> dict[str, Any]:
    """Return our words, and the verdict's place from 1, "not so", to 7, "supported", if it has one."""
    words = {
        "@type": "Rating",
        "alternateName": verdict["label"],
        "ratingExplanation": f"{verdict['sentence']} {review['label']}.".lstrip(),
    }
    codes = [one.value for one in RATINGS]
    if verdict["code"] not in codes:
        return words
    place = codes.index(verdict["code"]) + 1
    return words | {"ratingValue": place, "bestRating": len(codes), "worstRating": 1}


def article(record: Mapping[str, Any], *, page: str) -> dict[str, Any]:
    """Return the ScholarlyArticle that a source's public record describes; `page` is our page on it."""
    kind = TYPES.get(record["type"], "ScholarlyArticle")
    known = {
        "headline": one_line(record["title"]),
        "author": [_author(one) for one in known_authors(record)],
        "datePublished": date(record),
        "publisher": _publisher(record),
        "isPartOf": _container(record),
        "pagination": kind in PAGED and record["pages"],
        "identifier": _identifiers(record),
        "sameAs": address(record),
        "creativeWorkStatus": _status(record),
        "mainEntityOfPage": page,
    }
    told = {name: value for name, value in known.items() if value}
    return {"@context": CONTEXT, "@type": kind} | told


def data_set(
    *, root: str, page: str, as_of: datetime | None, files: Iterable[tuple[Any, str]] = ()
) -> dict[str, Any]:
    """Return the Dataset that can be downloaded: (built file, its address) of each of `files`.

    `as_of` is when the newest edition in it was published, which is its version too.
    """
    known = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": SITE,
        "description": "Each claim of a popular article about psychedelic microdosing, with the published "
        "studies for and against it, how they were rated, the current verdict, and when each earlier one was published.",
        "url": page,
        "creator": _site(root),
        "isAccessibleForFree": True,
        "dateModified": as_of and as_of.date().isoformat(),
        "version": as_of and as_of.isoformat(),
        "distribution": [_download(file, address) for file, address in files],
    }
    return {name: value for name, value in known.items() if value}


def _download(file: Any, address: str) -> dict[str, str]:
    return {
        "@type": "DataDownload",
        "name": file.title,
        "description": file.purpose,
        "contentUrl": address,
        "encodingFormat": file.media_type.partition(";")[0],
        "contentSize": f"{file.size} B",
        "sha256": file.sha256,
    }


def known_authors(record: Mapping[str, Any]) -> Sequence[Mapping[str, str]]:
    """Return the authors if all are known in printed order; else none, as no machine reads "and others"."""
    is_known = record.get("authors_complete", True) and record.get("authors_in_order", True)
    return record["authors"] if is_known else ()


def date(record: Mapping[str, Any], sign: str = "-") -> str:
    """Return the date as far as it is known: 2024, 2024-03 or 2024-03-09."""
    known = []
    for name, width in (("year", 4), ("month", 2), ("day", 2)):
        if record[name] is None:
            break
        known.append(f"{record[name]:0{width}}")
    return sign.join(known)


def address(record: Mapping[str, Any]) -> str | None:
    """Return where else the publication is: by its DOI, at its own address, or in PubMed."""
    if record["doi"]:
        return identifiers.address("doi", record["doi"])
    return record["url"] or (record["pmid"] and identifiers.address("pmid", record["pmid"]))


def _site(root: str) -> dict[str, str]:
    return {"@type": "Organization", "name": SITE, "url": root}


def _author(author: Mapping[str, str]) -> dict[str, str]:
    names = ("family", "given", "suffix", "literal")
    family, given, suffix, literal = (one_line(author.get(name)) for name in names)
    if not family:
        return {"@type": "Organization", "name": literal or given}
    parts = {"givenName": given, "familyName": family, "honorificSuffix": suffix}
    name = {"@type": "Person", "name": f"{given} {family}".strip()}
    return name | {part: value for part, value in parts.items() if value}


def _publisher(record: Mapping[str, Any]) -> dict[str, str] | None:
    name = one_line(record["container_title"])
    is_publisher = name and record["type"] in BROUGHT_OUT
    return {"@type": "Organization", "name": name} if is_publisher else None


def _container(record: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return issue within volume within journal, as far as each is known."""
    is_part = record["type"] not in BROUGHT_OUT
    name, kind = one_line(record["container_title"]), WHOLES.get(record["type"], "CreativeWork")
    whole = {"@type": kind, "name": name} if name and is_part else None
    for kind, number in (("Volume", record["volume"]), ("Issue", record["issue"])):
        if number:
            part = {"@type": f"Publication{kind}", f"{kind.lower()}Number": number}
            whole = part | ({"isPartOf": whole} if whole else {})
    return whole


def _identifiers(record: Mapping[str, Any]) -> list[dict[str, str]]:
    names = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID"}
    return [
        {"@type": "PropertyValue", "propertyID": name, "value": record[field]}
        for field, name in names.items()
        if record[field]
    ]


def _status(record: Mapping[str, Any]) -> str | None:
    return None if record["status"] == "published" else record["words"]["status"]
