"""A downloaded figure as a picture: the same SVG through resvg, with the fonts that stand beside this module."""

from functools import lru_cache
from pathlib import Path

import resvg_py

FONTS = [str(path) for path in sorted((Path(__file__).parent / "fonts").glob("*.ttf"))]
SCALE = 2
KEPT = 32


@lru_cache(maxsize=KEPT)
def png(svg: str, scale: int = SCALE) -> bytes:
    """Return a PNG at `scale` times the size of the drawing; the last few are kept."""
    picture = resvg_py.svg_to_bytes(
        svg_string=svg, skip_system_fonts=True, font_files=FONTS, zoom=scale
    )
    return bytes(picture)
