#!/usr/bin/env bash
# Makes the site's fonts anew from npm's @fontsource packages: `make fonts` (needs npm and the network).
# One file for what nearly every page has, one for accents and Greek, which a browser fetches only when a page has them.
set -euo pipefail
here=$(cd "$(dirname "$0")/../static/fonts" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"${PYTHON:-python3}" -m venv tools
tools/bin/pip --quiet install fonttools==4.60.1 brotli==1.1.0

common=U+0020-007E,U+00A0,U+00B1,U+00B2,U+00B5,U+00B7,U+00D7,U+2013,U+2014,U+2018,U+2019,U+201C,U+201D,U+2026,U+2212,U+203A
others=U+00A1-00B0,U+00B3,U+00B4,U+00B6,U+00B8-00D6,U+00D8-017F,U+0218-021B,U+0391-03A9,U+03B1-03C9,U+2020-2022,U+2030,U+20AC,U+2122,U+2260,U+2264,U+2265

# Kerning doubles a small font; it shows in headings and reading, not in labels.
subset() { # subset SOURCE UNICODES TARGET
  features=tnum,lnum
  [[ $3 == sans* ]] || features+=,kern
  tools/bin/pyftsubset "$1" --unicodes="$2" --layout-features="$features" --no-hinting \
    --name-IDs=0,1,2,13,14 --drop-tables+=STAT --flavor=woff2 --output-file="$here/$3"
}

for family in serif:source-serif-4@5.3.1 sans:source-sans-3@5.3.0; do
  name=${family%%:*} package=${family#*:} font=${family#*:}
  font=${font%@*}
  npm pack --silent "@fontsource-variable/$package" >/dev/null
  tar xzf ./*"$font"*.tgz
  for script in latin latin-ext; do
    tools/bin/fonttools varLib.instancer --quiet "package/files/$font-$script-wght-normal.woff2" \
      wght=400:600 --output "$script.ttf"
  done
  subset latin.ttf "$common" "$name.woff2"
  subset latin.ttf "$others" "$name-accents.woff2"
  subset latin-ext.ttf "$others" "$name-more.woff2"
  cp package/LICENSE "$here/LICENSE.txt"
  rm -rf package ./*.tgz
done
tools/bin/python "$here/../../docs/signs.py" "$here/signs.woff2"
ls -l "$here"/*.woff2
