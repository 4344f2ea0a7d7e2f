"""The library's forms: what people paste becomes what the library stores."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import slugify

from microdose_kb.admin_fields import Lines, TagNames, tags_of
from microdose_kb.changes import ChangeForm
from sources import identifiers, vocabulary
from sources.keys import suggested_key
from sources.models import Notice, Source

KEY = re.compile(r"[a-z][a-z0-9-]*")
REVIEW_FIELDS = ("review_of", "n_studies", "includes", "overlap_group", "search_until")
COUNTED_REVIEWS = (vocabulary.Design.SYSTEMATIC_REVIEW, vocabulary.Design.META_ANALYSIS)


class IdentifierField(forms.CharField):
    """An identifier in any usual dress; it is stored bare."""

    def __init__(self, *, normalise, **options):
        self.normalise = normalise
        super().__init__(max_length=identifiers.MAX_TEXT, required=False, **options)

    def clean(self, value):
        text = super().clean(value)
        try:
            return self.normalise(text) if text else ""
        except identifiers.BadIdentifier as problem:
            raise ValidationError(str(problem), code="identifier") from problem


class Authors(Lines):
    """One author a line: “Family, Given”; a line without a comma, or in braces, is a group."""

    def write(self, author):
        if "literal" in author:
            name = author["literal"]
            return f"{{{name}}}" if "," in name else name
        suffix = [author["suffix"]] if author.get("suffix") else []
        return ", ".join([author["family"], author.get("given", ""), *suffix])

    def read(self, line):
        if "," not in line or (line.startswith("{") and line.endswith("}")):
            return {"literal": line.strip("{}").strip()}
        family, given, *rest = [part.strip() for part in line.split(",")]
        if len(rest) > 1:
            raise ValidationError(
                f"Write “{line}” as Family, Given, or in braces if it is the name of a group."
            )
        suffix = {"suffix": rest[0]} if rest else {}
        return {"family": family, "given": given, **suffix}


def identifier(name, normalise):
    field = Source._meta.get_field(name)
    label = field.verbose_name[:1].upper() + field.verbose_name[1:]
    if name in {"doi", "pmid", "pmcid", "url"}:
        label = name.upper()
    return IdentifierField(
        normalise=normalise,
        label=label,
        help_text=field.help_text,
        widget=forms.TextInput(attrs={"size": 60}),
    )


class SourceForm(ChangeForm):
    doi = identifier("doi", identifiers.doi)
    pmid = identifier("pmid", identifiers.pmid)
    pmcid = identifier("pmcid", identifiers.pmcid)
    registration = identifier("registration", identifiers.registration)
    url = identifier("url", identifiers.url)
    authors = Authors(
        help_text="One a line, in printed order: “Hutten, Nadia R. P. W.”. A group stands alone on"
        " its line, in braces if it has a comma: “{Psychedelics, Brain and Body Group}”."
    )
    substances = forms.MultipleChoiceField(
        required=False,
        choices=vocabulary.Substance.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="What was given. Tick none if no substance was.",
    )
    checked = Lines(
        help_text="Where the record was seen, one address a line:"
        " https://pubmed.ncbi.nlm.nih.gov/33082016/."
    )
    tags = TagNames()

    class Meta:
        model = Source
        fields = ()  # The admin's fieldsets name them.
        widgets = {
            "title": forms.Textarea(attrs={"rows": 2}),
            "funding_note": forms.Textarea(attrs={"rows": 2}),
            "coi_note": forms.Textarea(attrs={"rows": 2}),
            "data_note": forms.Textarea(attrs={"rows": 2}),
        }
        labels = {
            "container_title": "Published in",
            "coi_note": "Interests stated",
            "data_note": "Data availability",
            "funding_note": "Funding stated",
            "n_studies": "Number of studies",
        }
        help_texts = {
            "type": "A preprint that has no journal yet is a Preprint.",
            "title": "As printed, without a closing full stop.",
            "key": "First author, year, first word of the title: hutten2020mood. Leave it empty"
            " to have it made so. Never changes.",
            "design": "How the study was done. The rating starts from here.",
            "species": "Who or what was studied: People for a trial, Cells for a receptor assay.",
            "dose_regime": "For the main dose. 10 µg LSD is a microdose, 100 µg a full dose.",
            "peer_reviewed": "Untick for a preprint, a thesis or a report.",
            "study": "Papers on the same participants share it, and count as one. Leave it empty:"
            " the registration in small letters, or the key, is taken.",
            "review_of": "Only for reviews: the kind of studies inside.",
            "included_rob": "Only for reviews: the bias they report for the studies inside.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["tags"] = tags_of(self.instance)
        self.initial["substances"] = self.instance.substance_list
        for name in ("key", "study"):
            if name in self.fields:
                self.fields[name].required = False

    def clean_authors(self):
        if "authors" in self.changed_data:
            return self.cleaned_data["authors"]
        return self.instance.authors

    def clean_substances(self):
        codes, stored = self.cleaned_data["substances"], self.instance.substance_list
        return ",".join(stored if set(codes) == set(stored) else codes)

    def clean_key(self):
        key = self.cleaned_data["key"]
        if key and not KEY.fullmatch(key):
            raise ValidationError(
                "Write the key in small letters and digits, a letter first: hutten2020mood."
            )
        return key

    def clean(self):
        cleaned = super().clean()
        if not self.instance.pk:
            self._suggest_key()
        if not cleaned.get("study") and "study" not in self.errors:
            cleaned["study"] = self._study()
        self._check_review()
        return cleaned

    def _suggest_key(self):
        if self.cleaned_data.get("key") or "key" in self.errors:
            return
        key = suggested_key(self.cleaned_data)
        if Source.objects.filter(key=key).exists():
            self.add_error("key", f"{key} is taken; write that key with a letter added: {key}b.")
        self.cleaned_data["key"] = key

    def _study(self):
        key = self.cleaned_data.get("key") or self.instance.key
        return slugify(self.cleaned_data.get("registration") or key)

    def _check_review(self):
        design = self.cleaned_data.get("design")
        if design in COUNTED_REVIEWS and not self.cleaned_data.get("review_of"):
            self.add_error(
                "review_of", "Choose what the review is made of; Several kinds if it says nothing."
            )
        if design and design not in vocabulary.REVIEW_DESIGNS:
            for name in REVIEW_FIELDS:
                if self.cleaned_data.get(name):
                    self.add_error(name, "Only a review has this; empty it or change the design.")
        if self.instance.pk and self.instance in self.cleaned_data.get("includes", ()):
            self.add_error("includes", "A review does not include itself; take it out.")


class NoticeForm(forms.ModelForm):
    url = IdentifierField(
        normalise=identifiers.url,
        label="URL",
        help_text="Where the notice can be read: https://doi.org/10.1000/notice.",
    )

    class Meta:
        model = Notice
        fields = ("kind", "issued_on", "url", "reason")
