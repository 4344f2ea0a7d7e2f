"""What docs/api.md tells people to type works."""

import re
import shlex
from pathlib import Path

import pytest

from tests.claims.api.serving import run_beside_the_site

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "api.md").read_text()
SITE = "http://127.0.0.1:8000"
PROGRAMS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
CURLS = re.findall(r"^curl .*$", PAGE, re.MULTILINE)
TASKS = re.findall(r"^### \d", PAGE, re.MULTILINE)
# What the program of each task prints, on the shipped corpus.
PRINTED = [
    "Microdosing produces subtle shifts in mood",
    r"weak\nEdition 1, [\d-]+\. \S*/claims/microdose-mood/editions/1/",
    "'no-effect':",
    "decides: ",
    "nothing new",
]

pytestmark = pytest.mark.usefixtures("corpus", "held_connection")


def test_page_has_five_tasks_with_a_program_each():
    assert len(TASKS) == len(PROGRAMS) == len(PRINTED) == 5


@pytest.mark.parametrize(("program", "printed"), list(zip(PROGRAMS, PRINTED, strict=True)))
def test_program_prints_what_it_is_for(program, printed):
    status, text = run_beside_the_site(program, SITE)
    assert (status, bool(re.search(printed, text))) == (0, True), text


@pytest.mark.parametrize("line", CURLS)
def test_curl_line_is_answered_with_something(client, line):
    address = shlex.split(line)[-1].removeprefix(SITE)
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.json().get("count") != 0
