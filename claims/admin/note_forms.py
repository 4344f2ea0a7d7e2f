"""What the desk types when it closes a reader's note: an answer, a draft source, or a draft item."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import Truncator

from claims.admin.forms import EvidenceForm
from claims.admin.offers import DIRECTNESS
from claims.models import Evidence, ReaderNote
from sources import identifiers
from sources.forms import SourceForm
from sources.models import Source

DOI = re.compile(r"10\.[0-9]{4,9}/[!#-;=?-~]{1,200}")
PMID = re.compile(
    r"(?:pmid[\s:]{0,3}|pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/)"
    r"[1-9][0-9]{0,7}(?![0-9])",
    re.IGNORECASE,
)
FOUND_BY = ("doi", "pmid", "url")


def identifiers_in(text):
    """Return {"doi": …, "pmid": …} of what a text names first; nothing for what it does not name."""
    kinds = (("doi", DOI, identifiers.doi), ("pmid", PMID, identifiers.pmid))
    found = ((name, pattern.search(text), normal) for name, pattern, normal in kinds)
    return {name: normal(match[0]) for name, match, normal in found if match}


def _known_identifiers(text):
    try:
        return identifiers_in(text)
    except identifiers.BadIdentifier:
        return {}


class AnswerForm(forms.ModelForm):
    """Closing a note with words only."""

    class Meta:
        model = ReaderNote
        fields = ("answer",)
        widgets = {"answer": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"answer": "What became of it: “Corrected in edition 4.” Kept at the desk."}

    def __init__(self, *args, note, **kwargs):
        super().__init__(*args, auto_id="desk-%s", label_suffix="", **kwargs)
        self.fields["answer"].required = True


class NoteSourceForm(SourceForm):
    """As little as the library asks of a source; the rest is completed on its own page."""

    registration = pmcid = authors = substances = checked = tags = None

    class Meta(SourceForm.Meta):
        fields = (
            "type", "title", "key", "doi", "pmid", "url",
            "design", "review_of", "species", "dose_regime",
        )  # fmt: skip
        help_texts = SourceForm.Meta.help_texts | {
            "key": "First author, year, first word of the title: hutten2020mood. Never changes."
        }

    def __init__(self, *args, note, **kwargs):
        initial = {"type": "article-journal", **_known_identifiers(note.text)}
        super().__init__(*args, initial=initial, auto_id="desk-%s", label_suffix="", **kwargs)
        self.fields["key"].required = True

    def clean(self):
        cleaned = super().clean()
        self.instance.study = cleaned.get("study") or ""
        if not any(cleaned.get(name) or name in self.errors for name in FOUND_BY):
            raise ValidationError(
                "Give a DOI, a PubMed number or an address, so that readers can find it."
            )
        return cleaned


class SourceChoice(forms.ModelChoiceField):
    def label_from_instance(self, source):
        return Truncator(str(source)).chars(90)


def _source_now(key):
    """Return the source of that key, or what it was merged into."""
    source = Source.objects.select_related("merged_into").filter(key=key).first()
    return source and (source.merged_into or source)


class NoteEvidenceForm(EvidenceForm):
    """A first draft of an item on the note's claim; what the method offers is taken."""

    checked = None
    source = SourceChoice(
        Source.objects.unmerged(),
        help_text="A source that is not in the list is added to the library first.",
    )

    class Meta(EvidenceForm.Meta):
        model = Evidence
        fields = (
            "source", "outcome", "direction", "point",
            "comparator", "blinding", "basis", "finding",
        )  # fmt: skip

    def __init__(self, *args, note, **kwargs):
        item = Evidence(claim=note.edition.claim)
        initial = {
            "finding": note.text,
            "source": note.source_key and _source_now(note.source_key),
        }
        super().__init__(
            *args, instance=item, initial=initial, auto_id="desk-%s", label_suffix="", **kwargs
        )
        self.fields["comparator"].required = True

    def _subject(self, name):
        """The method offers nothing before it is known what was compared."""
        return super()._subject(name) if self.cleaned_data.get("comparator") else None

    def clean(self):
        cleaned = super().clean()
        for name in (*DIRECTNESS, "paired"):
            if name in cleaned:
                setattr(self.instance, name, cleaned[name])
        return cleaned

    def _get_validation_exclusions(self):
        # The claim is given, not asked; “once” is checked all the same.
        return super()._get_validation_exclusions() - {"claim"}
