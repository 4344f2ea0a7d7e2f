"""A claim's edition as a Markdown summary, in the headings and order of METHOD section 3.

The same edition and base address give the same bytes: nothing here knows what day it is.
"""

from collections.abc import Mapping
from typing import Any

from claims.rating.vocabulary import Step

from .certainty import how_certain
from .closing import how_to_cite, method_and_limits
from .escaping import plain, sentence
from .evidence import evidence_tables
from .findings import summary_of_findings
from .front_matter import claim_keys, front_matter
from .gaps import gaps
from .phrases import paragraphs, section
from .references import references
from .reviewers import reviewers
from .verdict_box import verdict_box

ARTICLE = "the article “The Science Behind Micro-Dosing's Subtle Power”"
THRESHOLD = "any effect in the claimed direction"


def claim_summary(edition, *, base_url: str = "") -> str:
    """Return the summary of an edition.

    `edition` has `document`, `number`, `published_at` and `get_absolute_url()`; `base_url` is the
    site's, as in https://kb.example.org, and makes the permanent address complete.
    """
    address = address_of(edition, base_url)
    head = front_matter(claim_keys(edition, address))
    return f"{head}\n{claim_text(edition, base_url=base_url)}\n"


def address_of(edition, base_url: str) -> str:
    """Return the permanent address of the edition."""
    return base_url.rstrip("/") + edition.get_absolute_url()


def root_of(edition, base_url: str) -> str:
    """Return the address of the site, below which its pages are."""
    address = address_of(edition, base_url)
    return address[: address.rindex(f"/claims/{edition.document['claim']['slug']}/")]


def claim_text(edition, *, base_url: str) -> str:
    """Return the summary without its front matter."""
    document = edition.document
    return paragraphs(
        [
            f"# {plain(document['claim']['statement'])}",
            verdict_box(edition),
            _question(document["claim"]),
            summary_of_findings(document),
            how_certain(document),
            evidence_tables(document),
            gaps(document),
            reviewers(document),
            method_and_limits(document, root_of(edition, base_url)),
            references(document),
            how_to_cite(edition, address_of(edition, base_url)),
        ]
    )


def _question(claim: Mapping[str, Any]) -> str:
    target = claim["target"]
    asked = {
        "Population": target["population"],
        "Dose": target["dose"],
        "Compared with": target["comparator"],
        "Outcomes": target["outcomes"],
        "Threshold": THRESHOLD,
    }
    words = [f"{name}: {plain(text) or 'not stated'}" for name, text in asked.items()]
    return section("Question", " · ".join(words), _origin(claim))


def _origin(claim: Mapping[str, Any]) -> str:
    """We hold no text of the article, so this says in our words how it puts the claim."""
    mechanism = claim["mechanism"]
    where = f"under “{plain(mechanism['name'])}”" if mechanism else "across its mechanisms"
    step = Step(claim["step"]).label.lower()
    said = sentence(claim["article_says"]) or "not recorded."
    return f"Origin: {ARTICLE}, {where}; step: {step}. In our words, not the article's: {said}"
