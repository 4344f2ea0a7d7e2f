"""Records of sources for the tests of reference formats: the corpus, one hostile, and made ones."""

import json
from pathlib import Path

from hypothesis import strategies as st

from sources.intake.texts import one_line
from sources.vocabulary import SourceType

CORPUS = json.loads(Path("claims/corpus/sources.json").read_text(encoding="utf-8"))
HOSTILE = CORPUS[0] | {
    "key": "hostile2024",
    "title": 'A {b} "c" @article{x, \\ ~ ^ & % $ # _ -- =HYPERLINK("x")\nER  - \r\nTY  - JOUR\u2028ER  - '
    "\x00\x1b \u202eback\u202c µ 5-HT₂A",
    "container_title": "}{ \\} % &",
    "volume": "{",
    "issue": "}",
    "authors": [
        {"literal": "University of California, Berkeley and others"},
        {"family": "van der Berg\nER  - ", "given": "Jan", "suffix": "Jr"},
        {"family": "O'Neil, X", "given": "Y and Z"},
        {"family": "others", "given": ""},
        {"family": "{", "given": "\\"},
    ],
    "authors_complete": False,
    "url": "https://example.org/a{b}c%20_d#e",
    "doi": "10.1000/(sici)1099-1611_#%&;3.0",
    "status": "retracted",
    "notices": [
        {
            "kind": "retraction",
            "issued_on": "2024-05-01",
            "url": "https://doi.org/10.1000/n",
            "reason": "x",
        }
    ],
}
# Signs of every kind that a title may hold, LaTeX's own among them.
SIGNS = "abc XYZ 0123 .,:;!?'\"()[]{}\\~^&%$#_-–—/=+*@|<>µßéøβ₂中א `"
words = st.text(SIGNS, min_size=1, max_size=60).filter(
    lambda text: one_line(text) == text and text.strip()
)
plain = st.from_regex(r"[A-Za-z0-9]{1,8}", fullmatch=True)
name_part = st.from_regex(
    r"[A-ZÉØ][a-zéøß]{1,8}(['-][a-zé]{1,5})?( [A-Z][a-z]{1,8})?", fullmatch=True
)
family = st.one_of(name_part, st.sampled_from(["van der Berg", "de la Torre", "Maia-de-Oliveira"]))
person = st.fixed_dictionaries(
    {"family": family, "given": name_part}, optional={"suffix": st.sampled_from(["Jr", "III"])}
)
group = st.builds(
    lambda one, other: {"literal": f"{one}{other}"},
    name_part,
    st.sampled_from(["", " and others of it", ", Berkeley", " & Co"]),
)
dates = st.one_of(
    st.just((None, None, None)),
    st.tuples(st.integers(1800, 2200), st.none(), st.none()),
    st.tuples(st.integers(1800, 2200), st.integers(1, 12), st.none()),
    st.tuples(st.integers(1800, 2200), st.integers(1, 12), st.integers(1, 28)),
)


@st.composite
def records(draw):
    """A record as the library could hold it."""
    year, month, day = draw(dates)
    registration = st.sampled_from(
        ["NCT04558294", "EudraCT 2018-003573-97", "PROSPERO CRD42022333096"]
    )
    authors = draw(st.lists(st.one_of(person, group), max_size=8))
    return {
        "key": draw(st.from_regex(r"[a-z]{3,8}20[0-9]{2}[a-z]{2,8}", fullmatch=True)),
        "type": draw(st.sampled_from(SourceType.values)),
        "title": draw(words),
        "container_title": draw(st.none() | words),
        "year": year,
        "month": month,
        "day": day,
        "volume": draw(st.none() | plain),
        "issue": draw(st.none() | plain),
        "pages": draw(st.none() | plain | st.just("731-740") | st.just("L191-L198")),
        "authors": authors,
        "authors_complete": draw(st.booleans()),
        "doi": draw(st.none() | st.from_regex(r"10\.1000/[a-z0-9_#()%-]{1,12}[a-z0-9]", fullmatch=True)),
        "pmid": draw(st.none() | st.from_regex(r"[1-9][0-9]{0,7}", fullmatch=True)),
        "pmcid": draw(st.none() | st.from_regex(r"PMC[1-9][0-9]{0,7}", fullmatch=True)),
        "url": draw(st.just("https://example.org/a_b?c=d%20e&f=~g#h")),
        "registration": draw(st.none() | registration),
        "peer_reviewed": draw(st.booleans()),
    }  # fmt: skip
