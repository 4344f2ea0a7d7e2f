"""Checks of single fields, for forms and for the corpus alike."""

import re

from django.core.exceptions import ValidationError

from sources import identifiers
from sources.vocabulary import Substance

NAME_PARTS = {"family", "given", "literal", "suffix"}
# Halves of a character pair (surrogates) are no text either; no database takes them.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
MAX_AUTHORS = 1000
MAX_NAME = 200


def no_control_characters(value):
    if CONTROL.search(value or ""):
        raise ValidationError("Remove the control characters; plain text only.", code="control")


def _normalised(normalise, value):
    """Accept an identifier only in its one normal form."""
    try:
        normal = normalise(value)
    except identifiers.BadIdentifier as problem:
        raise ValidationError(str(problem), code="identifier") from problem
    if normal != value:
        raise ValidationError(f"Write it as {normal}.", code="identifier")


def validate_doi(value):
    _normalised(identifiers.doi, value)


def validate_pmid(value):
    _normalised(identifiers.pmid, value)


def validate_pmcid(value):
    _normalised(identifiers.pmcid, value)


def validate_registration(value):
    _normalised(identifiers.registration, value)


def validate_url(value):
    _normalised(identifiers.url, value)


def _is_name(author):
    if not isinstance(author, dict) or not author or set(author) - NAME_PARTS:
        return False
    if not all(isinstance(part, str) for part in author.values()):
        return False
    # A given name may be empty where the record does not tell it.
    return bool(author.get("family", "").strip() or author.get("literal", "").strip())


def validate_authors(value):
    """Accept a list of CSL names: {"family": "Hutten", "given": "Nadia"} or {"literal": "Group"}."""
    if not isinstance(value, list) or not all(_is_name(author) for author in value):
        raise ValidationError(
            'Give a list of names, each {"family": "Hutten", "given": "Nadia"} or, for a group,'
            ' {"literal": "Psychedelics Study Group"}.',
            code="authors",
        )
    if len(value) > MAX_AUTHORS:
        raise ValidationError(f"Give at most {MAX_AUTHORS} authors.", code="authors")
    for part in (part for author in value for part in author.values()):
        if len(part) > MAX_NAME:
            raise ValidationError(
                f"Keep each part of a name within {MAX_NAME} characters.", code="authors"
            )
        no_control_characters(part)


def validate_texts(value):
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise ValidationError(
            'Give a list of texts, such as ["https://example.org/"].', code="texts"
        )
    for text in value:
        no_control_characters(text)


def validate_substances(value):
    """Accept codes of Substance separated by commas, each once."""
    codes = value.split(",") if value else []
    unknown = [code for code in codes if code not in Substance.values]
    if unknown or len(set(codes)) != len(codes):
        raise ValidationError(
            f"Choose among {', '.join(Substance.values)}, each once, separated by commas.",
            code="substances",
        )
