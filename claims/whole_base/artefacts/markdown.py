"""Every claim and every mechanism as a Markdown file, in one archive."""

from collections import defaultdict
from collections.abc import Iterator

from claims.exports.archive import mechanisms, readme, write_zip
from claims.exports.markdown import claim_summary
from claims.exports.volumes import mechanism_summary
from claims.whole_base.artefacts import Artefact


def write(shelf, target):
    """Write the archive to a path or an open file; return what it holds."""
    write_zip(files(shelf), target)
    return {"claim": len(shelf.rows), "mechanism": len(mechanisms(shelf.rows))}


def files(shelf) -> Iterator[tuple[str, list[str]]]:
    """Yield (path, pieces of text): each claim, and each mechanism as soon as its claims are there."""
    yield "README.md", [readme(shelf.rows)]
    lengths = {slug: len(chain) for slug, chain in mechanisms(shelf.rows).items()}
    chains = defaultdict(list)
    for edition in shelf:
        yield f"claims/{edition.slug}.md", [claim_summary(edition, base_url=shelf.site)]
        slug = edition.mechanism
        if slug:
            chains[slug].append(edition)
        if slug and len(chains[slug]) == lengths[slug]:
            chain = chains.pop(slug)
            yield f"mechanisms/{slug}.md", [mechanism_summary(chain, base_url=shelf.site)]


ARTEFACT = Artefact(
    place=4,
    name="microdosing-evidence-markdown.zip",
    title="Summaries, in Markdown",
    purpose="A file for each claim and each mechanism, for whoever wants to read offline, quote, or keep"
    " the summaries under version control.",
    opening="Unzip it; any editor opens the files, and pandoc turns them into Word or PDF.",
    media_type="application/zip",
    write=write,
)
