"""Which records may be one publication entered twice. Pure: nothing is merged, somebody looks.

Told by equal titles, and among the same first author and year by a title that begins the other, or by
an equal registration. Spelling mistakes in titles are not found. Of very many that are alike, each is
paired with the first only, or the pairs would be more than anybody can look at.
"""

import re
import unicodedata
from collections import defaultdict
from itertools import combinations, filterfalse

NOT_A_WORD = re.compile(r"[\W_]+")
# What publishers write before the title of a paper that they took back, and before that of the notice.
MARK = re.compile(
    r"\s*[\[(]?(?:"
    r"(?:retracted|withdrawn|removed)(?: (?:article|paper|chapter))?"
    r"|(?:partial |notice of )?retraction(?: (?:note|notice|statement))?|withdrawal (?:notice|of|to)"
    r"|(?:author |publisher )?correction|corrigend(?:um|a)|errat(?:um|a)|addendum"
    r"|(?:editorial )?expression of concern"
    r")(?:(?: (?:to|of|for|on))?(?:\s?:|[\])]:?)|(?: to| of)(?= [“\"‘'].*[”\"’']$))\s*",
    re.I,
)
# What stands behind it: “[Preprint]”, “(Retracted article. See vol. 9, pg. 1, 2020)”, “(vol 9, pg 1, 2020)”.
MARK_BEHIND = re.compile(
    r"[\[(](?:preprint|corrected|withdrawn|(?:retracted|retraction|erratum|withdrawn article)\b[^\[\]()]{0,80}"
    r"|vol\.? [0-9]+, (?:(?:pg|pp?)\.? ?)?[a-z]{0,2}[0-9]+[^\[\]()]{0,20}, (?:19|20)[0-9]{2})[\])]$",
    re.I,
)
# And behind the title of a notice, “Corrigendum to …”: “[J. Psychopharmacol. 34 (2020) 1–9]”.
JOURNAL_BEHIND = re.compile(r"\[[^\[\]()]{1,80} \((?:19|20)[0-9]{2}\)[^\[\]()]{0,20}\]$")
# Among so many, every pair is told: 66.
MANY = 12


def plain(text):
    """Return a text without case, accents, signs and doubled spaces."""
    bare = text.casefold()
    if not bare.isascii():
        bare = "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", bare)))
    return NOT_A_WORD.sub(" ", bare).strip()


def without_mark(title):
    """Return a title as it was before a publisher wrote RETRACTED, Correction to or the like around it."""
    title = title.rstrip(" .")
    if title.endswith(("]", ")")):
        title = _without_end(title)
    found = MARK.match(title)
    return title[found.end() :] if found else title


def _without_end(title):
    title = MARK_BEHIND.sub("", title).rstrip()
    bare = JOURNAL_BEHIND.sub("", title).rstrip()
    return bare if MARK.match(bare) else title


def possible_duplicates(sources):
    """Return [(one, other, why)] in the order of the given sources, each pair once."""
    sources = list(sources)
    titles = [plain(without_mark(source.title)) for source in sources]
    papers = [_paper(source) for source in sources]
    found = {}
    for why, pairs in (
        ("same title", _pairs(titles)),
        ("same first author and year, and one title begins the other", _beginning(papers, titles)),
        ("same first author, year and registration", _pairs(_registered(sources, papers))),
    ):
        for pair, more in pairs:
            found.setdefault(pair, why + more)
    return [(sources[one], sources[other], why) for (one, other), why in found.items()]


def _pairs(keys):
    """Yield the places of every two that have the same key, and what is left out in words."""
    for group in _groups(keys):
        if len(group) <= MANY:
            yield from ((pair, "") for pair in combinations(group, 2))
            continue
        more = f"; {len(group):,} are alike so, each is shown beside the first only"
        yield from (((group[0], other), more) for other in group[1:])


def _groups(keys):
    """Return the places that have one key, for each key; what has none is in no group."""
    groups = defaultdict(list)
    for place, key in enumerate(keys):
        if key:
            groups[key].append(place)
    return groups.values()


def _beginning(papers, titles):
    """Yield the places of papers of one first author and year where one title begins the other.

    In the order of the alphabet a title stands right before those that it begins.
    """
    for group in _groups(papers):
        shorter = []
        for place in sorted(filter(titles.__getitem__, group), key=titles.__getitem__):
            while shorter and not f"{titles[place]} ".startswith(f"{titles[shorter[-1]]} "):
                shorter.pop()
            for other in shorter[-MANY:]:
                if titles[other] != titles[place]:
                    yield tuple(sorted((other, place))), ""
            shorter.append(place)


def _registered(sources, papers):
    return [
        paper and source.registration and (paper, source.registration)
        for source, paper in zip(sources, papers, strict=True)
    ]


def _paper(source):
    """Return first author and year; nothing where the order of the authors or the year is not known."""
    if not (source.authors and source.authors_in_order and source.year):
        return None
    first = source.authors[0]
    who = plain(first.get("family") or first.get("literal") or "")
    return (who, source.year) if who else None
