"""The names of tags as readers see them; what an editor wrote in words of their own stays as it is. Pure."""

import re

from django import template

register = template.Library()

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Where hyphens to spaces and small letters do not give the name.
NAMES = {
    "5-ht2a": "5-HT2A",
    "bdnf": "BDNF",
    "case-control": "case-control",
    "depression-anxiety": "depression and anxiety",
    "dmn": "DMN",
    "dmt": "DMT",
    "eeg": "EEG",
    "fmri": "fMRI",
    "lsd": "LSD",
    "mdma": "MDMA",
    "open-label": "open-label",
    "pet": "PET",
    "ptsd": "PTSD",
}


@register.filter
def tag_name(name):
    """{{ tag.name|tag_name }}: "5-ht2a" -> "5-HT2A", "default-mode-network" -> "default mode network"."""
    if not SLUG.fullmatch(name):
        return name
    return NAMES.get(name) or name.replace("-", " ")
