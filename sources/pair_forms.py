"""What a curator says of two sources that look alike; each form belongs to one deed."""

from django import forms
from django.utils.text import Truncator, get_text_list

from sources.intake import merging, versions
from sources.resting import Resting
from sources.validators import no_control_characters
from sources.vocabulary import SourceType

IN_JOURNALS = {SourceType.ARTICLE_JOURNAL, SourceType.ARTICLE}


class PairForm(forms.Form):
    """A reason, and which versions of the two records it was given for."""

    seen_one = forms.IntegerField(widget=forms.HiddenInput)
    seen_other = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        validators=[no_control_characters],
        help_text=f"At least {merging.SHORTEST_REASON} characters, kept in the history.",
    )
    field_order = ("keep", "article", "study", "take_over", "is_preprint", "reason")

    def __init__(self, *args, pair, rests, **kwargs):
        super().__init__(*args, **kwargs)
        self.pair = {str(source.pk): source for source in pair}
        self.initial |= {"seen_one": pair[0].version, "seen_other": pair[1].version}
        for name in {"keep", "article"} & self.fields.keys():
            self.fields[name].choices = [
                (pk, told(source, rests[source.pk])) for pk, source in self.pair.items()
            ]

    def clean(self):
        """Let the pair be as it was seen, so that a deed refuses what changed meanwhile."""
        cleaned = super().clean()
        for source, name in zip(self.pair.values(), ("seen_one", "seen_other"), strict=True):
            source.version = cleaned.get(name)
        return cleaned

    def chosen(self, name):
        """Return the source chosen in the field `name`, and the other one."""
        chosen = self.pair[self.cleaned_data[name]]
        (other,) = (source for source in self.pair.values() if source != chosen)
        return chosen, other


def told(source, rests: Resting):
    """Return what tells a source from another with the same title."""
    place = Truncator(source.container_title).words(6)
    named = f"{source.label}, {place}" if place else source.label
    return f"{named} ({rests.words}) · {source.key}" if rests.words else f"{named} · {source.key}"


class MergeForm(PairForm):
    keep = forms.ChoiceField(label="Which one is kept", widget=forms.RadioSelect)
    take_over = forms.BooleanField(
        label="Take over from the other what the kept one leaves empty",
        required=False,
        initial=True,
    )

    def __init__(self, *args, pair, rests, **kwargs):
        super().__init__(*args, pair=pair, rests=rests, **kwargs)
        one, other = sorted(pair, key=lambda source: -rests[source.pk].number)
        if rests[one.pk].number > rests[other.pk].number:
            self.initial["keep"] = str(one.pk)


class VersionsForm(PairForm):
    article = forms.ChoiceField(
        label="Which one is the published article", widget=forms.RadioSelect
    )
    is_preprint = forms.BooleanField(
        label="The other is a preprint: record it so, and as not peer reviewed", required=False
    )

    def __init__(self, *args, pair, rests, **kwargs):
        super().__init__(*args, pair=pair, rests=rests, **kwargs)
        articles = [source for source in pair if not versions.is_preprint(source)]
        if len(articles) == 1:
            self.initial["article"] = str(articles[0].pk)
        self.initial["is_preprint"] = {source.type for source in pair} <= IN_JOURNALS


class UnlinkForm(PairForm):
    study = forms.SlugField(max_length=80, widget=forms.TextInput(attrs={"class": "vTextField"}))

    def __init__(self, *args, pair, rests, **kwargs):
        super().__init__(*args, pair=pair, rests=rests, **kwargs)
        self.version = next(source for source in pair if source.version_of_id)
        self.initial["study"] = self.version.study
        self.fields["study"].label = f"Study of {self.version.key} from now on"
        self.fields["study"].help_text = _what_to_write(self.version)


def _what_to_write(version):
    """Say to which study the version belongs now, with what, and when to change it."""
    shared = get_text_list(versions.sharing(version), "and")
    if not shared:
        return (
            f"Now {version.study}, which no other paper shares. Leave it, or write the study of other"
            " papers on the same participants."
        )
    return (
        f"Now {version.study}, shared with {shared}: together they count once. Leave it if the"
        f" participants were the same; else write {version.key}, or the registration in small letters."
    )
