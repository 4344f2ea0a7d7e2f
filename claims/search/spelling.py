"""The nearest words that the search knows, for a query that finds nothing."""

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from claims.models import SearchWord
from claims.search.words import bare, fold

SHORTEST = 3
MOST_WORDS = 5


def nearest(query) -> str:
    """Return the text of the query with each unknown word replaced by the nearest known one; "" if none is near."""
    text = query.text
    unknown = [word for word in _single_words(query) if not _is_known(word)]
    for word in unknown[:MOST_WORDS]:
        better = _nearest_word(bare(fold(word.typed)))
        if not better:
            return ""
        text = text.replace(word.typed, better, 1)
    return text if unknown else ""


def _single_words(query):
    return [clause for clause in query.wanted if clause.is_one_word]


def _is_known(clause):
    return SearchWord.objects.filter(stem=clause.alternatives[0][0]).exists()


def _nearest_word(word):
    """Return the known word that the fewest slips part from this one; "" if it would take too many."""
    slips = 1 if len(word) < 5 else 2 if len(word) < 9 else 3
    if len(word) < SHORTEST:
        return ""
    words = SearchWord.objects.values_list("word", flat=True)
    near = extract(word, list(words), scorer=OSA.distance, score_cutoff=slips, limit=None)
    ranked = sorted((distance, known[0] != word[0], known) for known, distance, _ in near)
    return ranked[0][2] if ranked else ""
