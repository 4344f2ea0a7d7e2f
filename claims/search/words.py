"""Words as the search knows them: folded, spelled one way, stemmed. Both databases get ready-made stems. Pure.

A stem holds a-z and 0-9 only, so that neither engine has anything left to interpret.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from snowballstemmer import stemmer

LONGEST = 60
# A letter or digit, then more of them, their accents, and apostrophes inside the word.
WORD = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f]|['\u2019](?=[^\\W_]))*")
# Letters that do not come apart into a plain one and an accent; Greek as authors spell it out.
PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "\u2019": "'"}
    | {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "κ": "kappa", "σ": "sigma", "μ": "u"}
)  # fmt: skip
# British and American spelling meet: randomised and randomized, behaviour and behavior.
ISE = re.compile("(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)")
OUR = re.compile("(?<=[a-z]{3})our(?=(?:s|ed|ing|al|ally|able|ful)?$)")
# What a question is full of and an answer need not hold.
STOP = frozenset({
    "a", "about", "after", "all", "am", "an", "and", "any", "are", "as", "at", "be", "because",
    "been", "but", "by", "can", "could", "did", "do", "does", "for", "from", "had", "has",
    "have", "help", "helps", "how", "i", "if", "in", "into", "is", "it", "its", "me", "my",
    "no", "not", "of", "on", "or", "should", "so", "than", "that", "the", "their", "them",
    "there", "these", "they", "this", "those", "to", "was", "we", "were", "what", "when",
    "where", "which", "who", "why", "will", "with", "would", "you", "your",
})  # fmt: skip


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, folded word) for each word of the text."""
    for found in WORD.finditer(text):
        folded = fold(found[0])
        if folded:
            yield *found.span(), folded


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Return the word in lower case without accents; letters of other scripts become their numbers."""
    plain = unicodedata.normalize("NFKD", word.casefold()).casefold().translate(PLAIN)
    return "".join(_spelled(letter) for letter in plain if letter.isalnum() or letter == "'")


def _spelled(letter):
    return letter if letter.isascii() else f"x{ord(letter):x}x"


@lru_cache(maxsize=65_536)
def stem(folded: str) -> str:
    """Return the stem of a folded word: studies and study are one."""
    spelled = OUR.sub("or", ISE.sub("iz", folded))
    # A stemmer keeps the word it works on, so that threads cannot share one.
    return bare(stemmer("english").stemWord(spelled[:LONGEST]))


def bare(folded: str) -> str:
    """Return the word as a list of known words keeps it: no apostrophe, no possessive s."""
    return folded.removesuffix("'s").replace("'", "")[:LONGEST]


def stems(text: str) -> str:
    """Return the stems of a text between spaces, one for each of its words."""
    return " ".join(stem(folded) for _, _, folded in spans(text))


def known_words(text: str) -> dict[str, str]:
    """Return {word: stem} of a text."""
    return {bare(folded): stem(folded) for _, _, folded in spans(text)}
