"""An edition as something to cite: a line in Vancouver style, BibTeX and RIS of the edition itself.

Pure. An edition never changes, so a citation needs no day of access. Who made the site is not an author of the
studies: the site stands as a corporate author.
"""

import re

from .escaping import one_line
from .front_matter import version_of

SITE = "Microdosing Evidence"
# In LaTeX these begin a command, a comment or a group.
_LATEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
}
_LATEX_SIGNS = re.compile("|".join(map(re.escape, _LATEX)))


def vancouver(edition) -> str:
    """Return the citation as one line of plain text, up to the address that follows it.

    `edition` has `document`, `number` and `published_at`.
    """
    day = f"{edition.published_at:%Y %b} {edition.published_at.day}"
    return f"{SITE} [Internet]. {title(edition)}. {stand(edition)}; {day}. Available from:"


def title(edition) -> str:
    """Return what the edition is of and what stands at its top: the bare claim would read as asserted."""
    claim = one_line(edition.document["claim"]["statement"]).rstrip(". ")
    return f"Evidence on the claim “{claim}”: {_within(edition.document['verdict']['label'])}"


def stand(edition) -> str:
    """Return which edition it is, the version of its evidence and who has reviewed it."""
    review = _within(edition.document["review"]["label"])
    return f"Edition {edition.number}, version {version_of(edition.document)} ({review})"


def key(edition) -> str:
    """Return a name for the citation that no other edition has."""
    return f"microdosing-evidence-{edition.document['claim']['slug']}-{edition.number}"


def bibtex(edition, address: str) -> str:
    """Return one entry; `address` is the permanent one."""
    day = edition.published_at
    fields = {
        "author": f"{{{_latex(SITE)}}}",
        "title": f"{{{_latex(title(edition))}}}",
        "howpublished": _latex(SITE),
        "year": f"{day:%Y}",
        "month": f"{day.month}",
        "day": f"{day.day}",
        "edition": f"{edition.number}",
        "note": _latex(stand(edition)),
        "url": re.sub(r"[\\{}%]", lambda sign: f"%{ord(sign[0]):02X}", address),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{key(edition)},\n{lines}}}\n"


def ris(edition, address: str) -> str:
    """Return one record; `address` is the permanent one."""
    day = edition.published_at
    lines = [
        ("TY", "ELEC"),
        ("ID", key(edition)),
        ("AU", SITE),
        ("TI", title(edition)),
        ("T2", SITE),
        ("PY", f"{day:%Y}"),
        ("DA", f"{day:%Y/%m/%d}/"),
        ("ET", f"{edition.number}"),
        ("N1", stand(edition)),
        ("UR", one_line(address)),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines)


def _within(label: str) -> str:
    return label[:1].lower() + label[1:]


def _latex(text: str) -> str:
    return _LATEX_SIGNS.sub(lambda sign: _LATEX[sign[0]], text)
