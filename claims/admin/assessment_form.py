"""The form in which a reviewer judges a claim, with the rule's suggestion beside every question."""

from django import forms

from claims.assessment_checks import DOMAINS, problems, suggested
from claims.models import Assessment
from claims.rating import vocabulary
from claims.rating.wording import signed

VERDICT = ("verdict", "certainty", "departure_reason", "lay_sentence", "rationale")
RAISED = ("raised", "raised_reason")
INTERESTS = ("interest_kinds", "interests", "authored", "is_namesake", "recused")
JUDGED = tuple(name for field in DOMAINS for name in (field, f"{field}_reason"))
RAISES = ((0, "Not rated up"), (1, "One level"), (2, "Two levels"))


class AssessmentForm(forms.ModelForm):
    """All of it may be left for later; only submitting asks for everything."""

    raised = forms.TypedChoiceField(
        label="Rated up by", choices=RAISES, coerce=int, empty_value=0, required=False
    )
    interest_kinds = forms.MultipleChoiceField(
        label="Kinds of interest",
        choices=vocabulary.InterestKind.choices(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Tick what applies; none is an answer too. Public.",
    )
    authored = forms.MultipleChoiceField(
        label="Studies on this claim that I wrote",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput)

    # Whether what was sent is stored, although the submission may have been refused.
    was_kept = False

    class Meta:
        model = Assessment
        fields = (*JUDGED, *RAISED, *VERDICT, *INTERESTS)
        widgets = {name: forms.Textarea(attrs={"rows": 2}) for name in JUDGED if name not in DOMAINS} | {
            name: forms.Textarea(attrs={"rows": rows})
            for name, rows in (
                ("raised_reason", 2),
                ("departure_reason", 3),
                ("lay_sentence", 2),
                ("rationale", 8),
                ("interests", 3),
            )
        }  # fmt: skip

    def __init__(self, *args, edition, user, submitting=False, **kwargs):
        instance = kwargs["instance"]
        kwargs["initial"] = {"seen": edition.number, "version": instance.version}
        super().__init__(*args, **kwargs)
        self.edition, self.user, self.submitting = edition, user, submitting
        self.initial["interest_kinds"] = instance.interest_list
        self.fields["authored"].choices = [
            (key, record["label"]) for key, record in edition.document["sources"].items()
        ]
        self._say_the_rule()

    def _say_the_rule(self):
        rule = suggested(self.edition.document)["domains"]
        for field, name in DOMAINS.items():
            self.fields[field].help_text = f"The rule: {signed(rule[name])}."

    def clean_interest_kinds(self):
        return ",".join(self.cleaned_data["interest_kinds"])

    def _post_clean(self):
        super()._post_clean()
        if not self.submitting:
            return
        for field, words in problems(
            self.instance, self.edition.document, (self.user.first_name, self.user.last_name)
        ).items():
            if field not in self.errors:
                self.add_error(field, words)

    @property
    def parts(self):
        """Return the questions in the order of the judgement."""
        named = (
            ("How much each domain takes off", JUDGED),
            ("What raises it", RAISED),
            ("Your verdict", VERDICT),
            ("Your interests", INTERESTS),
        )
        return [(title, [self[name] for name in names]) for title, names in named]
