"""The streams of evidence of the gap map: which column a study stands in (METHOD 2, page i)."""

from collections import Counter, defaultdict

from claims.rating.vocabulary import Stream

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


def count_by_stream(evidence, records):
    """Return {stream: {direction: number of studies}} of a document's evidence.

    Retracted work is left out. A study whose items point different ways counts as mixed.
    """
    studies = defaultdict(set)
    for item in evidence:
        record = records[item["source"]]
        if record["status"] != "retracted":
            studies[stream_of(record), item["study"]].add(item["direction"])
    counts = defaultdict(Counter)
    for (stream, _study), directions in studies.items():
        counts[stream]["mixed" if len(directions) > 1 else directions.pop()] += 1
    return {stream.value: dict(counts[stream]) for stream in Stream if stream in counts}


def count_by_dose(evidence, records):
    """Return how many studies with people stand at microdose, at full dose and elsewhere."""
    studies = {
        (item["study"], _dose(records[item["source"]]))
        for item in evidence
        if records[item["source"]]["status"] != "retracted"
    }
    counts = Counter(dose for _study, dose in studies)
    return {dose: counts[dose] for dose in ("microdose", "full-dose", "other")}


def _dose(record):
    return record["dose_regime"] if record["dose_regime"] in TRIAL_STREAMS else "other"
