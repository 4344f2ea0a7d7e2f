"""A reader's what-if on the page of a claim: its address, its banner, its tables. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from urllib.parse import urlencode

from django.core.exceptions import BadRequest

from claims.rated_documents import headline_terms
from claims.switches import FLOOR, FLOOR_DEFINITION, FLOOR_LABEL, STUDY, SWITCHES
from claims.views.claim_page import ClaimPage
from claims.views.headline import suggested_terms
from claims.what_if import NOTHING_LEFT, Asked, RatedDocument, UnknownSwitch
from claims.what_if_words import SIDE, STAYS, change_words, sentence

NAME = "without"
PLACE = "#what-if"


def joined(query):
    """Return the query with ticked boxes, each a `without` of its own, as one list between commas."""
    if NAME not in query:
        return query
    query = query.copy()
    query[NAME] = ",".join(query.getlist(NAME))
    return query


def what_if_of(query, page):
    """Return what a query leaves out of a page's edition; None where the rule is another by now.

    Raises BadRequest, saying what there is.
    """
    evidence = RatedDocument(page.document)
    if evidence.can_be_rated:
        return WhatIf(page, evidence, _asked(query, evidence), query.dict())
    if NAME in query:
        raise BadRequest(
            f"This edition was rated by rule {page.document['rule']}, which we no longer run; "
            f"take away “{NAME}”, or use it on the claim as it stands now."
        )
    return None


def _asked(query, evidence):
    try:
        return evidence.parse(query.get(NAME, ""))
    except UnknownSwitch as refusal:
        raise BadRequest(str(refusal)) from refusal


@dataclass(frozen=True)
class ViewedPage(ClaimPage):
    """A claim's page with the rule's part as a reader's view has it; the edition stays what it is."""

    viewed: Mapping | None = None

    @property
    def document(self):
        return self.viewed

    @cached_property
    def suggested(self):
        """Return verdict and certainty in words; of studies that were left out we say no other thing."""
        terms = suggested_terms(self.suggestion)
        if self.document["studies"] or not self.edition.document["studies"]:
            return terms
        return terms | {"verdict": terms["verdict"] | {"sentence": NOTHING_LEFT}}


@dataclass(frozen=True)
class WhatIf:
    """What a reader leaves out of a claim, and what the rule makes of the rest."""

    page: ClaimPage
    evidence: RatedDocument
    asked: Asked
    query: Mapping[str, str]

    @property
    def is_open(self):
        """Whether the reader asked for the tables, be it without leaving out anything."""
        return NAME in self.query

    @property
    def is_active(self):
        return bool(self.asked)

    @cached_property
    def view(self):
        """Return the page to show the evidence of: recomputed if something is left out."""
        if not self.is_active:
            return self.page
        given = {field.name: getattr(self.page, field.name) for field in fields(self.page)}
        return ViewedPage(**given, viewed=self.evidence.view(self.asked))

    @cached_property
    def answer(self):
        return self.evidence.answer(self.asked)

    @property
    def terms(self):
        return _terms(self.answer)

    @property
    def sentence(self):
        return sentence(self.evidence, self.asked, self.answer)

    @property
    def kept(self):
        """Return what else the address asks for, which the form hands on."""
        return [(name, value) for name, value in self.query.items() if name != NAME]

    def _address(self, codes):
        asked = dict(self.kept) | {NAME: ",".join(codes)}
        return f"?{urlencode(asked, safe=',:')}{PLACE}"

    @property
    def address_of_nothing(self):
        return self._address(())

    @property
    def query_back(self):
        """Return what the address of the page as we publish it ends with."""
        return f"?{urlencode(self.kept)}" if self.kept else ""

    @cached_property
    def switches(self):
        """Return every switch with how many of the counted studies it leaves out."""
        rows = [self._switch(switch) for switch in SWITCHES.values()]
        lifted = self.evidence.lifted()
        return [*rows, self._row(FLOOR, FLOOR_LABEL, lifted) | {"definition": FLOOR_DEFINITION}]

    def _switch(self, switch):
        unknown = self.evidence.of_unknown(switch)
        return self._row(switch.code, switch.label, self.evidence.fitting(switch)) | {
            "definition": switch.definition,
            "unknown": len(unknown),
            "unknown_words": switch.unknown_words,
        }

    def _row(self, code, label, fitting):
        return {
            "code": code,
            "label": label,
            "number": len(self.evidence.counted.intersection(fitting)),
            "unknown": 0,
            "unknown_words": "",
            "leaves_out": code != FLOOR,
            "is_chosen": code in self.asked.codes,
            "address": self._address(self.asked.toggled(code)),
        }

    @property
    def switches_alone(self):
        """Return what each switch would do alone."""
        return [row | self._alone(row["code"]) for row in self.switches]

    @property
    def studies_alone(self):
        """Return what leaving out each counted study would do."""
        keys = [key for key in self.evidence.studies if key in self.evidence.counted]
        rows = [self._study(key) for key in keys]
        return sorted(rows, key=lambda row: (row["change"] == STAYS, row["label"].casefold()))

    def _study(self, key):
        code = STUDY + key
        return self._alone(code) | {
            "label": self.evidence.labels[key],
            "is_chosen": code in self.asked.codes,
            "address": self._address(self.asked.toggled(code)),
        }

    def _alone(self, code):
        answer = self.evidence.answer(self.evidence.parse(code))
        change = change_words(self.evidence.real, answer)
        return {"terms": _terms(answer), "change": change, "is_other": change == SIDE}

    @property
    def chosen_studies(self):
        """Return the single studies that are left out, as boxes that can be unticked."""
        labels = self.evidence.labels
        return [{"code": STUDY + key, "label": labels[key]} for key in self.asked.studies]

    @cached_property
    def left_out(self):
        """Return the studies that lose results in this view, those that count first."""
        gone = self.evidence.gone(self.asked)
        rows = [self._left_out(key, study, gone) for key, study in self.evidence.studies.items()]
        return sorted(
            (row for row in rows if row["why"]),
            key=lambda row: (not row["counted"], row["label"].casefold()),
        )

    def _left_out(self, key, study, gone):
        out = [result for result in study if result.item.id in gone]
        codes = {code for result in out for code in gone[result.item.id]}
        return {
            "label": self.evidence.labels[key],
            "anchor": study[0].item.id,
            "counted": key in self.evidence.counted,
            "part": len(out) if len(out) < len(study) else 0,
            "why": _why(codes),
            "note": "; ".join(sorted({result.notes for result in out if result.notes}))
            if "industry" in codes
            else "",
        }

    @property
    def now_counted(self):
        """Return what was only shown and counts in this view."""
        studies = self.view.document["studies"]
        return [
            study | {"anchor": study["items"][0]}
            for study in studies
            if study["key"] not in self.evidence.counted
        ]


def _why(codes):
    """Return the reasons in the order of the switches."""
    named = [switch.label for code, switch in SWITCHES.items() if code in codes]
    alone = any(code.startswith(STUDY) for code in codes)
    return [*named, *(["This study"] if alone else [])]


def _terms(answer):
    """Return verdict and certainty in the form that templates know."""
    return headline_terms(answer.verdict, answer.certainty, "inconclusive")
