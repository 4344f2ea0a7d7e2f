"""How much our search costs beside the engine's own ranked query, on 100,000 made-up documents.

    python tests/bench/search.py

The engine is that of DATABASE_URL, by default SQLite in a temporary file; `python tests/postgres.py`
before it brings a temporary PostgreSQL. The raw query is what one would write by hand for a page of
results: the total, and the first twenty rows in the engine's own order (bm25, ts_rank).
"""

import os
import random
import statistics
import sys
import tempfile
import time
from functools import partial
from itertools import accumulate
from pathlib import Path

DOCUMENTS = 100_000
BATCH = 2_000
ROUNDS = 9
TARGET = 1.5
QUERIES = {
    "a rare word": "w2000",
    "a word of one in fifty": "w150",
    "a word of one in ten": "w20",
    "a word of every second": "w2",
    "two words": "w20 w40",
    "three words": "w10 w30 w60",
    "a phrase": '"w3 w5"',
    "a beginning": "w33*",
    "without a word": "w40 -w10",
}
# The facets that a kind of document has, and how many values of each there are.
HELD = {
    "claim": {"mechanism": 6, "verdict": 10},
    "evidence": {"mechanism": 6, "verdict": 10, "direction": 4, "design": 13, "dose": 6},
    "source": {"design": 13, "dose": 6},
}
RAW = {
    "sqlite": (
        "SELECT count(*) FROM claims_searchindex WHERE claims_searchindex MATCH %s",
        "SELECT d.* FROM claims_searchindex i JOIN claims_searchdocument d ON d.id = i.rowid"
        " WHERE claims_searchindex MATCH %s ORDER BY i.rank LIMIT 20",
    ),
    "postgresql": (
        "SELECT count(*) FROM claims_searchdocument WHERE vector @@ %s::tsquery",
        "SELECT d.* FROM claims_searchdocument d, CAST(%s AS tsquery) q WHERE vector @@ q"
        " ORDER BY ts_rank(vector, q) DESC LIMIT 20",
    ),
}


def main():
    with tempfile.TemporaryDirectory(prefix="microdose-bench-") as place:
        prepare(Path(place))
        from django.db import connection, transaction

        # Nothing of the made-up documents stays.
        with transaction.atomic():
            fill()
            ratio = compare(connection)
            transaction.set_rollback(True)
        connection.close()
    return 0 if ratio <= TARGET else f"More than {TARGET} times the raw query."


def prepare(place):
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{place}/bench.sqlite3")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "microdose_kb.settings")
    os.environ["DJANGO_DEBUG"] = "0"
    os.environ.setdefault("DJANGO_SECRET_KEY", os.urandom(40).hex())

    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def fill():
    """Store the documents: words as rare as in real texts, each its own stem, and facets spread evenly."""
    from django.db import connection

    from claims.models import SearchDocument, SearchWord
    from claims.search.words import known_words

    chance = random.Random(20261123)
    words = [f"w{number}" for number in range(1, 20_001)]
    weights = list(accumulate(1 / (number + 3) for number in range(1, 20_001)))
    for first in range(0, DOCUMENTS, BATCH):
        SearchDocument.objects.bulk_create(
            made(number, chance, words, weights) for number in range(first, first + BATCH)
        )
    known = known_words(" ".join(words))
    SearchWord.objects.bulk_create(
        [SearchWord(word=word, stem=stem) for word, stem in known.items()], batch_size=BATCH
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE claims_searchdocument")


def made(number, chance, words, weights):
    from claims.models import SearchDocument
    from claims.search.facets import FACETS
    from claims.search.facets import number as place

    title = " ".join(chance.choices(words, cum_weights=weights, k=10))
    body = " ".join(chance.choices(words, cum_weights=weights, k=80))
    kind = chance.choice(["claim", "evidence", "evidence", "source"])
    facets = {name: FACETS[name][0][skewed(chance, most)] for name, most in HELD[kind].items()}
    return SearchDocument(
        id=place(f"{kind} {number}", number % 100_000, facets | {"type": kind}),
        kind=kind,
        name=f"{kind} {number}",
        slug=f"claim-{number % 1000}",
        title=title,
        body=body,
        title_stems=title,
        body_stems=body,
    )


def skewed(chance, most):
    """Return a number below `most`, the low ones more often: few designs make most of the studies."""
    return int(most * chance.random() ** 2)


def compare(connection):
    """Tell each query's times and return the ratio of them all together."""
    from claims.search import search

    say(f"{connection.vendor}, {DOCUMENTS:,} documents, median of {ROUNDS}, milliseconds")
    say(f"{'':24}{'found':>8}{'ours':>9}{'raw':>9}{'ratio':>8}")
    total = [0, 0]
    for name, text in QUERIES.items():
        times = both(partial(search, text, {}), partial(by_hand, connection, text))
        total = [sum(pair) for pair in zip(total, times, strict=True)]
        say(line(name, search(text, {}).total, *times))
    say(line("all together", "", *total))
    return total[0] / total[1]


def line(name, found, ours, raw):
    return f"{name:24}{found:>8}{ours * 1000:9.1f}{raw * 1000:9.1f}{ours / raw:8.2f}"


def say(words):
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def both(first, second):
    """Return the median seconds of two functions, run by turns so that both meet the same computer."""
    times = ([], [])
    for _ in range(ROUNDS):
        for place, function in enumerate((first, second)):
            start = time.perf_counter()
            function()
            times[place].append(time.perf_counter() - start)
    return [statistics.median(one) for one in times]


def by_hand(connection, text):
    expression = in_its_language(connection, text)
    with connection.cursor() as cursor:
        for sql in RAW[connection.vendor]:
            cursor.execute(sql, [expression])
            cursor.fetchall()


def in_its_language(connection, text):
    """Return the text in the engine's language, as our engine modules write it."""
    from claims.search.engines import ENGINES
    from claims.search.query import parse

    if text.endswith("*"):
        stem = text[:-1]
        return f'"{stem}"*' if connection.vendor == "sqlite" else f"{stem}:*"
    return ENGINES[connection.vendor].expression(parse(text))


if __name__ == "__main__":
    sys.exit(main())
