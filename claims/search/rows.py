"""What the search knows of a document: a row for the claim, for each result and for each source. Pure.

What stands first has the lowest number: claims in the article's order, results by strength and then
the newest, sources the newest first.
"""

from collections.abc import Iterator, Mapping

from claims.search.facets import MOST_MECHANISMS, number
from claims.search.words import stems
from claims.summaries import edition_columns

KINDS = {"claim": "Claims", "evidence": "Results of studies", "source": "Studies and reviews"}
CROSS_CUTTING = "cross-cutting"
NO_YEAR = 9999
# As many as PostgreSQL gives places to, with room; a longer text is found by its beginning.
MOST_WORDS = 8000


def rows(document: Mapping) -> Iterator[dict]:
    """Yield the columns of each search document that the claim's document gives."""
    shared = _shared(document)
    yield _claim_row(document, shared)
    for item in document["evidence"]:
        yield _evidence_row(item, document, shared)
    for record in document["sources"].values():
        yield _source_row(record)


def _shared(document):
    columns = edition_columns(document)
    return {
        "slug": columns["slug"],
        "mechanism": columns["mechanism"] or CROSS_CUTTING,
        "verdict": columns["verdict"],
        "order": columns["position"] // 1000,
    }


def _claim_row(document, shared):
    claim = document["claim"]
    said = [(one["lay_sentence"], one["rationale"]) for one in document["assessments"]]
    mechanism = claim["mechanism"] or {"name": ""}
    target = [claim["target"][name] for name in ("outcomes", "population", "dose", "comparator")]
    texts = [
        claim["article_says"],
        *(text for pair in said for text in pair),
        "; ".join(filter(None, target)),
        "; ".join(group["name"] for group in document["groups"]),
        mechanism["name"],
        ", ".join(tag["name"] for tag in claim["tags"]),
    ]
    return _row(
        **shared,
        kind="claim",
        name=shared["slug"],
        place=edition_columns(document)["position"],
        title=claim["statement"],
        texts=texts,
        dose="microdose" if claim["scope"] == "microdose" else "",
    )


def _evidence_row(item, document, shared):
    record = document["sources"][item["source"]]
    effect = item["effect"] or {}
    names = ("finding", "null_note", "limitations", "directness_note", "rob_note")
    return _row(
        **shared,
        kind="evidence",
        name=f"{shared['slug']} {item['id']}",
        item=item["id"],
        key=item["source"],
        place=(9 - item["strength"]["rung"]) * 10_000 + _age(record),
        title=f"{item['label']}: {item['outcome']}",
        texts=[
            *(item[name] for name in names),
            effect.get("measure"),
            effect.get("note"),
            ", ".join(record["words"]["substances"]),
        ],
        context=document["claim"]["statement"],
        direction=item["direction"],
        **_of_record(record),
    )


def _source_row(record):
    words = record["words"]
    texts = [
        record["reference"].replace(f"{record['title']}. ", ""),
        record["population"],
        record["dose_text"],
        *(words[name] for name in ("design", "species", "dose_regime", "type")),
        ", ".join(words["substances"]),
        *(record[name] for name in ("registration", "funding_note", "coi_note")),
        ", ".join(tag["name"] for tag in record["tags"]),
    ]
    return _row(
        kind="source",
        name=record["key"],
        key=record["key"],
        place=_age(record),
        title=record["title"],
        texts=texts,
        context=record["label"],
        **_of_record(record),
    )


def _of_record(record):
    is_plain = record["status"] == "published"
    return {
        "design": record["design"],
        "dose": record["dose_regime"],
        "standing": "" if is_plain else record["words"]["status"],
    }


def _age(record):
    return NO_YEAR - (record["year"] or 0)


def _row(*, kind, name, place, title, texts, order=None, **columns):
    body, name = _sentences(texts), f"{kind} {name}"
    facets = {facet: columns.get(facet, "") for facet in ("direction", "design", "dose", "verdict")}
    mechanism = "" if order is None else str(min(order, MOST_MECHANISMS - 1))
    return {
        "id": number(name, place, facets | {"type": kind, "mechanism": mechanism}),
        "kind": kind,
        "name": name,
        "title": title,
        "body": body,
        "title_stems": stems(title),
        "body_stems": " ".join(stems(body).split(" ")[:MOST_WORDS]),
    } | columns


def _sentences(texts):
    """Return what is known, each text closed by a full stop so that no phrase seems to run on."""
    told = [text.strip() for text in texts if text and text.strip()]
    return " ".join(text if text[-1] in ".!?" else f"{text}." for text in told)
