"""The forms of the argument: mechanisms, claims, and the evidence that bears on them."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import slug_re

from claims.admin import offers
from claims.admin.comparison import label
from claims.admin.help_texts import EVIDENCE_HELP
from claims.models import Claim, Evidence, Mechanism
from claims.rating import vocabulary
from microdose_kb.admin_fields import Lines, TagNames
from microdose_kb.changes import ChangeForm

WIDE = {"size": 90}


class MechanismForm(ChangeForm):
    tags = TagNames()

    class Meta:
        model = Mechanism
        fields = ()  # The admin's fieldsets name them.
        widgets = {"summary": forms.Textarea(attrs={"rows": 2})}
        help_texts = {
            "slug": "The address: neuroplasticity. Never changes.",
            "name": "As readers see it: Neuroplasticity.",
        }


class OutcomeGroups(Lines):
    """Groups as lines: “creativity-tests: Creativity tests”."""

    def write(self, group):
        return f"{group['slug']}: {group['name']}"

    def read(self, line):
        slug, colon, name = (part.strip() for part in line.partition(":"))
        if not colon or not slug_re.fullmatch(slug):
            raise ValidationError(
                f"Write “{line}” as creativity-tests: Creativity tests; no spaces before the colon."
            )
        return {"slug": slug, "name": name}


class ClaimForm(ChangeForm):
    tags = TagNames()
    outcome_groups = OutcomeGroups(
        help_text="Only for a claim that bundles several outcomes, one a line, seven at most;"
        " each gets a row of its own: “creativity-tests: Creativity tests”."
    )

    class Meta:
        model = Claim
        fields = ()
        widgets = {
            name: forms.Textarea(attrs={"rows": 2})
            for name in ("statement", "article_says", "publication_bias_reason")
        }
        help_texts = {
            "kind": "Effect: it changes something in people. Mechanism: a biological action."
            " Association: two things occur together. Occurrence: how often something happens.",
            "scope": "Which dose the claim is about; Background if it is about none.",
            "asserts": "No effect only for a claim that something is absent: “no noticeable"
            " effects”.",
        }


class EvidenceForm(ChangeForm):
    """One result. What the method can offer may be left empty; `taken` says what was taken."""

    checked = Lines(help_text="Where it was read, one address a line: https://doi.org/10.1000/x.")

    class Meta:
        model = Evidence
        fields = ()
        help_texts = EVIDENCE_HELP
        widgets = {
            "outcome": forms.TextInput(attrs=WIDE),
            "null_note": forms.TextInput(attrs=WIDE),
            "rob_note": forms.Textarea(attrs={"rows": 2}),
            "directness_note": forms.Textarea(attrs={"rows": 2}),
            "upgrade_reason": forms.Textarea(attrs={"rows": 2}),
            "override_reason": forms.Textarea(attrs={"rows": 3}),
            "effect_note": forms.TextInput(attrs=WIDE),
            "locator": forms.TextInput(attrs=WIDE),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.taken = []
        for name in (*offers.DIRECTNESS, "blinding"):
            if name in self.fields:
                self.fields[name].required = False

    def clean(self):
        cleaned = super().clean()
        self._check_null()
        claim, source = self._subject("claim"), self._subject("source")
        if claim and source and self._is_described(source):
            offered = offers.offered(claim, source, cleaned.get("comparator") or "")
            self._take(offered)
            self._explain_differences(offered)
            self._check_group(claim)
            self._complete(source)
        return cleaned

    def _get_validation_exclusions(self):
        # Claim and source are shown, not asked, on a change; "once" is checked all the same.
        excluded = super()._get_validation_exclusions()
        return excluded - {"claim", "source"} if self.instance.pk else excluded

    def _subject(self, name):
        if name in self.fields:
            return self.cleaned_data.get(name)
        return getattr(self.instance, name)

    def _is_described(self, source):
        if not source.is_described:
            self.add_error(
                "source" if "source" in self.fields else None,
                "Describe this source first: its design, species and dose.",
            )
        return source.is_described

    def _check_null(self):
        if self.cleaned_data.get("null_informative") and not self.cleaned_data.get("null_note"):
            self.add_error(
                "null_note", "Say which effect is excluded: more than 0.3 standard deviations."
            )

    def _take(self, offered):
        for name in (*offers.DIRECTNESS, "blinding"):
            if self.cleaned_data.get(name) or name in self.errors:
                continue
            if name in offered:
                self.cleaned_data[name] = offered[name]
                self.taken.append(f"{label(name)} taken from the method: {word(name, offered)}.")
            else:
                self.add_error(name, NO_OFFER[name])

    def _explain_differences(self, offered):
        chosen = self.cleaned_data
        different = [
            f"{label(name)} is {word(name, chosen)}, and the method offers {word(name, offered)}"
            for name in offers.DIRECTNESS
            if name in offered and chosen.get(name) and chosen[name] != offered[name]
        ]
        if different and not chosen.get("directness_note") and "directness_note" not in self.errors:
            why = "; ".join(different)
            self.add_error("directness_note", f"{why}. Say why it differs, or take the offer.")

    def _check_group(self, claim):
        group = self.cleaned_data.get("outcome_group")
        slugs = [known["slug"] for known in claim.outcome_groups]
        if group and group not in slugs:
            remedy = f"choose one of {', '.join(slugs)}" if slugs else "leave this empty"
            self.add_error("outcome_group", f"The claim has no group {group}; {remedy}.")

    def _complete(self, source):
        if offers.is_always_paired(source) and not self.cleaned_data.get("paired"):
            self.cleaned_data["paired"] = True
            self.taken.append("Paired was ticked: in a crossover everyone is their own control.")
        if self.cleaned_data.get("n_analysed") is None and "n_analysed" not in self.errors:
            size = "unknown" if source.sample_size is None else source.sample_size
            self.taken.append(
                f"Number analysed is empty: the source's sample size ({size}) counts."
            )


NO_OFFER = {
    "d_population": "Choose how direct the population is.",
    "d_dose": "Choose how direct the dose is.",
    "d_comparator": "Choose what it was compared with, so that the method can offer this; or"
    " choose how direct the comparison is.",
    "blinding": "The method offers none for this design; choose what the review says of its"
    " studies, or Not applicable.",
}
TERMS = dict.fromkeys(offers.DIRECTNESS, vocabulary.Directness) | {"blinding": vocabulary.Blinding}


def word(name, codes):
    return TERMS[name](codes[name]).label
