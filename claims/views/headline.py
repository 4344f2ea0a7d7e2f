"""What stands at the top of a claim's page: a verdict, two, or why there is none for now. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from claims.rated_documents import headline_terms
from claims.rating import vocabulary

WITHOUT_VERDICT = {
    "disagreement": "is judged differently by its reviewers",
    "under-review": "is under review after a retraction",
}
KINDS = ("suggestion", "reviewers", "out-of-date", "disagreement", "under-review")


def suggested_terms(suggestion):
    """Return verdict and certainty of the rule's suggestion in the form that a document has them."""
    return headline_terms(suggestion["verdict"], suggestion["certainty"], suggestion["reason_code"])


@dataclass(frozen=True)
class Headline:
    document: Mapping

    @property
    def kind(self):
        return self.document["headline"]["kind"]

    @property
    def template(self):
        return f"claims/headlines/_{KINDS[KINDS.index(self.kind)]}.html".replace("-", "_")

    @property
    def verdict(self):
        return self.document["verdict"]

    @property
    def certainty(self):
        return self.document["certainty"]

    @property
    def review(self):
        return self.document["review"]

    @property
    def suggested(self):
        return suggested_terms(self.document["suggestion"])

    def answer(self, day):
        """Return what stands here as a sentence that can be copied, without its end: an address follows."""
        statement = self.document["claim"]["statement"].rstrip(". ")
        return f"As of {day.day} {day:%B %Y}, the evidence on “{statement}” {self._stands}:"

    @property
    def _stands(self):
        if self.kind in WITHOUT_VERDICT:
            return WITHOUT_VERDICT[self.kind]
        level = f"{self.certainty['label'].lower()} certainty" if self.certainty else "not rated"
        review = self.review["label"][:1].lower() + self.review["label"][1:]
        how = {"suggestion": "is rated {} by our rule", "out-of-date": "was judged {}"}
        stands = how.get(self.kind, "is judged {}").format(f"“{self.verdict['label']}”")
        return f"{stands} ({level}; {review})"

    @property
    def differs(self):
        """Whether the rule suggests another verdict or another certainty than stands here."""
        suggestion, own = self.document["suggestion"], self.certainty
        stands = (self.verdict["code"], own and own["code"])
        return stands != (suggestion["verdict"], suggestion["certainty"])

    @property
    def voices(self):
        """Return the assessments that make the state of review."""
        return [one for one in self.document["assessments"] if one["counts"]]

    @property
    def fallen(self):
        """Return the retracted studies that decided the claim, each with its source's key."""
        return self.document["headline"]["fallen"]

    @property
    def is_divided(self):
        """Whether two verdicts stand, or stood when somebody last looked."""
        return self.verdict["code"] == vocabulary.NoVerdict.DISAGREEMENT

    @property
    def stands(self):
        """Whether a verdict stands that speaks of the present evidence."""
        return self.kind in ("suggestion", "reviewers")

    @property
    def in_short(self):
        """Return the headline and who has reviewed it in a few sentences, for search engines and previews."""
        label, review = self.verdict["label"], self.review["label"]
        if self.kind == "out-of-date":
            return f"Out of date: {label}. The evidence has changed since."
        told = [label, self.verdict["sentence"].rstrip("."), *([review] if review != label else [])]
        return f"{'. '.join(filter(None, told))}."
