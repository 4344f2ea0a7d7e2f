"""Rows to corpus files: load then dump gives the same bytes."""

import json
import re
from pathlib import Path

from claims import corpus_notices, corpus_pairs, records
from claims.models import Claim, Evidence, Mechanism
from claims.rating.strict_json import Numeral
from microdose_kb.tagging import names_in_order
from sources import records as source_records
from sources.models import Source


def dump(directory):
    """Write the four files of the present library and the public evidence into `directory`."""
    directory = Path(directory)
    directory.mkdir(parents=True, exist_ok=True)
    texts = {name: as_json(rows) for name, rows in dumped().items()}
    for name, text in texts.items():
        waiting = directory / f".{name}.json.part"
        waiting.write_text(text, encoding="utf-8", newline="\n")
        waiting.replace(directory / f"{name}.json")


# No text of ours holds NUL, so that it can set off what is to stand without quotation marks.
SET_OFF = re.compile(r'"\\u0000([^"\\]*)\\u0000"')


def as_json(rows):
    text = json.dumps(_with_numerals_set_off(rows), indent=2, ensure_ascii=False)
    return SET_OFF.sub(r"\1", text) + "\n"


def _with_numerals_set_off(value):
    """Return the value with texts for its numerals, which Python would round and rewrite."""
    if isinstance(value, Numeral):
        return f"\0{value}\0"
    if isinstance(value, list):
        return [_with_numerals_set_off(one) for one in value]
    if isinstance(value, dict):
        return {key: _with_numerals_set_off(one) for key, one in value.items()}
    return value


def dumped():
    """Return the records of the four files in their order."""
    tags = {model: names_in_order(model) for model in (Mechanism, Claim, Source)}
    claims = Claim.objects.select_related("mechanism")
    sources = Source.objects.unmerged().select_related("version_of")
    sources = sources.prefetch_related("includes", "notices")
    pairs = corpus_pairs.stored_pairs()
    evidence = Evidence.objects.public().select_related("claim", "source")
    return {
        "mechanisms": [
            records.mechanism_record(row, tags[Mechanism][row.pk])
            for row in Mechanism.objects.all()
        ],
        "claims": [
            records.claim_record(row, tags[Claim][row.pk])
            for row in sorted(claims, key=_reading_order)
        ],
        "sources": sorted(
            (source_record(row, tags[Source][row.pk]) | pairs.get(row.key, {}) for row in sources),
            key=lambda r: r["key"],
        ),
        "evidence": sorted(
            (records.evidence_record(row) for row in evidence),
            key=lambda r: (r["claim"], r["source"], r["outcome"]),
        ),
    }


def _reading_order(claim):
    return (claim.mechanism is None, claim.mechanism and claim.mechanism.order, claim.order)


def source_record(source, tags):
    """Return the corpus record of a source, with its notices where more is known than the status."""
    includes = [review.key for review in source.includes.all()]
    record = source_records.to_record(source, tags=tags, includes=includes)
    notices = corpus_notices.stored_notices(source)
    if not corpus_notices.go_without_saying(notices, source.status):
        record["notices"] = notices
    return record
