"""The streams of evidence of the gap map: which column a study stands in (METHOD 2, page i)."""

from collections import Counter, defaultdict

from claims.rating.vocabulary import Direction, Stream

TRIALS = {"rct-parallel", "rct-crossover", "self-blinded-rct"}
REVIEWS = {"systematic-review", "meta-analysis", "narrative-review"}
TRIAL_STREAMS = {"microdose": Stream.TRIALS_MICRODOSE, "full-dose": Stream.TRIALS_FULL_DOSE}
DESIGN_STREAMS = {
    "cross-sectional": Stream.SURVEYS,
    "animal-experiment": Stream.ANIMALS,
    "in-vitro": Stream.CELLS,
} | dict.fromkeys(REVIEWS, Stream.REVIEWS)


def stream_of(record):
    """Return the stream of a source record; a trial at other doses is other human evidence."""
    design = record["design"]
    if design in TRIALS:
        return TRIAL_STREAMS.get(record["dose_regime"], Stream.OTHER_HUMAN)
    return DESIGN_STREAMS.get(design, Stream.OTHER_HUMAN)


def studies_at(document):
    """Return [{stream, direction, dose, substances}], one for each study that is not retracted.

    Counted studies stand as the rule folded them; what is only shown stands beside them, folded by
    study in the same way (METHOD 1.4). `dose` is microdose, full-dose or other.
    """
    records = document["sources"]
    counted = [
        _place(study["stream"], study["direction"], [records[key] for key in study["sources"]])
        for study in document["studies"]
    ]
    return counted + [
        _place(stream, direction, papers)
        for stream, direction, papers in _shown(document["evidence"], records)
    ]


def _shown(evidence, records):
    """Yield (stream, direction, records) of the studies that are shown but not counted."""
    studies = defaultdict(list)
    for item in evidence:
        if item["use"] != "counted" and records[item["source"]]["status"] != "retracted":
            studies[item["study"]].append(item)
    for items in studies.values():
        papers = [records[item["source"]] for item in items]
        directions = {item["direction"] for item in items}
        direction = directions.pop() if len(directions) == 1 else Direction.MIXED.value
        yield stream_of(papers[0]).value, direction, papers


def _place(stream, direction, papers):
    substances = {code for paper in papers for code in paper["substances"]}
    return {
        "stream": stream,
        "direction": direction,
        "dose": _dose({paper["dose_regime"] for paper in papers}),
        "regimes": sorted({paper["dose_regime"] for paper in papers}),
        "substances": sorted(substances),
    }


def _dose(regimes):
    """Return the one dose of a study: microdose or full dose only if it tested nothing else."""
    return regimes.pop() if len(regimes) == 1 and regimes <= set(TRIAL_STREAMS) else "other"


def count_by_stream(studies):
    """Return {stream: {direction: number of studies}} of what `studies_at` returned."""
    counts = defaultdict(Counter)
    for study in studies:
        counts[study["stream"]][study["direction"]] += 1
    return {stream.value: dict(counts[stream]) for stream in Stream if stream in counts}


def count_by_dose(studies):
    """Return how many studies stand at microdose, at full dose and elsewhere."""
    counts = Counter(study["dose"] for study in studies)
    return {dose: counts[dose] for dose in ("microdose", "full-dose", "other")}
