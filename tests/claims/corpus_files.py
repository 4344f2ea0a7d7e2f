"""Corpus files for tests to spoil, and what is told of them."""

import json
import re

import pytest

from claims import corpus_dump
from claims.corpus import load
from claims.corpus_dump import as_json
from claims.corpus_files import BadCorpus
from claims.models import Claim, Edition, Evidence, Mechanism
from sources.intake import merging
from sources.models import Source

MERGED = "One trial report, entered twice."


def edit(directory, name, change):
    path = directory / f"{name}.json"
    rows = json.loads(path.read_text())
    change(rows)
    path.write_text(as_json(rows))


def edit_first(directory, name, **fields):
    edit(directory, name, lambda rows: rows[0].update(fields))


def write_numeral(directory, key, numeral):
    """Put a numeral as it stands into the first effect of the evidence; Python would rewrite it."""
    path = directory / "evidence.json"
    text = re.sub(rf'"{key}": [^,]+,', f'"{key}": {numeral},', path.read_text(), count=1)
    path.write_text(text)


def problems(directory):
    with pytest.raises(BadCorpus) as refused:
        load(directory)
    return [str(problem) for problem in refused.value.problems]


def counts():
    return [model.objects.count() for model in (Mechanism, Claim, Source, Evidence, Edition)]


def merge(kept, merged, by):
    pair = [Source.objects.get(key=key) for key in (kept, merged)]
    return merging.merge(kept=pair[0], merged=pair[1], by=by, reason=MERGED)


def dumped(tmp_path):
    corpus_dump.dump(tmp_path / "out")
    return tmp_path / "out"
