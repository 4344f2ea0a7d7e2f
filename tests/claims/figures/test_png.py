import struct

from claims.figures.png import FONTS, png

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><text y="50" font-family="Figure Sans">{}</text></svg>'


def size(picture):
    return struct.unpack(">II", picture[16:24])


def test_picture_is_a_png_of_twice_the_size():
    picture = png(SVG.format("mood"))
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert size(picture) == (600, 200)


def test_letters_are_drawn():
    assert png(SVG.format("mood")) != png(SVG.format(" "))


def test_signs_of_the_method_are_drawn():
    blank = png(SVG.format(" "))
    drawn = {sign: png(SVG.format(sign)) for sign in "▲○◆▼⊕◯≠✕"}
    assert blank not in drawn.values()
    assert len(set(drawn.values())) == len(drawn)


def test_fonts_stand_beside_the_code():
    assert len(FONTS) == 4
