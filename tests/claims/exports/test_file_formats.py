from claims.exports.file_formats import file_formats
from claims.exports.table_formats import table_formats
from sources.formats import formats


def test_tables_come_before_references():
    assert list(file_formats()) == ["csv", "json", "md", "bibtex", "csl", "ris"]


def test_list_without_sources_has_tables_only():
    assert list(file_formats(cites=False)) == list(table_formats())


def test_each_name_and_suffix_is_one_format():
    found = file_formats().values()
    assert len({one.suffix for one in found}) == len(found) == len(table_formats()) + len(formats())
