import pytest

from sources.initials import generation, initials, without_generation


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("David B.", "DB"),
        ("David B", "DB"),
        ("Raíssa Nóbrega de", "RN"),
        ("Erick Allan dos Santos", "EAS"),
        ("Jean-Paul", "JP"),
        ("Jean‐Paul", "JP"),
        ("Drummond E-Wen", "DEW"),
        ("N.R.P.W.", "NRPW"),
        ("C. M.", "CM"),
        ("CM", "CM"),
        ("F", "F"),
        ("Patrick MacDonald", "PM"),
        ("öznur", "Ö"),
    ],
)
def test_initials_are_the_first_letters(given, expected):
    assert initials(given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Hans (Bob)", "H"),
        ('J. "Bob"', "J"),
        ("J. “Bob”", "J"),
        ("Jan ‘Bob’ K.", "JK"),
        ("Jan 'Bob' K.", "JK"),
        ("Ada [Bob] M", "AM"),
        ("Hans «Bob»", "H"),
    ],
)
def test_what_somebody_is_also_called_gives_no_initial(given, expected):
    assert initials(given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("(Bob)", "B"),
        ("Hans (Bob", "HB"),
        ("D'Arcy", "D"),
        ("’Abd ’Ali", "AA"),
        ("*", ""),
        ("", ""),
    ],
)
def test_initials_are_letters_whatever_stands_before_them(given, expected):
    assert initials(given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("F Jr", ("F", "Jr")),
        ("Felix, Jr", ("Felix", "Jr")),
        ("F III", ("F", "III")),
        ("F", ("F", "")),
    ],
)
def test_generation_is_told_from_a_given_name(given, expected):
    assert without_generation(given) == expected


@pytest.mark.parametrize(
    ("suffix", "expected"),
    [
        ("II", "2nd"),
        ("III", "3rd"),
        ("IV", "4th"),
        ("V", "5th"),
        ("3rd", "3rd"),
        ("Jr.", "Jr"),
        ("", ""),
    ],
)
def test_generation_is_an_ordinal(suffix, expected):
    assert generation(suffix) == expected
