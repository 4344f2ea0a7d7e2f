"""What is not known or not done yet, counted from the current editions and the sources that they cite."""

from collections import Counter

from claims.rating.wording import counted


def known_limits(editions, citations):
    """Return the limits of what is entered, each a sentence; one that no longer holds is left out."""
    searched = list(editions.values_list("document__search__on", flat=True))
    summaries = [edition.summary for edition in editions]
    records = [citation.record for citation in citations.one_per_source()]
    told = [*_of_results(summaries), *_of_sources(records), _of_search(searched)]
    return [sentence for number, sentence in told if number]


def _of_results(summaries):
    names = ("items", "abstract_only", "bias_not_assessed", "role_unclear", "n_assumed")
    totals = {name: sum(summary.get(name, 0) for summary in summaries) for name in names}
    results = counted(totals["items"], "result")
    abstract, judged = totals["abstract_only"], totals["bias_not_assessed"]
    unclear, assumed = totals["role_unclear"], totals["n_assumed"]
    return [
        (abstract, f"{abstract} of {results} were read only from abstracts. That counts as some concerns."),
        (judged, f"For {judged} of {results} nobody has appraised the risk of bias. That counts as some concerns too; certainty cannot exceed Moderate while such results carry the answer."),
        (unclear, f"For {unclear} of {results} it is unclear whether the outcome was the study's main one."),
        (assumed, f"For {assumed} of {results} the number analysed is not entered; we assume the number of the whole study, where that is known."),
    ]  # fmt: skip


# Said of one source, said of several, and when.
OF_SOURCES = (
    ("lacks a DOI", "lack a DOI", lambda record: not record["doi"]),
    ("lacks a year", "lack a year", lambda record: not record["year"]),
    (
        "has an author list that could not be confirmed as complete",
        "have an author list that could not be confirmed as complete",
        lambda record: not record["authors_complete"],
    ),
    (
        "has its authors only in alphabetical order, so that nobody is named as the first",
        "have their authors only in alphabetical order, so that nobody is named as the first",
        lambda record: not record.get("authors_in_order", True),
    ),
    ("was not peer reviewed", "were not peer reviewed", lambda record: not record["peer_reviewed"]),
)


def _of_sources(records):
    whole = counted(len(records), "source")
    numbers = [(sum(map(applies, records)), one, several) for one, several, applies in OF_SOURCES]
    told = [
        (number, f"{number:,} of {whole} {one if number == 1 else several}.")
        for number, one, several in numbers
    ]
    return [*told, _of_papers(records), _of_overlap(records)]


def _of_papers(records):
    papers = Counter(record["study"] for record in records)
    several = sum(number > 1 for number in papers.values())
    words = (
        f"{counted(several, 'group')} of papers are taken to report on the same participants. That is"
        " partly inferred from authors, numbers and designs, where the papers do not say so."
    )
    return several, words


def _of_overlap(records):
    reviews = [record["review"] for record in records if record["review"]]
    unchecked = sum(not review["includes_checked"] for review in reviews)
    words = (
        f"For {unchecked} of {counted(len(reviews), 'review')} nobody has compared the whole list of"
        " studies with ours. Such a review is not counted where a study of ours could be inside it."
    )
    return unchecked, words


def _of_search(searched):
    missing = sum(day is None for day in searched)
    claims = counted(len(searched), "claim")
    words = (
        f"For {missing} of {claims} no systematic search is recorded: the studies were gathered by hand"
        " from public records, so some will be missing and publication bias cannot be judged."
    )
    return missing, words
