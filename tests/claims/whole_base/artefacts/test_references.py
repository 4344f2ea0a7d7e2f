import bibtexparser

from claims.models import Citation
from claims.whole_base.artefacts import references


def test_file_holds_each_cited_source_once(shelf, tmp_path):
    references.write(shelf, tmp_path / "all.bib")
    library = bibtexparser.parse_file(str(tmp_path / "all.bib"))
    assert library.failed_blocks == []
    keys = Citation.objects.one_per_source().values_list("key", flat=True)
    assert [entry.key for entry in library.entries] == sorted(keys)


def test_file_states_how_many_references_it_holds(shelf, tmp_path):
    counts = references.write(shelf, tmp_path / "all.bib")
    text = (tmp_path / "all.bib").read_text()
    assert text.startswith(
        f"% Microdosing Evidence, all references: {counts['source']}; no filter; "
    )
    assert counts["source"] == text.count("\n@")


def test_file_states_its_editions(shelf, tmp_path):
    references.write(shelf, tmp_path / "all.bib")
    text = (tmp_path / "all.bib").read_text()
    assert "from https://kb.example.org/export/; editions: " in text
    assert "microdose-mood 1" in text
