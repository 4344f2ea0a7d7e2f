"""What single fields of a BibTeX entry tell: names, notes, links to other entries, quantities."""

import pytest

from sources.intake import latex
from tests.sources.intake.reading_files import fields, read_all


def entry(**values):
    values = {"title": "{T}", "url": "{https://example.org/}"} | values
    return "@article{key, " + ", ".join(f"{name} = {v}" for name, v in values.items()) + "}\n"


def families(text):
    return [one.get("family") or one["literal"] for one in fields(entry(author=text))["authors"]]


def test_accents_at_the_start_of_a_name_are_kept_beside_braces():
    text = r"{M{\"u}ller, J and \c{C}elik, K and \v{S}koda, B and \O{}stby, C and \L{}ukasz, E}"
    assert families(text) == ["Müller", "Çelik", "Škoda", "Østby", "Łukasz"]


def test_and_inside_braces_parts_no_names():
    assert families("{{Simon and Daughters} and Dorn, Ada}") == ["Simon and Daughters", "Dorn"]


def test_group_with_an_accent_in_braces_is_a_group():
    [author] = fields(entry(author=r"{{M{\"u}ller Group}}"))["authors"]
    assert author == {"literal": "Müller Group"}


def test_names_between_semicolons_are_parted():
    assert families("{Smith, J.; Doe, A.; Poe, E.}") == ["Smith", "Doe", "Poe"]


@pytest.mark.parametrize("text", ["{Smith, J., Doe, A., Poe, E.}", "{Smith J.; Doe A.}"])
def test_name_that_may_be_several_is_told(text):
    [found] = read_all(entry(author=text))
    assert "more than one author" in found.notes[0]
    assert "authors_complete" not in found.fields


@pytest.mark.parametrize("name", ["crossref", "xdata"])
def test_reference_to_another_entry_is_told(name):
    [found] = read_all(entry(**{name: "{Conf20}"}))
    assert found.notes[0].startswith(
        "It refers to “Conf20”, which was not found, and does not tell its year and journal or book"
    )


def test_reference_to_another_entry_is_not_told_if_nothing_is_missing():
    [found] = read_all(entry(crossref="{conf20}", year="{2020}", journal="{J}"))
    assert found.notes == ()


def test_annotation_of_our_own_is_read():
    found = fields(entry(annotation="{Registration: NCT04558294; Peer reviewed: no}"))
    assert (found["registration"], found["peer_reviewed"]) == ("NCT04558294", False)


@pytest.mark.parametrize(
    "values",
    [
        {"annotation": "{PMID: 123}"},
        {"annotation": "{Registration: NCT04558294; a follow-up}"},
        {"annote": "{PMID: 123}"},
        {"note": "{PMID: 123; see also PMID: 456}"},
    ],
)
def test_numbers_in_notes_about_other_papers_are_not_read(values):
    assert fields(entry(**values)).keys() <= {"type", "title", "url"}


def test_article_that_is_also_on_arxiv_stays_an_article():
    found = fields(entry(journal="{J}", eprint="{9999.1}", archiveprefix="{arXiv}"))
    assert found["type"] == "article-journal"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\SI{10}{\micro\gram} of it", "10 µg of it"),
        (r"\SI[per-mode=symbol]{10}{\micro\gram\per\kilo\gram}", "10 µg/kg"),
        (r"\qty{5}{\mg}", "5 mg"),
        (r"$\SI{10}{\ug}$", "10 µg"),
        (r"\href{https://example.org/}{the text}", "the text"),
        (r"\SI{10}", "10"),
        (r"\SI", ""),
    ],
)
def test_quantities_and_links_keep_their_text(text, expected):
    assert latex.plain(text) == expected


@pytest.mark.parametrize("archive", ["pubmed", "pmid", "PMID"])
def test_eprint_of_pubmed_is_its_number_under_either_name(archive):
    found = fields(entry(eprint="{38622150}", eprinttype=f"{{{archive}}}"))
    assert found["pmid"] == "38622150"


@pytest.mark.parametrize("title", [r"{A & B of {\"o}}", r"{A &amp; B of {\"o}}"])
def test_bare_ampersand_beside_latex_is_kept(title):
    assert fields(entry(title=title))["title"] == "A & B of ö"


def test_month_and_day_in_digits_are_both_read():
    found = fields(entry(year="2020", month="{3}", day="{5}"))
    assert (found["year"], found["month"], found["day"]) == (2020, 3, 5)
