"""What a reader's browser fetches stays small (brotli, as the site serves it)."""

import re

import brotli
import pytest

from tests.static.palette import ROOT, STYLES

FONTS = ROOT / "static" / "fonts"
FACE = re.compile(r'src: url\("fonts/([\w-]+\.woff2)"\)')


def test_stylesheet_stays_under_20_kilobytes():
    assert len(brotli.compress(STYLES.read_bytes())) <= 20_000


def test_fonts_of_every_page_stay_under_30_kilobytes():
    always = ("serif.woff2", "sans.woff2", "signs.woff2")
    assert sum((FONTS / name).stat().st_size for name in always) <= 30_000


def test_every_font_is_used():
    assert {path.name for path in FONTS.glob("*.woff2")} == set(FACE.findall(STYLES.read_text()))


@pytest.mark.parametrize("sheet", ["site.css", "admin_theme.css"])
def test_fonts_swap_in_and_come_from_the_site(sheet):
    faces = re.findall(r"@font-face \{[^}]*\}", (ROOT / "static" / sheet).read_text())
    far = [face for face in faces if "url(" in face and 'url("fonts/' not in face]
    slow = [face for face in faces if "url(" in face and "font-display: swap" not in face]
    assert faces
    assert not far
    assert not slow


def test_fonts_have_their_licence_beside_them():
    assert "SIL Open Font License" in (FONTS / "LICENSE.txt").read_text()
