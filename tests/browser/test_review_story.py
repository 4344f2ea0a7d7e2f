"""The whole story of a verdict, through the real admin: two people, a quarrel, a third, a retraction.

After each step the public page, the Markdown summary and the feed of editions say the same.
"""

from dataclasses import dataclass

import pytest

from tests.browser import accessibility
from tests.browser.overflow import OVERFLOW

CLAIM = "microdose-smell"
STUDY = "Nasmyth 2025"
DOMAINS = ("risk_of_bias", "inconsistency", "indirectness", "imprecision", "publication_bias")


@dataclass(frozen=True)
class Shown:
    """What readers get after one step."""

    page: str
    markdown: str
    feed: str

    def says(self, words):
        return {name: words in text for name, text in vars(self).items()}


EVERYWHERE = {"page": True, "markdown": True, "feed": True}


class Story:
    def __init__(self, site, people):
        self.site, self.people, self.after = site, people, {}

    def note(self, step):
        """Keep what readers see now."""
        desk = self.people["editor"]
        desk.page.goto(f"/claims/{CLAIM}/")
        self.after[step] = Shown(
            page=desk.page.get_by_role("main").inner_text(),
            markdown=self.site.get(f"/claims/{CLAIM}.md").text,
            feed=self.site.get(f"/claims/{CLAIM}/feed/").text,
        )


@pytest.fixture(scope="module")
def story(site, administrator, editor, reviewer, second, third):
    people = {"editor": editor, "reviewer": reviewer, "second": second, "third": third}
    story = Story(site, people)
    address = add_claim(administrator)
    source = add_source(editor)
    item = add_evidence(editor)
    editor.press("Propose")
    story.note("proposed")
    second.page.goto(item)
    second.press("Accept")
    story.note("accepted")
    for desk in (reviewer, second, third):
        introduce(desk)
    assess(reviewer, address, "possibly-supported", "low")
    story.note("one reviewer")
    assess(second, address, "possibly-not-supported", "low")
    story.note("two disagree")
    assess(third, address, "possibly-supported", "low", kind="Arbitration")
    story.note("arbitrated")
    retract(editor, source)
    story.note("retracted")
    assess(reviewer, address, "insufficient", "")
    assess(second, address, "insufficient", "")
    story.note("looked again")
    return story


def add_claim(desk):
    desk.page.goto("/admin/claims/claim/add/")
    desk.fill(slug=CLAIM, statement="Microdosing sharpens the sense of smell.", order="7")
    desk.fill(article_says="Said in passing.", target_population="Adults", target_dose="A tenth")
    desk.fill(target_comparator="Placebo", target_outcomes="Smell, tested")
    desk.choose(step="benefit", kind="effect", scope="microdose", asserts="effect")
    desk.press("Save and continue editing")
    return desk.page.url


def add_source(desk):
    desk.page.goto("/admin/sources/source/add/")
    desk.choose(type="article-journal", design="rct-parallel", species="human")
    desk.choose(dose_regime="microdose")
    desk.fill(title="Small doses and smell", authors="Nasmyth, Ilse", year="2025")
    desk.fill(sample_size="200", url="https://journal.example/smell")
    desk.press("Save and continue editing")
    return desk.page.url


def add_evidence(desk):
    desk.page.goto("/admin/claims/evidence/add/")
    desk.look_up("claim", "sense of smell", "sharpens the sense of smell")
    desk.look_up("source", "nasmyth", STUDY)
    desk.fill(outcome="odours named of sixteen", finding="Two more odours.", locator="Table 2")
    desk.choose(direction="supports", point="toward", outcome_kind="performance-task")
    desk.choose(comparator="placebo", basis="full-text", outcome_role="primary")
    desk.choose(d_outcome="direct")
    desk.press("Save and continue editing")
    return desk.page.url


def introduce(desk):
    desk.page.goto("/admin/claims/profile/mine/")
    if not desk.page.locator("#id_interests").input_value():
        desk.fill(first_name="Ann", last_name="Reviewer", interests="None declared.")
    desk.press("Save")


def assess(desk, claim, verdict, certainty, kind="Independent"):
    desk.page.goto(claim)
    desk.press(f"Begin: {kind}")
    for name in DOMAINS:
        desk.choose(**{name: "none"})
        desk.fill(**{f"{name}_reason": "Nothing to take off here."})
    desk.choose(verdict=verdict, certainty=certainty)
    desk.fill(departure_reason="The rule is stricter than this one good trial deserves, I think.")
    desk.fill(lay_sentence=f"In short: {verdict}.", rationale="One trial, read twice.")
    desk.fill(interests="None declared.")
    desk.press("Submit for good")


def retract(desk, source):
    desk.page.goto(source)
    desk.page.get_by_role("button", name="Add another Notice").click()
    desk.choose(**{"notices-0-kind": "retraction"})
    desk.fill(**{"notices-0-reason": "The data could not be verified."})
    desk.fill(reason="The journal retracted it.")
    desk.press("Save")


@pytest.fixture
def phone(story):
    """The editor's page, as narrow as a phone for one test."""
    page = story.people["editor"].page
    before = page.viewport_size
    page.set_viewport_size({"width": 390, "height": 800})
    yield page
    page.set_viewport_size(before)


def test_proposed_evidence_is_nowhere(story):
    assert STUDY not in story.after["proposed"].page + story.after["proposed"].markdown


def test_accepted_evidence_gives_a_suggestion_labelled_so(story):
    assert "Automatic suggestion, not yet reviewed" in story.after["accepted"].page
    assert "Automatic suggestion, not yet reviewed" in story.after["accepted"].markdown


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("one reviewer", "Assessed by one reviewer"),
        ("two disagree", "Reviewers disagree"),
        ("arbitrated", "Settled after disagreement"),
        ("retracted", "Under review"),
        ("looked again", "Assessed by two reviewers"),
    ],
)
def test_everything_says_where_the_review_stands(story, step, words):
    assert story.after[step].says(words) == EVERYWHERE


def test_disagreement_shows_both_verdicts(story):
    shown = story.after["two disagree"]
    assert all(
        words in shown.page and words in shown.markdown
        for words in ("Possibly supported", "Possibly not so")
    )


def test_arbitrated_verdict_is_the_headline(story):
    assert story.after["arbitrated"].says("Possibly supported") == EVERYWHERE


def test_originals_stay_beside_the_arbitration(story):
    assert "Possibly not so" in story.after["arbitrated"].page


def test_retraction_names_the_study(story):
    shown = story.after["retracted"]
    assert STUDY in shown.page
    assert STUDY in shown.markdown


def test_new_look_ends_the_review(story):
    assert "We do not know" in story.after["looked again"].page
    assert "Under review" not in story.after["looked again"].page


@pytest.mark.parametrize(
    "path",
    [
        f"/claims/{CLAIM}/",
        f"/claims/{CLAIM}/editions/",
        f"/claims/{CLAIM}/editions/4/",
        f"/claims/{CLAIM}/editions/6/",
        f"/claims/{CLAIM}/editions/2..6/",
        f"/claims/{CLAIM}/note/",
        "/overdue/",
        "/reviewers/",
    ],
)
def test_what_the_story_made_is_accessible_on_a_phone(phone, path):
    phone.goto(path)
    assert phone.evaluate(OVERFLOW) == []
    assert accessibility.problems(phone) == []


def test_story_leaves_nothing_on_the_console(story):
    complaints = [line for desk in story.people.values() for line in desk.watch.take()]
    assert complaints == []
