"""The switches of a reader's what-if: what each leaves out, in words and as a test. Pure."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claims.rating.items import Item
from claims.rating.strength import material
from claims.rating.tables import REVIEW_DESIGNS, SEEN_THROUGH
from claims.rating.vocabulary import Basis, Blinding

FEW_PEOPLE = 20
ANIMAL_REVIEWS = ("animal", "in-vitro")
# The library has no field for industry, only what was noted in free text: the form of a company's
# name, or the name itself. "No company paid" does not match.
COMPANY = re.compile(
    r"\b(?:Therapeutics|Pharmaceuticals?|Pharma|Biotech|Biosciences|Corporation|Corp|Inc|Ltd|LLC|GmbH|plc|PLC"
    r"|company [A-Z]\w+|COMPASS Pathways|MindMed|Janssen|Johnson & Johnson|Eleusis|Novartis|Sandoz|Pfizer"
    r"|Eli Lilly|GlaxoSmithKline|GSK|AstraZeneca|Merck|Roche|Otsuka|Cybin|ATAI|atai Life Sciences)\b"
)


@dataclass(frozen=True)
class Result:
    """One result that could count, beside the public record of its source."""

    item: Item
    record: Mapping[str, Any]

    @property
    def study(self) -> str:
        """Return the key under which the rule folds it: a review is a study of its own."""
        is_review = self.item.design in REVIEW_DESIGNS
        return f"review:{self.item.source}" if is_review else self.item.study_key

    @property
    def notes(self) -> str:
        """Return what was noted of funding and interests; empty if nothing was seen."""
        noted = (self.record["funding_note"], self.record.get("coi_note"))
        return " ".join(note for note in noted if note)


@dataclass(frozen=True, kw_only=True)
class Switch:
    """What one switch leaves out.

    `fits` is asked of each result; `of` says what that means for the study: every result must fit
    (`all`), one is enough (`any`), or None where only the results that fit are left out. `phrase`
    follows "studies"; `unknown` is true of a result that does not say.
    """

    code: str
    label: str
    definition: str
    phrase: str
    fits: Callable[[Result], bool]
    of: Callable | None = all
    unknown: Callable[[Result], bool] = lambda result: False
    unknown_words: str = ""

    def left_out(self, study: Sequence[Result]) -> set[str]:
        """Return the ids of the results of one study that are left out."""
        fitting = [self.fits(result) for result in study]
        if self.of:
            fitting = [self.of(fitting)] * len(study)
        return {result.item.id for result, fits in zip(study, fitting, strict=True) if fits}

    def is_unknown(self, study: Sequence[Result]) -> bool:
        """Return whether a study that stays might go if more were known of it."""
        return not self.left_out(study) and any(self.unknown(result) for result in study)


def _not_people(result: Result) -> bool:
    item = result.item
    is_review = item.design in REVIEW_DESIGNS and item.review_of in ANIMAL_REVIEWS
    return is_review or material(item) != "people"


def _few_people(result: Result) -> bool:
    number = result.item.n_analysed
    return not _not_people(result) and number is not None and number < FEW_PEOPLE


ABSTRACT_ONLY = Switch(
    code="abstract-only",
    label="Abstracts only",
    definition="Studies of which we read no more than the abstract, for any of their results.",
    phrase="read only as abstracts",
    fits=lambda result: result.item.basis == Basis.ABSTRACT,
)
ANIMALS = Switch(
    code="animals",
    label="Animals and cells",
    definition="Studies in animals, in cells or in tissue, and reviews of such studies.",
    phrase="in animals or cells",
    fits=_not_people,
)
PREPRINTS = Switch(
    code="preprints",
    label="Preprints",
    definition="Studies of which no paper was peer reviewed: preprints, theses and reports.",
    phrase="without peer review",
    fits=lambda result: not result.record["peer_reviewed"],
)
UNBLINDED = Switch(
    code="unblinded",
    label="Unblinded",
    definition=(
        "Results where everyone knew what they took (open), or where it was tested or stated that "
        "people could tell (broken). A study keeps its other results."
    ),
    phrase="where people knew or could tell what they took",
    fits=lambda result: result.item.blinding in SEEN_THROUGH,
    of=None,
    unknown=lambda result: result.item.blinding == Blinding.UNTESTED,
    unknown_words="called blinded, but whether it held was not tested or not reported",
)
INDUSTRY = Switch(
    code="industry",
    label="Industry funding or ties",
    definition=(
        "Studies where what we noted of funding or interests names a company: as payer, as maker "
        "of the drug or as employer of authors. We have no field for it; it is read from that note."
    ),
    phrase="with a company named in the note on funding or interests",
    fits=lambda result: bool(COMPANY.search(result.notes)),
    of=any,
    unknown=lambda result: not result.notes,
    unknown_words="nothing noted of funding or interests",
)
SMALL = Switch(
    code="small",
    label=f"Fewer than {FEW_PEOPLE} people",
    definition=(
        f"Studies in people that analysed fewer than {FEW_PEOPLE} in each of their results; nobody "
        "is counted twice for being their own control. Animals and cells stay."
    ),
    phrase=f"with fewer than {FEW_PEOPLE} people",
    fits=_few_people,
    unknown=lambda result: not _not_people(result) and result.item.n_analysed is None,
    unknown_words="number of people not recorded",
)
SWITCHES = {
    switch.code: switch
    for switch in (ABSTRACT_ONLY, ANIMALS, PREPRINTS, UNBLINDED, INDUSTRY, SMALL)
}
# Leaves nothing out: it reads what is there as if blinding had held (METHOD 4, number 8).
FLOOR = "blinding-floor"
FLOOR_LABEL = "Our floor for failed blinding"
FLOOR_DEFINITION = (
    "Leaves no study out. Our rule raises the risk of bias of a benefit that people felt or that "
    "was rated or scored when blinding failed or was not tested; this reads those results as if "
    "blinding had held."
)
STUDY = "study:"
