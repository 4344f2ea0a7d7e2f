"""What a reader typed, as clauses that both engines understand. Pure.

mood anxiety       both words
"default mode"     the words side by side, as in 5-HT2A too
neuro*             words that begin so
-animals           without the word
"""

import re
from dataclasses import dataclass, replace

from claims.search.words import STOP, bare, spans, stem

LONGEST = 200
MOST_WORDS = 20
SHORTEST_PREFIX = 2
QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
PART = re.compile(r'(?P<minus>(?<!\S)[-−])?(?:"(?P<phrase>[^"]*)"?|(?P<plain>[^\s"]+))')


class Unsearchable(ValueError):
    """The query is refused; the message says what to change."""


@dataclass(frozen=True)
class Clause:
    """One thing to look for: any of its alternatives, each a run of stems side by side."""

    typed: str
    alternatives: tuple[tuple[str, ...], ...]
    prefix: str = ""
    is_excluded: bool = False
    is_optional: bool = False

    @property
    def is_one_word(self) -> bool:
        return not self.prefix and len(self.alternatives[0]) == 1


@dataclass(frozen=True)
class Query:
    """A text that was understood; `wanted` is empty if there is nothing to look for."""

    text: str
    wanted: tuple[Clause, ...]
    excluded: tuple[Clause, ...]

    def with_clauses(self, change) -> "Query":
        """Return the query with each clause changed."""
        return replace(
            self,
            wanted=tuple(map(change, self.wanted)),
            excluded=tuple(map(change, self.excluded)),
        )


def parse(text: str, *, is_unfinished: bool = False) -> Query:
    """Return the query in a text. Raises Unsearchable, with the remedy.

    The last word of an unfinished text is taken as the beginning of one.
    """
    if len(text) > LONGEST:
        raise Unsearchable(f"A search takes {LONGEST} characters at most; use fewer words.")
    is_open = is_unfinished and text[-1:].isalnum()
    clauses = list(_clauses(text.translate(QUOTES) + ("*" if is_open else "")))
    if sum(len(clause.alternatives[0]) for clause in clauses) > MOST_WORDS:
        raise Unsearchable(f"A search takes {MOST_WORDS} words at most; use fewer.")
    wanted = [clause for clause in clauses if not clause.is_excluded]
    telling = [clause for clause in wanted if not clause.is_optional]
    excluded = tuple(clause for clause in clauses if clause.is_excluded)
    return Query(text.strip(), tuple(telling or wanted), excluded)


def _clauses(text):
    for part in PART.finditer(text):
        typed = part["phrase"] if part["plain"] is None else part["plain"]
        words = [folded for _, _, folded in spans(typed)]
        if words:
            yield _clause(typed.strip(), words, part)


def _clause(typed, words, part):
    last = bare(words[-1])
    is_prefix = typed.endswith("*") and part["plain"] is not None
    is_prefix = is_prefix and len(words) == 1 and len(last) >= SHORTEST_PREFIX
    return Clause(
        typed=typed,
        alternatives=(tuple(map(stem, words)),),
        prefix=last if is_prefix else "",
        is_excluded=bool(part["minus"]),
        is_optional=part["plain"] is not None and len(words) == 1 and words[0] in STOP,
    )
