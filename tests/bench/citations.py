"""Synthetic citations for benches and tests: as large and as tagged as reference managers write them.

Every name, title and number is made up; DOIs stand under 10.5555, the prefix for tests.
"""

from collections.abc import Iterator

FAMILIES = ("Abele", "Brink", "Castellan", "Dorn", "van der Eyck", "Fontaine", "Grauer", "Hollis")
ACCENTED = {"Castellan": "Castellán", "Dorn": "Dörn", "Grauer": "Gräuer"}
LATEX = {"Castellan": r"Castell{\'a}n", "Dorn": r"D{\"o}rn", "Grauer": r"Gr{\"a}uer"}
GIVEN = ("Ada M.", "Bo", "Cleo R. P.", "Dirk", "Esra", "Finn J.", "Gisela")
WORDS = (
    "Invented effects of a low dose on attention and mood in volunteers that never were,"
    " a randomised placebo-controlled trial of nothing at all"
)
ABSTRACT = (
    "Background: this text stands for an abstract and says nothing. Methods: nobody was asked and"
    " nothing was measured. Results: none. Conclusions: none can be drawn from records like this. "
) * 7
KEYWORDS = ("attention", "low dose", "made up", "mood", "placebo", "trial")


def _names(number: int, dress: dict[str, str]) -> Iterator[str]:
    for place in range(6):
        family = FAMILIES[(number + place * 3) % len(FAMILIES)]
        # One record in ten is written with accents.
        shown = family if number % 10 else dress.get(family, family)
        yield f"{shown}, {GIVEN[(number * 5 + place) % len(GIVEN)]}"


def _ris(number: int) -> str:
    return "\n".join(
        [
            "TY  - JOUR",
            *(f"AU  - {name}" for name in _names(number, ACCENTED)),
            f"TI  - {WORDS}: cohort {number}",
            "T2  - Journal of Invented Trials",
            "J2  - J Invent Trials",
            f"AB  - {ABSTRACT}",
            f"PY  - {1990 + number % 35}",
            f"DA  - {1990 + number % 35}/{number % 12 + 1:02}/{number % 28 + 1:02}/",
            f"VL  - {number % 60 + 1}",
            f"IS  - {number % 12 + 1}",
            f"SP  - {number % 900 + 1}",
            f"EP  - {number % 900 + 9}",
            *(f"KW  - {word}" for word in KEYWORDS),
            "SN  - 0000-0000",
            "LA  - en",
            "DB  - Invented",
            f"DO  - 10.5555/invented.{number}",
            f"UR  - https://example.org/invented/{number}",
            f"AN  - {number}",
            "ER  - ",
            "",
            "",
        ]
    )


def _bibtex(number: int) -> str:
    names = " and ".join(_names(number, LATEX))
    rows = [
        f"author = {{{names}}}",
        f"title = {{{{{WORDS}: cohort {number}}}}}" if number % 10 == 0
        else f"title = {{{WORDS}: cohort {number}}}",
        "journal = {Journal of Invented Trials}",
        f"year = {{{1990 + number % 35}}}",
        f"month = {('jan', 'may', 'sep')[number % 3]}",
        f"volume = {{{number % 60 + 1}}}",
        f"number = {{{number % 12 + 1}}}",
        f"pages = {{{number % 900 + 1}--{number % 900 + 9}}}",
        f"doi = {{10.5555/invented.{number}}}",
        f"url = {{https://example.org/invented/{number}}}",
        "issn = {0000-0000}",
        f"keywords = {{{', '.join(KEYWORDS)}}}",
        f"abstract = {{{ABSTRACT}}}",
    ]  # fmt: skip
    return f"@article{{invented{number},\n  " + ",\n  ".join(rows) + "\n}\n\n"


def ris(n: int) -> Iterator[str]:
    """Yield n records in RIS, one text each."""
    yield from map(_ris, range(1, n + 1))


def bibtex(n: int) -> Iterator[str]:
    """Yield n entries in BibTeX, one text each."""
    yield from map(_bibtex, range(1, n + 1))
