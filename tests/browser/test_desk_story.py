"""From a paper in an editor's hand to the public page, through the real admin."""

import re
from dataclasses import dataclass

import pytest

CLAIM = "/claims/microdose-dmn/"
STUDY = "Ottersbach 2025"
OUTCOME = "default-mode connectivity after a week"


@dataclass(frozen=True)
class PublicPage:
    text: str
    edition: int


def public_page(desk):
    desk.page.goto(CLAIM)
    address = desk.page.locator("#citation a").get_attribute("href")
    text = desk.page.get_by_role("main").inner_text()
    return PublicPage(text, int(re.search(r"/editions/(\d+)/", address)[1]))


@dataclass(frozen=True)
class Story:
    """What the two people saw on the way."""

    before: PublicPage
    while_proposed: PublicPage
    after: PublicPage
    offered_to_editor: list
    offered_to_reviewer: list
    told_editor: str
    told_reviewer: str
    complaints: list


@pytest.fixture(scope="module")
def story(editor, reviewer):
    before = public_page(editor)
    add_source(editor)
    item = add_evidence(editor)
    editor.press("Propose")
    told_editor, offered_to_editor = editor.messages, editor.offers
    while_proposed = public_page(editor)
    reviewer.page.goto(item)
    offered_to_reviewer = reviewer.offers
    reviewer.press("Accept")
    told_reviewer = reviewer.messages
    return Story(
        before=before,
        while_proposed=while_proposed,
        after=public_page(reviewer),
        offered_to_editor=offered_to_editor,
        offered_to_reviewer=offered_to_reviewer,
        told_editor=told_editor,
        told_reviewer=told_reviewer,
        complaints=editor.watch.take() + reviewer.watch.take(),
    )


def add_source(desk):
    desk.page.goto("/admin/sources/source/add/")
    desk.choose(type="article-journal", design="rct-parallel", species="human")
    desk.choose(dose_regime="microdose")
    desk.fill(title="Small doses and the default mode network", authors="Ottersbach, Nele")
    desk.fill(year="2025", sample_size="64", url="https://journal.example/small-doses")
    desk.page.get_by_label("LSD", exact=True).check()
    desk.press("Save")


def add_evidence(desk):
    """Enter a result of the new source; return the address of its page at the desk."""
    desk.page.goto("/admin/claims/evidence/add/")
    desk.look_up("claim", "default mode network", "Microdosing exerts subtle effects")
    desk.look_up("source", "ottersbach", STUDY)
    desk.fill(outcome=OUTCOME, finding="Connectivity did not differ.", locator="Table 2")
    desk.choose(direction="no-effect", point="no-difference", outcome_kind="biomarker")
    desk.choose(comparator="placebo", basis="full-text")
    desk.press("Save and continue editing")
    return desk.page.url


def test_editor_is_told_that_the_item_is_proposed(story):
    assert "Proposed; a second person decides now." in story.told_editor


def test_editor_cannot_accept_their_own_item(story):
    assert "Accept" not in story.offered_to_editor


def test_proposed_item_changes_nothing_for_readers(story):
    assert story.while_proposed == story.before


def test_reviewer_may_accept_or_decline(story):
    assert {"Accept", "Decline"} <= set(story.offered_to_reviewer)


def test_reviewer_is_told_that_readers_see_it(story):
    assert "Accepted; the public page shows it." in story.told_reviewer


def test_accepted_study_stands_on_the_public_page(story):
    assert STUDY not in story.before.text
    assert STUDY in story.after.text


def test_accepted_study_makes_the_next_edition(story):
    assert story.after.edition == story.before.edition + 1


def test_story_leaves_nothing_on_the_console(story):
    assert not story.complaints, "\n".join(story.complaints)
