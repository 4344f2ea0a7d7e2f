from claims.figures.keys import key, key_of
from claims.figures.lettering import width_of


def test_entries_do_not_touch():
    first, second = key([("People", "mark", ""), ("Animals", "mark", "lines")], 10).entries
    assert second.x > first.text_x + width_of("People", 11.5)


def test_uncounted_is_in_the_key_if_drawn():
    assert [entry.words for entry in key_of([("people", "")], True, 0).entries] == [
        "No pattern: people",
        "Dashed: not counted",
    ]


def test_pattern_is_not_painted_over():
    plain, filled = key_of([("people", ""), ("animals", "lines")], False, 0).entries
    assert (plain.css_class, filled.css_class) == ("mark step-none", "mark")


def test_empty_key_takes_no_room():
    assert key([], 10).height == 0
