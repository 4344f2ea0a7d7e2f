"""The mark of the program is another as soon as the program is."""

import pytest

from microdose_kb.program_stamp import PACKAGES, ROOT, STAMP, stamp_of


@pytest.fixture
def program(tmp_path):
    for name in ("first", "second"):
        (tmp_path / name / "inner").mkdir(parents=True)
        (tmp_path / name / "inner" / "module.py").write_text("ONE = 1\n")
    return tmp_path


def mark(program):
    return stamp_of(program, ["first", "second"])


def test_same_program_has_the_same_mark(program):
    before = mark(program)
    (program / "first" / "notes.txt").write_text("Not run.")
    assert mark(program) == before


@pytest.mark.parametrize("package", ["first", "second"])
def test_changed_module_makes_another_mark(program, package):
    before = mark(program)
    (program / package / "inner" / "module.py").write_text("ONE = 2\n")
    assert mark(program) != before


def test_renamed_module_makes_another_mark(program):
    before = mark(program)
    (program / "first" / "inner" / "module.py").rename(program / "first" / "inner" / "other.py")
    assert mark(program) != before


def test_mark_is_of_everything_that_is_ours():
    ours = {path.parent.name for path in ROOT.glob("*/__init__.py") if path.parent.name != "tests"}
    assert ours == set(PACKAGES)
    assert len(STAMP) == 64
