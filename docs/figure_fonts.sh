#!/usr/bin/env bash
# Makes the fonts of downloaded figures anew: plain TrueType, which the PNG renderer reads; it reads no woff2.
# Letters come from static/fonts (Source Sans 3; Source Serif 4 for statements on cards), signs from the system's DejaVu Sans (apt: fonts-dejavu-core).
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"${PYTHON:-python3}" -m venv "$work/tools"
"$work/tools/bin/pip" --quiet install fonttools==4.60.1 brotli==1.1.0
signs=U+2190-2193,U+2260,U+2264,U+2265,U+2295,U+25A0,U+25A1,U+25B2,U+25BC,U+25C6,U+25CB,U+25CF,U+25EF,U+2715
"$work/tools/bin/pyftsubset" "${DEJAVU:-/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf}" \
  --unicodes="$signs" --no-hinting --layout-features= --output-file="$root/claims/figures/fonts/signs.ttf"
FOUND="$root/static/fonts" KEPT="$root/claims/figures/fonts" "$work/tools/bin/python" - <<'PY'
import os
from pathlib import Path
from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

found, kept = Path(os.environ["FOUND"]), Path(os.environ["KEPT"])
for family, weight, name in (("sans", 400, "Regular"), ("sans", 600, "SemiBold"), ("serif", 600, "SemiBold")):
    called = f"Figure {family.title()}"
    parts = []
    for part in (family, f"{family}-accents", f"{family}-more"):
        font = instantiateVariableFont(TTFont(found / f"{part}.woff2"), {"wght": weight})
        font.flavor = None
        parts.append(kept / f"{part}-{weight}.part")
        font.save(parts[-1])
    whole = Merger().merge([str(part) for part in parts])
    whole["OS/2"].usWeightClass = weight
    for record in list(whole["name"].names):
        if record.nameID in (16, 17, 21, 22, 25):
            whole["name"].removeNames(nameID=record.nameID)
    for number, text in ((1, called), (2, name), (4, f"{called} {name}"), (6, f"{called.replace(' ', '')}-{name}")):
        whole["name"].setName(text, number, 3, 1, 0x409)
    whole.save(kept / f"{family}-{weight}.ttf")
    for part in parts:
        part.unlink()
PY
