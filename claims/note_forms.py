"""The form that a reader fills in; it is read and sent without an account."""

from django import forms

from claims.models.note import LONGEST, NoteKind, ReaderNote

SHORTEST = 10


class PlainText(forms.CharField):
    """Several lines of text; browsers end a line with two characters, and one is stored."""

    widget = forms.Textarea(attrs={"rows": 5})

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")


class NoteForm(forms.ModelForm):
    kind = forms.ChoiceField(
        label="What is it?",
        choices=NoteKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one of the two."},
    )
    text = PlainText(
        label="Your note",
        min_length=SHORTEST,
        max_length=LONGEST,
        help_text="Plain text. For a study, its DOI or PubMed number helps most; for an error, say"
        " where you see it and what it should be.",
    )

    class Meta:
        model = ReaderNote
        fields = ("kind", "text", "contact")
        labels = {"contact": "How we may reach you (optional)"}
        help_texts = {"contact": "Only if you would like an answer. Never shown."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="note-%s", label_suffix="", **kwargs)
        self.fields["contact"].widget.attrs["autocomplete"] = "email"
