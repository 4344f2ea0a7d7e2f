"""BibTeX and BibLaTeX as programs write them, and as they arrive when something went wrong."""

import pytest

from sources.intake import bibtex, latex
from sources.intake.record import Problem
from sources.intake.text_files import MAX_BLOCK
from tests.sources.intake.reading_files import fields, problems, read_all, read_file, titles


def entry(kind="article", **values):
    values = {"title": "{T}", "url": "{https://example.org/}"} | values
    return (
        f"@{kind}{{key,\n" + ",\n".join(f"  {name} = {v}" for name, v in values.items()) + "\n}\n"
    )


def test_bibtex_of_jabref_is_read():
    first, second = read_file("jabref.bib")
    assert first.line == 6
    assert first.fields == {
        "type": "article-journal",
        "title": "Effects of a LSD-like dose: 5% of β-waves, in vitro",
        "container_title": "Journal of Invented Trials",
        "year": 2020,
        "month": 3,
        "volume": "14",
        "issue": "2",
        "pages": "731-740",
        "authors": [
            {"family": "Dörn", "given": "Ada M."},
            {"family": "van der Eyck", "given": "Bo"},
            {"literal": "World Health Organization"},
            {"family": "de la Castellán", "given": "Cleo"},
        ],
        "doi": "10.5555/invented_jabref",
        "pmid": "99999921",
    }
    assert second.fields["url"] == "https://example.org/a_b"


def test_bibtex_entries_with_the_same_key_are_both_kept():
    assert len(titles(read_file("jabref.bib"))) == 2


def test_bibtex_list_of_authors_and_others_is_not_complete():
    _, second = read_file("jabref.bib")
    assert second.fields["authors"] == [{"family": "Brink", "given": "Bo"}]
    assert second.fields["authors_complete"] is False


def test_bibtex_macros_are_joined_and_last_through_a_large_file():
    filling = "".join(
        entry(doi=f"{{10.5555/{n}}}", abstract="{" + "x" * 1000 + "}") for n in range(600)
    )
    found = read_all(f'@string{{j = "Journal"}}\n{filling}\n' + entry(journal='j # " of " # "T"'))
    assert found[-1].fields["container_title"] == "Journal of T"
    assert len(found) == 601


def test_biblatex_is_read():
    preprint, thesis = read_file("biblatex.bib")
    assert preprint.fields == {
        "type": "article",
        "peer_reviewed": False,
        "title": "A Preprint about Nothing",
        "container_title": "arXiv",
        "year": 2022,
        "month": 5,
        "day": 3,
        "authors": [
            {"family": "Fontaine", "given": "Finn"},
            {"family": "van der Eyck", "given": "Bo"},
        ],
        "url": "https://arxiv.org/abs/9999.00001",
    }
    assert thesis.fields["title"] == "Nothing: A Thesis"
    assert thesis.fields["container_title"] == "University of Nowhere"
    assert thesis.fields["authors"] == [{"family": "Hollis", "given": "Dirk", "suffix": "Jr."}]


def test_bibtex_with_unbalanced_braces_is_reported_and_the_others_kept():
    found = read_file("broken.bib")
    assert titles(found) == ["The first is whole", "The last is whole"]
    assert problems(found) == [(2, 3), (3, 8), (4, 9)]
    assert "Unexpected block start" in found[1].what
    assert "closed too early" in found[3].what
    assert all("Balance" in one.remedy for one in (found[1], found[3]))


def test_bibtex_field_that_stands_twice_is_told():
    [found] = read_all(entry(Title="{Other}"))
    assert found.fields["title"] == "T"
    assert found.notes == ("Title stands twice; the first counts.",)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (r"{M{\"u}ller}", "Müller"),
        (r"{M{\"{u}}ller and \'Etude}", "Müller and Étude"),
        (r"{Serotonin 5-HT$_{2A}$ and $\alpha$}", "Serotonin 5-HT_2A and α"),
        (r"{50% of {LSD}}", "50% of LSD"),
        (r"{50% of \emph{mice}}", "50% of mice"),
        (r"{A \& B -- C}", "A & B – C"),
        (r"{Costs 5 $ a dose}", "Costs 5 $ a dose"),
        (r"{Don't~split}", "Don't split"),
        ('"Quoted {\\"o}"', "Quoted ö"),
        (r"{\input{/etc/passwd} x}", "x"),
    ],
)
def test_bibtex_title_is_read_without_latex(value, expected):
    assert fields(entry(title=value))["title"] == expected


def test_bibtex_nested_beyond_measure_is_read_or_reported():
    hostile = "{" * 3000 + r"\emph{x}" + "}" * 3000
    [found] = read_all(entry(title=hostile))
    assert isinstance(found, Problem) or found.fields["title"]


def test_bibtex_address_keeps_what_latex_would_change():
    assert fields(entry(url="{https://example.org/~a--b}"))["url"] == "https://example.org/~a--b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{Ada Dorn}", {"family": "Dorn", "given": "Ada"}),
        ("{Ada van der Dorn}", {"family": "van der Dorn", "given": "Ada"}),
        ("{Dorn, Jr., Ada}", {"family": "Dorn", "given": "Ada", "suffix": "Jr."}),
        ("{{Simon and Daughters}}", {"literal": "Simon and Daughters"}),
        ("{{\\'A}lvarez, Bo}", {"family": "Álvarez", "given": "Bo"}),
        ("{Nobody}", {"family": "Nobody", "given": ""}),
        ("{{Nobody}}", {"literal": "Nobody"}),
    ],
)
def test_bibtex_name_is_read(text, expected):
    assert fields(entry(author=text))["authors"] == [expected]


@pytest.mark.parametrize(
    ("values", "date"),
    [
        ({"year": "2020", "month": "mar"}, (2020, 3, None)),
        ({"year": "{2020}", "month": '"15~" # mar'}, (2020, 3, 15)),
        ({"year": "{2020}", "month": "{3}"}, (2020, 3, None)),
        ({"year": "{2020}", "month": "{Spring}"}, (2020, None, None)),
        ({"date": "{2020-03-15}"}, (2020, 3, 15)),
        ({"date": "{2020-21}"}, (2020, None, None)),
        ({"year": "{n.d.}"}, (None, None, None)),
        ({"year": "{c2020}"}, (2020, None, None)),
    ],
)
def test_bibtex_date_is_read_as_far_as_it_is_one(values, date):
    found = fields(entry(**values))
    assert tuple(found.get(part) for part in ("year", "month", "day")) == date


@pytest.mark.parametrize(
    ("kind", "values", "expected"),
    [
        ("article", {"journal": "{arXiv preprint arXiv:9999.1}"}, "article"),
        ("misc", {"eprint": "{9999.1}", "archiveprefix": "{arXiv}"}, "article"),
        ("misc", {}, "webpage"),
        ("unpublished", {}, "article"),
        ("incollection", {"booktitle": "{B}"}, "chapter"),
        ("techreport", {"institution": "{I}"}, "report"),
        ("inproceedings", {}, "paper-conference"),
        ("unheardof", {"journal": "{J}"}, "article-journal"),
    ],
)
def test_bibtex_type_is_one_of_the_library(kind, values, expected):
    assert fields(entry(kind, **values))["type"] == expected


def test_bibtex_eprint_of_pubmed_is_its_number():
    assert fields(entry(eprint="{123}", eprinttype="{pubmed}"))["pmid"] == "123"


def test_bibtex_indented_entries_are_read():
    assert titles(read_all("  @misc{a, title={A}, doi={10.5555/a}}\n\t@misc{b, title={B}, doi={10.5555/b}}")) == ["A", "B"]  # fmt: skip


def test_bibtex_entry_without_end_does_not_fill_the_memory():
    found = read_all("@article{a, title = {" + "x\n" * MAX_BLOCK + entry())
    assert isinstance(found[0], Problem)
    assert titles(found) == ["T"]


def test_bibtex_comments_are_no_records():
    assert read_all('@comment{x}\n@preamble{"y"}\n@string{z = {z}}\nwords\n') == []


def test_latex_without_commands_is_not_parsed():
    latex._decoded.cache_clear()
    assert latex.plain("{A} plain title") == "A plain title"
    assert latex._decoded.cache_info().misses == 0


def test_bibtex_says_what_the_remedy_is():
    assert "export it again" in bibtex.AGAIN


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ("{PsyArXiv}", "PsyArXiv"),
        ("{https://osf.io/abc}", None),
        (r"{\url{https://osf.io/abc}}", None),
    ],
)
def test_bibtex_preprint_is_published_as_it_says_unless_that_is_an_address(how, expected):
    found = fields(entry("misc", type="{Preprint}", howpublished=how))
    assert found.get("container_title") == expected


def test_bibtex_macros_that_explode_are_named_and_left_empty():
    bomb = '@string{a0 = "xxxxxxxxxx"}\n' + "\n".join(
        f"@string{{a{n + 1} = a{n} # a{n} # a{n}}}" for n in range(40)
    )
    fault, record = read_all(f"{bomb}\n{entry(journal='a40')}")
    assert fault.what.startswith("The macro “a5” is longer than 1,000 characters")
    assert "container_title" not in record.fields


def test_bibtex_field_of_too_many_macros_is_left_out_and_told():
    many = " # ".join(["m"] * 30)
    [found] = read_all('@string{m = "' + "x" * 900 + '"}\n' + entry(journal=many))
    assert found.notes == ("Journal was left out: its macros make it longer than 20,000 characters.",)  # fmt: skip
