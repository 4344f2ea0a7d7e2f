from sources.formats.bibtex import escaped, write
from tests.sources.formats.records import CORPUS, HOSTILE


def entry(**fields):
    return "".join(write([CORPUS[0] | fields], ""))


def test_comment_opens_the_file_and_is_no_entry():
    assert next(write([], "19 @article{x}\n@book{y}")) == "% 19  at article{x}  at book{y}\n\n"


def test_braces_balance_whatever_somebody_wrote():
    text = "".join(write([HOSTILE], ""))
    assert text.count("{") == text.count("}")


def test_entry_begins_in_one_place_only():
    text = "".join(write([HOSTILE, CORPUS[1]], ""))
    assert text.count("\n@") + text.startswith("@") == 2


def test_signs_of_latex_are_escaped():
    assert escaped("5 & 6 % $ # _") == r"5 \& 6 \% \$ \# \_"


def test_balanced_braces_stay_braces():
    assert escaped("{a}") == r"\{a\}"


def test_unbalanced_brace_is_a_command():
    assert escaped("}a{") == r"\rbrace{}a\lbrace{}"


def test_signs_are_not_drawn_together():
    assert escaped("a--b ''c''") == "a-{}-b '{}'c'{}'"


def test_title_keeps_its_letters():
    assert "title = {{LSD increases sleep" in entry()


def test_group_stands_in_braces():
    assert "author = {{The Study Group}}" in entry(authors=[{"literal": "The Study Group"}])


def test_particle_stays_with_the_family_name():
    authors = [{"family": "van der Berg", "given": "Jan", "suffix": "Jr"}]
    assert "author = {van der Berg, Jr, Jan}" in entry(authors=authors)


def test_incomplete_list_ends_in_others():
    assert " and others}" in entry(authors_complete=False)


def test_doi_is_not_escaped():
    assert "doi = {10.1000/a_b#c%d}" in entry(doi="10.1000/a_b#c%d")


def test_month_is_a_macro():
    assert "  month = apr,\n" in entry(month=4)


def test_preprint_names_its_server_once():
    text = entry(type="article", container_title="PsyArXiv")
    assert text.startswith("@misc{")
    assert "howpublished = {PsyArXiv}" in text
    assert "type = {Preprint}" in text
    assert text.count("PsyArXiv") == 1


def test_what_is_not_known_is_left_out():
    text = entry(year=None, month=None, day=None, volume=None, doi=None, container_title=None)
    for name in ("year", "month", "day", "volume", "doi", "journal"):
        assert f"  {name} = " not in text
