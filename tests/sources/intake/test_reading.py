"""Files as they arrive: in any encoding, too large, of another kind; and what every reader guarantees."""

import gzip
import tracemalloc
import zipfile
from hashlib import sha256
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from sources.intake import fields as intake_fields
from sources.intake import reading, signatures
from sources.intake.record import KEYS, Problem, Record
from sources.models import Source
from tests.bench import citations
from tests.sources.intake.reading_files import FILES, read_all, titles

RIS = "TY  - JOUR\nTI  - Dörn’s title\nDO  - 10.5555/a\nER  - \n\nTY  - JOUR\nTI  - B\nDO  - 10.5555/b\nER  - \n"
EMPTY_ZIP = BytesIO()
with zipfile.ZipFile(EMPTY_ZIP, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("bomb.ris", "\0" * 1_000_000)


def opened(data, **options):
    return reading.read(BytesIO(data if isinstance(data, bytes) else data.encode()), **options)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("endnote.ris", "ris"),
        ("jabref.bib", "bibtex"),
        ("biblatex.bib", "bibtex"),
        ("pubmed.nbib", "nbib"),
        ("zotero.json", "csl-json"),
    ],
)
def test_format_is_recognised_from_the_content(name, code):
    data = (FILES / name).read_bytes()
    assert opened(data, name="citations.txt").format == code
    assert opened(data, format=code).format == code


def test_formats_have_words_and_marks():
    assert set(reading.FORMATS) == set(signatures.FORMATS)
    assert reading.FORMATS["ris"] == "RIS"


def test_reading_tells_size_and_digest():
    found = opened(RIS)
    assert found.size == len(RIS.encode())
    assert found.sha256 == sha256(RIS.encode()).hexdigest()


def test_reading_can_be_repeated():
    found = opened(RIS)
    assert list(found) == list(found)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "utf-16-le with mark"]
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_file_in_any_encoding_and_with_any_line_ends_is_read(encoding, line_end):
    text = RIS.replace("\n", line_end)
    data = ("\ufeff" + text).encode("utf-16-le") if " " in encoding else text.encode(encoding)
    first, second = read_all(data)
    assert first.fields["title"] == "Dörn’s title"
    assert (first.line, second.line) == (1, 6)


def test_files_joined_with_their_byte_order_marks_keep_every_record():
    assert titles(read_all(RIS.encode("utf-8-sig") * 2)) == ["Dörn’s title", "B"] * 2


def test_null_character_deep_in_a_file_reaches_no_note():
    padding = f"TI  - {'x' * 400}.\nDP  - 2020\n"
    many = "".join(f"PMID- {number}\n{padding}\n" for number in range(1, 200))
    *_, last = read_all(f"{many}PMID- 999\nTI  - T\nDP  - 2020\nRIN - A\x00B\n")
    assert "(AB)" in last.notes[0]


def test_file_of_mixed_encodings_keeps_every_letter():
    data = RIS.replace("’", "").encode() + RIS.replace("’", "").encode("latin-1")
    assert titles(read_all(data)) == ["Dörns title", "B"] * 2


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7 TY  - JOUR", "a PDF"),
        (b" \n%PDF-1.7 TY  - JOUR", "a PDF"),
        (EMPTY_ZIP.getvalue(), "a ZIP archive"),
        (gzip.compress(RIS.encode(), mtime=0), "a gzip archive"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"\xff\xd8\xff\xe0", "an image"),
        (b"SQLite format 3\x00", "a database"),
        (b"<!DOCTYPE html><html>TY  - JOUR", "a web page"),
        (b"<?xml version='1.0'?><xml/>", "XML"),
        (b"{\\rtf1 TY  - JOUR}", "RTF"),
        (b"TY  - JOUR\x00\x01", "a binary file"),
        (b"", "is empty"),
        (b"\xef\xbb\xbf \n", "is empty"),
        (b"Dear reader, here are my citations.", "no format that is recognised"),
        (b"FN Clarivate Analytics Web of Science\nPT J", "Web of Science"),
        (b"VN  - Ovid Technologies\nDB  - Embase\n", "Ovid's own"),
        (b"%0 Journal Article\n%T T\n", "EndNote's own"),
        (b"PMID,Title,Authors,Citation\n1,T,A,C\n", "a table"),
    ],
)
def test_file_that_holds_no_citations_is_named_and_refused(data, said):
    with pytest.raises(reading.NotCitations, match=said) as refusal:
        opened(data, name="library.ris")
    assert "Export the citations again as RIS" in str(refusal.value)
    assert "“library.ris”" in str(refusal.value)


@pytest.mark.parametrize(
    ("records", "code"),
    [
        ("@article{a,\n title = {T}, doi = {10.5555/a}}\n", "bibtex"),
        ("TY  - JOUR\nTI  - T\nDO  - 10.5555/a\nER  - \n", "ris"),
        ("PMID- 1\nTI  - T\n", "nbib"),
    ],
)
def test_records_below_the_heading_of_a_table_are_read(records, code):
    data = f"Title, Author, Year, Journal\n\n{records}"
    assert opened(data).format == code
    assert titles(read_all(data)) == ["T"]


@pytest.mark.parametrize("code", ["../../etc/passwd", "RIS", "endnote", "ris\0", "x" * 5000])
def test_unknown_format_is_refused_with_the_codes(code):
    with pytest.raises(reading.NotCitations, match="ris, bibtex, nbib, csl-json") as refusal:
        opened(RIS, format=code)
    assert len(str(refusal.value)) < 200


def test_file_in_another_format_than_told_is_refused():
    with pytest.raises(reading.NotCitations, match="does not look like BibTeX"):
        opened(RIS, format="bibtex")


def test_file_beyond_the_size_is_refused_before_it_is_read():
    with pytest.raises(reading.TooMuch, match="in parts"):
        opened(RIS, max_bytes=50)


@pytest.mark.parametrize(
    "text",
    [
        RIS * 3,
        RIS.replace("\n", "\r\n") * 3,
        "@misc{a}\n" * 6,
        "PMID- 1\n" * 6,
        '[{"type": "book"}' + ',{"type": "book"}' * 5 + "]",
    ],
)
def test_file_of_too_many_records_is_refused_before_they_are_read(text):
    with pytest.raises(reading.TooMuch, match="more than 4 records"):
        opened(text, max_records=4)


def test_reading_stops_behind_the_last_allowed_record_whatever_was_counted():
    found = opened("[" + "{}," * 100 + "{}]", max_records=4)
    with pytest.raises(reading.TooMuch):
        list(found)


def test_limits_of_texts_are_those_of_the_library():
    lengths = {name: Source._meta.get_field(name).max_length for name in intake_fields.LIMITS}
    assert lengths == intake_fields.LIMITS


@pytest.mark.parametrize("write", [citations.ris, citations.bibtex])
def test_memory_does_not_grow_with_the_file(write):
    def peak(number):
        stream = BytesIO("".join(write(number)).encode())
        tracemalloc.start()
        assert sum(1 for _ in reading.read(stream)) == number
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    peak(300)
    assert peak(1200) < 1.25 * peak(300)


BEFORE = {
    "ris": ["TY  - JOUR\n", "TI  - ", "\nDO  - 10.5555/a", "\nAU  - ", "\nER  - \n", "\nPY  - ", "\nUR  - ", "\nSP  - "],
    "bibtex": ["@article{a,\n", "title = {", "},\n", "author = {", "}\n}\n", "doi = {10.5555/a},", "year = {", "url = {", "\\'", "$"],
    "nbib": ["PMID- 1\n", "TI  - ", "\nFAU - ", "\nDP  - ", "\nLID - 10.5555/a [doi]", "\nPG  - ", "\n\n", "\nCN  - "],
    "csl-json": ['[{"title": "', '", "DOI": "10.5555/a"', '", "author": [{"family": "', '"}]', "},", "{", '"issued": {"date-parts": [[', "]", '"'],
}  # fmt: skip
JUNK = st.text(max_size=30) | st.sampled_from(
    ["x" * 600, "\u202e", "\x00", "{", ",", "2020", " and "]
)


@pytest.mark.parametrize("code", BEFORE)
@given(data=st.data())
def test_whatever_stands_in_a_file_is_a_record_of_the_library_or_a_problem(code, data):
    pieces = data.draw(st.lists(st.sampled_from(BEFORE[code]) | JUNK, max_size=30))
    text = BEFORE[code][0] + "".join(pieces)
    try:
        found = read_all(text.encode("utf-8", "surrogatepass"), format=code)
    except reading.NotCitations:
        return
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    for one in found:
        assert isinstance(one, Problem) or is_accepted(one)


def is_accepted(record: Record):
    """Whether the library takes every field of a record."""
    assert set(record.fields) <= set(KEYS)
    others = {field.name for field in Source._meta.fields} - set(record.fields)
    try:
        Source(**record.fields).clean_fields(exclude=others)
    except ValidationError as refusal:
        raise AssertionError(record) from refusal
    return True
