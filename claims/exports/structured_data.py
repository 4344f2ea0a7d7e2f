"""What a page shows, for machines: schema.org records of a claim's edition, of a source and of the whole. Pure.

Nothing stands here that the page does not say, and what is not known is left out.
"""

from collections.abc import Mapping
from typing import Any

from claims.rating.vocabulary import Side, Verdict

from .edition_citation import SITE
from .front_matter import published_on, version_of

CONTEXT = "https://schema.org"
# From worst to best; a verdict that is on no side has no place between true and false.
RATINGS = [one for one in reversed(Verdict) if one.side != Side.INSUFFICIENT]
TYPES = {"report": "Report", "book": "Book", "chapter": "Chapter", "thesis": "Thesis"}


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
        "claimReviewed": document["claim"]["statement"],
        "itemReviewed": {
            "@type": "Claim",
            "appearance": {"@type": "CreativeWork", "name": article},
        },
        "reviewRating": rating(document["verdict"]),
    }


def rating(verdict: Mapping[str, str]) -> dict[str, Any]:
    """Return our words, and the verdict's place from 1, "not so", to 7, "supported", if it has one."""
    words = {"@type": "Rating", "alternateName": verdict["label"]}
    if verdict["sentence"]:
        words["ratingExplanation"] = verdict["sentence"]
    codes = [one.value for one in RATINGS]
    if verdict["code"] not in codes:
        return words
    place = codes.index(verdict["code"]) + 1
    return words | {"ratingValue": place, "bestRating": len(codes), "worstRating": 1}


def article(record: Mapping[str, Any], *, page: str) -> dict[str, Any]:
    """Return the ScholarlyArticle that a source's public record describes; `page` is our page on it."""
    known = {
        "headline": record["title"],
        "author": [_author(one) for one in record["authors"]],
        "datePublished": date(record),
        "isPartOf": _container(record),
        "pagination": record["pages"],
        "identifier": _identifiers(record),
        "sameAs": _elsewhere(record),
        "creativeWorkStatus": _status(record),
        "mainEntityOfPage": page,
    }
    kind = {"@context": CONTEXT, "@type": TYPES.get(record["type"], "ScholarlyArticle")}
    return kind | {name: value for name, value in known.items() if value}


def data_set(*, root: str, page: str, changed: str | None) -> dict[str, Any]:
    """Return the Dataset that can be taken away; `changed` is the day of the newest edition."""
    known = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": SITE,
        "description": "Each claim of a popular article about psychedelic microdosing, with the published "
        "studies for and against it, how they were rated, and every edition of the result.",
        "url": page,
        "creator": _site(root),
        "dateModified": changed,
    }
    return {name: value for name, value in known.items() if value}


def date(record: Mapping[str, Any], sign: str = "-") -> str:
    """Return the date as far as it is known: 2024, 2024-03 or 2024-03-09."""
    known = []
    for name, width in (("year", 4), ("month", 2), ("day", 2)):
        if record[name] is None:
            break
        known.append(f"{record[name]:0{width}}")
    return sign.join(known)


def _site(root: str) -> dict[str, str]:
    return {"@type": "Organization", "name": SITE, "url": root}


def _author(author: Mapping[str, str]) -> dict[str, str]:
    if not author.get("family"):
        return {"@type": "Organization", "name": author.get("literal") or author.get("given", "")}
    given, family = author.get("given", ""), author["family"]
    parts = {"givenName": given, "familyName": family, "honorificSuffix": author.get("suffix", "")}
    name = {"@type": "Person", "name": f"{given} {family}".strip()}
    return name | {part: value for part, value in parts.items() if value}


def _container(record: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return issue within volume within journal, as far as each is known."""
    name, is_journal = record["container_title"], record["type"] == "article-journal"
    whole = name and {"@type": "Periodical" if is_journal else "CreativeWork", "name": name}
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


def _elsewhere(record: Mapping[str, Any]) -> str | None:
    return f"https://doi.org/{record['doi']}" if record["doi"] else record["url"]


def _status(record: Mapping[str, Any]) -> str | None:
    return None if record["status"] == "published" else record["words"]["status"]
