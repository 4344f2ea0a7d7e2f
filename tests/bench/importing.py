"""How long an import takes beside the bare tools: the reader's library, and as many rows in one go.

    python tests/bench/importing.py

Ours reads, puts in order, compares with the library and with the file itself, and writes sources and their
history; the bare way only parses the text with rispy or bibtexparser and stores rows of `Source` with the
same fields. The engine is that of DATABASE_URL, by default SQLite in a temporary file; `python
tests/postgres.py` before it brings a temporary PostgreSQL. Nothing of it stays.
"""

import io
import statistics
import sys
import tempfile
import time
import tracemalloc
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench import citations
from tests.bench.search import prepare, say

RECORDS = 10_000
ROUNDS = 3
TARGETS = {"ris": 2.0, "bibtex": 1.5}
# Three times as many records may not take noticeably more memory than is kept of each for comparing.
FEW, MANY = 5_000, 15_000
KEPT = 2_000


def main():
    with tempfile.TemporaryDirectory(prefix="microdose-bench-") as place:
        prepare(Path(place))
        from django.contrib.auth.models import User
        from django.db import connection

        by = User.objects.create_user("bench")
        say(f"{connection.vendor}, {RECORDS:,} records, median of {ROUNDS}, seconds")
        say(f"{'':10}{'ours':>8}{'again':>8}{'bare':>8}{'ratio':>8}{'at most':>9}")
        missed = [name for name, most in TARGETS.items() if not compare(name, most, by)]
        missed += [] if memory(by) else ["memory"]
        by.delete()
        connection.close()
    return f"Missed: {', '.join(missed)}." if missed else 0


def compare(name, most, by):
    """Tell the times of one format, by turns so that both ways meet the same computer."""
    text = "".join(getattr(citations, name)(RECORDS))
    rounds = [(*ours(text, by), bare(name, text)) for _ in range(ROUNDS)]
    mine, again, theirs = (statistics.median(times) for times in zip(*rounds, strict=True))
    say(f"{name:10}{mine:8.2f}{again:8.2f}{theirs:8.2f}{mine / theirs:8.2f}{most:9.1f}")
    return mine / theirs <= most and again <= mine


def ours(text, by):
    """Return the seconds of an import, and those of the same file once more."""
    from django.db import transaction

    with transaction.atomic():
        times = timed(lambda: bring(text, by)), timed(lambda: bring(text, by))
        transaction.set_rollback(True)
    return times


def bring(text, by):
    from sources.intake import importing

    return importing.bring(stream=io.BytesIO(text.encode()), name="bench", by=by)


def bare(name, text):
    from django.db import transaction

    with transaction.atomic():
        seconds = timed(lambda: store(PARSERS[name](text)))
        transaction.set_rollback(True)
    return seconds


def timed(function):
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def ris(text):
    import rispy

    for entry in rispy.loads(text):
        yield (
            entry["title"], entry["secondary_title"], entry["year"], entry["volume"],
            entry["number"], f"{entry['start_page']}-{entry['end_page']}", entry["doi"],
            entry["authors"],
        )  # fmt: skip


def bibtex(text):
    import bibtexparser

    for entry in bibtexparser.parse_string(text).entries:
        field = entry.fields_dict
        told = ("title", "journal", "year", "volume", "number", "pages", "doi")
        yield (*(field[one].value for one in told), field["author"].value.split(" and "))


PARSERS = {"ris": ris, "bibtex": bibtex}


def store(rows):
    """Store the rows as they are, in one go."""
    from sources.models import Source

    names = ("title", "container_title", "year", "volume", "issue", "pages", "doi")
    Source.objects.bulk_create(
        Source(
            key=f"bench{number}",
            study=f"bench{number}",
            type="article-journal",
            authors=[
                dict(zip(("family", "given"), name.split(", "), strict=True)) for name in names_
            ],
            **dict(zip(names, values, strict=True)),
        )
        for number, (*values, names_) in enumerate(rows)
    )


def memory(by):
    """Tell what more records take at the most, and what that is for each."""
    few, many = (peak(records, by) for records in (FEW, MANY))
    each = (many - few) / (MANY - FEW)
    say(
        f"memory at most: {few / 1e6:.1f} MB for {FEW:,} records, {many / 1e6:.1f} MB for {MANY:,};"
    )
    say(f"{each:,.0f} bytes more for each, of at most {KEPT:,}")
    return each <= KEPT


def peak(records, by):
    from django.db import transaction

    from sources.intake import importing

    with tempfile.TemporaryFile() as file:
        file.writelines(text.encode() for text in citations.ris(records))
        tracemalloc.start()
        with transaction.atomic():
            importing.bring(stream=file, name="bench", by=by)
            transaction.set_rollback(True)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return most


if __name__ == "__main__":
    sys.exit(main())
