"""The references of all cited sources as one BibTeX file."""

from claims.whole_base.artefacts import Artefact
from sources.formats import formats


def write(shelf, path):
    """Write the file; return how many references it holds."""
    found = {"source": 0}

    def records():
        for record in shelf.sources():
            found["source"] += 1
            yield record

    comment = shelf.statement("all references", count=len(shelf.cited())).in_words()
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        for piece in formats()["bibtex"].write(records(), comment):
            stream.write(piece)
    return found


ARTEFACT = Artefact(
    place=3,
    name="microdosing-evidence.bib",
    title="References, in BibTeX",
    purpose="Every cited study and registration, for a reference manager or a paper's bibliography.",
    opening="Import it into Zotero, JabRef, Mendeley or EndNote, or name it in LaTeX.",
    media_type="application/x-bibtex; charset=utf-8",
    write=write,
)
