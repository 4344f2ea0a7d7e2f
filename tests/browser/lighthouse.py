"""Lighthouse's scores of five pages on its mobile profile, and what a claim's page weighs: `make lighthouse`.

Ends with an error if a score is below LEAST. Lighthouse itself is npm's, pinned in the Makefile.
"""

import json
import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

import django

django.setup()

from tests.browser import site as sites  # noqa: E402
from tests.browser.conftest import chromium_options  # noqa: E402

PAGES = (
    "/",
    "/claims/microdose-mood/",
    "/mechanisms/enhanced-neuroplasticity/",
    "/sources/",
    "/tour/",
)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST = 0.98


def measure(program, address, scratch):
    """Return the report of one page as lighthouse writes it."""
    options = chromium_options()
    report = scratch / "report.json"
    flags = shlex.join(["--headless=new", *options["args"]])
    command = [
        program,
        address,
        "--quiet",
        f"--chrome-flags={flags}",
        f"--only-categories={','.join(CATEGORIES)}",
        "--output=json",
        f"--output-path={report}",
    ]
    environment = os.environ | {"CHROME_PATH": options["executable_path"]}
    subprocess.run(command, check=True, env=environment)
    return json.loads(report.read_text())


def row(path, report):
    """Return one line of the table: four scores from 0 to 1, kilobytes on the way."""
    scores = " ".join(f"{report['categories'][name]['score']:14.2f}" for name in CATEGORIES)
    kilobytes = report["audits"]["total-byte-weight"]["numericValue"] / 1000
    return f"{path:40} {scores} {kilobytes:7.1f}"


def is_low(report):
    return any(report["categories"][name]["score"] < LEAST for name in CATEGORIES)


def failed(report):
    """Return the titles of the audits that cost a page its points."""
    return [
        f"{audit['title']}: {audit.get('displayValue', '')}"
        for audit in report["audits"].values()
        if audit["score"] is not None and audit["score"] < 0.9
    ]


def main(program):
    low = 0
    print(f"{'page':40} {' '.join(f'{name:>14}' for name in CATEGORIES)} {'kB':>7}")
    with tempfile.TemporaryDirectory() as name, sites.running(Path(name)) as site:
        for page in PAGES:
            report = measure(program, site.address + page, Path(name))
            print(row(page, report))
            if is_low(report):
                low += 1
                print("\n".join(f"    {line}" for line in failed(report)))
    sys.exit(f"{low} of {len(PAGES)} pages have a score below {LEAST}." if low else 0)


if __name__ == "__main__":
    main(sys.argv[1])
