"""The article's argument in our own words: which sentence rests on which claim. Nothing here is quoted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

TITLE = "The Science Behind Micro-Dosing's Subtle Power"


@dataclass(frozen=True)
class Passage:
    """One step of the argument; `words` retell it, `slug` is the claim it rests on."""

    words: str
    slug: str


@dataclass(frozen=True)
class Section:
    heading: str
    passages: tuple[Passage, ...]
    mechanism: str = ""


OUTLINE = (
    Section(
        "What the practice is",
        (
            Passage(
                "A microdose is described as a tenth of a usual dose, or less, taken so that nothing"
                " unusual is felt.",
                "microdose-subperceptual",
            ),
        ),
    ),
    Section(
        "First: the chemistry of mood",
        (
            Passage(
                "The starting point is what these substances do in the brain: they bind to the"
                " receptors that serotonin uses.",
                "serotonin-receptor-action",
            ),
            Passage(
                "From there the article supposes that a little of the same action is enough to move"
                " mood slightly.",
                "microdose-mood",
            ),
            Passage(
                "And if mood can be moved, it reasons, low mood and worry might ease.",
                "microdose-depression-anxiety",
            ),
        ),
        "neurotransmitter-modulation",
    ),
    Section(
        "Second: a brain that rewires",
        (
            Passage(
                "Psychedelics are said to raise a growth factor, BDNF, with which nerve cells form"
                " new connections.",
                "psychedelics-bdnf-neuroplasticity",
            ),
            Passage(
                "The article carries this over to the small amounts that microdosers take.",
                "microdose-neuroplasticity",
            ),
            Passage(
                "A brain that rewires more easily, it suggests, should also learn and remember better.",
                "microdose-cognition",
            ),
        ),
        "enhanced-neuroplasticity",
    ),
    Section(
        "Third: a quieter inner voice",
        (
            Passage(
                "Brain scans are cited for the idea that psychedelics disturb the default mode"
                " network, which is busy when we think about ourselves.",
                "psychedelics-dmn-disruption",
            ),
            Passage("Small doses might touch the same network, only more gently.", "microdose-dmn"),
            Passage(
                "Out of this gentler touch the article derives more introspection, more creativity"
                " and other ways of thinking.",
                "microdose-creativity-introspection",
            ),
        ),
        "default-mode-network-modulation",
    ),
    Section(
        "Fourth: less inflammation",
        (
            Passage(
                "Inflammation that lasts is taken to go together with disorders of mood and mind.",
                "inflammation-mental-health",
            ),
            Passage("Psychedelics may damp inflammation.", "psychedelics-anti-inflammatory"),
            Passage(
                "The article holds that this is so in the brain even at microdoses.",
                "microdose-anti-inflammatory",
            ),
            Passage(
                "Less inflammation is then offered as one reason why people who microdose report"
                " that they feel and think better.",
                "anti-inflammatory-benefits",
            ),
        ),
        "neuroinflammation-reduction",
    ),
    Section(
        "Fifth: a better-connected brain",
        (
            Passage(
                "Under a full dose, regions of the brain that mostly keep to themselves are said to"
                " start working together.",
                "psychedelics-connectivity",
            ),
            Passage(
                "A microdose is imagined to add a little of that exchange.",
                "microdose-connectivity",
            ),
            Passage(
                "The gain would be a mind that joins things up and changes course more easily.",
                "microdose-cognitive-flexibility",
            ),
        ),
        "increased-connectivity",
    ),
    Section(
        "Cautions",
        (
            Passage(
                "The article grants that people respond differently.",
                "microdose-individual-variability",
            ),
            Passage("And it grants that there may be risks and side effects.", "microdose-risks"),
        ),
    ),
)


def retold(slug: str) -> str:
    """Return the step of the argument that rests on a claim; nothing for a claim it does not know."""
    passages = (passage for section in OUTLINE for passage in section.passages)
    return next((passage.words for passage in passages if passage.slug == slug), "")


def with_claims(rows: Iterable) -> list[Mapping]:
    """Return the outline with the row (`slug`) of each claim; what has no row is left out.

    Claims that the outline does not know follow under a heading of their own, in their own words.
    """
    rows = {row.slug: row for row in rows}
    sections = [_section(section, rows) for section in OUTLINE]
    known = {passage.slug for section in OUTLINE for passage in section.passages}
    others = [{"words": "", "claim": row} for slug, row in rows.items() if slug not in known]
    sections.append({"heading": "Also claimed", "mechanism": "", "passages": others})
    return [section for section in sections if section["passages"]]


def _section(section: Section, rows: Mapping) -> Mapping:
    return {
        "heading": section.heading,
        "mechanism": section.mechanism,
        "passages": [
            {"words": passage.words, "claim": rows[passage.slug]}
            for passage in section.passages
            if passage.slug in rows
        ],
    }
