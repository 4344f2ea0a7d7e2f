import pytest

from claims.figures.lettering import block, centred, width_of, wrapped

TEXT = "Microdosing produces subtle shifts in mood by acting on serotonin receptors."


def test_lines_are_no_wider_than_asked():
    lines = wrapped(TEXT, 120, 12)
    assert len(lines) > 1
    assert max(width_of(line, 12) for line in lines) <= 120


def test_no_word_is_lost():
    assert " ".join(wrapped(TEXT, 120, 12)) == TEXT


def test_word_wider_than_a_line_is_cut():
    address = "https://example.org/" + "claims" * 20
    lines = wrapped(address, 200, 12)
    assert "".join(lines) == address
    assert max(width_of(line, 12) for line in lines) <= 200


def test_bound_space_is_not_broken():
    assert wrapped("rule\xa01.0", 1000, 12) == ("rule\xa01.0",)
    assert wrapped("by the rule\xa01.0", 45, 12)[-1] == "rule\xa01.0"


@pytest.mark.parametrize(("narrow", "wide"), [("i", "n"), ("n", "N"), ("N", "W")])
def test_letters_have_their_widths(narrow, wide):
    assert width_of(narrow, 10) < width_of(wide, 10)


def test_next_block_begins_beneath():
    one = block(TEXT, x=0, y=20, width=120)
    assert one.foot == 20 + len(one.lines) * one.leading


def test_centred_lines_stand_around_a_height():
    one, two = (centred(text, x=0, middle=50, width=80) for text in ("mood", "mood " * 10))
    assert one.y > 50 > two.y
